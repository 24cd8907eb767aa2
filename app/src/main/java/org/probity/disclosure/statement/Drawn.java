package org.probity.disclosure.statement;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.probity.house.ui.Chart;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Screen;
import org.probity.shapes.figure.Figures.Alike;

/**
 * A picture of a published figure's rows. It is drawn from what is sealed and from nothing else: from the inputs, which every reader's package
 * holds, or from facts where the edition opens them to everybody.
 *
 * @param alike what the counted rows say
 */
public record Drawn(Kind kind, List<Alike> alike) {
    /** What is drawn, of which figure, from where in its rows. */
    public enum Kind {
        CATEGORIES(Heading.BASE, "active-suppliers", "facts/supplier.base/category_en", "facts/supplier.base/category_zh"),
        COUNTRIES(Heading.BASE, "active-suppliers", "facts/supplier.base/country"),
        FUNNEL(Heading.ADMISSION, "newcomers-admitted", "inputs/stage"),
        MIGRATION(Heading.GRADES, "grade-migration", "inputs/was", "inputs/now"),
        TOPICS(Heading.AUDITS, "audit-findings", "facts/topic"),
        SEVERITIES(Heading.AUDITS, "audit-findings", "facts/severity");

        private final Heading heading;
        private final String figure;
        private final List<List<String>> paths;

        Kind(Heading heading, String figure, String... paths) {
            this.heading = heading;
            this.figure = figure;
            this.paths = List.of(paths).stream().map(path -> List.of(path.split("/"))).toList();
        }

        String figure() {
            return figure;
        }

        List<List<String>> paths() {
            return paths;
        }

        boolean fromFacts() {
            return paths.getFirst().getFirst().equals("facts");
        }
    }

    /** A line of the picture: its chart, and the same in words for the table beside it. */
    public record Line(String label, Chart chart, List<Number> numbers) {}

    public record Number(String label, long rows) {}

    private static final int STAGES = 6;
    private static final String GRADES = "DCBA";
    private static final List<String> ORDER = List.of("PRIORITY", "MAJOR", "MINOR", "OBSERVATION");

    public Drawn {
        alike = List.copyOf(alike);
    }

    public Heading heading() {
        return kind.heading;
    }

    public String title(Screen s) {
        return s.t("statement.drawn." + kind);
    }

    public List<Line> lines(Screen s) {
        return switch (kind) {
            case FUNNEL -> {
                var steps = new ArrayList<Number>();
                for (var stage = 1; stage <= STAGES; stage++) {
                    var reached = stage;
                    steps.add(new Number(s.t("statement.stage." + stage), alike.stream().filter(it -> Integer.parseInt(it.said().getFirst()) >= reached).mapToLong(Alike::rows).sum()));
                }
                yield List.of(new Line("", Chart.funnel(says(s, steps), bars(s, steps)), steps));
            }
            case MIGRATION -> GRADES.chars().mapToObj(it -> String.valueOf((char) it)).sorted()
                    .map(was -> migration(s, was)).filter(it -> it.numbers().stream().anyMatch(number -> number.rows() > 0)).toList();
            case CATEGORIES, COUNTRIES, TOPICS, SEVERITIES -> {
                var numbers = alike.stream()
                        .sorted(kind == Kind.SEVERITIES ? Comparator.comparing(it -> ORDER.indexOf(it.said().getFirst())) : Comparator.comparing(Alike::rows).reversed())
                        .map(it -> new Number(label(s, it), it.rows())).toList();
                yield List.of(new Line("", Chart.bars(says(s, numbers), bars(s, numbers)), numbers));
            }
        };
    }

    /** What the colours of a stack are called. */
    public Optional<gg.jte.Content> key(Screen s) {
        return kind == Kind.MIGRATION ? Optional.of(Chart.key(parts(s, Optional.empty()))) : Optional.empty();
    }

    private Line migration(Screen s, String was) {
        var numbers = parts(s, Optional.of(was)).stream().map(it -> new Number(it.label(), it.value().longValueExact())).toList();
        var label = s.t("statement.was-grade", was, numbers.stream().mapToLong(Number::rows).sum());
        return new Line(label, Chart.stack(label + s.t("statement.list-comma") + says(s, numbers), parts(s, Optional.of(was)), 22), numbers);
    }

    private List<Chart.Part> parts(Screen s, Optional<String> was) {
        var fills = List.of(Chart.Fill.FIRST, Chart.Fill.SECOND, Chart.Fill.THIRD, Chart.Fill.BAD);
        return List.of("A", "B", "C", "D").stream().map(now -> {
            var rows = alike.stream().filter(it -> was.isEmpty() || it.said().getFirst().equals(points(was.get())))
                    .filter(it -> it.said().getLast().equals(points(now))).mapToLong(Alike::rows).sum();
            return new Chart.Part(s.t("statement.now-grade", now), BigDecimal.valueOf(rows), s.number(rows), fills.get("ABCD".indexOf(now)));
        }).toList();
    }

    /** 4 for A, 1 for D, as the rows have it. */
    private static String points(String grade) {
        return String.valueOf(GRADES.indexOf(grade) + 1);
    }

    private String label(Screen s, Alike it) {
        var said = it.said().getFirst();
        return switch (kind) {
            case CATEGORIES -> s.lang() == Lang.EN ? said : it.said().getLast();
            case COUNTRIES -> said.isEmpty() ? "–" : Locale.of("", said).getDisplayCountry(Locale.forLanguageTag(s.lang().tag()));
            case TOPICS -> s.t("audit.topic." + said);
            case SEVERITIES -> s.t("audit.finding." + said);
            case FUNNEL, MIGRATION -> said;
        };
    }

    private static List<Chart.Bar> bars(Screen s, List<Number> numbers) {
        return numbers.stream().map(it -> new Chart.Bar(it.label(), BigDecimal.valueOf(it.rows()), s.number(it.rows()))).toList();
    }

    private static String says(Screen s, List<Number> numbers) {
        return numbers.stream().map(it -> it.label() + " " + s.number(it.rows())).collect(Collectors.joining(s.t("statement.list-comma")));
    }
}
