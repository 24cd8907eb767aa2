package org.probity.people.equity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.probity.house.access.Account;
import org.probity.house.access.Me;
import org.probity.house.directory.Directory;
import org.probity.house.privacy.PersonalData;
import org.springframework.stereotype.Component;

/** Somebody's stock and options, as of today, and what waits to come sooner. */
@Component
class EquityData implements PersonalData {
    private final Holdings holdings;
    private final Accelerations accelerations;
    private final Directory directory;

    EquityData(Holdings holdings, Accelerations accelerations, Directory directory) {
        this.holdings = holdings;
        this.accelerations = accelerations;
        this.directory = directory;
    }

    @Override
    public String messages() {
        return "equity.data.";
    }

    @Override
    public int order() {
        return 77;
    }

    @Override
    public List<Part> about(Account account) {
        var person = directory.personOf(new Me(account.id(), account.name(), Set.copyOf(account.roles()), account.supplier()));
        var rows = person.map(holdings::of).orElse(List.of()).stream().map(it -> {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("plan", it.plan().code());
            fields.put("granted", it.given().day());
            fields.put("shares", it.given().quantity());
            fields.put("vested", it.now().vested().toString());
            fields.put("exercised", it.exercised());
            return fields;
        }).toList();
        var asked = person.map(accelerations::of).orElse(List.of()).stream().map(it -> {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("shares", String.valueOf(it.shares()));
            fields.put("source", it.source());
            return fields;
        }).toList();
        return Stream.of(new Part("stock", rows), new Part("asked", asked)).filter(it -> !it.rows().isEmpty()).toList();
    }
}
