package org.probity.house.privacy;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;

/** What the house keeps about whoever looks, room by room. */
public record MyDataPage(List<Section> sections) implements Page {
    /** So many rows of a part stand on the page; the file has all. */
    static final int SHOWN = 20;

    /** What one room keeps. */
    public record Section(String messages, List<PersonalData.Part> parts) {
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

    private static Set<String> fields(PersonalData.Part part) {
        var fields = new LinkedHashSet<String>();
        part.rows().forEach(row -> fields.addAll(row.keySet()));
        return fields;
    }

}
