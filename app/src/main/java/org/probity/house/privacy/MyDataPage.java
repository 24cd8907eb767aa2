package org.probity.house.privacy;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.State;

/** What the house keeps about whoever looks, room by room. */
public record MyDataPage(List<Section> sections) implements Page {
    /** So many rows of a part stand on the page; the file has all. */
    static final int SHOWN = 20;

    /** What one room keeps. */
    public record Section(String messages, List<PersonalData.Part> parts, List<PersonalData.Basis> bases) {
        public Section(String messages, List<PersonalData.Part> parts) {
            this(messages, parts, List.of());
        }

        /** Of the fields of a part that are there. */
        public List<PersonalData.Basis> of(PersonalData.Part part) {
            return bases.stream().filter(it -> it.part().equals(part.name())).toList();
        }

        String file() {
            return messages.substring(0, messages.indexOf('.')) + ".json";
        }
    }

    public Table<Map<String, Object>> table(Screen s, Section section, PersonalData.Part part) {
        var shown = part.rows().subList(0, Math.min(SHOWN, part.rows().size()));
        var table = Table.of(s, shown).caption(s.t(section.messages() + part.name()), shown.size() == part.rows().size() ? ""
                : s.t("privacy.shown", shown.size(), part.rows().size()));
        var words = new Words(s::knows, key -> s.t(key), s.t("privacy.colon"));
        for (var field : fields(part)) {
            table.text(section.messages() + "field." + field, row -> Optional.ofNullable(row.get(field)).map(words::of).filter(value -> !value.equals("")));
        }
        return table;
    }

    /** By which rule each field of a part is kept. */
    public Table<PersonalData.Basis> bases(Screen s, Section section, PersonalData.Part part) {
        return Table.of(s, section.of(part))
                .caption(s.t("privacy.bases"), "")
                .head("privacy.field", it -> it.field().equals(PersonalData.EVERY) ? s.t("privacy.every-field") : s.t(section.messages() + "field." + it.field()))
                .why("privacy.source", PersonalData.Basis::source)
                .text("privacy.own-rule", it -> it.own().isEmpty() ? "" : it.own().get(s.lang() == Lang.EN ? 0 : 1))
                .day("privacy.from", PersonalData.Basis::from)
                .text("privacy.kept", it -> it.months() < 0 ? s.t("privacy.until-forgotten") : s.t("privacy.months", it.months()))
                .state("privacy.counsel", it -> it.confirmed() ? State.good(s.t("privacy.confirmed")) : State.warn(s.t("privacy.to-be-confirmed")));
    }

    private static Set<String> fields(PersonalData.Part part) {
        var fields = new LinkedHashSet<String>();
        part.rows().forEach(row -> fields.addAll(row.keySet()));
        return fields;
    }
}
