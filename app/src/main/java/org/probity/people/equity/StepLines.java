package org.probity.people.equity;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.probity.vest.Allocation;
import org.probity.vest.Condition;
import org.probity.vest.Condition.Brings;
import org.probity.vest.Condition.Period;
import org.probity.vest.Condition.Trigger;
import org.probity.vest.Terms;

/**
 * Steps as people write them, one a line: {@code year = 30% | 12 months after start | next}. What is left out on the right is the line below; {@code -} is none. A share is per cent, a fraction,
 * {@code rest} or so many {@code shares}; it comes on the {@code start}, on a day, when something {@code happens}, or so long after another step, {@code x} times, the first of them together as a {@code cliff}.
 */
final class StepLines {
    private static final Pattern AFTER = Pattern.compile("([0-9]{1,4}) ?(days?|months?)(?: x ?([0-9]{1,4}))? after (\\S{1,60})(?: cliff ([0-9]{1,4}))?");
    private static final Pattern PERCENT = Pattern.compile("([0-9]{1,3})(?:\\.([0-9]{1,4}))? ?%");
    private static final Pattern FRACTION = Pattern.compile("([0-9]{1,9})/([1-9][0-9]{0,8})");
    private static final Pattern SHARES = Pattern.compile("([0-9]{1,15}) shares?");
    private static final int LINES_MOST = 200;

    private StepLines() {}

    /** @param key message key of what is wrong; null: nothing @param at the line, or the step, it is about */
    record Parsed(@Nullable Terms terms, @Nullable String key, String at) {}

    private record Line(String id, @Nullable Brings brings, @Nullable Trigger trigger, @Nullable String next) {}

    static Parsed parse(String words, Allocation allocation) {
        var lines = new ArrayList<Line>();
        for (var line : words.lines().map(String::strip).filter(it -> !it.isEmpty()).toList()) {
            var parsed = line(line);
            if (parsed.brings() == null || parsed.trigger() == null || lines.size() >= LINES_MOST) {
                return new Parsed(null, "equity.step-wrong", line);
            }
            lines.add(parsed);
        }
        var conditions = new ArrayList<Condition>();
        for (int at = 0; at < lines.size(); at++) {
            var it = lines.get(at);
            var next = it.next() == null ? at + 1 < lines.size() ? List.of(lines.get(at + 1).id()) : List.<String>of()
                    : it.next().equals("-") ? List.<String>of() : List.of(it.next().replace(" ", "").split("[,，]"));
            conditions.add(new Condition(it.id(), java.util.Objects.requireNonNull(it.brings()), java.util.Objects.requireNonNull(it.trigger()), next));
        }
        var wrong = Terms.wrong(conditions);
        return wrong.isPresent() ? new Parsed(null, "equity.terms." + wrong.get().reason(), wrong.get().step()) : new Parsed(Terms.of(allocation, conditions), null, "");
    }

    private static Line line(String words) {
        var named = words.split("[=＝]", 2);
        var columns = named.length < 2 ? new String[0] : named[1].split("[|｜]", 3);
        var id = named[0].strip();
        if (columns.length < 2 || !id.matches("\\S{1,60}")) {
            return new Line(id, null, null, null);
        }
        var next = columns.length > 2 && !columns[2].isBlank() ? columns[2].strip() : null;
        return new Line(id, brings(columns[0].strip()), trigger(columns[1].strip().replaceAll("\\s+", " ")), next);
    }

    private static @Nullable Brings brings(String words) {
        var percent = PERCENT.matcher(words);
        if (percent.matches()) {
            var places = percent.group(2) == null ? "" : percent.group(2);
            var of = BigFraction.of(Long.parseLong(percent.group(1) + places), 100L * (long) Math.pow(10, places.length()));
            return new Brings.Share(of, false);
        }
        var fraction = FRACTION.matcher(words);
        if (fraction.matches()) {
            return new Brings.Share(BigFraction.of(Long.parseLong(fraction.group(1)), Long.parseLong(fraction.group(2))), false);
        }
        var shares = SHARES.matcher(words);
        if (shares.matches()) {
            return new Brings.Number(BigFraction.of(java.math.BigInteger.valueOf(Long.parseLong(shares.group(1)))));
        }
        return words.equals("rest") ? new Brings.Share(BigFraction.ONE, true) : words.equals("0") ? new Brings.Share(BigFraction.ZERO, false) : null;
    }

    private static @Nullable Trigger trigger(String words) {
        if (words.equals("start")) {
            return new Trigger.Start();
        }
        if (words.equals("happens")) {
            return new Trigger.Happens();
        }
        var after = AFTER.matcher(words);
        if (after.matches()) {
            return new Trigger.After(new Period(Integer.parseInt(after.group(1)), after.group(2).startsWith("month"), after.group(3) == null ? 1 : Integer.parseInt(after.group(3)), 0,
                    after.group(5) == null ? 0 : Integer.parseInt(after.group(5))), after.group(4));
        }
        try {
            return words.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}") ? new Trigger.On(LocalDate.parse(words)) : null;
        } catch (DateTimeException noDay) {
            return null;
        }
    }
}
