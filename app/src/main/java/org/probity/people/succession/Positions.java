package org.probity.people.succession;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.directory.Place;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.people.succession.Position.Judgement;
import org.probity.people.succession.Position.Plan;
import org.probity.shapes.rule.Rules;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Posts and the criteria that make them key, what they ask, and who holds them. Human resources keep them. */
@Service
public class Positions {
    static final int ROLE_LONGEST = 300;
    static final int REASON_LONGEST = 2_000;
    static final int MONTHS_MOST = 240;

    private final JdbcClient db;
    private final Rules rules;
    private final Directory directory;
    private final Log log;
    private final Clock clock;

    Positions(JdbcClient db, Rules rules, Directory directory, Log log, Clock clock) {
        this.db = db;
        this.rules = rules;
        this.directory = directory;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Enters a post. It is not key before somebody said which criteria it meets.
     *
     * <p>Refusals: {@code succession.not-yours}; {@code succession.unit-unknown}; {@code succession.role-wrong} missing in a language or too long;
     * {@code succession.led-already} the post that leads this unit is entered.
     */
    @Transactional
    public Answer<UUID> open(Plan plan, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "succession.not-yours");
        }
        var unit = unit(plan.unit());
        if (unit.isEmpty()) {
            return Answer.refused("unit", "succession.unit-unknown");
        }
        if (plan.roleEn().isBlank() || plan.roleZh().isBlank() || plan.roleEn().length() > ROLE_LONGEST || plan.roleZh().length() > ROLE_LONGEST) {
            return Answer.refused("roleEn", "succession.role-wrong", ROLE_LONGEST);
        }
        var id = UUID.randomUUID();
        var entered = db.sql("""
                INSERT INTO succession.post (id, number, unit, role_en, role_zh, leads, opened_by, opened_at)
                VALUES (:id, 'K' || :year || '-' || lpad(nextval('succession.number')::text, 5, '0'), :unit, :en, :zh, :leads, :by, :at)
                ON CONFLICT (unit) WHERE leads DO NOTHING
                """)
                .param("id", id).param("year", today().getYear()).param("unit", unit.get().id()).param("en", plan.roleEn().strip()).param("zh", plan.roleZh().strip())
                .param("leads", plan.leads()).param("by", by.account()).param("at", now())
                .update();
        return entered == 1 ? Answer.done(id) : Answer.refused("leads", "succession.led-already");
    }

    /**
     * Says which criteria a post meets, each with its reason; what is not named is not met. It is key when as many are met as the rule of the day asks; a later rule asks it
     * of later judgements. A post that shall not be key any more, or that there is no more, meets none.
     *
     * <p>Refusals: {@code succession.not-yours}; {@code succession.position-unknown}; {@code succession.reason-long}; {@code succession.judged-the-same} nothing would change.
     *
     * @param met a reason for each criterion that is met; blank: not met
     */
    @Transactional
    public Answer<Judgement> judge(UUID post, Map<Criterion, String> met, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "succession.not-yours");
        }
        if (!lock(post)) {
            return Answer.refused("", "succession.position-unknown");
        }
        var reasons = new EnumMap<Criterion, String>(Criterion.class);
        met.forEach((criterion, reason) -> Optional.of(reason.strip()).filter(it -> !it.isEmpty()).ifPresent(it -> reasons.put(criterion, it)));
        var tooLong = reasons.entrySet().stream().filter(it -> it.getValue().length() > REASON_LONGEST)
                .map(it -> new Reason("met." + it.getKey(), "succession.reason-long", List.of(REASON_LONGEST))).toList();
        if (!tooLong.isEmpty()) {
            return new Answer.Refused<>(tooLong);
        }
        var least = rules.on(SuccessionRule.CRITERIA_LEAST, today());
        var before = judgements(post).stream().findFirst();
        if (before.filter(it -> it.met().equals(reasons) && it.least() == least).isPresent() || before.isEmpty() && reasons.isEmpty()) {
            return Answer.refused("", "succession.judged-the-same");
        }
        var adds = (reasons.size() >= least ? 1 : 0) - (before.filter(Judgement::key).isPresent() ? 1 : 0);
        var id = UUID.randomUUID();
        var record = log.record("succession.judgement", today(), Map.of("post", post.toString(), "met", String.join(" ", reasons.keySet().stream().map(Enum::name).toList()), "least", least));
        db.sql("""
                INSERT INTO succession.judgement (id, post, no, day, least, adds, by, at, record)
                SELECT :id, :post, coalesce(max(no), 0) + 1, :day, :least, :adds, :by, :at, :record FROM succession.judgement WHERE post = :post
                """)
                .param("id", id).param("post", post).param("day", today()).param("least", least).param("adds", adds).param("by", by.account()).param("at", now())
                .param("record", record)
                .update();
        reasons.forEach((criterion, reason) -> db.sql("INSERT INTO succession.met (judgement, criterion, reason) VALUES (:id, :criterion, :reason)")
                .param("id", id).param("criterion", criterion.name()).param("reason", reason).update());
        return Answer.done(judgements(post).getFirst());
    }

    /** Every judgement of a post, the newest first. */
    List<Judgement> judgements(UUID post) {
        var met = new java.util.HashMap<UUID, Map<Criterion, String>>();
        db.sql("SELECT met.judgement, met.criterion, met.reason FROM succession.met JOIN succession.judgement ON judgement.id = met.judgement WHERE judgement.post = :post")
                .param("post", post).query(row -> {
                    met.computeIfAbsent(row.getObject(1, UUID.class), _ -> new EnumMap<>(Criterion.class)).put(Criterion.valueOf(row.getString(2)), row.getString(3));
                });
        return db.sql("SELECT id, no, day, least, by, at FROM succession.judgement WHERE post = :post ORDER BY no DESC").param("post", post)
                .query((row, n) -> new Judgement(row.getObject(1, UUID.class), row.getInt(2), row.getObject(3, LocalDate.class), row.getInt(4), row.getObject(5, UUID.class),
                        row.getObject(6, OffsetDateTime.class).toInstant(), met.getOrDefault(row.getObject(1, UUID.class), Map.of()))).list();
    }

    /**
     * Says who holds a post from a day on; no number: it is vacant from that day. A post that leads its unit is held by whoever the directory names as its head.
     *
     * <p>Refusals: {@code succession.not-yours}; {@code succession.position-unknown}; {@code succession.holder-follows} it leads its unit; {@code succession.person-unknown};
     * {@code succession.not-engaged} on that day.
     */
    @Transactional
    public Answer<LocalDate> hold(UUID post, String number, LocalDate from, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "succession.not-yours");
        }
        if (!lock(post)) {
            return Answer.refused("", "succession.position-unknown");
        }
        if (db.sql("SELECT leads FROM succession.post WHERE id = :id").param("id", post).query(Boolean.class).single()) {
            return Answer.refused("", "succession.holder-follows");
        }
        var person = number.isBlank() ? Optional.<Directory.Person>empty() : directory.byNumber(number.strip());
        if (!number.isBlank() && person.isEmpty()) {
            return Answer.refused("holder", "succession.person-unknown");
        }
        if (person.isPresent() && !engaged(person.get().id(), from)) {
            return Answer.refused("holder", "succession.not-engaged");
        }
        db.sql("""
                INSERT INTO succession.holder (post, no, person, from_day, by, at)
                SELECT :post, coalesce(max(no), 0) + 1, :person, :from, :by, :at FROM succession.holder WHERE post = :post
                """)
                .param("post", post).param("person", person.map(Directory.Person::id).orElse(null), java.sql.Types.OTHER).param("from", from).param("by", by.account()).param("at", now())
                .update();
        return Answer.done(from);
    }

    boolean engaged(UUID person, LocalDate day) {
        return db.sql("SELECT EXISTS (SELECT FROM directory.engaged(:day, 'infinity') AS engaged WHERE engaged.person = :person AND engaged.kind <> 'RETIREE')").param("day", day)
                .param("person", person).query(Boolean.class).single();
    }

    /** Whoever changes a post does so alone; of nothing it is false. */
    boolean lock(UUID post) {
        return db.sql("SELECT FROM succession.post WHERE id = :id FOR UPDATE").param("id", post).query((row, n) -> row).optional().isPresent();
    }

    Optional<Place> unit(String code) {
        return directory.tree(today()).stream().filter(it -> it.code().equals(code.strip())).findFirst();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
