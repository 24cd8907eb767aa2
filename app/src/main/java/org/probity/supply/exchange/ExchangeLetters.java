package org.probity.supply.exchange;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.probity.house.mail.Letter;
import org.probity.house.mail.Outbox;
import org.probity.house.settings.Company;
import org.probity.house.ui.Lang;
import org.probity.house.webhook.EventKind;
import org.probity.house.webhook.Happened;
import org.probity.shapes.gathering.FollowUps;
import org.probity.shapes.gathering.Guests.Guest;
import org.probity.shapes.gathering.Occasion.Standing;
import org.probity.shapes.gathering.Occasions;
import org.probity.supply.supplier.Correspondents;
import org.probity.supply.supplier.Supplier;
import org.probity.supply.supplier.SupplierGuests;
import org.probity.supply.supplier.Suppliers;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells people that they are asked to learn, and a supplier that it took something on. Colleagues see theirs on the desk. */
@Component
class ExchangeLetters {
    private static final EventKind ASKED = new EventKind("campaign.asked", "exchange.event.asked");

    private final JdbcClient db;
    private final Suppliers suppliers;
    private final Correspondents correspondents;
    private final Occasions occasions;
    private final Outbox outbox;
    private final Company company;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ExchangeLetters(
            JdbcClient db, Suppliers suppliers, Correspondents correspondents, Occasions occasions, Outbox outbox, Company company, ApplicationEventPublisher events,
            Clock clock) {
        this.db = db;
        this.suppliers = suppliers;
        this.correspondents = correspondents;
        this.occasions = occasions;
        this.outbox = outbox;
        this.company = company;
        this.events = events;
        this.clock = clock;
    }

    @Bean
    static EventKind campaignAsked() {
        return ASKED;
    }

    @EventListener
    void asked(Campaigns.Asked asked) {
        write(asked.whom(), "exchange.letter.asked", asked.campaign(), asked.campaign().untilDay());
        events.publishEvent(new Happened(ASKED, Map.of("campaign", asked.campaign().id().toString()), clock.instant()));
    }

    @EventListener
    void reminded(Campaigns.Reminded reminded) {
        write(reminded.whom(), "exchange.letter.reminded", reminded.campaign(), reminded.campaign().untilDay());
    }

    /** To suppliers' contacts, in the language of the account, or of the supplier's country. */
    private void write(List<Guest> whom, String key, Campaign campaign, java.time.LocalDate until) {
        var contacts = whom.stream().filter(it -> it.circle().equals(SupplierGuests.CIRCLE)).toList();
        var known = db.sql("SELECT lower(email) AS email, language FROM access.member WHERE lower(email) = ANY (:emails)")
                .param("emails", contacts.stream().map(it -> it.more().toLowerCase(Locale.ROOT)).toArray(String[]::new))
                .query((row, n) -> Map.entry(row.getString(1), row.getString(2))).list().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one));
        var chinese = suppliers.find(contacts.stream().map(Guest::party).distinct().toList()).stream().filter(it -> it.country().equals("CN")).map(Supplier::id).collect(Collectors.toSet());
        contacts.forEach(it -> {
            var lang = Lang.of(known.getOrDefault(it.more().toLowerCase(Locale.ROOT), chinese.contains(it.party()) ? "zh" : "en")).orElse(Lang.EN);
            outbox.write(new Letter(it.more(), lang, key, List.of(company.signs(lang), campaign.title(lang), until), "/app/learning"));
        });
    }

    @EventListener
    void moved(FollowUps.Moved moved) {
        var it = moved.after();
        if (it.party() != null && (it.state() == Standing.OWED || it.state() == Standing.RETURNED)) {
            var title = occasions.find(it.occasion()).orElseThrow().title();
            correspondents.of(suppliers.find(it.party()).orElseThrow()).forEach(to -> outbox.write(new Letter(to.email(), to.lang(),
                    it.state() == Standing.OWED ? "exchange.letter.owed" : "exchange.letter.returned", List.of(company.signs(to.lang()), title, it.what(), it.dueDay()),
                    "/app/portal/gatherings/" + it.occasion())));
        }
    }
}
