package org.probity.people.retirement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.probity.house.access.Account;
import org.probity.house.access.Me;
import org.probity.house.directory.Directory;
import org.probity.house.privacy.PersonalData;
import org.springframework.stereotype.Component;

/** Birth and category, months chosen, work handed over, what goes on, visits, coming back. */
@Component
class RetirementData implements PersonalData {
    private final Retirements retirements;
    private final Afterwards afterwards;
    private final Directory directory;

    RetirementData(Retirements retirements, Afterwards afterwards, Directory directory) {
        this.retirements = retirements;
        this.afterwards = afterwards;
        this.directory = directory;
    }

    @Override
    public String messages() {
        return "retirement.data.";
    }

    @Override
    public int order() {
        return 77;
    }

    @Override
    public List<Part> about(Account account) {
        var found = directory.personOf(new Me(account.id(), account.name(), Set.copyOf(account.roles()), account.supplier()));
        if (found.isEmpty()) {
            return List.of();
        }
        var person = found.get();
        var parts = new ArrayList<Part>();
        add(parts, "files", retirements.of(person).stream().map(it -> fields("born", it.month().toString(), "category", new Code("retirement.category.", it.category().name()), "shown", it.shown())).toList());
        add(parts, "choices", retirements.choices(person).stream().map(it -> fields("month", it.month(), "words", it.words(), "at", it.chosenAt(), "reason", it.reason() == null ? "" : it.reason())).toList());
        add(parts, "handovers", afterwards.handovers(person).stream().map(it -> fields("what", it.what(), "by", it.byDay())).toList());
        add(parts, "benefits", afterwards.benefits(person).stream()
                .map(it -> fields("kind", new Code("retirement.benefit.", it.kind().name()), "from", it.fromDay(), "until", it.untilDay() == null ? "" : it.untilDay(), "source", it.source())).toList());
        add(parts, "visits", afterwards.visits(person).stream().map(it -> fields("day", it.day(), "words", it.words())).toList());
        add(parts, "backs", afterwards.backs(person).stream().map(it -> fields("contract", it.contract(), "from", it.fromDay(), "until", it.untilDay())).toList());
        return parts;
    }

    private static Map<String, Object> fields(Object... said) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int at = 0; at < said.length; at += 2) {
            fields.put((String) said[at], said[at + 1]);
        }
        return fields;
    }

    private static void add(List<Part> parts, String name, List<Map<String, Object>> rows) {
        if (!rows.isEmpty()) {
            parts.add(new Part(name, rows));
        }
    }
}
