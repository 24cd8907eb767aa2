package org.probity.shapes.form;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.time.DayHasBegun;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.shapes.evidence.Evidence;
import org.probity.shapes.evidence.LettingGo;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Forms while they are filled in. Whether this person may, the room has asked before. */
@Service
public class Sheets {
    public static final int WORDS_LONGEST = 4_000;
    public static final int FILES_MOST = 10;
    public static final int FILE_BYTES_MAX = 20 << 20;

    /**
     * What somebody typed.
     *
     * @param seen the answer that stood there when they began; null: none
     */
    public record Typed(String question, String value, String words, @Nullable UUID seen) {}

    /** @param kept how many answers are new @param reasons what was not kept, and why */
    public record Kept(int kept, List<Reason> reasons) {
        public Kept {
            reasons = List.copyOf(reasons);
        }
    }

    public record Upload(String name, String mediaType, byte[] bytes) {}

    private final JdbcClient db;
    private final Forms forms;
    private final Evidence evidence;
    private final LettingGo lettingGo;
    private final Clock clock;

    Sheets(JdbcClient db, Forms forms, Evidence evidence, LettingGo lettingGo, Clock clock) {
        this.db = db;
        this.forms = forms;
        this.evidence = evidence;
        this.lettingGo = lettingGo;
        this.clock = clock;
    }

    /** One for each matter that has none yet. @param matters the party of each */
    @Transactional
    public void open(Form form, int period, Map<UUID, UUID> matters) {
        var about = matters.keySet().toArray(UUID[]::new);
        db.sql("""
                INSERT INTO form.sheet (id, form, version, sha256, party, period, about, opened_at)
                SELECT gen_random_uuid(), :form, :version, :sha256, matter.party, :period, matter.about, :at
                  FROM unnest(:abouts, :parties) AS matter (about, party)
                ON CONFLICT ON CONSTRAINT sheet_once_about DO NOTHING
                """)
                .param("form", form.code()).param("version", form.version()).param("sha256", form.sha256()).param("period", period).param("at", now())
                .param("abouts", about).param("parties", Arrays.stream(about).map(matters::get).toArray(UUID[]::new))
                .update();
    }

    public Optional<Sheet> about(UUID matter) {
        return db.sql(SELECT + " WHERE about = :matter").param("matter", matter).query(Sheet.class).optional();
    }

    /** Of a party, the newest period first. */
    public List<Sheet> of(UUID party, String form) {
        return db.sql(SELECT + " WHERE party = :party AND form = :form ORDER BY period DESC, opened_at DESC").param("party", party).param("form", form)
                .query(Sheet.class).list();
    }

    private static final String SELECT = "SELECT id, form, version, sha256, party, period, about, opened_at FROM form.sheet";

    /** As it stands now. */
    public Filled filled(Sheet sheet) {
        var answers = new HashMap<String, Filled.Given>();
        db.sql("SELECT DISTINCT ON (question) id, question, value, words, by, at FROM form.answer WHERE sheet = :sheet ORDER BY question, no DESC")
                .param("sheet", sheet.id())
                .query(Filled.Given.class).list().forEach(it -> answers.put(it.question(), it));
        return new Filled(forms.of(sheet), answers, files(sheet));
    }

    private Map<String, List<Filled.File>> files(Sheet sheet) {
        var files = new HashMap<String, List<Filled.File>>();
        db.sql("SELECT evidence, question FROM form.file WHERE sheet = :sheet AND removed_at IS NULL ORDER BY at, evidence").param("sheet", sheet.id())
                .query((row, n) -> Map.entry(row.getString("question"), row.getObject("evidence", UUID.class))).list().forEach(it -> {
                    var item = evidence.find(it.getValue()).orElseThrow();
                    files.computeIfAbsent(it.getKey(), none -> new ArrayList<>()).add(new Filled.File(item.id(), it.getKey(), item.name(), item.sha256(), item.size()));
                });
        return files;
    }

    /**
     * Keeps what was typed. What cannot be kept holds nothing else back: the rest is kept all the same.
     *
     * <p>Refusals, each with its question as the field: {@code form.question-unknown}; {@code form.choice-unknown} none of the answers to choose from;
     * {@code form.number-wrong}; {@code form.words-long}; {@code form.answered-meanwhile} somebody else answered it since this person began, and otherwise;
     * what they said is shown, and saying it again counts.
     */
    @Transactional
    public Kept save(Sheet sheet, List<Typed> typed, Me by) {
        db.sql("SELECT FROM form.sheet WHERE id = :id FOR UPDATE").param("id", sheet.id()).query((row, n) -> n).optional();
        var before = filled(sheet);
        var reasons = new ArrayList<Reason>();
        var kept = 0;
        for (var it : typed) {
            var wrong = objection(before, it);
            if (wrong.isPresent()) {
                reasons.add(wrong.get());
            } else if (!it.value().strip().equals(before.value(it.question())) || !it.words().strip().equals(before.words(it.question()))) {
                db.sql("INSERT INTO form.answer (id, sheet, question, value, words, by, at) VALUES (gen_random_uuid(), :sheet, :question, :value, :words, :by, :at)")
                        .param("sheet", sheet.id()).param("question", it.question()).param("value", it.value().strip()).param("words", it.words().strip())
                        .param("by", by.account()).param("at", now())
                        .update();
                kept++;
            }
        }
        return new Kept(kept, reasons);
    }

