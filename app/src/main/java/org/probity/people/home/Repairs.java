package org.probity.people.home;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Lang;
import org.probity.shapes.evidence.Picture;
import org.probity.shapes.rule.Rules;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A fault in a room is told, mended within the days of the rule, and mended only when whoever told it does not say otherwise. */
@Service("homeRepairs")
public class Repairs {
    private static final String SELECT = """
            SELECT fault.id, fault.number, fault.stay, stay.person, building.name_en AS house_en, building.name_zh AS house_zh, room.number AS room_number, fault.kind, fault.danger = 'YES' AS danger, fault.words, fault.due_day,
                   fault.told_at, last.id AS mending, last.words AS mended, last.mended_at, back.words AS sent_back
              FROM home.fault
              JOIN home.stay ON stay.id = fault.stay
              JOIN home.room ON room.id = fault.room
              JOIN home.building ON building.id = room.building
              LEFT JOIN LATERAL (SELECT * FROM home.mending WHERE mending.fault = fault.id ORDER BY no DESC LIMIT 1) AS last ON true
              LEFT JOIN home.sent_back AS back ON back.mending = last.id
            """;

    public enum Kind { WATER, POWER, HEATING, LOCK, FURNITURE, PESTS, OTHER }

    /** @param mended what was done last; null: nothing yet @param sentBack why it is not mended all the same; null: nobody said so */
    public record Fault(UUID id, String number, UUID stay, UUID person, String houseEn, String houseZh, String roomNumber, Kind kind, boolean danger, String words, LocalDate dueDay, Instant toldAt, @Nullable UUID mending,
            @Nullable String mended, @Nullable Instant mendedAt, @Nullable String sentBack) {
        public boolean open() {
            return mending == null || sentBack != null;
        }

        public String where(Lang lang) {
            return Application.name(lang, houseEn, houseZh) + " " + roomNumber;
        }
    }

    private final JdbcClient db;
    private final Photos photos;
    private final Directory directory;
    private final Rules rules;
    private final Log log;
    private final Clock clock;

