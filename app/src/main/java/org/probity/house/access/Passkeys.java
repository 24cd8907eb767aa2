package org.probity.house.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Signing in by passkey (WebAuthn level 3). The device keeps the secret, checks the person by finger, face or code, and signs for this
 * address only; a false page gets a signature that is good nowhere.
 */
@Service
public class Passkeys {
    /** A passkey as its owner sees it. */
    public record Key(String id, String label, Instant addedAt, Instant usedAt) {}

    private static final String MAKING = "passkey-making";
    private static final String USING = "passkey-using";

    private final PasskeyStore store;
    private final Throttle throttle;
    private final AuditTrail trail;
    private final String url;
    private final JsonMapper json = JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    Passkeys(
            PasskeyStore store,
            Throttle throttle,
            AuditTrail trail,
            @Value("${probity.url:}") String url) {
        this.store = store;
        this.throttle = throttle;
        this.trail = trail;
        this.url = url;
    }

    /**
     * What the browser needs to make a passkey for the person of this visit, as JSON.
     *
     * @param company as the browser's dialog names the house, and the device's list of passkeys for ever after
     */
    public String creationOptions(Visit visit, String company, HttpServletRequest request) {
        var options = here(request, company.isBlank() ? "Probity" : company).createPublicKeyCredentialCreationOptions(new ImmutablePublicKeyCredentialCreationOptionsRequest(visit));
        request.getSession().setAttribute(MAKING, options);
        return json.writeValueAsString(options);
    }

    /**
     * Keeps a passkey the browser has just made.
     *
     * <p>Denied: {@code passkey-label-missing}; {@code passkey-dead} (no attempt was begun in this session); {@code passkey-failed}.
     */
    @Transactional
    public Ruling<UUID> add(Visit visit, String credential, String label, HttpServletRequest request) {
        if (label.isBlank()) {
            return Ruling.denied("label", "signin.passkey.label-missing");
        }
        var options = (PublicKeyCredentialCreationOptions) taken(MAKING, request);
        if (options == null) {
            return Ruling.denied("", "signin.passkey-dead");
        }
        try {
            var made = json.readValue(credential, new TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>>() {});
            here(request).registerCredential(new ImmutableRelyingPartyRegistrationRequest(options, new RelyingPartyPublicKey(made, label.strip())));
        } catch (JacksonException | IllegalArgumentException | com.webauthn4j.util.exception.WebAuthnException wrong) {
            return Ruling.denied("", "signin.passkey-failed");
        }
        trail.note("passkey.added", visit.me().account(), visit.me().account(), Map.of("label", label.strip()));
        return Ruling.granted(visit.me().account());
    }

    /** What the browser needs to use a passkey, as JSON. It names no account: the device knows which it has. */
    public String requestOptions(HttpServletRequest request) {
        var options = here(request).createCredentialRequestOptions(new ImmutablePublicKeyCredentialRequestOptionsRequest(null));
        request.getSession().setAttribute(USING, options);
        return json.writeValueAsString(options);
    }

    /**
     * Whose account this passkey opens. Denied: {@code slow-down}; {@code passkey-dead}; {@code passkey-failed} (not one of ours, its
     * owner is kept out, or the signature is wrong).
     */
    @Transactional
    public Ruling<UUID> open(String credential, HttpServletRequest request) {
        var address = request.getRemoteAddr();
        var wait = throttle.guess(Throttle.Of.ADDRESS, address);
        if (wait.isPresent()) {
            return Ruling.denied("", "signin.slow-down", wait.get().toSeconds() + 1);
        }
        var options = (PublicKeyCredentialRequestOptions) taken(USING, request);
        if (options == null) {
            return Ruling.denied("", "signin.passkey-dead");
        }
        try {
            var used = json.readValue(credential, new TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>>() {});
            var person = here(request).authenticate(new RelyingPartyAuthenticationRequest(options, used));
            if (person != null) {
                var account = PasskeyStore.account(person.getId());
                throttle.forgive(account.toString(), address);
                return Ruling.granted(account);
            }
        } catch (JacksonException | IllegalArgumentException | com.webauthn4j.util.exception.WebAuthnException wrong) {
            trail.note("visit.refused", null, null, Map.of("way", "PASSKEY"));
        }
        return Ruling.denied("", "signin.passkey-failed");
    }

    public List<Key> of(UUID account) {
        return store.findByUserId(PasskeyStore.bytes(account)).stream()
                .map(key -> new Key(key.getCredentialId().toBase64UrlString(), key.getLabel(), key.getCreated(), key.getLastUsed()))
                .toList();
    }

    /** False: not a passkey of theirs. */
    @Transactional
    public boolean remove(String id, UUID account) {
        var own = of(account).stream().filter(key -> key.id().equals(id)).findFirst();
        own.ifPresent(key -> {
            store.delete(Bytes.fromBase64(id));
            trail.note("passkey.removed", account, account, Map.of("label", key.label()));
        });
        return own.isPresent();
    }

    private static @Nullable Object taken(String name, HttpServletRequest request) {
        var session = request.getSession(false);
        var value = session == null ? null : session.getAttribute(name);
        if (value != null) {
            session.removeAttribute(name);
        }
        return value;
    }

    /** Bound to the address people type. A house nobody has named answers on this machine's own name only. */
    private Webauthn4JRelyingPartyOperations here(HttpServletRequest request) {
        return here(request, "Probity");
    }

    private Webauthn4JRelyingPartyOperations here(HttpServletRequest request, String company) {
        var address = url.isEmpty() ? URI.create("http://localhost:" + request.getServerPort()) : URI.create(url);
        var origin = address.getScheme() + "://" + address.getRawAuthority();
        var operations = new Webauthn4JRelyingPartyOperations(store.people(), store,
                PublicKeyCredentialRpEntity.builder().id(address.getHost()).name(company).build(), Set.of(origin));
        operations.setCustomizeCreationOptions(options -> options.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                .residentKey(ResidentKeyRequirement.REQUIRED).userVerification(UserVerificationRequirement.REQUIRED).build()));
        operations.setCustomizeRequestOptions(options -> options.userVerification(UserVerificationRequirement.REQUIRED));
        return operations;
    }
}
