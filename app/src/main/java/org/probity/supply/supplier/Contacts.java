package org.probity.supply.supplier;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.probity.house.access.Accounts;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.access.Ruling;
import org.probity.house.mail.Letter;
import org.probity.house.mail.Outbox;
import org.probity.house.settings.Company;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Lang;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A supplier's contacts keep their own list: they bring in colleagues, and whoever leaves hands over. */
@Service
public class Contacts {
    /**
     * A colleague to bring in.
     *
     * @param language of letters to them: en or zh
     */
    public record Colleague(String name, String email, String phone, String language) {
        public Colleague {
            name = name.strip();
            email = email.strip();
            phone = phone.strip();
        }
    }

    private final JdbcClient db;
    private final Suppliers suppliers;
    private final Accounts accounts;
    private final Outbox outbox;
    private final Clock clock;
    private final Company company;

    Contacts(
            JdbcClient db, Suppliers suppliers, Accounts accounts, Outbox outbox, Clock clock,
            Company company) {
        this.db = db;
        this.suppliers = suppliers;
        this.accounts = accounts;
        this.outbox = outbox;
        this.clock = clock;
        this.company = company;
    }

    /**
     * A contact brings in a colleague, who gets an invitation.
     *
     * <p>Refusals: {@code supplier.contacts-not-yours} somebody who is no supplier's contact; {@code supplier.contact-there} the colleague
     * already is one; those of {@link Accounts#invite}, such as {@code signin.name-missing}, {@code signin.email-wrong},
     * {@code signin.email-taken}.
     */
    @Transactional
    public Answer<UUID> bringIn(Colleague it, Me by) {
        if (by.supplier().isEmpty()) {
            return Answer.refused("", "supplier.contacts-not-yours");
        }
        var supplier = by.supplier().get();
        if (current(supplier).stream().anyMatch(contact -> contact.email().equalsIgnoreCase(it.email()))) {
            return Answer.refused("email", "supplier.contact-there");
        }
        var newcomer = new Accounts.Newcomer(it.name(), it.email(), Set.of(Role.SUPPLIER), Optional.of(supplier), it.language());
        return switch (accounts.invite(newcomer, by.account())) {
            case Ruling.Denied<UUID>(var field, var key, var args) -> new Answer.Refused<>(List.of(new Reason(field, key, args)));
            case Ruling.Granted<UUID> invited -> Answer.done(suppliers.addContact(supplier, it.name(), it.email(), it.phone()));
        };
    }

    /**
     * A contact leaves, or is said to have left, and another takes over. What their company owes goes on without a gap; who left is kept
     * out from this moment.
     *
     * <p>Refusals: {@code supplier.contacts-not-yours} another supplier's contact; {@code supplier.contact-gone} they handed over already;
     * {@code supplier.successor-missing} nobody, or nobody of this supplier, is named to take over; {@code supplier.successor-same} they
     * cannot hand over to themselves.
     */
    @Transactional
    public Answer<UUID> handOver(UUID contact, Optional<UUID> to, Me by) {
        var found = db.sql("SELECT * FROM supplier.contact WHERE id = :id FOR UPDATE")
                .param("id", contact)
                .query(Supplier.Contact.class).optional()
                .filter(it -> by.supplier().equals(Optional.of(it.supplier())));
        if (found.isEmpty()) {
            return Answer.refused("", "supplier.contacts-not-yours");
        }
        var leaving = found.get();
        if (leaving.untilDay() != null) {
            return Answer.refused("", "supplier.contact-gone");
        }
        if (to.equals(Optional.of(contact))) {
            return Answer.refused("to", "supplier.successor-same");
        }
        var next = current(leaving.supplier()).stream().filter(it -> to.equals(Optional.of(it.id()))).findFirst();
        if (next.isEmpty()) {
            return Answer.refused("to", "supplier.successor-missing");
        }
        db.sql("UPDATE supplier.contact SET until_day = :day, hands_to = :next WHERE id = :id")
                .param("day", LocalDate.now(clock)).param("next", next.get().id()).param("id", contact)
                .update();
        // In the name of the house: nobody may keep themselves out, and here somebody does it by leaving.
        accounts.find(leaving.email())
                .filter(account -> account.supplier().equals(Optional.of(leaving.supplier())) && !account.disabled())
                .ifPresent(account -> accounts.disable(account.id(), "handed over", Accounts.HOUSE));
        var lang = accounts.find(next.get().email()).flatMap(account -> Lang.of(account.language())).orElse(Lang.EN);
        outbox.write(new Letter(next.get().email(), lang, "supplier.letter.handed-over", List.of(next.get().name(), leaving.name(), company.signs(lang)), "/app/portal"));
        return Answer.done(next.get().id());
    }

    private List<Supplier.Contact> current(UUID supplier) {
        return suppliers.contacts(supplier).stream().filter(it -> it.untilDay() == null).toList();
    }
}
