package org.probity.people.career;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The inner market of posts: rounds of openings with a window and seats, choices that nobody but the applicant and human resources see, and one match of
 * all with all by a published order. The current manager learns of it when somebody is shortlisted, which is when the round is matched.
 */
@Service
public class Rotation {
    static final int SEATS_MOST = 500;
    static final int TITLE_LONGEST = 300;
    static final int WORDS_LONGEST = 4_000;
    static final int REASON_LONGEST = 2_000;

    public record Round(UUID id, String number, String titleEn, String titleZh, LocalDate fromDay, LocalDate untilDay, long openings, long seats, long choosing, @Nullable Integer pairs) {
        public String title(Lang lang) {
            return lang == Lang.ZH ? titleZh : titleEn;
        }

        public boolean matched() {
            return pairs != null;
        }

        public boolean runs(LocalDate day) {
            return !matched() && !day.isBefore(fromDay) && !day.isAfter(untilDay);
        }
    }

    public record Opening(UUID id, UUID round, UUID unit, String unitEn, String unitZh, String track, String roleEn, String roleZh, int seats) {
        public String role(Lang lang) {
            return lang == Lang.ZH ? roleZh : roleEn;
        }

        public String unit(Lang lang) {
            return lang == Lang.ZH && !unitZh.isEmpty() || unitEn.isEmpty() ? unitZh : unitEn;
        }
    }

    /** What somebody puts into a round. */
    public record Plan(String unitCode, String track, String roleEn, String roleZh, int seats) {}

    /** @param may what human resources said of rating and discipline; null: nothing yet */
    public record Choice(UUID person, String number, String nameEn, String nameZh, List<UUID> openings, String words, int months, @Nullable Boolean may, String reason) {
        public String name(Lang lang) {
            return lang == Lang.ZH && !nameZh.isEmpty() || nameEn.isEmpty() ? nameZh : nameEn;
        }
    }

    /** Somebody in the published order of an opening. */
    public record Shortlisted(UUID opening, UUID person, String nameEn, String nameZh, int place, int level, int months, int choice, boolean got) {
        public String name(Lang lang) {
            return lang == Lang.ZH && !nameZh.isEmpty() || nameEn.isEmpty() ? nameZh : nameEn;
        }
    }

    /** A round was matched; heard in its transaction. */
    record Matched(UUID round) {}

    private final JdbcClient db;
    private final Applications applications;
    private final Register register;
    private final Rules rules;
    private final Directory directory;
    private final Log log;
    private final ApplicationEventPublisher events;

    Rotation(JdbcClient db, Applications applications, Register register, Rules rules, Directory directory, Log log, ApplicationEventPublisher events) {
        this.db = db;
        this.applications = applications;
        this.register = register;
        this.rules = rules;
        this.directory = directory;
        this.log = log;
        this.events = events;
    }

