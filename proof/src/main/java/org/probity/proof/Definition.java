package org.probity.proof;

/**
 * What a figure means, sealed with it so that it cannot change silently.
 *
 * @param counts which rows are counted
 * @param metWhen when a row counts as met
 * @param doesNotSay what a reader must not read into it
 * @param sql the query that made the rows, for people; the verifier recomputes from the rows
 * @param unit as shown behind the number, "%" or "h"
 * @param timeRule at which days a row is judged
 */
public record Definition(String version, Words text, Words counts, Words metWhen, Words doesNotSay, String sql, Fold fold, Words unit,
        Rounding rounding, TimeRule timeRule) {

    public enum TimeRule {
        AT_END("at-end"), EVERY_DAY("every-day"), AT_EVENT("at-event"), OVER_PERIOD("over-period");

        final String word;

        TimeRule(String word) {
            this.word = word;
        }
    }

    Json.Obj json() {
        return Json.object("counts", counts.json(), "doesNotSay", doesNotSay.json(), "fold", fold.json(), "metWhen", metWhen.json(),
                "rounding", rounding.json(), "sql", sql, "text", text.json(), "timeRule", timeRule.word, "unit", unit.json(),
                "version", version);
    }

    static Definition from(Fields fields) {
        String word = fields.text("timeRule");
        TimeRule rule = null;
        for (TimeRule one : TimeRule.values()) {
            rule = one.word.equals(word) ? one : rule;
        }
        if (rule == null) {
            throw fields.wrong("timeRule", "is no time rule known here");
        }
        Definition definition = new Definition(fields.text("version"), fields.words("text"), fields.words("counts"),
                fields.words("metWhen"), fields.words("doesNotSay"), fields.text("sql"),
                Fold.from(fields.any("fold")), fields.words("unit"), Rounding.from(fields.object("rounding")), rule);
        fields.noOthers();
        return definition;
    }
}
