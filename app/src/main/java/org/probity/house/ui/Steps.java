package org.probity.house.ui;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Things in columns and what leads from one to another, each a link: a picture that is walked through with the tabulator and Enter, with arrows where there are
 * scripts. As {@link Flow}, only the lines between are stretched.
 */
public final class Steps implements Content {
    /**
     * @param id where the page comes back to after it was followed
     * @param column from the left
     * @param under a second line
     * @param says what it is and what following it does, for those who do not see it
     * @param here what the picture is about
     */
    public record Thing(String id, int column, String label, String under, String says, String href, boolean open, boolean here, Flow.Kind kind) {}

    /** By places in the list of things. */
    public record Lead(int from, int to, boolean bad) {}

    private static final int TOP = 30;
    private static final int TALL = 40;
    private static final int APART = 12;
    private static final int ACROSS = 1000;

    private final StringBuilder svg = new StringBuilder();
    private final List<Thing> things;
    private final int columns;
    private final Map<Integer, Integer> down = new HashMap<>();

    private Steps(String says, List<String> names, List<Thing> things, List<Lead> leads) {
        this.things = things;
        this.columns = Math.max(1, names.size());
        int height = place(leads);
        svg.append("<svg class=\"chart steps\" height=\"").append(height).append("\" role=\"group\" aria-label=\"").append(Html.safe(says)).append("\">");
        svg.append("<svg viewBox=\"0 0 ").append(ACROSS).append(' ').append(height).append("\" width=\"100%\" height=\"").append(height).append("\" preserveAspectRatio=\"none\" aria-hidden=\"true\">");
        leads.forEach(this::line);
        svg.append("</svg>");
        for (int column = 0; column < names.size(); column++) {
            if (!names.get(column).isEmpty()) {
                svg.append("<text class=\"val\" x=\"").append(percent(left(column))).append("\" y=\"14\">").append(Html.safe(names.get(column))).append("</text>");
            }
        }
        for (int at = 0; at < things.size(); at++) {
            thing(at);
        }
        svg.append("</svg>");
    }

    /** @param says what is to be seen in a sentence @param names of the columns; empty where it goes on from the one before */
    public static Steps of(String says, List<String> names, List<Thing> things, List<Lead> leads) {
        return new Steps(says, List.copyOf(names), List.copyOf(things), List.copyOf(leads));
    }

    /** Column by column, each near to what it leads to. @return the lowest edge */
    private int place(List<Lead> leads) {
        int lowest = TOP;
        for (int column = columns - 1; column >= 0; column--) {
            var here = new ArrayList<Integer>();
            for (int at = 0; at < things.size(); at++) {
                if (things.get(at).column == column) {
                    here.add(at);
                }
            }
            here.sort(Comparator.<Integer>comparingInt(at -> towards(at, leads)).thenComparingInt(at -> at));
            int y = TOP;
            for (int at : here) {
                down.put(at, y);
                y += TALL + APART;
            }
            lowest = Math.max(lowest, y);
        }
        return lowest;
    }

    private int towards(int from, List<Lead> leads) {
        return (int) leads.stream().filter(it -> it.from == from && down.containsKey(it.to)).mapToInt(it -> down.get(it.to)).average().orElse(0);
    }

    private void line(Lead it) {
        int x0 = left(things.get(it.from).column) + wide();
        int x1 = left(things.get(it.to).column);
        int y0 = down.get(it.from) + TALL / 2;
        int y1 = down.get(it.to) + TALL / 2;
        int bend = Math.max(20, Math.abs(x1 - x0) / 2);
        svg.append("<path class=\"way").append(it.bad ? " bad" : "").append("\" vector-effect=\"non-scaling-stroke\" d=\"M").append(x0).append(' ').append(y0).append('C').append(x0 + bend).append(' ')
                .append(y0).append(' ').append(x1 - bend).append(' ').append(y1).append(' ').append(x1).append(' ').append(y1).append("\"/>");
    }

    private void thing(int at) {
        var it = things.get(at);
        int y = down.get(at);
        int most = Math.max(6, 104 / columns);
        svg.append("<a id=\"").append(Html.safe(it.id)).append("\" class=\"thing").append(it.here ? " here" : it.open ? " open" : "").append("\" href=\"").append(Html.safe(it.href)).append("\" aria-label=\"")
                .append(Html.safe(it.says)).append("\" data-column=\"").append(it.column).append("\"><rect class=\"box\" x=\"").append(percent(left(it.column))).append("\" y=\"").append(y)
                .append("\" width=\"").append(percent(wide())).append("\" height=\"").append(TALL).append("\" rx=\"4\"/><rect class=\"n").append(it.kind.css()).append("\" x=\"")
                .append(percent(left(it.column))).append("\" y=\"").append(y).append("\" width=\"4\" height=\"").append(TALL).append("\"/><text class=\"nm\" x=\"").append(percent(left(it.column)))
                .append("\" dx=\"10\" y=\"").append(y + 16).append("\">").append(Html.safe(Chart.shortened(it.label, most))).append("</text><text x=\"").append(percent(left(it.column)))
                .append("\" dx=\"10\" y=\"").append(y + 32).append("\">").append(Html.safe(Chart.shortened(it.under, most))).append("</text></a>");
    }

    private int left(int column) {
        return column * ACROSS / columns;
    }

    private int wide() {
        return ACROSS * 4 / (5 * columns);
    }

    private static String percent(int thousandths) {
        return BigDecimal.valueOf(thousandths, 1).stripTrailingZeros().toPlainString() + "%";
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
