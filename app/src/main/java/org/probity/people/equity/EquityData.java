package org.probity.people.equity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.probity.house.access.Account;
import org.probity.house.access.Me;
import org.probity.house.directory.Directory;
import org.probity.house.privacy.PersonalData;
import org.springframework.stereotype.Component;

/** Somebody's stock and options, as of today. */
@Component
class EquityData implements PersonalData {
    private final Holdings holdings;
    private final Directory directory;

    EquityData(Holdings holdings, Directory directory) {
        this.holdings = holdings;
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
        var rows = directory.personOf(new Me(account.id(), account.name(), Set.copyOf(account.roles()), account.supplier())).map(holdings::of).orElse(List.of()).stream().map(it -> {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("plan", it.plan().code());
            fields.put("granted", it.given().day());
            fields.put("shares", it.given().quantity());
            fields.put("vested", it.now().vested().toString());
            fields.put("exercised", it.exercised());
            return fields;
        }).toList();
        return rows.isEmpty() ? List.of() : List.of(new Part("stock", rows));
    }
}
