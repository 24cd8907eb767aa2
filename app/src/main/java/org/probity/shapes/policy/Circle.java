package org.probity.shapes.policy;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.Option;

/** A circle of those whom a rule can bind, such as everybody in a role. The room that knows them makes a bean. */
public interface Circle {
    /** Whom to write to about what a party owes, and where they read it. */
    record Reader(String email, Lang lang, String path) {}

    record Name(String en, String zh) {
        public String in(Lang lang) {
            return Policy.in(lang, en.isEmpty() ? zh : en, zh.isEmpty() ? en : zh);
        }
    }

    /** What it is called in data, for good. */
    String key();

    /** Message key of what it is called on screens. */
    String title();

    /** What of it can be chosen. */
    List<Option> choices(Screen s);

    /** Those who belong to it on a day; each owes for themselves. */
    Collection<UUID> members(String value, LocalDate day);

    /** As which of its parties this person acknowledges. */
    Optional<UUID> partyOf(Me me);

    /** Those of these parties that it knows. */
    Map<UUID, Name> names(Collection<UUID> parties);

    List<Reader> readers(UUID party);

    /** Whether its parties are written to as soon as they are asked; whoever works here sees it on the desk. */
    boolean writtenToWhenAsked();
}
