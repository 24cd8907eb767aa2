package org.probity.people.performance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.probity.house.access.Account;
import org.probity.house.access.Me;
import org.probity.house.privacy.PersonalData;
import org.springframework.stereotype.Component;

/** Commitments, what was written about them, ratings that were told, and appeals. */
@Component
class PerformanceData implements PersonalData {
    private final People people;
    private final Sheets sheets;
    private final Notes notes;
    private final Assessments assessments;
    private final Appeals appeals;

    PerformanceData(People people, Sheets sheets, Notes notes, Assessments assessments, Appeals appeals) {
        this.people = people;
        this.sheets = sheets;
        this.notes = notes;
        this.assessments = assessments;
        this.appeals = appeals;
    }

    @Override
    public String messages() {
        return "performance.data.";
    }

    @Override
    public int order() {
        return 64;
    }

    @Override
    public List<Part> about(Account person) {
        var who = people.of(new Me(person.id(), person.name(), person.roles(), person.supplier()));
        if (who.isEmpty()) {
            return List.of();
        }
        List<Map<String, Object>> committed = new ArrayList<>();
        List<Map<String, Object>> said = new ArrayList<>();
        List<Map<String, Object>> rated = new ArrayList<>();
        List<Map<String, Object>> objected = new ArrayList<>();
        for (var cycle : people.cycles(who.get())) {
            sheets.of(cycle, who.get()).forEach(sheet -> sheet.commitments().forEach(it -> committed.add(fields("version", sheet.no(), "what", it.title(), "measure", it.measure(), "target",
                    it.target(), "weight", it.weight(), "agreed", sheet.agreedAt() == null ? "" : sheet.agreedAt()))));
            notes.of(cycle, who.get()).forEach(it -> said.add(fields("kind", new Code("performance.note.", it.kind().name()), "day", it.day(), "words", it.words())));
            if (people.find(cycle, who.get()).filter(Standing::told).isPresent()) {
                assessments.of(cycle, who.get()).forEach(it -> rated.add(fields("rating", it.rating(), "origin", new Code("performance.origin.", it.origin().name()), "at", it.at(), "words", it.words())));
            }
            appeals.of(cycle, who.get()).ifPresent(it -> objected.add(fields("at", it.at(), "words", it.words(), "answer", it.answer() == null ? "" : it.answer())));
        }
        return List.of(new Part("commitments", committed), new Part("notes", said), new Part("ratings", rated), new Part("appeals", objected));
    }

    private static Map<String, Object> fields(Object... fieldsAndValues) {
        var fields = new LinkedHashMap<String, Object>();
        for (var i = 0; i < fieldsAndValues.length; i += 2) {
            fields.put((String) fieldsAndValues[i], fieldsAndValues[i + 1]);
        }
        return fields;
    }
}
