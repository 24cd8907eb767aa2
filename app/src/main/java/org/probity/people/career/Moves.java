package org.probity.people.career;

import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.directory.Staff;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Lang;
import org.probity.shapes.evidence.Evidence;
import org.probity.shapes.rule.Rules;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What becomes of somebody who got a post: the present manager lets them go within so many days and may put it off once; the change of post is a change of
 * the contract of work and is signed in writing before the first day; and for some months they may come back.
 */
@Service
public class Moves {
    public enum Step { RELEASED, DEFERRED, SIGNED, MOVED, RETURNED }

    public record Done(int no, Step step, LocalDate day, String words, @Nullable UUID file, UUID by, java.time.Instant at) {}

    /** Somebody who got an opening. @param matchedDay since when the days of their release count @param manager who leads them now */
    public record Move(
            UUID opening, UUID person, String nameEn, String nameZh, String roleEn, String roleZh, String track, UUID unit, LocalDate matchedDay, @Nullable UUID manager, List<Done> steps) {
        public String name(Lang lang) {
            return lang == Lang.ZH && !nameZh.isEmpty() || nameEn.isEmpty() ? nameZh : nameEn;
        }

        public String role(Lang lang) {
            return lang == Lang.ZH ? roleZh : roleEn;
        }

        public Optional<Done> did(Step step) {
            return steps.stream().filter(it -> it.step() == step).reduce((one, later) -> later);
        }
    }

    private final JdbcClient db;
    private final Applications applications;
    private final Placements placements;
    private final Register register;
    private final Rules rules;
    private final Directory directory;
    private final Staff staff;
    private final Evidence evidence;
    private final Log log;

    Moves(JdbcClient db, Applications applications, Placements placements, Register register, Rules rules, Directory directory, Staff staff, Evidence evidence, Log log) {
        this.db = db;
        this.applications = applications;
        this.placements = placements;
        this.register = register;
        this.rules = rules;
        this.directory = directory;
        this.staff = staff;
        this.evidence = evidence;
        this.log = log;
    }

    /** Whoever it is about, their manager and human resources; and only of somebody who was shortlisted: before, nobody but the applicant and HR knows. */
    Optional<Move> find(UUID opening, UUID person, Me me) {
        var own = directory.personOf(me);
        return find(opening, person).filter(it -> me.is(Role.HR) || own.filter(mine -> mine.equals(person) || mine.equals(it.manager())).isPresent());
    }

    private Optional<Move> find(UUID opening, UUID person) {
        return db.sql("""
                SELECT name.name_en, name.name_zh, opening.role_en, opening.role_zh, opening.track, opening.unit, (matched.at AT TIME ZONE 'Asia/Shanghai')::date AS day, managed.manager
                  FROM career.shortlisted AS listed
                  JOIN career.opening ON opening.id = listed.opening
                  JOIN career.matched ON matched.round = opening.round
                  JOIN directory.name ON name.id = listed.person
                  LEFT JOIN directory.managers(:day, 'infinity') AS managed ON managed.person = listed.person
                 WHERE listed.opening = :opening AND listed.person = :person AND listed.got
                """)
                .param("day", register.today()).param("opening", opening).param("person", person)
                .query((row, n) -> new Move(opening, person, row.getString("name_en"), row.getString("name_zh"), row.getString("role_en"), row.getString("role_zh"), row.getString("track"),
                        row.getObject("unit", UUID.class), row.getObject("day", LocalDate.class), row.getObject("manager", UUID.class), steps(opening, person))).optional();
    }

    private List<Done> steps(UUID opening, UUID person) {
        return db.sql("SELECT no, step, day, words, file, by, at FROM career.move WHERE opening = :opening AND person = :person ORDER BY no")
                .param("opening", opening).param("person", person).query(Done.class).list();
    }

    /** Those a person is about, or leads; of human resources all that are not over. */
    public List<Move> waitingFor(Me me) {
        var own = directory.personOf(me);
        return listed(me, own).stream().filter(it -> it.did(Step.RETURNED).isEmpty() && (it.did(Step.MOVED).isEmpty() || own.filter(it.person()::equals).isPresent())).toList();
    }

    /** Who waits for this manager to let them go. Asked on every desk, so whoever leads nothing costs one question. */
    List<Move> toRelease(Me me) {
        var own = directory.personOf(me);
        return own.isEmpty() || !leads(own.get()) ? List.of()
                : listed(me, own).stream().filter(it -> it.steps().isEmpty() && own.get().equals(it.manager())).toList();
    }

    private boolean leads(UUID person) {
        return db.sql("SELECT EXISTS (SELECT FROM directory.heads(:day, 'infinity') WHERE person = :person)").param("day", register.today()).param("person", person).query(Boolean.class).single();
    }

