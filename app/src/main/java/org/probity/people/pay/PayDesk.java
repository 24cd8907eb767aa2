package org.probity.people.pay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.inbox.Duty;
import org.probity.house.inbox.Waiting;
import org.probity.house.inbox.Words;
import org.springframework.stereotype.Component;

/** A file that does not count yet, and grades whose gap somebody has to account for. */
@Component
class PayDesk implements Waiting {
    private final Payroll payroll;
    private final Gaps gaps;

    PayDesk(Payroll payroll, Gaps gaps) {
        this.payroll = payroll;
        this.gaps = gaps;
    }

    @Override
    public List<Duty> waiting(Me me) {
        if (!me.is(Role.REMUNERATION)) {
            return List.of();
        }
        var duties = new ArrayList<Duty>();
        payroll.all().stream().filter(it -> !it.counts() && payroll.newest(it))
                .forEach(it -> duties.add(new Duty(Words.of("pay.desk.count"), s -> s.t("pay.file-of", String.valueOf(it.year()), String.valueOf(it.no())), Words.of("pay.waits"), "pay.title", "/app/pay/files/" + it.id(), Optional.empty())));
        gaps.all().stream().filter(it -> gaps.categories(it.id()).stream().anyMatch(Gaps.Category::owed))
                .forEach(it -> duties.add(new Duty(Words.of("pay.desk.account"), s -> s.t("pay.gap-of", String.valueOf(it.year())), Words.of("pay.gap-apart"), "pay.title", "/app/pay/gap?year=" + it.year(),
                        Optional.of(gaps.mendedBy(it)))));
        return duties;
    }
}
