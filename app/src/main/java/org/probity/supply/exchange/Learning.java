package org.probity.supply.exchange;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.probity.house.access.Me;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.proof.Json;
import org.probity.shapes.gathering.GuestList;
import org.probity.shapes.gathering.Guests.Guest;
import org.probity.supply.exchange.Campaign.Attempt;
import org.probity.supply.exchange.Campaign.Progress;
import org.probity.supply.exchange.Rules.Key;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Taking a course: page after page, then the quiz, as often as the rule of the day allows. */
@Service
public class Learning {
    /** Somebody a campaign asks, and one of its courses. */
    record Seat(Campaign campaign, Course course, Guest who) {}

    private final JdbcClient db;
    private final Campaigns campaigns;
    private final GuestList guests;
    private final Rules rules;
    private final Log log;
    private final Clock clock;

    Learning(JdbcClient db, Campaigns campaigns, GuestList guests, Rules rules, Log log, Clock clock) {
        this.db = db;
        this.campaigns = campaigns;
        this.guests = guests;
        this.rules = rules;
        this.log = log;
        this.clock = clock;
    }

    /** Campaigns that ask whoever is at the screen, newest first. */
    public List<Campaign> mine(Me me) {
        return guests.of(me).map(who -> campaigns.all().stream().filter(it -> !it.fromDay().isAfter(today()) && asks(it, who)).toList()).orElse(List.of());
    }

    /** Each campaign with one's courses and how far one is. */
    List<LearningPage.Learn> learns(Me me) {
        return mine(me).stream().map(it -> new LearningPage.Learn(it, campaigns.courses(it.id()).stream()
                .flatMap(course -> seat(it.id(), course.code(), me).stream()).map(this::progress).toList())).toList();
    }

    /** Whether a campaign that is not over, or has not begun, asks somebody to pass this course, and they have not. */
    boolean owes(String course, Me me) {
        return guests.of(me).stream().flatMap(who -> campaigns.all().stream().filter(it -> !it.untilDay().isBefore(today()) && asks(it, who)).flatMap(it -> campaigns.courses(it.id()).stream()
                .filter(known -> known.code().equals(course)).map(known -> new Seat(it, known, who)))).anyMatch(it -> !progress(it).passed());
    }

    private boolean asks(Campaign it, Guest who) {
        return db.sql("SELECT count(*) FROM exchange.asked WHERE campaign = :campaign AND circle = :circle AND guest = :guest")
                .param("campaign", it.id()).param("circle", who.circle()).param("guest", who.id())
                .query(Long.class).single() > 0;
    }

    Optional<Seat> seat(UUID campaign, String course, Me me) {
        return guests.of(me).flatMap(who -> campaigns.find(campaign).filter(it -> !it.fromDay().isAfter(today()) && asks(it, who)).flatMap(it -> campaigns.courses(campaign).stream()
                .filter(known -> known.code().equals(course)).findFirst().map(known -> new Seat(it, known, who))));
    }

    /**
     * A page was read. Reading is possible after a campaign is over; what is read once stays read.
     *
     * <p>Refusals: {@code exchange.not-asked}; {@code exchange.page-unknown}.
     */
    @Transactional
    public Answer<Progress> read(UUID campaign, String course, int page, Me me) {
        var seat = seat(campaign, course, me);
        if (seat.isEmpty()) {
            return Answer.refused("", "exchange.not-asked");
        }
        if (page < 1 || page > seat.get().course().sheets().size()) {
            return Answer.refused("", "exchange.page-unknown");
        }
        var who = seat.get().who();
        db.sql("INSERT INTO exchange.page_read (campaign, course, circle, guest, page, at) VALUES (:campaign, :course, :circle, :guest, :page, :at) ON CONFLICT DO NOTHING")
                .param("campaign", campaign).param("course", course).param("circle", who.circle()).param("guest", who.id()).param("page", page).param("at", now())
                .update();
        return Answer.done(progress(seat.get()));
    }

