package org.probity.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.UUID;

/** What a house of many suppliers holds beside the register: contacts, sites, proofs, agreements, and years of what was owed. */
final class ManySuppliers {
    static final String CONTACT = "b-00001@bench.example";

    /** Obligations of each supplier that are of no page here, but lie in the same tables. */
    private static final int OTHERS = 92;
    private static final String[] FIRST = {"Jinlong", "Ruifeng", "Haoyu", "Weilan", "Mingde", "Baishan", "Yunqi", "Songhe", "Tianmu", "Kaiyue"};
    private static final String[] FIRST_ZH = {"金龙", "瑞沣", "昊宇", "蔚岚", "明得", "柏山", "云栖", "松鹤", "天慕", "凯越"};
    private static final String[] CATEGORIES = {"solder", "wafer", "paste", "chemicals", "glass", "frame", "equipment"};
    private static final String[] COUNTRIES = {"CN", "CN", "CN", "MY", "VN", "DE", "KR"};

    private final Connection db;
    private final int suppliers;

    ManySuppliers(Connection db, int suppliers) {
        this.db = db;
        this.suppliers = suppliers;
    }

    /** The register as a spreadsheet program saves it. */
    static String file(int suppliers) {
        var csv = new StringBuilder("number,name_zh,name_en,name_other,country,category,credit_code,lei\n");
        for (var n = 1; n <= suppliers; n++) {
            var word = n / 7 % FIRST.length;
            csv.append("B-%05d,%s材料%d,%s Materials %d,,%s,%s,,%n".formatted(n, FIRST_ZH[word], n, FIRST[word], n, COUNTRIES[n / 3 % COUNTRIES.length],
                    CATEGORIES[n % CATEGORIES.length]));
        }
        return csv.toString();
    }

    /** The supplier that {@link #CONTACT} speaks for. */
    UUID one() throws SQLException {
        try (var statement = db.createStatement(); var row = statement.executeQuery("SELECT id FROM supplier.supplier WHERE number = 'B-00001'")) {
            row.next();
            return row.getObject(1, UUID.class);
        }
    }

    /** Whether another run has filled this house to its end. */
    boolean done() throws SQLException {
        try (var statement = db.createStatement(); var row = statement.executeQuery("SELECT count(*) FROM obligation.step WHERE state = 'OWED'")) {
            row.next();
            return row.getLong(1) >= suppliers * (8L + OTHERS);
        }
    }

    /** What lapsed in an earlier run holds once more, until the end of the day that the house now has. */
    static void renew(Connection db) throws SQLException {
        run(db, """
                INSERT INTO obligation.step (obligation, no, state, at, valid_until, evidence)
                SELECT id, step + 1, 'MET', now(), current_date + COALESCE((SELECT days_ahead FROM time.travel), 0), evidence
                  FROM obligation.standing WHERE state = 'LAPSED'
                """);
    }

    void all() throws SQLException {
        people();
        places();
        proofs();
        agreements();
        papers();
        others();
        run("VACUUM ANALYZE");
    }

    private void people() throws SQLException {
        run("""
                INSERT INTO supplier.contact (id, supplier, name, email, from_day)
                SELECT gen_random_uuid(), id, 'Contact of ' || number, lower(number) || '@bench.example', DATE '2025-01-01' FROM supplier.supplier
                """);
        run("""
                WITH made AS (
                    INSERT INTO access.account (id, name, email, supplier, language, invited_at, invited_by)
                    SELECT gen_random_uuid(), 'Contact', '%s', id, 'en', now(), gen_random_uuid() FROM supplier.supplier WHERE number = 'B-00001'
                    RETURNING id
                ), known AS (
                    INSERT INTO access.password (account, hash, set_at)
                    SELECT made.id, hash, now() FROM made, access.password JOIN access.account ON account.id = password.account AND email LIKE 'officer@%%'
                )
                INSERT INTO access.role (account, role, given_at, given_by) SELECT id, 'SUPPLIER', now(), gen_random_uuid() FROM made
                """.formatted(CONTACT));
    }

