package org.probity.supply.exchange;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.ui.Answer;
import org.probity.shapes.course.Attempt;
import org.probity.shapes.course.Takings;
import org.probity.shapes.gathering.GuestList;
import org.probity.shapes.gathering.Guests.Guest;
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
    private final Takings takings;
    private final Clock clock;

    Learning(JdbcClient db, Campaigns campaigns, GuestList guests, Rules rules, Takings takings, Clock clock) {
        this.db = db;
        this.campaigns = campaigns;
        this.guests = guests;
        this.rules = rules;
        this.takings = takings;
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
     * <p>Refusals: {@code exchange.not-asked}; those of {@link Takings#read}.
     */
    @Transactional
    public Answer<Progress> read(UUID campaign, String course, int page, Me me) {
        var seat = seat(campaign, course, me);
        if (seat.isEmpty()) {
            return Answer.refused("", "exchange.not-asked");
        }
        return switch (takings.read(begun(seat.get()), seat.get().course().lesson(), page)) {
            case Answer.Done<org.probity.shapes.course.Progress> done -> Answer.done(progress(seat.get()));
            case Answer.Refused<org.probity.shapes.course.Progress>(var reasons) -> new Answer.Refused<>(reasons);
        };
    }

    /**
     * Hands in a quiz.
     *
     * <p>Refusals: {@code exchange.not-asked}; {@code exchange.campaign-over}; those of {@link Takings#answer}.
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
        return takings.answer(begun(seat), seat.course().lesson(), answers, new Takings.Marking(rules.on(Key.PASS_PERCENT, today()), rules.on(Key.ATTEMPTS_A_DAY, today()),
                "exchange.passed." + seat.who().circle(), "exchange.attempt", Map.of("campaign", campaign.toString(), "course", seat.course().code() + " " + seat.course().version())));
    }

    /** Whoever opens two pages at once takes it once. Nobody's reading time is measured here. */
    private UUID begun(Seat seat) {
        db.sql("SELECT FROM exchange.asked WHERE campaign = :campaign AND circle = :circle AND guest = :guest FOR NO KEY UPDATE")
                .param("campaign", seat.campaign().id()).param("circle", seat.who().circle()).param("guest", seat.who().id()).query((row, n) -> n).optional();
        return taking(seat).orElseGet(() -> {
            var taking = takings.begin(new GuestList.Key(seat.who().circle(), seat.who().id()), seat.course().sha256(), Duration.ZERO);
            db.sql("INSERT INTO exchange.taking (taking, campaign, course, circle, guest, party) VALUES (:taking, :campaign, :course, :circle, :guest, :party)")
                    .param("taking", taking).param("campaign", seat.campaign().id()).param("course", seat.course().code()).param("circle", seat.who().circle())
                    .param("guest", seat.who().id()).param("party", seat.who().party(), java.sql.Types.OTHER).update();
            return taking;
        });
    }

    private Optional<UUID> taking(Seat seat) {
        return db.sql("SELECT taking FROM exchange.taking WHERE campaign = :campaign AND course = :course AND circle = :circle AND guest = :guest")
                .param("campaign", seat.campaign().id()).param("course", seat.course().code()).param("circle", seat.who().circle()).param("guest", seat.who().id())
                .query(UUID.class).optional();
    }

    Progress progress(Seat seat) {
        var taking = taking(seat);
        var lesson = seat.course().lesson();
        return new Progress(seat.course(), taking, taking.map(it -> takings.progress(it, lesson)).orElseGet(() -> org.probity.shapes.course.Progress.none(lesson)));
    }

    /** Tries that are left today. */
    long left(Progress progress) {
        return progress.so().left(rules.on(Key.ATTEMPTS_A_DAY, today()), today());
    }

    /** What was answered in an attempt. */
    Map<String, Integer> answered(Attempt it) {
        return takings.answered(it);
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }
}
