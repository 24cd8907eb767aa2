package org.probity.people.pay;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.house.vault.Vault;
import org.probity.people.reward.PaySeal;
import org.probity.proof.Hash;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A letter a year for everybody of whom payroll's file says what they were paid, and who looks at what somebody else is paid. */
@Service
public class Letters {
    private static final String SEALED_AS = "letter";
    static final int REASON_LONGEST = 300;

    /** A letter as its owner has it. @param code its seal: the hash of all that it says, which the log's entry binds */
    public record Written(UUID id, String code, Instant writtenAt, UUID record, Letter letter) {}

    /** Who looked, when and why. */
    public record Look(String by, Instant at, String reason) {}

    private final JdbcClient db;
    private final Vault vault;
    private final PaySeal seal;
    private final Payroll payroll;
    private final Bands bands;
    private final Log log;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Letters(JdbcClient db, Vault vault, PaySeal seal, Payroll payroll, Bands bands, Log log, Clock clock) {
        this.db = db;
        this.vault = vault;
        this.seal = seal;
        this.payroll = payroll;
        this.bands = bands;
        this.log = log;
        this.clock = clock;
    }

    private record Named(UUID person, String number, String nameEn, String nameZh, String grade) {}

    private record Fresh(UUID id, UUID person, Letter letter, String code) {}

    /**
     * Writes everybody's letter of a year from the file that counts; each can read theirs from this moment on.
     *
     * <p>Refusals: {@code pay.not-yours}; {@code pay.file-unknown}; {@code pay.counts-not} it does not count, or no longer; {@code pay.written-already}.
     */
    @Transactional
    public Answer<UUID> write(UUID file, Me by) {
        if (!by.is(Role.REMUNERATION)) {
            return Answer.refused("", "pay.not-yours");
        }
        var found = payroll.find(file);
        if (found.isEmpty()) {
            return Answer.refused("", "pay.file-unknown");
        }
        db.sql("SELECT FROM payroll.counted WHERE file = :file FOR UPDATE").param("file", file).query((row, n) -> row).optional();
        var it = payroll.find(file).orElseThrow();
        if (payroll.counting(it.year()).filter(counts -> counts.id().equals(file)).isEmpty()) {
            return Answer.refused("", "pay.counts-not");
        }
        if (it.letters() != null) {
            return Answer.refused("", "pay.written-already");
        }
        var id = UUID.randomUUID();
        var letters = letters(it);
        var record = log.recordBatch("pay.letters", today(), Map.of("letters", id.toString(), "file", file.toString(), "year", it.year(), "people", letters.size(), "by", by.account().toString()),
                letters.stream().map(one -> Map.of("code", one.code())).toList());
        db.sql("INSERT INTO payroll.letters (id, file, people, written_by, written_at, record) VALUES (:id, :file, :people, :by, :at, :record)")
                .param("id", id).param("file", file).param("people", letters.size()).param("by", by.account()).param("at", now()).param("record", record)
                .update();
        var sealing = seal.sealing();
        vault.open(() -> db.sql("""
                INSERT INTO pay.letter (id, letters, person, code, sealed)
                SELECT of.id, :letters, of.person, of.code, decode(of.sealed, 'hex')
                  FROM unnest(CAST(:ids AS uuid[]), CAST(:people AS uuid[]), CAST(:codes AS text[]), CAST(:sealed AS text[])) AS of (id, person, code, sealed)
                """)
                .param("letters", id).param("ids", letters.stream().map(Fresh::id).toArray(UUID[]::new)).param("people", letters.stream().map(Fresh::person).toArray(UUID[]::new))
                .param("codes", letters.stream().map(Fresh::code).toArray(String[]::new))
                .param("sealed", letters.stream().map(one -> HexFormat.of().formatHex(sealing.seal(SEALED_AS, id, one.person(), one.letter().words()))).toArray(String[]::new))
                .update());
        return Answer.done(id);
    }

