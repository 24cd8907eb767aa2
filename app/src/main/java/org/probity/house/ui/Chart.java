package org.probity.house.ui;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * Pictures of numbers, made on the server. Across in percent, down in pixels: the width follows the page, the text never scales, and no
 * script measures anything. Colours are classes, so that dark, contrast and print follow.
 *
 * <p>Each takes the sentence it shows ("96.8 of 100, last year 91.2"), for those who do not see it. The page gives the table beside it.
 */
public final class Chart implements Content {
    private static final int LAYER = 92;

    /** The hues of a chart: one in three depths, grey, and the part that is missing, out of rule, or unknown. */
    public enum Fill {
        FIRST("f1"), SECOND("f2"), THIRD("f3"), GREY("f0"), MISSING("fx"), BAD("fb"), UNKNOWN("fh");

        private final String css;

        Fill(String css) {
            this.css = css;
        }

        public String css() {
            return css;
        }
    }

    /** What stands in one layer of a chain. @param share how large its mark is, from nought to one */
    public record Knot(String label, String words, BigDecimal share, Fill fill) {}

    /** From a knot to one of another layer: layer and place of each. */
    public record Strand(int fromLayer, int from, int toLayer, int to, boolean bad) {}

    /** @param words the value as it is written at the mark */
    public record Bar(String label, BigDecimal value, String words, Fill fill) {
        public Bar(String label, BigDecimal value, String words) {
            this(label, value, words, Fill.FIRST);
        }
    }

    /** @param was the value first published, if it was restated; @param wasWords how that is written */
    public record Column(String label, BigDecimal value, String words, Optional<BigDecimal> was, String wasWords) {
        public Column(String label, BigDecimal value, String words) {
            this(label, value, words, Optional.empty(), "");
        }
    }

    /** @param under a second line below the label, such as the year; @param odd out of rule */
    public record Point(String label, String under, BigDecimal value, String words, boolean odd) {
        public Point(String label, BigDecimal value, String words) {
            this(label, "", value, words, false);
        }
    }

    /** A range of a line chart that has a name, such as grade B from 75 to 90. */
    public record Band(String name, BigDecimal from, BigDecimal to) {}

    public record Part(String label, BigDecimal value, String words, Fill fill) {}

    public record Node(String label, Fill fill) {}

    /** @param share of the whole, 0 to 1: the dot's area */
    public record Place(String name, BigDecimal longitude, BigDecimal latitude, BigDecimal share, Fill fill) {}

    /** A way between two places, by their positions in the list. */
    public record Way(int from, int to, boolean bad) {}

    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private final StringBuilder svg = new StringBuilder();

    private Chart(String says, int height) {
        svg.append("<svg class=\"chart\" height=\"").append(height).append("\" role=\"img\" aria-label=\"").append(Html.safe(says)).append("\">");
    }

    /** Amounts side by side, from zero. Long names stand above their bars. */
    public static Chart bars(String says, List<Bar> bars) {
        return bars(says, bars, most(bars.stream().map(Bar::value).toList()));
    }

