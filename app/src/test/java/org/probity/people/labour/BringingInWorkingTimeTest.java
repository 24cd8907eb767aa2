package org.probity.people.labour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.probity.people.labour.AWorker.HR;
import static org.probity.people.labour.AWorker.done;
import static org.probity.people.labour.AWorker.key;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.As;
import org.probity.house.access.Role;
import org.probity.house.start.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The gates say who came and went. Whole or not at all; a word about the same day again comes beside the first; nothing is guessed. */
@WholeHouse
class BringingInWorkingTimeTest {
    static final String HEADING = "number,day,begins,ends,kind,planned\n";

    @Autowired Times times;
    @Autowired JdbcClient db;
    @Autowired Clock clock;
    @Autowired ApplicationContext house;
    @Autowired MockMvcTester browser;

    UUID person;
    String number;
    LocalDate day;

    @BeforeEach
    void somebody() {
        number = "T" + UUID.randomUUID().toString().substring(0, 8);
        person = AWorker.employee(house, AWorker.site(house, number + "S", "CN", "Anhui"), number);
        day = LocalDate.now(clock).minusDays(7);
    }

    Times.Taken take(String csv) {
        return done(times.take("Gates", (int) csv.lines().count() - 1, "time.csv", new StringReader(csv), HR));
    }

    String said(String line) {
        return key(times.take("Gates", 1, "time.csv", new StringReader(HEADING + line), HR));
    }

    List<String> counted() {
        return db.sql("SELECT begins || ' ' || seconds || ' ' || kind FROM labour.time_at(:day, :day, 'infinity') WHERE person = :person ORDER BY part")
                .param("day", day).param("person", person).query(String.class).list();
    }

    @Test
    void aDayToldAgainTakesThePlaceOfTheOneBeforeAndBothStay() {
        var taken = take(HEADING + "%1$s,%2$s,13:00,17:00,,\n%1$s,%2$s,8:00,12:00,worked,14400\n".formatted(number, day));
        assertThat(taken).isEqualTo(new Times.Taken(taken.batch(), 2, 1, 0, 0));
        assertThat(counted()).containsExactly(day + " 08:00:00 14400 WORKED", day + " 13:00:00 14400 WORKED");
        assertThat(take(HEADING + "%s,%s,20:00,04:30,,\n".formatted(number, day)).corrected()).isEqualTo(1);
        assertThat(counted()).as("an end not after its beginning is on the next day").containsExactly(day + " 20:00:00 30600 WORKED");
        assertThat(db.sql("SELECT count(*) FROM labour.worked WHERE person = :person").param("person", person).query(Long.class).single()).isEqualTo(3);
        assertThatThrownBy(() -> db.sql("INSERT INTO labour.worked SELECT * FROM labour.worked WHERE person = :person AND no = 2").param("person", person).update()).hasMessageContaining("worked_");
    }

    @Test
    void aFileIsOneEntryOfTheLogWithoutAnythingAboutAnybody() {
        var taken = take(HEADING + "%s,%s,08:00,12:00,,\n".formatted(number, day));
        var content = db.sql("SELECT opening.content FROM log.opening JOIN labour.batch ON batch.record = opening.record WHERE batch.id = :batch").param("batch", taken.batch()).query(String.class).single();
        assertThat(content).contains("root").doesNotContain(number).doesNotContain(person.toString());
    }

    @Test
    void aLostSignOutIsKeptApartUntilSomebodySaysWhenItEnded() {
        var taken = take(HEADING + "%1$s,%2$s,08:00,12:00,,\n%1$s,%2$s,13:00,,,\n".formatted(number, day));
        assertThat(taken.lost()).isEqualTo(1);
        assertThat(counted()).as("the rest came in, and nothing is guessed").containsExactly(day + " 08:00:00 14400 WORKED");
        var lost = db.sql("SELECT id FROM labour.lost WHERE person = :person").param("person", person).query(UUID.class).single();
        assertThat(times.lost(1_000, 0)).anySatisfy(it -> assertThat(it.id()).isEqualTo(lost));
        assertThat(key(times.ended(lost, day.atTime(13, 0), HR))).isEqualTo("labour.ends-wrong");
        assertThat(key(times.ended(lost, day.plusDays(1).atTime(13, 1), HR))).isEqualTo("labour.ends-wrong");
        take(HEADING + "%1$s,%2$s,18:00,19:00,,\n".formatted(number, day));
        assertThat(key(times.ended(lost, day.atTime(18, 1), HR))).isEqualTo("labour.ends-overlaps");
        done(times.ended(lost, day.atTime(17, 30), HR));
        assertThat(counted()).containsExactly(day + " 13:00:00 16200 WORKED", day + " 18:00:00 3600 WORKED");
        assertThat(key(times.ended(lost, LocalDateTime.now(clock), HR))).isEqualTo("labour.lost-gone");
    }

