package org.probity.people.home;

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

/** Beds that somebody asked for and lived in, what was found in their room, and faults that they told. */
@Component
class HomeData implements PersonalData {
    private final HomeQueue queue;
    private final Stays stays;
    private final Repairs repairs;
    private final Directory directory;

    HomeData(HomeQueue queue, Stays stays, Repairs repairs, Directory directory) {
        this.queue = queue;
        this.stays = stays;
        this.repairs = repairs;
        this.directory = directory;
    }

    @Override
    public String messages() {
        return "home.data.";
    }

    @Override
    public int order() {
        return 74;
    }

    @Override
    public List<Part> about(Account account) {
        var person = directory.personOf(new Me(account.id(), account.name(), Set.copyOf(account.roles()), account.supplier()));
        if (person.isEmpty()) {
            return List.of();
        }
        var parts = new ArrayList<Part>();
        add(parts, "applications", queue.of(person.get()).stream().map(it -> {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("number", it.number());
            fields.put("site", it.siteEn());
            fields.put("takes", new Code("home.takes.", it.takes().name()));
            fields.put("from", it.fromDay());
            fields.put("since", it.since());
            fields.put("grounds", it.grounds());
            fields.put("words", it.words());
            fields.put("at", it.askedAt());
            return fields;
        }).toList());
        add(parts, "stays", stays.of(person.get()).stream().map(it -> {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("number", it.number());
            fields.put("bed", it.where(org.probity.house.ui.Lang.EN));
            fields.put("from", it.fromDay());
            if (it.untilDay() != null) {
                fields.put("until", it.untilDay());
            }
            fields.put("rent", it.rent());
            fields.put("state", new Code("home.state.", it.state().name()));
            if (it.reason() != null && !it.reason().isEmpty()) {
                fields.put("reason", it.reason());
            }
            if (!it.turn().isEmpty()) {
                fields.put("turn", it.turn());
            }
            stays.walks(it.id()).stream().filter(walk -> !walk.words().isEmpty()).forEach(walk -> fields.merge("found", walk.words(), (a, b) -> a + " · " + b));
            return fields;
        }).toList());
        add(parts, "faults", repairs.of(person.get()).stream().map(it -> {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("number", it.number());
            fields.put("kind", new Code("home.fault-kind.", it.kind().name()));
            fields.put("words", it.words());
            fields.put("due", it.dueDay());
            fields.put("at", it.toldAt());
            if (it.mended() != null) {
                fields.put("mended", it.mended());
            }
            if (it.sentBack() != null) {
                fields.put("sentBack", it.sentBack());
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
