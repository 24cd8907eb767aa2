package org.probity.supply.blacklist;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.probity.house.access.Me;
import org.probity.house.log.Log;
import org.probity.house.settings.Settings;
import org.probity.house.ui.Answer;
import org.probity.supply.clearance.Clearances;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who may be a barred supplier under another name: same owner, bank account, address, phone or mail domain, or a successor that somebody
 * names. The house proposes, a person says whether it is so; nobody is stopped for a likeness.
 */
@Service
class Kinship {
    enum Trait { OWNER, BANK_ACCOUNT }

    /** Mail of everybody; a domain of these says nothing about who somebody is. Data of the house, not of a standard. */
    private static final String PUBLIC_DOMAINS =
            "{gmail.com,outlook.com,hotmail.com,yahoo.com,qq.com,163.com,126.com,sina.com,sohu.com,foxmail.com,139.com,aliyun.com,icloud.com}";
    private static final String KEY = "blacklist.trait-key";
    private static final UUID HOUSE = new UUID(0, 0);

    private final JdbcClient db;
    private final Matters matters;
    private final Clearances clearances;
    private final Settings settings;
    private final Log log;
    private final Clock clock;

    Kinship(JdbcClient db, Matters matters, Clearances clearances, Settings settings, Log log, Clock clock) {
        this.db = db;
        this.matters = matters;
        this.clearances = clearances;
        this.settings = settings;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Notes an owner or a bank account of a supplier. Only a keyed hash is kept: the same is found again, and nobody can read what it was.
     *
     * <p>Refusals: {@code blacklist.supplier-unknown}; {@code blacklist.trait-missing} fewer than four letters or digits.
     */
    @Transactional
    Answer<UUID> note(UUID supplier, Trait kind, String value, Me by) {
        if (db.sql("SELECT count(*) FROM supplier.name WHERE id = :id").param("id", supplier).query(Long.class).single() == 0) {
            return Answer.refused("supplier", "blacklist.supplier-unknown");
        }
        var plain = plain(value);
        if (plain.length() < (kind == Trait.OWNER ? 2 : 4)) {
            return Answer.refused("value", "blacklist.trait-missing");
        }
        db.sql("""
                INSERT INTO blacklist.trait (supplier, kind, hash, noted_by, noted_at) VALUES (:supplier, :kind, :hash, :by, :at)
                ON CONFLICT DO NOTHING
                """)
                .param("supplier", supplier).param("kind", kind.name()).param("hash", hash(kind, plain)).param("by", by.account()).param("at", now())
                .update();
        return Answer.done(supplier);
    }

    /** Suppliers that share something with this one, and those a person named; what was said of each. */
    List<Kin> of(UUID supplier) {
        return db.sql("""
                WITH shared AS (
                    SELECT theirs.supplier AS other, theirs.kind
                      FROM blacklist.trait AS ours
                      JOIN blacklist.trait AS theirs ON theirs.kind = ours.kind AND theirs.hash = ours.hash AND theirs.supplier <> ours.supplier
                     WHERE ours.supplier = :supplier
                    UNION
                    SELECT likeness.other, likeness.kind FROM supplier.likeness(:supplier, :domains::text[]) AS likeness
                    UNION
                    SELECT tie.other, unnest(tie.kinds) FROM blacklist.tie WHERE tie.supplier = :supplier
                )
                SELECT name.id AS other, name.number, name.name_en, name.name_zh, array_agg(DISTINCT shared.kind ORDER BY shared.kind) AS kinds,
                       said.outcome, said.reason, said.said_by
                  FROM shared
                  JOIN supplier.name ON name.id = shared.other
                  LEFT JOIN LATERAL (SELECT outcome, reason, said_by FROM blacklist.tie
                                      WHERE tie.supplier = :supplier AND tie.other = shared.other ORDER BY said_at DESC LIMIT 1) AS said ON TRUE
                 GROUP BY name.id, name.number, name.name_en, name.name_zh, said.outcome, said.reason, said.said_by
                 ORDER BY said.outcome NULLS FIRST, name.number
                 LIMIT 200
                """)
                .param("supplier", supplier).param("domains", PUBLIC_DOMAINS)
                .query((row, n) -> new Kin(row.getObject("other", UUID.class), row.getString("number"), row.getString("name_en"), row.getString("name_zh"),
                        List.of((String[]) row.getArray("kinds").getArray()), row.getString("outcome"), row.getString("reason"), row.getObject("said_by", UUID.class)))
                .list();
    }

    /**
     * A person says whether a supplier belongs to the one of a case. While that one is barred, new business with the other is stopped too.
     *
     * <p>Refusals: {@code blacklist.unknown}; {@code blacklist.supplier-unknown} or the same; {@code blacklist.reason-missing};
     * {@code blacklist.words-long}.
     */
    @Transactional
    Answer<UUID> say(UUID matter, UUID other, boolean belongs, String reason, Me by) {
        var found = matters.find(matter);
        if (found.isEmpty()) {
            return Answer.refused("", "blacklist.unknown");
        }
        var supplier = found.get().supplier();
        if (other.equals(supplier) || db.sql("SELECT count(*) FROM supplier.name WHERE id = :id").param("id", other).query(Long.class).single() == 0) {
            return Answer.refused("other", "blacklist.supplier-unknown");
        }
        if (reason.isBlank()) {
            return Answer.refused("reason", "blacklist.reason-missing");
        }
        if (reason.length() > Matters.WORDS_LONGEST) {
            return Answer.refused("reason", "blacklist.words-long", Matters.WORDS_LONGEST);
        }
        var kinds = of(supplier).stream().filter(it -> it.other().equals(other)).findFirst().map(Kin::kinds).orElse(List.of("SUCCESSOR"));
        var outcome = belongs ? "CONFIRMED" : "DISMISSED";
        db.sql("""
                INSERT INTO blacklist.tie (id, supplier, other, kinds, outcome, reason, said_by, said_at, record)
                VALUES (:id, :supplier, :other, :kinds, :outcome, :reason, :by, :at, :record)
                """)
                .param("id", UUID.randomUUID()).param("supplier", supplier).param("other", other).param("kinds", kinds.toArray(String[]::new))
                .param("outcome", outcome).param("reason", reason.strip()).param("by", by.account()).param("at", now())
                .param("record", log.record("blacklist.tie", LocalDate.now(clock), Map.of("supplier", supplier.toString(), "other", other.toString(), "outcome", outcome)))
                .update();
        clearances.changed(other);
        return Answer.done(other);
    }

    /** Letters and digits alone, wide ones made narrow: so that a blank or a dash makes no other account of it. */
    static String plain(String value) {
        return Normalizer.normalize(value, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private byte[] hash(Trait kind, String plain) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key(), "HmacSHA256"));
            return mac.doFinal((kind.name() + ":" + plain).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException every) {
            throw new IllegalStateException("every JDK has HmacSHA256", every);
        }
    }

    /** Made when first needed, and kept as a secret of the settings: whoever has the database alone cannot try account numbers. */
    private byte[] key() {
        db.sql("SELECT pg_advisory_xact_lock(1210)").query((row, n) -> n).list();
        return Base64.getDecoder().decode(settings.value(KEY).orElseGet(() -> {
            var fresh = new byte[32];
            new SecureRandom().nextBytes(fresh);
            var written = Base64.getEncoder().encodeToString(fresh);
            settings.setSecret(KEY, written, HOUSE);
            return written;
        }));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
