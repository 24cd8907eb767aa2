package org.probity.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.UUID;
import org.probity.house.access.DemoPeople;
import org.probity.house.access.Role;
import org.probity.house.time.TimeMachine;
import org.probity.people.learning.Courses;
import org.probity.people.learning.Editions;
import org.probity.people.learning.Feedback;
import org.probity.people.learning.Kind;
import org.probity.people.learning.Online;
import org.probity.people.learning.OnlineDays;
import org.probity.shapes.course.Takings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** How those who sign in to the demo took the yearly courses on a screen: sign of life by sign of life, through the room's own doors. */
@Component
@ConditionalOnBooleanProperty("probity.demo")
class ReadingOnline {
    private static final int SIGN_SECONDS = 110;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final DemoPeople people;
    private final Courses courses;
    private final Editions editions;
    private final Online online;
    private final OnlineDays days;
    private final Takings takings;
    private final Feedback feedback;
    private final TimeMachine time;

    ReadingOnline(DemoPeople people, Courses courses, Editions editions, Online online, OnlineDays days, Takings takings, Feedback feedback, TimeMachine time) {
        this.people = people;
        this.courses = courses;
        this.editions = editions;
        this.online = online;
        this.days = days;
        this.takings = takings;
        this.feedback = feedback;
        this.time = time;
    }

    /** Both yearly courses, in our own words. @param minutes that they take a calm reader */
    void publish(int minutes) {
        var hr = people.the(Role.HR);
        courses.all().stream().filter(it -> it.kind() == Kind.YEARLY).forEach(it -> {
            DemoStory.done(editions.save(it.id(), editions.begin(it.id()).lasting(minutes), hr));
            DemoStory.done(editions.publish(it.id(), hr));
        });
    }

    /** In the evening of a day, page after page; the quiz ends it in the last second, with one question wrong. @param whole or they stop in the middle, with no quiz */
    void take(UUID course, String mailbox, int seconds, LocalDate day, boolean whole) {
        var me = people.at(mailbox);
        var from = day.atTime(LocalTime.of(19, 10)).atZone(ZONE).toInstant();
        var lesson = editions.lesson(editions.inForce(course).orElseThrow());
        var pages = lesson.sheets().size();
        var signs = (seconds - 1) / SIGN_SECONDS;
        time.at(from, () -> {
            var taking = DemoStory.done(online.begin(course, me));
            for (var sign = 1; sign <= (whole ? signs : signs / 2); sign++) {
                var page = sign * pages / signs;
                var turned = page > (sign - 1) * pages / signs;
                time.at(from.plusSeconds((long) sign * SIGN_SECONDS), () -> {
                    if (turned) {
                        DemoStory.done(online.read(taking, page, me));
                    } else {
                        takings.sign(taking, me);
                    }
                });
            }
            if (!whole) {
                return;
            }
            var answers = new HashMap<String, Integer>();
            lesson.questions().forEach(it -> answers.put(it.code(), answers.isEmpty() ? (it.right() + 1) % it.answers().size() : it.right()));
            time.at(from.plusSeconds(seconds), () -> DemoStory.done(online.answer(taking, answers, me)));
        });
    }

    void count(LocalDate day) {
        days.count(day);
    }

    /** How useful it was, to all they are asked about. */
    void answer(String mailbox, int rating) {
        var me = people.at(mailbox);
        feedback.of(me).forEach(asked -> DemoStory.done(feedback.give(asked.session(), rating, me)));
    }
}
