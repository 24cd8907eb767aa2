package org.probity.people.voice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Organisations of every shape: a tree of units with heads, handlers somewhere in it, and somebody it is about. Who may not read is worked out here by walking from manager to manager; nor may whoever left. */
final class Charts {
    final List<Map<String, Object>> given = new ArrayList<>();
    /** Who is out, chart by chart. */
    final List<Set<String>> out = new ArrayList<>();

    private final Random random;

    Charts(long seed) {
        this.random = new Random(seed);
    }

    /** Draws so many and forgets those before. */
    Charts draw(int many) {
        given.clear();
        out.clear();
        for (var n = 0; n < many; n++) {
            chart(given, out);
        }
        return this;
    }

    private void chart(List<Map<String, Object>> charts, List<Set<String>> expected) {
        var size = 2 + random.nextInt(9);
        var parent = new int[size];
        var paths = new ArrayList<List<String>>();
        for (var unit = 0; unit < size; unit++) {
            parent[unit] = unit == 0 ? -1 : random.nextInt(unit);
            var path = new ArrayList<>(unit == 0 ? List.<String>of() : paths.get(parent[unit]));
            path.add("u" + unit);
            paths.add(path);
        }
        var handlers = new ArrayList<Map<String, Object>>();
        var places = new TreeMap<String, Object>();
        var works = new ArrayList<Integer>();
        var leads = new ArrayList<Set<Integer>>();
        var left = new ArrayList<Boolean>();
        for (var h = 0; h < 3 + random.nextInt(8); h++) {
            var unit = random.nextInt(size);
            var led = new TreeSet<Integer>();
            if (random.nextInt(2) == 0) {
                led.add(unit);
            }
            works.add(unit);
            leads.add(led);
            handlers.add(Map.of("id", "h" + h, "channel", List.of("AUDIT", "UNION", "COMMITTEE").get(random.nextInt(3))));
            left.add(random.nextInt(8) == 0);
            places.put("h" + h, Map.of("who", h, "gone", left.getLast(), "unit", "u" + unit, "path", paths.get(unit), "heads", led.stream().map(it -> "u" + it).toList()));
        }
        var accused = random.nextInt(works.size());
        var byName = random.nextBoolean();
        int unit = byName ? works.get(accused) : random.nextInt(size);
        var leading = byName ? leads.get(accused).contains(unit) : random.nextBoolean();
        var out = new TreeSet<String>();
        for (var h = 0; h < works.size(); h++) {
            var below = false;
            for (var up = works.get(h); up >= 0; up = parent[up]) {
                below |= leading && up == unit;
            }
            var above = false;
            for (int up = unit; up >= 0; up = parent[up]) {
                above |= leads.get(h).contains(up);
            }
            if (byName && h == accused || above || below || left.get(h)) {
                out.add("h" + h);
            }
        }
        // Parts of the house that no handler works in, leads or stands below are not told: whoever writes takes the next one above.
        var told = new TreeSet<Integer>();
        for (var h = 0; h < works.size(); h++) {
            for (var up = works.get(h); up >= 0; up = parent[up]) {
                told.add(up);
            }
        }
        var said = unit;
        while (!told.contains(said)) {
            said = parent[said];
        }
        leading &= said == unit;
        var units = new ArrayList<Map<String, Object>>();
        for (var u : told) {
            units.add(Map.of("id", "u" + u, "path", paths.get(u), "site", false));
        }
        charts.add(Map.of("channel", List.of("AUDIT", "UNION", "COMMITTEE").get(random.nextInt(3)), "about", byName ? Map.of("handler", "h" + accused) : Map.of("unit", "u" + said, "leads", leading),
                "directory", Map.of("handlers", handlers), "places", Map.of("units", units, "handlers", places)));
        expected.add(out);
    }
}
