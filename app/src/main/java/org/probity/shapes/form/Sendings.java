package org.probity.shapes.form;

import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.proof.Fraction;
import org.probity.proof.Json;
import org.probity.shapes.evidence.Evidence;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Forms as they were sent: every answer, every file's hash and what it came to, in one file that no later answer changes. */
@Service
public class Sendings {
    /** @param evidence the file with all answers */
    public record Sending(UUID id, UUID sheet, int no, UUID by, Instant at, UUID evidence) {}

    private final JdbcClient db;
    private final Forms forms;
    private final Sheets sheets;
    private final Evidence evidence;
    private final Clock clock;

    Sendings(JdbcClient db, Forms forms, Sheets sheets, Evidence evidence, Clock clock) {
        this.db = db;
        this.forms = forms;
        this.sheets = sheets;
        this.evidence = evidence;
        this.clock = clock;
    }

    /** Sends what stands there now. Refusals: {@code form.unanswered} for each question that is asked and has no answer. */
    @Transactional
    public Answer<Sending> send(Sheet sheet, Me by) {
        db.sql("SELECT FROM form.sheet WHERE id = :id FOR UPDATE").param("id", sheet.id()).query((row, n) -> n).optional();
        var filled = sheets.filled(sheet);
        var missing = filled.missing();
        if (!missing.isEmpty()) {
            return new Answer.Refused<>(missing.stream().map(it -> new Reason(it.code(), "form.unanswered", List.of(it.code()))).toList());
        }
        var id = UUID.randomUUID();
        var no = db.sql("SELECT count(*) + 1 FROM form.sending WHERE sheet = :sheet").param("sheet", sheet.id()).query(Integer.class).single();
        var file = evidence.keep(sheet.form() + "-" + sheet.period() + "-" + no + ".json", "application/json", document(sheet, filled, no).getBytes(StandardCharsets.UTF_8), by.account());
        db.sql("INSERT INTO form.sending (id, sheet, no, by, at, evidence) VALUES (:id, :sheet, :no, :by, :at, :evidence)")
                .param("id", id).param("sheet", sheet.id()).param("no", no).param("by", by.account()).param("at", now()).param("evidence", file.id())
                .update();
        filled.asked().forEach(it -> keep(id, it, filled));
        score(id, "", filled.score());
        filled.form().pillars().forEach(pillar -> score(id, pillar, filled.score(pillar)));
        return Answer.done(find(id).orElseThrow());
    }

    private void keep(UUID sending, Question it, Filled filled) {
        db.sql("INSERT INTO form.sent_answer (sending, question, value, words, mark, answer) VALUES (:sending, :question, :value, :words, :mark, :answer)")
                .param("sending", sending).param("question", it.code()).param("value", filled.value(it.code())).param("words", filled.words(it.code()))
                .param("mark", filled.mark(it).orElse(null), Types.NUMERIC).param("answer", Objects.requireNonNull(filled.answers().get(it.code())).id())
                .update();
        filled.files(it.code()).forEach(file -> db.sql("INSERT INTO form.sent_file (sending, question, evidence) VALUES (:sending, :question, :evidence)")
                .param("sending", sending).param("question", it.code()).param("evidence", file.evidence()).update());
    }

    private void score(UUID sending, String pillar, Optional<Fraction> score) {
        score.ifPresent(it -> db.sql("INSERT INTO form.score (sending, pillar, exact, score) VALUES (:sending, :pillar, :exact, :score)")
                .param("sending", sending).param("pillar", pillar).param("exact", it.toString()).param("score", it.round(Question.PLACES, RoundingMode.DOWN))
                .update());
    }

    /** What the log will know by its hash: canonical, so that whoever holds the answers can make it again. */
    private static String document(Sheet sheet, Filled filled, int no) {
        var answers = new ArrayList<Map<String, Object>>();
        for (var it : filled.asked()) {
            var answer = new TreeMap<String, Object>(Map.of("question", it.code(), "value", filled.value(it.code()), "words", filled.words(it.code()),
                    "files", filled.files(it.code()).stream().map(Filled.File::sha256).sorted().toList()));
            filled.mark(it).ifPresent(mark -> answer.put("mark", mark.toPlainString()));
            answers.add(answer);
        }
        var scores = new TreeMap<String, Object>();
        filled.score().ifPresent(it -> scores.put("all", it.toString()));
        filled.form().pillars().forEach(pillar -> filled.score(pillar).ifPresent(it -> scores.put(pillar, it.toString())));
        return Json.of(new TreeMap<>(Map.of("form", sheet.form(), "version", sheet.version(), "questions", sheet.sha256(), "sheet", sheet.id().toString(),
                "party", sheet.party().toString(), "period", sheet.period(), "no", no, "answers", answers, "scores", scores))).text();
    }

    public Optional<Sending> find(UUID id) {
        return db.sql(SELECT + " WHERE id = :id").param("id", id).query(Sending.class).optional();
    }

    /** Newest first. */
    public List<Sending> of(Sheet sheet) {
        return db.sql(SELECT + " WHERE sheet = :sheet ORDER BY no DESC").param("sheet", sheet.id()).query(Sending.class).list();
    }

    private static final String SELECT = "SELECT id, sheet, no, by, at, evidence FROM form.sending";

    /** As it was sent. */
    public Filled filled(Sheet sheet, Sending sending) {
        var answers = new HashMap<String, Filled.Given>();
        db.sql("SELECT answer, question, value, words FROM form.sent_answer WHERE sending = :id").param("id", sending.id())
                .query((row, n) -> new Filled.Given(row.getObject("answer", UUID.class), row.getString("question"), row.getString("value"), row.getString("words"), sending.by(),
                        sending.at())).list().forEach(it -> answers.put(it.question(), it));
        var files = new HashMap<String, List<Filled.File>>();
        db.sql("SELECT question, evidence FROM form.sent_file WHERE sending = :id ORDER BY evidence").param("id", sending.id())
                .query((row, n) -> Map.entry(row.getString("question"), row.getObject("evidence", UUID.class))).list().forEach(it -> {
                    var item = evidence.find(it.getValue()).orElseThrow();
                    files.computeIfAbsent(it.getKey(), none -> new ArrayList<>()).add(new Filled.File(item.id(), it.getKey(), item.name(), item.sha256(), item.size()));
                });
        return new Filled(forms.of(sheet), answers, files);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
