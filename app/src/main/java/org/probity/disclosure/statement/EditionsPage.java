package org.probity.disclosure.statement;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.State;
import org.probity.proof.Report;
import org.probity.shapes.decision.Decisions;

/**
 * The editions of a year's report: what is published, what waits for a second person, and the form that prepares another.
 *
 * @param waiting the edition that waits, if there is one
 * @param decisions of the editions
 * @param names of the people who acted
 */
public record EditionsPage(
        int year, List<Integer> years, List<Edition> editions, Map<UUID, Decisions.Decision> decisions, Map<UUID, String> names,
        Optional<Waiting> waiting, boolean mayPrepare, Form form, List<Reason> reasons) implements Page {

    /**
     * @param chapters the words frozen with it
     * @param mine whether the one who looks prepared it
     * @param mayPublish whether their role may rule on it
     */
    public record Waiting(Edition edition, List<Shown> figures, List<Chapter> chapters, boolean mine, boolean mayPublish) {}

    /** @param typed everything, also why a difference may stand */
    public record Form(String cause, String reasonEn, String reasonZh, Map<String, String> typed) {
        static final Form EMPTY = new Form("", "", "", Map.of());
    }

    /** The fields in which a difference is explained; there are none until one was found. */
    public List<String> differences() {
        return Stream.concat(form.typed().keySet().stream(), reasons.stream().map(Reason::field)).filter(it -> it.startsWith("accepted."))
                .distinct().sorted().toList();
    }

    public String label(Screen s, String field) {
        var key = field.substring("accepted.".length(), field.lastIndexOf('.'));
        return s.t("statement.accept." + field.substring(field.lastIndexOf('.') + 1), key);
    }

    public boolean restates() {
        return editions.stream().anyMatch(Edition::published);
    }

    public List<Option> causes(Screen s) {
        return Arrays.stream(Report.Cause.values()).map(cause -> new Option(cause.name(), s.t("statement.cause." + cause.name()))).toList();
    }

    public Table<Edition> table(Screen s) {
        return Table.of(s, editions)
                .caption(s.t("statement.editions", String.valueOf(year)))
                .head("statement.edition", it -> it.published() ? new Link(s.t("statement.edition-no", it.no()), "/report/" + it.year() + "/editions/" + it.no()) : s.t("statement.edition-no", it.no()))
                .state("statement.state", it -> state(s, it))
                .text("statement.prepared", it -> names.getOrDefault(it.preparedBy(), "–") + " · " + s.instant(it.preparedAt()))
                .text("statement.ruled", it -> {
                    var decision = decisions.get(it.id());
                    return decision.ruledBy() == null ? "" : names.getOrDefault(decision.ruledBy(), "–") + " · " + s.instant(decision.ruledAt());
                })
                .why("statement.why", it -> it.reason(s.lang()));
    }

    private State state(Screen s, Edition edition) {
        var outcome = decisions.get(edition.id()).outcome();
        return outcome == null ? State.warn(s.t("statement.state.waits")) : switch (outcome) {
            case APPROVED -> State.good(s.t("statement.state.published"));
            case REJECTED -> State.bad(s.t("statement.state.rejected"));
            case WITHDRAWN -> State.none(s.t("statement.state.withdrawn"));
        };
    }
}
