package org.probity.supply.screening;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.inbox.Changes;
import org.probity.house.inbox.Duty;
import org.probity.house.inbox.Finds;
import org.probity.house.inbox.Waiting;
import org.probity.house.inbox.Words;
import org.probity.house.ui.parts.Mark;
import org.probity.shapes.decision.Decisions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Alerts that wait, rulings that a second person owes, lists that grow old; alerts that were opened; and finding one by either name. */
@Component
class ScreeningDesk implements Waiting, Changes, Finds {
    /** A list this old is asked about; how often each changes is its publisher's affair. */
    private static final int OLD_DAYS = 30;
    private static final int SHOWN = 20;

    private final Alerts alerts;
    private final WatchLists lists;
    private final ListSettings settings;
    private final Decisions decisions;
    private final JdbcClient db;
    private final Clock clock;

    ScreeningDesk(Alerts alerts, WatchLists lists, ListSettings settings, Decisions decisions, JdbcClient db, Clock clock) {
        this.alerts = alerts;
        this.lists = lists;
        this.settings = settings;
        this.decisions = decisions;
        this.db = db;
        this.clock = clock;
    }

    @Override
    public List<Duty> waiting(Me me) {
        if (!ScreeningWeb.decides(me)) {
            return List.of();
        }
        var duties = new ArrayList<Duty>();
        for (var matter : List.of(Alerts.TRUE_HIT, Alerts.NO_HIT)) {
            decisions.waitingFor(matter, me).forEach(it -> alerts.find(it.subject()).ifPresent(alert ->
                    duties.add(duty(alert, "screening.desk.rule", Words.of("screening.waiting-short." + matter)))));
        }
        alerts.list(new Alerts.Sought("OPEN", "", ""), "alert.score DESC", SHOWN, 0).stream().filter(it -> alerts.waiting(it.id()).isEmpty())
                .forEach(it -> duties.add(duty(it, "screening.desk.decide", s -> s.t("screening.is-like", it.listedName()))));
        decisions.waitingFor(ListSettings.MATTER, me).forEach(it -> settings.find(it.subject()).flatMap(setting -> lists.find(setting.list())).ifPresent(list ->
                duties.add(new Duty(Words.of("screening.desk.setting"), s -> list.name(s.lang()), Words.of("screening.setting.waits"), "screening.menu",
                        "/app/screening/lists/" + list.id(), Optional.empty()))));
        var today = LocalDate.now(clock);
        for (var held : lists.all()) {
            if (held.now() != null && held.now().age(today) > OLD_DAYS) {
                duties.add(new Duty(Words.of("screening.desk.load"), s -> held.list().name(s.lang()), Words.of("screening.desk.old", held.now().age(today)), "screening.menu",
                        "/app/screening/lists/" + held.list().id(), Optional.empty()));
            }
        }
        return duties;
    }

    private static Duty duty(Alert it, String act, Words stands) {
        return new Duty(Words.of(act), s -> it.supplier(s.lang()), stands, "screening.menu", "/app/screening/alerts/" + it.id(), Optional.empty());
    }

    private record Opened(UUID alert, String nameEn, String nameZh, String listedName, Instant at) {}

    @Override
    public List<Change> since(Instant moment, Me me) {
        return mayRead(me) ? db.sql("""
                SELECT alert.id AS alert, name.name_en, name.name_zh, alert.listed_name, alert.opened_at AS at
                  FROM screening.alert
                  JOIN supplier.name ON name.id = alert.supplier
                 WHERE alert.opened_at >= :moment
                 ORDER BY alert.opened_at DESC, alert.score DESC
                 LIMIT :shown
                """)
                .param("moment", moment.atOffset(ZoneOffset.UTC)).param("shown", SHOWN).query(Opened.class).list().stream()
                .map(it -> new Change(Mark.WARN, s -> s.lang() == org.probity.house.ui.Lang.EN ? it.nameEn() : it.nameZh(), Words.of("screening.is-like", it.listedName()), it.at(),
                        "/app/screening/alerts/" + it.alert())).toList() : List.of();
    }

    @Override
    public int order() {
        return 45;
    }

    @Override
    public String group() {
        return "screening.menu";
    }

    @Override
    public List<Hit> find(String words, Me me) {
        return mayRead(me) ? alerts.list(new Alerts.Sought("", "", words), "alert.score DESC", MOST, 0).stream()
                .map(it -> new Hit(s -> it.supplier(s.lang()), s -> s.t("screening.is-like", it.listedName()), "/app/screening/alerts/" + it.id())).toList() : List.of();
    }

    private static boolean mayRead(Me me) {
        return ScreeningTab.READERS.stream().anyMatch(me::is);
    }
}