    @Test
    void whatIsWrongIsSaidLineByLineAndNothingIsTaken() {
        assertThat(said("nobody,%s,08:00,12:00,,".formatted(day))).isEqualTo("labour.line-number");
        assertThat(said("%s,%s,08:00,12:00,,".formatted(number, LocalDate.now(clock).plusDays(1)))).isEqualTo("labour.line-day");
        assertThat(said("%s,yesterday,08:00,12:00,,".formatted(number))).isEqualTo("labour.line-day");
        assertThat(said("%s,%s,early,12:00,,".formatted(number, day))).isEqualTo("labour.line-times");
        assertThat(said("%s,%s,08:00,late,,".formatted(number, day))).isEqualTo("labour.line-times");
        assertThat(said("%s,%s,08:00,12:00,SICK,".formatted(number, day))).isEqualTo("labour.line-kind");
        assertThat(said("%s,%s,08:00,12:00,,86401".formatted(number, day))).isEqualTo("labour.line-planned");
        var twice = HEADING + "%1$s,%2$s,08:00,12:00,,\n%1$s,%2$s,11:59,13:00,,\n".formatted(number, day);
        assertThat(key(times.take("Gates", 2, "time.csv", new StringReader(twice), HR))).isEqualTo("labour.line-overlaps");
        var overNight = HEADING + "%s,%s,22:00,06:00,,\n%s,%s,05:59,13:00,,\n".formatted(number, day, number, day.plusDays(1));
        assertThat(key(times.take("Gates", 2, "time.csv", new StringReader(overNight), HR))).as("into the next day").isEqualTo("labour.line-overlaps");
        assertThat(counted()).isEmpty();
    }

    @Test
    void aFileThatIsNoneIsSaid() {
        var good = HEADING + "%s,%s,08:00,12:00,,\n".formatted(number, day);
        assertThat(key(times.take(" ", 1, "x", new StringReader(good), HR))).isEqualTo("labour.source-missing");
        assertThat(key(times.take("x".repeat(201), 1, "x", new StringReader(good), HR))).isEqualTo("labour.source-long");
        assertThat(key(times.take("Gates", 2, "x", new StringReader(good), HR))).isEqualTo("labour.times-rows");
        assertThat(key(times.take("Gates", 1, "x", new StringReader("number,day\n"), HR))).isEqualTo("labour.times-columns");
        assertThat(key(times.take("Gates", 1, "x", new StringReader(""), HR))).isEqualTo("labour.times-empty");
        assertThat(key(times.take("Gates", 0, "x", new StringReader(HEADING), HR))).isEqualTo("labour.times-empty");
        var line = "%s,%s,08:00,12:00,,\n".formatted(number, day);
        assertThat(key(times.take("Gates", 1, "x", new StringReader(HEADING + line.repeat(TimeLines.MOST + 1)), HR))).isEqualTo("labour.times-long");
    }

    @Test
    void theSameFileTwiceIsTakenOnceAndHalfAFileNotAtAll() {
        var file = HEADING + "%1$s,%2$s,08:00,12:00,,\n%1$s,%2$s,13:00,17:00,,\n".formatted(number, day);
        assertThat(key(times.take("Gates", 2, "time.csv", new StringReader(file.substring(0, file.length() - 20)), HR))).as("cut off within a line").startsWith("labour.line-");
        assertThat(key(times.take("Gates", 2, "time.csv", new StringReader(file.substring(0, file.indexOf("13:00") - number.length() - 12)), HR))).as("cut off between lines").isEqualTo("labour.times-rows");
        assertThat(counted()).isEmpty();
        take(file);
        assertThat(key(times.take("Gates", 2, "again.csv", new StringReader(file), HR))).isEqualTo("labour.times-known");
        assertThat(counted()).hasSize(2);
        take(HEADING + "%s,%s,08:00,12:30,,\n".formatted(number, day));
        take(file);
        assertThat(counted()).as("after another word about the day it says something again").hasSize(2);
    }

    @Test
    void humanResourcesAndTheGatesThemselvesHandItIn() {
        var csv = HEADING + "%s,%s,08:00,12:00,,\n".formatted(number, day);
        assertThat(browser.post().uri("/app/labour/time").multipart().file(new MockMultipartFile("file", "t.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)))
                .param("source", "Gates").param("rows", "1").with(As.me(HR)).exchange()).hasStatus(303);
        assertThat(browser.post().uri("/app/labour/time").multipart().file(new MockMultipartFile("file", "t.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)))
                .param("source", "Gates").param("rows", "7").with(As.me(HR)).exchange()).hasStatus(422).bodyText().contains("Nothing was taken");
        assertThat(browser.get().uri("/app/labour/time").with(As.me(HR)).exchange()).hasStatusOk().bodyText().contains("t.csv");
        assertThat(browser.get().uri("/app/labour/time").with(As.a(Role.EMPLOYEE)).exchange()).hasStatus(403);
        assertThat(browser.post().uri("/api/labour/times?source=Gates&rows=1").contentType(MediaType.parseMediaType("text/csv")).content(csv.replace("12:00", "12:15")).with(As.me(HR)).exchange())
                .hasStatusOk().bodyText().contains("\"corrected\":1");
    }
}
