package org.probity.supply.admission;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.log.Log;
import org.probity.house.settings.Company;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Lang;
import org.probity.shapes.evidence.Evidence;
import org.probity.supply.admission.Agreement.Act;
import org.probity.supply.admission.Agreement.Stage;
import org.probity.supply.supplier.Supplier;
import org.probity.supply.supplier.Interests;
import org.probity.supply.supplier.Suppliers;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Agreements with suppliers. A signature binds the words by their hash, the person, their authority and the moment; it is what the law of
 * electronic signatures calls an ordinary one, and SECURITY says what that is worth.
 */
@Service
public class Agreements {
    /** Published in the transaction of every step. */
    public record Stepped(UUID agreement, UUID supplier, String leg, Act act, String reasons) {}

    private final JdbcClient db;
    private final AgreementRows rows;
    private final Templates templates;
    private final Signatories signatories;
    private final Suppliers suppliers;
    private final Interests interests;
    private final Evidence evidence;
    private final Company company;
    private final Log log;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Agreements(
            JdbcClient db, AgreementRows rows, Templates templates, Signatories signatories, Suppliers suppliers, Interests interests, Evidence evidence, Company company, Log log,
            ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.rows = rows;
        this.templates = templates;
        this.signatories = signatories;
        this.suppliers = suppliers;
        this.interests = interests;
        this.evidence = evidence;
        this.company = company;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The words for a supplier, made from the version in force, as whoever opens them sees them; made once, and anew when the version or the
     * names of the supplier changed and nobody has signed.
     *
     * <p>Refusals: {@code admission.supplier-unknown}; {@code admission.supplier-left}; {@code admission.no-words} no version is in force.
     */
    @Transactional
    public Answer<Agreement> offer(UUID supplier, String leg) {
        var found = suppliers.find(supplier);
        if (found.isEmpty()) {
            return Answer.refused("", "admission.supplier-unknown");
        }
        if (found.get().lastDay() != null && found.get().lastDay().isBefore(today())) {
            return Answer.refused("", "admission.supplier-left");
        }
        var template = templates.inForce(leg);
        if (template.isEmpty()) {
            return Answer.refused("", "admission.no-words");
        }
        db.sql("SELECT FROM admission.dossier WHERE supplier = :supplier ORDER BY id FOR UPDATE").param("supplier", supplier).query((row, n) -> n).list();
        var party = party(found.get());
        var open = of(supplier).stream().filter(it -> it.leg().equals(leg) && List.of(Stage.OFFERED, Stage.RETURNED, Stage.PAPER_TO_CHECK, Stage.TO_COUNTERSIGN)
                .contains(it.stage(today()))).findFirst();
        if (open.isPresent() && (!open.get().steps().isEmpty() || open.get().template().equals(template.get().id()) && open.get().party().equals(party))) {
            return Answer.done(open.get());
        }
        var id = UUID.randomUUID();
        var en = filled(template.get().textEn(), found.get(), Lang.EN);
        var zh = filled(template.get().textZh(), found.get(), Lang.ZH);
        var sha256 = Templates.sha256(en, zh);
        var record = log.record("admission.agreement", today(), Map.of(
                "agreement", id.toString(), "supplier", supplier.toString(), "leg", leg, "template", template.get().id().toString(), "sha256", sha256));
        db.sql("""
                INSERT INTO admission.agreement (id, supplier, leg, template, party, text_en, text_zh, sha256, offered_at, record)
                VALUES (:id, :supplier, :leg, :template, :party, :en, :zh, :sha256, :at, :record)
                """)
                .param("id", id).param("supplier", supplier).param("leg", leg).param("template", template.get().id()).param("party", party)
                .param("en", en).param("zh", zh).param("sha256", sha256).param("at", now()).param("record", record)
                .update();
        return Answer.done(find(id).orElseThrow());
    }

    static String party(Supplier it) {
        return it.nameEn() + " · " + it.nameZh() + " · " + it.country() + " · " + Optional.ofNullable(it.creditCode()).or(() -> Optional.ofNullable(it.lei())).orElse(it.number());
    }

    /** The names of both sides stand where the words leave room; marks that name clauses go. */
    private String filled(String text, Supplier supplier, Lang lang) {
        return text.replaceAll("\\[[a-z-]+\\] ?", "").replace("«supplier»", supplier.name(lang)).replace("«company»", company.signs(lang));
    }

    /**
     * A signatory of the supplier signs in the browser, having shown just now that it is them.
     *
     * <p>Refusals: {@code admission.not-yours}; {@code admission.no-authority} their authority was not checked, was refused, was taken back, or has
     * ended;
     * {@code admission.signed-already}; {@code admission.party-changed} the supplier is called otherwise now; {@code admission.words-changed} what
     * they were shown is not these words; {@code admission.supplier-left}.
     *
     * @param shown hash of the words as they were shown
     */
    @Transactional
    public Answer<Agreement> sign(UUID agreement, String shown, Me by) {
        var found = locked(agreement).filter(it -> by.supplier().equals(Optional.of(it.supplier())));
        if (found.isEmpty()) {
            return Answer.refused("", "admission.not-yours");
        }
        var it = found.get();
        var supplier = suppliers.find(it.supplier()).orElseThrow();
        if (supplier.lastDay() != null && supplier.lastDay().isBefore(today())) {
            return Answer.refused("", "admission.supplier-left");
        }
        if (it.stage(today()) != Stage.OFFERED && it.stage(today()) != Stage.RETURNED) {
            return Answer.refused("", "admission.signed-already");
        }
        var signatory = signatories.signing(it.supplier(), by.account());
        if (signatory.isEmpty()) {
            return Answer.refused("", "admission.no-authority");
        }
        if (!it.party().equals(party(supplier))) {
            return Answer.refused("", "admission.party-changed");
        }
        if (!it.sha256().equals(shown)) {
            return Answer.refused("", "admission.words-changed");
        }
        return step(it, Act.SIGNED, by, signatory.get().id(), null, "", null, null, null);
    }

    /**
     * A paper with the company chop instead: brought by the supplier or by somebody of ours, and checked by another person.
     *
     * <p>Refusals: {@code admission.not-yours}; {@code admission.signed-already}; {@code admission.file-missing} and those of {@link FileLook#at}.
     */
    @Transactional
    public Answer<Agreement> bring(UUID agreement, Proofs.@Nullable Upload paper, Me by) {
        var found = locked(agreement).filter(it -> by.sees(it.supplier()));
        if (found.isEmpty()) {
            return Answer.refused("", "admission.not-yours");
        }
        if (found.get().stage(today()) != Stage.OFFERED && found.get().stage(today()) != Stage.RETURNED) {
            return Answer.refused("", "admission.signed-already");
        }
        if (paper == null) {
            return Answer.refused("paper", "admission.file-missing");
        }
        if (FileLook.at(paper.bytes()) instanceof FileLook.Unreadable(var key)) {
            return Answer.refused("paper", key, FileLook.BYTES_MAX >> 20);
        }
        return step(found.get(), Act.ON_PAPER, by, null, null, "", evidence.keep(paper.name(), paper.mediaType(), paper.bytes(), by.account()), null, null);
    }

    /**
     * A second person looks at the paper: the words, the chop, the hand that signed.
     *
     * <p>Refusals: {@code admission.agreement-unknown}; {@code admission.no-paper}; {@code admission.needs-another} who brought it does not check it;
     * {@code admission.own-interest}; {@code admission.reasons-missing}.
     */
    @Transactional
    public Answer<Agreement> check(UUID agreement, boolean good, String reasons, Me by) {
        var found = locked(agreement);
        if (found.isEmpty()) {
            return Answer.refused("", "admission.agreement-unknown");
        }
        if (found.get().stage(today()) != Stage.PAPER_TO_CHECK) {
            return Answer.refused("", "admission.no-paper");
        }
        if (found.get().steps().getLast().by().equals(by.account())) {
            return Answer.refused("", "admission.needs-another");
        }
        if (interests.in(found.get().supplier(), by)) {
            return Answer.refused("", "admission.own-interest");
        }
        if (reasons.isBlank()) {
            return Answer.refused("reasons", "admission.reasons-missing");
        }
        return step(found.get(), good ? Act.PAPER_CHECKED : Act.RETURNED, by, null, null, reasons.strip(), null, null, null);
    }

    /**
     * We sign too, by somebody with a mandate; from today it is in force for its term.
     *
     * <p>Refusals: {@code admission.agreement-unknown}; {@code admission.not-signed} the supplier has not, or the paper is not checked;
     * {@code admission.no-mandate}; {@code admission.own-interest}; {@code admission.party-changed}; {@code admission.supplier-left}.
     */
    @Transactional
    public Answer<Agreement> countersign(UUID agreement, Me by) {
        var found = locked(agreement);
        if (found.isEmpty()) {
            return Answer.refused("", "admission.agreement-unknown");
        }
        if (found.get().stage(today()) != Stage.TO_COUNTERSIGN) {
            return Answer.refused("", "admission.not-signed");
        }
        var mandate = signatories.countersigning(by.account());
        if (mandate.isEmpty()) {
            return Answer.refused("", "admission.no-mandate");
        }
        if (interests.in(found.get().supplier(), by)) {
            return Answer.refused("", "admission.own-interest");
        }
        var supplier = suppliers.find(found.get().supplier()).orElseThrow();
        if (supplier.lastDay() != null && supplier.lastDay().isBefore(today())) {
            return Answer.refused("", "admission.supplier-left");
        }
        if (!found.get().party().equals(party(supplier))) {
            return Answer.refused("", "admission.party-changed");
        }
        var until = today().plusMonths(templates.find(found.get().template()).orElseThrow().months()).minusDays(1);
        return step(found.get(), Act.COUNTERSIGNED, by, null, mandate.get().id(), "", null, today(), until);
    }

    /**
     * One side ends it with a day.
     *
     * <p>Refusals: {@code admission.agreement-unknown}; {@code admission.not-in-force}; {@code admission.last-day-wrong} past, or after its term;
     * {@code admission.reasons-missing}.
     */
    @Transactional
    public Answer<Agreement> end(UUID agreement, @Nullable LocalDate lastDay, String reasons, Me by) {
        var found = locked(agreement);
        if (found.isEmpty()) {
            return Answer.refused("", "admission.agreement-unknown");
        }
        if (found.get().stage(today()) != Stage.IN_FORCE) {
            return Answer.refused("", "admission.not-in-force");
        }
        if (lastDay == null || lastDay.isBefore(today()) || lastDay.isAfter(found.get().untilDay())) {
            return Answer.refused("lastDay", "admission.last-day-wrong", found.get().untilDay());
        }
        if (reasons.isBlank()) {
            return Answer.refused("reasons", "admission.reasons-missing");
        }
        return step(found.get(), Act.ENDED, by, null, null, reasons.strip(), null, null, lastDay);
    }

    private Answer<Agreement> step(
            Agreement it, Act act, Me by, @Nullable UUID signatory, @Nullable UUID mandate, String reasons, Evidence.@Nullable Item paper,
            @Nullable LocalDate from, @Nullable LocalDate until) {
        var content = new TreeMap<String, Object>(Map.of(
                "agreement", it.id().toString(), "act", act.name(), "words", it.sha256(), "by", by.account().toString(), "at", clock.instant().toString()));
        Optional.ofNullable(signatory).ifPresent(id -> content.put("signatory", id.toString()));
        Optional.ofNullable(mandate).ifPresent(id -> content.put("mandate", id.toString()));
        Optional.ofNullable(paper).ifPresent(file -> content.put("sha256", file.sha256()));
        Optional.ofNullable(until).ifPresent(day -> content.put("until", day.toString()));
        db.sql("""
                INSERT INTO admission.agreement_step (agreement, no, act, by, at, on_day, signatory, mandate, reasons, evidence, from_day, until_day, record)
                VALUES (:agreement, :no, :act, :by, :at, :today, :signatory, :mandate, :reasons, :evidence, :from, :until, :record)
                """)
                .param("agreement", it.id()).param("no", it.steps().size() + 1).param("act", act.name()).param("by", by.account()).param("at", now())
                .param("today", today()).param("signatory", signatory, Types.OTHER).param("mandate", mandate, Types.OTHER).param("reasons", reasons)
                .param("evidence", paper == null ? null : paper.id(), Types.OTHER).param("from", from, Types.DATE).param("until", until, Types.DATE)
                .param("record", log.record("admission.agreement-step", today(), content))
                .update();
        events.publishEvent(new Stepped(it.id(), it.supplier(), it.leg(), act, reasons));
        return Answer.done(find(it.id()).orElseThrow());
    }

    private Optional<Agreement> locked(UUID agreement) {
        db.sql("SELECT FROM admission.agreement WHERE id = :id FOR UPDATE").param("id", agreement).query((row, n) -> n).optional();
        return find(agreement);
    }

    Optional<Agreement> find(UUID id) {
        return rows.find(id);
    }

    /** Newest first. */
    List<Agreement> of(UUID supplier) {
        return rows.of(supplier);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
