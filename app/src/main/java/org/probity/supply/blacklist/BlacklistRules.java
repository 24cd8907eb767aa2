package org.probity.supply.blacklist;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.probity.supply.clearance.Act;
import org.probity.supply.clearance.Rule;
import org.probity.supply.evaluation.Source;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the blacklist says in every clearance. */
@Configuration(proxyBeanMethods = false)
class BlacklistRules {
    private static final LocalDate SINCE = LocalDate.of(2020, 1, 1);
    private static final String SOURCE = "Supplier Blacklist Management Regulations";
    static final Set<Act> BEGINNINGS = EnumSet.of(Act.QUOTATION, Act.ORDER, Act.CONTRACT, Act.RENEWAL);

    /**
     * Who is barred is not dealt with. What was ordered before may come in and be paid until the days that were decided; a ban for good
     * lets nobody make an exception.
     */
    @Bean
    Rule barred() {
        return new Rule("blacklist.banned", 1, SINCE, SOURCE, EnumSet.allOf(Act.class), """
                SELECT question.no,
                       CASE WHEN ending.until >= question.day THEN 'WARN' WHEN barred.until_day IS NULL THEN 'BAR' ELSE 'STOP' END,
                       CASE WHEN ending.until >= question.day THEN 'blacklist.reason.winding-down'
                            WHEN barred.until_day IS NULL THEN 'blacklist.reason.for-good' ELSE 'blacklist.reason.barred' END,
                       CASE WHEN ending.until >= question.day THEN jsonb_build_array(barred.from_day, ending.until)
                            WHEN barred.until_day IS NULL THEN jsonb_build_array(barred.from_day)
                            ELSE jsonb_build_array(barred.from_day, barred.until_day) END,
                       barred.record,
                       CASE WHEN ending.until >= question.day THEN ending.until ELSE barred.until_day END
                  FROM question
                  JOIN blacklist.barred ON barred.supplier = question.supplier AND barred.in_force @> question.day
                  LEFT JOIN LATERAL (SELECT CASE question.act WHEN 'RECEIPT' THEN barred.receipts_until WHEN 'PAYMENT' THEN barred.payments_until END AS until)
                         AS ending ON TRUE
                """);
    }

    /** Whom a person has confirmed to be the barred one under another name is not dealt with either, as long as that ban lasts. */
    @Bean
    Rule belongingToTheBarred() {
        return new Rule("blacklist.related", 1, SINCE, SOURCE, BEGINNINGS, """
                SELECT question.no,
                       CASE WHEN barred.until_day IS NULL THEN 'BAR' ELSE 'STOP' END,
                       'blacklist.reason.related',
                       jsonb_build_array(jsonb_build_object('en', name.name_en, 'zh', name.name_zh)),
                       tied.record, barred.until_day
                  FROM question
                  JOIN blacklist.tied ON tied.other = question.supplier
                  JOIN blacklist.barred ON barred.supplier = tied.supplier AND barred.in_force @> question.day
                  JOIN supplier.name ON name.id = tied.supplier
                """);
    }

    /** One person has stopped new business for some days. */
    @Bean
    Rule suspended() {
        return new Rule("blacklist.suspended", 1, SINCE, SOURCE, EnumSet.allOf(Act.class), """
                SELECT question.no,
                       CASE WHEN question.act IN ('RECEIPT', 'PAYMENT') THEN 'WARN' ELSE 'STOP' END,
                       'blacklist.reason.suspended', jsonb_build_array(suspension.from_day, suspension.until_day), suspension.record, suspension.until_day
                  FROM question
                  JOIN blacklist.suspension ON suspension.supplier = question.supplier
                                           AND question.day BETWEEN suspension.from_day AND suspension.until_day
                                           AND suspension.ended_at IS NULL
                 WHERE NOT EXISTS (SELECT FROM blacklist.barred WHERE barred.matter = suspension.matter)
                """);
    }

    /** While a supplier is heard nothing is stopped, but whoever begins something knows. */
    @Bean
    Rule heard() {
        return new Rule("blacklist.heard", 1, SINCE, SOURCE, BEGINNINGS, """
                SELECT question.no, 'WARN', 'blacklist.reason.heard', jsonb_build_array(hearing.due_day), hearing.record, NULL::date
                  FROM question
                  JOIN blacklist.matter ON matter.supplier = question.supplier
                  JOIN blacklist.hearing ON hearing.matter = matter.id
                 WHERE NOT EXISTS (SELECT FROM blacklist.ban WHERE ban.matter = matter.id)
                   AND NOT EXISTS (SELECT FROM blacklist.dropped WHERE dropped.matter = matter.id)
                """);
    }

    /** Whoever was barred on a day of the half-year fails the gate of its grade. */
    @Bean
    Source barredInTheHalfYear() {
        return new Source("no-breach", """
                SELECT ban.supplier, 0::numeric AS over, 1::numeric AS under,
                       jsonb_build_object('barred-since', min(ban.from_day)) AS facts,
                       array_agg(ban.record) AS records
                  FROM blacklist.ban
                 WHERE ban.decided_at <= :known_at
                   AND ban.in_force && daterange(CAST(:from_day AS date), CAST(:until_day AS date), '[]')
                 GROUP BY ban.supplier
                """);
    }
}
