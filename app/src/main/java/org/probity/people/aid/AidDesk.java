package org.probity.people.aid;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.probity.house.access.Me;
import org.probity.house.directory.Directory;
import org.probity.house.inbox.Duty;
import org.probity.house.inbox.Waiting;
import org.probity.house.inbox.Words;
import org.springframework.stereotype.Component;

/** Applications wait for each member of the committee who has not spoken; what is urgent says by when. Remarks wait for the committee, lists for whoever confirms them, visits for whoever goes. No applicant's name stands on a desk. */
@Component
class AidDesk implements Waiting {
    private final Applications applications;
    private final Giving giving;
    private final Oversight oversight;
    private final Visits visits;
    private final Seats seats;
    private final Directory directory;
    private final Fund fund;

    AidDesk(Applications applications, Giving giving, Oversight oversight, Visits visits, Seats seats, Directory directory, Fund fund) {
        this.applications = applications;
        this.giving = giving;
        this.oversight = oversight;
        this.visits = visits;
        this.seats = seats;
        this.directory = directory;
        this.fund = fund;
    }

    @Override
    public List<Duty> waiting(Me me) {
        var duties = new ArrayList<Duty>();
        applications.waiting(me).stream().map(it -> new Duty(Words.of(it.dueAt() != null && it.urgentAt() == null ? "aid.desk.urgent" : "aid.desk.say"), _ -> it.number(),
                Words.of("aid.state." + it.state()), "aid.title", "/app/aid/applications/" + it.id(), Optional.ofNullable(it.dueAt()).map(fund::day))).forEach(duties::add);
        giving.toConfirm(me).stream().map(it -> new Duty(Words.of("aid.desk.confirm"), _ -> it.month().toString().substring(0, 7), Words.of("aid.run-drawn"), "aid.title", "/app/aid/runs/" + it.id(), Optional.empty()))
                .forEach(duties::add);
        var unanswered = seats.decides(me) ? oversight.unanswered() : 0;
        if (unanswered > 0) {
            duties.add(new Duty(Words.of("aid.desk.remark"), s -> s.t("aid.desk.unanswered", unanswered), Words.of("aid.not-answered"), "aid.title", "/app/aid/remarks", Optional.empty()));
        }
        directory.personOf(me).map(visits::asked).orElse(List.of()).stream().map(it -> new Duty(Words.of("aid.desk.visit"), s -> DeskPage.name(s, it.nameEn(), it.nameZh()), Words.of("aid.visit-planned"), "aid.title",
                "/app/aid", Optional.of(it.day()))).forEach(duties::add);
        return duties;
    }
}
