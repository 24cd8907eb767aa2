package org.probity.proof;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a fold reads of one row: named exact decimals and, for folds over days, the days on which something was owed and on which it was met.
 */
public record Facts(SequencedMap<String, BigDecimal> inputs, List<Days> owed, List<Days> met) {

    private static final Pattern DECIMAL = Pattern.compile("(?!-0(\\.0*)?$)-?(0|[1-9][0-9]{0,29})(\\.[0-9]{1,30})?");

    /** Whole days, both ends included. */
    public record Days(LocalDate from, LocalDate to) {
        public Days {
            if (to.isBefore(from)) {
                throw new Malformed("days.form", "days end before they begin");
            }
        }

        Json json() {
            return Json.of(List.of(from, to));
        }
    }

    public Facts {
        inputs = Collections.unmodifiableSequencedMap(new TreeMap<>(inputs));
        owed = apart(owed);
        met = apart(met);
    }

    public static Facts of(Map<String, BigDecimal> inputs) {
        return new Facts(new TreeMap<>(inputs), List.of(), List.of());
    }

    public static Facts none() {
        return of(Map.of());
    }

    /** One yes-or-no input: 1 or 0. */
    public static Facts met(boolean met) {
        return of(Map.of("met", met ? BigDecimal.ONE : BigDecimal.ZERO));
    }

    public static Facts days(List<Days> owed, List<Days> met) {
        return new Facts(new TreeMap<>(), owed, met);
    }

    /** A day must not count twice for one row, so stretches stand in order and do not touch. */
    private static List<Days> apart(List<Days> days) {
        for (int i = 1; i < days.size(); i++) {
            if (!days.get(i).from().isAfter(days.get(i - 1).to())) {
                throw new Malformed("days.form", "stretches of days overlap or stand out of order");
            }
        }
        return List.copyOf(days);
    }

    /** The form of a decimal in a package: no exponent, no plus, no leading zeros, no minus before a zero. */
    public static BigDecimal decimal(String text) {
        if (!DECIMAL.matcher(text).matches()) {
            throw new Malformed("number.decimal", "not a plain decimal");
        }
        return new BigDecimal(text);
    }

    static String decimal(BigDecimal value) {
        String text = value.toPlainString();
        decimal(text);
        return text;
    }

    Json.Obj addTo(Json.Obj row) {
        TreeMap<String, String> texts = new TreeMap<>();
        inputs.forEach((name, value) -> texts.put(name, decimal(value)));
        Json.Obj with = row.with("inputs", texts);
        return owed.isEmpty() && met.isEmpty() ? with : with.with("days", days());
    }

    private Json.Obj days() {
        return Json.object("met", met.stream().map(Days::json).toList(), "owed", owed.stream().map(Days::json).toList());
    }

    /** The member {@code inputs} of a row, after {@code included}. */
    void writeInputs(StringBuilder out) {
        int start = out.append(",\"inputs\":{").length();
        inputs.forEach((name, value) -> {
            if (out.length() > start) {
                out.append(',');
            }
            JsonWriter.string(name, out);
            out.append(":\"").append(decimal(value)).append('"');
        });
        out.append('}');
    }

    /** The member {@code days} of a row, the first of all; nothing where no days are owed or met. */
    void writeDays(StringBuilder out) {
        if (!owed.isEmpty() || !met.isEmpty()) {
            JsonWriter.write(days(), out.append("\"days\":"));
            out.append(',');
        }
    }

    static Facts from(Fields row) {
        TreeMap<String, BigDecimal> inputs = new TreeMap<>();
        row.object("inputs").members().forEach((name, value) -> inputs.put(name,
                value instanceof Json.Str(String text) ? decimal(text) : decimal("")));
        if (!row.has("days")) {
            return new Facts(inputs, List.of(), List.of());
        }
        Fields days = row.object("days");
        Facts facts = new Facts(inputs, stretches(days.list("owed")), stretches(days.list("met")));
        days.noOthers();
        if (facts.owed.isEmpty() && facts.met.isEmpty()) {
            throw new Malformed("days.form", "no days at all");
        }
        return facts;
    }

    private static List<Days> stretches(List<Json> items) {
        List<Days> stretches = new ArrayList<>();
        for (Json item : items) {
            if (!(item instanceof Json.Arr(List<Json> ends) && ends.size() == 2
                    && ends.get(0) instanceof Json.Str(String from) && ends.get(1) instanceof Json.Str(String to))) {
                throw new Malformed("days.form", "not a pair of days");
            }
            stretches.add(new Days(Fields.toDay(from), Fields.toDay(to)));
        }
        return stretches;
    }
}
