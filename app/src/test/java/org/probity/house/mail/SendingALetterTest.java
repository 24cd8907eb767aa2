package org.probity.house.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.Accounts;
import org.probity.house.settings.Settings;
import org.probity.house.start.WholeHouse;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Lang;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@WholeHouse(own = true, properties = {"probity.url=https://probity.helia.example", "probity.company=Helia Solar"})
class SendingALetterTest {
    @Autowired Outbox outbox;
    @Autowired MailServer server;
    @Autowired Settings settings;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient db;

    final GreenMail post = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @AfterEach
    void close() {
        post.stop();
    }

    void name(int port) {
        server.name(new MailServer.Form("127.0.0.1", "" + port, "PLAIN", "probity@helia.example", "probity", "s3cret of the mail"), Accounts.HOUSE);
    }

    void write(String to) {
        transaction.executeWithoutResult(status ->
                outbox.write(new Letter(to, Lang.ZH, "signin.letter.invitation", List.of("林", "Helia Solar"), "/app/invitation?link=abc")));
    }

    static void eventually(BooleanSupplier holds) throws InterruptedException {
        var until = Instant.now().plus(Duration.ofSeconds(60));
        while (!holds.getAsBoolean() && Instant.now().isBefore(until)) {
            Thread.sleep(50);
        }
        assertThat(holds.getAsBoolean()).isTrue();
    }

    @Test
    void aFormWithoutFieldsIsRefusedAndNoFault() {
        assertThat(key(new MailServer.Form(null, null, null, null, null, null))).isEqualTo("mail.host-wrong");
    }

    /** Whoever may name the server must not learn the password that somebody else typed, by naming a server of their own. */
    @Test
    void theKeptPasswordGoesToNoOtherServer() {
        name(2525);
        assertThat(key(new MailServer.Form("mail.other.example", "587", "STARTTLS", "probity@helia.example", "probity", ""))).isEqualTo("mail.password-again");
        assertThat(key(new MailServer.Form("127.0.0.1", "2525", "PLAIN", "probity@helia.example", "somebody", ""))).isEqualTo("mail.password-again");
        assertThat(key(new MailServer.Form("127.0.0.1", "2526", "PLAIN", "letters@helia.example", "probity", ""))).isEqualTo("done");
        assertThat(key(new MailServer.Form("mail.other.example", "587", "STARTTLS", "probity@helia.example", "probity", "another"))).isEqualTo("done");
    }

    private String key(MailServer.Form form) {
        return server.name(form, Accounts.HOUSE) instanceof Answer.Refused<String>(var reasons) ? reasons.getFirst().key() : "done";
    }

    @Test
    void itArrivesInTheReadersLanguageAndItsTextIsErasedHere() throws Exception {
        post.setUser("probity@helia.example", "probity", "s3cret of the mail");
        post.start();
        name(post.getSmtp().getPort());
        write("lin@tin.example");
        eventually(() -> post.getReceivedMessages().length == 1);
        var letter = post.getReceivedMessages()[0];
        assertThat(letter.getSubject()).isEqualTo("Helia Solar邀请您");
        assertThat((String) letter.getContent()).contains("林，您好", "https://probity.helia.example/app/invitation?link=abc");
        assertThat(letter.getHeader("Content-Language")[0]).isEqualTo("zh-CN");
        eventually(() -> db.sql("SELECT count(*) FROM mail.letter WHERE recipient = 'lin@tin.example' AND sent_at IS NOT NULL AND body IS NULL")
                .query(Integer.class).single() == 1);
    }

    @Test
    void whatDidNotHappenIsNotWrittenAbout() {
        transaction.executeWithoutResult(status -> {
            outbox.write(new Letter("nobody@tin.example", Lang.EN, "signin.letter.staff", List.of("Lin", "Helia Solar"), ""));
            status.setRollbackOnly();
        });
        assertThat(db.sql("SELECT count(*) FROM mail.letter WHERE recipient = 'nobody@tin.example'").query(Integer.class).single()).isZero();
        assertThat(db.sql("SELECT count(*) FROM time.scheduled_task WHERE task_name = 'mail.letter' AND NOT EXISTS "
                + "(SELECT FROM mail.letter WHERE id::text = task_instance)").query(Integer.class).single()).isZero();
    }

    @Test
    void aServerThatIsAwayIsTriedAgainAndTheReasonIsKept() throws Exception {
        name(9);
        write("patient@tin.example");
        eventually(() -> db.sql("SELECT count(*) FROM mail.letter WHERE recipient = 'patient@tin.example' AND tries = 1 AND last_error <> ''")
                .query(Integer.class).single() == 1);
        eventually(() -> db.sql("SELECT count(*) FROM time.scheduled_task JOIN mail.letter ON id::text = task_instance "
                + "WHERE recipient = 'patient@tin.example' AND execution_time > now() + interval '10 seconds' AND body IS NOT NULL")
                .query(Integer.class).single() == 1);
    }

    @Test
    void thePasswordOfTheServerLiesInTheDatabaseEncryptedOnly() {
        name(2525);
        assertThat(settings.value("mail.password")).contains("s3cret of the mail");
        assertThat(server.form().password()).isEmpty();
        assertThat(db.sql("SELECT count(*) FROM settings.setting WHERE value LIKE '%s3cret%'").query(Integer.class).single()).isZero();
        assertThat(db.sql("SELECT count(*) FROM access.audit WHERE details::text LIKE '%s3cret%'").query(Integer.class).single()).isZero();
    }

    @Test
    void whatCannotBeAMailServerIsRefused() {
        assertThat(refusal("mail..", "587", "TLS", "x")).isEqualTo("mail.from-wrong");
        assertThat(refusal("smtp helia", "587", "TLS", "a@b")).isEqualTo("mail.host-wrong");
        assertThat(refusal("smtp.helia.example", "70000", "TLS", "a@b")).isEqualTo("mail.port-wrong");
        assertThat(refusal("smtp.helia.example", "587", "SSLv3", "a@b")).isEqualTo("mail.protection-wrong");
        assertThat(refusal("smtp.helia.example", "25", "PLAIN", "a@b")).isEqualTo("mail.plain-only-here");
    }

    String refusal(String host, String port, String protection, String from) {
        var answer = server.name(new MailServer.Form(host, port, protection, from, "", ""), UUID.randomUUID());
        return ((Answer.Refused<String>) answer).reasons().getFirst().key();
    }
}
