package org.probity.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.probity.house.access.DemoPeople;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.directory.Passes;
import org.probity.people.dialogue.Form;
import org.probity.people.dialogue.Mailbox;
import org.probity.people.dialogue.Meetings;
import org.probity.people.dialogue.Points;
import org.probity.shapes.gathering.Attendance;
import org.probity.shapes.gathering.Colleagues;
import org.probity.shapes.gathering.GuestList;
import org.probity.shapes.gathering.Occasion;
import org.probity.shapes.gathering.Occasions;
import org.probity.shapes.measure.Measure;
import org.probity.shapes.measure.Measures;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How people of the invented company met those who lead them: sessions twice a year in three places, one meeting at which a site's head answers for herself, and letters. */
@Component
@ConditionalOnBooleanProperty("probity.demo")
@Order(84)
class DialogueTale implements Tale {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String REN_JIE = "100009";
    private static final String HE_MIN = "100008";
    private static final int ASKED = 12;

    /** What was raised where, what was answered, and what was promised; an empty promise: words were enough. */
    private record Raised(String unit, String about, String topic, String point, String answer, String promise) {}

    private static final List<Raised> SPRING = List.of(
            new Raised("CQ-PRT", "Night shift in the printing workshop", "LIVING", "The canteen closes before the night shift begins.", "It closed at nine because few came. We ask who would come.",
                    "Keep the canteen open until one on trial for a month"),
            new Raised("CQ-PRT", "", "", "Squeegees arrive too late on Mondays, and we wait for them.", "The store now hands them out on Saturday.", ""),
            new Raised("HF-TEX", "Working beside the baths", "SAFETY", "Gloves of the small size run out every week.", "Sizes were ordered by habit, not by who works there.", "Order gloves by the sizes of those who work at the baths"),
            new Raised("NB-DIF", "Rosters in diffusion", "WORK", "We learn of a changed shift on the evening before.", "That must not happen; three days are the rule.", "Show every change of the roster with its day in the weekly round"));
    private static final List<Raised> AUTUMN = List.of(
            new Raised("CQ-PRT", "Buses and shifts", "LIVING", "The bus of the early shift is full from the second stop on.", "We counted: 61 people for 49 seats.", "A second bus for the early shift"),
            new Raised("HF-TEX", "Breaks in summer", "SAFETY", "At more than 35 degrees the break room is hotter than the hall.", "It is. The cooling unit is too small.", "Replace the cooling unit of the break room"),
            new Raised("NB-DIF", "Learning the second furnace", "WORK", "Only two of us may run the second furnace, so nobody can be ill.", "Four more will learn it this winter.", "Train four colleagues for the second furnace"));
    private static final List<Raised> LEADING = List.of(
            new Raised("CQ", "Leading the Chongqing site", "LEADING", "Those who lead are seen in the halls when guests come, and seldom otherwise.", "That is fair. I was there four times this year.", "Walk one shift in each workshop each quarter, the night shift too"));

    private final DemoPeople people;
    private final Directory directory;
    private final Passes passes;
    private final Meetings meetings;
    private final Points points;
    private final Mailbox mailbox;
    private final Occasions occasions;
    private final Attendance attendance;
    private final Measures measures;
    private final JdbcClient db;

    DialogueTale(DemoPeople people, Directory directory, Passes passes, Meetings meetings, Points points, Mailbox mailbox, Occasions occasions, Attendance attendance, Measures measures, JdbcClient db) {
        this.people = people;
        this.directory = directory;
        this.passes = passes;
        this.meetings = meetings;
        this.points = points;
        this.mailbox = mailbox;
        this.occasions = occasions;
        this.attendance = attendance;
        this.measures = measures;
        this.db = db;
    }

