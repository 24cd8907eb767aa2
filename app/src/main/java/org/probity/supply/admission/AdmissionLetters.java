package org.probity.supply.admission;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.probity.house.access.Accounts;
import org.probity.house.access.Role;
import org.probity.house.mail.Letter;
import org.probity.house.mail.Outbox;
import org.probity.house.settings.Company;
import org.probity.house.time.DayHasBegun;
import org.probity.house.ui.Lang;
import org.probity.supply.supplier.Correspondents;
import org.probity.supply.supplier.Supplier;
import org.probity.supply.supplier.Suppliers;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes to suppliers in their language, and to those of ours whom it concerns, in the transaction of what it tells about. */
@Component
class AdmissionLetters {
    /** Both sides are told so many days before a leg ends. */
    static final List<Integer> WARN_ON_DAYS_LEFT = List.of(90, 30, 7);

    private final JdbcClient db;
    private final Standing standing;
    private final Suppliers suppliers;
    private final Correspondents correspondents;
    private final Accounts accounts;
    private final Outbox outbox;
    private final Company company;

    AdmissionLetters(
            JdbcClient db, Standing standing, Suppliers suppliers, Correspondents correspondents, Accounts accounts, Outbox outbox, Company company) {
        this.db = db;
        this.standing = standing;
        this.suppliers = suppliers;
        this.correspondents = correspondents;
        this.accounts = accounts;
        this.outbox = outbox;
        this.company = company;
    }

    /** The first letter: what we ask and why, where, and by when. The link by which they come in is the house's own letter. */
    @EventListener
    void opened(Admission.Opened it) {
        var place = standing.find(it.dossier()).orElseThrow();
        write(it.supplier(), "admission.letter.opened", "/app/portal", lang -> List.of(company.signs(lang), place.categoryName(lang), it.dueDay(), standing.legs(it.dossier()).size()));
    }

    @EventListener
    void concluded(Rulings.Concluded it) {
        var key = switch (it.conclusion()) {
            case PASS -> "admission.letter.passed";
            case CONDITIONS -> "admission.letter.conditions";
            case FAIL -> "admission.letter.failed";
            case ASK -> "admission.letter.asked";
        };
        write(it.supplier(), key, "/app/portal/admission/" + it.leg(), lang -> Rulings.passes(it.conclusion())
                ? List.of(company.signs(lang), leg(it.leg(), lang), it.reasons()) : List.of(company.signs(lang), leg(it.leg(), lang), it.reasons(), it.answerBy()));
    }

    @EventListener
    void withdrawn(Rulings.Withdrawn it) {
        write(it.supplier(), "admission.letter.withdrawn", "/app/portal/admission/" + it.leg(), lang -> List.of(company.signs(lang), leg(it.leg(), lang), it.reasons()));
    }

    @EventListener
    void checked(Signatories.Checked it) {
        if (it.outcome() != null) {
            var key = switch (it.outcome()) {
                case "ACCEPTED" -> "admission.letter.authority";
                case "WITHDRAWN" -> "admission.letter.authority-withdrawn";
                default -> "admission.letter.no-authority";
            };
            write(it.supplier(), key, "/app/portal", lang -> List.of(company.signs(lang), it.reasons()));
        }
    }

    @EventListener
    void stepped(Agreements.Stepped it) {
        switch (it.act()) {
            case RETURNED -> write(it.supplier(), "admission.letter.returned", "/app/portal/admission/agreements/" + it.leg(),
                    lang -> List.of(company.signs(lang), leg(it.leg(), lang), it.reasons()));
            case COUNTERSIGNED -> write(it.supplier(), "admission.letter.in-force", "/app/portal/admission/agreements/" + it.leg(),
                    lang -> List.of(company.signs(lang), leg(it.leg(), lang)));
            case ENDED -> write(it.supplier(), "admission.letter.agreement-ended", "/app/portal", lang -> List.of(company.signs(lang), leg(it.leg(), lang), it.reasons()));
            case SIGNED, ON_PAPER, PAPER_CHECKED -> {}
        }
    }

    @EventListener
    void decided(Admission.Decided it) {
        var place = standing.find(it.dossier()).orElseThrow();
        write(it.supplier(), it.outcome() == Dossier.Outcome.ADMIT ? "admission.letter.admitted" : "admission.letter.refused", "/app/portal",
                lang -> List.of(company.signs(lang), place.categoryName(lang), place.siteName()));
    }

    @EventListener
    void stopped(Admission.Stopped it) {
        var place = standing.find(it.dossier()).orElseThrow();
        write(it.supplier(), it.stopped() ? "admission.letter.stopped" : "admission.letter.went-on", "/app/portal",
                lang -> List.of(company.signs(lang), place.categoryName(lang), place.siteName(), it.reasons()));
    }

    /**
     * A day tells both sides what ends in 90, 30 and 7 days, once. It changes no standing: that follows from the days themselves. A leg that
     * several places stand on is one letter.
     */
    @EventListener
    @Transactional
    public void on(DayHasBegun begun) {
        var told = new LinkedHashMap<UUID, LinkedHashMap<String, Standing.Ending>>();
        for (var ending : standing.ending(begun.day(), WARN_ON_DAYS_LEFT.getFirst(), null)) {
            var left = (int) (ending.untilDay().toEpochDay() - begun.day().toEpochDay());
            if (WARN_ON_DAYS_LEFT.contains(left) && isNew(ending, left)) {
                told.computeIfAbsent(ending.supplier(), it -> new LinkedHashMap<>()).putIfAbsent(ending.leg(), ending);
            }
        }
        told.forEach((supplier, legs) -> legs.values().forEach(it -> warn(supplier, it, begun.day())));
    }

    private boolean isNew(Standing.Ending it, int left) {
        return db.sql("INSERT INTO admission.warned (dossier, leg, until_day, days_left) VALUES (:dossier, :leg, :until, :left) ON CONFLICT DO NOTHING")
                .param("dossier", it.dossier()).param("leg", it.leg()).param("until", it.untilDay()).param("left", left)
                .update() == 1;
    }

    private void warn(UUID supplier, Standing.Ending it, LocalDate day) {
        var left = it.untilDay().toEpochDay() - day.toEpochDay();
        write(supplier, "admission.letter.ends", "/app/portal", lang -> List.of(company.signs(lang), it.name(lang), it.untilDay(), left));
        var found = suppliers.find(supplier).orElseThrow();
        accounts.holding(Role.BUYER).forEach(account -> {
            var lang = Lang.of(account.language()).orElse(Lang.EN);
            outbox.write(new Letter(account.email(), lang, "admission.letter.ends-ours", List.of(it.name(lang), found.name(lang), it.untilDay(), left), "/app/admission/" + it.dossier()));
        });
    }

    private String leg(String code, Lang lang) {
        return standing.leg(code).orElseThrow().name(lang);
    }

    private void write(UUID supplier, String key, String path, Function<Lang, List<Object>> args) {
        Supplier to = suppliers.find(supplier).orElseThrow();
        correspondents.of(to).forEach(it -> outbox.write(new Letter(it.email(), it.lang(), key, args.apply(it.lang()), path)));
    }
}