    /** The same where the whole is known, such as a hundred percent: a bar of a half is half as long. */
    public static Chart bars(String says, List<Bar> bars, BigDecimal most) {
        boolean above = bars.stream().anyMatch(bar -> breadth(bar.label) > 16);
        int row = above ? 38 : 26;
        var chart = new Chart(says, row * bars.size());
        BigDecimal start = above ? BigDecimal.ZERO : new BigDecimal(38);
        BigDecimal room = above ? new BigDecimal(84) : new BigDecimal(46);
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            BigDecimal width = share(bar.value, most, room);
            int y = i * row + (above ? 19 : 6);
            chart.text("lab", BigDecimal.ZERO, above ? y - 6 : y + 10, "start", 0, bar.label)
                    .rect(bar.fill.css, start, y, width, 13)
                    .text("val", start.add(width), y + 10, "start", 6, bar.words);
        }
        return chart.end();
    }

    /** From many to few, the last step in full colour. */
    public static Chart funnel(String says, List<Bar> steps) {
        var drawn = new ArrayList<Bar>();
        for (int i = 0; i < steps.size(); i++) {
            Bar step = steps.get(i);
            drawn.add(new Bar(step.label, step.value, step.words, i == steps.size() - 1 ? Fill.FIRST : Fill.SECOND));
        }
        return bars(says, drawn);
    }

    /** Values over time as columns from zero, the last in full colour; a dashed line where another value was published first. */
    public static Chart columns(String says, List<Column> columns) {
        int base = 118;
        var chart = new Chart(says, 142);
        BigDecimal most = most(columns.stream().flatMap(c -> Stream.concat(Stream.of(c.value), c.was.stream())).toList());
        // A value published first needs a second line of words above its column.
        var room = new BigDecimal(columns.stream().anyMatch(column -> column.was.isPresent()) ? 84 : 98);
        chart.line("grid", BigDecimal.ZERO, 69, HUNDRED, 69).line("axis", BigDecimal.ZERO, base, HUNDRED, base);
        BigDecimal step = HUNDRED.divide(new BigDecimal(Math.max(1, columns.size())), MathContext.DECIMAL64);
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            BigDecimal left = step.multiply(new BigDecimal(i)).add(share(new BigDecimal("0.2"), BigDecimal.ONE, step));
            BigDecimal width = share(new BigDecimal("0.6"), BigDecimal.ONE, step);
            BigDecimal middle = left.add(width.divide(BigDecimal.TWO));
            int tall = share(column.value, most, room).intValue();
            int words = base - tall;
            chart.rect(i == columns.size() - 1 ? "f1" : "f2", left, base - tall, width, tall)
                    .text("", middle, base + 17, "middle", 0, column.label);
            if (column.was.isPresent()) {
                int before = base - share(column.was.get(), most, room).intValue();
                words = Math.min(words, before);
                chart.line("was", left.subtract(BigDecimal.ONE), before, left.add(width).add(BigDecimal.ONE), before)
                        .text("old", middle, words - 20, "middle", 0, column.wasWords);
            }
            chart.text("val", middle, words - 6, "middle", 0, column.words);
        }
        return chart.end();
    }

    /** One value against its target: bar now, ring a year ago, line the target, and what is missing between. */
    public static Chart bullet(String says, BigDecimal value, Optional<BigDecimal> before, BigDecimal target, BigDecimal full) {
        var chart = new Chart(says, 24);
        BigDecimal now = at(value, full);
        BigDecimal goal = at(target, full);
        chart.svg.append("<rect class=\"trough\" x=\"0\" y=\"4\" width=\"100%\" height=\"16\" rx=\"2\"/>");
        chart.rect("f1", BigDecimal.ZERO, 8, now, 8);
        if (now.compareTo(goal) < 0) {
            chart.rect("fx", now, 8, goal.subtract(now), 8);
        }
        before.ifPresent(old -> chart.circle("ring", at(old, full), 12, "3.5"));
        return chart.line("goal", goal, 1, goal, 23).end();
    }

    /** A course over time. Only the first, the best and the last point carry their value; ranges are named at the left. */
    public static Chart line(String says, List<Point> points, List<Band> bands) {
        int top = 26;
        int bottom = 112;
        boolean twoLines = points.stream().anyMatch(point -> !point.under.isEmpty());
        var chart = new Chart(says, twoLines ? 152 : 138);
        if (points.isEmpty()) {
            return chart.end();
        }
        var values = new ArrayList<>(points.stream().map(Point::value).toList());
        bands.forEach(band -> values.addAll(List.of(band.from, band.to)));
        BigDecimal low = values.stream().min(Comparator.naturalOrder()).orElseThrow();
        BigDecimal high = values.stream().max(Comparator.naturalOrder()).orElseThrow();
        BigDecimal span = high.subtract(low).signum() == 0 ? BigDecimal.ONE : high.subtract(low);
        ToIntFunction<BigDecimal> y = value -> bottom - share(value.subtract(low), span, new BigDecimal(bottom - top)).intValue();
        if (bands.isEmpty()) {
            for (int grid = top; grid <= bottom; grid += (bottom - top) / 3) {
                chart.line("grid", BigDecimal.ZERO, grid, HUNDRED, grid);
            }
        }
        for (Band band : bands) {
            chart.line("grid", BigDecimal.ZERO, y.applyAsInt(band.from), HUNDRED, y.applyAsInt(band.from))
                    .text("nm", BigDecimal.ZERO, (y.applyAsInt(band.from) + y.applyAsInt(band.to)) / 2 + 4, "start", 0, band.name);
        }
        BigDecimal first = new BigDecimal(bands.isEmpty() ? 4 : 8);
        BigDecimal step = new BigDecimal(96).subtract(first).divide(new BigDecimal(Math.max(1, points.size() - 1)), MathContext.DECIMAL64);
        for (int i = 1; i < points.size(); i++) {
            chart.line("trend", first.add(step.multiply(new BigDecimal(i - 1))), y.applyAsInt(points.get(i - 1).value),
                    first.add(step.multiply(new BigDecimal(i))), y.applyAsInt(points.get(i).value));
        }
        int best = points.indexOf(points.stream().max(Comparator.comparing(Point::value)).orElseThrow());
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            BigDecimal x = first.add(step.multiply(new BigDecimal(i)));
            chart.circle(point.odd ? "dot fx" : "dot", x, y.applyAsInt(point.value), "4")
                    .text("", x, bottom + 20, "middle", 0, point.label);
            if (!point.under.isEmpty()) {
                chart.text("", x, bottom + 34, "middle", 0, point.under);
            }
            if (i == 0 || i == points.size() - 1 || i == best) {
                chart.text("val", x, y.applyAsInt(point.value) - 9, "middle", 0, point.words);
            }
        }
        return chart.end();
    }

    /** Parts of a whole in one bar. {@link #key} names them. */
    public static Chart stack(String says, List<Part> parts, int height) {
        var chart = new Chart(says, height);
        BigDecimal whole = parts.stream().map(Part::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal from = BigDecimal.ZERO;
        for (Part part : parts) {
            BigDecimal width = whole.signum() == 0 ? BigDecimal.ZERO : share(part.value, whole, HUNDRED);
            if (part.value.signum() > 0) {
                chart.rect(part.fill.css + " s", from, 0, width, height);
            }
            from = from.add(width);
        }
        return chart.end();
    }

    /** The names and values of a stack's parts. */
    public static Content key(List<Part> parts) {
        var list = new StringBuilder("<ul class=\"key\">");
        for (Part part : parts) {
            list.append("<li><svg viewBox=\"0 0 10 10\" aria-hidden=\"true\"><rect class=\"").append(part.fill.css)
                    .append("\" width=\"10\" height=\"10\" rx=\"1.5\"/></svg>").append(Html.safe(part.label)).append(" <b>")
                    .append(Html.safe(part.words)).append("</b></li>");
        }
        String html = list.append("</ul>").toString();
        return out -> out.writeContent(html);
    }

    /** A measured value with its range of doubt, and the one before. Dots, so the scale may begin elsewhere than at zero. */
    public static Chart interval(String says, BigDecimal scaleFrom, BigDecimal scaleTo, BigDecimal value, BigDecimal from, BigDecimal to,
            Optional<BigDecimal> before, boolean odd) {
        var chart = new Chart(says, 46);
        BigDecimal span = scaleTo.subtract(scaleFrom);
        BigDecimal middle = scaleFrom.add(scaleTo).divide(BigDecimal.TWO);
        chart.line("grid", BigDecimal.ZERO, 16, HUNDRED, 16);
        for (BigDecimal tick : List.of(scaleFrom, middle, scaleTo)) {
            BigDecimal x = at(tick.subtract(scaleFrom), span);
            String anchor = tick.equals(scaleFrom) ? "start" : tick.equals(scaleTo) ? "end" : "middle";
            chart.line("grid", x, 6, x, 26).text("", x, 42, anchor, 0, tick.stripTrailingZeros().toPlainString());
        }
        chart.line("span", at(from.subtract(scaleFrom), span), 16, at(to.subtract(scaleFrom), span), 16);
        before.ifPresent(old -> chart.circle("ring", at(old.subtract(scaleFrom), span), 16, "4"));
        return chart.circle(odd ? "dot fx" : "dot", at(value.subtract(scaleFrom), span), 16, "6").end();
    }

    /** Steps one after another, each known, unknown or touched. */
    public static Chart chain(String says, List<Node> nodes) {
        var chart = new Chart(says, 44);
        BigDecimal step = new BigDecimal(96).divide(new BigDecimal(Math.max(1, nodes.size() - 1)), MathContext.DECIMAL64);
        for (int i = 0; i < nodes.size(); i++) {
            BigDecimal x = BigDecimal.TWO.add(step.multiply(new BigDecimal(i)));
            boolean last = i == nodes.size() - 1;
            if (i > 0) {
                chart.line("axis", x.subtract(step).add(new BigDecimal("3.5")), 14, x.subtract(new BigDecimal("3.5")), 14);
            }
            chart.circle(nodes.get(i).fill.css + " node", x, 14, "7")
                    .text("", x, 38, i == 0 ? "start" : last ? "end" : "middle", i == 0 ? -7 : last ? 7 : 0, nodes.get(i).label);
        }
        return chart.end();
    }

    /** A chain in layers, the first on top: what was made at which place, and what went where. Each label stands below its mark. */
    public static Chart layers(String says, List<String> names, List<List<Knot>> layers, List<Strand> strands) {
        var chart = new Chart(says, Math.max(1, layers.size()) * LAYER);
        for (Strand strand : strands) {
            chart.line(strand.bad ? "way bad" : "way", across(layers, strand.fromLayer, strand.from), strand.fromLayer * LAYER + 30,
                    across(layers, strand.toLayer, strand.to), strand.toLayer * LAYER + 30);
        }
        for (int layer = 0; layer < layers.size(); layer++) {
            chart.text("", BigDecimal.ZERO, layer * LAYER + 12, "start", 0, names.get(layer));
            for (int place = 0; place < layers.get(layer).size(); place++) {
                Knot knot = layers.get(layer).get(place);
                BigDecimal x = across(layers, layer, place);
                int radius = 4 + BigDecimal.valueOf(64).multiply(knot.share.max(BigDecimal.ZERO)).sqrt(MathContext.DECIMAL32).intValue();
                chart.circle(knot.fill.css, x, layer * LAYER + 30, Integer.toString(radius))
                        .text("nm", x, layer * LAYER + 58, "middle", 0, shortened(knot.label, 44 / layers.get(layer).size()))
                        .text("", x, layer * LAYER + 73, "middle", 0, knot.words);
            }
        }
        return chart.end();
    }

    private static BigDecimal across(List<List<Knot>> layers, int layer, int place) {
        return share(new BigDecimal(2 * place + 1), new BigDecimal(2 * layers.get(layer).size()), HUNDRED);
    }

    static String shortened(String label, int most) {
        if (breadth(label) <= most) {
            return label;
        }
        var kept = new StringBuilder();
        label.codePoints().takeWhile(_ -> breadth(kept.toString()) < most - 2).forEach(kept::appendCodePoint);
        return kept.append('…').toString();
    }

    /** Places by true longitude and latitude. No borders are drawn: there is no map that offends nobody, and none that needs no licence. */
    public static Chart places(String says, List<Place> places, List<Way> ways) {
        int height = 300;
        var chart = new Chart(says, height + 20);
        if (places.isEmpty()) {
            return chart.end();
        }
        var west = degrees(places.stream().map(Place::longitude).min(Comparator.naturalOrder()).orElseThrow(), RoundingMode.FLOOR);
        var east = degrees(places.stream().map(Place::longitude).max(Comparator.naturalOrder()).orElseThrow(), RoundingMode.CEILING);
        var south = degrees(places.stream().map(Place::latitude).min(Comparator.naturalOrder()).orElseThrow(), RoundingMode.FLOOR);
        var north = degrees(places.stream().map(Place::latitude).max(Comparator.naturalOrder()).orElseThrow(), RoundingMode.CEILING);
        var wide = new BigDecimal(east - west);
        var high = new BigDecimal(north - south);
        Function<BigDecimal, BigDecimal> x = longitude -> share(longitude.subtract(new BigDecimal(west)), wide, HUNDRED);
        ToIntFunction<BigDecimal> y =
                latitude -> share(new BigDecimal(north).subtract(latitude), high, new BigDecimal(height)).intValue();
        int stride = east - west > 60 ? 30 : east - west > 30 ? 10 : 5;
        for (int degree = west + stride; degree < east; degree += stride) {
            BigDecimal at = x.apply(new BigDecimal(degree));
            chart.line("grid", at, 0, at, height).text("", at, height + 15, "middle", 0, Math.abs(degree) + "° " + (degree < 0 ? "W" : "E"));
        }
        for (int degree = south + stride; degree < north; degree += stride) {
            int at = y.applyAsInt(new BigDecimal(degree));
            chart.line("grid", BigDecimal.ZERO, at, HUNDRED, at).text("", HUNDRED, at - 4, "end", 0, Math.abs(degree) + "° " + (degree < 0 ? "S" : "N"));
        }
        for (Way way : ways) {
            Place from = places.get(way.from);
            Place to = places.get(way.to);
            chart.line(way.bad ? "way bad" : "way", x.apply(from.longitude), y.applyAsInt(from.latitude), x.apply(to.longitude), y.applyAsInt(to.latitude));
        }
        for (Place place : places) {
            BigDecimal at = x.apply(place.longitude);
            int down = y.applyAsInt(place.latitude);
            int radius = 3 + BigDecimal.valueOf(36).multiply(place.share.max(BigDecimal.ZERO)).sqrt(MathContext.DECIMAL32).intValue();
            boolean right = at.compareTo(new BigDecimal(70)) < 0;
            chart.circle(place.fill.css, at, down, Integer.toString(radius))
                    .text("nm", at, down + 4, right ? "start" : "end", right ? radius + 4 : -radius - 4, place.name);
        }
        return chart.end();
    }

    private static int degrees(BigDecimal degree, RoundingMode mode) {
        int five = degree.divide(new BigDecimal(5), 0, mode).intValue() * 5;
        return mode == RoundingMode.FLOOR ? five - 5 : five + 5;
    }

    /** How much room a label takes, in Latin letters; a Chinese character takes two. */
    static int breadth(String label) {
        return label.codePoints().map(c -> Character.isIdeographic(c) || c > 0x3000 ? 2 : 1).sum();
    }

    private static BigDecimal most(List<BigDecimal> values) {
        return values.stream().max(Comparator.naturalOrder()).filter(most -> most.signum() > 0).orElse(BigDecimal.ONE);
    }

    private static BigDecimal share(BigDecimal part, BigDecimal whole, BigDecimal of) {
        return part.multiply(of).divide(whole, MathContext.DECIMAL64);
    }

    /** Where a value stands on a scale; a scale from nothing to nothing has its only mark at its beginning. */
    private static BigDecimal at(BigDecimal value, BigDecimal full) {
        return share(value, full.signum() > 0 ? full : BigDecimal.ONE, HUNDRED).max(BigDecimal.ZERO).min(HUNDRED);
    }

    private static String percent(BigDecimal share) {
        BigDecimal rounded = share.setScale(2, RoundingMode.HALF_UP);
        return (rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString()) + "%";
    }

    private Chart rect(String css, BigDecimal x, int y, BigDecimal width, int height) {
        svg.append("<rect class=\"").append(css).append("\" x=\"").append(percent(x)).append("\" y=\"").append(y).append("\" width=\"")
                .append(percent(width)).append("\" height=\"").append(height).append("\"/>");
        return this;
    }

    private Chart line(String css, BigDecimal x1, int y1, BigDecimal x2, int y2) {
        svg.append("<line class=\"").append(css).append("\" x1=\"").append(percent(x1)).append("\" y1=\"").append(y1).append("\" x2=\"")
                .append(percent(x2)).append("\" y2=\"").append(y2).append("\"/>");
        return this;
    }

    private Chart circle(String css, BigDecimal x, int y, String radius) {
        svg.append("<circle class=\"").append(css).append("\" cx=\"").append(percent(x)).append("\" cy=\"").append(y).append("\" r=\"")
                .append(radius).append("\"/>");
        return this;
    }

    private Chart text(String css, BigDecimal x, int y, String anchor, int shift, String words) {
        svg.append("<text").append(css.isEmpty() ? "" : " class=\"" + css + "\"").append(" x=\"").append(percent(x)).append("\" y=\"").append(y)
                .append("\"").append(anchor.equals("start") ? "" : " text-anchor=\"" + anchor + "\"")
                .append(shift == 0 ? "" : " dx=\"" + shift + "\"").append(">").append(Html.safe(words)).append("</text>");
        return this;
    }

    private Chart end() {
        svg.append("</svg>");
        return this;
    }

    @Override
    public void writeTo(TemplateOutput out) {
        out.writeContent(svg.toString());
    }

    @Override
    public String toString() {
        return svg.toString();
    }
}