    private List<Move> listed(Me me, Optional<UUID> own) {
        return db.sql("""
                SELECT listed.opening, listed.person
                  FROM career.shortlisted AS listed
                 WHERE listed.got
                   AND (listed.person = :own
                        OR :others AND NOT EXISTS (SELECT FROM career.move WHERE move.opening = listed.opening AND move.person = listed.person AND move.step = 'MOVED'))
                 ORDER BY listed.opening, listed.place
                """)
                .param("own", own.orElse(null), Types.OTHER).param("others", me.is(Role.HR) || own.filter(this::leads).isPresent())
                .query((row, n) -> Map.entry(row.getObject(1, UUID.class), row.getObject(2, UUID.class))).list().stream()
                .flatMap(it -> find(it.getKey(), it.getValue(), me).stream()).toList();
    }

    /**
     * The present manager says the last day in the old post; once they may say a later one, with a reason.
     *
     * <p>Refusals: {@code career.unknown}; {@code career.not-manager}; {@code career.move-over} they have moved already; {@code career.day-past};
     * {@code career.release-late} later than the days the rule gives; {@code career.defer-used} put off once already; {@code career.defer-reason}.
     */
    @Transactional
    public Answer<Move> release(UUID opening, UUID person, LocalDate day, String words, Me by) {
        var found = acting(opening, person, by);
        if (found.isEmpty()) {
            return Answer.refused("", "career.unknown");
        }
        var it = found.get();
        if (directory.personOf(by).filter(mine -> mine.equals(it.manager())).isEmpty()) {
            return Answer.refused("", "career.not-manager");
        }
        if (it.did(Step.MOVED).isPresent()) {
            return Answer.refused("", "career.move-over");
        }
        if (day.isBefore(register.today())) {
            return Answer.refused("day", "career.day-past");
        }
        var days = rules.on(CareerRule.RELEASE_DAYS, it.matchedDay());
        var again = it.did(Step.RELEASED).isPresent();
        var last = it.matchedDay().plusDays(again ? days + rules.on(CareerRule.DEFER_DAYS, it.matchedDay()) : days);
        if (it.did(Step.DEFERRED).isPresent()) {
            return Answer.refused("day", "career.defer-used");
        }
        if (day.isAfter(last)) {
            return Answer.refused("day", "career.release-late", last);
        }
        if (again && (words.isBlank() || words.length() > Rotation.REASON_LONGEST)) {
            return Answer.refused("words", "career.defer-reason", Rotation.REASON_LONGEST);
        }
        return step(it, again ? Step.DEFERRED : Step.RELEASED, day, words.strip(), null, by);
    }

