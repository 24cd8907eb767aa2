package org.probity.house.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.probity.house.access.Accounts;
import org.probity.house.access.As;
import org.probity.house.access.Role;
import org.probity.house.access.Ruling;
import org.probity.house.access.Tokens;
import org.probity.house.start.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WholeHouse
class WritingMoreThanFitsTest {
    @Autowired MockMvcTester browser;
    @Autowired JdbcClient db;
    @Autowired Accounts accounts;
    @Autowired Tokens tokens;

    /** The columns in which people write, and how much each holds; a test of the schema page shows a new one. */
    @ParameterizedTest
    @CsvSource({
        "access.account, name, 300", "access.disabling, reason, 4000", "access.passkey, label, 300",
        "assurance.engagement, firm, 300", "assurance.finding, note, 4000", "assurance.reply, words, 4000", "assurance.sample, seed, 300",
        "decision.proposal, reason, 4000", "decision.ruling, reason, 4000",
        "directory.act, reason, 4000", "directory.engagement, title, 300", "directory.person, number, 300", "directory.person_fact, name_en, 300",
        "directory.person_fact, name_zh, 300", "directory.unit, code, 300", "directory.unit_fact, name_en, 300", "directory.unit_fact, name_zh, 300",
        "directory.unit_fact, region, 300", "evidence.item, name, 300", "log.recovery, reason, 4000", "minerals.opinion, reason, 4000",
        "obligation.step, reason, 4000", "settings.setting, value, 4000", "statement.chapter_text, en, 40000", "statement.chapter_text, zh, 40000",
        "statement.edition, reason_en, 4000", "statement.edition, reason_zh, 4000", "statement.edition_figure, accepted_en, 4000",
        "statement.edition_figure, accepted_zh, 4000", "statement.level, reason, 4000", "customer.customer, name, 300", "supplier.category, name_en, 300", "supplier.category, name_zh, 300", "supplier.contact, name, 300",
        "supplier.contact, phone, 300", "supplier.ending, words, 4000", "supplier.material, name_en, 300", "supplier.material, name_zh, 300",
        "supplier.material, number, 300", "supplier.site, address, 300", "supplier.site, name, 300", "supplier.supplier, name_en, 300",
        "audit.answer, clause, 300", "audit.answer, note, 4000", "audit.audit, scope, 4000", "audit.choice, reason, 4000", "audit.comment, words, 4000",
        "audit.meeting, words, 4000", "audit.member, dealings, 4000", "audit.plan_change, reason, 4000", "audit.planned, reason, 4000", "audit.sampling, documents, 4000",
        "audit.sampling, groups, 4000", "audit.step, words, 4000", "audit.word, words, 4000",
        "blacklist.closure, words, 4000", "blacklist.dealing, party, 300", "blacklist.dealing, words, 4000", "blacklist.dropped, reason, 4000", "blacklist.hearing, notice, 4000",
        "blacklist.lifting, reason, 4000", "blacklist.matter, facts, 4000", "blacklist.sentence, reason, 4000", "blacklist.statement, words, 4000",
        "blacklist.suspension, reason, 4000", "blacklist.tie, reason, 4000",
        "casework.measure, owner, 300", "casework.measure, what, 4000", "casework.plan, containment, 4000", "casework.plan, root_cause, 4000", "casework.step, words, 4000",
        "clearance.report, source, 300", "clearance.exception, reason, 4000", "clearance.withdrawal, reason, 4000",
        "evaluation.appeal, answer, 4000", "evaluation.appeal, words, 4000", "evaluation.consequence, words, 4000", "evaluation.judgement, reason, 4000",
        "evaluation.scorecard, reason, 4000", "screening.list, code, 300", "screening.list, name_en, 300", "screening.list, name_zh, 300",
        "screening.version, label, 300",
        "supplier.supplier, name_other, 300", "supplier.supplier, name_zh, 300", "supplier.supplier, number, 300"
    })
    void everyColumnThatPeopleWriteInHasAnEnd(String table, String column, int most) {
        var name = table.substring(table.indexOf('.') + 1) + "_" + column + "_fits";
        assertThat(db.sql("SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = :name AND conrelid = CAST(:table AS regclass)")
                .param("name", name).param("table", table).query(String.class).single()).contains("char_length(" + column + ") <= " + most);
    }

