package org.probity.people.dialogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.probity.shapes.gathering.AnOccasion.done;
import static org.probity.shapes.gathering.AnOccasion.key;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.Accounts;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Deputies;
import org.probity.house.directory.Directory;
import org.probity.house.directory.Heads;
import org.probity.house.directory.Place;
import org.probity.house.start.WholeHouse;
import org.probity.house.time.DayHasBegun;
import org.probity.shapes.figure.Figures;
import org.probity.shapes.gathering.AnOccasion;
import org.probity.shapes.gathering.GuestList;
import org.probity.shapes.measure.Measure;
import org.probity.shapes.measure.Measures;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** A letter to the head of a place, who reads it, by when it is answered, and what is told of it. */
@WholeHouse
class WritingToWhoLeadsTest {
    static final Me HR = new Me(UUID.randomUUID(), "He Min", Set.of(Role.HR), Optional.empty());

    @Autowired Mailbox mailbox;
    @Autowired Measures measures;
    @Autowired LetterMeasures kind;
    @Autowired DialogueDesk desk;
    @Autowired DialogueData data;
    @Autowired DialogueLetters post;
    @Autowired Leavers leavers;
    @Autowired Heads heads;
    @Autowired Deputies deputies;
    @Autowired Figures figures;
    @Autowired Accounts accounts;
    @Autowired ApplicationContext house;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient db;
    @Autowired MockMvcTester http;
    @Autowired Clock clock;

    UUID unit;
    GuestList.Key head;
    GuestList.Key worker;
    GuestList.Key colleague;
    Me leads;
    Me works;
    Me beside;
    LocalDate today;

    @BeforeEach
    void aPlaceWithAHead() {
        var code = "L" + UUID.randomUUID().toString().substring(0, 7).toUpperCase(java.util.Locale.ROOT);
        unit = AnOccasion.unit(house, code);
        head = AnOccasion.colleague(house, unit, code + "1");
        worker = AnOccasion.colleague(house, unit, code + "2");
        colleague = AnOccasion.colleague(house, unit, code + "3");
        leads = AnOccasion.account(db, head, Role.EMPLOYEE);
        works = AnOccasion.account(db, worker, Role.EMPLOYEE);
        beside = AnOccasion.account(db, colleague, Role.EMPLOYEE);
        done(heads.appoint(unit, head.guest(), Place.Rank.HEAD, LocalDate.of(2024, 1, 1), "", HR.account()));
        today = LocalDate.now(clock);
    }

    Mailbox.Draft draft(boolean told) {
        return new Mailbox.Draft(unit, "Setting up the printer", "I would like to learn it. Whom may I ask?", told);
    }

    Post written() {
        return done(mailbox.write(draft(true), works));
    }

    long letters(Me to) {
        return db.sql("SELECT count(*) FROM mail.letter WHERE recipient = :to").param("to", to.account() + "@helia.example").query(Long.class).single();
    }

    @Test
    void aLetterIsAnsweredByADayThatFollowsFromTheRule() {
        var it = written();
        assertThat(it.dueDay()).isEqualTo(today.plusDays(7));
        assertThat(letters(leads)).isEqualTo(1);
        assertThat(desk.waiting(leads)).extracting(duty -> duty.href()).containsExactly(it.path());
        done(mailbox.answer(it.id(), "Ask me.", leads));
        var answered = done(mailbox.answer(it.id(), "Ask me on Monday.", leads));
        assertThat(answered.answered()).isEqualTo(today);
        assertThat(answered.answer()).isEqualTo("Ask me on Monday.");
        assertThat(letters(works)).isEqualTo(2);
        assertThat(desk.waiting(leads)).isEmpty();
        var value = figures.live(figures.find("letters-answered").orElseThrow(), today.getYear());
        assertThat(value.included()).filteredOn(row -> row.number().equals(it.number())).singleElement().satisfies(row -> assertThat(row.input("met")).isEqualByComparingTo("1"));
        assertThat(value.control().difference()).isEqualByComparingTo("0");
    }

