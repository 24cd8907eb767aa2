package org.probity.supply.supplier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.start.WholeHouse;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Done;
import org.probity.house.ui.Answer.Refused;
import org.probity.supply.supplier.Imports.Ask;
import org.probity.supply.supplier.Imports.Outcome;
import org.probity.supply.supplier.Reading.Fault;
import org.probity.supply.supplier.Reading.Kind;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WholeHouse
class BringingFilesInTest {
    private static final String SUPPLIERS = "number,name_zh,name_en,name_other,country,category,credit_code,lei\n";
    private static final String MATERIALS = "supplier,number,name_zh,name_en,from,until,tin_percent,tin_from\n";
    private static final String LEDGER = "document;line;supplier;material;day;kilograms\n";

    @Autowired Imports imports;
    @Autowired Suppliers suppliers;
    @Autowired JdbcClient db;
    @Autowired Clock clock;
    @Autowired MockMvcTester browser;

    final Me buyer = new Me(UUID.randomUUID(), "Buyer", Set.of(Role.BUYER), Optional.empty());
    String number;
    LocalDate day;

    @BeforeEach
    void aNumberOfItsOwn() {
        number = "I" + UUID.randomUUID();
        day = LocalDate.now(clock).minusDays(1);
    }

    /** The register lets both in, so a file must not stumble over them. */
    @Test
    void materialsWhoseNumbersDifferInCaseAloneAreTwo() {
        var owner = ((Done<UUID>) suppliers.register(new Suppliers.Registration(number, "A", "", "CN", "solder", null, null), buyer)).value();
        suppliers.addMaterial(owner, "AL-1", "Frame", "边框");
        suppliers.addMaterial(owner, "al-1", "Another frame", "另一边框");
        var plan = plan(Kind.MATERIALS, MATERIALS + number + ",AL-1,边框,Frame,,,,\n" + number + ",al-1,边框,Better frame,,,,\n" + number + ",Al-1,边框,Third,,,,\n");
        assertThat(plan).extracting(Imports.Plan::added, Imports.Plan::changed, Imports.Plan::same).containsExactly(1L, 1L, 1L);
    }

    @Test
    void suppliersComeInAndTheSameFileTwiceChangesNothing() {
        var file = SUPPLIERS + number + ",甲,\"Alpha, Ltd\",,cn,solder,,\n" + number + "b,,Beta,ベータ,JP,glass,,\n";
        var plan = plan(Kind.SUPPLIERS, file);
        assertThat(plan).extracting(Imports.Plan::added, Imports.Plan::changed, Imports.Plan::same).containsExactly(2L, 0L, 0L);
        assertThat(suppliers.byNumber(number)).isEmpty();
        var leaves = leaves();
        done(imports.bringIn(plan.batch(), buyer));
        assertThat(leaves()).isEqualTo(leaves + 1);
        assertThat(suppliers.byNumber(number).orElseThrow().nameEn()).isEqualTo("Alpha, Ltd");
        assertThat(key(imports.bringIn(plan.batch(), buyer))).isEqualTo("supplier.batch-gone");
        var again = plan(Kind.SUPPLIERS, file);
        assertThat(again.same()).isEqualTo(2);
        assertThat(key(imports.bringIn(again.batch(), buyer))).isEqualTo("supplier.nothing-new");
        assertThat(leaves()).isEqualTo(leaves + 1);
        var changed = plan(Kind.SUPPLIERS, file.replace("Beta", "Beta AG"));
        assertThat(changed).extracting(Imports.Plan::added, Imports.Plan::changed, Imports.Plan::same).containsExactly(0L, 1L, 1L);
        done(imports.bringIn(changed.batch(), buyer));
        var beta = suppliers.byNumber(number + "b").orElseThrow();
        assertThat(db.sql("SELECT field, was FROM supplier.change WHERE supplier = :id ORDER BY field").param("id", beta.id())
                .query((row, n) -> tuple(row.getString(1), row.getString(2))).list()).contains(tuple("name-en", "Beta"));
    }

    @Test
    void onlyWhoReadAFileBringsItIn() {
        var plan = plan(Kind.SUPPLIERS, SUPPLIERS + number + ",甲,,,CN,solder,,\n");
        var colleague = new Me(UUID.randomUUID(), "Colleague", Set.of(Role.BUYER), Optional.empty());
        assertThat(imports.plan(plan.batch(), colleague)).isEmpty();
        assertThat(key(imports.bringIn(plan.batch(), colleague))).isEqualTo("supplier.batch-gone");
        assertThat(browser.get().uri("/app/suppliers/import/suppliers/" + plan.batch()).with(As.me(colleague))).hasStatus(404);
        assertThat(suppliers.byNumber(number)).isEmpty();
        assertThat(imports.plan(plan.batch(), buyer)).isPresent();
        done(imports.bringIn(plan.batch(), buyer));
    }

