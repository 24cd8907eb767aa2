package org.probity.house.ui;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Where a mass goes, step by step, from the left to the right; a width is a mass. As {@link Chart} does: across in percent, down in pixels, colours as classes. Only the
 * bands between the steps are stretched, for a path knows no percent.
 */
public final class Flow implements Content {
    /** How a part stands: known, not known, or touched by what it must not be. */
    public enum Kind {
        KNOWN("c"), UNKNOWN("u"), TOUCHED("t");

        private final String css;

        Kind(String css) {
            this.css = css;
        }

        String css() {
            return css;
        }
    }

    /**
     * A part of a step.
     *
     * @param label empty where the mass only passes by, because it was not stopped at this step
     * @param words the share as it is written
     * @param share of the whole, nought to one
     */
    public record Stop(int step, String label, String words, BigDecimal share, Kind kind) {
        boolean passes() {
            return label.isEmpty();
        }
    }

    /** From a part to one of the next step, by their places in the list. */
    public record Stream(int from, int to, BigDecimal share, Kind kind) {}

    /** In tenths of a pixel: all of the mass. */
    private static final int WHOLE = 2400;
    private static final int TOP = 300;
    private static final int APART = 60;
    /** A label has two lines, its name and its share, and none stands closer to the next one. */
    private static final int LINE = 320;
    private static final int FIRST = 120;
    private static final int SECOND = 270;
    /** Also in tenths: a thousandth of the width is one; the last step keeps room for its words at its right. */
    private static final int ACROSS = 10_000;
    private static final int LAST = 8_700;
    private static final int THICK = 90;
    private static final BigDecimal TALL = BigDecimal.valueOf(WHOLE);

    private final StringBuilder svg = new StringBuilder();
    private final List<Stop> stops;
    private final List<Stream> streams;
    private final int steps;
    private final int[] down;

    private Flow(String says, List<String> names, List<Stop> stops, List<Stream> streams) {
        this.stops = stops;
        this.streams = streams;
        this.steps = names.size();
        this.down = new int[stops.size()];
        int height = place() + 40;
        svg.append("<svg class=\"chart flow\" height=\"").append(pixels(height)).append("\" role=\"img\" aria-label=\"").append(Html.safe(says)).append("\">");
        ribbons(height);
        for (int step = 0; step < steps; step++) {
            svg.append("<text class=\"val\" x=\"").append(percent(left(step))).append("\" y=\"14\">").append(Html.safe(names.get(step))).append("</text>");
        }
        stops();
        svg.append("</svg>");
    }

    /** @param says the finding in a sentence @param names of the steps, first to last */
    public static Flow of(String says, List<String> names, List<Stop> stops, List<Stream> streams) {
        return new Flow(says, List.copyOf(names), List.copyOf(stops), List.copyOf(streams));
    }

    /** The last step first, then each before it so that its bands cross as little as they can. @return the lowest edge */
    private int place() {
        int lowest = TOP;
        var middle = new long[stops.size()];
        for (int step = steps - 1; step >= 0; step--) {
            int of = step;
            var order = new ArrayList<Integer>();
            for (int at = 0; at < stops.size(); at++) {
                if (stops.get(at).step == step) {
                    middle[at] = towards(at);
                    order.add(at);
                }
            }
            order.sort(Comparator.<Integer>comparingLong(at -> of == steps - 1 ? 0 : middle[at]).thenComparing(at -> stops.get(at).share, Comparator.reverseOrder()).thenComparing(at -> at));
            int y = TOP;
            for (int at : order) {
                down[at] = y;
                int room = stops.get(at).passes() ? tall(at) : Math.max(tall(at), LINE);
                lowest = Math.max(lowest, y + room);
                y += room + APART;
            }
        }
        return lowest;
    }

    /** The middle of what a part flows into. */
    private long towards(int from) {
        long weight = 0;
        long sum = 0;
        for (var it : streams) {
            if (it.from == from) {
                long mass = Math.max(1, tenths(it.share));
                weight += mass;
                sum += mass * (down[it.to] + tall(it.to) / 2);
            }
        }
        return weight == 0 ? Long.MAX_VALUE : sum / weight;
    }

