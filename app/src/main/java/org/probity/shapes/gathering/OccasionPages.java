package org.probity.shapes.gathering;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.probity.house.access.Accounts;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.NotThere;
import org.probity.shapes.gathering.OccasionPage.Side;
import org.springframework.stereotype.Component;

/** Puts together what a page of an occasion shows to whom. */
@Component
class OccasionPages {
    private static final int SESSIONS_SHOWN = 4;

    private final Occasions occasions;
    private final Attendance attendance;
    private final Minutes minutes;
    private final FollowUps followUps;
    private final GuestList guests;
    private final Accounts accounts;
    private final Clock clock;

    OccasionPages(Occasions occasions, Attendance attendance, Minutes minutes, FollowUps followUps, GuestList guests, Accounts accounts, Clock clock) {
        this.occasions = occasions;
        this.attendance = attendance;
        this.minutes = minutes;
        this.followUps = followUps;
        this.guests = guests;
        this.accounts = accounts;
        this.clock = clock;
    }

    OccasionPage ours(UUID id, Me me, Map<String, String> typed, List<Reason> reasons) {
        // Those who hold it, and those who read and check figures; to other rooms' people it does not exist.
        var it = occasions.find(id).filter(found -> occasions.holds(found, me) || me.is(Role.REVIEWER) || me.is(Role.PUBLISHER) || me.is(Role.ASSURER))
                .orElseThrow(() -> new NotThere("occasion " + id));
        return page(it, occasions.holds(it, me) ? Side.HOST : Side.READER, me, typed, reasons);
    }

    /** For a company that was there; to another it does not exist. */
    OccasionPage theirs(UUID id, Me me, Map<String, String> typed, List<Reason> reasons) {
        var it = occasions.find(id).filter(found -> me.supplier().filter(found.parties()::contains).isPresent()).orElseThrow(() -> new NotThere("occasion " + id));
        return page(it, Side.PARTY, me, typed, reasons);
    }

    private OccasionPage page(Occasion it, Side side, Me me, Map<String, String> typed, List<Reason> reasons) {
        var sees = side == Side.HOST || me.is(Role.ASSURER);
        // Whoever asks for one of many sessions sees that one: a month's run of a course has thirty lists.
        var chosen = typed.getOrDefault("session", "");
        var all = occasions.sessions(it.id());
        var rooms = (all.stream().anyMatch(session -> session.id().toString().equals(chosen)) && all.size() > SESSIONS_SHOWN
                ? all.stream().filter(session -> session.id().toString().equals(chosen)) : all.stream()).map(session -> {
            var there = attendance.presences(session.id());
            return new OccasionPage.Room(session, there, Attendance.seconds(session, there));
        }).toList();
        var keys = rooms.stream().flatMap(room -> room.there().stream()).map(there -> new GuestList.Key(there.circle(), there.guest())).distinct().toList();
        var written = minutes.versions(it.id());
        var owed = followUps.of(it.id());
        var people = new HashSet<UUID>();
        written.forEach(version -> {
            people.add(version.by());
            if (version.readBy() != null) {
                people.add(version.readBy());
            }
        });
        owed.stream().filter(one -> one.account() != null).forEach(one -> people.add(one.account()));
        var named = side == Side.HOST ? choices(it) : List.<Guests.Guest>of();
        var parties = new HashSet<>(it.parties());
        rooms.forEach(room -> room.there().stream().filter(there -> there.party() != null).forEach(there -> parties.add(there.party())));
        named.stream().filter(guest -> guest.party() != null).forEach(guest -> parties.add(guest.party()));
        var mayAgree = written.stream().findFirst().filter(version -> version.readBy() == null && !version.by().equals(me.account())).isPresent() && minutes.wasThere(it, me);
        return new OccasionPage(it, occasions.kind(it.kind()), side, rooms, named, sees ? guests.of(keys) : Map.of(), guests.parties(parties), written, owed, accounts.names(people),
                new OccasionPage.Reader(me.account(), me.supplier(), mayAgree, sees), clock.instant(), clock.getZone(), typed, reasons);
    }

    /** Those who were asked, and people of the companies it is held with. */
    private List<Guests.Guest> choices(Occasion it) {
        return Stream.concat(occasions.asked(it.id()).stream(), guests.from(it.parties()).stream()).distinct().limit(200).toList();
    }
}
