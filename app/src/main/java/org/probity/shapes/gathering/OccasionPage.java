package org.probity.shapes.gathering;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Event;
import org.probity.house.ui.parts.Fact;
import org.probity.house.ui.parts.Mark;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.State;
import org.probity.shapes.gathering.Guests.Guest;
import org.probity.shapes.gathering.Occasion.FollowUp;
import org.probity.shapes.gathering.Occasion.Presence;
import org.probity.shapes.gathering.Occasion.Session;
import org.probity.shapes.gathering.Occasion.Written;

/** One occasion: when, who came, what was said, what follows. */
public record OccasionPage(
        Occasion it, OccasionKind kind, Side side, List<Room> rooms, List<Guest> choices, Map<GuestList.Key, Guest> guests, Map<UUID, Guests.Party> parties, List<Written> minutes,
        List<FollowUp> followUps, Map<UUID, String> names, Reader reader, Instant now, ZoneId zone, Map<String, String> typed, List<Reason> reasons) implements Page {

    /** Who looks: those who hold it, those of us who read, or somebody of a company that was there. */
    public enum Side { HOST, READER, PARTY }

    /** @param mayAgree they were there and did not write the newest minutes; @param sees whether names of those present are shown to them */
    public record Reader(UUID account, Optional<UUID> supplier, boolean mayAgree, boolean sees) {}

    /** A session with its list. */
    public record Room(Session session, List<Presence> there, Map<GuestList.Key, Long> seconds) {}

    /** One person at one session. */
    public record Line(String name, String party, String stays, long seconds, Occasion.Means means, UUID presence) {}

    public String path() {
        return side == Side.PARTY ? "/app/portal/gatherings/" + it.id() : "/app/gatherings/" + it.id();
    }

    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    /** The session whose list is kept on this view: the one asked for, or the first that is open. A field stands on a page once. */
    public boolean keeps(Room room) {
        var chosen = rooms.stream().filter(one -> one.session().id().toString().equals(of("session"))).findFirst()
                .or(() -> rooms.stream().filter(one -> !one.session().closed()).findFirst()).orElseGet(rooms::getLast);
        return hosts() && chosen.equals(room);
    }

    public boolean hosts() {
        return side == Side.HOST && !it.calledOff();
    }

    public boolean begun() {
        return !it.startsAt().isAfter(now);
    }

    public State state(Screen s) {
        return kind.minuted() || it.calledOff() || !it.allClosed() ? state(s, it, now) : State.good(s.t("gathering.state.HELD"));
    }

    public static State state(Screen s, Occasion it, Instant now) {
        var state = it.state(now);
        var words = s.t("gathering.state." + state);
        return switch (state) {
            case PLANNED, CALLED_OFF -> State.none(words);
            case LIST_OPEN, MINUTES_OWED, MINUTES_UNREAD -> State.warn(words);
            case HELD -> State.good(words);
        };
    }

    public static State state(Screen s, FollowUp it, LocalDate today) {
        var words = s.t("gathering.follow-up." + it.state());
        return switch (it.state()) {
            case OWED, RETURNED -> it.dueDay().isBefore(today) ? State.bad(s.t("gathering.late")) : State.warn(words);
            case DONE -> State.note(words);
            case SETTLED -> State.good(words);
            case DROPPED -> State.none(words);
        };
    }

    public String topics(Screen s) {
        return it.topics().stream().map(topic -> s.t(kind.topicWords() + topic)).collect(Collectors.joining(s.t("gathering.comma")));
    }

    public String partyNames(Screen s) {
        return it.parties().stream().map(party -> partyName(s, party)).collect(Collectors.joining(s.t("gathering.comma")));
    }

    String partyName(Screen s, UUID party) {
        return Optional.ofNullable(parties.get(party)).map(known -> known.name(s.lang())).orElse("–");
    }

    public List<Fact> facts(Screen s) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(s.t("gathering.topics"), topics(s)));
        if (!it.parties().isEmpty() && side != Side.PARTY) {
            facts.add(new Fact(s.t("gathering.with"), partyNames(s)));
        }
        facts.add(new Fact(s.t("gathering.when"), when(s, it.startsAt(), it.endsAt())));
        if (!it.place().isEmpty()) {
            facts.add(new Fact(s.t("gathering.place"), it.place()));
        }
        if (it.allClosed()) {
            facts.add(new Fact(s.t("gathering.people"), s.number(it.people() + it.others())));
        }
        return facts;
    }

    public String when(Screen s, Instant from, Instant until) {
        var first = from.atZone(zone);
        return s.day(first.toLocalDate()) + " " + clock(from) + " – " + clock(until);
    }

    /** To the second, where there is one. */
    public String clock(Instant at) {
        var time = at.atZone(zone).toLocalTime();
        return time.getSecond() == 0 ? "%02d:%02d".formatted(time.getHour(), time.getMinute()) : "%02d:%02d:%02d".formatted(time.getHour(), time.getMinute(), time.getSecond());
    }

    /** 1:30:05 */
    public static String length(long seconds) {
        return "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    public List<Line> lines(Screen s, Room room) {
        return room.there().stream().map(presence -> {
            var key = new GuestList.Key(presence.circle(), presence.guest());
            return new Line(Optional.ofNullable(guests.get(key)).map(guest -> guest.name(s.lang())).orElse("–"), presence.party() == null ? s.t("gathering.ours") : partyName(s, presence.party()),
                    clock(presence.cameAt()) + " – " + (presence.leftAt() == null ? s.t("gathering.until-end") : clock(presence.leftAt())), room.seconds().getOrDefault(key, 0L),
                    presence.means(), presence.id());
        }).toList();
    }

    /** Only what somebody did by themselves is told. */
    private static String by(Screen s, Occasion.Means means) {
        return switch (means) {
            case ENTERED, IMPORTED -> "";
            case CODE -> " · " + s.t("gathering.by-code");
            case SHEET -> " · " + s.t("gathering.by-sheet");
            case ONLINE -> " · " + s.t("gathering.by-reading");
        };
    }

    public Table<Line> table(Screen s, Room room) {
        return Table.of(s, lines(s, room))
                .caption(s.t("gathering.list"))
                .head("gathering.person", Line::name)
                .text("gathering.of", Line::party)
                .text("gathering.there", line -> line.stays() + by(s, line.means()))
                .number("gathering.counted", line -> org.probity.house.ui.Html.words(length(line.seconds())));
    }

    public List<Option> presences(Screen s, Room room) {
        return lines(s, room).stream().map(line -> new Option(line.presence().toString(), line.name() + " · " + line.stays())).toList();
    }

    public List<Option> people(Screen s) {
        return choices.stream().map(guest -> new Option(guest.value(), guest.name(s.lang()) + (guest.party() == null ? "" : " · " + partyName(s, guest.party())))).toList();
    }

    public List<Option> owners(Screen s) {
        return Stream.concat(it.parties().stream().map(party -> new Option("party/" + party, partyName(s, party))),
                Stream.of(new Option("account/" + reader.account(), s.t("gathering.me")))).toList();
    }

    public Optional<Written> newest() {
        return minutes.stream().findFirst();
    }

    public State minutesState(Screen s) {
        return newest().map(Written::readBy).map(by -> State.good(s.t("gathering.minutes-hold"))).orElseGet(() -> State.warn(s.t("gathering.minutes-wait")));
    }

    public List<Event> versions(Screen s) {
        return minutes.stream().map(version -> new Event(version.readBy() == null ? Mark.NONE : Mark.GOOD, s.t("gathering.version", version.no()),
                s.t("gathering.written-by", names.getOrDefault(version.by(), "–"))
                        + (version.readBy() == null ? "" : s.t("gathering.comma") + s.t("gathering.read-by", names.getOrDefault(version.readBy(), "–"))),
                s.instant(version.at()))).toList();
    }

    public String owner(Screen s, FollowUp followUp) {
        return followUp.party() != null ? partyName(s, followUp.party()) : names.getOrDefault(followUp.account(), "–");
    }

    public boolean owes(FollowUp followUp) {
        return followUp.owed() && (followUp.party() == null ? reader.account().equals(followUp.account()) : reader.supplier().filter(followUp.party()::equals).isPresent());
    }

    public boolean rules(FollowUp followUp) {
        return hosts() && followUp.open() && !owes(followUp);
    }

    /** A company sees what it took on itself, not what another did. */
    public List<FollowUp> shown() {
        return followUps.stream().filter(one -> side != Side.PARTY || one.party() == null || reader.supplier().filter(one.party()::equals).isPresent()).toList();
    }

    public LocalDate today() {
        return LocalDate.ofInstant(now, zone);
    }
}
