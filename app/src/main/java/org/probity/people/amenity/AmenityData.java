package org.probity.people.amenity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.probity.house.access.Account;
import org.probity.house.access.Me;
import org.probity.house.directory.Directory;
import org.probity.house.privacy.PersonalData;
import org.probity.house.ui.Lang;
import org.springframework.stereotype.Component;

/** Seats that somebody booked, and plans of their own. */
@Component
class AmenityData implements PersonalData {
    private final Seats seats;
    private final Coaching coaching;
    private final Directory directory;

    AmenityData(Seats seats, Coaching coaching, Directory directory) {
        this.seats = seats;
        this.coaching = coaching;
        this.directory = directory;
    }

    @Override
    public String messages() {
        return "amenity.data.";
    }

    @Override
    public int order() {
        return 75;
    }

    @Override
    public List<Part> about(Account account) {
        var person = directory.personOf(new Me(account.id(), account.name(), Set.copyOf(account.roles()), account.supplier()));
        if (person.isEmpty()) {
            return List.of();
        }
        var parts = new ArrayList<Part>();
        add(parts, "bookings", seats.of(person.get()).stream().map(it -> {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("number", it.number());
            fields.put("name", it.name(Lang.EN));
            fields.put("from", it.fromAt().toString());
            fields.put("until", it.untilAt().toString());
            fields.put("back", new Code("amenity.data.", it.gone() ? "yes" : "no"));
            return fields;
        }).toList());
        add(parts, "plans", coaching.plans(person.get()).stream().filter(it -> it.person().equals(person.get())).map(it -> {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("coach", it.coach(Lang.EN));
            fields.put("goal", it.goal());
            if (it.words() != null) {
                fields.put("words", it.words());
            }
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
