package org.probity.supply.esg;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.shapes.form.Filled;
import org.probity.shapes.form.Question;
import org.probity.shapes.form.Sendings;
import org.probity.shapes.form.Sendings.Sending;
import org.probity.shapes.form.Sheet;
import org.probity.shapes.form.SheetFile;
import org.probity.shapes.form.Sheets;
import org.probity.shapes.obligation.Obligation;
import org.probity.shapes.obligation.Obligations;
import org.probity.shapes.obligation.State;
import org.probity.supply.supplier.Departments;
import org.probity.supply.supplier.Suppliers;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Self-assessments: what a supplier answers and sends, and what the department that asked says to it. */
@Service
public class SelfAssessments {
    static final int REMARK_LONGEST = 1_000;

    /** What a department did not accept. */
    public record Remark(String question, String words, UUID by, Instant at) {}

    /** One of a supplier's, with the form it is. */
    public record Owned(Obligation owed, Sheet sheet) {}

    /** Published in the transaction of a ruling. */
    public record Ruled(Obligation after, Me by) {}

    private final JdbcClient db;
    private final Sheets sheets;
    private final Sendings sendings;
    private final Obligations obligations;
    private final LastYear lastYear;
    private final Rules rules;
    private final Suppliers suppliers;
    private final Departments departments;
    private final Log log;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SelfAssessments(
            JdbcClient db, Sheets sheets, Sendings sendings, Obligations obligations, LastYear lastYear, Rules rules, Suppliers suppliers,
            Departments departments, Log log, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.sheets = sheets;
        this.sendings = sendings;
        this.obligations = obligations;
        this.lastYear = lastYear;
        this.rules = rules;
        this.suppliers = suppliers;
        this.departments = departments;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    public Optional<Owned> find(UUID obligation) {
        return obligations.find(obligation).filter(it -> Topic.obligations().contains(it.kind())).flatMap(it -> sheets.about(it.id()).map(sheet -> new Owned(it, sheet)));
    }

    /** One that this contact's company owes. */
    public Optional<Owned> own(UUID obligation, Me me) {
        return find(obligation).filter(it -> me.supplier().equals(Optional.of(it.owed().party())));
    }

    /** Keeps what was typed, as a draft that all contacts of the supplier share. Refusals: {@code esg.not-waited-for}; those of {@link Sheets#save}. */
    @Transactional
    public Answer<Sheets.Kept> save(Owned it, List<Sheets.Typed> typed, Me by) {
        return it.owed().waits(today()) ? Answer.done(sheets.save(it.sheet(), typed, by)) : Answer.refused("", "esg.not-waited-for");
    }

    /** Keeps files beside an answer. Refusals: {@code esg.not-waited-for}; those of {@link Sheets#attach}. */
    @Transactional
    public Answer<Integer> attach(Owned it, String question, List<Sheets.Upload> files, Me by) {
        return it.owed().waits(today()) ? sheets.attach(it.sheet(), question, files, by) : Answer.refused("", "esg.not-waited-for");
    }

    /** Takes a file out of the draft. Refusals: {@code esg.not-waited-for}. */
    @Transactional
    public Answer<UUID> leaveOut(Owned it, UUID file, Me by) {
        if (!it.owed().waits(today())) {
            return Answer.refused("", "esg.not-waited-for");
        }
        sheets.leaveOut(it.sheet(), file, by);
        return Answer.done(file);
    }

    /**
     * Takes the answers of a table that came back, all of them or none; what it leaves empty stays as it is. Files are read one after another, so
     * it is read outside of any transaction: whoever waits for their turn holds no connection.
     *
     * <p>Refusals: {@code esg.not-waited-for}; {@code esg.file-missing}; {@code form.file-too-big}; those of {@link SheetFile#read}.
     */
    public Answer<Integer> take(Owned it, byte[] file, Me by) {
        if (!it.owed().waits(today())) {
            return Answer.refused("", "esg.not-waited-for");
        }
        if (file.length == 0) {
            return Answer.refused("file", "esg.file-missing");
        }
        if (file.length > Sheets.FILE_BYTES_MAX) {
            return Answer.refused("file", "form.file-too-big", "", Sheets.FILE_BYTES_MAX >> 20);
        }
        var now = sheets.filled(it.sheet());
        return switch (SheetFile.read(file, now.form())) {
            case Answer.Refused<List<SheetFile.Said>>(var reasons) -> new Answer.Refused<>(reasons);
            case Answer.Done<List<SheetFile.Said>>(var said) -> Answer.done(sheets.save(it.sheet(), said.stream().map(one -> new Sheets.Typed(one.question(), one.value(),
                    one.words().isEmpty() ? now.words(one.question()) : one.words(), Optional.ofNullable(now.answers().get(one.question())).map(Filled.Given::id).orElse(null)))
                    .toList(), by).kept());
        };
    }

    /**
     * Sends the answers in.
     *
     * <p>Refusals: {@code esg.not-waited-for}; {@code form.unanswered} for each question that is asked and has no answer; {@code esg.change-unexplained}
     * for each answer whose marks moved far since last year without a word; {@code esg.remark-unanswered} for each that came back and is as it was.
     */
    @Transactional
    public Answer<Sending> send(Owned it, Me by) {
        if (!it.owed().waits(today())) {
            return Answer.refused("", "esg.not-waited-for");
        }
        var now = sheets.filled(it.sheet());
        var reasons = new ArrayList<Reason>();
        unexplained(it.sheet(), now).forEach(change -> reasons.add(new Reason(change.question().code(), "esg.change-unexplained", List.of(change.question().code()))));
        unanswered(it.sheet(), now).forEach(remark -> reasons.add(new Reason(remark.question(), "esg.remark-unanswered", List.of(remark.question()))));
        if (!reasons.isEmpty() && now.missing().isEmpty()) {
            return new Answer.Refused<>(reasons);
        }
        return switch (sendings.send(it.sheet(), by)) {
            case Answer.Refused<Sending>(var missing) -> {
                reasons.addAll(0, missing);
                yield new Answer.Refused<>(reasons);
            }
            case Answer.Done<Sending>(var sending) -> switch (obligations.sendIn(it.owed().id(), sending.evidence(), by)) {
                case Answer.Refused<Obligation>(var no) -> throw new IllegalStateException("waited for and not taken: " + no);
                case Answer.Done<Obligation> taken -> Answer.done(sending);
            };
        };
    }

    /** Answers that moved far and say nothing about why. */
    List<LastYear.Change> unexplained(Sheet sheet, Filled now) {
        return lastYear.of(sheet).map(before -> LastYear.large(LastYear.changes(before.filled(), now), largeFrom())).orElse(List.of()).stream()
                .filter(it -> now.words(it.question().code()).isBlank()).toList();
    }

    BigDecimal largeFrom() {
        return rules.on(today()).points("change.explain");
    }

    /** What came back and was not touched since. */
    List<Remark> unanswered(Sheet sheet, Filled now) {
        var newest = sendings.of(sheet).stream().findFirst();
        if (newest.isEmpty()) {
            return List.of();
        }
        var sent = sendings.filled(sheet, newest.get());
        return remarks(newest.get()).stream().filter(it -> now.form().question(it.question()).filter(now::asks).isPresent())
                .filter(it -> now.value(it.question()).equals(sent.value(it.question())) && now.words(it.question()).equals(sent.words(it.question()))
                        && now.files(it.question()).equals(sent.files(it.question()))).toList();
    }

    List<Remark> remarks(Sending sending) {
        return db.sql("SELECT question, words, by, at FROM esg.remark WHERE sending = :id ORDER BY question").param("id", sending.id()).query(Remark.class).list();
    }

    /** What the newest sending was sent back for. */
    public Map<String, String> remarks(Sheet sheet) {
        var remarks = new TreeMap<String, String>();
        sendings.of(sheet).stream().findFirst().ifPresent(it -> remarks(it).forEach(one -> remarks.put(one.question(), one.words())));
        return remarks;
    }

    /**
     * A department accepts what was sent. It holds to the end of the year after: until then the next one comes.
     *
     * <p>Refusals: {@code esg.not-your-review}; {@code esg.not-newest} something else was sent meanwhile; {@code obligation.step-not-allowed}.
     */
    @Transactional
    public Answer<Obligation> accept(UUID obligation, UUID sending, Me by) {
        obligations.hold(obligation);
        var wrong = objection(obligation, sending, by);
        if (wrong.isPresent()) {
            return new Answer.Refused<>(List.of(wrong.get()));
        }
        var owed = obligations.find(obligation).orElseThrow();
        return ruled(obligations.accept(obligation, LocalDate.of(owed.period() + 1, 12, 31), by), by);
    }

    /**
     * A department sends it back, with a word to each question that needs another answer.
     *
     * <p>Refusals: {@code esg.not-your-review}; {@code esg.not-newest}; {@code esg.remark-missing} no word to any question; {@code esg.remark-long};
     * {@code esg.remark-unasked} to a question that was not asked; {@code obligation.step-not-allowed}.
     */
    @Transactional
    public Answer<Obligation> sendBack(UUID obligation, UUID sending, Map<String, String> remarks, Me by) {
        obligations.hold(obligation);
        var wrong = objection(obligation, sending, by);
        if (wrong.isPresent()) {
            return new Answer.Refused<>(List.of(wrong.get()));
        }
        var said = new TreeMap<String, String>();
        remarks.forEach((question, words) -> {
            if (!words.isBlank()) {
                said.put(question, words.strip());
            }
        });
        if (said.isEmpty()) {
            return Answer.refused("", "esg.remark-missing");
        }
        for (var it : said.entrySet()) {
            if (it.getValue().length() > REMARK_LONGEST) {
                return Answer.refused("remark." + it.getKey(), "esg.remark-long", it.getKey(), REMARK_LONGEST);
            }
        }
        var sheet = sheets.about(obligation).orElseThrow();
        var sent = sendings.filled(sheet, sendings.find(sending).orElseThrow());
        if (!sent.asked().stream().map(Question::code).toList().containsAll(said.keySet())) {
            return Answer.refused("", "esg.remark-unasked");
        }
        var reason = String.join("\n", said.entrySet().stream().map(it -> it.getKey() + ": " + it.getValue()).toList());
        var answer = obligations.sendBack(obligation, reason.length() > 4_000 ? reason.substring(0, 4_000) : reason, by);
        if (answer instanceof Answer.Done<Obligation>) {
            said.forEach((question, words) -> db.sql("INSERT INTO esg.remark (sending, question, words, by, at) VALUES (:sending, :question, :words, :by, :at)")
                    .param("sending", sending).param("question", question).param("words", words).param("by", by.account()).param("at", now())
                    .update());
            log.record("esg.remarks", today(), new TreeMap<>(Map.of("sending", sending.toString(), "questions", List.copyOf(said.keySet()), "by", by.account().toString())));
        }
        return ruled(answer, by);
    }

    private Answer<Obligation> ruled(Answer<Obligation> answer, Me by) {
        if (answer instanceof Answer.Done<Obligation>(var after)) {
            events.publishEvent(new Ruled(after, by));
        }
        return answer;
    }

    private Optional<Reason> objection(UUID obligation, UUID sending, Me by) {
        var found = find(obligation);
        if (found.isEmpty() || !reviews(found.get(), by)) {
            return Optional.of(new Reason("", "esg.not-your-review", List.of()));
        }
        if (found.get().owed().state() != State.SENT_IN) {
            return Optional.of(new Reason("", "obligation.step-not-allowed", List.of()));
        }
        var newest = sendings.of(found.get().sheet()).stream().findFirst().map(Sending::id);
        return newest.equals(Optional.of(sending)) ? Optional.empty() : Optional.of(new Reason("", "esg.not-newest", List.of()));
    }

    /** Whether a person reviews it: one of the topic's roles, and for quality the department that answers for what the supplier supplies. */
    boolean reviews(Owned it, Me who) {
        return departments.mine(who, today()).asAny(Topic.of(it.owed().kind()).reviewers, List.of(suppliers.find(it.owed().party()).orElseThrow().category()));
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