    /** Everybody has a site, a material that holds tin, and a dossier; nine of ten were admitted by two. */
    private void places() throws SQLException {
        run("INSERT INTO supplier.site (id, supplier, name, address, country, from_day) SELECT gen_random_uuid(), id, 'Plant 1', '1 Bench Road', country, '2025-01-01' FROM supplier.supplier");
        run("INSERT INTO supplier.material (id, supplier, number, name_en, name_zh) SELECT gen_random_uuid(), id, number || '-1', 'Material', '物料' FROM supplier.supplier");
        run("INSERT INTO supplier.purchase (material, valid, recorded) SELECT id, daterange(NULL, NULL), tstzrange(now(), NULL) FROM supplier.material");
        run("""
                INSERT INTO supplier.content (material, cas, mass_share, valid, recorded)
                SELECT id, '7440-31-5', 0.05, daterange(NULL, NULL), tstzrange(now(), NULL) FROM supplier.material
                """);
        run("""
                INSERT INTO admission.dossier (id, supplier, category, site, newcomer, due_day, opened_by, opened_at, opened_on, record)
                SELECT gen_random_uuid(), supplier.id, category, site.id, 'NEW', DATE '2025-06-30', gen_random_uuid(), now() - interval '300 days', DATE '2025-06-01', gen_random_uuid()
                  FROM supplier.supplier JOIN supplier.site ON site.supplier = supplier.id
                """);
        run("""
                WITH proposed AS (
                    INSERT INTO decision.proposal (id, matter, subject, reason, proposed_by, proposed_at)
                    SELECT gen_random_uuid(), 'ADMISSION', dossier.id, 'All legs hold', gen_random_uuid(), now() - interval '200 days'
                      FROM admission.dossier JOIN supplier.supplier ON supplier.id = dossier.supplier
                     WHERE right(number, 1) <> '9'
                    RETURNING id, subject, proposed_by
                ), ruled AS (
                    INSERT INTO decision.ruling (proposal, proposed_by, outcome, reason, ruled_by, ruled_at)
                    SELECT id, proposed_by, 'APPROVED', 'Agreed', gen_random_uuid(), now() - interval '199 days' FROM proposed
                ), moved AS (
                    INSERT INTO admission.motion (id, dossier, outcome, until_day, condition)
                    SELECT id, subject, 'ADMIT', current_date + 400, '' FROM proposed
                )
                INSERT INTO admission.decided (motion, ruling, decided_at, decided_on, record)
                SELECT id, 'APPROVED', now() - interval '199 days', current_date - 199, gen_random_uuid() FROM proposed
                """);
    }

    /** A proof for every leg that a place needs, passed by every department that has to speak; one in five suppliers sent some anew. */
    private void proofs() throws SQLException {
        run("""
                INSERT INTO admission.proof (id, supplier, leg, words, sent_by, sent_at, sent_on, record)
                SELECT gen_random_uuid(), dossier.supplier, needs.leg, 'As asked', gen_random_uuid(), now() - interval '250 days' * round, current_date - 250 * round, gen_random_uuid()
                  FROM admission.dossier
                  JOIN supplier.supplier ON supplier.id = dossier.supplier
                 CROSS JOIN LATERAL admission.required(dossier.category, current_date, 'infinity') AS needs
                  JOIN generate_series(1, 2) AS round ON round = 1 OR right(number, 1) IN ('3', '7')
                 WHERE needs.kind IN ('TOPIC', 'SYSTEM', 'MATERIAL')
                """);
        run("""
                INSERT INTO admission.ruling (proof, role, conclusion, reasons, valid_until, sites, categories, by, at, on_day, record)
                SELECT proof.id, role, 'PASS', 'As required', current_date + 1 + (hashtext(proof.id::text) & 511), ARRAY[dossier.site], ARRAY[dossier.category],
                       gen_random_uuid(), proof.sent_at + interval '5 days', proof.sent_on + 5, gen_random_uuid()
                  FROM admission.proof
                  JOIN admission.dossier ON dossier.supplier = proof.supplier
                 CROSS JOIN LATERAL unnest(admission.duty_of(proof.leg, proof.sent_on)) AS role
                 WHERE NOT (proof.leg = 'labour' AND proof.sent_on > current_date - 300 AND hashtext(proof.id::text) % 50 = 0)
                """);
        run("INSERT INTO admission.proof_site (proof, site) SELECT proof.id, dossier.site FROM admission.proof JOIN admission.dossier ON dossier.supplier = proof.supplier");
        run("""
                INSERT INTO admission.sample (proof, material, category)
                SELECT proof.id, material.id, dossier.category
                  FROM admission.proof
                  JOIN admission.dossier ON dossier.supplier = proof.supplier
                  JOIN supplier.material ON material.supplier = proof.supplier
                 WHERE proof.leg = 'material'
                """);
    }

