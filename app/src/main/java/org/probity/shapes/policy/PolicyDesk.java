package org.probity.shapes.policy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.inbox.Duty;
import org.probity.house.inbox.Finds;
import org.probity.house.inbox.Waiting;
import org.probity.house.inbox.Words;
import org.probity.shapes.decision.Decisions;
import org.probity.shapes.obligation.State;
import org.springframework.stereotype.Component;

/** What of rules and laws waits for a person: to read, to approve, to look at again. */
@Component
class PolicyDesk implements Waiting, Finds {
    /** So many days before an article is due it lies on the desk of whoever answers for it. */
    private static final int DAYS_BEFORE = 30;

    private final Policies policies;
    private final Acknowledgements acknowledgements;
    private final Laws laws;
    private final Decisions decisions;
    private final Clock clock;

    PolicyDesk(Policies policies, Acknowledgements acknowledgements, Laws laws, Decisions decisions, Clock clock) {
        this.policies = policies;
        this.acknowledgements = acknowledgements;
        this.laws = laws;
        this.decisions = decisions;
        this.clock = clock;
    }

    @Override
    public List<Duty> waiting(Me me) {
        var duties = new ArrayList<Duty>();
        if (me.supplier().isEmpty()) {
            acknowledgements.mine(me).stream().filter(it -> it.state() != State.MET && it.state() != State.SENT_IN).forEach(it -> {
                var version = policies.version(it.version()).orElseThrow();
                duties.add(new Duty(Words.of("policy.desk.read"), s -> version.title(s.lang()), Words.of("policy.desk.version", version.no()), "policy.mine",
                        "/app/my/rules/" + it.id(), Optional.of(it.dueDay())));
            });
        }
        if (PolicyWeb.approves(me)) {
            decisions.waitingFor(Policies.PUBLISH, me).stream().flatMap(it -> policies.version(it.subject()).stream()).forEach(version ->
                    duties.add(new Duty(Words.of("policy.desk.approve"), s -> version.title(s.lang()), Words.of("policy.desk.version", version.no()), "policy.menu",
                            PolicyWeb.path(policies.find(version.policy())), Optional.empty())));
            decisions.waitingFor(Withdrawals.MATTER, me).forEach(it -> duties.add(new Duty(Words.of("policy.desk.withdraw"),
                    s -> policies.find(it.subject()).code(), Words.of("policy.desk.second"), "policy.menu", PolicyWeb.path(policies.find(it.subject())), Optional.empty())));
        }
        var soon = LocalDate.now(clock).plusDays(DAYS_BEFORE);
        var all = laws.all();
        laws.articles().stream().filter(it -> it.responsible().equals(me.account()) && it.due().isBefore(soon)).forEach(it ->
                all.stream().filter(law -> law.id().equals(it.law())).findFirst().ifPresent(law -> duties.add(new Duty(Words.of("policy.desk.review"),
                        s -> law.name(s.lang()) + " " + it.number(), Words.of("policy.desk.article"), "policy.laws", "/app/laws/" + law.code(), Optional.of(it.due())))));
        return duties;
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public String group() {
        return "policy.menu";
    }

    @Override
    public List<Hit> find(String words, Me me) {
        if (me.supplier().isPresent() || me.is(Role.ADMINISTRATOR)) {
            return List.of();
        }
        var sought = words.toLowerCase(Locale.ROOT);
        return policies.current().stream()
                .filter(it -> it.stage() == Policy.Stage.IN_FORCE)
                .filter(it -> it.titleEn().toLowerCase(Locale.ROOT).contains(sought) || it.titleZh().contains(words))
                .limit(MOST)
                .map(it -> new Hit(s -> it.title(s.lang()), Words.of("policy.desk.version", it.no()), PolicyWeb.path(policies.find(it.policy()))))
                .toList();
    }
}