    @Test
    void eachFaultStandsAtItsRowAndColumnAndNothingIsKept() {
        var faults = faults(Kind.SUPPLIERS, SUPPLIERS + number + ",甲,,,CN,solder,91330106MA2A00000X,\n"
                + number + ",乙,,,XX,sold,,529900T8BM49AURSDO56\n,,,,CN,solder,,\n");
        assertThat(faults).extracting(Fault::row, Fault::column, Fault::key).contains(
                tuple(2, "credit_code", "supplier.credit-code-wrong"), tuple(3, "country", "supplier.country-unknown"),
                tuple(3, "category", "supplier.category-unknown"), tuple(3, "lei", "supplier.lei-wrong"), tuple(3, "number", "supplier.twice"),
                tuple(4, "number", "supplier.number-missing"), tuple(4, "name_en", "supplier.name-missing"));
        assertThat(suppliers.byNumber(number)).isEmpty();
        assertThat(faults(Kind.SUPPLIERS, "number,name_zh\n1,2\n")).extracting(Fault::key).containsOnly("supplier.column-missing");
        assertThat(faults(Kind.SUPPLIERS, SUPPLIERS)).extracting(Fault::key).containsOnly("supplier.no-lines");
        assertThat(faults(Kind.SUPPLIERS, SUPPLIERS + number + "," + "甲".repeat(400) + ",,,CN,solder,,\n")).extracting(Fault::key).containsOnly("supplier.too-long");
        assertThat(imports.read(new Ask(Kind.SUPPLIERS, null, null, null), "x", new byte[] {0, 1, 2}, buyer)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void aFileIsNotShownAsOfAnotherKind() {
        var plan = plan(Kind.SUPPLIERS, SUPPLIERS + number + ",甲,,,CN,solder,,\n");
        assertThat(browser.get().uri("/app/suppliers/import/suppliers/" + plan.batch()).with(As.me(buyer)).exchange()).hasStatusOk();
        assertThat(browser.get().uri("/app/suppliers/import/sites/" + plan.batch()).with(As.me(buyer)).exchange()).hasStatus(404);
    }

    @Test
    void aCodeOfAnotherSupplierIsAFault() {
        var lei = "529900T8BM49AURSDO55";
        db.sql("UPDATE supplier.supplier SET lei = NULL WHERE lei = :lei").param("lei", lei).update();
        var first = SUPPLIERS + number + ",甲,,,CN,solder,," + lei + "\n";
        assertThat(faults(Kind.SUPPLIERS, first + number + "b,乙,,,CN,solder,," + lei + "\n")).extracting(Fault::key).containsOnly("supplier.code-of-another");
        done(imports.bringIn(plan(Kind.SUPPLIERS, first).batch(), buyer));
        assertThat(faults(Kind.SUPPLIERS, SUPPLIERS + number + "b,乙,,,CN,solder,," + lei + "\n")).extracting(Fault::value).containsOnly(number);
        // It may move to another within one file.
        done(imports.bringIn(plan(Kind.SUPPLIERS, SUPPLIERS + number + ",甲,,,CN,solder,,\n" + number + "b,乙,,,CN,solder,," + lei + "\n").batch(), buyer));
        assertThat(suppliers.byNumber(number + "b").orElseThrow().lei()).isEqualTo(lei);
    }

    @Test
    void sitesAndMaterialsComeInAndTheSameFileTwiceChangesNothing() {
        done(imports.bringIn(plan(Kind.SUPPLIERS, SUPPLIERS + number + ",甲,,,CN,solder,,\n").batch(), buyer));
        var sites = "supplier,site,address,country\n" + number + ",Plant,Road 1,CN\n";
        done(imports.bringIn(plan(Kind.SITES, sites).batch(), buyer));
        assertThat(plan(Kind.SITES, sites).same()).isEqualTo(1);
        done(imports.bringIn(plan(Kind.SITES, sites.replace("Road 1", "Road 2")).batch(), buyer));
        assertThat(faults(Kind.SITES, "supplier,site,address,country\nnobody,Plant,,CN\n" + number + ",,,XX\n")).extracting(Fault::key)
                .containsExactlyInAnyOrder("supplier.number-unknown", "supplier.site-name-missing", "supplier.country-unknown");
        var materials = MATERIALS + number + ",M1,焊带,,2024/01/01,,60,\n" + number + ",M2,,Flux,2024-01-01,2024-12-31,,\n";
        done(imports.bringIn(plan(Kind.MATERIALS, materials).batch(), buyer));
        assertThat(plan(Kind.MATERIALS, materials).same()).isEqualTo(2);
        var id = suppliers.byNumber(number).orElseThrow().id();
        assertThat(suppliers.sites(id)).extracting(Supplier.Site::address).containsExactly("Road 2");
        assertThat(suppliers.materials(id)).extracting(Supplier.Material::nameEn, Supplier.Material::lastDay)
                .containsExactly(tuple("焊带", null), tuple("Flux", LocalDate.of(2024, 12, 31)));
        var more = MATERIALS + number + ",M1,焊带,,,,55,2025-01-01\n";
        assertThat(plan(Kind.MATERIALS, more).changed()).isEqualTo(1);
        done(imports.bringIn(plan(Kind.MATERIALS, more).batch(), buyer));
        assertThat(plan(Kind.MATERIALS, more).same()).isEqualTo(1);
        assertThat(suppliers.materials(id).getFirst().tinShare()).isEqualByComparingTo("0.55");
        assertThat(faults(Kind.MATERIALS, MATERIALS + number + ",,,,2025-01-02,2025-01-01,x,never\n")).extracting(Fault::column)
                .contains("number", "name_en", "until", "tin_percent", "tin_from");
    }

    @Test
    void aLedgerComesInLineByLineWithTheTotalOfTheErp() {
        aMaterial();
        var file = LEDGER + line("1", day, "10.5") + line("2", day, "4");
        assertThat(read(ledger(2, "14"), file)).isInstanceOfSatisfying(Outcome.Refused.class, it -> assertThat(it.key()).isEqualTo("supplier.ledger-differs"));
        done(imports.bringIn(((Outcome.Ready) read(ledger(2, "14.5"), file)).plan().batch(), buyer));
        assertThat(((Outcome.Ready) read(ledger(2, "14.5"), file)).plan().same()).isEqualTo(2);
        var more = ((Outcome.Ready) read(ledger(3, "15.5"), file + line("3", day, "1"))).plan();
        assertThat(more).extracting(Imports.Plan::added, Imports.Plan::same).containsExactly(1L, 2L);
        done(imports.bringIn(more.batch(), buyer));
        assertThat(db.sql("SELECT sum(stated_kilograms) FROM supplier.ledger WHERE id IN (SELECT ledger FROM supplier.receipt WHERE document = :d)")
                .param("d", number).query(BigDecimal.class).single()).isEqualByComparingTo("15.5");
    }

    @Test
    void aLedgerLineThatCannotBeIsAFaultAtItsCell() {
        aMaterial();
        var faults = faults(ledger(9, "1"), LEDGER + line("1", day, "1") + line("1", day, "1") + line("2", day.plusYears(1), "1") + line("3", day.minusYears(1), "1")
                + line("x", day, "0") + number + ";9;nobody;M1;soon;-1\n" + ";7;" + number + ";M9;" + day + ";1.2345\n");
        assertThat(faults).extracting(Fault::row, Fault::column, Fault::key).contains(
                tuple(3, "line", "supplier.receipt-twice"), tuple(4, "day", "supplier.receipt-future"), tuple(5, "day", "supplier.receipt-outside-year"),
                tuple(6, "line", "supplier.line-wrong"), tuple(6, "kilograms", "supplier.kilograms-wrong"), tuple(7, "supplier", "supplier.number-unknown"),
                tuple(7, "day", "supplier.day-wrong"), tuple(8, "material", "supplier.material-unknown"), tuple(8, "document", "supplier.document-missing"),
                tuple(8, "kilograms", "supplier.kilograms-wrong"));
        done(imports.bringIn(((Outcome.Ready) read(ledger(1, "1"), LEDGER + line("1", day, "1"))).plan().batch(), buyer));
        assertThat(faults(ledger(1, "2"), LEDGER + line("1", day, "2"))).extracting(Fault::key).containsExactly("supplier.receipt-differs");
    }

    @Test
    void whatTheRegisterNoLongerFitsIsRefusedWhenBroughtIn() {
        db.sql("UPDATE supplier.supplier SET lei = NULL WHERE lei = '529900T8BM49AURSDO55'").update();
        var late = plan(Kind.SUPPLIERS, SUPPLIERS + number + ",甲,,,CN,solder,,529900T8BM49AURSDO55\n");
        suppliers.register(new Suppliers.Registration(number + "x", "X", "", "CN", "solder", null, "529900T8BM49AURSDO55"), buyer);
        assertThat(key(imports.bringIn(late.batch(), buyer))).isEqualTo("supplier.batch-faulty");
        assertThat(suppliers.byNumber(number)).isEmpty();
    }

    /** Told by no clock: what makes a file slow is a table that is read from end to end for each of its lines, on an idle machine too. */
    @Test
    void thousandsOfSuppliersComeInAtOnce() {
        var file = new StringBuilder(SUPPLIERS);
        for (var i = 0; i < 3_000; i++) {
            file.append(number).append('-').append(i).append(",供应商,Supplier ").append(i).append(",,CN,solder,,\n");
        }
        var before = readInFull();
        done(imports.bringIn(plan(Kind.SUPPLIERS, file.toString()).batch(), buyer));
        assertThat(db.sql("SELECT count(*) FROM supplier.supplier WHERE number LIKE :n").param("n", number + "-%").query(Long.class).single()).isEqualTo(3_000);
        assertThat(readInFull() - before).as("rows read without an index; one look at all for each line would be millions").isLessThan(200_000);
        db.sql("DELETE FROM supplier.supplier WHERE number LIKE :n").param("n", number + "-%").update();
    }

    private long readInFull() {
        db.sql("SELECT pg_stat_force_next_flush()").query((row, n) -> row).list();
        return db.sql("SELECT coalesce(sum(seq_tup_read), 0) FROM pg_stat_user_tables WHERE schemaname = 'supplier'").query(Long.class).single();
    }

    @Test
    void thePagesLeadFromTheTemplateToTheRegister() {
        assertThat(browser.get().uri("/app/suppliers/import/suppliers/template?format=csv").with(As.a(Role.BUYER)).exchange())
                .hasStatusOk().bodyText().contains("number,name_zh,name_en");
        // Each kind has its page: the address of a supplier's materials looks much the same.
        for (var kind : Reading.Kind.values()) {
            assertThat(browser.get().uri("/app/suppliers/import/" + kind.path()).with(As.me(buyer)).exchange()).hasStatusOk();
        }
        assertThat(browser.get().uri("/app/suppliers/import/nothing").with(As.me(buyer)).exchange()).hasStatus(404);
        assertThat(browser.get().uri("/app/suppliers/import").with(As.a(Role.ASSURER)).exchange()).hasStatus(403);
        var file = new MockMultipartFile("file", "s.csv", "text/csv", (SUPPLIERS + number + ",甲,,,CN,solder,,\n").getBytes(StandardCharsets.UTF_8));
        assertThat(browser.post().uri("/app/suppliers/import/suppliers").multipart().file(file).with(As.me(buyer)).exchange())
                .hasStatusOk().bodyText().contains("Bring it in");
        var batch = db.sql("SELECT id FROM supplier.batch ORDER BY read_at DESC LIMIT 1").query(UUID.class).single();
        assertThat(browser.get().uri("/app/suppliers/import/suppliers/" + batch).with(As.me(buyer)).exchange()).hasStatusOk();
        assertThat(browser.post().uri("/app/suppliers/import/suppliers/" + batch).with(As.me(buyer)).exchange()).hasStatus(303);
        assertThat(suppliers.byNumber(number)).isPresent();
        assertThat(browser.post().uri("/app/suppliers/import/ledger").multipart().file(file).param("year", "x").with(As.me(buyer)).exchange())
                .hasStatus(422).bodyText().contains("such as 2026");
    }

    private void aMaterial() {
        done(imports.bringIn(plan(Kind.SUPPLIERS, SUPPLIERS + number + ",甲,,,CN,solder,,\n").batch(), buyer));
        done(imports.bringIn(plan(Kind.MATERIALS, MATERIALS + number + ",M1,焊带,,2024-01-01,,60,\n").batch(), buyer));
    }

    private String line(String line, LocalDate on, String kilograms) {
        return number + ";" + line + ";" + number + ";M1;" + on + ";" + kilograms + "\n";
    }

    private Ask ledger(int rows, String kilograms) {
        return new Ask(Kind.LEDGER, day.getYear(), rows, new BigDecimal(kilograms));
    }

    private Outcome read(Ask ask, String file) {
        return imports.read(ask, "file.csv", file.getBytes(StandardCharsets.UTF_8), buyer);
    }

    private Imports.Plan plan(Kind kind, String file) {
        var outcome = read(new Ask(kind, null, null, null), file);
        assertThat(outcome).isInstanceOf(Outcome.Ready.class);
        return ((Outcome.Ready) outcome).plan();
    }

    private java.util.List<Fault> faults(Kind kind, String file) {
        return faults(new Ask(kind, null, null, null), file);
    }

    private java.util.List<Fault> faults(Ask ask, String file) {
        var outcome = read(ask, file);
        assertThat(outcome).isInstanceOf(Outcome.Faulty.class);
        return ((Outcome.Faulty) outcome).faults();
    }

    private long leaves() {
        return db.sql("SELECT count(*) FROM log.record WHERE class = 'supplier.imported'").query(Long.class).single();
    }

    private static String key(Answer<?> answer) {
        return ((Refused<?>) answer).reasons().getFirst().key();
    }

    private static <T> T done(Answer<T> answer) {
        assertThat(answer).isInstanceOf(Done.class);
        return ((Done<T>) answer).value();
    }
}
