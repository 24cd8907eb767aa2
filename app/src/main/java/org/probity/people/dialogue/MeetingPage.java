package org.probity.people.dialogue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Fact;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.State;
import org.probity.people.dialogue.Meeting.Item;
import org.probity.people.dialogue.Meeting.Point;
import org.probity.shapes.gathering.Guests.Guest;
import org.probity.shapes.gathering.Occasion;
import org.probity.shapes.gathering.Occasion.Written;
import org.probity.shapes.measure.Measure;
import org.probity.shapes.measure.MeasuresPiece;

/**
 * One meeting, from its agenda to what came of it.
 *
 * @param carried measures of earlier meetings of its row that had not come to their end
 * @param asked who was asked to come; empty for readers who were not
 * @param minutes the newest version; null: none, or not for this reader
 * @param points empty where they are not this reader's to read yet
 * @param names of accounts
 */
public record MeetingPage(
        Meeting it, List<Item> agenda, List<Measure> carried, List<Guest> asked, @Nullable Written minutes, List<Point> points, Map<UUID, MeasuresPiece> measures, Map<UUID, String> names, Rights rights,
        Instant now, ZoneId zone, Map<String, String> typed, List<Reason> reasons) implements Page {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    /**
     * @param keeps invites, keeps the list and writes the minutes
     * @param leads plans, writes down points, answers and publishes
     * @param inside reads minutes and who was asked
     * @param agrees was there, did not write the newest minutes, and nobody read them yet
     */
    public record Rights(boolean keeps, boolean leads, boolean inside, boolean agrees, boolean readsPoints) {}

    public MeetingPage {
        agenda = List.copyOf(agenda);
        carried = List.copyOf(carried);
        asked = List.copyOf(asked);
        points = List.copyOf(points);
    }

    public String path() {
        return it.path();
    }

    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    public boolean begun() {
        return !it.occasion().startsAt().isAfter(now);
    }

    public boolean live() {
        return !it.occasion().calledOff();
    }

    /** Something can still be planned. */
    public boolean plans() {
        return rights.leads() && live() && !begun();
    }

    public boolean invites() {
        return rights.keeps() && live() && !begun();
    }

    /** It happens or has happened, and is not told yet. */
    public boolean notes() {
        return rights.leads() && live() && begun() && it.published() == null;
    }

    public boolean publishes() {
        return notes() && it.occasion().state(now) == Occasion.State.HELD;
    }

    public List<State> tags(Screen s) {
        return List.of(MeetingsPage.state(s, it, now).asTag());
    }

    public List<Fact> facts(Screen s) {
        var from = it.occasion().startsAt().atZone(zone);
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(s.t("dialogue.form"), s.t(it.form().key())));
        facts.add(new Fact(s.t("dialogue.unit"), it.place(s.lang())));
        facts.add(new Fact(s.t("dialogue.when"), s.day(from.toLocalDate()) + " " + CLOCK.format(from) + " – " + CLOCK.format(it.occasion().endsAt().atZone(zone))));
        if (!it.occasion().place().isEmpty()) {
            facts.add(new Fact(s.t("dialogue.room"), it.occasion().place()));
        }
        facts.add(new Fact(s.t("dialogue.topics"), it.occasion().topics().stream().map(topic -> s.t("dialogue.topic." + topic)).collect(Collectors.joining(s.t("dialogue.semicolon")))));
        if (!asked.isEmpty()) {
            facts.add(new Fact(s.t("dialogue.asked"), s.number(asked.size())));
        }
        if (it.occasion().allClosed()) {
            facts.add(new Fact(s.t("dialogue.were-there"), s.number(it.occasion().people() + it.occasion().others())));
        }
        if (it.publishedAt() != null) {
            facts.add(new Fact(s.t("dialogue.told-on"), s.day(LocalDate.ofInstant(it.publishedAt(), zone))));
        }
        return facts;
    }

    /** Who wrote the newest minutes, and who agreed. */
    public String minutesState(Screen s, Written newest) {
        return newest.readBy() == null ? s.t("dialogue.minutes-wait", names.getOrDefault(newest.by(), "–")) : s.t("dialogue.minutes-hold", names.getOrDefault(newest.by(), "–"), names.getOrDefault(newest.readBy(), "–"));
    }

    public Table<Measure> carriedTable(Screen s) {
        return Table.of(s, carried)
                .caption(s.t("dialogue.carried"))
                .head("dialogue.carried-what", one -> new Link(one.what(), "/app/measures/" + one.id()))
                .text("dialogue.carried-owner", one -> names.getOrDefault(one.owner(), "–"))
                .day("dialogue.carried-due", Measure::dueDay)
                .state("dialogue.stands", one -> one.late(LocalDate.ofInstant(now, zone)) ? State.bad(s.t("measure.late")) : one.owed() ? State.warn(s.t("measure.state." + one.state())) : State.note(s.t("measure.state." + one.state())));
    }

    public String askedNames(Screen s) {
        return asked.stream().map(one -> one.name(s.lang())).collect(Collectors.joining(s.t("dialogue.comma")));
    }
}