    @Override
    public List<Chapter> chapters(Years years) {
        var story = new ArrayList<Chapter>();
        for (var year : List.of(years.last(), years.current())) {
            row(story, years, LocalDate.of(year, 4, 10), Form.SESSION, SPRING);
            row(story, years, LocalDate.of(year, 9, 4), Form.SESSION, AUTUMN);
            row(story, years, LocalDate.of(year, 10, 20), Form.DEMOCRATIC, LEADING);
            tell(story, years, LocalDate.of(year, 5, 12), "dialogue letter " + year, () -> write());
            tell(story, years, LocalDate.of(year, 5, 15), "dialogue letter answered " + year, () -> answer());
        }
        // Something to come, so that whoever looks around as an operator finds an invitation.
        tell(story, years, years.today().minusDays(2), "dialogue asks next", () -> call(Form.SESSION, List.of(AUTUMN.getFirst()), years.today().plusDays(9)));
        tell(story, years, years.today().minusDays(2), "dialogue letter waiting", () -> write());
        return story;
    }

    private static void tell(List<Chapter> story, Years years, LocalDate day, String name, Runnable act) {
        if (day.isBefore(years.today())) {
            story.add(Chapter.on(day, name, act));
        }
    }

    private void row(List<Chapter> story, Years years, LocalDate day, Form form, List<Raised> all) {
        var name = form + " " + day;
        tell(story, years, day, "dialogue asks " + name, () -> call(form, all, day.plusDays(7)));
        tell(story, years, day.plusDays(8), "dialogue held " + name, () -> hold(form, all, day.plusDays(7)));
        tell(story, years, day.plusDays(26), "dialogue done " + name, () -> follow(day.plusDays(7)));
    }

    private static List<String> units(List<Raised> all) {
        return all.stream().map(Raised::unit).distinct().toList();
    }

    private void call(Form form, List<Raised> all, LocalDate day) {
        var hr = people.the(Role.HR);
        for (var code : units(all)) {
            var first = all.stream().filter(it -> it.unit().equals(code)).findFirst().orElseThrow();
            var starts = day.atTime(LocalTime.of(15, 0)).atZone(ZONE).toInstant();
            var id = DemoStory.done(meetings.call(form, unit(code), first.about(), List.of(first.topic()), new Occasion.Plan(starts, starts.plus(Duration.ofMinutes(90)), "Training room 2"), hr));
            DemoStory.done(meetings.plan(id, first.about(), head(code)));
            DemoStory.done(meetings.invite(id, numbers(code), hr));
        }
    }

    /** Minutes by human resources, read by one of those who were there; what was raised, answered, promised and told by the head. */
    private void hold(Form form, List<Raised> all, LocalDate day) {
        var hr = people.the(Role.HR);
        for (var code : units(all)) {
            var head = head(code);
            var id = meeting(form, code, day);
            var session = occasions.sessions(id).getFirst().id();
            var there = occasions.asked(id).stream().map(it -> it.id()).toList();
            var came = new ArrayList<>(there.subList(0, there.size() - 1));
            came.add(directory.personOf(head).orElseThrow());
            DemoStory.done(attendance.enter(session, came.stream().distinct().map(it -> new Attendance.Came(new GuestList.Key(Colleagues.CIRCLE, it), null, null)).toList(), Occasion.Means.ENTERED, hr));
            DemoStory.done(attendance.close(session, 0, "", hr));
            DemoStory.done(meetings.write(id, "What is open from the last time was read out. What was raised stands below, without names. The head of the unit answered and promised what follows.", hr));
            DemoStory.done(meetings.agree(id, 1, me(there.getFirst())));
            for (var it : all.stream().filter(one -> one.unit().equals(code)).toList()) {
                var point = DemoStory.done(points.raise(id, it.point(), head));
                DemoStory.done(points.reply(point, it.answer(), head));
                if (!it.promise().isEmpty()) {
                    DemoStory.done(measures.promise(new Measure.Subject("dialogue.point", point), it.promise(), head.account(), day.plusDays(21), head));
                }
            }
            DemoStory.done(points.publish(id, "Thank you for speaking openly. What was promised is followed until it is done.", head));
        }
    }

