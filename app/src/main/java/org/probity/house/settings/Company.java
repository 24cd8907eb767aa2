package org.probity.house.settings;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Answer;
import org.probity.house.ui.CompanyName;
import org.probity.house.ui.Lang;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The company whose house this is: its name and what its reports cover, in both languages. */
@Service
public class Company implements CompanyName {
    private static final String NAME_EN = "house.company";
    private static final String NAME_ZH = "house.company-zh";
    private static final String BOUNDARY_EN = "house.boundary";
    private static final String BOUNDARY_ZH = "house.boundary-zh";

    /** @param boundaryEn such as "Example Ltd and its subsidiaries, all sites" */
    public record Form(@Nullable String nameEn, @Nullable String nameZh, @Nullable String boundaryEn, @Nullable String boundaryZh) {
        public Form {
            nameEn = typed(nameEn);
            nameZh = typed(nameZh);
            boundaryEn = typed(boundaryEn);
            boundaryZh = typed(boundaryZh);
        }

        private static String typed(@Nullable String field) {
            return field == null ? "" : field.strip();
        }
    }

    private final Settings settings;
    private final String given;

    /** @param given the name from the configuration, until somebody says another */
    Company(Settings settings, @Value("${probity.company:}") String given) {
        this.settings = settings;
        this.given = given;
    }

    /** The name; in the other language when it is known only there. */
    @Override
    public String in(Lang lang) {
        var name = settings.value(NAME_EN).orElse(given);
        return switch (lang) {
            case EN -> name;
            case ZH -> settings.value(NAME_ZH).orElse(name);
        };
    }

    /** For letters, which nobody should get from a house without a name. */
    public String signs(Lang lang) {
        var name = in(lang);
        return name.isEmpty() ? "Probity" : name;
    }

    /** What a report covers; the company's name while nobody has said more. */
    public String boundary(Lang lang) {
        var boundary = switch (lang) {
            case EN -> settings.value(BOUNDARY_EN);
            case ZH -> settings.value(BOUNDARY_ZH).or(() -> settings.value(BOUNDARY_EN));
        };
        return boundary.orElseGet(() -> in(lang));
    }

    public Form form() {
        return new Form(in(Lang.EN), settings.value(NAME_ZH).orElse(""), settings.value(BOUNDARY_EN).orElse(""), settings.value(BOUNDARY_ZH).orElse(""));
    }

    /** Says it for every screen, letter and package from now on; published editions keep what they said. Refused: {@code settings.name-missing}. */
    @Transactional
    public Answer<Form> say(Form form, UUID by) {
        if (form.nameEn().isEmpty()) {
            return Answer.refused("nameEn", "settings.name-missing");
        }
        settings.set(NAME_EN, form.nameEn(), by);
        settings.set(NAME_ZH, form.nameZh(), by);
        settings.set(BOUNDARY_EN, form.boundaryEn(), by);
        settings.set(BOUNDARY_ZH, form.boundaryZh(), by);
        return Answer.done(form);
    }
}
