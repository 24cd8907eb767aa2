package org.probity.supply.minerals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.formats.cmrt.Metal;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.PageSamples;
import org.probity.house.ui.Query;
import org.probity.shapes.evidence.Evidence;
import org.probity.shapes.obligation.Obligation;
import org.probity.shapes.obligation.State;
import org.probity.supply.minerals.Paper.Finding;
import org.probity.supply.minerals.Paper.Finding.Severity;
import org.probity.supply.supplier.Asked;
import org.probity.supply.supplier.Supplier;

class MineralsPages implements PageSamples {
    private static final UUID ID = UUID.fromString("0b3c0f4e-0000-4000-8000-000000000004");
    private static final Instant THEN = Instant.parse("2026-11-22T10:08:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Supplier JINLONG = new Supplier(ID, "SUP-00932", "Jinlong Solder & Sons", "金龙焊料", "", "CN", "solder", "Solder", "焊料", null, null, THEN, null);
    private static final Evidence.Item FILE = new Evidence.Item(ID, "9f2c41e7".repeat(8), "CMRT_6.5_<Jinlong>.xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", 412_345, ID, THEN);
    private static final Paper PAPER = new Paper(ID, ID, ID, THEN, ID, THEN, null, null, null, "6.5", LocalDate.of(2026, 9, 30), "Jinlong Solder", ID);
    private static final Paper UNREAD = new Paper(ID, ID, ID, THEN, ID, null, null, null, null, null, null, null, ID);
    private static final Paper UNREADABLE = new Paper(ID, ID, ID, THEN, ID, THEN, "cmrt.unreadable.encrypted", "The file is locked.", "文件设有密码。", null, null, null, ID);
    private static final List<Finding> FINDINGS = List.of(
            new Finding(ID, 1, "wrong-metal", Severity.MUST_CORRECT, "Smelter List", "B6", "Tungsten", "names the wrong metal", "金属写错", null),
            new Finding(ID, 2, "empty", Severity.MUST_CORRECT, "Declaration", "D41", "", "is empty", "没有填写", null),
            new Finding(ID, 3, "old", Severity.LOOK_AT, "Declaration", "D22", "2025-01-01", "is more than a year old", "已超过一年", ID));
    private static final Map<String, String> CELLS = Map.of("Smelter List!A6", "CID009937", "Smelter List!B6", "Tungsten", "Smelter List!A7", "CID009949",
            "Smelter List!B7", "Tin", "Declaration!D22", "2025-01-01");

    private static final SmelterLists.Loaded LIST = new SmelterLists.Loaded(ID, "2026", TODAY, THEN, 60);

    private static Obligation owed(State state, LocalDate due) {
        return new Obligation(ID, PaperKind.CMRT.obligation(), ID, 2026, due, 1, state, THEN, ID, state == State.SENT_BACK ? "Two cells are wrong" : "", ID,
                state == State.MET ? LocalDate.of(2027, 9, 30) : null, ID);
    }

    @Override
    public List<Page> pages() {
        return List.of(
                campaign(null, List.of()),
                campaign(new Minerals.Campaign(2026, LocalDate.of(2026, 11, 30), ID, THEN, 37), List.of(
                        line(State.SENT_IN, ID, 2), line(State.OWED, null, 0), line(State.MET, ID, 0), line(State.SENT_BACK, ID, 3))),
                send(State.OWED, null, List.of()), send(State.SENT_BACK, PAPER, List.of(new Reason("file", "minerals.file-missing", List.of()))),
                send(State.SENT_IN, PAPER, List.of()), send(State.SENT_IN, UNREAD, List.of()), send(State.SENT_BACK, UNREADABLE, List.of()), send(State.MET, PAPER, List.of()),
                paper(State.SENT_IN, Optional.of(Department.QUALITY)), paper(State.MET, Optional.empty()),
                new DifferencePage(ID, 2026, JINLONG, Optional.empty(), List.of()),
                new DifferencePage(ID, 2026, JINLONG, Optional.of(ID), List.of(
                        new LastYear.Line(LastYear.Change.GONE, "TIN", "CID901001", "Kestrel Bay · MALAYSIA", ""),
                        new LastYear.Line(LastYear.Change.NEW, "TIN", "", "", "Somebody"),
                        new LastYear.Line(LastYear.Change.CHANGED, "TIN", "CID901005", "Qinglan · CHINA", "Qinglan Heron · CHINA"),
                        new LastYear.Line(LastYear.Change.SAME, "", "CID901006", "Yuhe · CHINA", "Yuhe · CHINA"))),
                own(3, Map.of(), List.of()), own(0, Map.of(), List.of()),
                own(3, Map.of("contactName", "Zhao Ning"), List.of(new Reason("contactEmail", "minerals.own.missing", List.of()))),
                new ListsPage(List.of(), true, "", "2026-11-22", Optional.empty(), List.of(new Reason("version", "minerals.list-known", List.of("6.5")))),
                new ListsPage(List.of(LIST), false, "", "2026-11-22", Optional.of(new SmelterLists.Effect(LIST, 12, 12, 3)), List.of()),
                new ListsPage(List.of(LIST), true, "", "2026-11-22", Optional.of(new SmelterLists.Effect(LIST, 5_000, 1_500, 31)), List.of()));
    }

    @Override
    public List<Page> pieces() {
        return List.of(new MineralsTabPage(List.of(owed(State.SENT_IN, TODAY), owed(State.MET, TODAY)), Map.of(ID, ID), TODAY),
                new MineralsTabPage(List.of(), Map.of(), TODAY));
    }

    private static OwnCmrtPage own(long answered, Map<String, String> fields, List<Reason> reasons) {
        var now = new RollUp(4, answered, Set.of(Metal.TIN), Map.of(), Map.of(), List.of(new RollUp.Source(Metal.TIN, "CID901001", "Kestrel <Bay>", "MALAYSIA", 3)));
        var before = new RollUp(4, 4, Set.of(Metal.TIN), Map.of(), Map.of(), List.of(new RollUp.Source(Metal.TIN, "CID901002", "Harimau", "INDONESIA", 1)));
        return new OwnCmrtPage(2026, now, before, fields, reasons.isEmpty(), true, reasons);
    }

    private static CampaignPage campaign(Minerals.@Nullable Campaign campaign, List<CampaignLines.Line> lines) {
        return new CampaignPage(2026, List.of(2025, 2026), campaign, new Asked.Counts(lines.size(), 1, java.util.Map.of("SENT_IN", 1L, Asked.LATE, 1L)), lines, lines.size(), Query.all("/app/minerals"), TODAY, true, true, "2026-11-30", List.of());
    }

    private static CampaignLines.Line line(State state, @Nullable UUID paper, long wrong) {
        return new CampaignLines.Line(ID, ID, "SUP-00932", "Jinlong Solder", "金龙焊料", PaperKind.CMRT.obligation(), LocalDate.of(2026, 11, 20), state, THEN,
                state == State.MET ? LocalDate.of(2027, 9, 30) : null, paper, state == State.SENT_IN ? "SOURCING QUALITY" : "", wrong, 1);
    }

    private static SendPage send(State state, @Nullable Paper paper, List<Reason> reasons) {
        return new SendPage(owed(state, LocalDate.of(2026, 11, 30)), PaperKind.CMRT, paper, paper == null ? null : FILE, CELLS,
                paper == null ? List.of() : FINDINGS, 2, List.of(owed(State.OWED, TODAY), owed(state, TODAY)), TODAY, reasons);
    }

    private static PaperPage paper(State state, Optional<Department> mine) {
        var said = new Opinion(ID, Department.SOURCING, Opinion.Verdict.ACCEPT, "Agrees with <our> purchases", LocalDate.of(2027, 9, 30), ID, THEN, ID);
        return new PaperPage(PAPER, PaperKind.CMRT, owed(state, TODAY), JINLONG, FILE, CELLS, FINDINGS,
                List.of(new Paper.NamedSmelter(6, "TIN", "CID009914", "Yunfeng Tin", "CHINA")), List.of(owed(State.OWED, TODAY), owed(state, TODAY)), true,
                null, new PaperPage.Review(List.of(said), List.of(Department.QUALITY), Map.of(ID, "Zhao Ning"), mine),
                new PaperPage.Typed("2027-09-30", "", ""), List.of());
    }
}
