package org.probity.supply.clearance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.start.WholeHouse;
import org.probity.supply.clearance.Clearance.Outcome;
import org.probity.supply.clearance.Clearances.Asked;
import org.probity.supply.supplier.ASupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** An answer is given again only while no fact that decides it came; whoever asks after a commit sees it. */
@WholeHouse
class AskingAgainTest {
    /** Read by rules and deciding nothing: where a record lies in the log never changes, and what is kept of a place follows from facts that are told. */
    private static final Set<String> DECIDE_NOTHING = Set.of("log.entry", "admission.kept");

    @Autowired Asking asking;
    @Autowired Clearances clearances;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;
    @Autowired Log log;
    @Autowired Clock clock;

    final Me buyer = new Me(UUID.randomUUID(), "Buyer", Set.of(Role.BUYER), Optional.empty());
    LocalDate today;
    UUID supplier;
    UUID other;

    @BeforeEach
    void twoSuppliers() {
        today = LocalDate.now(clock);
        supplier = ASupplier.in(db);
        other = ASupplier.in(db);
    }

    private Asked asked(UUID whom, Act act) {
        return clearances.asked(Typed.Read.of(new Question(whom, "glass", null, act)), buyer);
    }

    private Clearance ask(UUID whom, Act act) {
        return asking.ask(asked(whom, act)).orElseThrow();
    }

    /** A record that has its place in the log, as every fact has soon. */
    private UUID placed() {
        var record = transaction.execute(_ -> log.record("clearance.exception", today, Map.of("test", UUID.randomUUID().toString())));
        log.settle();
        return record;
    }

    private void end(UUID whom, UUID record) {
        db.sql("INSERT INTO supplier.ending (id, supplier, last_day, reason, words, ended_by, ended_at, record) VALUES (gen_random_uuid(), :s, :day, 'OTHER', '', :s, now(), :record)")
                .param("s", whom).param("day", today.minusDays(2)).param("record", record).update();
    }

    private boolean again(UUID whom, Remembered.Earlier earlier) {
        return !clearances.again(db, List.of(asked(whom, Act.PAYMENT)), List.of(earlier)).isEmpty();
    }

    private Remembered.Earlier earlier(UUID whom) {
        var memory = new Remembered();
        var asked = asked(whom, Act.PAYMENT);
        clearances.compute(db, List.of(asked), today).forEach(it -> memory.keep(asked, today, it));
        return memory.of(asked, today).orElseThrow();
    }

    @Test
    void theFirstQuestionAfterACommitSeesItAndNoneBefore() {
        var record = placed();
        assertThat(ask(supplier, Act.QUOTATION).reasons()).noneMatch(it -> it.rule().equals("clearance.ended"));
        transaction.executeWithoutResult(_ -> {
            end(supplier, record);
            assertThat(CompletableFuture.supplyAsync(() -> ask(supplier, Act.QUOTATION)).join().reasons()).as("nothing is committed").noneMatch(it -> it.rule().equals("clearance.ended"));
        });
        for (var time = 0; time < 3; time++) {
            var answer = ask(supplier, Act.QUOTATION);
            assertThat(answer.outcome()).isEqualTo(Outcome.NO);
            assertThat(answer.reasons()).anyMatch(it -> it.rule().equals("clearance.ended") && it.index() != null);
        }
    }

    /** Numbers of transactions are given as they begin to write, not as they commit. */
    @Test
    void aFactThatBeganBeforeTheAnswerAndIsCommittedAfterItIsSeen() {
        var record = placed();
        transaction.executeWithoutResult(_ -> {
            end(supplier, record);
            for (var time = 0; time < 2; time++) {
                CompletableFuture.runAsync(() -> {
                    end(ASupplier.in(db), record);
                    ask(supplier, Act.ORDER);
                }).join();
            }
        });
        assertThat(ask(supplier, Act.ORDER).reasons()).anyMatch(it -> it.rule().equals("clearance.ended"));
    }

    @Test
    void anAnswerIsGivenAgainUntilThereIsNewsAboutItsSupplierOrAboutEverybody() {
        var ours = earlier(supplier);
        assertThat(again(supplier, ours)).isTrue();
        db.sql("INSERT INTO obligation.obligation (id, kind, party, period, due_day) VALUES (gen_random_uuid(), 'test', :s, 2025, :day)").param("s", other).param("day", today).update();
        assertThat(again(supplier, ours)).as("news about another").isTrue();
        db.sql("INSERT INTO obligation.obligation (id, kind, party, period, due_day) VALUES (gen_random_uuid(), 'test', :s, 2025, :day)").param("s", supplier).param("day", today).update();
        assertThat(again(supplier, ours)).isFalse();
        var later = earlier(supplier);
        assertThat(again(supplier, later)).isTrue();
        db.sql("UPDATE substances.setting SET source = source").update();
        assertThat(again(supplier, later)).as("news about everybody").isFalse();
        var newest = earlier(supplier);
        assertThat(again(supplier, new Remembered.Earlier(supplier, newest.outcome(), newest.told(), newest.reasons(), newest.state(), "2020-01-01 00:00:00+00", newest.nanos())))
                .as("of a PostgreSQL that was started since").isFalse();
    }

