package org.probity.house.access;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;

/** Passkeys in our own tables, as the WebAuthn library wants to find them. To it a person is their account's id, and named by it. */
@Component
class PasskeyStore implements UserCredentialRepository {
    private final JdbcClient db;
    private final Accounts accounts;

    PasskeyStore(JdbcClient db, Accounts accounts) {
        this.db = db;
        this.accounts = accounts;
    }

    static Bytes bytes(UUID account) {
        return new Bytes(ByteBuffer.allocate(16).putLong(account.getMostSignificantBits()).putLong(account.getLeastSignificantBits()).array());
    }

    static UUID account(Bytes user) {
        var bytes = ByteBuffer.wrap(user.getBytes());
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    /** The people the library may ask for are our accounts; it neither makes nor removes one. */
    PublicKeyCredentialUserEntityRepository people() {
        return new PublicKeyCredentialUserEntityRepository() {
            @Override
            public @Nullable PublicKeyCredentialUserEntity findById(Bytes id) {
                return id.getBytes().length == 16 ? person(account(id)) : null;
            }

            @Override
            public @Nullable PublicKeyCredentialUserEntity findByUsername(String account) {
                return person(UUID.fromString(account));
            }

            @Override
            public void save(PublicKeyCredentialUserEntity person) {
                throw new IllegalStateException("accounts are made by Accounts");
            }

            @Override
            public void delete(Bytes id) {
                throw new IllegalStateException("accounts stay");
            }
        };
    }

    private @Nullable PublicKeyCredentialUserEntity person(UUID id) {
        return accounts.find(id).filter(account -> !account.disabled())
                .map(account -> ImmutablePublicKeyCredentialUserEntity.builder()
                        .id(bytes(id)).name(account.email()).displayName(account.name()).build())
                .orElse(null);
    }

    @Override
    public void save(CredentialRecord key) {
        db.sql("""
                INSERT INTO access.passkey (id, account, label, public_key, signature_count, verified, transports, backup_eligible,
                                            backed_up, added_at, used_at, attestation)
                VALUES (:id, :account, :label, :key, :count, :verified, :transports, :eligible, :backed, :added, :used, :attestation)
                ON CONFLICT (id) DO UPDATE
                   SET signature_count = EXCLUDED.signature_count,
                       verified = EXCLUDED.verified,
                       backed_up = EXCLUDED.backed_up,
                       used_at = EXCLUDED.used_at
                """)
                .param("id", key.getCredentialId().getBytes()).param("account", account(key.getUserEntityUserId()))
                .param("label", key.getLabel()).param("key", key.getPublicKey().getBytes()).param("count", key.getSignatureCount())
                .param("verified", key.isUvInitialized())
                .param("transports", key.getTransports().stream().map(AuthenticatorTransport::getValue).sorted().collect(Collectors.joining(" ")))
                .param("eligible", key.isBackupEligible()).param("backed", key.isBackupState())
                .param("added", Sql.time(key.getCreated())).param("used", Sql.time(key.getLastUsed()))
                .param("attestation", Objects.requireNonNull(key.getAttestationObject(), "a passkey comes with its attestation").getBytes())
                .update();
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes id) {
        return db.sql("SELECT * FROM access.passkey WHERE id = :id").param("id", id.getBytes()).query(PasskeyStore::key).optional().orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes user) {
        return db.sql("SELECT * FROM access.passkey WHERE account = :account ORDER BY added_at")
                .param("account", account(user))
                .query(PasskeyStore::key).list();
    }

    @Override
    public void delete(Bytes id) {
        db.sql("DELETE FROM access.passkey WHERE id = :id").param("id", id.getBytes()).update();
    }

    private static CredentialRecord key(ResultSet row, int number) throws SQLException {
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(row.getBytes("id")))
                .userEntityUserId(bytes(row.getObject("account", UUID.class)))
                .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
                .signatureCount(row.getLong("signature_count"))
                .uvInitialized(row.getBoolean("verified"))
                .transports(transports(row.getString("transports")))
                .backupEligible(row.getBoolean("backup_eligible"))
                .backupState(row.getBoolean("backed_up"))
                .created(Sql.instant(row, "added_at"))
                .lastUsed(Sql.instant(row, "used_at"))
                .label(row.getString("label"))
                .attestationObject(new Bytes(row.getBytes("attestation")))
                .build();
    }

    private static Set<AuthenticatorTransport> transports(String words) {
        return words.isEmpty() ? Set.of() : Arrays.stream(words.split(" ")).map(AuthenticatorTransport::valueOf).collect(Collectors.toSet());
    }
}
