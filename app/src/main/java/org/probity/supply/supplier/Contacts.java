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

/** A supplier's contacts keep their own list, and those who buy keep it too: they bring in colleagues, and whoever leaves hands over. */
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

    /** Each gets a letter from us: a company that brings in more of its people in a day asks its buyer. */
    static final int BROUGHT_IN_A_DAY = 20;

    /**
     * A contact brings in a colleague, who gets an invitation.
     *
     * <p>Refusals: {@code supplier.contacts-not-yours} somebody who is no supplier's contact; {@code supplier.contacts-many} too many in a day; those
     * of {@link #enter}.
     */
    @Transactional
    public Answer<UUID> bringIn(Colleague it, Me by) {
        if (by.supplier().isPresent() && db.sql("SELECT count(*) FROM supplier.contact WHERE supplier = :supplier AND from_day = :today")
                .param("supplier", by.supplier().get()).param("today", LocalDate.now(clock)).query(Long.class).single() >= BROUGHT_IN_A_DAY) {
            return Answer.refused("", "supplier.contacts-many", BROUGHT_IN_A_DAY);
        }
        return by.supplier().map(supplier -> enter(supplier, it, Set.of(), by))
                .orElseGet(() -> Answer.refused("", "supplier.contacts-not-yours"));
    }

    /**
     * Those who buy name a contact, who gets an invitation.
     *
     * <p>Refusals: {@code supplier.contacts-not-yours} neither a buyer nor a sourcing officer; those of {@link #enter}.
     */
    @Transactional
    public Answer<UUID> name(UUID supplier, Colleague it, Set<Supplier.For> roles, Me by) {
        return keeps(by, supplier) ? enter(supplier, it, roles, by) : Answer.refused("", "supplier.contacts-not-yours");
    }

    /**
     * Whether an address has an account for something else is nobody's business who only types it: the answer is the same, the contact
     * stands in the list, and the address is written to instead. Who had left comes back by the account they had, unless an administrator keeps
     * them out.
     *
     * <p>Refusals: {@code supplier.contact-there} the address already is one of theirs; {@code signin.name-missing};
     * {@code signin.email-wrong}.
     */
    private Answer<UUID> enter(UUID supplier, Colleague it, Set<Supplier.For> roles, Me by) {
        if (current(supplier).stream().anyMatch(contact -> contact.email().equalsIgnoreCase(it.email()))) {
            return Answer.refused("email", "supplier.contact-there");
        }
        var account = accounts.find(it.email());
        if (account.isEmpty() || it.name().isEmpty()) {
            var newcomer = new Accounts.Newcomer(it.name(), it.email(), Set.of(Role.SUPPLIER), Optional.of(supplier), it.language());
            if (accounts.invite(newcomer, by.account()) instanceof Ruling.Denied<UUID>(var field, var key, var args)) {
                return new Answer.Refused<>(List.of(new Reason(field, key, args)));
            }
        } else if (account.get().supplier().equals(Optional.of(supplier))) {
            accounts.welcomeBack(account.get().id(), by.account());
            accounts.sendAgain(account.get().id(), by.account());
        } else {
            var lang = Lang.of(account.get().language()).orElse(Lang.EN);
            var name = suppliers.find(supplier).orElseThrow().name(lang);
            outbox.write(new Letter(it.email(), lang, "supplier.letter.named-elsewhere", List.of(account.get().name(), name, company), "/app/sign-in"));
        }
        return Answer.done(suppliers.addContact(supplier, it.name(), it.email(), it.phone(), roles));
    }

    private static boolean keeps(Me by, UUID supplier) {
        return by.supplier().map(supplier::equals).orElse(by.is(Role.BUYER) || by.is(Role.SOURCING_OFFICER));
    }

    /**
     * A contact leaves, or is said to have left, and another takes over. What their company owes goes on without a gap; who left is kept
     * out from this moment, and what they were for becomes their successor's.
     *
     * <p>Refusals: {@code supplier.contacts-not-yours} another supplier's contact, or one who does not keep the register; {@code supplier.contact-gone} they handed over already;
     * {@code supplier.successor-missing} nobody, or nobody of this supplier, is named to take over; {@code supplier.successor-same} they
     * cannot hand over to themselves.
     */
    @Transactional
    public Answer<UUID> handOver(UUID contact, Optional<UUID> to, Me by) {
        var found = db.sql("SELECT * FROM supplier.contact WHERE id = :id FOR UPDATE")
                .param("id", contact)
                .query(Suppliers::contact).optional()
                .filter(it -> keeps(by, it.supplier()));
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
        db.sql("UPDATE supplier.contact SET roles = ARRAY(SELECT DISTINCT unnest(roles || :roles) ORDER BY 1) WHERE id = :next")
                .param("roles", leaving.roles().stream().map(Enum::name).toArray(String[]::new)).param("next", next.get().id())
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
