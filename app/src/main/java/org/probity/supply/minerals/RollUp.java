package org.probity.supply.minerals;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.probity.formats.cmrt.Edition;
import org.probity.formats.cmrt.Metal;
import org.probity.formats.cmrt.Question;

/**
 * What the company itself can say about its minerals, from what its suppliers said and two departments accepted. Each answer follows a rule
 * that is told beside it; what no rule answers is left to a person.
 *
 * @param asked suppliers that owe an answer for the year
 * @param answered those whose answer was accepted
 * @param metals those that what we buy holds, or that an accepted answer names
 * @param said what stands in a cell of the accepted answers, in small letters, and how often; empty cells are not counted
 * @param unidentified rows of accepted answers that name no smelter of the reference list, by metal
 * @param smelters those that accepted answers name
 */
public record RollUp(
        long asked, long answered, Set<Metal> metals, Map<String, Map<String, Long>> said, Map<Metal, Long> unidentified, List<Source> smelters) {

    /** A smelter and how many suppliers named it. */
    public record Source(Metal metal, String smelter, String name, String country, long suppliers) {}

    static final List<Question> ASKED = List.copyOf(Edition.SIXTH.questions().keySet());

    static String address(Question question, Metal metal) {
        return "D" + (Edition.SIXTH.questions().get(question) + metal.ordinal());
    }

    /** The answers about a metal, as the form words them; an empty one is not asked for. */
    Map<Question, String> answers(Metal metal) {
        var answers = new EnumMap<Question, String>(Question.class);
        ASKED.forEach(question -> answers.put(question, answer(question, metal)));
        return answers;
    }

    private String answer(Question question, Metal metal) {
        if (!metals.contains(metal)) {
            return question == Question.ADDED ? "No" : "";
        }
        return switch (question) {
            case ADDED, REMAINS, SMELTERS_REPORTED -> "Yes";
            case COVERED_COUNTRIES, CONFLICT_AREAS -> anybody(question, metal, "yes") ? "Yes" : all() && everybody(question, metal, "no") ? "No" : "Unknown";
            case RECYCLED -> everybody(question, metal, "yes") ? "Yes" : anybody(question, metal, "no") ? "No" : "Unknown";
            case RESPONSES -> share();
            case SMELTERS_IDENTIFIED -> all() && everybody(question, metal, "yes") && unidentified.getOrDefault(metal, 0L) == 0 ? "Yes" : "No";
            case SMELTERS_VALIDATED -> "";
        };
    }

    private boolean all() {
        return asked > 0 && answered == asked;
    }

    private boolean anybody(Question question, Metal metal, String reply) {
        return answersTo(question, metal).keySet().stream().anyMatch(it -> it.startsWith(reply));
    }

    /** Nobody having answered is not everybody agreeing. */
    private boolean everybody(Question question, Metal metal, String reply) {
        var answers = answersTo(question, metal).keySet();
        return !answers.isEmpty() && answers.stream().allMatch(it -> it.startsWith(reply));
    }

    private Map<String, Long> answersTo(Question question, Metal metal) {
        return said.getOrDefault(address(question, metal), Map.of());
    }

    /** The shares the form offers, each reached only when it is exceeded. */
    private String share() {
        if (answered == 0) {
            return "None";
        }
        if (all()) {
            return "100%";
        }
        return answered * 10 > asked * 9 ? "Greater than 90%" : answered * 4 > asked * 3 ? "Greater than 75%"
                : answered * 2 > asked ? "Greater than 50%" : "50% or less";
    }
}
