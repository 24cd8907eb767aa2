package org.probity.supply.minerals;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.start.Meanwhile;
import org.probity.house.start.WholeHouse;
import org.probity.house.ui.Answer.Done;
import org.probity.shapes.obligation.Obligations;
import org.probity.supply.supplier.Suppliers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@WholeHouse
class WritingToSuppliersTest {
    @Autowired Suppliers suppliers;
    @Autowired Minerals minerals;
    @Autowired Reviews reviews;
    @Autowired Obligations obligations;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;
    @Autowired Clock clock;

    final Me officer = new Me(UUID.randomUUID(), "Officer", Set.of(Role.SOURCING_OFFICER), Optional.empty());
    final Me quality = new Me(UUID.randomUUID(), "Quality", Set.of(Role.QUALITY), Optional.empty());
    final String email = UUID.randomUUID() + "@solder.example";
    LocalDate today;
    UUID supplier;
    Me contact;

    @BeforeEach
    void aSupplierOfSolderIsAsked() {
        today = LocalDate.now(clock);
        var number = "W" + UUID.randomUUID();
        supplier = ((Done<UUID>) suppliers.register(new Suppliers.Registration(number, "Solder " + number, "焊料" + number, "CN", "solder", null, null), officer)).value();
        contact = new Me(UUID.randomUUID(), "Contact", Set.of(Role.SUPPLIER), Optional.of(supplier));
        suppliers.addContact(supplier, "Contact", email, "");
        suppliers.sayContent(suppliers.addMaterial(supplier, "M1", "Ribbon", "焊带"), Suppliers.TIN, new BigDecimal("0.6"), LocalDate.of(today.getYear(), 1, 1));
        assertThat(minerals.open(today.getYear(), today.plusDays(7), officer)).isInstanceOf(Done.class);
    }

    @Test
    void aCampaignIsOneLetterWhateverTheNumberOfPapers() {
        assertThat(subjects()).hasSize(1).first().asString().contains("请提交 " + today.getYear() + " 年度矿产尽调文件");
        minerals.open(today.getYear(), today.plusDays(7), officer);
        assertThat(subjects()).hasSize(1);
    }

    @Test
    void twoWhoOpenACampaignAtOnceWriteOnce() {
        var another = UUID.randomUUID() + "@solder.example";
        var number = "W" + UUID.randomUUID();
        var late = ((Done<UUID>) suppliers.register(new Suppliers.Registration(number, "Solder " + number, "焊料" + number, "CN", "solder", null, null), officer)).value();
        suppliers.addContact(late, "Contact", another, "");
        suppliers.sayContent(suppliers.addMaterial(late, "M1", "Ribbon", "焊带"), Suppliers.TIN, new BigDecimal("0.6"), LocalDate.of(today.getYear(), 1, 1));
        Meanwhile.slower(transaction, db, () -> minerals.open(today.getYear(), today.plusDays(7), officer), () -> minerals.open(today.getYear(), today.plusDays(7), officer));
        assertThat(db.sql("SELECT count(*) FROM mail.letter WHERE recipient = :to").param("to", another).query(Long.class).single()).isOne();
    }

    @Test
    void aReminderIsOneLetterForAllThatIsDueThatDay() {
        obligations.begin(today);
        obligations.begin(today);
        assertThat(subjects()).hasSize(2).anyMatch(it -> it.startsWith("4 份文件将于 " + today.plusDays(7)));
    }

    @Test
    void whoIsLateReadsSo() {
        obligations.begin(today.plusDays(8));
        assertThat(subjects()).anyMatch(it -> it.startsWith("4 份文件已于 " + today.plusDays(7)));
    }

    @Test
    void whatAPersonSendsBackIsWrittenWithTheirWords() {
        var paper = send();
        reviews.sendBack(paper.id(), "请加盖公章", officer);
        assertThat(subjects()).anyMatch(it -> it.startsWith("请更正：供应商自我声明"));
        assertThat(bodies()).anyMatch(it -> it.contains("请加盖公章") && it.contains("/app/portal/minerals/" + paper.obligation()));
    }

    @Test
    void whatIsAcceptedAndWhatLapsesIsWritten() {
        var paper = send();
        reviews.accept(paper.id(), today, "fine", officer);
        reviews.accept(paper.id(), today, "fine", quality);
        assertThat(subjects()).anyMatch(it -> it.startsWith("已接受：供应商自我声明"));
        obligations.begin(today.plusDays(1));
        assertThat(subjects()).anyMatch(it -> it.startsWith("已失效：供应商自我声明"));
    }

    @Test
    void whatARuleSendsBackAtOnceIsNotWritten() {
        var cmrt = obligations.of(supplier).stream().filter(it -> it.kind().equals(PaperKind.CMRT.obligation())).findFirst().orElseThrow();
        minerals.send(cmrt.id(), "cmrt.xlsx", "not a workbook".getBytes(), contact);
        assertThat(subjects()).hasSize(1);
    }

    private Paper send() {
        var owed = obligations.of(supplier).stream().filter(it -> it.kind().equals(PaperKind.SELF_DECLARATION.obligation())).findFirst().orElseThrow();
        return ((Done<Paper>) minerals.send(owed.id(), "a.pdf", "%PDF-1".getBytes(), contact)).value();
    }

    private List<String> subjects() {
        return db.sql("SELECT subject FROM mail.letter WHERE recipient = :to").param("to", email).query(String.class).list();
    }

    /** Those that did not leave yet; with no mail server named they wait. */
    private List<String> bodies() {
        return db.sql("SELECT coalesce(body, '') FROM mail.letter WHERE recipient = :to").param("to", email).query(String.class).list();
    }
}
