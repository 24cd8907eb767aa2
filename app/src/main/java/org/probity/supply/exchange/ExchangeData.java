package org.probity.supply.exchange;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.probity.house.access.Account;
import org.probity.house.access.Me;
import org.probity.house.privacy.PersonalData;
import org.probity.shapes.gathering.GuestList;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What somebody was asked to learn and how they did in it. */
@Component
class ExchangeData implements PersonalData {
    private final JdbcClient db;
    private final GuestList guests;

    ExchangeData(JdbcClient db, GuestList guests) {
        this.db = db;
        this.guests = guests;
    }

    @Override
    public String messages() {
        return "exchange.data.";
    }

    @Override
    public int order() {
        return 59;
    }

    @Override
    public List<Part> about(Account person) {
        var who = guests.of(new Me(person.id(), person.name(), Set.copyOf(person.roles()), person.supplier()));
        if (who.isEmpty()) {
            return List.of();
        }
        var rows = db.sql("""
                SELECT campaign.number, course.course, asked.at,
                       (SELECT count(*) FROM exchange.page_read WHERE page_read.campaign = campaign.id AND page_read.course = course.course
                           AND page_read.circle = asked.circle AND page_read.guest = asked.guest) AS pages,
                       (SELECT string_agg(right_answers || '/' || questions || ' ' || day, '; ' ORDER BY no) FROM exchange.attempt
                         WHERE attempt.campaign = campaign.id AND attempt.course = course.course AND attempt.circle = asked.circle AND attempt.guest = asked.guest) AS tries,
                       (SELECT day FROM exchange.attempt WHERE attempt.campaign = campaign.id AND attempt.course = course.course AND attempt.circle = asked.circle
                           AND attempt.guest = asked.guest AND passed) AS passed
                  FROM exchange.asked
                  JOIN exchange.campaign ON campaign.id = asked.campaign
                  JOIN exchange.campaign_course AS course ON course.campaign = campaign.id
                 WHERE asked.circle = :circle AND asked.guest = :guest
                 ORDER BY asked.at, course.course
                """)
                .param("circle", who.get().circle()).param("guest", who.get().id())
                .query((row, n) -> {
                    Map<String, Object> fields = new LinkedHashMap<>();
                    fields.put("campaign", row.getString("number"));
                    fields.put("course", row.getString("course"));
                    fields.put("asked", row.getTimestamp("at").toInstant());
                    fields.put("pages", row.getLong("pages"));
                    fields.put("tries", row.getString("tries") == null ? "" : row.getString("tries"));
                    var passed = row.getObject("passed", LocalDate.class);
                    fields.put("passed", passed == null ? "" : passed);
                    return fields;
                }).list();
        return rows.isEmpty() ? List.of() : List.of(new Part("courses", rows));
    }
}
