package org.probity.supply.traceability;

import java.math.BigDecimal;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.shapes.decision.Decisions;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.supply.traceability.ClaimLedger.Said;
import org.probity.trace.Claims;
import org.probity.trace.Claims.Model;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is claimed of items by ISO 22095, by two, and nothing twice: the claims of all items are handed to the ledger again in their order before another is made, and a
 * table takes an item once. A claim is of a silicon book.
 */
@Service
public class Claimed {
    static final String MATTER = "traceability.claim";
    private static final Set<Role> DECIDE = Set.of(Role.QUALITY, Role.SOURCING_OFFICER);

    record Account(UUID id, Model model, String name, int days, int perMille) {}

    /** @param share from nought to one */
    record Line(int item, String uri, Model model, BigDecimal share, long mass, @Nullable String account, OffsetDateTime saidAt) {}

    record Proposed(UUID proposal, int item, String uri, Model model, BigDecimal share, @Nullable UUID account, UUID proposedBy) {}

    private final JdbcClient db;
    private final MaterialBooks books;
    private final Items items;
    private final Decisions decisions;
    private final Log log;
    private final Clock clock;

    Claimed(JdbcClient db, MaterialBooks books, Items items, Decisions decisions, Log log, Clock clock) {
        this.db = db;
        this.books = books;
        this.items = items;
        this.decisions = decisions;
        this.log = log;
        this.clock = clock;
    }

    static boolean decides(Me by) {
        return DECIDE.stream().anyMatch(by::is);
    }

    /**
     * Says that an origin has a certificate.
     *
     * <p>Refusals: {@code traceability.not-yours}; {@code traceability.claim.UNKNOWN_ITEM}; {@code traceability.certificate-missing} no scheme or number, or too long; {@code traceability.certificate-again}.
     */
    @Transactional
    public Answer<Integer> certify(String item, String scheme, String number, Me by) {
        var found = items.find(item);
        if (!decides(by)) {
            return Answer.refused("", "traceability.not-yours");
        }
        if (found.isEmpty()) {
            return Answer.refused("origin", "traceability.claim.UNKNOWN_ITEM");
        }
        if (scheme.isBlank() || number.isBlank() || scheme.length() > 300 || number.length() > 300) {
            return Answer.refused("scheme", "traceability.certificate-missing", 300);
        }
        var record = log.record("traceability.certificate", LocalDate.now(clock), Map.of("item", found.get().uri(), "scheme", scheme.strip(), "number", number.strip()));
        return db.sql("INSERT INTO traceability.certificate (item, scheme, number, said_by, said_at, record) VALUES (:item, :scheme, :number, :by, :at, :record) ON CONFLICT DO NOTHING")
                .param("item", found.get().number()).param("scheme", scheme.strip()).param("number", number.strip()).param("by", by.account()).param("at", now()).param("record", record)
                .update() == 0 ? Answer.refused("origin", "traceability.certificate-again") : Answer.done(found.get().number());
    }

    /**
     * Opens an account of a site.
     *
     * <p>Refusals: {@code traceability.not-yours}; {@code traceability.account-wrong} no name, or numbers outside of what they can be.
     */
    @Transactional
    public Answer<UUID> open(Model model, String name, int days, int perMille, Me by) {
        if (!decides(by)) {
            return Answer.refused("", "traceability.not-yours");
        }
        if (!ClaimLedger.ofAnAccount(model) || name.isBlank() || name.length() > 300 || days < 1 || days > 1100 || perMille < 1 || perMille > 1000) {
            return Answer.refused("name", "traceability.account-wrong");
        }
        var id = UUID.randomUUID();
        var record = log.record("traceability.account", LocalDate.now(clock), Map.of("account", id.toString(), "model", model.name(), "days", days, "per_mille", perMille));
        db.sql("INSERT INTO traceability.account (id, model, name, days, per_mille, said_by, said_at, record) VALUES (:id, :model, :name, :days, :mille, :by, :at, :record)")
                .param("id", id).param("model", model.name()).param("name", name.strip()).param("days", days).param("mille", perMille).param("by", by.account()).param("at", now()).param("record", record)
                .update();
        return Answer.done(id);
    }

