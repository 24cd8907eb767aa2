package org.probity.supply.clearance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.start.WholeHouse;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Query;
import org.probity.supply.supplier.ASupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WholeHouse
class LookingAtWhatWasReportedTest {
    static final Me BUYER = AskingWhetherWeMayTest.BUYER;
    static final Query ALL = Query.all("/app/clearance/deeds");

    @Autowired Clearances clearances;
    @Autowired Deeds deeds;
    @Autowired DeedRows rows;
    @Autowired JdbcClient db;
    @Autowired MockMvcTester browser;
    @Autowired Clock clock;

    UUID supplier;
    String number;

    @BeforeEach
    void threeOrders() {
        supplier = ASupplier.in(db);
        number = db.sql("SELECT number FROM supplier.name WHERE id = :id").param("id", supplier).query(String.class).single();
        var asked = clearances.ask(new Question(supplier, null, null, Act.ORDER), BUYER).orElseThrow().id().toString();
        report(line("ORDER", "A-" + number, asked), line("PAYMENT", "B-" + number, null), line("ORDER", "C-" + number, null));
        db.sql("""
                INSERT INTO supplier.ending (id, supplier, last_day, reason, words, ended_by, ended_at, record)
                VALUES (gen_random_uuid(), :supplier, current_date - 9, 'OTHER', '', gen_random_uuid(), now(), gen_random_uuid())
                """).param("supplier", supplier).update();
        report(line("ORDER", "D-" + number, clearances.ask(new Question(supplier, null, null, Act.ORDER), BUYER).orElseThrow().id().toString()));
    }

    @Test
    void eachStandsBesideWhatWasAnswered() {
        assertThat(documents(ALL.with("q", number))).containsExactly("A", "B", "C", "D");
        assertThat(documents(ALL.with("q", number).with("asked", "ALLOWED"))).containsExactly("A");
        assertThat(documents(ALL.with("q", number).with("asked", "AGAINST"))).containsExactly("D");
        assertThat(documents(ALL.with("q", number).with("asked", "NOT_ASKED"))).containsExactly("B", "C");
        assertThat(documents(ALL.with("q", number).with("kind", "PAYMENT"))).containsExactly("B");
        assertThat(documents(ALL.with("q", "C-" + number))).as("by its own number").containsExactly("C");
        assertThat(rows.count(ALL.with("q", number).with("asked", "NOT_ASKED"))).isEqualTo(2);
        assertThat(documents(ALL.with("q", "100%"))).as("a sign of patterns is a letter").isEmpty();
    }

    @Test
    void thePageListsThemAndAFileHoldsThem() {
        assertThat(browser.get().uri("/app/clearance/deeds?q=" + number).with(As.me(BUYER)).exchange()).hasStatusOk().bodyText()
                .contains("A-" + number, "done though refused", "nobody asked", "/app/clearance/answers/");
        assertThat(browser.get().uri("/app/clearance/deeds?format=csv&asked=AGAINST&q=" + number).with(As.me(BUYER)).exchange()).hasStatusOk().bodyText()
                .contains("D-" + number).doesNotContain("A-" + number);
    }

    private List<String> documents(Query query) {
        return rows.list(query).stream().map(it -> it.document().substring(0, 1)).toList();
    }

    private Deeds.Line line(String kind, String document, String clearance) {
        return new Deeds.Line(kind, document, number, LocalDate.now(clock).toString(), "10.00", "CNY", clearance);
    }

    private void report(Deeds.Line... lines) {
        assertThat(deeds.report("ERP", lines.length, Arrays.asList(lines), BUYER)).isInstanceOf(Answer.Done.class);
    }
}
