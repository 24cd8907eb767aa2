package org.probity.supply.supplier;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.PageSamples;
import org.probity.house.ui.Query;
import org.probity.shapes.decision.Decisions.Outcome;

class SupplierPages implements PageSamples {
    private static final UUID ID = UUID.fromString("0b3c0f4e-0000-4000-8000-000000000003");
    private static final Instant THEN = Instant.parse("2021-06-18T00:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Supplier JINLONG = jinlong(null);
    private static final List<Supplier.Category> CATEGORIES = List.of(
            new Supplier.Category("solder", "Solder and ribbon", "焊料与焊带", null, 14),
            new Supplier.Category("glass", "Glass", "玻璃", LocalDate.of(2025, 3, 1), 3));
    private static final List<Supplier.Material> MATERIALS = List.of(
            new Supplier.Material(UUID.randomUUID(), ID, "M-1", "Solder ribbon", "焊带", new BigDecimal("0.6"), LocalDate.of(2024, 1, 1), null),
            new Supplier.Material(UUID.randomUUID(), ID, "M-2", "Flux", "助焊剂", null, null, LocalDate.of(2025, 12, 31)));
    private static final List<Supplier.Contact> CONTACTS = List.of(
            contact("Chen Yu", null, Supplier.For.COMPLIANCE, Supplier.For.SALES), contact("Wei Min", null), contact("Li Na", LocalDate.of(2025, 5, 1)));
    private static final List<Supplier.Site> SITES = List.of(
            new Supplier.Site(UUID.randomUUID(), ID, "Plant 1", "9 Jinlong Road, Hangzhou", "CN", LocalDate.of(2024, 1, 1), null),
            new Supplier.Site(UUID.randomUUID(), ID, "Old plant", "", "MY", LocalDate.of(2020, 1, 1), LocalDate.of(2024, 1, 1)));
    private static final Suppliers.Registration TYPED =
            new Suppliers.Registration("S-1", "Jinlong Solder", "", "", "CN", "solder", "91330782MA00000000", null);

    private static Supplier jinlong(LocalDate lastDay) {
        return new Supplier(ID, "SUP-00932", "Jinlong Solder & Sons", "金龙焊料", "キンリュウはんだ", "CN", "solder", "Solder and ribbon", "焊料与焊带",
                "91330782MA00000000", null, THEN, lastDay);
    }

    private static Supplier.Contact contact(String name, LocalDate until, Supplier.For... roles) {
        return new Supplier.Contact(UUID.randomUUID(), ID, name, "someone@jinlong.example", "+86 571 000", LocalDate.of(2024, 1, 1), until, List.of(roles));
    }

    private static final Department SILICON =
            new Department(UUID.randomUUID(), UUID.randomUUID(), "HQ-SPR", Department.Kind.SILICON, "Silicon procurement", "硅料采购部", LocalDate.of(2024, 1, 1), null);
    private static final Department PLANT = new Department(UUID.randomUUID(), UUID.randomUUID(), "CQ-PUR", Department.Kind.SITE, "Site procurement", "基地采购部", LocalDate.of(2024, 1, 1), null);
    private static final Department.Accountable BUYS = new Department.Accountable(
            UUID.randomUUID(), "solder", Department.Charge.BUYING, null, "", "", SILICON, LocalDate.of(2025, 1, 1), null);
    private static final Department.Accountable BUYS_HERE = new Department.Accountable(
            UUID.randomUUID(), "solder", Department.Charge.BUYING, UUID.randomUUID(), "Chongqing site", "重庆基地", PLANT, LocalDate.of(2025, 1, 1), LocalDate.of(2026, 12, 31));

    private static AccountablePage answering(boolean keeps, List<Department.Accountable> now, List<Department> departments, List<Reason> reasons) {
        var by = UUID.randomUUID();
        var said = List.of(
                new Accountability.Said(Department.Charge.BUYING, "", "", "Silicon procurement", "硅料采购部", LocalDate.of(2025, 1, 1), null, "", by, THEN, null),
                new Accountability.Said(Department.Charge.BUYING, "Chongqing site", "重庆基地", "Site procurement", "基地采购部", LocalDate.of(2024, 1, 1),
                        LocalDate.of(2024, 12, 31), "bought & checked on site", by, THEN, THEN));
        return new AccountablePage(CATEGORIES.getFirst(), now, now.isEmpty() ? List.of() : said, now.isEmpty() ? List.of() : List.of("Marta Lind", "Qin Hao"),
                departments, List.of(), Map.of(by, "Lin Mei"), now.isEmpty() ? List.of() : List.of(
                        new Reassignments.Proposed(ID, "solder", Department.Charge.BUYING, "", "", "Site procurement", "基地采购部", TODAY, "bought on site & checked", by, THEN),
                        new Reassignments.Proposed(ID, "solder", Department.Charge.QUALITY, "Chongqing site", "重庆基地", null, null, TODAY, "the site closes", ID, THEN)), ID, keeps, AccountablePage.Typed.nothing(TODAY), reasons);
    }

    private static final UUID OTHER = UUID.fromString("0b3c0f4e-0000-4000-8000-000000000004");
    private static final List<Merge.Line> LINES = List.of(
            new Merge.Line("supplier.sites", 2, 1, 0, null), new Merge.Line("supplier.merge.receipts", 14_203, 0, 0, null), new Merge.Line("clearance.exceptions", 0, 0, 1, null));

    private static Merge merge(Outcome outcome, LocalDate mergedOn, LocalDate unmergedOn) {
        var undoing = outcome == Outcome.APPROVED && TODAY.equals(mergedOn) && unmergedOn == null;
        return new Merge(UUID.fromString("0b3c0f4e-0000-4000-8000-000000000005"), OTHER, ID, "One company: the business licence shows the change of name.", ID, THEN, outcome, null,
                mergedOn, mergedOn == null ? null : mergedOn.plusDays(30), undoing ? ID : null, undoing ? ID : null, undoing ? "They are two & not one." : null, unmergedOn);
    }

    private static MergedPage merged(Merge it, boolean rules) {
        var me = new Me(UUID.randomUUID(), "Lin Mei", Set.of(Role.BUYER), Optional.empty());
        return new MergedPage(it, jinlong(null), JINLONG, it.outcome() == null ? new Merge.Preview(LINES) : null, it.outcome() == null ? List.of() : LINES, LINES,
                Map.of(ID, "Qin Hao"), rules, me, TODAY, it.outcome() == null ? wrong("", "decision.ruled-already") : List.of());
    }

    private static List<Reason> wrong(String field, String key) {
        return List.of(new Reason(field, key, List.of("M-1")));
    }

    @Override
    public List<Page> pages() {
        var by = UUID.randomUUID();
        var ending = new Supplier.Ending(UUID.randomUUID(), ID, LocalDate.of(2026, 10, 31), Supplier.Why.QUALITY, "Three lots in a row.", by, THEN);
        var known = new SupplierPage.Known(MATERIALS, CONTACTS, SITES,
                List.of(new Supplier.Change("name-en", "Jinlong", "Jinlong Solder & Sons", by, THEN)), ending, Map.of(by, "Lin Mei"),
                List.of(BUYS), List.of(new Supplier.Former("name-en", "Jinlong", THEN, ID), new Supplier.Former("number", "SUP-00931", THEN, OTHER)), List.of(merge(null, null, null)), null, false);
        return List.of(
                new SuppliersPage(List.of(JINLONG, jinlong(TODAY)), Query.all("/app/suppliers").by("name"), CATEGORIES, List.of("CN", "DE"), true, 120, 140, 3),
                new SuppliersPage(List.of(), Query.all("/app/suppliers").with("q", "x"), CATEGORIES, List.of("CN"), false, 0, 140, 0),
                new SuppliersPage(List.of(), Query.all("/app/suppliers"), CATEGORIES, List.of(), true, 0, 0, 0),
                new SupplierPage(JINLONG, known, true, List.of(), null, null),
                new SupplierPage(jinlong(null), new SupplierPage.Known(List.of(), List.of(), List.of(), List.of(), null, Map.of(), List.of(), List.of(), List.of(), JINLONG, true), false, List.of(), null, null),
                new MergePage(JINLONG, jinlong(TODAY), new Merge.Preview(LINES), "SUP-00931", "", wrong("reason", "supplier.merge-reason")),
                new MergePage(JINLONG, jinlong(null), new Merge.Preview(List.of(new Merge.Line("supplier.sites", 1, 0, 0, "blacklist.merge.two-bans"))), "SUP-00931", "", List.of()),
                new MergePage(JINLONG, null, null, "", "", List.of()),
                new MergesPage(List.of(merge(null, null, null), merge(Outcome.APPROVED, TODAY, null), merge(Outcome.REJECTED, null, null), merge(Outcome.APPROVED, TODAY, TODAY)),
                        Map.of(ID, JINLONG, OTHER, jinlong(null)), Map.of(), TODAY),
                new MergesPage(List.of(), Map.of(), Map.of(), TODAY),
                merged(merge(null, null, null), true),
                merged(merge(Outcome.APPROVED, TODAY, null), true),
                merged(merge(Outcome.APPROVED, TODAY.minusDays(90), null), false),
                new RegistrationPage(Optional.empty(), 0, TYPED, CATEGORIES, wrong("creditCode", "supplier.credit-code-wrong")),
                new RegistrationPage(Optional.of(JINLONG), 2, TYPED, CATEGORIES, List.of()),
                new ContactsPage(JINLONG, CONTACTS, new Contacts.Colleague("Wei", "wei@", "", "en"), Set.of(Supplier.For.SALES), wrong("email", "signin.email-wrong")),
                new ContactsPage(JINLONG, List.of(), new Contacts.Colleague("", "", "", "zh"), Set.of(), List.of()),
                new MaterialsPage(JINLONG, MATERIALS, new MaterialsPage.Bought("M-1", "", "", "6O", "2026-01-01"), wrong("number", "supplier.material-number-taken")),
                new MaterialPage(JINLONG, MATERIALS.getFirst(), "101", wrong("tin", "supplier.tin-wrong")),
                new SitesPage(JINLONG, SITES, TODAY, "Plant 1", "", "CN", wrong("name", "supplier.site-name-taken")),
                new CategoriesPage(CATEGORIES, "Solder", "", "", wrong("code", "supplier.category-code-wrong")),
                new EndPage(JINLONG, "", "OTHER", "", wrong("words", "supplier.why-words-missing")),
                new ImportPage("ledger", List.of("document", "line"), Optional.empty(), List.of(new ImportPage.Fault(3, "day", "supplier.receipt-future", "2027-01-01")),
                        new ImportPage.Typed("2026", "3", "12.5"), List.of()),
                new ImportPage("suppliers", List.of("number"), Optional.of(new ImportPage.Plan(ID.toString(), "suppliers.xlsx", 3, 1, 40)), List.of(),
                        ImportPage.Typed.NOTHING, List.of()),
                new ImportPage("materials", List.of("number"), Optional.of(new ImportPage.Plan(ID.toString(), "m.csv", 0, 0, 40)), List.of(),
                        ImportPage.Typed.NOTHING, List.of()),
                new ImportPage("sites", List.of("number"), Optional.empty(), List.of(), ImportPage.Typed.NOTHING, wrong("file", "ui.file-unreadable")),
                new DepartmentsPage(CATEGORIES, List.of(SILICON, PLANT), List.of(BUYS, BUYS_HERE), 2, 1, Query.all("/app/suppliers/departments"), true,
                        new DepartmentsPage.Typed("HQ-SPR", "SILICON", "2026-01-01"), wrong("unit", "supplier.department-there")),
                new DepartmentsPage(CATEGORIES, List.of(SILICON, PLANT), List.of(BUYS, BUYS_HERE), 2, 1, Query.all("/app/suppliers/departments").with("view", "matrix"),
                        false, new DepartmentsPage.Typed("", "SITE", ""), List.of()),
                new DepartmentsPage(List.of(), List.of(SILICON), List.of(), 2, 0, Query.all("/app/suppliers/departments").with("state", "without"),
                        true, new DepartmentsPage.Typed("", "SITE", ""), List.of()),
                new DepartmentsPage(CATEGORIES, List.of(), List.of(), 2, 2, Query.all("/app/suppliers/departments"), false,
                        new DepartmentsPage.Typed("", "SITE", ""), List.of()),
                answering(true, List.of(BUYS, BUYS_HERE), List.of(SILICON, PLANT), wrong("reason", "supplier.accountable-why")),
                answering(false, List.of(), List.of(SILICON), List.of()),
                answering(true, List.of(), List.of(), List.of()),
                new PortalPage(JINLONG, List.of(), List.of(), TODAY),
                new PortalPage(JINLONG, List.of(owed(Owing.Turn.AGAIN, 3), owed(Owing.Turn.YOURS, -2), owed(Owing.Turn.OURS, 9), owed(Owing.Turn.DONE, 90)), List.of(new PortalPlace("evaluation.our-grades", "/app/portal/evaluation")), TODAY));
    }

    private static Owing.Owed owed(Owing.Turn turn, int days) {
        return new Owing.Owed(s -> "ISO 9001", s -> "ISO <9001>", s -> "ISO 9001", s -> "ISO 9001", s -> "ISO 9001", "/app/portal/admission/iso-9001", turn,
                java.util.Optional.of(TODAY.plusDays(days)), java.util.Optional.of(TODAY.plusDays(300)), s -> org.probity.house.ui.parts.State.note("ISO"), turn == Owing.Turn.YOURS);
    }
}
