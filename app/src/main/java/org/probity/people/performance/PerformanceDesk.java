package org.probity.people.performance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.inbox.Duty;
import org.probity.house.inbox.Waiting;
import org.probity.house.inbox.Words;
import org.probity.people.performance.Standing.Next;
import org.probity.shapes.decision.Decisions;
import org.springframework.stereotype.Component;

/** What of the newest cycles waits for a person: one's own, of one's team in one line a step, and for human resources. */
@Component
class PerformanceDesk implements Waiting {
    private final Cycles cycles;
    private final Schemes schemes;
    private final People people;
    private final Appeals appeals;
    private final Decisions decisions;

    PerformanceDesk(Cycles cycles, Schemes schemes, People people, Appeals appeals, Decisions decisions) {
        this.cycles = cycles;
        this.schemes = schemes;
        this.people = people;
        this.appeals = appeals;
        this.decisions = decisions;
    }

    @Override
    public List<Duty> waiting(Me me) {
        var duties = new ArrayList<Duty>();
        if (me.supplier().isPresent() || me.is(Role.CUSTOMER) || me.is(Role.ASSURER)) {
            return duties;
        }
        var who = people.of(me);
        var newest = cycles.all().stream().limit(2).toList();
        for (var cycle : newest) {
            who.ifPresent(it -> {
                people.find(cycle.id(), it).ifPresent(own -> own(cycle, own).ifPresent(duties::add));
                duties.addAll(team(cycle, it));
            });
        }
        if (me.is(Role.HR)) {
            decisions.waitingFor(Closings.MATTER, me).stream().flatMap(it -> cycles.find(it.subject()).stream()).forEach(cycle ->
                    duties.add(new Duty(Words.of("performance.desk.close"), cycle::name, Words.of("performance.desk.second"), "performance.title", CycleWeb.ROOM + "/" + cycle.id(), Optional.empty())));
            schemes.waiting().stream().filter(it -> !it.decision().proposedBy().equals(me.account())).forEach(it -> duties.add(new Duty(Words.of("performance.desk.close"), s -> it.next().name(s.lang()),
                    Words.of("performance.desk.second"), "performance.title", CycleWeb.ROOM + "/schemes/" + it.next().code(), Optional.empty())));
            appeals.open().stream().filter(it -> appeals.mayAnswer(it, me)).forEach(it -> duties.add(new Duty(Words.of("performance.desk.answer"), s -> s.t("performance.appeal"),
                    Words.of("performance.next.ANSWER"), "performance.title", CycleWeb.ROOM + "/" + it.cycle() + "/people/" + it.person() + "#appeal", Optional.empty())));
        }
        return duties;
    }

    private static Optional<Duty> own(Cycle cycle, Standing it) {
        var next = it.next(cycle);
        return switch (next) {
            case COMMIT -> Optional.of(duty(cycle, next, "performance.next.COMMIT", cycle.signBy()));
            case SELF -> Optional.of(duty(cycle, next, "performance.next.SELF", cycle.selfBy()));
            case ACKNOWLEDGE -> Optional.of(duty(cycle, next, "performance.next-mine.ACKNOWLEDGE", cycle.talkBy()));
            case AGREE, RATE, LOOK, CLOSE, TALK, ANSWER, DONE -> Optional.empty();
        };
    }

    private static Duty duty(Cycle cycle, Next next, String state, LocalDate due) {
        return new Duty(Words.of("performance.desk." + next), cycle::name, Words.of(state), "performance.mine", MyWeb.MINE + "?cycle=" + cycle.id(), Optional.of(due));
    }

    private List<Duty> team(Cycle cycle, UUID who) {
        var waiting = people.team(cycle.id(), who).stream().filter(it -> theirs(cycle, it, who)).collect(Collectors.groupingBy(it -> it.next(cycle), TreeMap::new, Collectors.counting()));
        Function<Next, LocalDate> due = next -> switch (next) {
            case AGREE -> cycle.signBy();
            case RATE -> cycle.rateBy();
            case LOOK -> cycle.calibrateBy();
            case TALK, COMMIT, SELF, CLOSE, ACKNOWLEDGE, ANSWER, DONE -> cycle.talkBy();
        };
        return waiting.entrySet().stream().map(it -> new Duty(Words.of("performance.desk." + it.getKey()), s -> s.t("performance.desk.people", it.getValue(), cycle.name(s)),
                Words.of("performance.next." + it.getKey()), "performance.team", TeamWeb.TEAM + "?cycle=" + cycle.id(), Optional.of(due.apply(it.getKey())))).toList();
    }

    private static boolean theirs(Cycle cycle, Standing it, UUID who) {
        return switch (it.next(cycle)) {
            case AGREE, RATE, TALK -> it.manager().equals(who);
            case LOOK -> who.equals(it.second());
            case COMMIT, SELF, CLOSE, ACKNOWLEDGE, ANSWER, DONE -> false;
        };
    }
}
