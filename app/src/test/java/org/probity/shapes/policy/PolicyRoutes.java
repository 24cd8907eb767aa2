package org.probity.shapes.policy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.probity.SubjectRoutes;
import org.probity.house.access.Accounts;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.access.Ruling;
import org.probity.house.time.DayHasBegun;
import org.probity.house.ui.Answer;
import org.probity.shapes.decision.Decisions.Outcome;
import org.springframework.context.ApplicationContext;

class PolicyRoutes implements SubjectRoutes {
    private static final String RULE = "walked-code";

    @Override
    public Set<String> keptFromContacts() {
        return Set.of("/app/policies/{code}", "/app/policies/{code}/draft", "/app/policies/{code}/proposal", "/app/policies/{code}/approval",
                "/app/policies/{code}/rejection", "/app/policies/{code}/taking-back", "/app/policies/{code}/end", "/app/policies/{code}/end/approval",
                "/app/policies/{code}/end/rejection", "/app/policies/{code}/bound", "/app/policies/{code}/signatures", "/app/policies/{code}/signatures/{sheet:[0-9a-f-]{36}}", "/app/policies/{code}/bound/{bound}/release", "/app/laws/{code}",
                "/app/laws/{code}/review", "/app/my/rules/{reading}");
    }

    @Override
    public Map<String, Function<UUID, String>> ofASupplier(ApplicationContext house) {
        return Map.of("/app/portal/policy/{reading}", supplier -> "/app/portal/policy/" + asked(house, supplier));
    }

    /** What a supplier is asked to read; one that is not there is asked nothing. */
    private static UUID asked(ApplicationContext house, UUID supplier) {
        var today = LocalDate.now(house.getBean(Clock.class));
        var policies = house.getBean(Policies.class);
        var acknowledgements = house.getBean(Acknowledgements.class);
        if (policies.find(RULE).isEmpty()) {
            publish(house, policies, today);
        }
        acknowledgements.on(new DayHasBegun(today));
        return acknowledgements.mine(new Me(UUID.randomUUID(), "Contact", Set.of(Role.SUPPLIER), Optional.of(supplier))).stream()
                .findFirst().map(Acknowledgements.Reading::id).orElseGet(UUID::randomUUID);
    }

    private static void publish(ApplicationContext house, Policies policies, LocalDate today) {
        var writer = somebody(house, "writer");
        var rule = done(policies.open(new Policies.Opening(RULE, Policy.Kind.CODE_OF_CONDUCT, Policy.Area.SUPPLY, writer.account(), 30, 24), writer));
        done(policies.bind(rule, "supplier", "all", writer));
        done(policies.draft(rule, new Policies.Draft("Code", "准则", "", "", "## one One\n\nText.", "## one 一\n\n正文。", today), writer));
        done(policies.propose(rule, writer));
        done(policies.rule(rule, Outcome.APPROVED, "", somebody(house, "approver")));
    }

    private static Me somebody(ApplicationContext house, String name) {
        return switch (house.getBean(Accounts.class).invite(
                new Accounts.Newcomer(name, UUID.randomUUID() + "@helia.example", Set.of(Role.LEGAL), Optional.empty(), "en"), Accounts.HOUSE)) {
            case Ruling.Granted<UUID>(var id) -> new Me(id, name, Set.of(Role.LEGAL), Optional.empty());
            case Ruling.Denied<UUID> denied -> throw new AssertionError(denied);
        };
    }

    private static <T> T done(Answer<T> answer) {
        return ((Answer.Done<T>) answer).value();
    }
}
