package org.probity.house.mail;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Page;
import org.probity.house.ui.PageSamples;

class MailPages implements PageSamples {
    private static final Instant THEN = Instant.parse("2026-11-22T10:20:00Z");

    @Override
    public List<Page> pages() {
        var waits = new Outbox.Written(UUID.randomUUID(), "lin@helia.example", Lang.EN, "Sign in", "Open this\n\nhttps://helia.example/app/x", THEN, null, 2, "refused", null);
        var sent = new Outbox.Written(UUID.randomUUID(), "chen@supplier.example", Lang.ZH, "登录", null, THEN, THEN, 1, "", null);
        var failed = new Outbox.Written(UUID.randomUUID(), "nobody@example", Lang.EN, "Lost", "", THEN, null, 9, "550 <unknown>", THEN);
        return List.of(
                new MailsPage(List.of(MailsPage.Line.of(waits, "https://helia.example"), MailsPage.Line.of(sent, "https://helia.example"),
                        MailsPage.Line.of(failed, "https://helia.example")), true),
                new MailsPage(List.of(), false));
    }
}