    @Test
    void aPersonIsToldAndNothingIsChanged() {
        var supplier = supplier();
        var site = browser.post().uri("/app/suppliers/" + supplier + "/sites").param("name", "n".repeat(301)).param("address", "").param("country", "CN");
        assertThat(site.with(As.a(Role.BUYER))).hasStatus(422).bodyText().contains("That text is too long", "a reason or a note 4,000");
        assertThat(sites(supplier)).isZero();
        assertThat(browser.post().uri("/app/suppliers/" + supplier + "/sites").param("name", "名".repeat(300)).param("address", "").param("country", "CN")
                .with(As.a(Role.BUYER))).hasStatus(303);
        assertThat(sites(supplier)).isEqualTo(1);
    }

    /** Two megabytes of a reason that everybody who opens the list would load. */
    @Test
    void theReasonThatANameIsAnotherOneHasAnEnd() {
        assertThatThrownBy(() -> db.sql("""
                INSERT INTO screening.list (id, code, source, name_en, name_zh, bar, verdict, opened_by, opened_at)
                VALUES (gen_random_uuid(), 'long', 'OWN', repeat('x', 301), '名', 800, 'WARN', gen_random_uuid(), now())
                """).update()).hasMessageContaining("list_name_en_fits");
        assertThat(browser.post().uri("/app/screening/lists").param("code", "long").param("source", "OWN").param("nameEn", "x".repeat(301)).param("nameZh", "名").param("bar", "80")
                .param("verdict", "WARN").with(As.a(Role.LEGAL))).hasStatus(422);
    }

    @Test
    void aReasonHasAnEndToo() {
        var somebody = account();
        assertThat(browser.post().uri("/app/accounts/" + somebody + "/disable").param("reason", "r".repeat(4_001)).with(As.a(Role.ADMINISTRATOR)))
                .hasStatus(422).bodyText().contains("That text is too long");
        assertThat(accounts.find(somebody).orElseThrow().disabled()).isFalse();
    }

    /** The attack on the register: names of a megabyte each. */
    @Test
    void theNamesOfASupplierAreRefusedWhereTheyStand() {
        var key = ((Ruling.Granted<String>) tokens.make(account(), "long", Tokens.May.WRITE, 1)).value();
        var number = "L" + UUID.randomUUID();
        for (var field : new String[] {"nameEn", "nameZh", "nameOther", "number"}) {
            var typed = "{\"number\":\"" + number + "\",\"nameEn\":\"A\",\"country\":\"CN\",\"category\":\"solder\",\"" + field + "\":\"" + "x".repeat(301) + "\"}";
            assertThat(browser.post().uri("/api/suppliers").header("Authorization", "Bearer " + key).contentType(MediaType.APPLICATION_JSON).content(typed))
                    .hasStatus(422).bodyText().contains("supplier.words-long", "\"" + field + "\"");
        }
        assertThat(db.sql("SELECT count(*) FROM supplier.supplier WHERE number = :number").param("number", number).query(Long.class).single()).isZero();
        assertThatThrownBy(() -> db.sql("UPDATE supplier.supplier SET name_en = repeat('x', 301) WHERE id = :id").param("id", supplier()).update())
                .hasMessageContaining("supplier_name_en_fits");
    }

    UUID account() {
        return ((Ruling.Granted<UUID>) accounts.invite(
                new Accounts.Newcomer("Bo", UUID.randomUUID() + "@helia.example", Set.of(Role.BUYER), Optional.empty(), "en"), Accounts.HOUSE)).value();
    }

    UUID supplier() {
        var key = ((Ruling.Granted<String>) tokens.make(account(), "enter", Tokens.May.WRITE, 1)).value();
        var number = "L" + UUID.randomUUID();
        assertThat(browser.post().uri("/api/suppliers").header("Authorization", "Bearer " + key).contentType(MediaType.APPLICATION_JSON)
                .content("{\"number\":\"" + number + "\",\"nameEn\":\"Alpha\",\"country\":\"CN\",\"category\":\"solder\"}")).hasStatusOk();
        return db.sql("SELECT id FROM supplier.supplier WHERE number = :number").param("number", number).query(UUID.class).single();
    }

    long sites(UUID supplier) {
        return db.sql("SELECT count(*) FROM supplier.site WHERE supplier = :supplier").param("supplier", supplier).query(Long.class).single();
    }
}