    @Test
    void whatIsGivenAgainIsKeptAsItIsSaid() {
        var first = ask(supplier, Act.RECEIPT);
        var second = ask(supplier, Act.RECEIPT);
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(db.sql("SELECT * FROM clearance.answer WHERE id = :id").param("id", second.id()).query(Clearances::clearance).single()).isEqualTo(second);
        assertThat(second.rulebook()).isEqualTo(first.rulebook());
    }

    @Test
    void aFactThatWaitsForItsPlaceInTheLogIsAskedForAgain() {
        var record = transaction.execute(_ -> log.record("clearance.exception", today, Map.of("test", "waits")));
        end(supplier, record);
        ask(supplier, Act.ORDER);
        log.settle();
        assertThat(ask(supplier, Act.ORDER).reasons()).filteredOn(it -> it.rule().equals("clearance.ended")).singleElement().satisfies(it -> assertThat(it.index()).isNotNull());
    }

    /** PostgreSQL locks what a statement reads, in functions too; of each such table somebody said whose news a changed row is. */
    @Test
    void everyTableThatTheRulesReadTellsWhoseAnswersItChanges() {
        var place = aPlace();
        var questions = Stream.of(supplier, other).flatMap(whom -> Arrays.stream(Act.values()).flatMap(act -> Stream.of(new Question(whom, null, null, act), new Question(whom, "glass", null, act)))).toList();
        var read = transaction.execute(it -> {
            it.setRollbackOnly();
            clearances.look(Stream.concat(questions.stream(), Stream.of(new Question(supplier, "glass", place, Act.ORDER))).toList());
            db.sql("DELETE FROM admission.kept").update();
            clearances.look(questions);
            return new TreeSet<>(db.sql("""
                    SELECT DISTINCT locks.relation::regclass::text
                      FROM pg_locks AS locks
                      JOIN pg_class ON pg_class.oid = locks.relation AND relkind IN ('r', 'p')
                     WHERE locks.pid = pg_backend_pid()
                       AND locks.mode = 'AccessShareLock'
                       AND relnamespace <> 'pg_catalog'::regnamespace
                    """).query(String.class).list());
        });
        assertThat(read).contains("supplier.supplier", "blacklist.ban", "admission.ruling", "obligation.step").containsAll(DECIDE_NOTHING);
        var told = db.sql("""
                SELECT tgrelid::regclass::text
                  FROM pg_trigger
                 WHERE tgfoid = 'clearance.tell'::regproc AND tgenabled = 'O'
                 GROUP BY tgrelid
                HAVING bit_or(tgtype::int) & (4 + 8 + 16) = 4 + 8 + 16
                """).query(String.class).list();
        read.removeAll(DECIDE_NOTHING);
        assertThat(told).as("insert, delete and update").containsAll(read);
    }

    /** Rows of each table that is listened to for one supplier: coming, changing, going. What they are about is of no matter here, so no constraint is in the way. */
    @Test
    void eachRowTellsTheSupplierItIsAbout() {
        transaction.executeWithoutResult(it -> {
            it.setRollbackOnly();
            var listened = db.sql("SELECT DISTINCT tgrelid::regclass::text FROM pg_trigger WHERE tgfoid = 'clearance.tell'::regproc AND tgnargs > 0").query(String.class).list();
            db.sql("SELECT 'ALTER TABLE ' || conrelid::regclass || ' DROP CONSTRAINT ' || quote_ident(conname) FROM pg_constraint WHERE contype IN ('f', 'c') AND conrelid::regclass::text IN (:all)")
                    .param("all", listened).query(String.class).list().forEach(drop -> db.sql(drop).update());
            var about = new TreeSet<String>();
            for (var table : List.of("supplier.site", "supplier.ending", "supplier.material", "clearance.exception", "admission.dossier", "admission.proof", "admission.agreement",
                    "screening.alert", "evaluation.consequence", "casework.correction")) {
                about.add(told(table, "supplier", supplier));
            }
            about.add(told("obligation.obligation", "party", supplier));
            about.add(told("obligation.step", "obligation", row("obligation.obligation", "party", supplier)));
            about.add(told("supplier.purchase", "material", row("supplier.material", "supplier", supplier)));
            var exception = row("clearance.exception", "supplier", supplier);
            about.add(told("clearance.approval", "exception", exception));
            about.add(told("clearance.withdrawal", "exception", exception));
            var proof = row("admission.proof", "supplier", supplier);
            about.add(told("admission.ruling", "proof", proof));
            about.add(told("admission.withdrawn", "proof", proof));
            about.add(told("admission.agreement_step", "agreement", row("admission.agreement", "supplier", supplier)));
            var dossier = row("admission.dossier", "supplier", supplier);
            about.add(told("admission.motion", "dossier", dossier));
            about.add(told("admission.decided", "motion", row("admission.motion", "dossier", dossier)));
            about.add(told("admission.suspension", "dossier", dossier));
            about.add(told("admission.suspension_lifted", "suspension", row("admission.suspension", "dossier", dossier)));
            about.add(told("screening.step", "alert", row("screening.alert", "supplier", supplier)));
            about.add(told("casework.step", "correction", row("casework.correction", "supplier", supplier)));
            assertThat(about).containsExactlyInAnyOrderElementsOf(listened);
        });
    }

