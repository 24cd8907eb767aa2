package org.probity.supply.clearance;

import java.util.Arrays;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Answer;

/** A question as a person or a program writes it. @param supplier the register's id or number */
record Typed(@Nullable String supplier, @Nullable String category, @Nullable String site, @Nullable String act, @Nullable String reference) {
    static final int REFERENCE_LONGEST = 60;
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** A question that makes sense; whether the register knows of whom it speaks shows when it is asked. */
    record Read(@Nullable UUID supplier, @Nullable String number, @Nullable String category, @Nullable UUID site, Act act, @Nullable String reference) {
        static Read of(Question it) {
            return new Read(it.supplier(), null, it.category(), it.site(), it.act(), null);
        }

        Read about(String word) {
            return new Read(supplier, number, category, site, act, word);
        }
    }

    /**
     * Refusals: {@code clearance.supplier-missing}; {@code clearance.act-unknown}; {@code clearance.site-unknown} not an id;
     * {@code clearance.reference-long}.
     */
    Answer<Read> read() {
        var whom = clean(supplier);
        var what = clean(act);
        var where = clean(site);
        var word = clean(reference);
        if (whom == null) {
            return Answer.refused("supplier", "clearance.supplier-missing");
        }
        var known = Arrays.stream(Act.values()).filter(it -> it.name().equalsIgnoreCase(what)).findFirst();
        if (known.isEmpty()) {
            return Answer.refused("act", "clearance.act-unknown");
        }
        if (where != null && !isId(where)) {
            return Answer.refused("site", "clearance.site-unknown");
        }
        if (word != null && word.length() > REFERENCE_LONGEST) {
            return Answer.refused("reference", "clearance.reference-long", REFERENCE_LONGEST);
        }
        return Answer.done(new Read(isId(whom) ? UUID.fromString(whom) : null, whom, clean(category),
                where == null ? null : UUID.fromString(where), known.get(), word));
    }

    private static @Nullable String clean(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    static boolean isId(String typed) {
        return typed.length() == 36 && ID.matcher(typed).matches();
    }
}