    private void ribbons(int height) {
        svg.append("<svg viewBox=\"0 0 ").append(pixels(ACROSS)).append(' ').append(pixels(height)).append("\" width=\"100%\" height=\"").append(pixels(height)).append("\" preserveAspectRatio=\"none\" aria-hidden=\"true\">");
        var out = new int[stops.size()];
        var in = new int[stops.size()];
        var order = new ArrayList<>(streams);
        order.sort(Comparator.<Stream>comparingInt(it -> down[it.from]).thenComparingInt(it -> down[it.to]));
        var begins = new int[order.size()];
        for (int at = 0; at < begins.length; at++) {
            begins[at] = down[order.get(at).from] + out[order.get(at).from];
            out[order.get(at).from] += tenths(order.get(at).share);
        }
        var byEnd = order.stream().sorted(Comparator.<Stream>comparingInt(it -> down[it.to]).thenComparingInt(it -> down[it.from])).toList();
        for (var it : byEnd) {
            int thick = Math.max(8, tenths(it.share));
            int y0 = begins[order.indexOf(it)];
            int y1 = down[it.to] + in[it.to];
            in[it.to] += tenths(it.share);
            int x0 = left(stops.get(it.from).step) + THICK;
            int x1 = left(stops.get(it.to).step);
            int half = (x0 + x1) / 2;
            svg.append("<path class=\"r").append(it.kind.css).append("\" d=\"M").append(at(x0, y0)).append('C').append(at(half, y0)).append(' ').append(at(half, y1)).append(' ').append(at(x1, y1))
                    .append('v').append(pixels(thick)).append('C').append(at(half, y1 + thick)).append(' ').append(at(half, y0 + thick)).append(' ').append(at(x0, y0 + thick)).append("z\"/>");
        }
        for (int at = 0; at < stops.size(); at++) {
            if (stops.get(at).passes()) {
                svg.append("<rect class=\"r").append(stops.get(at).kind.css).append("\" x=\"").append(pixels(left(stops.get(at).step))).append("\" y=\"").append(pixels(down[at])).append("\" width=\"")
                        .append(pixels(THICK)).append("\" height=\"").append(pixels(tall(at))).append("\"/>");
            }
        }
        svg.append("</svg>");
    }

    private void stops() {
        int most = Math.max(12, 124 / Math.max(1, steps));
        for (int at = 0; at < stops.size(); at++) {
            var it = stops.get(at);
            if (it.passes()) {
                continue;
            }
            svg.append("<rect class=\"n").append(it.kind.css).append("\" x=\"").append(percent(left(it.step))).append("\" y=\"").append(pixels(down[at])).append("\" width=\"").append(percent(THICK))
                    .append("\" height=\"").append(pixels(tall(at))).append("\"/>");
            beside(it, down[at] + FIRST, "", shortened(it.label, most));
            beside(it, down[at] + SECOND, " sh", it.words);
        }
    }

    /** In the middle: works of one company begin alike and differ in their last word. */
    static String shortened(String label, int most) {
        if (Chart.breadth(label) <= most) {
            return label;
        }
        var signs = label.codePoints().mapToObj(Character::toString).toList();
        var head = new StringBuilder();
        var tail = new StringBuilder();
        for (int first = 0, last = signs.size() - 1; first < last; first++, last--) {
            if (Chart.breadth(head + signs.get(first) + tail) >= most - 1) {
                break;
            }
            head.append(signs.get(first));
            if (Chart.breadth(head + signs.get(last) + tail) >= most - 1) {
                break;
            }
            tail.insert(0, signs.get(last));
        }
        return head.toString().stripTrailing() + "…" + tail.toString().stripLeading();
    }

    private void beside(Stop it, int y, String css, String words) {
        svg.append("<text class=\"nm").append(css).append("\" x=\"").append(percent(left(it.step) + THICK)).append("\" dx=\"6\" y=\"").append(pixels(y)).append("\">").append(Html.safe(words)).append("</text>");
    }

    private int left(int step) {
        return steps < 2 ? 0 : LAST * step / (steps - 1);
    }

    private int tall(int at) {
        return Math.max(10, tenths(stops.get(at).share));
    }

    private static int tenths(BigDecimal share) {
        return share.multiply(TALL).intValue();
    }

    private static String at(int x, int y) {
        return pixels(x) + " " + pixels(y);
    }

    private static String percent(int hundredths) {
        return BigDecimal.valueOf(hundredths, 2).stripTrailingZeros().toPlainString() + "%";
    }

    private static String pixels(int tenths) {
        return BigDecimal.valueOf(tenths, 1).stripTrailingZeros().toPlainString();
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
