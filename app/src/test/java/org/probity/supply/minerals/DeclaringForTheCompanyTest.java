package org.probity.supply.minerals;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.formats.cmrt.Background;
import org.probity.formats.cmrt.Cmrt;
import org.probity.formats.cmrt.Metal;
import org.probity.formats.cmrt.Question;
import org.probity.formats.cmrt.Reading;
import org.probity.formats.cmrt.Sample;
import org.probity.formats.cmrt.SampleOrder;
import org.probity.formats.cmrt.Scope;
import org.probity.formats.cmrt.SecondOpinion;
import org.probity.formats.cmrt.SmelterList;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.settings.Company;
import org.probity.house.start.WholeHouse;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Done;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Answer.Refused;
import org.probity.shapes.evidence.Evidence;
import org.probity.shapes.figure.FigureValue;
import org.probity.shapes.figure.Figures;
import org.probity.shapes.obligation.Obligations;
import org.probity.supply.supplier.Suppliers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WholeHouse(own = true)
class DeclaringForTheCompanyTest {
    @Autowired Suppliers suppliers;
    @Autowired Minerals minerals;
    @Autowired Reviews reviews;
    @Autowired OwnCmrt own;
    @Autowired Figures figures;
    @Autowired Evidence evidence;
    @Autowired Obligations obligations;
    @Autowired MockMvcTester browser;
    @Autowired JdbcClient db;
    @Autowired Company company;
    @Autowired Clock clock;

    final Me officer = new Me(UUID.randomUUID(), "Officer", Set.of(Role.SOURCING_OFFICER), Optional.empty());
    final Me quality = new Me(UUID.randomUUID(), "Quality", Set.of(Role.QUALITY), Optional.empty());
    final List<SmelterList.Smelter> tin = SmelterList.fictional().smelters(Metal.TIN).stream()
            .filter(it -> it.status() == SmelterList.Status.CONFORMANT).toList();
    LocalDate today;
    int year;

    @BeforeEach
    void nobodyWasAskedBefore() {
        today = LocalDate.now(clock);
        year = today.getYear();
        db.sql("UPDATE obligation.obligation SET period = period - 50").update();
    }

    @Test
    void itIsReadAgainByOurReaderWithoutAFinding() {
        accepted(tin.subList(0, 6));
        accepted(tin.subList(3, 9));
        done(own.answer(year, fields(), officer));
        done(company.say(new Company.Form("Sunward Cells Ltd", "向阳电池", "", ""), officer.account()));
        var declaration = written();
        assertThat(declaration.companyName()).as("the name the administrator chose").isEqualTo("Sunward Cells Ltd");
        assertThat(declaration.scope()).isEqualTo(Scope.COMPANY);
        assertThat(declaration.smelters()).hasSize(9);
        assertThat(SecondOpinion.all(declaration, Background.of(today).withList(SmelterList.fictional(), List.of()).expecting(Set.of(Metal.TIN)))).isEmpty();
    }

    @Test
    void whatOneSupplierHasNotAnsweredShowsInEveryAnswerThatRestsOnAll() {
        accepted(tin.subList(0, 6));
        owing();
        assertThat(own.rollUp(year).answers(Metal.TIN)).containsEntry(Question.RESPONSES, "50% or less").containsEntry(Question.SMELTERS_IDENTIFIED, "No")
                .containsEntry(Question.COVERED_COUNTRIES, "Unknown").containsEntry(Question.ADDED, "Yes");
        assertThat(own.rollUp(year).answers(Metal.GOLD)).containsEntry(Question.ADDED, "No").containsEntry(Question.RESPONSES, "");
    }

    @Test
    void aSmelterIsCountedOnceWithItsSources() {
        accepted(tin.subList(0, 6));
        accepted(tin.subList(0, 7));
        assertThat(own.rollUp(year).smelters()).hasSize(7).first().satisfies(it -> assertThat(it.suppliers()).isEqualTo(2));
    }

    @Test
    void eachSmelterIsOneRowHoweverManyNameItAndTheAnswersSayHowOften() {
        accepted(tin.subList(0, 6));
        accepted(tin.subList(0, 7));
        var value = figures.live(figures.find("smelters-conformant").orElseThrow(), year);
        assertThat(value.rows()).hasSize(7);
        assertThat(value.rows()).filteredOn(row -> row.number().equals(tin.get(6).id())).singleElement().satisfies(row -> assertThat(row.input("times")).isEqualByComparingTo("1"));
        assertThat(value.control().stated()).isEqualByComparingTo("13").isEqualByComparingTo(value.control().rows());
        assertThat(figures.live(figures.find("smelters-conformant").orElseThrow(), year - 1).rows()).isEmpty();
    }

    @Test
    void anAnswerCountsOfWhoDeliveredAndOnlyWhileItHolds() {
        accepted(tin.subList(0, 6));
        var answered = db.sql("SELECT id FROM supplier.supplier ORDER BY registered_at DESC LIMIT 1").query(UUID.class).single();
        var silent = owing();
        var idle = owing();
        receive(answered, silent);
        var value = figures.live(figures.find("cmrt-answers").orElseThrow(), year);
        assertThat(answer(value, answered).input("met")).isEqualByComparingTo("1");
        assertThat(answer(value, silent).input("met")).isEqualByComparingTo("0");
        assertThat(answer(value, idle).reason()).isEqualTo("minerals.no-delivery");
        assertThat(value.control().difference()).isEqualByComparingTo("0");
        // It held until yesterday.
        db.sql("UPDATE obligation.step SET valid_until = :yesterday WHERE state = 'MET' AND obligation IN (SELECT id FROM obligation.obligation WHERE party = :party)")
                .param("yesterday", today.minusDays(1)).param("party", answered).update();
        assertThat(answer(figures.live(figures.find("cmrt-answers").orElseThrow(), year), answered).input("met")).isEqualByComparingTo("0");
    }

