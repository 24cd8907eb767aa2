package org.probity.house.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Migrations that carry rows elsewhere, on tables that hold some: what a house of an earlier version has, it has afterwards. */
class CarryingRowsOverTest {
    /** Houses as they were, empty, each for all tests that begin there: what came before is migrated once. */
    private static final NavigableMap<String, Database> EARLIER = new TreeMap<>();

    private Database home;
    private SingleConnectionDataSource connection;
    private JdbcClient db;

    @BeforeAll
    static void theFirstOfThem() {
        EARLIER.put("", TestDatabase.empty());
        earlier("202611290105");
    }

    @AfterEach
    void leave() {
        if (connection != null) {
            connection.destroy();
        }
    }

    private static Database earlier(String version) {
        return EARLIER.computeIfAbsent(version, _ -> migrated(TestDatabase.copy(EARLIER.floorEntry(version).getValue()), version));
    }

    private static Database migrated(Database house, String version) {
        Migrations.on(new DriverManagerDataSource(house.url(), house.user(), house.password())).target(version).load().migrate();
        return house;
    }

    private void upTo(String version) {
        if (connection != null) {
            migrated(home, version);
        } else {
            home = TestDatabase.copy(earlier(version));
            var all = TestDatabase.asSuperuser(home);
            connection = new SingleConnectionDataSource(all.url(), all.user(), all.password(), true);
            db = JdbcClient.create(connection);
        }
        // Rows stand here for those of a whole house: what they refer to is left out.
        db.sql("SET session_replication_role = replica").update();
    }

    private void put(String sql) {
        assertThat(db.sql(sql).update()).as(sql).isPositive();
    }

    private void aRequest(String id) {
        put("INSERT INTO recruitment.requisition (id, number, unit, track, level, title_en, title_zh, work_en, work_zh, grounds, wanted, closes_on, asked_by, asked_at) VALUES ('" + id
                + "', 'J2026-0001', gen_random_uuid(), '', 0, 'Engineer', '工程师', 'Works.', '工作。', 'Two left.', 2, '2026-06-01', gen_random_uuid(), now())");
    }

    private long count(String sql) {
        return db.sql(sql).query(Long.class).single();
    }

    @Test
    void rulesOfRoomsCameIntoOneTable() {
        upTo("202611290105");
        for (var room : List.of("career", "education")) {
            put("INSERT INTO %1$s.rule (key, from_day, value, source, set_by, set_at, record) SELECT key, '2026-05-01', value, 'Board of May', gen_random_uuid(), now(), gen_random_uuid() FROM %1$s.rule LIMIT 1".formatted(room));
        }
        upTo("202611290107");
        assertThat(db.sql("SELECT room FROM rule.number WHERE source = 'Board of May' AND set_by IS NOT NULL AND record IS NOT NULL ORDER BY room").query(String.class).list()).containsExactly("career", "education");
        put("INSERT INTO learning.rule (key, from_day, value, source, set_by, set_at, record) SELECT key, '2026-05-01', value, 'Board of May', gen_random_uuid(), now(), gen_random_uuid() FROM learning.rule LIMIT 1");
        upTo("202611300103");
        assertThat(count("SELECT count(*) FROM rule.number WHERE room = 'learning' AND source = 'Board of May'")).isOne();
    }

    @Test
    void receiptsKeepTheirFileAndItsHash() {
        upTo("202611300002");
        put("INSERT INTO evidence.item (id, sha256, name, media_type, brought_by, brought_at) VALUES ('0b3c0f4e-0000-4000-8000-000000000001', sha256('receipt'), 'receipt.pdf', 'application/pdf', gen_random_uuid(), now())");
        put("INSERT INTO education.proof (id, application, no, amount, at) VALUES ('0b3c0f4e-0000-4000-8000-000000000001', gen_random_uuid(), 1, 1200.00, now())");
        upTo("202611300003");
        assertThat(count("SELECT count(*) FROM education.proof WHERE file = id AND sha256 = sha256('receipt') AND file_gone_at IS NULL AND amount = 1200")).isOne();
    }

