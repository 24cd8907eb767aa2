package org.probity.house.privacy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.probity.house.access.Account;
import org.probity.house.access.AuditTrail;
import org.probity.house.access.Passkeys;
import org.probity.house.access.Role;
import org.probity.house.access.Tokens;
import org.probity.house.access.Visits;
import org.springframework.stereotype.Component;

/** The account, its ways to sign in, its open visits, and what the trail says of it. */
@Component
class AccessData implements PersonalData {
    private static final int NOTES = 10_000;

    private final Visits visits;
    private final Passkeys passkeys;
    private final Tokens tokens;
    private final AuditTrail trail;

    AccessData(Visits visits, Passkeys passkeys, Tokens tokens, AuditTrail trail) {
        this.visits = visits;
        this.passkeys = passkeys;
        this.tokens = tokens;
        this.trail = trail;
    }

    @Override
    public String messages() {
        return "privacy.data.";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public List<Part> about(Account person) {
        var account = new LinkedHashMap<String, Object>();
        account.put("name", person.name());
        account.put("email", person.email());
        account.put("roles", person.roles().stream().sorted().map(Role::name).map(role -> new Code("signin.role.", role)).toList());
        account.put("language", new Code("privacy.data.language.", person.language()));
        account.put("invited", person.invitedAt());
        account.put("signs-in", new Code("privacy.data.signs-in.", person.settled() ? "own" : "link"));
        var keys = passkeys.of(person.id()).stream()
                .map(key -> fields("label", key.label(), "added", key.addedAt(), "used", key.usedAt())).toList();
        var stays = visits.open(person.id()).stream()
                .map(stay -> fields("began", stay.beganAt(), "way", new Code("signin.way.", stay.way().name()), "address", stay.address(), "browser", stay.browser())).toList();
        var notes = trail.notes(new AuditTrail.Filter(person.id(), null, null, null, null), NOTES).stream()
                .map(note -> fields("at", note.at(), "act", new Code("signin.audit.", note.kind()),
                        "by-me", new Code("privacy.data.by-me.", person.id().equals(note.by()) ? "yes" : "no"), "details", note.said().stream().map(AccessData::named).toList())).toList();
        var parts = new ArrayList<Part>();
        parts.add(new Part("account", List.of(account)));
        parts.add(new Part("passkeys", keys));
        parts.add(new Part("tokens", tokens.of(person.id()).stream()
                .map(token -> fields("label", token.label(), "may", new Code("signin.token.may.", token.may().name()), "added", token.madeAt(), "ends", token.endsAt(),
                        "used", token.lastUsedAt() == null ? "" : token.lastUsedAt())).toList()));
        parts.add(new Part("visits", stays));
        parts.add(new Part("trail", notes));
        return parts;
    }

    private static Named named(AuditTrail.Detail detail) {
        return new Named(new Code("signin.trail.detail.", detail.name()), detail.values().stream().map(value -> new Code(detail.messages(), value)).toList());
    }

    private static Map<String, Object> fields(Object... fieldsAndValues) {
        var fields = new LinkedHashMap<String, Object>();
        for (var i = 0; i < fieldsAndValues.length; i += 2) {
            fields.put((String) fieldsAndValues[i], fieldsAndValues[i + 1]);
        }
        return fields;
    }
}
