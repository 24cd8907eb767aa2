package org.probity.supply.blacklist;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.probity.house.access.Account;
import org.probity.house.access.Me;
import org.probity.house.log.Log;
import org.probity.house.privacy.PersonalData;
import org.probity.house.ui.Answer;
import org.probity.supply.supplier.Supplier;
import org.probity.supply.supplier.Suppliers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What every colleague may ask and must say: may I deal with somebody, and with whom I have dealings of my own. The seed forbids all
 * employees any business with the barred.
 */
@Service
public class Dealings implements PersonalData {
    /** Whether a supplier is barred, for somebody who need not know why. */
    public record Party(Supplier supplier, boolean barred) {}

    private static final int SHOWN = 20;
    private static final int PARTY_LONGEST = 200;

    private final JdbcClient db;
    private final Suppliers suppliers;
    private final Log log;
    private final Clock clock;

    Dealings(JdbcClient db, Suppliers suppliers, Log log, Clock clock) {
        this.db = db;
        this.suppliers = suppliers;
        this.log = log;
        this.clock = clock;
    }

    /** Whom a name, number or credit code may mean, the barred first; nobody for fewer than two signs. */
    List<Party> may(String words) {
        if (words.strip().length() < 2) {
            return List.of();
        }
        var found = suppliers.named(words, 200);
        var barred = barred(found.stream().map(Supplier::id).toList());
        return found.stream().map(it -> new Party(it, barred.contains(it.id()))).sorted(Comparator.comparing((Party it) -> !it.barred())).limit(SHOWN).toList();
    }

    /** Those of them that are barred, belong to somebody barred, or are stopped for some days. */
    private List<UUID> barred(List<UUID> of) {
        return db.sql("""
                SELECT supplier FROM blacklist.barred WHERE supplier = ANY (:of) AND in_force @> :day::date
                UNION
                SELECT tied.other FROM blacklist.tied JOIN blacklist.barred ON barred.supplier = tied.supplier AND barred.in_force @> :day::date WHERE tied.other = ANY (:of)
                UNION
                SELECT supplier FROM blacklist.suspension WHERE supplier = ANY (:of) AND :day::date BETWEEN from_day AND until_day AND ended_at IS NULL
                """)
                .param("of", of.toArray(UUID[]::new)).param("day", LocalDate.now(clock))
                .query(UUID.class).list();
    }

    /**
     * Declares a dealing of one's own. With somebody barred it is written down and refused.
     *
     * <p>Refusals: {@code blacklist.party-missing}, {@code blacklist.party-long}; {@code blacklist.dealing-kind};
     * {@code blacklist.words-long}; {@code blacklist.party-unknown} a number was chosen that the register does not have.
     */
    @Transactional
    Answer<Dealing> declare(String party, String number, String kind, String words, Me by) {
        if (party.isBlank()) {
            return Answer.refused("party", "blacklist.party-missing");
        }
        if (party.strip().length() > PARTY_LONGEST) {
            return Answer.refused("party", "blacklist.party-long", PARTY_LONGEST);
        }
        if (Arrays.stream(Dealing.Kind.values()).noneMatch(it -> it.name().equals(kind))) {
            return Answer.refused("kind", "blacklist.dealing-kind");
        }
        if (words.length() > Matters.WORDS_LONGEST) {
            return Answer.refused("words", "blacklist.words-long", Matters.WORDS_LONGEST);
        }
        var whom = number.isBlank() ? suppliers.named(party, 2).stream().filter(it -> same(it, party)).findFirst()
                : suppliers.named(number, 5).stream().filter(it -> it.number().equals(number.strip())).findFirst();
        if (!number.isBlank() && whom.isEmpty()) {
            return Answer.refused("number", "blacklist.party-unknown");
        }
        var refused = whom.filter(it -> !barred(List.of(it.id())).isEmpty()).isPresent();
        var id = UUID.randomUUID();
        db.sql("""
                INSERT INTO blacklist.dealing (id, account, party, supplier, kind, words, declared_at, refused, record)
                VALUES (:id, :account, :party, :supplier, :kind, :words, :at, :refused, :record)
                """)
                .param("id", id).param("account", by.account()).param("party", party.strip()).param("supplier", whom.map(Supplier::id).orElse(null), java.sql.Types.OTHER)
                .param("kind", kind).param("words", words.strip()).param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)).param("refused", refused)
                .param("record", log.record("blacklist.dealing", LocalDate.now(clock), Map.of("dealing", id.toString(), "refused", refused)))
                .update();
        return Answer.done(of(by.account()).stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow());
    }

    /** Whether somebody said that they have dealings of their own with a supplier, or with one of which a person said that the two belong together. */
    boolean declared(UUID supplier, UUID account) {
        return db.sql("""
                SELECT EXISTS (SELECT FROM blacklist.dealing
                                WHERE dealing.account = :account
                                  AND dealing.supplier IN (SELECT :supplier
                                                           UNION ALL SELECT tied.other FROM blacklist.tied WHERE tied.supplier = :supplier
                                                           UNION ALL SELECT tied.supplier FROM blacklist.tied WHERE tied.other = :supplier))
                """)
                .param("supplier", supplier).param("account", account)
                .query(Boolean.class).single();
    }

    private static boolean same(Supplier it, String party) {
        return it.nameEn().equalsIgnoreCase(party.strip()) || it.nameZh().equals(party.strip());
    }

    List<Dealing> of(UUID account) {
        return db.sql(SELECT + " WHERE dealing.account = :account ORDER BY declared_at DESC").param("account", account).query(Dealing.class).list();
    }

    /** Those with barred parties first. */
    List<Dealing> all() {
        return db.sql(SELECT + " ORDER BY refused DESC, declared_at DESC LIMIT 2000").query(Dealing.class).list();
    }

    @Override
    public String messages() {
        return "blacklist.data.";
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public List<Part> about(Account person) {
        return List.of(new Part("dealings", of(person.id()).stream().map(it -> {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("at", it.declaredAt());
            fields.put("party", it.party());
            fields.put("kind", it.kind().name());
            fields.put("words", it.words());
            return fields;
        }).toList()));
    }

    private static final String SELECT = """
            SELECT dealing.id, dealing.account, dealing.party, dealing.supplier, dealing.kind, dealing.words, dealing.declared_at, dealing.refused
              FROM blacklist.dealing
            """;
}