    private static FigureValue.Row answer(FigureValue value, UUID supplier) {
        return value.rows().stream().filter(row -> row.subject().equals(supplier)).findFirst().orElseThrow();
    }

    private void receive(UUID... whom) {
        var receipts = java.util.Arrays.stream(whom)
                .map(it -> new Suppliers.Receipt("GR" + it, 1, it, suppliers.materials(it).getFirst().id(), today, new BigDecimal("10.5"))).toList();
        var file = evidence.keep("ledger.csv", "text/csv", UUID.randomUUID().toString().getBytes(), officer.account());
        done(suppliers.receive("ERP", year, receipts, receipts.size(), new BigDecimal("10.5").multiply(BigDecimal.valueOf(whom.length)), file.id(), file.sha256(), officer));
    }

    @Test
    void productsMakeItADeclarationAboutProducts() {
        accepted(tin.subList(0, 6));
        var fields = fields();
        fields.put("products", "HS-550\nHS-560");
        done(own.answer(year, fields, officer));
        assertThat(written().scope()).isEqualTo(Scope.PRODUCTS);
        assertThat(written().products()).hasSize(2);
    }

    @Test
    void whatAPersonLeavesOutIsRefusedWhereItBelongs() {
        assertThat(wrong(own.answer(year, Map.of(), officer))).contains("contactName", "authoriserEmail", "POLICY", "effectiveDay");
        var fields = fields();
        fields.putAll(Map.of("contactEmail", "nobody", "POLICY", "Perhaps", "policyAddress", "", "effectiveDay", today.plusDays(1).toString()));
        assertThat(wrong(own.answer(year, fields, officer))).containsExactlyInAnyOrder("contactEmail", "POLICY", "policyAddress", "effectiveDay");
        fields.put("effectiveDay", "soon");
        assertThat(wrong(own.answer(year, fields, officer))).contains("effectiveDay");
    }

    @Test
    void officersSaveItAndOthersOnlyLook() {
        accepted(tin.subList(0, 6));
        done(own.answer(year, fields(), officer));
        assertThat(browser.get().uri("/app/minerals/own/" + year).with(As.me(officer)).exchange()).hasStatusOk().bodyText().contains("Save the workbook", tin.getFirst().id());
        assertThat(browser.get().uri("/app/minerals/own/" + year + "/file").with(As.me(officer)).exchange()).hasStatusOk().hasHeader("Content-Type", "application/octet-stream");
        assertThat(browser.get().uri("/app/minerals/own/" + year).with(As.me(quality)).exchange()).hasStatusOk().bodyText().doesNotContain("Save the workbook");
        assertThat(browser.get().uri("/app/minerals/own/" + year + "/file").with(As.me(quality)).exchange()).hasStatus(403);
    }

    private org.probity.formats.cmrt.Declaration written() {
        return switch (Cmrt.read(own.workbook(year).orElseThrow())) {
            case Reading.Read(var declaration) -> declaration;
            case Reading.Unreadable unreadable -> throw new AssertionError(unreadable.toString());
        };
    }

    private Map<String, String> fields() {
        var fields = new HashMap<>(Map.of("contactName", "Zhao Ning", "contactEmail", "officer@helia.example", "contactPhone", "+86 512 5555 0199",
                "authoriserName", "Lu Wen", "authoriserTitle", "Director", "authoriserEmail", "publisher@helia.example", "authoriserPhone", "+86 512 5555 0198",
                "effectiveDay", today.toString(), "policyAddress", "https://helia.example/minerals"));
        OwnCmrt.LEFT_TO_A_PERSON.forEach(question -> fields.put(question.name(), OwnCmrt.offered(question).getFirst()));
        return fields;
    }

    private UUID owing() {
        var number = "O" + UUID.randomUUID();
        var supplier = done(suppliers.register(new Suppliers.Registration(number, "Solder " + number, "焊料" + number, "CN", "solder", null, null), officer));
        suppliers.sayContent(suppliers.addMaterial(supplier, "M1", "Ribbon", "焊带"), Suppliers.TIN, new BigDecimal("0.6"), LocalDate.of(year, 1, 1));
        obligations.open(PaperKind.CMRT.obligation(), year, today, List.of(supplier), officer);
        return supplier;
    }

    private void accepted(List<SmelterList.Smelter> named) {
        var supplier = owing();
        var owed = obligations.of(supplier).getFirst();
        var contact = new Me(UUID.randomUUID(), "Contact", Set.of(Role.SUPPLIER), Optional.of(supplier));
        var paper = done(minerals.send(owed.id(), "cmrt.xlsx", Sample.workbook(
                SampleOrder.complete("Solder", "Contact", "contact@supplier.example", today.minusDays(20)).naming(named)), contact));
        done(reviews.accept(paper.id(), today.plusDays(9), "fine", officer));
        done(reviews.accept(paper.id(), today.plusDays(9), "fine", quality));
    }

    private static List<String> wrong(Answer<?> answer) {
        return ((Refused<?>) answer).reasons().stream().map(Reason::field).toList();
    }

    private static <T> T done(Answer<T> answer) {
        return switch (answer) {
            case Done<T>(var value) -> value;
            case Refused<T>(var reasons) -> throw new AssertionError(reasons.toString());
        };
    }
}