    private void agreements() throws SQLException {
        run("INSERT INTO admission.mandate (id, account, from_day, until_day, given_by, given_at, record) VALUES (gen_random_uuid(), gen_random_uuid(), '2025-01-01', '2035-01-01', gen_random_uuid(), now(), gen_random_uuid())");
        run("""
                WITH proposed AS (
                    INSERT INTO decision.proposal (id, matter, subject, reason, proposed_by, proposed_at)
                    SELECT gen_random_uuid(), 'bench', gen_random_uuid(), leg.code, gen_random_uuid(), now() FROM admission.leg WHERE kind = 'AGREEMENT'
                    RETURNING id, reason
                )
                INSERT INTO admission.template (id, leg, version, from_day, months, title_en, title_zh, text_en, text_zh, written_by, written_at, proposal)
                SELECT gen_random_uuid(), reason, 99, '2025-01-01', 60, reason, reason, reason, reason, gen_random_uuid(), now(), id FROM proposed
                """);
        run("""
                INSERT INTO admission.agreement (id, supplier, leg, template, party, text_en, text_zh, sha256, offered_at, record)
                SELECT gen_random_uuid(), supplier.id, leg, template.id, name_en, 'words', '条款', repeat('0', 64), now() - interval '280 days', gen_random_uuid()
                  FROM admission.template, supplier.supplier
                 WHERE version = 99
                """);
        run("""
                INSERT INTO admission.agreement_step (agreement, no, act, by, at, on_day, mandate, from_day, until_day, record)
                SELECT agreement.id, 1, 'COUNTERSIGNED', gen_random_uuid(), now() - interval '270 days', current_date - 270, mandate.id, current_date - 270, current_date + 900, gen_random_uuid()
                  FROM admission.agreement, admission.mandate
                """);
    }

    /** Four papers of everybody in this year and the last; of this year's one in ten waits for us, one in ten is late. */
    private void papers() throws SQLException {
        run("""
                INSERT INTO minerals.campaign (year, due_day, opened_by, opened_at, asked)
                SELECT y, make_date(y, 6, 30), gen_random_uuid(), now(), %d FROM generate_series(extract(year FROM now())::int - 1, extract(year FROM now())::int) AS y
                """.formatted(suppliers));
        owe("unnest(ARRAY['minerals.cmrt', 'minerals.source-declaration', 'minerals.self-declaration', 'minerals.origin-certificate'])");
        run("""
                INSERT INTO obligation.step (obligation, no, state, at, valid_until, evidence)
                SELECT id, 2, CASE n % 20 WHEN 1 THEN 'SENT_IN' WHEN 2 THEN 'SENT_IN' WHEN 3 THEN 'SENT_BACK' ELSE 'MET' END, now() - interval '20 days',
                       current_date + CASE WHEN n % 97 = 0 THEN 0 ELSE 200 END, (SELECT id FROM evidence.item LIMIT 1)
                  FROM (SELECT id, hashtext(id::text) & 1023 AS n FROM obligation.obligation) AS numbered
                 WHERE n % 20 <> 0
                """);
        run("""
                INSERT INTO minerals.paper (id, obligation, evidence, received_at, received_by, read_at, version, record)
                SELECT gen_random_uuid(), obligation, evidence, now() - interval '21 days', gen_random_uuid(), now(), '6.5', gen_random_uuid()
                  FROM obligation.step WHERE no = 2
                """);
    }

    /** Rules acknowledged, courses taken, reports sent: what a register gathers over the years. */
    private void others() throws SQLException {
        owe("generate_series(1, %d)".formatted(OTHERS / 2));
        run("""
                INSERT INTO obligation.step (obligation, no, state, at, valid_until)
                SELECT id, 2, 'MET', now() - interval '30 days', current_date + CASE WHEN n = 1 THEN 0 ELSE 300 END
                  FROM (SELECT id, hashtext(id::text) & 511 AS n FROM obligation.obligation WHERE kind LIKE 'bench.%') AS numbered
                 WHERE n <> 0
                """);
    }

    private void owe(String kinds) throws SQLException {
        run("""
                INSERT INTO obligation.obligation (id, kind, party, period, due_day)
                SELECT gen_random_uuid(), CASE WHEN kind LIKE 'minerals.%%' THEN kind ELSE 'bench.rule-' || kind END, supplier.id, y, make_date(y, 6, 30)
                  FROM supplier.supplier
                 CROSS JOIN (SELECT kind::text FROM %s AS kind) AS kinds
                 CROSS JOIN generate_series(extract(year FROM now())::int - 1, extract(year FROM now())::int) AS y
                """.formatted(kinds));
        run("""
                INSERT INTO obligation.step (obligation, no, state, at)
                SELECT id, 1, 'OWED', now() - interval '300 days' FROM obligation.obligation WHERE NOT EXISTS (SELECT FROM obligation.step WHERE obligation = id)
                """);
    }

    private void run(String sql) throws SQLException {
        run(db, sql);
    }

    private static void run(Connection db, String sql) throws SQLException {
        try (var statement = db.createStatement()) {
            statement.execute(sql);
        } catch (SQLException refused) {
            throw new SQLException("filling stopped at " + sql.strip().lines().findFirst().orElse("").toLowerCase(Locale.ROOT) + ": " + refused.getMessage(), refused);
        }
    }
}
