package org.probity.supply.blacklist;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.probity.house.access.Accounts;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.inbox.Finds;
import org.probity.house.mail.Letter;
import org.probity.house.mail.Outbox;
import org.probity.house.settings.Company;
import org.probity.house.ui.Lang;
import org.probity.house.webhook.EventKind;
import org.probity.house.webhook.Happened;
import org.probity.supply.supplier.Correspondents;
import org.probity.supply.supplier.Supplier;
import org.probity.supply.supplier.Suppliers;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Who hears of a case: the supplier by letter, other systems by webhook, Legal when a supplier was stopped in a hurry or has answered; and who finds one. */
@Component
class BlacklistTold implements Finds {
    private static final EventKind BARRED = new EventKind("supplier.barred", "blacklist.event.barred");
    private static final EventKind OVER = new EventKind("supplier.ban-over", "blacklist.event.over");
    private static final Set<Role> READERS = Set.of(Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.ASSURER);

    private final Matters matters;
    private final Suppliers suppliers;
    private final Correspondents correspondents;
    private final Accounts accounts;
    private final Outbox outbox;
    private final Company company;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    BlacklistTold(
            Matters matters, Suppliers suppliers, Correspondents correspondents, Accounts accounts, Outbox outbox, Company company, ApplicationEventPublisher events,
            Clock clock) {
        this.matters = matters;
        this.suppliers = suppliers;
        this.correspondents = correspondents;
        this.accounts = accounts;
        this.outbox = outbox;
        this.company = company;
        this.events = events;
        this.clock = clock;
    }

    @Bean
    static EventKind supplierBarred() {
        return BARRED;
    }

    @Bean
    static EventKind banOver() {
        return OVER;
    }

    @EventListener
    void called(Matters.Called called) {
        write(called.supplier(), called.matter(), "blacklist.letter.called", lang -> List.of(company.signs(lang), called.dueDay()));
    }

    @EventListener
    void barred(Blacklist.SupplierBarred barred) {
        write(barred.supplier(), barred.matter(), barred.untilDay() == null ? "blacklist.letter.barred-for-good" : "blacklist.letter.barred",
                lang -> barred.untilDay() == null ? List.of(company.signs(lang)) : List.of(company.signs(lang), barred.untilDay()));
        tell(BARRED, barred.matter(), barred.supplier());
    }

    @EventListener
    void over(Blacklist.BanOver over) {
        write(over.supplier(), over.matter(), over.lifted() ? "blacklist.letter.lifted" : "blacklist.letter.over", lang -> List.of(company.signs(lang)));
        tell(OVER, over.matter(), over.supplier());
    }

    /** Two must make a ban of it within days, so those who can are told at once. */
    @EventListener
    void suspended(Matters.Suspended suspended) {
        toLegal(suspended.matter(), "blacklist.letter.suspended", suspended.untilDay());
    }

    @EventListener
    void stated(Matters.Stated stated) {
        toLegal(stated.matter(), "blacklist.letter.stated", LocalDate.now(clock));
    }

    private void toLegal(UUID matter, String key, LocalDate day) {
        var it = matters.find(matter).orElseThrow();
        accounts.holding(Role.LEGAL).forEach(account -> {
            var lang = Lang.of(account.language()).orElse(Lang.EN);
            outbox.write(new Letter(account.email(), lang, key, List.of(it.name(lang), day), it.path()));
        });
    }

    private void write(UUID supplier, UUID matter, String key, Function<Lang, List<Object>> args) {
        correspondents.of(suppliers.find(supplier).orElseThrow())
                .forEach(to -> outbox.write(new Letter(to.email(), to.lang(), key, args.apply(to.lang()), "/app/portal/blacklist/" + matter)));
    }

    private void tell(EventKind kind, UUID matter, UUID supplier) {
        events.publishEvent(new Happened(kind, Map.of("case", matter.toString(), "supplier", supplier.toString()), clock.instant()));
    }

    @Override
    public int order() {
        return 45;
    }

    @Override
    public String group() {
        return "blacklist.title";
    }

    @Override
    public List<Hit> find(String words, Me me) {
        if (Collections.disjoint(READERS, me.roles())) {
            return List.of();
        }
        return matters.about(suppliers.named(words, 50).stream().map(Supplier::id).toList(), MOST).stream()
                .map(it -> new Hit(s -> it.name(s.lang()), s -> it.ground(s.lang()) + " · " + s.t("blacklist.stage." + it.stage(LocalDate.now(clock))), it.path())).toList();
    }
}