    @Test
    void ofApplicationsThatWereGoneGroupsOfEnoughAreKeptApartAndNobodyIsLost() {
        upTo("202611300003");
        aRequest("0b3c0f4e-0000-4000-8000-000000000002");
        for (var line : List.of("'SCREEN', 'ON', '', 'F', 6", "'SCREEN', 'ON', '', 'M', 7", "'SCREEN', 'REFUSED', 'LOWER_MARKS', 'F', 5", "'SCREEN', 'REFUSED', 'LOWER_MARKS', 'M', 8", "'INTERVIEW', 'ON', '', 'F', 2",
                "'INTERVIEW', 'ON', '', 'M', 9", "'HIRE', 'ON', '', 'F', 3")) {
            put("INSERT INTO recruitment.anonymous (requisition, quarter, stage, outcome, ground, sex, age, activity, people) SELECT '0b3c0f4e-0000-4000-8000-000000000002', '2026-01-01', it.stage, it.outcome, it.ground, it.sex, '', '', it.people "
                    + "FROM (VALUES (" + line + ")) AS it (stage, outcome, ground, sex, people)");
        }
        upTo("202611300004");
        assertThat(count("SELECT sum(people) FROM recruitment.anonymous")).isEqualTo(40);
        assertThat(count("SELECT count(*) FROM recruitment.anonymous WHERE sex <> '' OR age <> ''")).isZero();
        assertThat(count("SELECT sum(people) FROM recruitment.anonymous_group WHERE stage = 'SCREEN' AND attribute = 'SEX'")).isEqualTo(26);
        assertThat(count("SELECT count(*) FROM recruitment.anonymous_group WHERE stage <> 'SCREEN'")).as("two are too few to be told").isZero();
        assertThat(count("SELECT sum(people) FROM recruitment.hire_gone WHERE day = '2026-01-01'")).isEqualTo(3);
    }

    @Test
    void daysOfRestCameIntoOneCalendar() {
        upTo("202611300004");
        put("INSERT INTO performance.special_day (day, rests, name, source) VALUES ('2031-05-01', true, 'Labour Day', 'Notice of the State Council')");
        upTo("202611300005");
        assertThat(count("SELECT count(*) FROM labour.special_day WHERE country = 'CN' AND day = '2031-05-01' AND rests")).isOne();
        assertThat(count("SELECT count(*) FROM labour.calendar WHERE year = 2031 AND source = 'Notice of the State Council'")).isOne();
    }

    @Test
    void whoeverWasHiredAndWhoeverHasAnOfferKeepTheirPostingAndTheirDay() {
        upTo("202611300106");
        aRequest("0b3c0f4e-0000-4000-8000-000000000004");
        put("""
                INSERT INTO recruitment.application (id, code, requisition, notice, token_hash, sender_hash, activity, applied_at, day, keep_until, record)
                VALUES ('0b3c0f4e-0000-4000-8000-000000000003', 'K7Q4MXA', '0b3c0f4e-0000-4000-8000-000000000004', 1, sha256('link'), sha256('sender'), '', now(), '2026-05-01', '2026-11-01', gen_random_uuid())
                """);
        put("INSERT INTO recruitment.hired (application, from_day, by, at) VALUES ('0b3c0f4e-0000-4000-8000-000000000003', '2026-06-01', gen_random_uuid(), now())");
        put("INSERT INTO recruitment.offer (application, starts_on, verified_on, least_age, rule, young, by, at) VALUES ('0b3c0f4e-0000-4000-8000-000000000003', '2026-06-01', '2026-05-20', 16, gen_random_uuid(), false, gen_random_uuid(), now())");
        upTo("202611300107");
        assertThat(count("SELECT count(*) FROM recruitment.hired WHERE requisition = '0b3c0f4e-0000-4000-8000-000000000004'")).isOne();
        upTo("202612010601");
        assertThat(count("SELECT count(*) FROM recruitment.offer WHERE answer_by = '2026-06-01'")).as("until its first day").isOne();
    }

    @Test
    void howApplicationsFaredIsSummedAsItWasCounted() {
        upTo("202612020102");
        aRequest("0b3c0f4e-0000-4000-8000-000000000004");
        put("""
                INSERT INTO recruitment.application (id, code, requisition, notice, token_hash, sender_hash, activity, applied_at, day, keep_until, record)
                SELECT gen_random_uuid(), 'C' || n, '0b3c0f4e-0000-4000-8000-000000000004', 1, sha256(('t' || n)::bytea), sha256(('s' || n)::bytea), '', now(), '2026-03-30', '2026-11-01', gen_random_uuid()
                  FROM generate_series(1, 5) AS n
                """);
        put("INSERT INTO recruitment.apart (application, sex, age) SELECT id, 'F', '' FROM recruitment.application WHERE code <> 'C1'");
        put("""
                INSERT INTO recruitment.step (application, stage, outcome, ground, by, at, day, record)
                SELECT id, 'SCREEN', CASE code WHEN 'C2' THEN 'REFUSED' ELSE 'ON' END, CASE code WHEN 'C2' THEN 'LOWER_MARKS' ELSE '' END, gen_random_uuid(), now(), '2026-04-02', gen_random_uuid()
                  FROM recruitment.application WHERE code < 'C4'
                """);
        upTo("202612030100");
        assertThat(count("SELECT people FROM recruitment.fared_ever WHERE quarter = '2026-01-01' AND stage = 'APPLY'")).isEqualTo(5);
        assertThat(count("SELECT people FROM recruitment.fared_ever WHERE quarter = '2026-04-01' AND stage = 'SCREEN' AND outcome = 'ON'")).isEqualTo(2);
        assertThat(count("SELECT people FROM recruitment.counted_group WHERE stage = 'SCREEN' AND outcome = 'ON' AND value = 'F'")).isOne();
        assertThat(db.sql("SELECT stage FROM recruitment.undecided ORDER BY stage").query(String.class).list()).containsExactly("INTERVIEW", "INTERVIEW", "SCREEN", "SCREEN");
    }

