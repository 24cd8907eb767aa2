package org.probity.shapes.gathering;

import java.util.List;
import java.util.UUID;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Whoever sits in the room types the code that is shown there; on a phone. */
@Controller
@For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.UNION, Role.HR, Role.EMPLOYEE, Role.SUPPLIER})
class HereWeb {
    private final Doors doors;
    private final Attendance attendance;
    private final Occasions occasions;
    private final GuestList guests;
    private final Pages pages;

    HereWeb(Doors doors, Attendance attendance, Occasions occasions, GuestList guests, Pages pages) {
        this.doors = doors;
        this.attendance = attendance;
        this.occasions = occasions;
        this.guests = guests;
        this.pages = pages;
    }

    @GetMapping("/app/here")
    Object here(Me me) {
        return pages.view(page(me, "", List.of()));
    }

    @PostMapping("/app/here")
    Object here(@RequestParam String code, Me me) {
        return switch (doors.here(code, me)) {
            case Answer.Done<UUID> done -> pages.done("/app/here", "gathering.are-here");
            case Answer.Refused<UUID>(var reasons) -> pages.view(page(me, code, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @PostMapping("/app/here/leaving")
    Object leave(@RequestParam UUID presence, Me me) {
        return switch (attendance.leave(presence, me)) {
            case Answer.Done<UUID> done -> pages.done("/app/here", "gathering.have-left");
            case Answer.Refused<UUID>(var reasons) -> pages.view(page(me, "", reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private HerePage page(Me me, String typed, List<Reason> reasons) {
        return new HerePage(attendance.open(me).stream().map(it -> new HerePage.Place(it.id(),
                occasions.session(it.session()).flatMap(session -> occasions.find(session.occasion())).orElseThrow().title(), it.cameAt())).toList(),
                guests.of(me).isPresent(), typed, reasons);
    }
}