    private static Optional<Reason> objection(Filled before, Typed it) {
        var question = before.form().question(it.question());
        var value = it.value().strip();
        if (question.isEmpty()) {
            return Optional.of(new Reason("", "form.question-unknown", List.of(it.question())));
        }
        if (!value.isEmpty() && !question.get().takes(value)) {
            return Optional.of(new Reason(it.question(), question.get().kind() == Question.Kind.NUMBER ? "form.number-wrong" : "form.choice-unknown", List.of(it.question())));
        }
        if (value.length() > WORDS_LONGEST || it.words().strip().length() > WORDS_LONGEST) {
            return Optional.of(new Reason(it.question(), "form.words-long", List.of(it.question(), WORDS_LONGEST)));
        }
        var now = before.answers().get(it.question());
        if (now != null && !now.id().equals(it.seen()) && !now.value().equals(value)) {
            return Optional.of(new Reason(it.question(), "form.answered-meanwhile", List.of(it.question())));
        }
        return Optional.empty();
    }

    /**
     * Keeps files beside an answer.
     *
     * <p>Refusals: {@code form.question-unknown}; {@code form.file-empty}; {@code form.file-too-big}; {@code form.files-many};
     * {@code form.files-today} they brought as much as one may within a day.
     */
    @Transactional
    public Answer<Integer> attach(Sheet sheet, String question, List<Upload> files, Me by) {
        var before = filled(sheet);
        if (before.form().question(question).isEmpty()) {
            return Answer.refused("", "form.question-unknown", question);
        }
        if (files.stream().anyMatch(it -> it.bytes().length == 0)) {
            return Answer.refused(question, "form.file-empty", question);
        }
        if (files.stream().anyMatch(it -> it.bytes().length > FILE_BYTES_MAX)) {
            return Answer.refused(question, "form.file-too-big", question, FILE_BYTES_MAX >> 20);
        }
        if (before.files(question).size() + files.size() > FILES_MOST) {
            return Answer.refused(question, "form.files-many", question, FILES_MOST);
        }
        if (lettingGo.full(by.account())) {
            return Answer.refused(question, "form.files-today", question, LettingGo.FILES_A_DAY, LettingGo.BYTES_A_DAY >> 20);
        }
        for (var file : files) {
            var item = evidence.keep(file.name(), file.mediaType(), file.bytes(), by.account());
            db.sql("INSERT INTO form.file (sheet, evidence, question, by, at) VALUES (:sheet, :evidence, :question, :by, :at)")
                    .param("sheet", sheet.id()).param("evidence", item.id()).param("question", question).param("by", by.account()).param("at", now())
                    .update();
        }
        return Answer.done(files.size());
    }

    /** Takes a file out of what will be sent; what was sent with it keeps it. */
    @Transactional
    public void leaveOut(Sheet sheet, UUID file, Me by) {
        db.sql("UPDATE form.file SET removed_by = :by, removed_at = :at WHERE sheet = :sheet AND evidence = :file AND removed_at IS NULL")
                .param("by", by.account()).param("at", now()).param("sheet", sheet.id()).param("file", file)
                .update();
    }

    /** What was taken out, and never sent, is let go of: it stood on nothing. */
    @EventListener
    @Transactional
    public void day(DayHasBegun begun) {
        db.sql("""
                DELETE FROM form.file
                 WHERE removed_at < :before
                   AND NOT EXISTS (SELECT FROM form.sent_file JOIN form.sending ON sending.id = sent_file.sending
                                    WHERE sending.sheet = file.sheet AND sent_file.evidence = file.evidence)
                RETURNING evidence, removed_by
                """)
                .param("before", begun.day().atStartOfDay(clock.getZone()).toOffsetDateTime())
                .query((row, n) -> Map.entry(row.getObject(1, UUID.class), row.getObject(2, UUID.class))).list()
                .forEach(it -> lettingGo.letGo(it.getKey(), it.getValue()));
    }

    /** A file that stands, or stood, beside an answer of this form. */
    public Optional<Evidence.Item> file(Sheet sheet, UUID file) {
        return db.sql("SELECT count(*) FROM form.file WHERE sheet = :sheet AND evidence = :file").param("sheet", sheet.id()).param("file", file)
                .query(Long.class).single() == 0 ? Optional.empty() : evidence.find(file);
    }

    /** A file that was sent with an answer of this form: a draft is its writer's own. */
    public Optional<Evidence.Item> sentFile(Sheet sheet, UUID file) {
        return db.sql("SELECT count(*) FROM form.sent_file JOIN form.sending ON sending.id = sent_file.sending WHERE sending.sheet = :sheet AND sent_file.evidence = :file")
                .param("sheet", sheet.id()).param("file", file)
                .query(Long.class).single() == 0 ? Optional.empty() : evidence.find(file);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
