package org.probity.shapes.gathering;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Role;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.PageSamples;
import org.probity.shapes.gathering.Occasion.FollowUp;
import org.probity.shapes.gathering.Occasion.Means;
import org.probity.shapes.gathering.Occasion.Presence;
import org.probity.shapes.gathering.Occasion.Session;
import org.probity.shapes.gathering.Occasion.Standing;
import org.probity.shapes.gathering.Occasion.Written;
import org.probity.shapes.gathering.OccasionPage.Side;

class GatheringPages implements PageSamples {
    private static final UUID ID = UUID.fromString("0b3c0f4e-0000-4000-8000-000000000071");
    private static final UUID OTHER = UUID.fromString("0b3c0f4e-0000-4000-8000-000000000072");
    private static final UUID BUYER = UUID.fromString("8b2f0c1e-4a52-4d0e-9a57-6b1f8f3f9a01");
    private static final Instant NOW = Instant.parse("2026-11-22T10:20:00Z");
    private static final Instant FROM = Instant.parse("2026-11-20T01:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-11-20T03:30:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final OccasionKind KIND = new OccasionKind("exchange.exchange", "X", Set.of(Role.BUYER), List.of("CLIMATE", "MINERALS"), "exchange.topic.", "/app/exchanges");
    private static final Guests.Party JINLONG = new Guests.Party(ID, "S-00932", "Jinlong Solder & Sons", "金龙焊料");
    private static final Guests.Guest CHEN = new Guests.Guest("contact", ID, "Chen <Yu>", "陈宇", ID, "chen@jinlong.example");
    private static final Guests.Guest LIN = new Guests.Guest("staff", OTHER, "Lin Qiao", "林乔", null, "100002");

    private static Occasion occasion(boolean calledOff, boolean closed, @Nullable Integer minutes, @Nullable Integer read) {
        return new Occasion(ID, KIND.key(), "X2026-00017", "Carbon of <wafers>, line by line", List.of("CLIMATE", "MINERALS"), List.of(ID), BUYER, FROM, FROM, UNTIL, "Room 3, & online", calledOff,
                closed, closed ? 2 : 0, closed ? 4 : 0, minutes, read, ID);
    }

    private static OccasionPage page(Occasion it, Side side, boolean lists, List<FollowUp> followUps, boolean mayAgree, Instant now, Map<String, String> typed, List<Reason> reasons) {
        var session = new Session(ID, ID, 1, FROM, UNTIL, "Room 3, & online", "048213", it.allClosed() ? 1 : 0, it.allClosed() ? 2 : 0, it.allClosed() ? 4 : 0);
        var there = lists ? List.of(new Presence(ID, ID, "contact", ID, ID, FROM.plusSeconds(65), null, Means.CODE), new Presence(OTHER, ID, "staff", OTHER, null, FROM, UNTIL, Means.ENTERED), new Presence(OTHER, ID, "staff", OTHER, null, FROM, UNTIL, Means.SHEET), new Presence(OTHER, ID, "staff", OTHER, null, FROM, UNTIL, Means.ONLINE))
                : List.<Presence>of();
        var minutes = it.minutesNo() == null ? List.<Written>of() : List.of(new Written(ID, it.minutesNo(), "They measure by line since May.\nWe send <factors>.", BUYER, NOW,
                it.minutesReadNo() == null ? null : OTHER, it.minutesReadNo() == null ? null : NOW));
        return new OccasionPage(it, KIND, side, List.of(new OccasionPage.Room(session, there, Attendance.seconds(session, there))), side == Side.HOST ? List.of(CHEN, LIN) : List.of(),
                Map.of(new GuestList.Key("contact", ID), CHEN, new GuestList.Key("staff", OTHER), LIN), Map.of(ID, JINLONG), minutes, followUps, Map.of(BUYER, "Lin Qiao", OTHER, "Chen <Yu>"),
                new OccasionPage.Reader(side == Side.PARTY ? OTHER : BUYER, side == Side.PARTY ? Optional.of(ID) : Optional.empty(), mayAgree, side == Side.HOST), now, ZONE, typed, reasons);
    }

    private static FollowUp followUp(int no, boolean theirs, Standing state, LocalDate due, String words) {
        return new FollowUp(ID, ID, no, "Meters on lines <1> to 4", theirs ? null : BUYER, theirs ? ID : null, due, 1, state, words, OTHER, NOW, ID);
    }

    /** With a second session, whose list is closed. */
    private static OccasionPage twice(OccasionPage it) {
        var closed = new Session(OTHER, ID, 2, FROM.plusSeconds(86_400), UNTIL.plusSeconds(86_400), "", "111222", 1, 12, 0);
        return new OccasionPage(it.it(), it.kind(), it.side(), List.of(it.rooms().getFirst(), new OccasionPage.Room(closed, List.of(), Map.of())), it.choices(), it.guests(), it.parties(), it.minutes(),
                it.followUps(), it.names(), it.reader(), it.now(), it.zone(), it.typed(), it.reasons());
    }

    @Override
    public List<Page> pages() {
        var early = FROM.minusSeconds(90_000);
        var all = List.of(followUp(1, true, Standing.OWED, TODAY.minusDays(1), ""), followUp(2, false, Standing.RETURNED, TODAY.plusDays(3), "Which lines?"),
                followUp(3, true, Standing.DONE, TODAY.plusDays(3), "Since May"), followUp(4, true, Standing.SETTLED, TODAY, ""), followUp(5, false, Standing.DROPPED, TODAY, "Line sold"));
        return List.of(
                page(occasion(false, false, null, null), Side.HOST, false, List.of(), false, early, Map.of(), List.of()),
                page(occasion(false, false, null, null), Side.HOST, false, List.of(), false, NOW, Map.of("session", ID.toString(), "from", "never"),
                        List.of(new Reason("from", "gathering.not-a-time", List.of()))),
                page(occasion(false, false, null, null), Side.HOST, true, List.of(), false, NOW, Map.of("others", "x"), List.of(new Reason("others", "gathering.others-wrong", List.of()))),
                page(occasion(false, true, 2, null), Side.HOST, true, all, false, NOW, Map.of("what", "Send & tell"), List.of(new Reason("dueDay", "gathering.not-a-day", List.of()))),
                page(occasion(false, true, 2, 2), Side.READER, true, all, false, NOW, Map.of(), List.of()),
                page(occasion(true, false, null, null), Side.HOST, false, List.of(), false, NOW, Map.of(), List.of()),
                new PortalOccasionPage(page(occasion(false, true, 2, null), Side.PARTY, false, all, true, NOW, Map.of("done1", ""),
                        List.of(new Reason("done1", "gathering.done-missing", List.of())))),
                twice(page(occasion(false, false, null, null), Side.HOST, true, List.of(), false, NOW, Map.of(), List.of())),
                new PortalOccasionPage(page(occasion(false, true, null, null), Side.PARTY, false, List.of(), false, NOW, Map.of(), List.of())),
                new CodePage(occasion(false, false, null, null), new Session(ID, ID, 1, FROM, UNTIL, "Room <3>", "048213", 0, 0, 0), "730914", 12, false),
                new CodePage(occasion(false, false, null, null), new Session(ID, ID, 1, FROM, UNTIL, "Room <3>", "048213", 0, 0, 0), "730914", 12, true),
                new HerePage(List.of(new HerePage.Place(ID, "Carbon of <wafers>", FROM)), true, "12", List.of(new Reason("code", "gathering.code-wrong", List.of()))),
                new HerePage(List.of(), true, "", List.of()), new HerePage(List.of(), false, "", List.of()));
    }
}