    /**
     * Hands in a quiz. Whoever does not reach the pass mark of the day may try again, the same day as often as its rule allows.
     *
     * <p>Refusals: {@code exchange.not-asked}; {@code exchange.campaign-over}; {@code exchange.pages-unread}; {@code exchange.passed-already};
     * {@code exchange.attempts-used}; {@code exchange.answer-missing} one for each question without an answer.
     *
     * @param answers question to the place of the answer in the course
     */
    @Transactional
    public Answer<Attempt> answer(UUID campaign, String course, Map<String, Integer> answers, Me me) {
        var found = seat(campaign, course, me);
        if (found.isEmpty()) {
            return Answer.refused("", "exchange.not-asked");
        }
        var seat = found.get();
        if (!seat.campaign().runs(today())) {
            return Answer.refused("", "exchange.campaign-over");
        }
        db.sql("SELECT FROM exchange.asked WHERE campaign = :campaign AND circle = :circle AND guest = :guest FOR UPDATE")
                .param("campaign", campaign).param("circle", seat.who().circle()).param("guest", seat.who().id()).query((row, n) -> n).optional();
        var before = progress(seat);
        if (!before.allRead()) {
            return Answer.refused("", "exchange.pages-unread");
        }
        if (before.passed()) {
            return Answer.refused("", "exchange.passed-already");
        }
        if (left(before) <= 0) {
            return Answer.refused("", "exchange.attempts-used");
        }
        var missing = new ArrayList<Reason>();
        seat.course().questions().stream().filter(it -> !answers.containsKey(it.code()) || answers.get(it.code()) < 0 || answers.get(it.code()) >= it.answers().size())
                .forEach(it -> missing.add(new Reason(it.code(), "exchange.answer-missing", List.of())));
        return missing.isEmpty() ? Answer.done(keep(seat, answers, before.attempts().size() + 1)) : new Answer.Refused<>(missing);
    }

    private Attempt keep(Seat seat, Map<String, Integer> answers, int no) {
        var id = UUID.randomUUID();
        var right = (int) seat.course().questions().stream().filter(it -> answers.get(it.code()) == it.right()).count();
        var needed = rules.on(Key.PASS_PERCENT, today());
        var all = seat.course().questions().size();
        var passed = right * 100 >= needed * all;
        var record = log.record(passed ? "exchange.passed." + seat.who().circle() : "exchange.attempt", today(), Map.of("attempt", id.toString(),
                "campaign", seat.campaign().id().toString(), "course", seat.course().code() + " " + seat.course().version(), "sha256", seat.course().sha256(),
                "right", right, "of", all, "needed_percent", needed));
        db.sql("""
                INSERT INTO exchange.attempt (id, campaign, course, circle, guest, party, no, questions, right_answers, needed_percent, answers, day, at, record)
                VALUES (:id, :campaign, :course, :circle, :guest, :party, :no, :questions, :right, :needed, :answers::jsonb, :day, :at, :record)
                """)
                .param("id", id).param("campaign", seat.campaign().id()).param("course", seat.course().code()).param("circle", seat.who().circle())
                .param("guest", seat.who().id()).param("party", seat.who().party(), java.sql.Types.OTHER).param("no", no).param("questions", all).param("right", right)
                .param("needed", needed).param("answers", Json.of(new TreeMap<>(answers)).text()).param("day", today()).param("at", now()).param("record", record)
                .update();
        return progress(seat).attempts().getFirst();
    }

    Progress progress(Seat seat) {
        var read = db.sql("SELECT page FROM exchange.page_read WHERE campaign = :campaign AND course = :course AND circle = :circle AND guest = :guest ORDER BY page")
                .param("campaign", seat.campaign().id()).param("course", seat.course().code()).param("circle", seat.who().circle()).param("guest", seat.who().id())
                .query(Integer.class).list();
        var attempts = db.sql("""
                SELECT id, course, no, questions, right_answers, needed_percent, passed, day, record
                  FROM exchange.attempt
                 WHERE campaign = :campaign AND course = :course AND circle = :circle AND guest = :guest
                 ORDER BY no DESC
                """)
                .param("campaign", seat.campaign().id()).param("course", seat.course().code()).param("circle", seat.who().circle()).param("guest", seat.who().id())
                .query(Attempt.class).list();
        return new Progress(seat.course(), read, attempts);
    }

    /** Tries that are left today. */
    long left(Progress progress) {
        return rules.on(Key.ATTEMPTS_A_DAY, today()) - progress.attempts().stream().filter(it -> it.day().equals(today())).count();
    }

    /** What was answered in the newest attempt. */
    Map<String, Integer> answered(Attempt it) {
        return db.sql("SELECT key, value::int FROM exchange.attempt, jsonb_each_text(answers) WHERE id = :id").param("id", it.id())
                .query((row, n) -> Map.entry(row.getString(1), row.getInt(2))).list().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** In another order at each attempt, so that nobody learns places instead of answers. */
    static List<Integer> order(Seat seat, Course.Question question, int no) {
        var places = new ArrayList<Integer>();
        for (var i = 0; i < question.answers().size(); i++) {
            places.add(i);
        }
        java.util.Collections.shuffle(places, new Random(seat.who().id().getLeastSignificantBits() ^ question.code().hashCode() * 31L + no));
        return places;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
