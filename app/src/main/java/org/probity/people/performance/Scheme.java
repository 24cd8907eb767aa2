package org.probity.people.performance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.directory.Engagement;
import org.probity.house.ui.Lang;

/**
 * How one group of employees agrees commitments and is rated.
 *
 * @param code the group; its next version bears the same
 * @param priority of two that fit somebody the lower number counts
 * @param kinds of engagement it is for
 * @param leads whether it is for those who lead a unit
 * @param title of the engagement; empty: any
 * @param joinedDays whoever was engaged for less than so many days at the end of a cycle is not rated in it
 * @param guidelineFrom in a group with fewer people shares mean nothing and are not compared with the guideline
 * @param appealDays working days after the talk
 */
public record Scheme(
        UUID id, String code, int version, String nameEn, String nameZh, LocalDate fromDay, int priority, List<Engagement> kinds, Leads leads, String title,
        int commitmentsMin, int commitmentsMax, int joinedDays, int guidelineFrom, int appealDays, int quorum, String source, List<Rating> ratings) {

    public enum Leads { ANY, YES, NO }

    /** Of the middle of a scheme; what the impact test counts. */
    public enum Side { ABOVE, MIDDLE, BELOW }

    /** One rating. @param place 1 is the best */
    public record Rating(String code, int place, Side side, String nameEn, String nameZh, BigDecimal shareMin, BigDecimal shareMax) {
        public String name(Lang lang) {
            return lang == Lang.ZH ? nameZh : nameEn;
        }
    }

    public String name(Lang lang) {
        return lang == Lang.ZH ? nameZh : nameEn;
    }

    /** Whether another version would change anything but its day and source. */
    boolean saysTheSame(Scheme other) {
        return commitmentsMin == other.commitmentsMin && commitmentsMax == other.commitmentsMax && joinedDays == other.joinedDays && guidelineFrom == other.guidelineFrom
                && appealDays == other.appealDays && quorum == other.quorum && ratings.size() == other.ratings.size()
                && ratings.stream().allMatch(it -> other.rating(it.code()).filter(was -> was.shareMin().compareTo(it.shareMin()) == 0 && was.shareMax().compareTo(it.shareMax()) == 0).isPresent());
    }

    Optional<Rating> rating(String code) {
        return ratings.stream().filter(it -> it.code().equals(code)).findFirst();
    }
}
