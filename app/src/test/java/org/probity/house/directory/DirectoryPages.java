package org.probity.house.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.access.Account;
import org.probity.house.access.Role;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.PageSamples;
import org.probity.house.ui.Query;

class DirectoryPages implements PageSamples {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
    private static final Instant NOON = Instant.parse("2026-06-01T04:00:00Z");
    private static final UUID HS = new UUID(1, 1);
    private static final UUID CQ = new UUID(1, 2);
    private static final UUID CELL = new UUID(1, 3);
    private static final UUID LIN = new UUID(2, 1);
    private static final Place ENTITY = new Place(HS, "HS", Place.Kind.ENTITY, "Helia Solar Co., Ltd.", "赫利亚太阳能有限公司", null, List.of(HS), HS, null,
            "", "", "91500000MA00000000", "529900T8BM49AURSDO55", LocalDate.of(2010, 1, 1), null);
    private static final Place SITE = new Place(CQ, "HS-CQ", Place.Kind.SITE, "Chongqing site", "重庆基地", HS, List.of(HS, CQ), HS, CQ, "CN", "Chongqing",
            "", "", LocalDate.of(2015, 3, 1), null);
    private static final Place UNIT = new Place(CELL, "HS-CQ-CELL", Place.Kind.UNIT, "Cell workshop", "电池车间", CQ, List.of(HS, CQ, CELL), HS, CQ, "", "",
            "", "", LocalDate.of(2015, 3, 1), LocalDate.of(2027, 12, 31));
    private static final List<Place> TREE = List.of(ENTITY, SITE, UNIT);
    private static final Map<UUID, Long> STAFF = Map.of(HS, 9_252L, CQ, 2_100L, CELL, 812L);
    private static final List<Directory.Head> HEADS = List.of(new Directory.Head(CELL, LIN, Place.Rank.HEAD, "Lin Yi", "林一", DAY));
    private static final List<Reason> WRONG = List.of(new Reason("from", "directory.day-wrong", List.of()), new Reason("", "directory.circle", List.of()));

    private static Directory.Stretch stretch(Engagement kind, LocalDate from, LocalDate until, boolean superseded, String why) {
        return new Directory.Stretch(UUID.randomUUID(), kind, CELL, "Cell workshop", "电池车间", "Operator", from, until, NOON, superseded ? NOON : null, why, LIN);
    }

