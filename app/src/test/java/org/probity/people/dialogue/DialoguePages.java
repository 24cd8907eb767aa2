package org.probity.people.dialogue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.directory.Place;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.PageSamples;
import org.probity.house.ui.Query;
import org.probity.people.dialogue.Meeting.Item;
import org.probity.people.dialogue.Meeting.Point;
import org.probity.people.dialogue.MeetingPage.Rights;
import org.probity.shapes.gathering.Guests.Guest;
import org.probity.shapes.gathering.Occasion;
import org.probity.shapes.measure.Measure;
import org.probity.shapes.measure.MeasuresPiece;
import org.probity.shapes.rule.Rules;
import org.probity.shapes.rule.RulesView;

class DialoguePages implements PageSamples {
    private static final UUID ID = UUID.fromString("0b3c0f4e-0000-4000-8000-000000000065");
    private static final Instant NOW = Instant.parse("2026-11-22T10:20:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Rights ALL = new Rights(true, true, true, true, true);
    private static final Rights NONE = new Rights(false, false, false, false, false);

    private static Meeting meeting(Form form, int hours, boolean closed, boolean off, @Nullable Integer minutes, @Nullable Integer read, @Nullable String published) {
        var starts = NOW.plus(Duration.ofHours(hours));
        return new Meeting(new Occasion(ID, Meetings.KIND, "D2026-00017", "Night shift & <canteen>", List.of("LIVING", "WORK"), List.of(), ID, NOW, starts, starts.plus(Duration.ofHours(1)), "Room 3", off, closed,
                12, 3, minutes, read, ID), form, ID, "Hefei <site>", "合肥基地", published, published == null ? null : NOW);
    }

    private static Measure measure(Measure.State state) {
        return new Measure(ID, "M2026-00003", PointMeasures.KIND, ID, "Open the <canteen> until one", ID, TODAY.minusDays(1), ID, NOW, 1, state, "", ID, NOW, null, null, null, null, ID);
    }

    private static MeetingPage page(Meeting it, Rights rights, boolean full, Map<String, String> typed, List<Reason> reasons) {
        var points = full ? List.of(new Point(ID, ID, 1, "The canteen closes <before> the night shift.", null), new Point(new UUID(1, 2), ID, 2, "The bus is late.", "From Monday it waits.")) : List.<Point>of();
        var carried = full ? List.of(measure(Measure.State.PROMISED), measure(Measure.State.DONE)) : List.<Measure>of();
        var minutes = it.occasion().minutesNo() == null || !rights.inside() ? null
                : new Occasion.Written(ID, 1, "Talked about the <canteen>.\nAgreed to look again.", ID, NOW, it.occasion().minutesReadNo() == null ? null : ID, it.occasion().minutesReadNo() == null ? null : NOW);
        return new MeetingPage(it, full ? List.of(new Item(1, "Canteen & bus")) : List.of(), carried, full && rights.inside() ? List.of(new Guest("staff", ID, "Ren Jie", "任杰", null, "000101")) : List.of(), minutes,
                rights.readsPoints() ? points : List.of(),
                Map.of(ID, new MeasuresPiece(new Measure.Subject(PointMeasures.KIND, ID), List.of(measure(Measure.State.RETURNED)), Map.of(ID, "He Min"), rights.leads(), TODAY), new UUID(1, 2),
                        new MeasuresPiece(new Measure.Subject(PointMeasures.KIND, ID), List.of(), Map.of(), false, TODAY)),
                Map.of(ID, "He <Min>"), rights, NOW, ZONE, typed, reasons);
    }

    private static Post post(@Nullable LocalDate answered, boolean mayBeTold, @Nullable String question) {
        return new Post(ID, "B2026-00012", ID, "Hefei <site>", "合肥基地", ID, "Ren <Jie>", "任杰", "Setting up the <printer>", "I would like to learn it.\nWhom may I ask?", mayBeTold, TODAY.minusDays(9), TODAY.minusDays(2), answered,
                answered == null ? null : "Ask me & <them>.", question, question == null ? null : "Yes, from <June> on.", question == null ? null : TODAY);
    }

    private static LetterPage letter(Post it, boolean reads, boolean answers, List<Reason> reasons) {
        return new LetterPage(it, new MeasuresPiece(new Measure.Subject(LetterMeasures.KIND, ID), List.of(), Map.of(), answers, TODAY), reads, answers, TODAY, Map.of(), reasons);
    }

    @Override
    public List<Page> pages() {
        var planned = meeting(Form.SESSION, 30, false, false, null, null, null);
        var unread = meeting(Form.DEMOCRATIC, -30, true, false, 1, null, null);
        var read = meeting(Form.SESSION, -30, true, false, 1, 1, null);
        var told = meeting(Form.SESSION, -30, true, false, 1, 1, "Two measures.\n<Done> by May.");
        var off = meeting(Form.SESSION, -30, false, true, null, null, null);
        var site = new Place(ID, "HF", Place.Kind.SITE, "Hefei <site>", "合肥基地", null, List.of(ID), ID, ID, "CN", "Anhui", "", "", TODAY, null);
        return List.of(new MeetingsPage(List.of(), 0, Query.all("/app/dialogue"), false, NOW, ZONE),
                new MeetingsPage(List.of(planned, meeting(Form.SESSION, -3, false, false, null, null, null), meeting(Form.SESSION, -30, true, false, null, null, null), unread, read, told, off), 7, Query.all("/app/dialogue"), true, NOW, ZONE),
                new CallPage(List.of(site), List.of(), TODAY, Map.of(), List.of()),
                new CallPage(List.of(site), List.of("WORK"), TODAY, Map.of("form", "SESSION", "title", "A & b", "unit", ID.toString()), List.of(new Reason("day", "gathering.session-missing", List.of()))),
                page(planned, ALL, false, Map.of("people", "nobody"), List.of(new Reason("people", "dialogue.person-unknown", List.of("nobody")))), page(planned, NONE, true, Map.of(), List.of()),
                page(meeting(Form.SESSION, -30, true, false, null, null, null), ALL, true, Map.of(), List.of()), page(unread, ALL, true, Map.of("point", ""), List.of(new Reason("point", "dialogue.point-missing", List.of()))),
                page(unread, new Rights(false, false, true, true, true), true, Map.of(), List.of()), page(read, new Rights(false, true, true, false, true), true, Map.of("reply1", "x"), List.of(new Reason("", "dialogue.points-wait", List.of(1L)))),
                page(read, NONE, false, Map.of(), List.of()), page(told, new Rights(false, false, false, false, true), true, Map.of(), List.of()), page(off, ALL, true, Map.of(), List.of()),
                new LettersPage(List.of(), List.of(), List.of(), false, 7, TODAY), new LettersPage(List.of(), List.of(), List.of(), true, 7, TODAY),
                new LettersPage(List.of(post(null, true, null), post(TODAY, true, null)), List.of(post(TODAY.minusDays(5), true, "May we <learn> it?")), List.of(post(TODAY.minusDays(5), true, "May we <learn> it?")), true, 7, TODAY),
                new WritePage(List.of(site), 7, Map.of(), List.of()), new WritePage(List.of(site), 7, Map.of("subject", "A & b", "told", "true"), List.of(new Reason("words", "dialogue.letter-words", List.of()))),
                letter(post(null, true, null), true, true, List.of(new Reason("answer", "dialogue.reply-missing", List.of()))), letter(post(TODAY, true, null), true, true, List.of()),
                letter(post(TODAY, false, null), true, false, List.of()), letter(post(TODAY, true, "May we <learn> it?"), true, true, List.of()), letter(post(null, true, null), false, false, List.of()),
                new RulesPage(new RulesView(DialogueRule.ALL, List.of(new Rules.Rule("answer-days", TODAY, 7, "our rule", null)), true, TODAY, Map.of(), Map.of("value", "x"), List.of(new Reason("value", "rule.value-wrong", List.of(1, 30))))));
    }
}
