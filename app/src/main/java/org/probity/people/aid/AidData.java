package org.probity.people.aid;

import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.probity.house.access.Account;
import org.probity.house.access.Me;
import org.probity.house.directory.Directory;
import org.probity.house.privacy.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What somebody gives, asked for and got, and what they said as a member of a committee. */
@Component
class AidData implements PersonalData {
    private final Giving giving;
    private final Applications applications;
    private final Seats seats;
    private final Visits visits;
    private final Directory directory;
    private final JdbcClient db;

    AidData(Giving giving, Applications applications, Seats seats, Visits visits, Directory directory, JdbcClient db) {
        this.giving = giving;
        this.applications = applications;
        this.seats = seats;
        this.visits = visits;
        this.directory = directory;
        this.db = db;
    }

    @Override
    public String messages() {
        return "aid.data.";
    }

    @Override
    public int order() {
        return 74;
    }

    @Override
    public List<Part> about(Account account) {
        var found = directory.personOf(new Me(account.id(), account.name(), Set.copyOf(account.roles()), account.supplier()));
        if (found.isEmpty()) {
            return List.of();
        }
        var person = found.get();
        var parts = new ArrayList<Part>();
        add(parts, "pledges", giving.pledges(person).stream().map(it -> {
            var fields = fields("amount", Fund.yuan(it.amount()), "from", YearMonth.from(it.fromMonth()).toString(), "at", it.pledgedAt());
            if (it.lastMonth() != null) {
                fields.put("last", YearMonth.from(it.lastMonth()).toString());
            }
            return fields;
        }).toList());
        add(parts, "given", giving.given(person).stream().map(it -> fields("month", YearMonth.from(it.month()).toString(), "amount", Fund.yuan(it.amount()))).toList());
        add(parts, "applications", applications.of(person).stream().map(it -> {
            var fields = fields("number", it.number(), "ground", new Code("aid.ground.", it.ground().name()), "event", it.eventDay(), "at", it.appliedAt(), "words", it.words(),
                    "state", new Code("aid.state.", it.state().name()));
            if (it.ownCost() != null && it.dependants() != null) {
                fields.put("cost", Fund.yuan(it.ownCost()));
                fields.put("dependants", it.dependants());
            }
            if (it.urgent() != null) {
                fields.put("at-once", Fund.yuan(it.urgent()));
            }
            if (it.amount() != null) {
                fields.put("amount", Fund.yuan(it.amount()));
            }
            fields.put("papers", applications.papers(it.id()).size());
            return fields;
        }).toList());
        add(parts, "seats", seats.of(person).stream().map(it -> fields("body", new Code("aid.body.", it.body().name()), "from-day", it.fromDay(), "until-day", it.untilDay())).toList());
        add(parts, "voices", voices(person));
        add(parts, "remarks", remarks(person));
        add(parts, "hardship", visits.own(person).map(it -> fields("words", it.words(), "at", it.askedAt())).stream().toList());
        add(parts, "visits", visits.of(person).stream().map(it -> fields("number", it.number(), "day", it.day(), "occasion", new Code("aid.occasion.", it.occasion().name()),
                "as", new Code("aid.data.as.", it.person().equals(person) ? "visited" : "visitor"))).toList());
        return parts;
    }

    /** As a member: words, signatures and where they stood back; of whom does not belong here. */
    private List<Map<String, Object>> voices(UUID person) {
        return db.sql("""
                SELECT application.number, voice.word AS what, voice.said_at AS at FROM aid.voice JOIN aid.application ON application.id = voice.application WHERE voice.person = :person
                UNION ALL SELECT application.number, 'SIGNED', signature.signed_at FROM aid.signature JOIN aid.application ON application.id = signature.application WHERE signature.person = :person
                UNION ALL SELECT application.number, 'RECUSED', recused.recused_at FROM aid.recused JOIN aid.application ON application.id = recused.application WHERE recused.person = :person
                ORDER BY at
                """)
                .param("person", person)
                .query((row, n) -> fields("number", row.getString(1), "what", new Code("aid.voice.", row.getString(2)), "at", row.getObject(3, OffsetDateTime.class).toInstant())).list();
    }

    /** Words of theirs to the committee, and answers of theirs. */
    private List<Map<String, Object>> remarks(UUID person) {
        return db.sql("""
                SELECT words, remarked_at AS at FROM aid.remark WHERE remarked_by = :person
                UNION ALL SELECT words, replied_at FROM aid.reply WHERE replied_by = :person
                ORDER BY at
                """)
                .param("person", person).query((row, n) -> fields("words", row.getString(1), "at", row.getObject(2, OffsetDateTime.class).toInstant())).list();
    }

    private static Map<String, Object> fields(Object... pairs) {
        var fields = new LinkedHashMap<String, Object>();
        for (int at = 0; at < pairs.length; at += 2) {
            fields.put((String) pairs[at], pairs[at + 1]);
        }
        return fields;
    }

    private static void add(List<Part> parts, String name, List<Map<String, Object>> rows) {
        if (!rows.isEmpty()) {
            parts.add(new Part(name, rows));
        }
    }
}
