package org.probity.supply.substances;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.ui.Answer;
import org.probity.shapes.decision.Decisions;
import org.probity.shapes.obligation.Obligation;
import org.probity.shapes.obligation.Obligations;
import org.probity.supply.supplier.Suppliers;

/** Suppliers of whom reports are asked, for one material of their own, so that tests do not meet each other; made by the context of the test. */
class InScope {
    static final List<String> BOTH = List.of("substances.rohs", "substances.reach");
    static final List<String> ALL = List.of("substances.rohs", "substances.reach", "substances.declaration");

    final Suppliers suppliers;
    final Scopes scopes;
    final Requests requests;
    final Substances substances;
    final Obligations obligations;
    final CandidateLists lists;
    final LocalDate today;
    final Me quality = someone(Role.QUALITY);
    final Me ehs = someone(Role.EHS);

    InScope(Suppliers suppliers, Scopes scopes, Requests requests, Substances substances, Obligations obligations, CandidateLists lists, Clock clock) {
        this.suppliers = suppliers;
        this.scopes = scopes;
        this.requests = requests;
        this.substances = substances;
        this.obligations = obligations;
        this.lists = lists;
        this.today = LocalDate.now(clock);
    }

    /** In scope and asked; due in nine days. */
    UUID asked(List<String> papers) {
        var supplier = supplier();
        scope(material(supplier), papers);
        done(requests.open(today.getYear(), today.plusDays(9), ehs));
        return supplier;
    }

    UUID supplier() {
        var number = "R" + UUID.randomUUID();
        var id = done(suppliers.register(new Suppliers.Registration(number, "Ribbon " + number, "焊带" + number, "CN", "glass", null, null), quality));
        suppliers.addMaterial(id, "M" + id, "Ribbon", "焊带");
        return id;
    }

    UUID material(UUID supplier) {
        return suppliers.materials(supplier).getFirst().id();
    }

    void scope(UUID material, List<String> papers) {
        var proposal = done(scopes.propose(null, material, today, papers, "3.2", "Module material", quality));
        done(scopes.rule(proposal, Decisions.Outcome.APPROVED, ehs));
    }

    Obligation owed(UUID supplier, PaperKind kind) {
        return obligations.of(supplier).stream().filter(it -> it.kind().equals(kind.obligation())).findFirst().orElseThrow();
    }

    Substances.Report report(UUID supplier, LocalDate day) {
        return new Substances.Report("Anhe Testing", "CNAS", "L-0001", "R-" + UUID.randomUUID(), day, List.of(material(supplier)), "Tinned copper ribbon", Paper.Result.BELOW,
                lists.inForce(today).map(CandidateLists.Edition::id).orElse(null));
    }

    Paper send(UUID supplier, PaperKind kind, LocalDate day) {
        return done(substances.send(owed(supplier, kind).id(), report(supplier, day), "report.pdf", pdf(UUID.randomUUID().toString()), contact(supplier)));
    }

    Paper declare(UUID supplier, byte[] file) {
        return done(substances.declare(owed(supplier, PaperKind.DECLARATION).id(), "d.xml", file, contact(supplier)));
    }

    /** A list of these CAS numbers, in force today; each of its versions has another name. */
    Renewals.Effect list(LocalDate day, String... cas) {
        var csv = new StringBuilder("name,ec,cas,reason,date_added\n");
        for (var it : cas) {
            csv.append("Substance ").append(it).append(",-,").append(it).append(",Toxic for reproduction (Article 57c),17-Jan-2022\n");
        }
        return done(lists.load("list.csv", csv.toString().getBytes(StandardCharsets.UTF_8), "v" + UUID.randomUUID().toString().substring(0, 8), day, "test", ehs));
    }

    static byte[] pdf(String words) {
        return ("%PDF-1.4 " + words).getBytes(StandardCharsets.UTF_8);
    }

    static Me contact(UUID supplier) {
        return new Me(UUID.nameUUIDFromBytes(supplier.toString().getBytes(StandardCharsets.UTF_8)), "Contact", Set.of(Role.SUPPLIER), Optional.of(supplier));
    }

    static Me someone(Role... roles) {
        return new Me(UUID.randomUUID(), "Someone", Set.of(roles), Optional.empty());
    }

    static <T> T done(Answer<T> answer) {
        return switch (answer) {
            case Answer.Done<T>(var value) -> value;
            case Answer.Refused<T>(var reasons) -> throw new AssertionError(reasons.toString());
        };
    }

    static String key(Answer<?> answer) {
        return ((Answer.Refused<?>) answer).reasons().getFirst().key();
    }
}
