package org.probity.people.labour;

import java.util.List;
import java.util.Map;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Query;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;

/** The files of time facts that were taken, sign-ins without a sign-out, and where the next file is handed in. */
public record TimePage(List<Times.Report> reports, List<Times.Lost> lost, long lostCount, Query query, Map<String, String> typed, List<Reason> reasons) implements Page {
    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    public Table<Times.Report> table(Screen s) {
        return Table.of(s, reports)
                .caption(s.t("labour.time-files"))
                .head("labour.file", Times.Report::file)
                .text("labour.source", Times.Report::source)
                .day("labour.heading.from", Times.Report::first)
                .day("labour.heading.until", Times.Report::last)
                .number("labour.stretches", Times.Report::lines)
                .number("labour.people", Times.Report::people)
                .number("labour.without-sign-out", Times.Report::lost)
                .day("labour.taken", Times.Report::importedAt);
    }

    public String name(Screen s, Times.Lost it) {
        return LabourWords.in(s.lang(), it.nameEn(), it.nameZh());
    }
}
