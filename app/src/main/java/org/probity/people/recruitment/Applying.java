package org.probity.people.recruitment;

import java.nio.charset.StandardCharsets;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Links;
import org.probity.house.access.Me;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.people.recruitment.Requisition.State;
import org.probity.shapes.evidence.Evidence;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a stranger does: applies with consent, looks at what is kept by a private link, and takes it back. No account is needed and none is made. */
@Service
public class Applying {
    static final int FILE_BYTES_MAX = 5 << 20;
    static final int ANSWER_LONGEST = 2_000;

    public record Upload(String name, byte[] bytes) {
        public static final Upload NOTHING = new Upload("", new byte[0]);
    }

    /** @param sex and age are told by choice, and kept apart @param activity how they came to know */
    public record Form(UUID posting, String name, String email, String phone, String language, List<String> answers, String sex, String age, String activity, boolean consent,
            Upload file) {
        public Form {
            answers = List.copyOf(answers);
        }
    }

    /** @param secret of the private link; it is told this once */
    public record Sent(UUID id, String code, String secret, LocalDate keepUntil) {}

    /** What applicants agree to. */
    public record Notice(int version, LocalDate fromDay, int keepDays, String wordsEn, String wordsZh, @Nullable UUID setBy) {}

    /** Published in the transaction of what happened. @param stage null: it has come in */
    record Moved(UUID application, @Nullable Stage stage, String secret) {}

    /** Who it is, as they wrote it. */
    public record Contact(String name, String email, String phone, String language) {}

