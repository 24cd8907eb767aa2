package org.probity.supply.supplier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.ui.Answer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** How another room brings somebody into the register in one act: who they are, a site, and a contact who is invited. */
@Service
public class Newcomers {
    /**
     * Who comes in.
     *
     * @param site name of the site they would ship from, in their country unless {@code siteCountry} says another
     */
    public record Newcomer(
            String nameEn, String nameZh, String nameOther, String country, String category, @Nullable String creditCode, @Nullable String lei,
            String site, String address, String siteCountry, Contacts.Colleague contact) {}

    /** Who came in. */
    public record Entered(UUID supplier, UUID site, String number) {}

    /** Words that say what kind of company it is and not which; longest first. */
    private static final List<String> FORMS = List.of(
            "股份有限公司", "有限责任公司", "集团有限公司", "有限公司", "集团", "公司", "companylimited", "incorporated", "corporation", "limited", "company",
            "coltd", "gmbh", "corp", "pte", "ltd", "llc", "inc", "plc", "co", "ag", "sa", "bv", "nv");

    private final JdbcClient db;
    private final Suppliers suppliers;
    private final Purchases purchases;
    private final Contacts contacts;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Newcomers(
            JdbcClient db, Suppliers suppliers, Purchases purchases, Contacts contacts, TransactionTemplate transaction, Clock clock) {
        this.db = db;
        this.suppliers = suppliers;
        this.purchases = purchases;
        this.contacts = contacts;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Enters a supplier under a number of ours, until the ERP gives theirs, and invites the contact. All of it or nothing.
     *
     * <p>Refusals: those of {@link Suppliers#register}, of a site and of a contact.
     */
    public Answer<Entered> enter(Newcomer it, Me by) {
        return transaction.execute(status -> {
            var answer = entered(it, by);
            if (answer instanceof Answer.Refused<Entered>) {
                status.setRollbackOnly();
            }
            return answer;
        });
    }

    private Answer<Entered> entered(Newcomer it, Me by) {
        var number = db.sql("SELECT 'N' || :year || '-' || to_char(nextval('supplier.newcomer'), 'FM999999990000')")
                .param("year", String.valueOf(LocalDate.now(clock).getYear()))
                .query(String.class).single();
        var registration = new Suppliers.Registration(number, it.nameEn(), it.nameZh(), it.nameOther(), it.country(), it.category(), it.creditCode(), it.lei());
        return switch (suppliers.register(registration, by)) {
            case Answer.Refused<UUID>(var reasons) -> new Answer.Refused<>(reasons);
            case Answer.Done<UUID>(var supplier) ->
                    switch (purchases.addSite(supplier, it.site(), it.address(), it.siteCountry().isEmpty() ? it.country() : it.siteCountry(), by)) {
                        case Answer.Refused<UUID>(var reasons) -> new Answer.Refused<>(reasons.stream()
                                .map(reason -> new Answer.Reason(reason.field().equals("name") ? "site" : reason.field(), reason.key(), reason.args())).toList());
                        case Answer.Done<UUID>(var site) -> switch (contacts.name(supplier, it.contact(), Set.of(), by)) {
                            case Answer.Refused<UUID>(var reasons) -> new Answer.Refused<>(reasons.stream()
                                    .map(reason -> new Answer.Reason(reason.field().equals("name") ? "contact" : reason.field(), reason.key(), reason.args())).toList());
                            case Answer.Done<UUID> done -> Answer.done(new Entered(supplier, site, number));
                        };
                    };
        };
    }

    /**
     * Those already in the register who may be the same legal person: by credit code or LEI, or by a name that differs only in spaces, signs,
     * width, case, or the form of the company. It finds no translations and no similar sounds; a person looks.
     */
    public List<Supplier> alike(String nameEn, String nameZh, String nameOther, @Nullable String creditCode, @Nullable String lei) {
        var wanted = Stream.of(nameEn, nameZh, nameOther).map(Newcomers::core).filter(it -> !it.isEmpty()).toList();
        var found = db.sql("SELECT id, name_en, name_zh, name_other, credit_code, lei FROM supplier.supplier")
                .query((row, n) -> {
                    var same = creditCode != null && creditCode.equals(row.getString("credit_code")) || lei != null && lei.equals(row.getString("lei"))
                            || Stream.of("name_en", "name_zh", "name_other").map(column -> column(row, column)).map(Newcomers::core).anyMatch(wanted::contains);
                    return same ? Optional.of(row.getObject("id", UUID.class)) : Optional.<UUID>empty();
                }).list().stream().flatMap(Optional::stream).toList();
        return found.isEmpty() ? List.of() : suppliers.find(found);
    }

    private static String column(ResultSet row, String column) {
        try {
            return row.getString(column);
        } catch (SQLException e) {
            throw new IllegalStateException("the register has no " + column, e);
        }
    }

    /** Whether two names differ only in what does not count. */
    public static boolean sameName(String one, String other) {
        return !core(one).isEmpty() && core(one).equals(core(other));
    }

    /** What of a name says which company it is. */
    static String core(String name) {
        var bare = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
        for (var form : FORMS) {
            if (bare.endsWith(form) && bare.length() > form.length()) {
                bare = bare.substring(0, bare.length() - form.length());
            }
        }
        return bare;
    }
}
