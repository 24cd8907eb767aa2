package org.probity.people.aid;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the fund did, told to every member without a name. */
@Component
class Register {
    /** A payment. @param quarter its first day @param ground null: too few had this ground in the year to say it */
    record Line(String number, LocalDate quarter, @Nullable Ground ground, boolean atOnce, long amount, long returned) {}

    private final JdbcClient db;
    private final Fund fund;

    Register(JdbcClient db, Fund fund) {
        this.db = db;
        this.fund = fund;
    }

    /**
     * The payments of a year by their quarter; a ground is said where at least as many applications had it in that year as a rule asks, and where those whose ground is left out are at least as
     * many, or none: else the ground with the fewest is left out with them.
     */
    List<Line> of(int year) {
        record Paid(String number, LocalDate quarter, Ground ground, boolean atOnce, long amount, long returned) {}
        var paid = db.sql("""
                SELECT application.number, date_trunc('quarter', payout.day)::date AS quarter, application.ground, payout.kind = 'URGENT' AS at_once, payout.amount,
                       coalesce((SELECT sum(returned.amount) FROM aid.returned WHERE returned.payout = payout.id), 0)::bigint AS returned
                  FROM aid.payout JOIN aid.application ON application.id = payout.application
                 WHERE payout.day BETWEEN :from AND :until
                 ORDER BY 2 DESC, application.number DESC, payout.kind
                """)
                .param("from", LocalDate.of(year, 1, 1)).param("until", LocalDate.of(year, 12, 31)).query(Paid.class).list();
        var cases = new TreeMap<Ground, Integer>();
        paid.stream().map(it -> Map.entry(it.number(), it.ground())).distinct().forEach(it -> cases.merge(it.getValue(), 1, Integer::sum));
        var said = said(cases, fund.rule(AidRule.TOLD_FROM, fund.today()));
        return paid.stream().map(it -> new Line(it.number(), it.quarter(), said.contains(it.ground()) ? it.ground() : null, it.atOnce(), it.amount(), it.returned())).toList();
    }

    /** 2026 Q4 */
    static String quarter(LocalDate day) {
        return day.getYear() + " Q" + (day.getMonthValue() + 2) / 3;
    }

    static List<Ground> said(Map<Ground, Integer> cases, int least) {
        var said = new ArrayList<>(cases.keySet().stream().filter(it -> cases.get(it) >= least).toList());
        var hidden = cases.entrySet().stream().filter(it -> !said.contains(it.getKey())).mapToInt(Map.Entry::getValue).sum();
        while (hidden > 0 && hidden < least && !said.isEmpty()) {
            var joins = said.stream().min((a, b) -> cases.get(a).compareTo(cases.get(b))).orElseThrow();
            said.remove(joins);
            hidden += cases.get(joins);
        }
        return List.copyOf(said);
    }
}
