package org.probity.house.mail;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Page;
import org.probity.house.ui.PageSamples;

class MailPages implements PageSamples {
    static final Instant NOON = Instant.parse("2026-06-01T04:00:00Z");

    static Outbox.Written letter(Instant sent, int tries, String error, Instant givenUp) {
        return new Outbox.Written(new UUID(1, tries), "ann@tin.example", Lang.EN, "Your link to sign in",
                "Hello Ann,\n\nhere it is.\n\nhttp://localhost:8080/app/sign-in/link?link=x\n\n-- \nfoot\n", NOON, sent, tries, error, givenUp);
    }

    @Override
    public List<Page> pages() {
        var lines = List.of(letter(NOON, 1, "", null), letter(null, 0, "", null), letter(null, 2, "connection refused", null),
                letter(null, 11, "mailbox unknown", NOON)).stream().map(letter -> MailsPage.Line.of(letter, "http://localhost:8080")).toList();
        return List.of(new MailsPage(lines, true), new MailsPage(lines, false), new MailsPage(List.of(), true));
    }
}