    /** What anybody may type comes back as it was typed, as a text. */
    @Test
    void naughtyTextsAreTextsAndNothingElse() throws Exception {
        var list = Path.of("../../shared/data/security/blns/blns.json");
        var naughty = new ArrayList<>(List.of("<script>alert(1)</script>", "'; DROP TABLE dialogue.letter; --", "${7*7}", "\u202etest", "ﷺ"));
        if (Files.exists(list)) {
            naughty.addAll(List.of(JsonMapper.shared().readValue(Files.readString(list), String[].class)));
        }
        var parts = new ArrayList<String>(List.of(""));
        for (var it : naughty) {
            var longer = (parts.getLast() + "\n" + it.replace("\0", "")).strip();
            if (longer.length() <= Mailbox.WORDS_LONGEST) {
                parts.set(parts.size() - 1, longer);
            } else {
                parts.add(it.replace("\0", "").strip());
            }
        }
        for (var part : parts) {
            var letter = done(mailbox.write(new Mailbox.Draft(unit, "<script>alert(1)</script>", part, false), works));
            assertThat(db.sql("SELECT words FROM dialogue.letter WHERE id = :id").param("id", letter.id()).query(String.class).single()).isEqualTo(part);
            assertThat(http.get().uri(letter.path()).with(As.me(leads))).hasStatusOk().bodyText().contains("&lt;script&gt;alert(1)").doesNotContain("<script>alert");
        }
    }

    @Test
    void whatIsNeitherAnsweredNorDueIsLeftOut() {
        var it = written();
        var value = figures.live(figures.find("letters-answered").orElseThrow(), today.getYear());
        assertThat(value.excluded()).filteredOn(row -> row.number().equals(it.number())).extracting(row -> row.reason()).containsExactly("dialogue.fig.letter-not-due");
        assertThat(value.control().difference()).isEqualByComparingTo("0");
    }

    @Test
    void itsWriterAndThoseWhoLeadThatPlaceReadItAndNobodyElse() {
        var it = written();
        assertThat(mailbox.answers(it, leads)).isTrue();
        assertThat(mailbox.answers(it, works)).isFalse();
        assertThat(mailbox.answers(it, HR)).isFalse();
        assertThat(mailbox.wrote(it, works)).isTrue();
        assertThat(mailbox.to(mailbox.headed(beside))).isEmpty();
        assertThat(kind.about(it.id(), beside)).isEmpty();
        assertThat(kind.about(it.id(), HR).orElseThrow().titleEn()).isEqualTo(it.number());
        done(deputies.name(head.guest(), colleague.guest(), today, today.plusDays(3), leads));
        assertThat(mailbox.answers(it, beside)).as("stands in today").isTrue();
    }

    @Test
    void aHeadsOwnMeasureIsSeenByHumanResources() {
        var it = written();
        var measure = done(measures.promise(new Measure.Subject(LetterMeasures.KIND, it.id()), "Show two of you each week", leads.account(), today, leads));
        done(measures.done(measure.id(), "Begun.", List.of(), leads));
        assertThat(key(measures.seenDone(measure.id(), "", leads))).isEqualTo("measure.another-person");
        done(measures.seenDone(measure.id(), "", HR));
    }

