package org.probity.supply.customs;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.PageSamples;
import org.probity.house.ui.Query;
import org.probity.supply.customs.CustomsPack.Group;
import org.probity.supply.customs.CustomsPack.Handout;
import org.probity.supply.customs.CustomsPack.Missing;
import org.probity.supply.customs.CustomsPack.Stage;
import org.probity.supply.customs.CustomsPack.State;

class CustomsPages implements PageSamples {
    private static final UUID ID = UUID.fromString("0b3c0f4e-0000-4000-8000-000000000155");
    private static final Instant THEN = Instant.parse("2026-11-20T02:08:00Z");
    private static final State.Made MADE = new State.Made(ID, ID, ID, 100_000, 52_900_412, 214_117, 1_204, 37, THEN);

    private static CustomsPack pack(long no, State state, boolean again) {
        return new CustomsPack(ID, no, "Container <HELU 204117-3>, entry 231-0042117-8", 100_000, again ? Optional.of(ID) : Optional.empty(), ID, THEN, state);
    }

    @Override
    public List<Page> pages() {
        var list = Query.all(CustomsPacksPage.PATH);
        var one = Query.all(CustomsPacksPage.PATH + "/" + ID);
        var names = Map.of(ID, "Zhao <Ning>");
        var groups = List.of(new Group(1, "ab12".repeat(16), true, CustomsPack.Verdict.CLEAN, 99_000, 52_300_000, 41, "231-1234567-8"),
                new Group(2, "cd34".repeat(16), true, CustomsPack.Verdict.TOUCHED, 900, 480_000, 44, null), new Group(3, "ef56".repeat(16), false, CustomsPack.Verdict.UNKNOWN, 100, 52_900, 12, null));
        return List.of(
                new CustomsPacksPage(List.of(), Map.of(), list, 0, "", "", List.of()),
                new CustomsPacksPage(List.of(pack(4, new State.Waiting(), false), pack(3, MADE, true), pack(2, new State.Failed("customs.failed.check", "x", THEN), false),
                        pack(1, new State.Cancelled(ID, THEN), false)), names, list, 4, "Entry <7>", "HM000000001 NO-1", List.of(new Reason("names", "customs.unknown", List.of(1, "NO-<1>")))),
                page(pack(4, new State.Waiting(), false), Map.of(), List.of(), one, List.of(), Optional.empty(), List.of()),
                page(pack(4, new State.Making(Stage.WRITING, 120_000, 214_117), false), Map.of(), List.of(), one, List.of(), Optional.empty(), List.of()),
                page(pack(2, new State.Failed("customs.failed.differs", "https://id.gs1.org/01/09521007017132/21/HM000000300", THEN), false), Map.of(), List.of(), one, List.of(), Optional.empty(), List.of()),
                page(pack(1, new State.Cancelled(ID, THEN), false), Map.of(), List.of(), one, List.of(), Optional.empty(), List.of()),
                page(pack(3, MADE, false), Map.of("CLEAN", 100_000L), groups.subList(0, 1), one, List.of(), Optional.empty(), List.of()),
                page(pack(3, MADE, true), Map.of("CLEAN", 99_000L, "TOUCHED", 900L, "UNKNOWN", 100L), groups, one,
                        List.of(new Handout(ID, "CBP, Port of <Houston>", "Detention of 14 November: proof of origin asked for.", ID, THEN)), Optional.of(ID),
                        List.of(new Reason("recipient", "customs.recipient-missing", List.of()))));
    }

    private static CustomsPackPage page(
            CustomsPack pack, Map<String, Long> verdicts, List<Group> groups, Query query, List<Handout> handouts, Optional<UUID> fresh, List<Reason> reasons) {
        return new CustomsPackPage(pack, verdicts, groups, query, groups.size(), groups.isEmpty() ? List.of() : List.of(new Missing("urn:epcglobal:cbv:bt:9521002000000:INV-<77>", "QUARTZ", 31, List.of("https://id.gs1.org/01/09521002000023/10/Q0000001")), new Missing("https://id.gs1.org/253/9521001000019PO-4711", "POLYSILICON", 2, List.of())), handouts, pack.made().map(it -> 991L), fresh, Map.of(ID, "Zhao <Ning>"), pack.again().map(it -> 2L), reasons);
    }
}
