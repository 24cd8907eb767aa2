package org.probity.people.care;

import java.time.YearMonth;
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

/** Somebody's leave: since when they have worked, what they were granted, what they asked for, and payroll's word on insurance. */
@Component
class CareData implements PersonalData {
    private final Grants grants;
    private final Leaves leaves;
    private final Closings closings;
    private final Cover cover;
    private final Directory directory;

    CareData(Grants grants, Leaves leaves, Closings closings, Cover cover, Directory directory) {
        this.grants = grants;
        this.leaves = leaves;
        this.closings = closings;
        this.cover = cover;
        this.directory = directory;
    }

    @Override
    public String messages() {
        return "care.data.";
    }

    @Override
    public int order() {
        return 73;
    }

    @Override
    public List<Part> about(Account account) {
        var person = directory.personOf(new Me(account.id(), account.name(), Set.copyOf(account.roles()), account.supplier()));
        if (person.isEmpty()) {
            return List.of();
        }
        var parts = new ArrayList<Part>();
        add(parts, "service", grants.service(person.get()).stream().map(it -> Map.<String, Object>of("since", it.since(), "source", it.source())).toList());
        add(parts, "granted", grants.of(person.get()).stream().map(it -> {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("year", String.valueOf(it.year()));
            fields.put("since", it.since());
            fields.put("days", it.days());
            fields.put("hours", CarePage.hours(it.amount()));
            fields.put("at", it.grantedAt());
            return fields;
        }).toList());
        add(parts, "leaves", leaves.of(person.get()).stream().map(it -> {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("number", it.number());
            fields.put("kind", new Code("care.kind.", it.kind().name()));
            fields.put("from", it.fromDay());
            fields.put("until", it.untilDay());
            fields.put("part", new Code("care.part.", it.part().name()));
            fields.put("hours", it.hours());
            fields.put("words", it.words());
            fields.put("at", it.askedAt());
            fields.put("state", new Code("care.state.", it.state().name()));
            if (it.askedUntil() != null) {
                fields.put("askedUntil", it.askedUntil());
            }
            if (it.paper() != null) {
                fields.put("paper", new Code("care.paper.", it.paper().name()));
            }
            if (it.reason() != null) {
                fields.put("reason", it.reason());
            }
            return fields;
        }).toList());
        add(parts, "closed", closings.ofPerson(person.get()).stream().map(it -> {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("year", String.valueOf(it.year()));
            fields.put("carried", CarePage.hours(it.carried()));
            fields.put("owed", CarePage.hours(it.owed()));
            fields.put("at", it.closedAt());
            return fields;
        }).toList());
        add(parts, "cover", cover.of(person.get()).stream().map(it -> {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("month", YearMonth.from(it.month()).toString());
            fields.put("insurance", new Code("care.data.", it.insured() ? "yes" : "no"));
            fields.put("fund", new Code("care.data.", it.fund() ? "yes" : "no"));
            return fields;
        }).toList());
        return parts;
    }

    private static void add(List<Part> parts, String name, List<Map<String, Object>> rows) {
        if (!rows.isEmpty()) {
            parts.add(new Part(name, rows));
        }
    }
}
