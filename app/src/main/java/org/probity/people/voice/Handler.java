package org.probity.people.voice;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Lang;

/**
 * A key of a handler.
 *
 * @param replaces a key of the same person and mailbox that goes when this one comes
 * @param entered the change of the list that took it in; none: it waits for a second person
 * @param retired the change that took it out
 */
public record Handler(UUID id, UUID account, Channel channel, String name, String functionEn, String functionZh, String recipient, String wrapped, LocalDate offeredOn, @Nullable UUID replaces, @Nullable Integer entered, @Nullable Integer retired) {
    public boolean inForce() {
        return entered != null && retired == null;
    }

    public String function(Lang lang) {
        return lang == Lang.ZH ? functionZh : functionEn;
    }

    /** What two people compare aloud: the end of the key. */
    public String fingerprint() {
        return recipient.substring(recipient.length() - 12);
    }
}
