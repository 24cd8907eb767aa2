package org.probity.people.subsidy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.probity.house.access.Account;
import org.probity.house.access.Me;
import org.probity.house.directory.Directory;
import org.probity.house.privacy.PersonalData;
import org.springframework.stereotype.Component;

/** What somebody claimed and what it came to. */
@Component
class SubsidyData implements PersonalData {
    private final Subsidies subsidies;
    private final Directory directory;

    SubsidyData(Subsidies subsidies, Directory directory) {
        this.subsidies = subsidies;
        this.directory = directory;
    }

    @Override
    public String messages() {
        return "subsidy.data.";
    }

    @Override
    public int order() {
        return 76;
    }

    @Override
    public List<Part> about(Account account) {
        var rows = directory.personOf(new Me(account.id(), account.name(), Set.copyOf(account.roles()), account.supplier())).map(subsidies::of).orElse(List.of()).stream().map(it -> {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("number", it.number());
            fields.put("scheme", it.schemeEn());
            fields.put("from", it.fromDay());
            fields.put("until", it.untilDay());
            fields.put("amount", it.amount());
            fields.put("invoice", it.invoice());
            fields.put("words", it.words());
            fields.put("at", it.claimedAt());
            fields.put("state", new Code("subsidy.state.", it.state().name()));
            if (it.agreed() != null) {
                fields.put("agreed", it.agreed());
            }
            if (it.reason() != null && !it.reason().isEmpty()) {
                fields.put("reason", it.reason());
            }
            return fields;
        }).toList();
        return rows.isEmpty() ? List.of() : List.of(new Part("claims", rows));
    }
}
