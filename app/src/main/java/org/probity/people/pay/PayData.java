package org.probity.people.pay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.probity.house.access.Account;
import org.probity.house.access.Me;
import org.probity.house.directory.Directory;
import org.probity.house.privacy.PersonalData;
import org.springframework.stereotype.Component;

/** What somebody was paid, year by year, their letters, and who looked at it. */
@Component
class PayData implements PersonalData {
    private final Payroll payroll;
    private final Letters letters;
    private final Directory directory;

    PayData(Payroll payroll, Letters letters, Directory directory) {
        this.payroll = payroll;
        this.letters = letters;
        this.directory = directory;
    }

    @Override
    public String messages() {
        return "pay.data.";
    }

    @Override
    public int order() {
        return 75;
    }

    @Override
    public List<Part> about(Account account) {
        var person = directory.personOf(new Me(account.id(), account.name(), Set.copyOf(account.roles()), account.supplier()));
        var parts = new ArrayList<Part>();
        var written = person.map(letters::of).orElse(List.of());
        var years = person.map(payroll::of).orElse(List.of()).stream().map(it -> {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("year", String.valueOf(it.file().year()));
            fields.put("source", it.file().source());
            for (var part : Pay.Part.values()) {
                fields.put(part.name().toLowerCase(Locale.ROOT), Payroll.yuan(it.pay().of(part)));
            }
            fields.put("hours", it.pay().hours());
            written.stream().filter(letter -> letter.letter().year() == it.file().year()).findFirst().ifPresent(letter -> {
                fields.put("letter", letter.writtenAt());
                fields.put("grade", letter.letter().grade());
                fields.put("seal", letter.code());
            });
            return fields;
        }).toList();
        if (!years.isEmpty()) {
            parts.add(new Part("years", years));
        }
        var looks = person.map(letters::looks).orElse(List.of()).stream().map(it -> {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("by", it.by());
            fields.put("at", it.at());
            fields.put("reason", it.reason());
            return fields;
        }).toList();
        if (!looks.isEmpty()) {
            parts.add(new Part("looks", looks));
        }
        return parts;
    }
}
