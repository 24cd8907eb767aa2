package org.probity.people.survey;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Questionnaires that can be asked: those that come with the house, and those that somebody brought as a file, each as it stands there under the terms it names. */
@Service
public class Packs {
    static final int BYTES_MOST = 65_536;

    /** One that was brought. */
    public record Brought(Pack pack, UUID by, LocalDate day) {}

    private final JdbcClient db;
    private final Log log;
    private final Clock clock;
    /** None of them ever changes. */
    private final Map<String, Pack> read = new ConcurrentHashMap<>();

    Packs(JdbcClient db, Log log, Clock clock) {
        this.db = db;
        this.log = log;
        this.clock = clock;
    }

    public List<Pack> all() {
        return Stream.concat(Pack.shipped().stream(), brought().stream().map(Brought::pack)).toList();
    }

    public List<Brought> brought() {
        return db.sql("SELECT code, text, brought_by, brought_at FROM survey.pack ORDER BY code")
                .query((row, n) -> new Brought(pack(row.getString(1), row.getString(2)), row.getObject(3, UUID.class), row.getObject(4, java.time.OffsetDateTime.class).atZoneSameInstant(clock.getZone()).toLocalDate())).list();
    }

    private Pack pack(String code, String text) {
        return read.computeIfAbsent(code, _ -> Pack.read(text));
    }

    public Optional<Pack> find(String code) {
        if (!code.matches(Pack.CODE)) {
            return Optional.empty();
        }
        return Pack.shipped(code).or(() -> Optional.ofNullable(read.get(code)))
                .or(() -> db.sql("SELECT text FROM survey.pack WHERE code = :code").param("code", code).query(String.class).optional().map(text -> pack(code, text)));
    }

    /**
     * Human resources bring a questionnaire as a file. It is asked as it stands there: words of others may often be used and not be changed.
     *
     * <p>Refusals: {@code survey.not-yours}; {@code survey.pack-long}; {@code survey.pack-text} no text in UTF-8; {@code survey.pack-line} with the number of the line that is none;
     * {@code survey.pack-whole} no head, no item, one of them twice, or too many; {@code survey.pack-terms} it does not say under which terms it may be used; {@code survey.pack-taken} one of
     * that code is here: other words are another code.
     */
    @Transactional
    public Answer<Pack> bring(byte[] bytes, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "survey.not-yours");
        }
        if (bytes.length == 0 || bytes.length > BYTES_MOST) {
            return Answer.refused("file", "survey.pack-long", BYTES_MOST / 1024);
        }
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException noText) {
            return Answer.refused("file", "survey.pack-text");
        }
        if (text.indexOf('\0') >= 0) {
            return Answer.refused("file", "survey.pack-text");
        }
        Pack pack;
        try {
            pack = Pack.read(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (Pack.Unreadable wrong) {
            return wrong.line == 0 ? Answer.refused("file", "survey.pack-whole", Pack.ITEMS_MOST) : Answer.refused("file", "survey.pack-line", wrong.line);
        }
        if (pack.termsEn().isEmpty()) {
            return Answer.refused("file", "survey.pack-terms");
        }
        if (Pack.shipped(pack.code()).isPresent()) {
            return Answer.refused("file", "survey.pack-taken", pack.code());
        }
        var today = LocalDate.now(clock);
        db.sql("LOCK TABLE survey.pack IN SHARE ROW EXCLUSIVE MODE").update();
        var kept = db.sql("SELECT count(*) FROM survey.pack WHERE code = :code").param("code", pack.code()).query(Long.class).single();
        if (kept > 0) {
            return Answer.refused("file", "survey.pack-taken", pack.code());
        }
        var record = log.record("survey.pack", today, Map.of("code", pack.code(), "sha256", pack.sha256(), "items", pack.items().size(), "terms", pack.termsEn()));
        db.sql("INSERT INTO survey.pack (code, text, sha256, brought_by, brought_at, record) VALUES (:code, :text, :sha, :by, :at, :record)").param("code", pack.code())
                .param("text", text.startsWith("\uFEFF") ? text.substring(1) : text).param("sha", pack.sha256()).param("by", by.account()).param("at", clock.instant().atOffset(ZoneOffset.UTC)).param("record", record).update();
        return Answer.done(pack);
    }
}