    private final JdbcClient db;
    private final Requisitions requisitions;
    private final Apart apart;
    private final Evidence evidence;
    private final Log log;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Applying(JdbcClient db, Requisitions requisitions, Apart apart, Evidence evidence, Log log, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.requisitions = requisitions;
        this.apart = apart;
        this.evidence = evidence;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /** What holds today. */
    public Notice notice() {
        return db.sql("SELECT version, from_day, keep_days, words_en, words_zh, set_by FROM recruitment.notice WHERE from_day <= :day ORDER BY from_day DESC, version DESC LIMIT 1")
                .param("day", requisitions.today()).query(Notice.class).single();
    }

    /**
     * Somebody applies. Rows, file and the entry in the log stand or fall together.
     *
     * <p>Refusals: {@code recruitment.posting-closed} not open, or not there; {@code recruitment.consent-missing}; {@code recruitment.name-wrong};
     * {@code recruitment.email-wrong}; {@code recruitment.phone-wrong}; {@code recruitment.answer-wrong} a question without an answer, or too long;
     * {@code recruitment.file-big}; {@code recruitment.file-kind} what begins like no PDF and no picture is no CV; {@code recruitment.applied-already} the same
     * address and telephone, for this posting.
     */
    @Transactional
    public Answer<Sent> apply(Form form) {
        var posting = requisitions.locked(form.posting());
        if (posting.filter(it -> it.state(requisitions.today()) == State.OPEN).isEmpty()) {
            return Answer.refused("", "recruitment.posting-closed");
        }
        if (form.name().isBlank() || form.name().strip().length() > 100) {
            return Answer.refused("name", "recruitment.name-wrong", 100);
        }
        if (!form.email().strip().matches("[^@\\s]{1,64}@[^@\\s]+\\.[^@\\s]+") || form.email().strip().length() > 254) {
            return Answer.refused("email", "recruitment.email-wrong");
        }
        if (!form.phone().strip().matches("[0-9+()\\- ]{6,30}") || form.phone().replaceAll("[^0-9]", "").length() < 6) {
            return Answer.refused("phone", "recruitment.phone-wrong");
        }
        var asked = requisitions.questions(form.posting(), Stage.SCREEN);
        for (var i = 0; i < asked.size(); i++) {
            var words = i < form.answers().size() ? form.answers().get(i).strip() : "";
            if (words.isEmpty() || words.length() > ANSWER_LONGEST) {
                return Answer.refused("answer" + asked.get(i).no(), "recruitment.answer-wrong", ANSWER_LONGEST);
            }
        }
        if (form.file().bytes().length > FILE_BYTES_MAX) {
            return Answer.refused("file", "recruitment.file-big", FILE_BYTES_MAX >> 20);
        }
        if (form.file().bytes().length > 0 && !readable(form.file().bytes())) {
            return Answer.refused("file", "recruitment.file-kind");
        }
        if (!form.consent()) {
            return Answer.refused("consent", "recruitment.consent-missing");
        }
        var sender = Secret.sender(form.email(), form.phone());
        if (db.sql("SELECT EXISTS (SELECT FROM recruitment.application WHERE requisition = :posting AND sender_hash = :sender)").param("posting", form.posting()).param("sender", sender)
                .query(Boolean.class).single()) {
            return Answer.refused("email", "recruitment.applied-already");
        }
        var notice = notice();
        var sent = new Sent(UUID.randomUUID(), Secret.code(), Links.secret(), requisitions.today().plusDays(notice.keepDays()));
        // Brought by nobody of the house: the application stands for whoever sent it.
        var file = form.file().bytes().length == 0 ? null : evidence.keep(form.file().name(), "application/octet-stream", form.file().bytes(), sent.id()).id();
        db.sql("""
                INSERT INTO recruitment.application (id, code, requisition, notice, token_hash, sender_hash, activity, file, applied_at, day, keep_until, record)
                VALUES (:id, :code, :requisition, :notice, :token, :sender, :activity, :file, :at, :day, :until, :record)
                """)
                .param("id", sent.id()).param("code", sent.code()).param("requisition", form.posting()).param("notice", notice.version()).param("token", Secret.hash(sent.secret()))
                .param("sender", sender).param("activity", activity(form.activity())).param("file", file, Types.OTHER).param("at", now()).param("day", requisitions.today())
                .param("until", sent.keepUntil())
                .param("record", log.record("recruitment.application", requisitions.today(), Map.of("application", sent.id().toString(), "notice", notice.version())))
                .update();
        db.sql("INSERT INTO recruitment.contact (application, name, email, phone, language) VALUES (:id, :name, :email, :phone, :language)")
                .param("id", sent.id()).param("name", form.name().strip()).param("email", form.email().strip()).param("phone", form.phone().strip()).param("language", form.language())
                .update();
        apart.keep(sent.id(), new Apart.Told(form.sex(), form.age()));
        for (var i = 0; i < asked.size(); i++) {
            db.sql("INSERT INTO recruitment.answer (application, no, words) VALUES (:id, :no, :words)").param("id", sent.id()).param("no", asked.get(i).no())
                    .param("words", form.answers().get(i).strip()).update();
        }
        events.publishEvent(new Moved(sent.id(), null, sent.secret()));
        return Answer.done(sent);
    }

    /** A PDF, or a picture of a sheet of paper as a phone takes it; by how it begins and not by its name. */
    private static boolean readable(byte[] bytes) {
        var start = new String(bytes, 0, Math.min(bytes.length, 8), StandardCharsets.ISO_8859_1);
        return start.startsWith("%PDF-") || start.startsWith("\u00ff\u00d8\u00ff") || start.startsWith("\u0089PNG\r\n\u001a\n");
    }

    private static String activity(String typed) {
        return typed.matches("[A-Z0-9-]{1,20}") ? typed : "";
    }

    /** Whose private link this is. */
    Optional<UUID> of(String secret) {
        return db.sql("SELECT id FROM recruitment.application WHERE token_hash = :hash").param("hash", Secret.hash(secret)).query(UUID.class).optional();
    }

    /**
     * Somebody of the house says that an application is theirs, by its private link.
     *
     * <p>Refusals: {@code recruitment.link-dead} there is no such application; {@code recruitment.own-taken} somebody else has said so.
     */
    @Transactional
    public Answer<UUID> isMine(String secret, Me me) {
        var found = of(secret);
        if (found.isEmpty()) {
            return Answer.refused("", "recruitment.link-dead");
        }
        db.sql("INSERT INTO recruitment.shown_own (application, account, at) VALUES (:id, :me, :at) ON CONFLICT DO NOTHING").param("id", found.get()).param("me", me.account())
                .param("at", now()).update();
        var owner = db.sql("SELECT account FROM recruitment.shown_own WHERE application = :id").param("id", found.get()).query(UUID.class).single();
        return owner.equals(me.account()) ? Answer.done(found.get()) : Answer.refused("", "recruitment.own-taken");
    }

    Contact contact(UUID application) {
        return db.sql("SELECT name, email, phone, language FROM recruitment.contact WHERE application = :id").param("id", application).query(Contact.class).single();
    }

    OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