    /**
     * Human resources keep the change of the contract as both have signed it.
     *
     * <p>Refusals: {@code career.not-yours}; {@code career.unknown}; {@code career.move-over}; {@code career.file-missing}; {@code career.file-big}.
     */
    @Transactional
    public Answer<Move> sign(UUID opening, UUID person, Proofs.Upload file, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "career.not-yours");
        }
        var found = acting(opening, person, by);
        if (found.isEmpty()) {
            return Answer.refused("", "career.unknown");
        }
        if (found.get().did(Step.MOVED).isPresent()) {
            return Answer.refused("", "career.move-over");
        }
        if (file.bytes().length == 0) {
            return Answer.refused("file", "career.file-missing");
        }
        if (file.bytes().length > Proofs.FILE_BYTES_MAX) {
            return Answer.refused("file", "career.file-big", Proofs.FILE_BYTES_MAX >> 20);
        }
        var kept = evidence.keep(file.name(), "application/octet-stream", file.bytes(), by.account());
        return step(found.get(), Step.SIGNED, register.today(), "", kept, by);
    }

    /**
     * The first day in the new post. The directory is told by its own door in the same transaction, so that from that day on they are engaged in the new unit.
     *
     * <p>Refusals: {@code career.not-yours}; {@code career.unknown}; {@code career.move-over}; {@code career.not-released}; {@code career.not-signed} a change of
     * post is a change of the contract, in writing; {@code career.before-release};
     * those of {@link Staff#transfer}.
     */
    @Transactional
    public Answer<Move> move(UUID opening, UUID person, LocalDate day, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "career.not-yours");
        }
        var found = acting(opening, person, by);
        if (found.isEmpty()) {
            return Answer.refused("", "career.unknown");
        }
        var it = found.get();
        if (it.did(Step.MOVED).isPresent()) {
            return Answer.refused("", "career.move-over");
        }
        var released = it.did(Step.DEFERRED).or(() -> it.did(Step.RELEASED));
        if (released.isEmpty()) {
            return Answer.refused("", "career.not-released");
        }
        if (it.did(Step.SIGNED).isEmpty()) {
            return Answer.refused("", "career.not-signed");
        }
        if (!day.isAfter(released.get().day())) {
            return Answer.refused("day", "career.before-release", released.get().day());
        }
        if (transferred(person, it.unit(), it.roleEn(), day, by) instanceof Answer.Refused<UUID>(var reasons)) {
            return new Answer.Refused<>(reasons);
        }
        var answer = step(it, Step.MOVED, day, "", null, by);
        it.did(Step.SIGNED).ifPresent(signed -> placements.place(person, it.track(), last(opening, person), by));
        return answer;
    }

    /** From their engagement of the day before into another unit; whoever is not engaged then has nothing to be moved. */
    private Answer<UUID> transferred(UUID person, UUID unit, String title, LocalDate day, Me by) {
        var engagement = directory.engagement(person, day.minusDays(1));
        return engagement.isEmpty() ? Answer.refused("day", "career.not-engaged") : staff.transfer(engagement.get(), unit, title, day, "", by.account());
    }

    private UUID last(UUID opening, UUID person) {
        return db.sql("SELECT record FROM career.move WHERE opening = :opening AND person = :person ORDER BY no DESC LIMIT 1").param("opening", opening).param("person", person)
                .query(UUID.class).single();
    }

    /**
     * Whoever moved comes back, within the months of the rule; from tomorrow on the directory has them in the unit they left.
     *
     * <p>Refusals: {@code career.unknown} also when it is not their own; {@code career.not-moved}; {@code career.return-late}; {@code career.returned-already};
     * those of {@link Staff#transfer}.
     */
    @Transactional
    public Answer<Move> comeBack(UUID opening, UUID person, Me by) {
        var found = acting(opening, person, by).filter(it -> directory.personOf(by).filter(it.person()::equals).isPresent());
        if (found.isEmpty()) {
            return Answer.refused("", "career.unknown");
        }
        var moved = found.get().did(Step.MOVED);
        if (moved.isEmpty()) {
            return Answer.refused("", "career.not-moved");
        }
        if (found.get().did(Step.RETURNED).isPresent()) {
            return Answer.refused("", "career.returned-already");
        }
        var until = until(moved.get());
        if (register.today().isAfter(until)) {
            return Answer.refused("", "career.return-late", until);
        }
        var before = directory.person(person).orElseThrow().stretches().stream().filter(it -> it.supersededAt() == null && moved.get().day().minusDays(1).equals(it.untilDay())).findFirst();
        if (before.isPresent() && transferred(person, before.get().unit(), before.get().title(), register.today().plusDays(1), by) instanceof Answer.Refused<UUID>(var reasons)) {
            return new Answer.Refused<>(reasons);
        }
        return step(found.get(), Step.RETURNED, register.today(), "", null, by);
    }

    /** The last day on which somebody may come back. */
    LocalDate until(Done moved) {
        return moved.day().plusMonths(rules.on(CareerRule.RETURN_MONTHS, moved.day())).minusDays(1);
    }

    /** Until when the manager lets somebody go, unless it is put off. */
    LocalDate lastRelease(Move it) {
        return it.matchedDay().plusDays(rules.on(CareerRule.RELEASE_DAYS, it.matchedDay()));
    }

    private Optional<Move> acting(UUID opening, UUID person, Me by) {
        db.sql("SELECT FROM career.shortlisted WHERE opening = :opening AND person = :person FOR UPDATE").param("opening", opening).param("person", person).query((row, n) -> row).optional();
        return find(opening, person, by);
    }

    private Answer<Move> step(Move it, Step step, LocalDate day, String words, Evidence.@Nullable Item file, Me by) {
        // The first day in the new post is what a figure counts, so the log numbers it by itself.
        var record = log.record(step == Step.MOVED ? "career.moved" : "career.move", step == Step.MOVED ? day : register.today(), Map.of("opening", it.opening().toString(), "person", it.person().toString(), "step", step.name(), "day", day.toString(),
                "sha256", file == null ? "" : file.sha256()));
        db.sql("""
                INSERT INTO career.move (opening, person, no, step, day, words, file, by, at, record)
                VALUES (:opening, :person, :no, :step, :day, :words, :file, :by, :at, :record)
                """)
                .param("opening", it.opening()).param("person", it.person()).param("no", it.steps().size() + 1).param("step", step.name()).param("day", day).param("words", words)
                .param("file", file == null ? null : file.id(), Types.OTHER).param("by", by.account()).param("at", applications.now()).param("record", record)
                .update();
        return Answer.done(find(it.opening(), it.person()).orElseThrow());
    }
}
