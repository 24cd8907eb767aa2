package org.probity.supply.screening;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.probity.screen.Identifier;
import org.probity.screen.Kind;
import org.probity.screen.Names;
import org.probity.screen.Naming;
import org.probity.screen.Party;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** One name, asked of all lists in force; of somebody who is no supplier yet. Nothing is kept of it. */
@Service
public class Asking {
    private record Held(UUID version, String code, String nameEn, String nameZh) {}

    private static final int LONGEST = 300;

    private final JdbcClient db;
    private final Listings listings;
    private final Clock clock;

    Asking(JdbcClient db, Listings listings, Clock clock) {
        this.db = db;
        this.listings = listings;
        this.clock = clock;
    }

    /** Whoever is like this name, or has this number; also a little below what makes an alert. Nothing for no name and no number. */
    List<Found> ask(String name, String number) {
        var words = name.strip().length() > LONGEST ? name.strip().substring(0, LONGEST) : name.strip();
        var digits = number.replaceAll("[^0-9A-Za-z]", "");
        if (words.codePoints().noneMatch(Character::isLetterOrDigit) && digits.isEmpty()) {
            return List.of();
        }
        var party = new Party("asked", Kind.UNKNOWN, List.of(Naming.of(words.isEmpty() ? digits : words)), digits.isEmpty() ? List.of() : List.of(Identifier.guess(digits)), "", "");
        var found = new ArrayList<Found>();
        for (var held : db.sql("""
                SELECT held.version, list.code, list.name_en, list.name_zh
                  FROM screening.in_force(:today, :now) AS held
                  JOIN screening.list ON list.id = held.list
                 ORDER BY list.code
                """)
                .param("today", LocalDate.now(clock)).param("now", clock.instant().atOffset(ZoneOffset.UTC)).query(Held.class).list()) {
            listings.of(held.version()).listing().search(party, Names.BAR).forEach(hit -> found.add(new Found(held.code(), held.nameEn(), held.nameZh(), hit)));
        }
        found.sort(Comparator.comparingInt(it -> -it.hit().score()));
        return found.subList(0, Math.min(50, found.size()));
    }
}