    @Test
    void whatWasAskedIsToldOnlyIfItsWriterAgreed() {
        var kept = done(mailbox.write(draft(false), works));
        done(mailbox.answer(kept.id(), "Ask me.", leads));
        assertThat(key(mailbox.tell(kept.id(), "May we learn it?", "Yes.", leads))).isEqualTo("dialogue.letter-kept");
        var it = written();
        assertThat(key(mailbox.tell(it.id(), "May we learn it?", "Yes.", leads))).isEqualTo("dialogue.letter-unanswered");
        done(mailbox.answer(it.id(), "Ask me.", leads));
        assertThat(key(mailbox.tell(it.id(), " ", "Yes.", leads))).isEqualTo("dialogue.question-missing");
        assertThat(key(mailbox.tell(it.id(), "x".repeat(2_001), "Yes.", leads))).isEqualTo("dialogue.words-long");
        assertThat(key(mailbox.tell(it.id(), "May we learn it?", " ", leads))).isEqualTo("dialogue.reply-missing");
        assertThat(key(mailbox.tell(it.id(), "May we learn it?", "x".repeat(4_001), leads))).isEqualTo("dialogue.words-long");
        done(mailbox.tell(it.id(), "May we learn it?", "Yes.", leads));
        assertThat(key(mailbox.tell(it.id(), "May we learn it?", "Yes.", leads))).isEqualTo("dialogue.letter-told-already");
        assertThat(mailbox.told(Set.of(unit))).extracting(Post::id).containsExactly(it.id());
    }

    @Test
    void oneWritesToSomebodyElseWhoLeadsWhereOneWorks() {
        assertThat(key(mailbox.write(draft(true), leads))).isEqualTo("dialogue.letter-nowhere");
        assertThat(key(mailbox.write(draft(true), HR))).isEqualTo("dialogue.letter-nowhere");
        assertThat(key(mailbox.write(new Mailbox.Draft(UUID.randomUUID(), "x", "x", true), works))).isEqualTo("dialogue.letter-nowhere");
        assertThat(key(mailbox.write(new Mailbox.Draft(unit, " ", "x", true), works))).isEqualTo("dialogue.letter-subject");
        assertThat(key(mailbox.write(new Mailbox.Draft(unit, "x".repeat(301), "x", true), works))).isEqualTo("dialogue.words-long");
        assertThat(key(mailbox.write(new Mailbox.Draft(unit, "x", " ", true), works))).isEqualTo("dialogue.letter-words");
        assertThat(key(mailbox.write(new Mailbox.Draft(unit, "x", "x".repeat(4_001), true), works))).isEqualTo("dialogue.words-long");
        var it = written();
        assertThat(key(mailbox.answer(it.id(), "Yes", beside))).isEqualTo("dialogue.letter-not-yours");
        assertThat(key(mailbox.answer(it.id(), " ", leads))).isEqualTo("dialogue.reply-missing");
        assertThat(key(mailbox.answer(it.id(), "x".repeat(4_001), leads))).isEqualTo("dialogue.words-long");
        assertThat(key(mailbox.answer(UUID.randomUUID(), "Yes", leads))).isEqualTo("dialogue.letter-unknown");
    }

    @Test
    void thoseWhoOweAnAnswerAreRemindedOnceADay() {
        written();
        var before = letters(leads);
        transaction.executeWithoutResult(_ -> post.remind(new DayHasBegun(today.plusDays(5))));
        transaction.executeWithoutResult(_ -> post.remind(new DayHasBegun(today.plusDays(5))));
        assertThat(letters(leads)).isEqualTo(before + 1);
    }

    @Test
    void theWordsOfWhoeverIsForgottenGo() {
        var it = written();
        done(mailbox.answer(it.id(), "Ask me.", leads));
        assertThat(data.about(accounts.find(works.account()).orElseThrow())).hasSize(1);
        transaction.executeWithoutResult(_ -> leavers.forgotten(new Directory.Forgotten(worker.guest())));
        var after = mailbox.find(it.id()).orElseThrow();
        assertThat(List.of(after.subject(), after.words(), String.valueOf(after.answer()))).containsOnly("–");
        assertThat(after.answered()).isEqualTo(today);
    }

    @Test
    void theTableHoldsTheRuleToo() {
        assertThatThrownBy(() -> db.sql("UPDATE dialogue.letter SET due_day = day WHERE id = :id").param("id", written().id()).update()).isInstanceOf(DataIntegrityViolationException.class);
    }
}