    @Test
    void whatOtherSourcesSaidOfAYearBelongsToTheFigureThatIsHeldAgainstIt() {
        upTo("202611300205");
        put("INSERT INTO labour.stated (id, what, year, number, source, stated_by, stated_at, record) VALUES (gen_random_uuid(), 'HEADCOUNT', 2025, 9252, 'Return of January', gen_random_uuid(), '2026-01-09T02:00:00Z', gen_random_uuid())");
        upTo("202612010605");
        assertThat(count("SELECT count(*) FROM figure.stated WHERE figure = 'headcount' AND year = 2025 AND number = 9252 AND source = 'Return of January' AND stated_at = '2026-01-09T02:00:00Z'")).isOne();
    }

    @Test
    void whatEventsNameIsInTheirRowsAsItWasInRowsOfItsOwn() {
        upTo("202612050502");
        put("""
                INSERT INTO traceability.event (id, hash, kind, happened_at, recorded_at, capture, no, material, body)
                VALUES (1, sha256('1'), 'TRANSFORMATION', now(), now(), gen_random_uuid(), 1, 'silicon', 'x'), (2, sha256('2'), 'OBJECT', now(), now(), gen_random_uuid(), 1, 'silicon', 'y'),
                       (3, sha256('3'), 'OBJECT', now(), now(), gen_random_uuid(), 2, 'silicon', 'z')
                """);
        put("INSERT INTO traceability.event_item (event, item, role, place, grams) VALUES (1, 8, 'T', 2, NULL), (1, 9, 'O', 1, NULL), (1, 7, 'I', 0, 500), (2, 9, 'S', 0, NULL)");
        upTo("202612060101");
        assertThat(db.sql("SELECT concat_ws(' ', id, items, roles, grams) FROM traceability.event ORDER BY id").query(String.class).list()).containsExactly("1 {7,9,8} IOT {500,NULL,NULL}", "2 {9} S", "3 {} ");
        assertThat(db.sql("SELECT concat_ws(' ', item, events, roles) FROM traceability.naming ORDER BY item").query(String.class).list()).containsExactly("7 {1} I", "8 {1} T", "9 {1,2} OS");
        assertThat(count("SELECT count(*) FROM traceability.event_item")).isEqualTo(4);
    }

    @Test
    void itemsOfBeforeAreFoundByTheirKey() {
        upTo("202612060101");
        put("INSERT INTO traceability.item (number, uri, article) VALUES (0, 'urn:lot:ABC123', 'urn:lot:ABC123'), (1, 'https://id.gs1.org/01/09521321012349/10/批', 'https://id.gs1.org/01/09521321012349')");
        upTo("202612070101");
        assertThat(db.sql("SELECT key::text FROM traceability.item WHERE uri = 'urn:lot:ABC123'").query(String.class).single()).as("its end, turned round").startsWith("33231334-2414-");
        assertThat(count("SELECT count(DISTINCT key) FROM traceability.item WHERE key = traceability.item_key(uri)")).isEqualTo(2);
    }

    @Test
    void packsForCustomsMoveToTheirRoomWithTheirNumbersAndSayWhyTheyFailed() {
        upTo("202612070200");
        put("INSERT INTO traceability.customs_pack (id, title, asked_by, asked_at) VALUES ('0b3c0f4e-0000-4000-8000-000000000003', 'Entry 231', gen_random_uuid(), now())");
        put("INSERT INTO traceability.customs_failed (pack, reason, detail, at) SELECT id, 'traceability.customs.failed.check', 'x', now() FROM traceability.customs_pack");
        put("INSERT INTO traceability.customs_group (pack, no, chain, complete, verdict, serials, grams, steps) SELECT id, 1, repeat('ab', 32), true, 'CLEAN', 1, 1, 1 FROM traceability.customs_pack");
        upTo("202612080201");
        assertThat(db.sql("SELECT pack.no || ' ' || failed.reason FROM customs.pack JOIN customs.failed ON failed.pack = pack.id").query(String.class).single()).isEqualTo("1 customs.failed.check");
        put("INSERT INTO customs.pack (id, title, asked_by, asked_at) VALUES (gen_random_uuid(), 'Entry 232', gen_random_uuid(), now())");
        assertThat(count("SELECT max(no) FROM customs.pack")).as("numbers go on").isEqualTo(2);
        assertThat(count("SELECT count(*) FROM customs.chain_group")).isOne();
        assertThat(count("SELECT count(*) FROM pg_class WHERE relname LIKE 'customs\\_%'")).as("old names").isZero();
    }
}