    private String told(String table, String column, UUID of) {
        changes(() -> row(table, column, of), table + " came");
        changes(() -> db.sql("UPDATE " + table + " SET " + column + " = " + column + " WHERE " + column + " = :of").param("of", of).update(), table + " changed");
        changes(() -> db.sql("DELETE FROM " + table + " WHERE " + column + " = :of").param("of", of).update(), table + " went");
        return table;
    }

    private void changes(Runnable fact, String words) {
        db.sql("DELETE FROM clearance.news").update();
        fact.run();
        assertThat(db.sql("SELECT whose FROM clearance.news").query(UUID.class).list()).as(words).contains(supplier).doesNotContain(other);
    }

    /** One with anything in every column that wants something. */
    private UUID row(String table, String column, UUID of) {
        var id = UUID.randomUUID();
        var columns = db.sql("""
                SELECT attname, format_type(atttypid, NULL) AS type FROM pg_attribute
                 WHERE attrelid = CAST(:table AS regclass) AND attnum > 0 AND NOT attisdropped AND attgenerated = '' AND attidentity = '' AND (attnotnull OR attname = :column)
                """).param("table", table).param("column", column).query((row, n) -> Map.entry(row.getString(1), row.getString(2))).list();
        db.sql("INSERT INTO " + table + " (" + columns.stream().map(Map.Entry::getKey).collect(Collectors.joining(", ")) + ") VALUES ("
                + columns.stream().map(it -> it.getKey().equals(column) ? "'" + of + "'" : it.getKey().equals("id") ? "'" + id + "'" : anything(it.getValue())).collect(Collectors.joining(", ")) + ")").update();
        return id;
    }

    private static String anything(String type) {
        return switch (type) {
            case "uuid" -> "gen_random_uuid()";
            case "integer", "bigint", "numeric" -> "1";
            case "date", "timestamp with time zone" -> "'2025-01-01'";
            case "boolean" -> "true";
            case "jsonb" -> "'{}'";
            default -> type.endsWith("[]") ? "'{}'" : type.endsWith("range") ? "'empty'" : "'x'";
        };
    }

    /** Answers are remembered for a day; what changes with the hour would be missed. */
    @Test
    void noRuleGoesByTheClockOfTheDatabase() {
        assertThat(db.sql("""
                SELECT schemaname || '.' || viewname FROM pg_views
                 WHERE schemaname IN ('supplier', 'blacklist', 'screening', 'evaluation', 'casework', 'admission', 'substances', 'obligation', 'clearance')
                   AND definition ~* '\\m(now\\(|current_date|current_timestamp|clock_timestamp|localtime)'
                 UNION ALL
                SELECT pronamespace::regnamespace || '.' || proname FROM pg_proc
                 WHERE pronamespace::regnamespace::text IN ('supplier', 'blacklist', 'screening', 'evaluation', 'casework', 'admission', 'substances', 'obligation', 'clearance')
                   AND prosrc ~* '\\m(now\\(|current_date|current_timestamp|clock_timestamp|localtime)'
                """).query(String.class).list()).isEmpty();
        assertThat(new Rulebook(clearances.rules()).sql(false)).doesNotContainIgnoringCase("now()").doesNotContainIgnoringCase("current_");
    }

    private UUID aPlace() {
        var site = db.sql("INSERT INTO supplier.site (id, supplier, name, address, country, from_day) VALUES (gen_random_uuid(), :s, 'Plant', '1 Road', 'CN', '2025-01-01') RETURNING id")
                .param("s", supplier).query(UUID.class).single();
        db.sql("""
                INSERT INTO admission.dossier (id, supplier, category, site, newcomer, due_day, opened_by, opened_at, opened_on, record)
                VALUES (gen_random_uuid(), :s, 'glass', :site, 'NEW', :day, :s, now(), :day, gen_random_uuid())
                """).param("s", supplier).param("site", site).param("day", today.minusDays(9)).update();
        return site;
    }
}