    @Override
    public List<Page> pages() {
        var lin = new Directory.Person(LIN, "100001", "林一", "Lin Yi", "lin.yi@helia.example", List.of(
                stretch(Engagement.EMPLOYEE, LocalDate.of(2020, 3, 1), null, false, "people.xlsx"),
                stretch(Engagement.CONTRACTOR, LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31), false, ""),
                stretch(Engagement.INTERN, LocalDate.of(2020, 3, 1), null, true, "wrong kind & day")));
        var gone = new Directory.Person(LIN, "100001", "林一", "", "", List.of(stretch(Engagement.EMPLOYEE, LocalDate.of(2020, 3, 1), LocalDate.of(2022, 1, 1), false, "")));
        var account = new Account(LIN, "Lin Yi", "lin.yi@helia.example", Set.of(Role.EMPLOYEE), Optional.empty(), "zh", NOON, null, true);
        var people = Query.all("/app/directory/people");
        var members = List.of(
                new Directory.Member(LIN, "100001", "林一", "Lin Yi", "lin.yi@helia.example", Engagement.EMPLOYEE, "Cell workshop", "电池车间", "Chongqing site", "重庆基地", "Operator", DAY, null),
                new Directory.Member(LIN, "100002", "", "Ann", "", null, "", "", "", "", "", null, null));
        var history = List.of(
                new Directory.Told("DESCRIBE", DAY, "new sign at the gate", NOON, LIN, false, "Cell workshop", "电池车间", "Chongqing site", "重庆基地"),
                new Directory.Told("APPOINT", DAY, "", NOON, LIN, false, "", "", "", ""),
                new Directory.Told("FILE", DAY, "units.xlsx", NOON, UUID.randomUUID(), true, "Cells", "", "", ""));
        var unit = new UnitPage(UNIT, DAY, true, List.of(ENTITY, SITE), List.of(), STAFF, HEADS, history, Map.of(LIN, "Lin Yi"), true);
        var sight = Query.all("/app/directory");
        return List.of(
                new OrganisationPage(DAY, true, TREE, STAFF, HEADS, sight, true),
                new OrganisationPage(DAY, true, List.of(), Map.of(), List.of(), sight, true),
                new OrganisationPage(DAY, false, List.of(), Map.of(), List.of(), sight, false),
                unit,
                new UnitPage(SITE, DAY, false, List.of(ENTITY), List.of(UNIT), STAFF, HEADS, List.of(), Map.of(), false),
                change(UnitChangePage.Change.FOUND, null, null, WRONG),
                change(UnitChangePage.Change.DESCRIBE, ENTITY, null, List.of()),
                change(UnitChangePage.Change.MERGE, UNIT, null, List.of()),
                change(UnitChangePage.Change.MERGE, UNIT, new Organisation.Consequences(812, 3), List.of()),
                change(UnitChangePage.Change.APPOINT, UNIT, null, List.of(new Reason("person", "directory.number-unknown", List.of()))),
                change(UnitChangePage.Change.APPOINT, UNIT, new Organisation.Consequences(812, 0), List.of()),
                new PeoplePage(members, people, Directory.Search.all(DAY), true, 9_300, TREE, true),
                new PeoplePage(members, people, Directory.Search.all(DAY), true, 2, TREE, false),
                new PeoplePage(List.of(), people.with("q", "x"), Directory.Search.all(DAY), false, 0, TREE, true),
                new PersonPage(lin, PersonPage.Sight.ENGAGEMENTS, DAY, TREE, null, List.of(UNIT), Map.of(LIN, "He Min"),
                        new PersonPage.Records(account, PersonPage.Erasing.KEPT, null), List.of()),
                new PersonPage(lin, PersonPage.Sight.ENGAGEMENTS, DAY, TREE, lin, List.of(), Map.of(),
                        new PersonPage.Records(null, PersonPage.Erasing.KEPT, null), List.of(new Reason("", "directory.email-missing", List.of()))),
                new PersonPage(lin, PersonPage.Sight.CONTACT, DAY, TREE, lin, List.of(UNIT), Map.of(), null, List.of()),
                gone(gone, PersonPage.Erasing.KEPT, LocalDate.of(2026, 9, 1)),
                gone(gone, PersonPage.Erasing.MAY_BE_ASKED, LocalDate.of(2026, 1, 1)),
                gone(gone, PersonPage.Erasing.ASKED_BY_ME, LocalDate.of(2026, 1, 1)),
                gone(gone, PersonPage.Erasing.ASKED, LocalDate.of(2026, 1, 1)),
                personChange(PersonChangePage.Change.TAKE_ON, null, WRONG),
                personChange(PersonChangePage.Change.TRANSFER, lin, List.of()),
                personChange(PersonChangePage.Change.END, lin, List.of(new Reason("until", "directory.ends-before", List.of()))),
                personChange(PersonChangePage.Change.CORRECT, lin, List.of()),
                personChange(PersonChangePage.Change.NAME, lin, List.of()),
                personChange(PersonChangePage.Change.ENGAGE, lin, List.of()),
                new DeputiesPage(lin, true, List.of(new Deputies.Standin(UUID.randomUUID(), LIN, "Lin Yi", "林一", CQ, "Wu Min", "吴敏", DAY, DAY.plusDays(4)),
                        new Deputies.Standin(UUID.randomUUID(), CQ, "Wu Min", "吴敏", LIN, "Lin Yi", "林一", DAY.plusDays(9), DAY.plusDays(9))), DAY,
                        new DeputiesPage.Typed("wu@helia.example", "2026-06-02", ""), List.of(new Reason("until", "directory.day-wrong", List.of()))),
                new DeputiesPage(lin, false, List.of(), DAY, new DeputiesPage.Typed("", "", ""), List.of()),
                new DeputiesPage(null, true, List.of(), DAY, new DeputiesPage.Typed("", "", ""), List.of()),
                new ImportPage(List.of(new Reason("file", "ui.file-unreadable", List.of()))),
                new BatchPage(LIN, Reading.Kind.PEOPLE, "people.csv", List.of(new Reading.Fault(7, "unit", "directory.unit-unknown", "NOWHERE"),
                        new Reading.Fault(9, "from", "directory.overlaps", "2020-01-01")), null, List.of(), Query.all("/app/directory/import/" + LIN), List.of()),
                new BatchPage(LIN, Reading.Kind.PEOPLE, "people.csv", List.of(), new Intake.Plan(LIN, Reading.Kind.PEOPLE, 1, 0, 1, 0),
                        List.of(line(2, Intake.Effect.ADDED), line(3, Intake.Effect.ENDED)), Query.all("/app/directory/import/" + LIN),
                        List.of(new Reason("", "directory.overlaps-now", List.of()))),
                new BatchPage(LIN, Reading.Kind.PEOPLE, "people.csv", List.of(), new Intake.Plan(LIN, Reading.Kind.PEOPLE, 0, 0, 0, 2),
                        List.of(line(2, Intake.Effect.SAME)), Query.all("/app/directory/import/" + LIN).with("effect", "SAME"), List.of()));
    }

    private static Intake.Line line(int row, Intake.Effect effect) {
        return new Intake.Line(row, effect, List.of("100001", "林一", "Lin Yi", "", "EMPLOYEE", "CELL", "", "2020-01-01", ""));
    }

    private static Page gone(Directory.Person person, PersonPage.Erasing erasing, LocalDate kept) {
        return new PersonPage(person, PersonPage.Sight.ENGAGEMENTS, DAY, TREE, null, List.of(), Map.of(), new PersonPage.Records(null, erasing, kept), List.of());
    }

    private static Page change(UnitChangePage.Change change, Place place, Organisation.Consequences told, List<Reason> reasons) {
        return new UnitChangePage(change, place, new UnitChangePage.Form("HS-X", "UNIT", "Name", "名称", "", "", "", "", "HS-CQ", "100001", "DEPUTY",
                "2026-07-01", "because", false), TREE, told, reasons);
    }

    private static Page personChange(PersonChangePage.Change change, Directory.Person person, List<Reason> reasons) {
        var stretch = change.ofAStretch() && person != null ? person.stretches().getFirst() : null;
        return new PersonChangePage(change, person, stretch, new PersonChangePage.Form("100001", "林一", "Lin Yi", "", "INTERN", "HS-CQ", "Operator",
                "2026-06-01", "", ""), TREE, reasons);
    }
}