    /**
     * Enters an input in an account, with its mass; certified or not, for an average is of both.
     *
     * <p>Refusals: {@code traceability.not-yours}; {@code traceability.account-wrong}; {@code traceability.books-read}; those of the ledger, {@code traceability.claim.} and its word: {@code UNKNOWN_ITEM}, {@code ENTERED_ALREADY}, {@code CARRIED_PHYSICALLY}.
     */
    @Transactional
    public Answer<Integer> enter(String item, UUID account, Me by) {
        var found = items.find(item);
        if (!decides(by)) {
            return Answer.refused("", "traceability.not-yours");
        }
        if (found.isEmpty()) {
            return Answer.refused("input", "traceability.claim.UNKNOWN_ITEM");
        }
        lock();
        if (accounts().stream().noneMatch(it -> it.id().equals(account))) {
            return Answer.refused("into", "traceability.account-wrong");
        }
        var answer = ledger(it -> it.accounts().get(account).enter(found.get().number(), clock.instant().getEpochSecond()));
        if (refused(answer, "input") instanceof Answer.Refused<?>(var reasons)) {
            return new Answer.Refused<>(reasons);
        }
        var record = log.record("traceability.entry", LocalDate.now(clock), Map.of("item", found.get().uri(), "account", account.toString()));
        db.sql("INSERT INTO traceability.entry (item, account, said_by, said_at, record) VALUES (:item, :account, :by, :at, :record)").param("item", found.get().number()).param("account", account)
                .param("by", by.account()).param("at", now()).param("record", record).update();
        return Answer.done(found.get().number());
    }

    /**
     * Proposes a claim.
     *
     * <p>Refusals: {@code traceability.not-yours}; {@code traceability.account-wrong} a mass balance without its account; {@code traceability.claim-waits} one of this item waits; {@code traceability.books-read};
     * {@code traceability.claim.} with each {@link Claims.Why}.
     */
    @Transactional
    public Answer<UUID> propose(String item, Model model, BigDecimal share, Optional<UUID> account, Me by) {
        var found = items.find(item);
        if (!decides(by)) {
            return Answer.refused("", "traceability.not-yours");
        }
        if (found.isEmpty()) {
            return Answer.refused("item", "traceability.claim.UNKNOWN_ITEM");
        }
        if (share.signum() <= 0 || share.compareTo(BigDecimal.ONE) > 0) {
            return Answer.refused("share", "traceability.claim.NO_SHARE");
        }
        lock();
        if (ClaimLedger.ofAnAccount(model) != account.isPresent() || account.isPresent() && accounts().stream().noneMatch(it -> it.id().equals(account.get()) && it.model() == model)) {
            return Answer.refused("account", "traceability.account-wrong");
        }
        if (waiting().stream().anyMatch(it -> it.item() == found.get().number())) {
            return Answer.refused("item", "traceability.claim-waits");
        }
        var number = found.get().number();
        if (refused(ledger(it -> claim(it, number, model, share, account.orElse(null))), "item") instanceof Answer.Refused<?>(var reasons)) {
            return new Answer.Refused<>(reasons);
        }
        var proposal = decisions.propose(MATTER, UUID.randomUUID(), found.get().uri(), by);
        db.sql("INSERT INTO traceability.claim_proposed (proposal, item, model, share, account) VALUES (:proposal, :item, :model, :share, :account)").param("proposal", proposal).param("item", number)
                .param("model", model.name()).param("share", share).param("account", account.orElse(null), Types.OTHER).update();
        return Answer.done(proposal);
    }

    /**
     * Another rules; the ledger is asked again, for others may have claimed meanwhile.
     *
     * <p>Refusals: {@code traceability.not-yours}; {@code traceability.claim-unknown} nothing waits under it; those of {@link #propose}; those of {@link Decisions#rule}.
     */
    @Transactional
    public Answer<Decisions.Ruled> rule(UUID proposal, Outcome outcome, Me by) {
        if (!decides(by)) {
            return Answer.refused("", "traceability.not-yours");
        }
        lock();
        var it = waiting().stream().filter(one -> one.proposal().equals(proposal)).findFirst();
        if (it.isEmpty()) {
            return Answer.refused("", "traceability.claim-unknown");
        }
        if (outcome == Outcome.APPROVED && refused(ledger(all -> claim(all, it.get().item(), it.get().model(), it.get().share(), it.get().account())), "") instanceof Answer.Refused<?>(var reasons)) {
            return new Answer.Refused<>(reasons);
        }
        return decisions.rule(MATTER, proposal, outcome, "", by);
    }

    @EventListener(condition = "#ruled.matter() == 'traceability.claim' && #ruled.outcome().name() == 'APPROVED'")
    void approved(Decisions.Ruled ruled) {
        var it = db.sql("SELECT claim_proposed.proposal, claim_proposed.item, item.uri, model, share, account, CAST(:by AS uuid) AS proposed_by FROM traceability.claim_proposed JOIN traceability.item ON item.number = claim_proposed.item WHERE proposal = :proposal")
                .param("proposal", ruled.proposal()).param("by", ruled.proposedBy()).query(Proposed.class).single();
        if (!(ledger(all -> claim(all, it.item(), it.model(), it.share(), it.account())).orElseThrow() instanceof Claims.Answer.Granted(var mass))) {
            throw new IllegalStateException("a claim of item " + it.item() + " that the ledger refuses was agreed to");
        }
        var record = log.record("traceability.claim", LocalDate.now(clock), Map.of("item", it.uri(), "model", it.model().name(), "share", it.share().toPlainString(), "mass", mass));
        db.sql("INSERT INTO traceability.claim (item, model, share, mass, account, proposed_by, agreed_by, said_at, record) VALUES (:item, :model, :share, :mass, :account, :by, :agreed, :at, :record)")
                .param("item", it.item()).param("model", it.model().name()).param("share", it.share()).param("mass", mass).param("account", it.account(), Types.OTHER)
                .param("by", ruled.proposedBy()).param("agreed", ruled.ruledBy()).param("at", now()).param("record", record).update();
    }

