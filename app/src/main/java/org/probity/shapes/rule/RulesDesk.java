package org.probity.shapes.rule;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.probity.house.access.Accounts;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Typed;
import org.probity.shapes.decision.Decisions.Outcome;
import org.springframework.stereotype.Component;

/** What each room's page of rules does: shows its numbers to whoever looks, and reads what was typed into its form. By one who decides, or by one who proposes and another who agrees. */
@Component
public class RulesDesk {
    private final Rules rules;
    private final RulesByTwo byTwo;
    private final Accounts accounts;
    private final Clock clock;

    RulesDesk(Rules rules, RulesByTwo byTwo, Accounts accounts, Clock clock) {
        this.rules = rules;
        this.byTwo = byTwo;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Numbers that one person decides. @param keys the room's own */
    public RulesView view(List<RuleKey> keys, Me me, Map<String, String> typed, List<Reason> reasons) {
        return view(keys, List.of(), Optional.empty(), me, typed, reasons);
    }

    /** Numbers that two decide. @param agrees roles of whom one may agree */
    public RulesView view(List<RuleKey> keys, Set<Role> agrees, Me me, Map<String, String> typed, List<Reason> reasons) {
        var waiting = byTwo.waiting(room(keys));
        return view(keys, waiting, Optional.of(new RulesView.Two(waiting, me.account(), agrees.stream().anyMatch(me::is))), me, typed, reasons);
    }

    private RulesView view(List<RuleKey> keys, List<RulesByTwo.Proposed> waiting, Optional<RulesView.Two> two, Me me, Map<String, String> typed, List<Reason> reasons) {
        var all = rules.all(room(keys));
        return new RulesView(keys, all, keys.stream().anyMatch(it -> me.is(it.decides())), LocalDate.now(clock), accounts.names(RulesView.people(all, waiting)), typed, reasons, two);
    }

    private static String room(List<RuleKey> keys) {
        return keys.getFirst().room();
    }

    /** One decides. Refusals: {@code rule.day-past} also where no day was typed; those of {@link Rules#decide}. */
    public Answer<LocalDate> decide(List<RuleKey> keys, Map<String, String> typed, Me by) {
        return Typed.day(typed.get("fromDay")).map(from -> rules.decide(keys, typed.getOrDefault("key", ""), value(typed), from, typed.getOrDefault("source", ""), by))
                .orElseGet(() -> Answer.refused("fromDay", "rule.day-past"));
    }

    /** One proposes. Refusals: {@code rule.day-soon} also where no day was typed; those of {@link RulesByTwo#propose}. */
    public Answer<UUID> propose(List<RuleKey> keys, Map<String, String> typed, Me by) {
        return Typed.day(typed.get("fromDay")).map(from -> byTwo.propose(keys, typed.getOrDefault("key", ""), value(typed), from, typed.getOrDefault("source", ""), by))
                .orElseGet(() -> Answer.refused("fromDay", "rule.day-soon"));
    }

    private static int value(Map<String, String> typed) {
        return Typed.number(typed.get("value"), -1);
    }

    /** Another rules. Refusals: {@code decision.outcome-missing}; those of {@link RulesByTwo#rule}. */
    public Answer<?> rule(List<RuleKey> keys, UUID proposal, String ruling, Set<Role> agrees, Me by) {
        return Outcome.of(ruling).<Answer<?>>map(it -> byTwo.rule(keys, proposal, it, agrees, by)).orElseGet(() -> Answer.refused("", "decision.outcome-missing"));
    }
}
