package org.probity.house.mail;

import org.probity.house.access.For;
import org.probity.house.access.Open;
import org.probity.house.access.Role;
import org.probity.house.ui.Pages;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The letters that left, or in a demo would have. */
class MailsWeb {
    private static final int MOST = 60;

    private MailsWeb() {}

    /** Open to whoever is at this machine: in a demo they play everybody who gets mail. */
    @Controller
    @Open
    @ConditionalOnBooleanProperty("probity.demo")
    static class OfADemo {
        private final Outbox outbox;
        private final Pages pages;
        private final String url;

        OfADemo(Outbox outbox, Pages pages, @Value("${probity.url:}") String url) {
            this.outbox = outbox;
            this.pages = pages;
            this.url = url;
        }

        @GetMapping("/app/mails")
        Object letters() {
            return pages.view(new MailsPage(outbox.newest(MOST).stream().map(letter -> MailsPage.Line.of(letter, url)).toList(), true));
        }
    }

    /** For administrators: whether letters leave. Never their text. */
    @Controller
    @For(Role.ADMINISTRATOR)
    @ConditionalOnBooleanProperty(name = "probity.demo", havingValue = false, matchIfMissing = true)
    static class OfAHouse {
        private final Outbox outbox;
        private final Pages pages;

        OfAHouse(Outbox outbox, Pages pages) {
            this.outbox = outbox;
            this.pages = pages;
        }

        @GetMapping("/app/mails")
        Object letters() {
            return pages.view(new MailsPage(outbox.newest(MOST).stream().map(letter -> new MailsPage.Line(letter, "", "")).toList(), false));
        }
    }
}
