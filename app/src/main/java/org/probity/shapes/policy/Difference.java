package org.probity.shapes.policy;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import gg.jte.Content;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.probity.house.ui.Html;
import org.probity.house.ui.Lang;
import org.probity.shapes.policy.Policy.Clause;

/**
 * What one version says otherwise than another, clause by clause. Chinese is compared sign by sign, Latin script word by word, so that what is marked
 * can be read.
 */
public record Difference(String code, Kind kind, String heading, Content text) {
    public enum Kind { SAME, NEW, CHANGED, GONE }

    private static final Pattern PIECE = Pattern.compile("\\p{IsHan}|[\\p{L}\\p{N}]+|\\s+|.", Pattern.DOTALL);

    /** Clauses in the order of the newer version; those that went follow. */
    public static List<Difference> between(List<Clause> older, List<Clause> newer, Lang lang) {
        Map<String, Clause> before = new LinkedHashMap<>();
        older.forEach(it -> before.put(it.code(), it));
        var found = new ArrayList<Difference>();
        for (var it : newer) {
            var was = before.remove(it.code());
            if (was == null) {
                found.add(new Difference(it.code(), Kind.NEW, it.heading(lang), whole("ins", it.text(lang))));
            } else {
                var same = was.text(lang).equals(it.text(lang)) && was.heading(lang).equals(it.heading(lang));
                found.add(new Difference(it.code(), same ? Kind.SAME : Kind.CHANGED, it.heading(lang), marked(was.text(lang), it.text(lang))));
            }
        }
        before.values().forEach(it -> found.add(new Difference(it.code(), Kind.GONE, it.heading(lang), whole("del", it.text(lang)))));
        return found;
    }

    private static Content whole(String mark, String text) {
        return out -> out.writeContent("<" + mark + ">" + Html.safe(text) + "</" + mark + ">");
    }

    static Content marked(String was, String is) {
        var older = pieces(was);
        var newer = pieces(is);
        var html = new StringBuilder();
        var at = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(older, newer).getDeltas()) {
            html.append(safe(older.subList(at, delta.getSource().getPosition())));
            mark(html, "del", delta.getSource().getLines());
            mark(html, "ins", delta.getTarget().getLines());
            at = delta.getSource().getPosition() + delta.getSource().size();
        }
        html.append(safe(older.subList(at, older.size())));
        return out -> out.writeContent(html.toString());
    }

    private static void mark(StringBuilder html, String mark, List<String> pieces) {
        if (!pieces.isEmpty()) {
            html.append('<').append(mark).append('>').append(safe(pieces)).append("</").append(mark).append('>');
        }
    }

    private static String safe(List<String> pieces) {
        return Html.safe(String.join("", pieces));
    }

    private static List<String> pieces(String text) {
        return PIECE.matcher(text).results().map(MatchResult::group).toList();
    }
}