    Repairs(JdbcClient db, Photos photos, Directory directory, Rules rules, Log log, Clock clock) {
        this.db = db;
        this.photos = photos;
        this.directory = directory;
        this.rules = rules;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Whoever has the key tells a fault in their room; what endangers somebody is due sooner.
     *
     * <p>Refusals: {@code home.unknown}, {@code home.only-own}, {@code home.not-lived}, {@code home.kind-missing}, {@code home.words-missing}, {@code home.words-long}, those of {@link Photos#read}.
     */
    @Transactional
    public Answer<UUID> tell(UUID stay, @Nullable Kind kind, boolean danger, String words, List<byte[]> files, Me by) {
        record Of(UUID person, UUID room, boolean lives) {}
        var of = db.sql("""
                SELECT stay.person, bed.room, EXISTS (SELECT FROM home.walk WHERE stay = :id AND way = 'IN') AND NOT EXISTS (SELECT FROM home.walk WHERE stay = :id AND way = 'OUT') AS lives
                  FROM home.stay
                  JOIN home.bed ON bed.id = stay.bed
                 WHERE stay.id = :id
                """).param("id", stay).query(Of.class).optional();
        if (of.isEmpty()) {
            return Answer.refused("", "home.unknown");
        }
        if (directory.personOf(by).filter(of.get().person()::equals).isEmpty()) {
            return Answer.refused("", "home.only-own");
        }
        if (!of.get().lives()) {
            return Answer.refused("", "home.not-lived");
        }
        if (kind == null) {
            return Answer.refused("kind", "home.kind-missing");
        }
        if (words.isBlank() || words.strip().length() > HomeQueue.WORDS_LONGEST) {
            return Answer.refused("words", words.isBlank() ? "home.words-missing" : "home.words-long", HomeQueue.WORDS_LONGEST);
        }
        return switch (photos.read(files, by)) {
            case Answer.Refused<List<Picture>>(var reasons) -> new Answer.Refused<>(reasons);
            case Answer.Done<List<Picture>>(var pictures) -> {
                var id = UUID.randomUUID();
                var due = today().plusDays(rules.on(danger ? HomeRule.MEND_DANGER_DAYS : HomeRule.MEND_DAYS, today()));
                db.sql("""
                        INSERT INTO home.fault (id, number, stay, room, kind, danger, words, due_day, told_by, told_at, record)
                        VALUES (:id, 'F' || :year || '-' || lpad(nextval('home.number')::text, 6, '0'), :stay, :room, :kind, :danger, :words, :due, :by, :at, :record)
                        """)
                        .param("id", id).param("year", today().getYear()).param("stay", stay).param("room", of.get().room()).param("kind", kind.name()).param("danger", danger ? "YES" : "NO").param("words", words.strip())
                        .param("due", due).param("by", by.account()).param("at", now())
                        .param("record", log.record("home.fault", due, Map.of("fault", id.toString(), "kind", kind.name(), "danger", danger ? "YES" : "NO", "due", due.toString()))).update();
                photos.keep(pictures, null, id, by);
                yield Answer.done(id);
            }
        };
    }

    /**
     * Somebody who cares for the house says what was done.
     *
     * <p>Refusals: {@code home.not-yours}, {@code home.unknown}, {@code home.mended-already}, {@code home.words-missing}, {@code home.words-long}.
     */
    @Transactional
    public Answer<UUID> mend(UUID fault, String words, Me by) {
        if (!by.is(Role.HR) && !by.is(Role.EHS)) {
            return Answer.refused("", "home.not-yours");
        }
        var it = locked(fault);
        if (it.isEmpty()) {
            return Answer.refused("", "home.unknown");
        }
        if (!it.get().open()) {
            return Answer.refused("", "home.mended-already");
        }
        if (words.isBlank() || words.strip().length() > HomeQueue.WORDS_LONGEST) {
            return Answer.refused("words", words.isBlank() ? "home.words-missing" : "home.words-long", HomeQueue.WORDS_LONGEST);
        }
        db.sql("""
                INSERT INTO home.mending (id, fault, no, words, mended_by, mended_at, record)
                VALUES (gen_random_uuid(), :fault, (SELECT count(*) + 1 FROM home.mending WHERE fault = :fault), :words, :by, :at, :record)
                """)
                .param("fault", fault).param("words", words.strip()).param("by", by.account()).param("at", now()).param("record", log.record("home.mended", today(), Map.of("fault", fault.toString()))).update();
        return Answer.done(fault);
    }

    /**
     * Whoever told it says that it is not mended. Its day stays as it was.
     *
     * <p>Refusals: {@code home.unknown}, {@code home.only-own}, {@code home.not-mended}, {@code home.words-missing}, {@code home.words-long}.
     */
    @Transactional
    public Answer<UUID> sendBack(UUID fault, String words, Me by) {
        var it = locked(fault);
        if (it.isEmpty()) {
            return Answer.refused("", "home.unknown");
        }
        if (!own(it.get(), by)) {
            return Answer.refused("", "home.only-own");
        }
        if (it.get().open()) {
            return Answer.refused("", "home.not-mended");
        }
        if (words.isBlank() || words.strip().length() > HomeQueue.WORDS_LONGEST) {
            return Answer.refused("words", words.isBlank() ? "home.words-missing" : "home.words-long", HomeQueue.WORDS_LONGEST);
        }
        db.sql("INSERT INTO home.sent_back (mending, words, at, record) VALUES (:mending, :words, :at, :record)").param("mending", it.get().mending()).param("words", words.strip()).param("at", now())
                .param("record", log.record("home.sent-back", today(), Map.of("fault", fault.toString()))).update();
        return Answer.done(fault);
    }

    boolean own(Fault it, Me me) {
        return directory.personOf(me).filter(it.person()::equals).isPresent();
    }

    private Optional<Fault> locked(UUID id) {
        db.sql("SELECT FROM home.fault WHERE id = :id FOR UPDATE").param("id", id).query((row, n) -> row).optional();
        return find(id);
    }

    Optional<Fault> find(UUID id) {
        return db.sql(SELECT + " WHERE fault.id = :id").param("id", id).query(Fault.class).optional();
    }

    List<Fault> of(UUID person) {
        return db.sql(SELECT + " WHERE stay.person = :person ORDER BY fault.told_at DESC").param("person", person).query(Fault.class).list();
    }

    List<Fault> open() {
        return db.sql(SELECT + " WHERE last.id IS NULL OR back.mending IS NOT NULL ORDER BY fault.due_day, fault.told_at").query(Fault.class).list();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
