package org.probity.people.equity;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.probity.house.vault.Vault;
import org.probity.people.reward.PaySeal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The sealed rows of stock: what each holder was given and what they alone did or got. Its statements name no schema but {@code pay}; whoever wants more joins by id. */
@Component
@Transactional
class StockVault {
    private static final String GIVEN = "stock";
    private static final String ACT = "stock-act";
    private static final String ASKED = "stock-asked";

    /** Something that happened to one holder alone, as a package told it. */
    record Own(String kind, String step, LocalDate day, String quantity) {}

    record Dated(LocalDate day, String amount) {}

    /**
     * One holder's grant.
     *
     * @param security its name in packages @param start the day from which it counts; null: no step says so @param terms of the package it came in; empty: the plan's; {@code =} dated; {@code -} at once
     */
    record Given(UUID id, UUID granting, UUID person, String security, LocalDate day, @Nullable LocalDate start, String quantity, String terms, List<Dated> dated, List<Own> own) {
        static final String BY_DAYS = "=";
        static final String AT_ONCE = "-";

        String words() {
            return String.join("\t", code(security), day.toString(), start == null ? "" : start.toString(), quantity, code(terms),
                    dated.stream().map(it -> it.day() + " " + it.amount()).collect(Collectors.joining(",")),
                    own.stream().map(it -> String.join(" ", it.kind(), code(it.step()), it.day().toString(), it.quantity())).collect(Collectors.joining(",")));
        }

        static Given of(UUID id, UUID granting, UUID person, String words) {
            var of = words.split("\t", -1);
            var dated = new ArrayList<Dated>();
            for (var it : of[5].isEmpty() ? new String[0] : of[5].split(",")) {
                dated.add(new Dated(LocalDate.parse(it.substring(0, it.indexOf(' '))), it.substring(it.indexOf(' ') + 1)));
            }
            var own = new ArrayList<Own>();
            for (var it : of[6].isEmpty() ? new String[0] : of[6].split(",")) {
                var parts = it.split(" ", -1);
                own.add(new Own(parts[0], plain(parts[1]), LocalDate.parse(parts[2]), parts[3]));
            }
            return new Given(id, granting, person, plain(of[0]), LocalDate.parse(of[1]), of[2].isEmpty() ? null : LocalDate.parse(of[2]), of[3], plain(of[4]), dated, own);
        }

        private static String code(String words) {
            return URLEncoder.encode(words, StandardCharsets.UTF_8);
        }

        private static String plain(String words) {
            return URLDecoder.decode(words, StandardCharsets.UTF_8);
        }
    }

    enum Kind { SOONER, EXERCISED }

    record Act(UUID id, UUID given, Kind kind, LocalDate day, long shares) {}

    private record Kept(UUID id, UUID granting, UUID person, byte[] sealed) {}

    private record KeptAct(UUID id, UUID given, UUID person, Kind kind, LocalDate day, byte[] sealed) {}

    private final JdbcClient db;
    private final PaySeal seal;
    private final Vault vault;
    private final Clock clock;

    StockVault(JdbcClient db, PaySeal seal, Vault vault, Clock clock) {
        this.db = db;
        this.seal = seal;
        this.vault = vault;
        this.clock = clock;
    }

    void keep(List<Given> given) {
        var sealing = seal.sealing();
        vault.open(() -> db.sql("""
                INSERT INTO pay.stock_given (id, granting, person, sealed)
                SELECT of.id, of.granting, of.person, decode(of.sealed, 'hex') FROM unnest(CAST(:ids AS uuid[]), CAST(:grantings AS uuid[]), CAST(:people AS uuid[]), CAST(:sealed AS text[])) AS of (id, granting, person, sealed)
                """)
                .param("ids", given.stream().map(Given::id).toArray(UUID[]::new)).param("grantings", given.stream().map(Given::granting).toArray(UUID[]::new))
                .param("people", given.stream().map(Given::person).toArray(UUID[]::new))
                .param("sealed", given.stream().map(it -> HexFormat.of().formatHex(sealing.seal(GIVEN, it.id(), it.person(), it.words()))).toArray(String[]::new))
                .update());
    }

