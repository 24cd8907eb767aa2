package org.probity.people.succession;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Lang;

/**
 * A post, whether it is key, and how many stand behind it.
 *
 * @param leads whoever heads the unit holds it
 * @param met criteria met by its newest judgement
 * @param least how many it took on the day of that judgement; 0: nobody judged it yet
 * @param asks how many things it asks of whoever shall hold it
 * @param candidates who said yes and work here
 * @param ready of them those who lack nothing
 * @param soon of them those who lack what the rules give no more months than "soon" has
 */
public record Position(
        UUID id, String number, UUID unit, String unitEn, String unitZh, String roleEn, String roleZh, boolean leads, @Nullable UUID holder, String holderEn, String holderZh, int met, int least,
        int asks, int candidates, int ready, int soon, int readyLeast) {
    /** What a post is, as typed. @param unit its code */
    public record Plan(String unit, String roleEn, String roleZh, boolean leads) {}

    /** One judgement, with the reason of each criterion that was found met. */
    public record Judgement(UUID id, int no, LocalDate day, int least, UUID by, Instant at, Map<Criterion, String> met) {
        boolean key() {
            return met.size() >= least;
        }
    }

    /** How it stands. */
    public enum State { NOT_KEY, ASKS_NOTHING, OPEN, COVERED }

    public String role(Lang lang) {
        return lang == Lang.ZH ? roleZh : roleEn;
    }

    public String unit(Lang lang) {
        return lang == Lang.ZH && !unitZh.isEmpty() || unitEn.isEmpty() ? unitZh : unitEn;
    }

    public String holder(Lang lang) {
        return lang == Lang.ZH && !holderZh.isEmpty() || holderEn.isEmpty() ? holderZh : holderEn;
    }

    public boolean key() {
        return least > 0 && met >= least;
    }

    public State state() {
        return !key() ? State.NOT_KEY : asks == 0 ? State.ASKS_NOTHING : ready >= readyLeast ? State.COVERED : State.OPEN;
    }

    static List<Criterion> criteria() {
        return List.of(Criterion.values());
    }
}
