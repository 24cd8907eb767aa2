package org.probity.people.education;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.probity.house.access.Account;
import org.probity.house.access.Me;
import org.probity.house.directory.Directory;
import org.probity.house.privacy.PersonalData;
import org.springframework.stereotype.Component;

/** What somebody studies with our support. */
@Component
class EducationData implements PersonalData {
    private final Supports supports;
    private final Directory directory;

    EducationData(Supports supports, Directory directory) {
        this.supports = supports;
        this.directory = directory;
    }

    @Override
    public String messages() {
        return "education.data.";
    }

    @Override
    public int order() {
        return 72;
    }

    @Override
    public List<Part> about(Account account) {
        var rows = directory.personOf(new Me(account.id(), account.name(), Set.copyOf(account.roles()), account.supplier())).map(supports::of).orElse(List.of()).stream().map(it -> {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("number", it.number());
            fields.put("programme", it.titleEn());
            fields.put("words", it.words());
            fields.put("at", it.appliedAt());
            fields.put("state", new Code("education.state.", it.state().name()));
            if (it.amount() != null) {
                fields.put("amount", it.amount());
                fields.put("paid", it.paid());
            }
            return fields;
        }).toList();
        return rows.isEmpty() ? List.of() : List.of(new Part("studies", rows));
    }
}
