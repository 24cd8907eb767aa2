package org.probity.house.signin;

import java.util.UUID;
import org.probity.house.access.Forgetting;
import org.probity.house.settings.Settings;
import org.probity.house.time.DayHasBegun;
import org.probity.house.ui.Answer;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** How long it is remembered who came when and from where; what is older goes as a day begins. */
@Component
class Retention {
    static final String SETTING = "access.retention-days";
    static final int USUAL_DAYS = 180;
    private static final int LEAST_DAYS = 7;
    private static final int MOST_DAYS = 1_095;

    private final Settings settings;
    private final Forgetting forgetting;

    Retention(Settings settings, Forgetting forgetting) {
        this.settings = settings;
        this.forgetting = forgetting;
    }

    int days() {
        return settings.value(SETTING).map(Integer::valueOf).orElse(USUAL_DAYS);
    }

    /** Refusals: {@code signin.retention-wrong} not a number of days from 7 to 1,095. */
    Answer<Integer> keep(String typed, UUID by) {
        if (!typed.matches("[0-9]{1,4}") || Integer.parseInt(typed) < LEAST_DAYS || Integer.parseInt(typed) > MOST_DAYS) {
            return Answer.refused("days", "signin.retention-wrong");
        }
        settings.set(SETTING, typed, by);
        return Answer.done(Integer.valueOf(typed));
    }

    @EventListener
    void aDayBegins(DayHasBegun begun) {
        forgetting.old(days());
    }
}
