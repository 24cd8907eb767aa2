package org.probity.house.mail;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Forgetting;
import org.probity.house.access.RealTime;
import org.probity.house.settings.Company;
import org.probity.house.time.TimeMachine;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Messages;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where letters wait until they have left. */
@Service
public class Outbox {
    static final TaskDescriptor<Void> SENDING = TaskDescriptor.of("mail.letter");

    /** A letter as it stands in the outbox. */
    public record Written(
            UUID id,
            String recipient,
            Lang lang,
            String subject,
            @Nullable String body,
            Instant writtenAt,
            @Nullable Instant sentAt,
            int tries,
            String lastError,
            @Nullable Instant givenUpAt) {}

    private final JdbcClient db;
    private final Messages messages;
    private final ObjectProvider<SchedulerClient> jobs;
    private final RealTime time;
    private final String url;
    private final Company company;

    Outbox(
            JdbcClient db,
            Messages messages,
            ObjectProvider<SchedulerClient> jobs,
            RealTime time,
            @Value("${probity.url:}") String url,
            Company company) {
        this.db = db;
        this.messages = messages;
        this.jobs = jobs;
        this.time = time;
        this.url = url;
        this.company = company;
    }

    /** Letters to somebody who is erased go, envelope and all. */
    @EventListener
    void forget(Forgetting.Forgotten somebody) {
        forget(somebody.email());
    }

    /** The same for whoever never had an account, such as an applicant who withdraws; within the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(String email) {
        db.sql("DELETE FROM mail.letter WHERE lower(recipient) = lower(:email)").param("email", email).update();
    }

    /**
     * Puts a letter in the outbox, within the caller's transaction: what did not happen is not written about. Nor is a demo's past, which
     * happened to nobody.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(Letter letter) {
        if (TimeMachine.telling()) {
            return;
        }
        var args = letter.args().toArray();
        var subject = messages.letter(letter.lang(), letter.key() + ".subject", args).replaceAll("\\R", " ");
        var body = messages.letter(letter.lang(), letter.key() + ".text", args)
                + (letter.path().isEmpty() ? "" : "\n\n" + url + letter.path())
                + "\n\n-- \n" + messages.letter(letter.lang(), "mail.foot", company.signs(letter.lang())) + "\n";
        var id = db.sql("""
                INSERT INTO mail.letter (id, recipient, language, subject, body, written_at)
                VALUES (:id, :to, :language, :subject, :body, :now)
                RETURNING id
                """)
                .param("id", UUID.randomUUID()).param("to", letter.to()).param("language", letter.lang().code())
                .param("subject", subject).param("body", body).param("now", now())
                .query(UUID.class).single();
        jobs.getObject().schedule(SENDING.instance(id.toString()).scheduledTo(time.now()));
    }

    Optional<Written> find(UUID id) {
        return db.sql("SELECT * FROM mail.letter WHERE id = :id").param("id", id).query(Outbox::written).optional();
    }

    /** The newest letters, for the demo's page and for an administrator who asks why nothing arrives. */
    List<Written> newest(int most) {
        return db.sql("SELECT * FROM mail.letter ORDER BY written_at DESC, id LIMIT :most")
                .param("most", most)
                .query(Outbox::written).list();
    }

    /** It has left. The text goes, unless this is a demo, where it was not sent and stays to be read. */
    void sent(UUID id, boolean keepText) {
        db.sql("""
                UPDATE mail.letter
                   SET sent_at = :now,
                       tries = tries + 1,
                       last_error = '',
                       body = CASE WHEN :keep THEN body END
                 WHERE id = :id
                """)
                .param("id", id).param("now", now()).param("keep", keepText)
                .update();
    }

    void failed(UUID id, String error, boolean last) {
        db.sql("""
                UPDATE mail.letter
                   SET tries = tries + 1,
                       last_error = :error,
                       given_up_at = CASE WHEN :last THEN CAST(:now AS timestamptz) END,
                       body = CASE WHEN :last THEN NULL ELSE body END
                 WHERE id = :id
                """)
                .param("id", id).param("error", error).param("last", last).param("now", now())
                .update();
    }

    private OffsetDateTime now() {
        return time.now().atOffset(ZoneOffset.UTC);
    }

    private static Written written(ResultSet row, int number) throws SQLException {
        return new Written(
                row.getObject("id", UUID.class),
                row.getString("recipient"),
                Lang.of(row.getString("language")).orElse(Lang.EN),
                row.getString("subject"),
                row.getString("body"),
                row.getObject("written_at", OffsetDateTime.class).toInstant(),
                instant(row, "sent_at"),
                row.getInt("tries"),
                row.getString("last_error"),
                instant(row, "given_up_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
