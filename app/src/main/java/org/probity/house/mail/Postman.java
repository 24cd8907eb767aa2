package org.probity.house.mail;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.probity.house.access.RealTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Carries each letter to the mail server: at once, then after 20 s, 40 s and so on, for about six hours, and gives up with the reason. */
@Configuration
class Postman {
    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
    private static final int TRIES = 11;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(20);

    @Bean
    Task<Void> sendingLetters(Outbox outbox, MailServer server, RealTime time, @Value("${probity.demo:false}") boolean demo) {
        return Tasks.custom(Outbox.SENDING).execute((task, context) -> {
            var letter = outbox.find(UUID.fromString(task.getId())).filter(found -> found.sentAt() == null && found.body() != null);
            if (letter.isEmpty() || carry(letter.get(), outbox, server, demo) || letter.get().tries() + 1 >= TRIES) {
                return new CompletionHandler.OnCompleteRemove<>();
            }
            var again = time.now().plus(FIRST_WAIT.multipliedBy(1L << letter.get().tries()));
            return (complete, operations) -> operations.reschedule(complete, again);
        });
    }

    /** Whether it has left. */
    private static boolean carry(Outbox.Written letter, Outbox outbox, MailServer server, boolean demo) {
        if (demo) {
            outbox.sent(letter.id(), true);
            return true;
        }
        try {
            send(letter, server.now());
            outbox.sent(letter.id(), false);
            return true;
        } catch (MailException | MessagingException | IllegalStateException e) {
            // The reason goes to the administrator's page; the letter itself, with its link, to no log file.
            outbox.failed(letter.id(), reason(e), letter.tries() + 1 >= TRIES);
            LOG.info("letter {} could not be sent: {}", letter.id(), reason(e));
            return false;
        }
    }

    private static void send(Outbox.Written letter, MailServer.Settled server) throws MessagingException {
        var sender = new JavaMailSenderImpl();
        sender.setHost(server.host());
        sender.setPort(server.port());
        if (!server.user().isEmpty()) {
            sender.setUsername(server.user());
            sender.setPassword(server.password());
        }
        sender.getJavaMailProperties().putAll(server.properties());
        var message = sender.createMimeMessage();
        var helper = new MimeMessageHelper(message, false, StandardCharsets.UTF_8.name());
        helper.setFrom(server.from());
        helper.setTo(new InternetAddress(letter.recipient(), true));
        helper.setSubject(letter.subject());
        helper.setText(Objects.requireNonNull(letter.body()), false);
        message.setHeader("Content-Language", letter.lang().tag());
        message.setHeader("Auto-Submitted", "auto-generated");
        sender.send(message);
    }

    private static String reason(Exception e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        var words = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage().strip();
        return words.length() > 300 ? words.substring(0, 300) : words;
    }
}
