package org.probity.people.survey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.probity.people.survey.Pack.Dimension;
import org.probity.reckon.Drivers;
import org.probity.reckon.Sample;
import org.probity.shapes.figure.Published;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Adds up the answers of groups that were granted, and asks what goes with the outcome: the one place where answers are read. */
@Service
class Sums {
    private final JdbcClient db;
    private final Published published;

    Sums(JdbcClient db, Published published) {
        this.db = db;
        this.published = published;
    }

    /** Adds up the answers of the cells released last: of each item, each dimension, and all. */
    void add(Survey survey, UUID population, int from) {
        var scales = scales(survey.asked());
        var places = new HashMap<Integer, Integer>();
        db.sql("SELECT place, no FROM survey.atom WHERE round = :round").param("round", survey.id()).query(row -> {
            places.put(row.getInt(1), row.getInt(2));
        });
        var names = List.copyOf(scales.keySet());
        var asked = survey.asked().items();
        var sums = new Sample[places.size()][names.size()];
        Arrays.stream(sums).forEach(it -> Arrays.fill(it, Sample.NOBODY));
        db.sql("SELECT place, answers FROM survey.counted WHERE round = :round").param("round", survey.id()).query(row -> {
            var own = sums[places.get(row.getInt(1))];
            var answers = (Short[]) row.getArray(2).getArray();
            for (int scale = 0; scale < own.length; scale++) {
                own[scale] = own[scale].plus(Sample.of(scales.get(names.get(scale)).stream().mapToLong(item -> asked.get(item).points(answers[item])).sum()));
            }
        });
        var cells = published.cells(population).stream().filter(it -> it.no() >= from).toList();
        var of = new ArrayList<UUID>();
        var scale = new ArrayList<String>();
        var items = new ArrayList<Integer>();
        var people = new ArrayList<Long>();
        var points = new ArrayList<Long>();
        var squares = new ArrayList<Long>();
        for (var cell : cells) {
            for (int at = 0; at < names.size(); at++) {
                int which = at;
                var sum = cell.atoms().stream().mapToObj(atom -> sums[atom][which]).reduce(Sample.NOBODY, Sample::plus);
                of.add(cell.id());
                scale.add(names.get(at));
                items.add(scales.get(names.get(at)).size());
                people.add(sum.people());
                points.add(sum.sum());
                squares.add(sum.squares());
            }
        }
        db.sql("""
                INSERT INTO survey.score (cell, round, scale, items, people, points, squares)
                SELECT cell, :round, scale, items, people, points, squares
                  FROM unnest(:of::uuid[], :scales::text[], :items::int[], :people::bigint[], :points::bigint[], :squares::bigint[]) AS told (cell, scale, items, people, points, squares)
                """)
                .param("round", survey.id()).param("of", of.toArray(UUID[]::new)).param("scales", scale.toArray(String[]::new)).param("items", items.toArray(Integer[]::new))
                .param("people", people.toArray(Long[]::new)).param("points", points.toArray(Long[]::new)).param("squares", squares.toArray(Long[]::new)).update();
    }

    /**
     * What goes with the outcome of the pack, for everybody and each unit of enough people: a function of the same answers by the same groups, so nothing follows from it of fewer. The root
     * over all ballots is its seed: whoever has the ballots computes the same.
     */
    void drive(Survey survey, UUID population, String root) {
        var outcome = survey.asked().outcome();
        var dimensions = survey.asked().dimensions().stream().filter(it -> !it.outcome()).toList();
        if (outcome.isEmpty() || dimensions.size() < 2) {
            return;
        }
        var items = survey.asked().items();
        var scales = scales(survey.asked());
        var names = Stream.concat(Stream.of(outcome.get().code()), dimensions.stream().map(Dimension::code)).toList();
        var lines = new HashMap<Integer, List<long[]>>();
        db.sql("SELECT atom.no, counted.answers FROM survey.counted JOIN survey.atom ON atom.round = counted.round AND atom.place = counted.place WHERE counted.round = :round ORDER BY counted.sheet")
                .param("round", survey.id()).query(row -> {
                    var answers = (Short[]) row.getArray(2).getArray();
                    lines.computeIfAbsent(row.getInt(1), _ -> new ArrayList<>()).add(names.stream().mapToLong(it -> scales.get(it).stream().mapToLong(item -> items.get(item).points(answers[item])).sum()).toArray());
                });
        long seed = Long.parseUnsignedLong(root, 0, 16, 16);
        for (var cell : published.cells(population).stream().filter(it -> it.people() >= Drivers.PEOPLE_LEAST && CellName.of(it.name()).ofUnits()).toList()) {
            Drivers.of(cell.atoms().stream().boxed().flatMap(it -> lines.getOrDefault(it, List.of()).stream()).toList(), seed).ifPresent(told -> keep(cell.id(), dimensions, told));
        }
    }

    private void keep(UUID cell, List<Dimension> dimensions, Drivers told) {
        for (int at = 0; at < dimensions.size(); at++) {
            var it = told.drivers().get(at);
            db.sql("INSERT INTO survey.driver (cell, dimension, explained, share, low, high, verdict) VALUES (:cell, :dimension, :explained, :share, :low, :high, :verdict)").param("cell", cell)
                    .param("dimension", dimensions.get(at).code()).param("explained", millionths(told.explained())).param("share", millionths(it.share())).param("low", millionths(it.low()))
                    .param("high", millionths(it.high())).param("verdict", it.verdict().name()).update();
        }
    }

    private static int millionths(double share) {
        return (int) Math.round(Math.clamp(share, 0, 1) * 1_000_000);
    }

    /** Which places among the answers belong to which scale; the empty name is what the score is made of. */
    private static Map<String, List<Integer>> scales(Pack asked) {
        var scales = new LinkedHashMap<String, List<Integer>>();
        var items = asked.items();
        var scored = asked.scored();
        scales.put("", IntStream.range(0, items.size()).filter(at -> scored.contains(items.get(at))).boxed().toList());
        for (Dimension dimension : asked.dimensions()) {
            scales.put(dimension.code(), IntStream.range(0, items.size()).filter(at -> items.get(at).dimension().equals(dimension.code())).boxed().toList());
        }
        IntStream.range(0, items.size()).forEach(at -> scales.put(items.get(at).code(), List.of(at)));
        return scales;
    }
}
