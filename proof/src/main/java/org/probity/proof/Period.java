package org.probity.proof;

import java.time.LocalDate;

/** From the first to the last day, both included. */
public record Period(LocalDate from, LocalDate to) {

    public Period {
        if (to.isBefore(from)) {
            throw new Malformed("days.form", "a period ends before it begins");
        }
    }

    public static Period year(int year) {
        return new Period(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    Json.Obj json() {
        return Json.object("from", from, "to", to);
    }

    static Period from(Fields fields) {
        Period period = new Period(fields.day("from"), fields.day("to"));
        fields.noOthers();
        return period;
    }
}