    private Optional<Claims.Answer> ledger(Function<ClaimLedger, Claims.Answer> asked) {
        var certified = new HashSet<>(db.sql("SELECT item FROM traceability.certificate").query(Integer.class).list());
        var accounts = accounts();
        var said = said();
        return books.ask(Reading.SILICON, shelf -> asked.apply(ClaimLedger.of(shelf, certified, accounts, said)));
    }

    private Claims.Answer claim(ClaimLedger ledger, int item, Model model, BigDecimal share, @Nullable UUID account) {
        return ledger.claim(item, model, share, account, clock.instant().getEpochSecond());
    }

    private static Answer<Boolean> refused(Optional<Claims.Answer> answer, String field) {
        return answer.isEmpty() ? Answer.refused("", "traceability.books-read") : switch (answer.get()) {
            case Claims.Answer.Granted granted -> Answer.done(true);
            case Claims.Answer.Refused(var why) -> Answer.refused(field, "traceability.claim." + why.name());
        };
    }

    /** Entries and claims in their order. */
    private List<Said> said() {
        var all = new ArrayList<Said>();
        all.addAll(db.sql("SELECT true AS entry, item, NULL::text AS model, NULL::numeric AS share, account, said_at FROM traceability.entry").query(Said.class).list());
        all.addAll(db.sql("SELECT false AS entry, item, model, share, account, said_at FROM traceability.claim").query(Said.class).list());
        return all.stream().sorted(Comparator.comparing(Said::saidAt).thenComparing(Said::entry, Comparator.reverseOrder()).thenComparing(Said::item)).toList();
    }

    List<Account> accounts() {
        return db.sql("SELECT id, model, name, days, per_mille FROM traceability.account ORDER BY name, id").query(Account.class).list();
    }

    private static final String CLAIMS = """
            SELECT claim.item, item.uri, claim.model, claim.share, claim.mass, account.name AS account, claim.said_at
              FROM traceability.claim
              JOIN traceability.item ON item.number = claim.item
              LEFT JOIN traceability.account ON account.id = claim.account
            """;

    List<Line> claims() {
        return db.sql(CLAIMS + " ORDER BY claim.said_at DESC, claim.item LIMIT 1000").query(Line.class).list();
    }

    /** Claims of some items, or against an account in which one of them was entered. */
    List<Line> touching(int[] items) {
        return db.sql(CLAIMS + """
                 WHERE claim.item = ANY (:items) OR claim.account IN (SELECT entry.account FROM traceability.entry WHERE entry.item = ANY (:items))
                 ORDER BY claim.said_at DESC, claim.item
                 LIMIT 200
                """).param("items", java.util.Arrays.stream(items).boxed().toArray(Integer[]::new)).query(Line.class).list();
    }

    /** Physical claims that a corrected event has made untrue. */
    Set<Integer> broken() {
        var certified = new HashSet<>(db.sql("SELECT item FROM traceability.certificate").query(Integer.class).list());
        var accounts = accounts();
        var said = said();
        return books.ask(Reading.SILICON, shelf -> {
            var granted = new HashSet<>(ClaimLedger.of(shelf, certified, accounts, said).claims().claimed().keySet());
            var untrue = new HashSet<Integer>();
            said.stream().filter(it -> !it.entry() && !granted.contains(it.item())).forEach(it -> untrue.add(it.item()));
            return (Set<Integer>) untrue;
        }).orElse(Set.of());
    }

    List<Proposed> waiting() {
        return db.sql("""
                SELECT claim_proposed.proposal, claim_proposed.item, item.uri, claim_proposed.model, claim_proposed.share, claim_proposed.account, open.proposed_by
                  FROM traceability.claim_proposed
                  JOIN decision.open ON open.id = claim_proposed.proposal
                  JOIN traceability.item ON item.number = claim_proposed.item
                 ORDER BY item.uri
                """).query(Proposed.class).list();
    }

    private void lock() {
        db.sql("SELECT pg_advisory_xact_lock(hashtext('traceability.claim'))").query((row, n) -> n).list();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
