package org.probity.people.learning;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.directory.Directory;
import org.probity.house.ui.Answer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sessions as a calendar that a program reads by a secret address (RFC 5545). It says what its owner is enrolled for, has a place in, or leads, and nothing of
 * anybody else. The address is shown once; of it a hash is kept. Another address ends the one before.
 */
@Service
public class Calendar {
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int OCTETS_A_LINE = 75;
    private static final int SECRET_BYTES = 24;

    /** @param waiting whether they stand on the waiting list */
    record Entry(UUID session, String titleEn, String titleZh, Instant startsAt, Instant endsAt, String place, boolean waiting, boolean leads) {}

    private final JdbcClient db;
    private final Directory directory;
    private final Clock clock;
    private final String host;
    private final SecureRandom random = new SecureRandom();

    Calendar(JdbcClient db, Directory directory, Clock clock, @Value("${probity.url:http://localhost:8080}") String url) {
        this.db = db;
        this.directory = directory;
        this.clock = clock;
        this.host = URI.create(url).getHost() == null ? "localhost" : URI.create(url).getHost();
    }

    /** A new address for whoever is at the screen. Refusals: {@code learning.not-known} they stand in no list of people. */
    @Transactional
    public Answer<String> make(Me me) {
        var person = directory.personOf(me);
        if (person.isEmpty()) {
            return Answer.refused("", "learning.not-known");
        }
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        db.sql("UPDATE learning.calendar SET revoked_at = :now WHERE person = :person AND revoked_at IS NULL").param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("person", person.get()).update();
        db.sql("INSERT INTO learning.calendar (person, sha256, made_at) VALUES (:person, :sha, :now)").param("person", person.get()).param("sha", sha256(secret))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC)).update();
        return Answer.done(secret);
    }

    boolean has(Me me) {
        return directory.personOf(me).map(person -> db.sql("SELECT EXISTS (SELECT FROM learning.calendar WHERE person = :person AND revoked_at IS NULL)").param("person", person)
                .query(Boolean.class).single()).orElse(false);
    }

    /** What the address leads to; empty when there is no such address, or it was ended, or its owner is engaged no more or let in no more. */
    @Transactional(readOnly = true)
    public Optional<String> read(String secret) {
        return db.sql("""
                SELECT calendar.person FROM learning.calendar
                 WHERE sha256 = :sha AND revoked_at IS NULL
                   AND EXISTS (SELECT FROM directory.engaged(CAST(:today AS date), 'infinity') AS engaged WHERE engaged.person = calendar.person)
                   AND EXISTS (SELECT FROM access.member JOIN directory.pass ON pass.account = member.id WHERE pass.person = calendar.person)
                """)
                .param("sha", sha256(secret)).param("today", LocalDate.now(clock)).query(UUID.class).optional().map(this::of);
    }

    private String of(UUID person) {
        return text(db.sql("""
                SELECT named.session, named.title_en, named.title_zh, named.starts_at, named.ends_at, named.place, NOT coalesce(seat.seated, true) AS waiting,
                       named.trainer IS NOT DISTINCT FROM :person AS leads
                  FROM learning.session_named AS named
                  JOIN learning.session ON session.session = named.session
                  LEFT JOIN learning.seat ON seat.session = named.session AND seat.person = :person
                 WHERE session.off_at IS NULL AND named.ends_at > :since AND (seat.id IS NOT NULL OR named.trainer = :person)
                 ORDER BY named.starts_at
                """)
                .param("person", person).param("since", clock.instant().minusSeconds(30L * 86_400).atOffset(ZoneOffset.UTC)).query(Entry.class).list(), clock.instant(), host);
    }

    /** RFC 5545: lines end with CRLF and are folded after 75 octets, never within a character; commas, semicolons, backslashes and ends of line are escaped. */
    static String text(List<Entry> entries, Instant now, String host) {
        var lines = new StringBuilder();
        line(lines, "BEGIN:VCALENDAR");
        line(lines, "VERSION:2.0");
        line(lines, "PRODID:-//Probity//Training//EN");
        line(lines, "METHOD:PUBLISH");
        for (var it : entries) {
            line(lines, "BEGIN:VEVENT");
            line(lines, "UID:" + it.session() + "@" + host);
            line(lines, "DTSTAMP:" + UTC.format(now));
            line(lines, "DTSTART:" + UTC.format(it.startsAt()));
            line(lines, "DTEND:" + UTC.format(it.endsAt()));
            line(lines, "SUMMARY:" + escaped(it.titleEn().equals(it.titleZh()) ? it.titleEn() : it.titleEn() + " / " + it.titleZh()));
            if (!it.place().isEmpty()) {
                line(lines, "LOCATION:" + escaped(it.place()));
            }
            line(lines, "STATUS:" + (it.waiting() ? "TENTATIVE" : "CONFIRMED"));
            line(lines, "END:VEVENT");
        }
        line(lines, "END:VCALENDAR");
        return lines.toString();
    }

    static String escaped(String words) {
        return words.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\r\n", "\\n").replace("\n", "\\n").replace("\r", "");
    }

    private static void line(StringBuilder lines, String line) {
        var octets = 0;
        for (var at = 0; at < line.length(); at += Character.charCount(line.codePointAt(at))) {
            var sign = Character.toString(line.codePointAt(at));
            var length = sign.getBytes(StandardCharsets.UTF_8).length;
            if (octets + length > OCTETS_A_LINE) {
                lines.append("\r\n ");
                octets = 1;
            }
            lines.append(sign);
            octets += length;
        }
        lines.append("\r\n");
    }

    private static String sha256(String secret) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