    /** Heads say what they did, human resources see it. What the last place promised takes longer than was said. */
    private void follow(LocalDate day) {
        var hr = people.the(Role.HR);
        var due = db.sql("SELECT id FROM measure.standing WHERE kind = 'dialogue.point' AND state = 'PROMISED' AND due_day = :due ORDER BY number").param("due", day.plusDays(21)).query(UUID.class).list();
        for (var id : due.subList(0, Math.max(1, due.size() - 1))) {
            var it = measures.find(id).orElseThrow();
            var owner = new Me(it.owner(), "", Set.of(Role.EMPLOYEE), Optional.empty());
            DemoStory.done(measures.done(id, "Done as was said; those who asked for it have seen it.", List.of(), owner));
            DemoStory.done(measures.seenDone(id, "", hr));
            DemoStory.done(measures.publish(id, "It is done, and it stays.", hr));
        }
    }

    private void write() {
        DemoStory.done(mailbox.write(new Mailbox.Draft(unit("CQ-PRT"), "Learning to set up the printer", "I have run the second line for two years and would like to learn to set it up, not only to watch it. Whom may I ask?", true),
                me(directory.byNumber(REN_JIE).orElseThrow().id())));
    }

    private void answer() {
        var head = head("CQ-PRT");
        var letter = db.sql("SELECT id FROM dialogue.letter WHERE NOT EXISTS (SELECT FROM dialogue.letter_answer WHERE letter_answer.letter = letter.id) ORDER BY number LIMIT 1").query(UUID.class).single();
        DemoStory.done(mailbox.answer(letter, "Ask me: from June on two of you set up with the technicians each week. You are one of the first two.", head));
        DemoStory.done(mailbox.tell(letter, "May operators learn to set up a printer?", "Yes. From June on two operators set up with the technicians each week; who would like to says so to the shift leader.", head));
    }

    private UUID meeting(Form form, String code, LocalDate day) {
        Instant from = day.atStartOfDay(ZONE).toInstant();
        return db.sql("""
                SELECT meeting.occasion
                  FROM dialogue.meeting
                  JOIN gathering.standing ON standing.id = meeting.occasion
                 WHERE meeting.place = :place AND meeting.form = :form AND standing.starts_at >= :from AND standing.starts_at < :until
                """)
                .param("place", unit(code)).param("form", form.name()).param("from", from.atOffset(java.time.ZoneOffset.UTC)).param("until", from.plus(Duration.ofDays(1)).atOffset(java.time.ZoneOffset.UTC))
                .query(UUID.class).single();
    }

    private UUID unit(String code) {
        return directory.tree(directory.today()).stream().filter(it -> it.code().equals(code)).findFirst().orElseThrow(() -> new IllegalStateException("no unit " + code)).id();
    }

    /** Some who work there, first the operator of the demo; not whoever writes the minutes, which another has to read. */
    private List<String> numbers(String code) {
        return db.sql("""
                SELECT name.number
                  FROM directory.places(:day, 'infinity') AS place
                  JOIN directory.engaged(:day, 'infinity') AS engaged ON engaged.unit = place.unit AND engaged.kind = 'EMPLOYEE' AND engaged.until_day IS NULL
                  JOIN directory.name ON name.id = engaged.person
                 WHERE :unit = ANY (place.path) AND name.number <> :writer
                 ORDER BY name.number <> :ren_jie, name.number
                 LIMIT :most
                """)
                .param("day", directory.today()).param("unit", unit(code)).param("ren_jie", REN_JIE).param("writer", HE_MIN).param("most", ASKED)
                .query(String.class).list();
    }

    private Me head(String code) {
        return me(db.sql("SELECT head.person FROM directory.heads(:day, 'infinity') AS head WHERE head.unit = :unit AND head.rank = 'HEAD'").param("day", directory.today()).param("unit", unit(code))
                .query(UUID.class).single());
    }

    private Me me(UUID person) {
        var account = db.sql("SELECT account FROM directory.pass WHERE person = :person").param("person", person).query(UUID.class).optional()
                .orElseGet(() -> DemoStory.done(passes.invite(person, "zh", people.the(Role.HR).account())));
        return new Me(account, "", Set.of(Role.EMPLOYEE), Optional.empty());
    }
}
