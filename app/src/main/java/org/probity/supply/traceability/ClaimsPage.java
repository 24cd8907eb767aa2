package org.probity.supply.traceability;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.State;
import org.probity.supply.traceability.Claimed.Account;
import org.probity.supply.traceability.Claimed.Line;
import org.probity.supply.traceability.Claimed.Proposed;
import org.probity.trace.Claims.Model;

/**
 * What is claimed of items by ISO 22095, what waits for a second person, and what has become untrue.
 *
 * @param broken items whose claim does not hold any more, after an event was corrected
 * @param decides whether whoever looks may certify, enter, propose and agree
 */
public record ClaimsPage(
        List<Line> claims, List<Proposed> proposed, Set<Integer> broken, List<Account> accounts, UUID me, Map<UUID, String> names, boolean decides, Map<String, String> typed, List<Reason> reasons) implements Page {
    /** What waits. @param mine whoever looks proposed it */
    public record Waiting(String proposal, String what, String by, boolean mine) {}

    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    public boolean isEmpty() {
        return claims.isEmpty();
    }

    public List<Waiting> waiting(Screen s) {
        return proposed.stream().map(it -> new Waiting(it.proposal().toString(), s.t("traceability.claim-of", shortName(it.uri()), s.t("traceability.model." + it.model()), ItemPage.percent(it.share(), s)),
                names.getOrDefault(it.proposedBy(), "–"), it.proposedBy().equals(me))).toList();
    }

    public List<Option> models(Screen s) {
        return Arrays.stream(Model.values()).map(it -> new Option(it.name(), s.t("traceability.model." + it))).toList();
    }

    public List<Option> balances(Screen s) {
        return Stream.of(Model.ROLLING_AVERAGE, Model.CREDIT).map(it -> new Option(it.name(), s.t("traceability.model." + it))).toList();
    }

    public List<Option> accounts(Screen s) {
        return accounts.stream().map(it -> new Option(it.id().toString(), it.name() + " · " + s.t("traceability.model." + it.model()))).toList();
    }

    public Table<Line> table(Screen s) {
        return Table.of(s, claims)
                .caption(s.t("traceability.claims"))
                .head("traceability.item", it -> new Link(shortName(it.uri()), "/app/traceability/items/" + it.item()))
                .text("traceability.claim-model", it -> s.t("traceability.model." + it.model()) + (it.account() == null ? "" : " · " + it.account()))
                .number("traceability.share", it -> ItemPage.percent(it.share(), s))
                .number("traceability.mass", it -> ItemPage.mass(it.mass(), Reading.SILICON, s))
                .text("traceability.claim-since", it -> s.time(it.saidAt().toInstant()))
                .state("traceability.claim-state", it -> broken.contains(it.item()) ? State.bad(s.t("traceability.claim-broken")) : State.good(s.t("traceability.claim-holds")));
    }

    private static String shortName(String uri) {
        return Spelling.last(uri);
    }
}
