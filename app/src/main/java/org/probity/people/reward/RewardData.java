package org.probity.people.reward;

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

/** Somebody's parts of pools and what made them, the units they were given, and what payroll was given to pay. */
@Component
class RewardData implements PersonalData {
    private final Splits splits;
    private final UnitHoldings units;
    private final PayLists lists;
    private final Directory directory;

    RewardData(Splits splits, UnitHoldings units, PayLists lists, Directory directory) {
        this.splits = splits;
        this.units = units;
        this.lists = lists;
        this.directory = directory;
    }

    @Override
    public String messages() {
        return "reward.data.";
    }

    @Override
    public int order() {
        return 76;
    }

    @Override
    public List<Part> about(Account account) {
        var person = directory.personOf(new Me(account.id(), account.name(), Set.copyOf(account.roles()), account.supplier()));
        var parts = new ArrayList<Part>();
        var rows = person.map(splits::of).orElse(List.of()).stream().map(it -> {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("from", it.period().fromDay());
            fields.put("until", it.period().untilDay());
            fields.put("unit", it.part().unit());
            fields.put("grade", it.part().grade());
            fields.put("rating", it.part().rating());
            fields.put("scheduled", it.part().scheduled());
            fields.put("absent", it.part().absent());
            fields.put("yuan", Splits.yuan(it.part().amount()));
            fields.put("code", it.part().code());
            return fields;
        }).toList();
        if (!rows.isEmpty()) {
            parts.add(new Part("shared", rows));
        }
        var held = person.map(units::of).orElse(List.of()).stream().map(it -> {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("plan", it.plan().code());
            fields.put("year", String.valueOf(it.giving().year()));
            fields.put("grade", it.given().grade());
            fields.put("rating", it.given().rating());
            fields.put("given", it.given().units());
            fields.put("paid", Splits.yuan(it.paid()));
            return fields;
        }).toList();
        if (!held.isEmpty()) {
            parts.add(new Part("units", held));
        }
        var listed = person.map(lists::own).orElse(List.of()).stream().map(it -> {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("listed-on", it.day());
            fields.put("what", it.what());
            fields.put("amount", Splits.yuan(it.fen()));
            return fields;
        }).toList();
        if (!listed.isEmpty()) {
            parts.add(new Part("listed", listed));
        }
        return parts;
    }
}
