package org.probity.people.home;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.inbox.Duty;
import org.probity.house.inbox.Waiting;
import org.probity.house.inbox.Words;
import org.springframework.stereotype.Component;

/** An offer waits for whoever it is for, a key for both sides, a fault for whoever mends. */
@Component
class HomeDesk implements Waiting {
    private final Stays stays;
    private final Repairs repairs;
    private final Directory directory;

    HomeDesk(Stays stays, Repairs repairs, Directory directory) {
        this.stays = stays;
        this.repairs = repairs;
        this.directory = directory;
    }

    @Override
    public List<Duty> waiting(Me me) {
        var duties = new ArrayList<Duty>();
        directory.personOf(me).map(stays::of).orElse(List.of()).forEach(it -> {
            var key = it.state() == Stay.State.OFFERED && !it.answerBy().isBefore(stays.today()) ? "offer" : it.state() == Stay.State.KEYED ? "key" : it.left() != null && it.leftConfirmed() == null ? "back" : "";
            if (!key.isEmpty()) {
                duties.add(stay(it, key, Optional.of(it.answerBy()).filter(_ -> key.equals("offer"))));
            }
        });
        if (me.is(Role.HR) || me.is(Role.EHS)) {
            stays.running().stream().filter(it -> !stays.own(it, me)).forEach(it -> {
                if (it.state() == Stay.State.ACCEPTED) {
                    duties.add(stay(it, "handover", Optional.of(it.fromDay())));
                } else if (it.notice() != null && it.lives()) {
                    duties.add(stay(it, "moves", Optional.of(it.notice())));
                }
            });
            repairs.open().forEach(it -> duties.add(new Duty(Words.of("home.desk.fault"), s -> s.t("home.fault-kind." + it.kind()) + " · " + it.where(s.lang()), Words.of("home.fault.open"), "home.title",
                    HomeWeb.ALL + "/faults/" + it.id(), Optional.of(it.dueDay()))));
        }
        return duties;
    }

    private static Duty stay(Stay it, String key, Optional<java.time.LocalDate> by) {
        return new Duty(Words.of("home.desk." + key), s -> it.where(s.lang()), Words.of("home.state." + it.state()), "home.title", HomeWeb.ALL + "/stays/" + it.id(), by);
    }
}
