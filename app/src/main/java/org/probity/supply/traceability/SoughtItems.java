package org.probity.supply.traceability;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.probity.formats.epcis.DigitalLink;
import org.probity.supply.traceability.Provenance.Found;
import org.probity.supply.traceability.Reading.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What somebody typed or sent a file of, as items: addresses, bare serial numbers of modules, and containers and pallets, which stand for what lies in them. */
@Component
class SoughtItems {
    private static final int AT_ONCE = 20_000;
    private static final String SSCC = "https://id.gs1.org/00/";
    /** Pallets lie in containers, and nothing deeper. */
    private static final int DEEPEST = 4;

    private record Named(String uri, int number, String article) {}

    private final JdbcClient db;
    private final Links links;

    SoughtItems(JdbcClient db, Links links) {
        this.db = db;
        this.links = links;
    }

    Found found(List<String> names) {
        var modules = db.sql("SELECT uri FROM traceability.articles('infinity') AS article WHERE tier = 'MODULE' ORDER BY uri").query(String.class).list();
        var unknown = new ArrayList<String>();
        var found = new LinkedHashSet<Integer>();
        for (var from = 0; from < names.size(); from += AT_ONCE) {
            var part = names.subList(from, Math.min(names.size(), from + AT_ONCE));
            var candidates = new LinkedHashMap<String, List<String>>();
            part.forEach(it -> candidates.put(it, candidates(it, modules)));
            var known = new HashMap<String, Named>();
            db.sql("SELECT uri, number, article FROM traceability.item WHERE key = ANY (:keys)").param("keys", ItemKey.of(candidates.values().stream().flatMap(List::stream).distinct().toList()))
                    .query(Named.class).list().forEach(it -> known.put(it.uri(), it));
            var packs = packs(known.values().stream().map(Named::number).toList());
            for (var it : candidates.entrySet()) {
                var item = it.getValue().stream().map(known::get).filter(java.util.Objects::nonNull).findFirst();
                if (item.isEmpty()) {
                    unknown.add(it.getKey());
                } else {
                    var within = packs.contains(item.get().number()) ? within(item.get().number(), 0) : List.<Integer>of();
                    found.addAll(within.isEmpty() ? List.of(item.get().number()) : within);
                }
            }
        }
        return new Found(List.copyOf(found), unknown);
    }

    /** Those of them in which something was put. */
    private Set<Integer> packs(List<Integer> items) {
        return links.with(Links.items(items)).stream().filter(it -> it.role() == Role.PARENT).map(Links.Standing::item).collect(Collectors.toSet());
    }

    private static List<String> candidates(String name, List<String> modules) {
        if (name.contains(":")) {
            return List.of(DigitalLink.canonical(name));
        }
        var digits = name.replaceFirst("^\\(?00\\)?(?=[0-9]{18}$)", "");
        if (digits.matches("[0-9]{18}")) {
            return List.of(SSCC + digits);
        }
        return modules.stream().map(it -> it + "/21/" + name).toList();
    }

    /** What lies in a container or pallet, down to what nothing lies in; by events that count, the last one for each thing. */
    private List<Integer> within(int pack, int depth) {
        var packing = links.with(pack).stream().filter(it -> it.role() == Role.PARENT).map(Links.Standing::event).toList();
        if (packing.isEmpty() || depth > DEEPEST) {
            return List.of();
        }
        var in = new LinkedHashMap<Integer, Boolean>();
        var children = links.of(packing);
        db.sql("""
                SELECT id, action FROM traceability.event
                 WHERE id = ANY (:ids) AND kind = 'AGGREGATION' AND action <> 'OBSERVE' AND NOT EXISTS (SELECT FROM traceability.correction WHERE correction.event = event.id)
                 ORDER BY happened_at, id
                """).param("ids", packing.toArray(Long[]::new)).query((row, n) -> Map.entry(row.getLong(1), row.getString(2))).list()
                .forEach(it -> {
                    var named = children.get(it.getKey()).stream().filter(one -> one.role() == Role.CHILD).map(Links.Link::item).toList();
                    if (it.getValue().equals("DELETE") && named.isEmpty()) {
                        in.clear();
                    }
                    named.forEach(child -> in.put(child, it.getValue().equals("ADD")));
                });
        var deep = new ArrayList<Integer>();
        var packs = packs(List.copyOf(in.keySet()));
        in.forEach((child, there) -> {
            if (there) {
                var inside = packs.contains(child) ? within(child, depth + 1) : List.<Integer>of();
                deep.addAll(inside.isEmpty() ? List.of(child) : inside);
            }
        });
        return deep;
    }
}
