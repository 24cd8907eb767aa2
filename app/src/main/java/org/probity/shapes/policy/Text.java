package org.probity.shapes.policy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Lang;
import org.probity.shapes.policy.Policy.Clause;

/**
 * A rule as people write it: each clause begins with a line {@code ## code Heading}, and its text follows. Both languages have the same clauses
 * in the same order, so that what one says the other says too.
 */
record Text(List<Part> parts) {
    record Part(String code, String heading, String text) {}

    private static final Pattern HEAD = Pattern.compile("## +([a-z0-9][a-z0-9.-]{0,39}) +(\\S.*)");

    /**
     * Refusals, at the field it was typed in: {@code policy.text-no-clause} words before the first clause, or none at all; {@code policy.clause-head-wrong}
     * a line that begins with # and is no head of a clause; {@code policy.clause-twice}; {@code policy.clause-empty}.
     */
    static Answer<Text> read(String field, String typed) {
        var parts = new ArrayList<Part>();
        var codes = new HashSet<String>();
        var code = "";
        var heading = "";
        var text = new StringBuilder();
        for (var line : (typed.strip() + "\n## end end").lines().map(String::stripTrailing).toList()) {
            if (!line.startsWith("#")) {
                text.append(line).append('\n');
                continue;
            }
            var head = HEAD.matcher(line);
            if (!head.matches()) {
                return Answer.refused(field, "policy.clause-head-wrong", line);
            }
            var words = text.toString().strip();
            if (code.isEmpty() && !words.isEmpty()) {
                return Answer.refused(field, "policy.text-no-clause");
            }
            if (!code.isEmpty()) {
                if (words.isEmpty()) {
                    return Answer.refused(field, "policy.clause-empty", code);
                }
                if (!codes.add(code)) {
                    return Answer.refused(field, "policy.clause-twice", code);
                }
                parts.add(new Part(code, heading, words));
            }
            code = head.group(1);
            heading = head.group(2);
            text.setLength(0);
        }
        return parts.isEmpty() ? Answer.refused(field, "policy.text-no-clause") : Answer.done(new Text(List.copyOf(parts)));
    }

    List<String> codes() {
        return parts.stream().map(Part::code).toList();
    }

    /** As it was typed, from what is kept. */
    static String written(List<Clause> clauses, Lang lang) {
        var out = new StringBuilder();
        clauses.forEach(it -> out.append("## ").append(it.code()).append(' ').append(it.heading(lang)).append("\n\n").append(it.text(lang)).append("\n\n"));
        return out.toString().strip();
    }
}