    /** In the order of their codes, which is no order of people. */
    private List<Fresh> letters(Payroll.Brought it) {
        var end = LocalDate.of(it.year(), 12, 31);
        var ranges = new HashMap<String, Bands.Band>();
        bands.on(end).forEach(band -> ranges.put(band.grade(), band));
        var stated = payroll.stated(it.id());
        var letters = new ArrayList<Fresh>();
        for (var who : named(it.id(), end)) {
            var salt = new byte[16];
            random.nextBytes(salt);
            var band = ranges.get(who.grade());
            var letter = new Letter(it.year(), who.number(), flat(who.nameEn()), flat(who.nameZh()), who.grade(), band == null ? null : band.low(), band == null ? null : band.high(), stated.get(who.person()),
                    HexFormat.of().formatHex(salt));
            letters.add(new Fresh(UUID.randomUUID(), who.person(), letter, Hash.sha256(letter.words().getBytes(StandardCharsets.UTF_8)).hex()));
        }
        letters.sort(java.util.Comparator.comparing(Fresh::code));
        return letters;
    }

    private static String flat(String name) {
        return name.replaceAll("\\s+", " ");
    }

    /** People of a file with the grade of the highest level they held at the end of the year. */
    private List<Named> named(UUID file, LocalDate end) {
        return db.sql("""
                WITH grade AS MATERIALIZED (
                    SELECT person, grade FROM payroll.graded(:end)
                )
                SELECT name.id AS person, name.number, name.name_en, name.name_zh, coalesce(grade.grade, '') AS grade
                  FROM payroll.line
                  JOIN directory.name ON name.id = line.person
                  LEFT JOIN grade ON grade.person = line.person
                 WHERE line.file = :file AND line.why IS NULL
                """).param("end", end).param("file", file).query(Named.class).list();
    }

    private record Kept(UUID id, UUID letters, String code, byte[] sealed) {}

    /** Somebody's own letters, the newest first. */
    @Transactional
    List<Written> of(UUID person) {
        var sealing = seal.sealing();
        record Batch(UUID id, Instant writtenAt, UUID record) {}
        var batches = new HashMap<UUID, Batch>();
        db.sql("SELECT id, written_at, record FROM payroll.letters").query(Batch.class).list().forEach(it -> batches.put(it.id(), it));
        return vault.open(() -> db.sql("SELECT id, letters, code, sealed FROM pay.letter WHERE person = :person").param("person", person).query(Kept.class).list()).stream()
                .map(it -> new Written(it.id(), it.code(), batches.get(it.letters()).writtenAt(), batches.get(it.letters()).record(), Letter.of(sealing.open(SEALED_AS, it.letters(), person, it.sealed()))))
                .sorted(java.util.Comparator.comparing(Written::writtenAt).reversed()).toList();
    }

    /** A letter of theirs, and of nobody else. */
    @Transactional
    Optional<Written> of(UUID person, UUID id) {
        return of(person).stream().filter(it -> it.id().equals(id)).findFirst();
    }

    /**
     * What somebody is paid, for whoever keeps remuneration. That they looked is noted first, and the one looked at reads who it was.
     *
     * <p>Refusals: {@code pay.not-yours}; {@code pay.reason-missing}; {@code pay.reason-long}.
     */
    @Transactional
    public Answer<UUID> look(UUID person, String reason, Me by) {
        if (!by.is(Role.REMUNERATION)) {
            return Answer.refused("", "pay.not-yours");
        }
        if (reason.isBlank()) {
            return Answer.refused("reason", "pay.look-why");
        }
        if (reason.strip().length() > REASON_LONGEST) {
            return Answer.refused("reason", "pay.reason-long", REASON_LONGEST);
        }
        var id = UUID.randomUUID();
        var record = log.record("pay.looked", today(), Map.of("look", id.toString(), "person", person.toString(), "by", by.account().toString()));
        db.sql("INSERT INTO payroll.look (id, person, reason, by, at, record) VALUES (:id, :person, :reason, :by, :at, :record)")
                .param("id", id).param("person", person).param("reason", reason.strip()).param("by", by.account()).param("at", now()).param("record", record)
                .update();
        return Answer.done(id);
    }

    /** Whom a look was for; it opens what it was for as long as the day lasts, for the one who looked. */
    Optional<UUID> lookedAt(UUID look, Me by) {
        return db.sql("SELECT person FROM payroll.look WHERE id = :id AND by = :by AND at >= :since").param("id", look).param("by", by.account())
                .param("since", today().atStartOfDay(clock.getZone()).toOffsetDateTime()).query(UUID.class).optional();
    }

    List<Look> looks(UUID person) {
        return db.sql("SELECT coalesce(member.name, '–') AS by, look.at, look.reason FROM payroll.look LEFT JOIN access.member ON member.id = look.by WHERE look.person = :person ORDER BY look.at DESC LIMIT 100").param("person", person)
                .query(Look.class).list();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