    private List<Given> opened(List<Kept> rows) {
        var sealing = seal.sealing();
        return rows.stream().map(it -> Given.of(it.id(), it.granting(), it.person(), sealing.open(GIVEN, it.id(), it.person(), it.sealed()))).toList();
    }

    List<Given> of(UUID person) {
        return opened(vault.open(() -> db.sql("SELECT id, granting, person, sealed FROM pay.stock_given WHERE person = :person ORDER BY id").param("person", person).query(Kept.class).list()));
    }

    List<Given> in(Collection<UUID> grantings) {
        return opened(vault.open(() -> db.sql("SELECT id, granting, person, sealed FROM pay.stock_given WHERE granting = ANY (:grantings) ORDER BY id").param("grantings", grantings.toArray(UUID[]::new)).query(Kept.class).list()));
    }

    void drop(UUID granting) {
        vault.open(() -> db.sql("DELETE FROM pay.stock_given WHERE granting = :granting").param("granting", granting).update());
    }

    void act(UUID id, Given given, Kind kind, LocalDate day, long shares, UUID by, UUID record) {
        var sealed = seal.sealing().seal(ACT, id, given.person(), String.valueOf(shares));
        vault.open(() -> db.sql("INSERT INTO pay.stock_act (id, given, person, kind, day, sealed, by, at, record) VALUES (:id, :given, :person, :kind, :day, :sealed, :by, :at, :record)")
                .param("id", id).param("given", given.id()).param("person", given.person()).param("kind", kind.name()).param("day", day)
                .param("sealed", sealed).param("by", by).param("at", clock.instant().atOffset(ZoneOffset.UTC)).param("record", record)
                .update());
    }

    /** In the order of their days. */
    List<Act> acts(Collection<UUID> given) {
        var sealing = seal.sealing();
        return vault.open(() -> db.sql("SELECT id, given, person, kind, day, sealed FROM pay.stock_act WHERE given = ANY (:given) ORDER BY day, at, id").param("given", given.toArray(UUID[]::new)).query(KeptAct.class).list()).stream()
                .map(it -> new Act(it.id(), it.given(), it.kind(), it.day(), Long.parseLong(sealing.open(ACT, it.id(), it.person(), it.sealed())))).toList();
    }

    /** How many shares wait for a second person to let them come sooner. */
    void ask(UUID id, UUID person, long shares) {
        var sealed = seal.sealing().seal(ASKED, id, person, String.valueOf(shares));
        vault.open(() -> db.sql("INSERT INTO pay.stock_asked (id, person, sealed) VALUES (:id, :person, :sealed)").param("id", id).param("person", person).param("sealed", sealed).update());
    }

    long asked(UUID id, UUID person) {
        var sealed = vault.open(() -> db.sql("SELECT sealed FROM pay.stock_asked WHERE id = :id").param("id", id).query(byte[].class).single());
        return Long.parseLong(seal.sealing().open(ASKED, id, person, sealed));
    }

    void askedNoMore(UUID id) {
        vault.open(() -> db.sql("DELETE FROM pay.stock_asked WHERE id = :id").param("id", id).update());
    }

    /** Two who exercise at once, one after the other. */
    void hold(UUID given) {
        vault.open(() -> db.sql("SELECT FROM pay.stock_given WHERE id = :id FOR UPDATE").param("id", given).query((row, n) -> row).optional());
    }

    void forget(UUID person) {
        vault.open(() -> db.sql("DELETE FROM pay.stock_asked WHERE person = :person").param("person", person).update());
        vault.open(() -> db.sql("DELETE FROM pay.stock_act WHERE person = :person").param("person", person).update());
        vault.open(() -> db.sql("DELETE FROM pay.stock_given WHERE person = :person").param("person", person).update());
    }
}