    /**
     * Opens a round.
     *
     * <p>Refusals: {@code career.not-yours}; {@code career.title-wrong} missing in a language or too long; {@code career.window-wrong} the last day before the first,
     * or past.
     */
    @Transactional
    public Answer<UUID> open(String titleEn, String titleZh, LocalDate from, LocalDate until, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "career.not-yours");
        }
        if (titleEn.isBlank() || titleZh.isBlank() || titleEn.length() > TITLE_LONGEST || titleZh.length() > TITLE_LONGEST) {
            return Answer.refused("titleEn", "career.title-wrong", TITLE_LONGEST);
        }
        if (until.isBefore(from) || until.isBefore(register.today())) {
            return Answer.refused("untilDay", "career.window-wrong");
        }
        var id = UUID.randomUUID();
        db.sql("""
                INSERT INTO career.round (id, number, title_en, title_zh, from_day, until_day, opened_by, opened_at, record)
                VALUES (:id, 'R' || :year || '-' || lpad(nextval('career.number')::text, 5, '0'), :en, :zh, :from, :until, :by, :at, :record)
                """)
                .param("id", id).param("year", register.today().getYear()).param("en", titleEn.strip()).param("zh", titleZh.strip()).param("from", from).param("until", until)
                .param("by", by.account()).param("at", applications.now())
                .param("record", log.record("career.round", register.today(), Map.of("round", id.toString(), "from", from.toString(), "until", until.toString())))
                .update();
        return Answer.done(id);
    }

    /**
     * Puts an opening into a round that nobody has chosen in yet.
     *
     * <p>Refusals: {@code career.not-yours}; {@code career.round-unknown}; {@code career.round-begun} somebody has chosen, so what there is to choose stays;
     * {@code career.unit-unknown}; {@code career.track-unknown}; {@code career.title-wrong}; {@code career.seats-wrong}.
     */
    @Transactional
    public Answer<UUID> offer(UUID round, Plan plan, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "career.not-yours");
        }
        var found = locked(round);
        if (found.isEmpty()) {
            return Answer.refused("", "career.round-unknown");
        }
        if (found.get().choosing() > 0 || found.get().matched()) {
            return Answer.refused("", "career.round-begun");
        }
        var unit = directory.tree(register.today()).stream().filter(it -> it.code().equals(plan.unitCode().strip())).findFirst();
        if (unit.isEmpty()) {
            return Answer.refused("unit", "career.unit-unknown");
        }
        if (register.track(plan.track()).isEmpty()) {
            return Answer.refused("track", "career.track-unknown");
        }
        if (plan.roleEn().isBlank() || plan.roleZh().isBlank() || plan.roleEn().length() > TITLE_LONGEST || plan.roleZh().length() > TITLE_LONGEST) {
            return Answer.refused("roleEn", "career.title-wrong", TITLE_LONGEST);
        }
        if (plan.seats() < 1 || plan.seats() > SEATS_MOST) {
            return Answer.refused("seats", "career.seats-wrong", SEATS_MOST);
        }
        var id = UUID.randomUUID();
        db.sql("INSERT INTO career.opening (id, round, unit, track, role_en, role_zh, seats) VALUES (:id, :round, :unit, :track, :en, :zh, :seats)")
                .param("id", id).param("round", round).param("unit", unit.get().id()).param("track", plan.track()).param("en", plan.roleEn().strip())
                .param("zh", plan.roleZh().strip()).param("seats", plan.seats())
                .update();
        return Answer.done(id);
    }

    /**
     * Says which openings one would like, the first first; again as often as one likes while the window is open. No opening withdraws.
     *
     * <p>Refusals: {@code career.no-person}; {@code career.round-unknown}; {@code career.round-closed}; {@code career.choices-many}; {@code career.choice-unknown}
     * not an opening of the round, or twice; {@code career.choice-own} an opening of one's own unit; {@code career.role-short} too short in the present role;
     * {@code career.words-long}.
     */
    @Transactional
    public Answer<Integer> choose(UUID round, List<UUID> openings, String words, Me by) {
        var person = directory.personOf(by);
        if (person.isEmpty() || !applications.engaged(person.get())) {
            return Answer.refused("", "career.no-person");
        }
        var found = locked(round);
        if (found.isEmpty()) {
            return Answer.refused("", "career.round-unknown");
        }
        if (!found.get().runs(register.today())) {
            return Answer.refused("", "career.round-closed");
        }
        var most = rules.on(Rules.Key.CHOICES_MOST, register.today());
        if (openings.size() > most) {
            return Answer.refused("choice.1", "career.choices-many", most);
        }
        var offered = openings(round);
        if (new LinkedHashSet<>(openings).size() < openings.size() || openings.stream().anyMatch(id -> offered.stream().noneMatch(it -> it.id().equals(id)))) {
            return Answer.refused("choice.1", "career.choice-unknown");
        }
        var units = db.sql("SELECT unit FROM directory.engaged(:day, 'infinity') WHERE person = :person").param("day", register.today()).param("person", person.get()).query(UUID.class).list();
        if (offered.stream().anyMatch(it -> openings.contains(it.id()) && units.contains(it.unit()))) {
            return Answer.refused("choice.1", "career.choice-own");
        }
        var least = rules.on(Rules.Key.ROLE_MONTHS, register.today());
        if (!openings.isEmpty() && months(person.get()) < least) {
            return Answer.refused("choice.1", "career.role-short", least);
        }
        if (words.length() > WORDS_LONGEST) {
            return Answer.refused("words", "career.words-long", WORDS_LONGEST);
        }
        db.sql("""
                INSERT INTO career.choice (id, round, person, no, openings, words, chosen_by, at)
                SELECT gen_random_uuid(), :round, :person, coalesce(max(no), 0) + 1, CAST(:openings AS uuid[]), :words, :by, :at
                  FROM career.choice WHERE round = :round AND person = :person
                """)
                .param("round", round).param("person", person.get()).param("openings", openings.toArray(UUID[]::new)).param("words", words.strip()).param("by", by.account())
                .param("at", applications.now())
                .update();
        return Answer.done(openings.size());
    }

    /** Whole months since the present engagement in this unit began. */
    int months(UUID person) {
        return db.sql("""
                SELECT coalesce(max(extract(year FROM age(CAST(:day AS date), from_day)) * 12 + extract(month FROM age(CAST(:day AS date), from_day))), 0)::int
                  FROM directory.engaged(:day, 'infinity') WHERE person = :person AND kind <> 'RETIREE'
                """)
                .param("day", register.today()).param("person", person).query(Integer.class).single();
    }

    /**
     * Human resources say whether rating and discipline stand in somebody's way; the rating itself does not come in here.
     *
     * <p>Refusals: {@code career.not-yours}; {@code career.choice-none} they chose nothing in the round; {@code career.round-matched}; {@code career.clear-reason} not, and
     * no word why; {@code career.own-application} one does not clear oneself.
     */
    @Transactional
    public Answer<Boolean> clear(UUID round, UUID person, boolean may, String reason, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "career.not-yours");
        }
        if (locked(round).filter(it -> !it.matched()).isEmpty()) {
            return Answer.refused("", "career.round-matched");
        }
        if (choices(round).stream().noneMatch(it -> it.person().equals(person))) {
            return Answer.refused("", "career.choice-none");
        }
        if (directory.personOf(by).filter(person::equals).isPresent()) {
            return Answer.refused("", "career.own-application");
        }
        if (!may && reason.isBlank() || reason.length() > REASON_LONGEST) {
            return Answer.refused("reason", "career.clear-reason", REASON_LONGEST);
        }
        db.sql("""
                INSERT INTO career.cleared (round, person, no, may, reason, by, at)
                SELECT :round, :person, coalesce(max(no), 0) + 1, :may, :reason, :by, :at FROM career.cleared WHERE round = :round AND person = :person
                """)
                .param("round", round).param("person", person).param("may", may).param("reason", reason.strip()).param("by", by.account()).param("at", applications.now())
                .update();
        return Answer.done(may);
    }

    /**
     * Matches all with all after the window. An opening takes people in this order: the level they hold on its track, then months in the role they leave, then
     * a draw anybody can repeat (the hash of round, opening and person). The order is kept and shown, and so is that no pair would rather have each other.
     *
     * <p>Refusals: {@code career.not-yours}; {@code career.round-unknown}; {@code career.round-matched}; {@code career.round-open} the window is not over;
     * {@code career.clear-first} somebody who chose was not cleared yet.
     */
    @Transactional
    public Answer<Integer> match(UUID round, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "career.not-yours");
        }
        var found = locked(round);
        if (found.isEmpty()) {
            return Answer.refused("", "career.round-unknown");
        }
        if (found.get().matched()) {
            return Answer.refused("", "career.round-matched");
        }
        if (!register.today().isAfter(found.get().untilDay())) {
            return Answer.refused("", "career.round-open");
        }
        var choices = choices(round);
        if (choices.stream().anyMatch(it -> it.may() == null)) {
            return Answer.refused("", "career.clear-first");
        }
        var wishes = new LinkedHashMap<UUID, List<UUID>>();
        choices.stream().filter(it -> Boolean.TRUE.equals(it.may()) && applications.engaged(it.person())).forEach(it -> wishes.put(it.person(), it.openings()));
        var orders = new LinkedHashMap<UUID, List<Candidate>>();
        var posts = new ArrayList<Matching.Post>();
        for (var opening : openings(round)) {
            var order = wishes.entrySet().stream().filter(it -> it.getValue().contains(opening.id()))
                    .map(it -> new Candidate(it.getKey(), level(it.getKey(), opening.track()), months(it.getKey()), drawn(round, opening.id(), it.getKey()), it.getValue().indexOf(opening.id()) + 1))
                    .sorted(Candidate.ORDER).toList();
            orders.put(opening.id(), order);
            posts.add(new Matching.Post(opening.id(), opening.seats(), order.stream().map(Candidate::person).toList()));
        }
        var matched = Matching.of(wishes, posts);
        var blocking = Matching.blocking(wishes, posts, matched);
        if (!blocking.isEmpty()) {
            throw new IllegalStateException("round " + round + " has pairs that would rather have each other: " + blocking);
        }
        var pairs = orders.values().stream().mapToInt(List::size).sum();
        var rows = new ArrayList<Map<String, Object>>();
        orders.forEach((opening, order) -> {
            for (var place = 1; place <= order.size(); place++) {
                var it = order.get(place - 1);
                var got = opening.equals(matched.get(it.person()));
                rows.add(Map.of("opening", opening.toString(), "person", it.person().toString(), "place", place, "level", it.level(), "months", it.months(), "drawn", it.drawn(),
                        "choice", it.choice(), "got", got));
                db.sql("""
                        INSERT INTO career.shortlisted (opening, person, place, level, months, drawn, choice, got)
                        VALUES (:opening, :person, :place, :level, :months, :drawn, :choice, :got)
                        """)
                        .param("opening", opening).param("person", it.person()).param("place", place).param("level", it.level()).param("months", it.months())
                        .param("drawn", it.drawn()).param("choice", it.choice()).param("got", got)
                        .update();
            }
        });
        db.sql("INSERT INTO career.matched (round, pairs, matched_by, at, record) VALUES (:round, :pairs, :by, :at, :record)")
                .param("round", round).param("pairs", pairs).param("by", by.account()).param("at", applications.now())
                .param("record", log.recordBatch("career.matched", register.today(), Map.of("round", round.toString(), "pairs", pairs, "got", matched.size()), rows))
                .update();
        events.publishEvent(new Matched(round));
        return Answer.done(matched.size());
    }

    /** Somebody in the order of an opening. */
    private record Candidate(UUID person, int level, int months, String drawn, int choice) {
        static final Comparator<Candidate> ORDER = Comparator.comparingInt(Candidate::level).reversed().thenComparing(Comparator.comparingInt(Candidate::months).reversed())
                .thenComparing(Candidate::drawn);
    }

    private int level(UUID person, String track) {
        return applications.held(person).stream().filter(it -> it.track().equals(track) && !it.untilDay().isBefore(register.today())).mapToInt(Applications.Held::level).max().orElse(0);
    }

    static String drawn(UUID round, UUID opening, UUID person) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest((round + " " + opening + " " + person).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException every) {
            throw new IllegalStateException("every JDK has SHA-256", every);
        }
    }

    private Optional<Round> locked(UUID round) {
        db.sql("SELECT FROM career.round WHERE id = :id FOR UPDATE").param("id", round).query((row, n) -> row).optional();
        return find(round);
    }

    private static final String NEWEST = """
            SELECT DISTINCT ON (round, person) round, person, openings, words FROM career.choice ORDER BY round, person, no DESC
            """;

    /** Newest first. */
    public List<Round> rounds() {
        return db.sql("""
                SELECT round.id, round.number, round.title_en, round.title_zh, round.from_day, round.until_day,
                       (SELECT count(*) FROM career.opening WHERE opening.round = round.id) AS openings,
                       (SELECT coalesce(sum(seats), 0) FROM career.opening WHERE opening.round = round.id) AS seats,
                       (SELECT count(*) FROM ("""  + NEWEST + """
                       ) AS choice WHERE choice.round = round.id AND cardinality(choice.openings) > 0) AS choosing,
                       matched.pairs
                  FROM career.round LEFT JOIN career.matched ON matched.round = round.id
                 ORDER BY round.from_day DESC, round.number DESC
                """)
                .query(Round.class).list();
    }

    public Optional<Round> find(UUID round) {
        return rounds().stream().filter(it -> it.id().equals(round)).findFirst();
    }

    public List<Opening> openings(UUID round) {
        return db.sql("""
                SELECT opening.id, opening.round, opening.unit, coalesce(place.name_en, '') AS unit_en, coalesce(place.name_zh, '') AS unit_zh, opening.track, opening.role_en,
                       opening.role_zh, opening.seats
                  FROM career.opening
                  LEFT JOIN directory.places(:day, 'infinity') AS place ON place.unit = opening.unit
                 WHERE opening.round = :round
                 ORDER BY opening.role_en, opening.id
                """)
                .param("day", register.today()).param("round", round).query(Opening.class).list();
    }

    /** Of everybody who has any, for human resources. */
    List<Choice> choices(UUID round) {
        return db.sql("SELECT choice.person, name.number, name.name_en, name.name_zh, choice.openings, choice.words, cleared.may, coalesce(cleared.reason, '') AS reason FROM (" + NEWEST + """
                ) AS choice
                  JOIN directory.name ON name.id = choice.person
                  LEFT JOIN LATERAL (SELECT may, reason FROM career.cleared WHERE cleared.round = choice.round AND cleared.person = choice.person ORDER BY no DESC LIMIT 1) AS cleared ON true
                 WHERE choice.round = :round AND cardinality(choice.openings) > 0
                 ORDER BY name.number
                """)
                .param("round", round)
                .query((row, n) -> new Choice(row.getObject("person", UUID.class), row.getString("number"), row.getString("name_en"), row.getString("name_zh"),
                        Arrays.asList((UUID[]) row.getArray("openings").getArray()), row.getString("words"), months(row.getObject("person", UUID.class)),
                        row.getObject("may", Boolean.class), row.getString("reason"))).list();
    }

    /** Who chose something, for whoever keeps the round. */
    public List<UUID> choosing(UUID round) {
        return choices(round).stream().map(Choice::person).toList();
    }

    /** One's own. */
    Optional<Choice> own(UUID round, Me me) {
        return directory.personOf(me).flatMap(person -> choices(round).stream().filter(it -> it.person().equals(person)).findFirst());
    }

    List<Shortlisted> shortlisted(UUID round) {
        return db.sql("""
                SELECT listed.opening, listed.person, name.name_en, name.name_zh, listed.place, listed.level, listed.months, listed.choice, listed.got
                  FROM career.shortlisted AS listed
                  JOIN career.opening ON opening.id = listed.opening
                  JOIN directory.name ON name.id = listed.person
                 WHERE opening.round = :round
                 ORDER BY opening.role_en, listed.opening, listed.place
                """)
                .param("round", round).query(Shortlisted.class).list();
    }
}
