package org.probity.house.mail;

import java.util.List;
import org.probity.house.ui.Page;

/**
 * The letters of the house. In a demo with their text, because there they are read here; in a real house only whether they left.
 *
 * @param link where the letter's link leads, as a path of this house
 */
public record MailsPage(List<Line> lines, boolean demo) implements Page {
    public record Line(Outbox.Written letter, String text, String link) {
        /** Before the link, without the foot. */
        static Line of(Outbox.Written letter, String url) {
            var body = letter.body() == null ? "" : letter.body();
            var foot = body.lastIndexOf("\n\n-- \n");
            var text = foot < 0 ? body : body.substring(0, foot);
            var at = text.lastIndexOf("\n\n" + url + "/");
            return at < 0 ? new Line(letter, text, "") : new Line(letter, text.substring(0, at), text.substring(at + 2 + url.length()));
        }
    }
}
