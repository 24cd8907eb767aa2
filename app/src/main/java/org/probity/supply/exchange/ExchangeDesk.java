package org.probity.supply.exchange;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.inbox.Duty;
import org.probity.house.inbox.Finds;
import org.probity.house.inbox.Waiting;
import org.probity.house.inbox.Words;
import org.probity.house.ui.Query;
import org.probity.house.ui.parts.State;
import org.probity.shapes.gathering.FollowUps;
import org.probity.shapes.gathering.Occasion;
import org.probity.shapes.gathering.OccasionPage;
import org.probity.shapes.gathering.Occasions;
import org.probity.supply.supplier.Owing;
import org.probity.supply.supplier.PortalDuties;
import org.probity.supply.supplier.Supplier;
import org.springframework.stereotype.Component;

/** Courses that wait for a person, on the desk and on a supplier's list; what a supplier took on; and finding an exchange. */
@Component
class ExchangeDesk implements Waiting, Finds, Owing, PortalDuties {
    private final Learning learning;
    private final Rules rules;
    private final Exchanges exchanges;
    private final FollowUps followUps;
    private final Occasions occasions;

    ExchangeDesk(Learning learning, Rules rules, Exchanges exchanges, FollowUps followUps, Occasions occasions) {
        this.learning = learning;
        this.rules = rules;
        this.exchanges = exchanges;
        this.followUps = followUps;
        this.occasions = occasions;
    }

    @Override
    public List<Duty> waiting(Me me) {
        return me.supplier().isPresent() ? List.of() : Stream.concat(toAgree(me), toLearn(me)).toList();
    }

    private Stream<Duty> toAgree(Me me) {
        return Rules.decides(me) ? rules.waiting().stream().filter(it -> !it.proposedBy().equals(me.account())).map(it -> new Duty(Words.of("exchange.desk.rule"),
                s -> s.t("exchange.rule." + it.key()) + ": " + it.value(), Words.of("exchange.rule-second"), "exchange.session.all", "/app/campaigns/rules", Optional.of(it.fromDay()))) : Stream.of();
    }

    private Stream<Duty> toLearn(Me me) {
        return learning.learns(me).stream().filter(it -> it.campaign().runs(learning.today()))
                .flatMap(it -> it.courses().stream().filter(course -> !course.passed()).map(course -> new Duty(Words.of("exchange.desk.learn"),
                        s -> course.course().name().in(s.lang()), s -> LearningPage.state(s, it.campaign(), course, learning.today()).words(), "exchange.learning",
                        LearningPage.href(it.campaign(), course), Optional.of(it.campaign().untilDay()))));
    }

    /** Courses are the contact's own: a colleague's are not on their list. */
    @Override
    public List<Owed> of(Supplier supplier, java.time.LocalDate today, Me me) {
        return me.supplier().filter(supplier.id()::equals).isEmpty() ? List.of() : learning.learns(me).stream().filter(it -> it.campaign().runs(today))
                .flatMap(it -> it.courses().stream().map(course -> new Owed(s -> course.course().name().in(s.lang()), Words.of("exchange.owed-ask"),
                        Words.of(course.passed() ? "exchange.owed-look" : "exchange.desk.learn"), Words.of("exchange.owed-why"), Words.of("exchange.owed-next"),
                        LearningPage.href(it.campaign(), course), course.passed() ? Turn.DONE : Turn.YOURS,
                        course.passed() ? Optional.empty() : Optional.of(it.campaign().untilDay()), Optional.empty(),
                        s -> LearningPage.state(s, it.campaign(), course, today), !course.passed() && !course.read().isEmpty()))).toList();
    }

    @Override
    public List<Line> of(UUID supplier) {
        var today = learning.today();
        var owed = followUps.owedBy(supplier).stream().map(it -> new Line(s -> it.what(), s -> s.t("exchange.portal-follow-up", occasions.find(it.occasion()).orElseThrow().title()),
                "/app/portal/gatherings/" + it.occasion() + "#f" + it.no(), it.dueDay(), s -> OccasionPage.state(s, it, today), it.owed()));
        var unread = occasions.with(supplier).stream().filter(it -> it.state(exchanges.now()) == Occasion.State.MINUTES_UNREAD)
                .map(it -> new Line(s -> it.title(), Words.of("exchange.portal-minutes"), "/app/portal/gatherings/" + it.id(), it.day(exchanges.zone()).plusDays(14),
                        s -> State.warn(s.t("gathering.state.MINUTES_UNREAD")), true));
        return Stream.concat(owed, unread).toList();
    }

    @Override
    public int order() {
        return 32;
    }

    @Override
    public String group() {
        return "exchange.exchange.all";
    }

    @Override
    public List<Hit> find(String words, Me me) {
        if (Stream.of(Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER).noneMatch(me::is)) {
            return List.of();
        }
        return exchanges.lines(Query.all("/app/exchanges").with("q", words)).stream().limit(MOST)
                .map(it -> new Hit(s -> it.number() + " · " + it.title(), s -> it.with(s.lang()), "/app/gatherings/" + it.id())).toList();
    }
}
