package org.probity.people.community;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.inbox.Duty;
import org.probity.house.inbox.Waiting;
import org.probity.house.inbox.Words;
import org.springframework.stereotype.Component;

/** What waits: threads for those who answer, posts for the three, and for human resources and the union whatever nobody answered in time. */
@Component
class CommunityDesk implements Waiting {
    private final Threads threads;
    private final Liaisons liaisons;
    private final Panel panel;

    CommunityDesk(Threads threads, Liaisons liaisons, Panel panel) {
        this.threads = threads;
        this.liaisons = liaisons;
        this.panel = panel;
    }

    @Override
    public List<Duty> waiting(Me me) {
        var waiting = new ArrayList<Duty>();
        if (me.roles().stream().anyMatch(Role::outside)) {
            return waiting;
        }
        var mine = !liaisons.of(me).isEmpty();
        if (mine || me.is(Role.HR) || me.is(Role.UNION)) {
            var today = threads.today();
            for (var it : threads.waiting()) {
                var answers = (mine || me.is(Role.HR)) && liaisons.answers(it.unit(), me);
                if (answers || it.late(today) && (me.is(Role.HR) || me.is(Role.UNION))) {
                    waiting.add(new Duty(Words.of(answers ? "community.duty.answer" : "community.duty.see-to"), s -> it.hidden() == null ? it.begins() : s.t("community.hidden-short"),
                            Words.of("community.duty.why"), "community.title", "/app/community/threads/" + it.id(), Optional.ofNullable(it.due())));
                }
            }
        }
        if (panel.seat(me).isPresent()) {
            panel.open(me).stream().filter(it -> it.mine() == null).forEach(it -> waiting.add(new Duty(Words.of("community.duty.look"), Words.of("community.duty.post"), Words.of("community.duty.look-why"),
                    "community.title", "/app/community/panel", Optional.empty())));
        }
        return waiting;
    }
}
