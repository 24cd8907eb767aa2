package org.probity.supply.esg;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.probity.house.access.Me;
import org.probity.house.access.Role;

/** What a supplier assesses of itself: each is a form, and an obligation of its own, reviewed by its departments. */
public enum Topic {
    PROCESS("process", Role.PROCESS, Role.QUALITY),
    SOCIAL("social", Role.SOURCING_OFFICER, Role.LEGAL),
    EHS("ehs", Role.EHS),
    ENVIRONMENT("environment", Role.EHS),
    FORM("form", Role.SOURCING_OFFICER);

    /** In addresses, and of its form. */
    public final String code;
    final Set<Role> reviewers;

    Topic(String code, Role... reviewers) {
        this.code = code;
        this.reviewers = Set.of(reviewers);
    }

    /** The kind of what is owed; also the message key of its name. */
    public String obligation() {
        return "esg." + code;
    }

    static Topic of(String obligation) {
        return Arrays.stream(values()).filter(it -> it.obligation().equals(obligation)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no self-assessment: " + obligation));
    }

    static Optional<Topic> coded(String code) {
        return Arrays.stream(values()).filter(it -> it.code.equals(code)).findFirst();
    }

    static List<String> obligations() {
        return Arrays.stream(values()).map(Topic::obligation).toList();
    }

    /** By role alone; departments are asked besides. */
    boolean reviewedBy(Me me) {
        return reviewers.stream().anyMatch(me::is);
    }
}
