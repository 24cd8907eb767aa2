package org.probity.supply.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.supply.admission.Newcomer.done;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.start.WholeHouse;
import org.probity.shapes.evidence.Evidence;
import org.probity.shapes.figure.Figures;
import org.probity.shapes.figure.FigureValue.Row;
import org.probity.supply.supplier.Suppliers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@WholeHouse(own = true)
class CountingAdmissionTest {
    @Autowired AutowireCapableBeanFactory beans;
    @Autowired Suppliers suppliers;
    @Autowired Evidence evidence;
    @Autowired Agreements agreements;
    @Autowired Rulings rulings;
    @Autowired Proofs proofs;
    @Autowired Figures figures;
    @Autowired Keeping keeping;
    @Autowired Standing standing;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;

    Newcomer newcomer;
    LocalDate today;

    @BeforeEach
    void somebodyToCount() {
        newcomer = beans.createBean(Newcomer.class);
        today = newcomer.today();
    }

    @Test
    void agreementsCountFromTheFirstDeliveryOnAndTheKilogramsAreThoseOfTheLedger() {
        var signed = newcomer.qualified("wafer");
        var unsigned = newcomer.invited("wafer");
        var silent = newcomer.invited("wafer");
        var early = newcomer.qualified("wafer");
        deliver(today, signed.supplier(), unsigned.supplier());
        deliver(today.minusDays(today.getDayOfYear() > 1 ? 1 : 0), early.supplier());
        var rows = figures.find("sup-agreements").map(it -> figures.live(it, today.getYear())).orElseThrow();
        assertThat(met(rows.rows(), signed)).isEqualTo(1);
        assertThat(met(rows.rows(), unsigned)).isZero();
        assertThat(met(rows.rows(), early)).as("signed a day after its first delivery").isEqualTo(today.getDayOfYear() > 1 ? 0 : 1);
        assertThat(row(rows.rows(), silent).reason()).isEqualTo("admission.figure.no-delivery");
        assertThat(row(rows.rows(), signed).evidence()).hasSize(3);
        assertThat(rows.control().stated()).isEqualByComparingTo(rows.control().rows());
        // A signature that ends takes the figure with it from the next day on.
        done(agreements.end(agreements.of(signed.supplier()).getFirst().id(), today, "Both sides agree", newcomer.legal));
        assertThat(met(figures.find("sup-agreements").map(it -> figures.live(it, today.getYear())).orElseThrow().rows(), signed)).isEqualTo(1);
    }

    @Test
    void twiceCertifiedIsWhoseSystemsAndMaterialHoldAndScreenedIsWhoWasLookedAtBeforeTheyDelivered() {
        var both = newcomer.qualified("wafer");
        var systemsOnly = newcomer.invited("wafer");
        newcomer.topics(systemsOnly);
        newcomer.systems(systemsOnly);
        var machines = newcomer.invited("equipment");
        newcomer.systems(machines);
        deliver(today, both.supplier(), systemsOnly.supplier(), machines.supplier());
        var dual = figures.find("sup-dual-cert").map(it -> figures.live(it, today.getYear())).orElseThrow().rows();
        assertThat(met(dual, both)).isEqualTo(1);
        assertThat(met(dual, systemsOnly)).isZero();
        assertThat(met(dual, machines)).as("equipment needs no material certification").isEqualTo(1);
        var social = figures.find("sup-admission-social").map(it -> figures.live(it, today.getYear())).orElseThrow().rows();
        assertThat(met(social, systemsOnly)).isEqualTo(1);
        assertThat(met(social, machines)).isZero();
        var environment = figures.find("sup-admission-env").map(it -> figures.live(it, today.getYear())).orElseThrow().rows();
        assertThat(met(environment, both)).isEqualTo(1);
        assertThat(met(environment, machines)).isZero();
        done(rulings.withdraw(proofs.newest(both.supplier(), "iso-9001").orElseThrow().id(), "Forged", newcomer.quality));
        assertThat(met(figures.find("sup-dual-cert").map(it -> figures.live(it, today.getYear())).orElseThrow().rows(), both)).isZero();
    }

    @Test
    void aNewcomerIsAsFarAsItsFurthestStepAndTheLogCountsTheDossiers() {
        var asked = newcomer.invited("wafer");
        var sent = newcomer.invited("wafer");
        newcomer.send(sent, "labour");
        var spoken = newcomer.invited("wafer");
        newcomer.topics(spoken);
        var ready = newcomer.ready("wafer");
        var admitted = newcomer.qualified("wafer");
        var value = figures.find("newcomers-admitted").map(it -> figures.live(it, today.getYear())).orElseThrow();
        assertThat(List.of(asked, sent, spoken, ready, admitted)).extracting(it -> row(value.rows(), it).input("stage").intValueExact()).containsExactly(1, 2, 3, 4, 6);
        assertThat(List.of(ready, admitted)).extracting(it -> met(value.rows(), it)).containsExactly(0, 1);
        assertThat(value.control().stated()).isEqualByComparingTo(value.control().rows()).isGreaterThanOrEqualTo(BigDecimal.valueOf(5));
        assertThat(figures.find("newcomers-admitted").map(it -> figures.live(it, today.getYear() - 1)).orElseThrow().rows()).as("opened this year").isEmpty();
        // What was reached stays reached when a leg is lost.
        done(rulings.withdraw(proofs.newest(admitted.supplier(), "iso-9001").orElseThrow().id(), "Forged", newcomer.quality));
        assertThat(row(figures.find("newcomers-admitted").map(it -> figures.live(it, today.getYear())).orElseThrow().rows(), admitted).input("stage")).isEqualByComparingTo("6");
    }

    @Test
    void whoDeliveredBeforeItsDossierWasOpenedIsNoNewcomer() {
        var before = newcomer.invited("wafer");
        var sameDay = newcomer.invited("wafer");
        deliver(today.minusYears(1), before.supplier());
        deliver(today, sameDay.supplier());
        var value = figures.find("newcomers-admitted").map(it -> figures.live(it, today.getYear())).orElseThrow();
        assertThat(row(value.rows(), before).reason()).isEqualTo("admission.figure.not-new");
        assertThat(row(value.rows(), sameDay).reason()).as("it came on the day it was asked").isNull();
        assertThat(value.control().difference()).as("the log counts the dossiers of both").isEqualByComparingTo("0");
    }

    @Test
    void whatIsKeptOfAStandingIsForgottenWithTheFactThatChangesIt() {
        var it = newcomer.qualified("wafer");
        var listed = new Standing.Sought(it.number(), "", "");
        keeping.all();
        assertThat(kept(it)).isOne();
        assertThat(standing.search(listed, 9, 0)).singleElement().satisfies(place -> assertThat(place.stage()).isEqualTo(Dossier.Stage.QUALIFIED));
        assertThat(standing.qualified(today, it.number(), "")).isOne();
        done(rulings.withdraw(proofs.newest(it.supplier(), "iso-9001").orElseThrow().id(), "Forged", newcomer.quality));
        assertThat(kept(it)).as("forgotten in the transaction of the fact").isZero();
        assertThat(standing.search(listed, 9, 0)).as("and computed meanwhile").singleElement().satisfies(place -> assertThat(place.stage()).isEqualTo(Dossier.Stage.LAPSED));
        assertThat(standing.qualified(today, it.number(), "")).isZero();
        keeping.all();
        assertThat(standing.counts(listed)).containsExactly(Map.entry(Dossier.Stage.LAPSED, 1L));
        assertThat(standing.counts(listed).keySet()).containsExactly(standing.find(it.id()).orElseThrow().stage());
    }

    /** As a list says it and as its own page says it: the stage is told twice, in SQL and in {@link Dossier#stage}. */
    @Test
    void aListAndAPageSayTheSameOfAPlace() {
        newcomer.invited("wafer");
        newcomer.ready("wafer");
        newcomer.qualified("wafer");
        for (var stage : Dossier.Stage.values()) {
            assertThat(standing.search(new Standing.Sought("", "", stage.name()), 1_000, 0)).allSatisfy(it -> assertThat(it.stage()).isEqualTo(stage));
        }
        keeping.all();
        assertThat(standing.search(new Standing.Sought("", "", ""), 1_000, 0)).isNotEmpty().allSatisfy(it -> assertThat(standing.find(it.id())).contains(it));
    }

    @Test
    void aFactThatIsBeingWrittenKeepsEverybodyFromKeeping() {
        var it = newcomer.qualified("wafer");
        db.sql("DELETE FROM admission.kept").update();
        transaction.executeWithoutResult(status -> {
            done(rulings.withdraw(proofs.newest(it.supplier(), "iso-9001").orElseThrow().id(), "Forged", newcomer.quality));
            CompletableFuture.runAsync(keeping::all).join();
            assertThat(kept(it)).isZero();
        });
        keeping.all();
        assertThat(kept(it)).isOne();
    }

    private int kept(Dossier it) {
        return db.sql("SELECT count(*) FROM admission.kept WHERE dossier = :id").param("id", it.id()).query(Integer.class).single();
    }

    private static int met(List<Row> rows, Dossier it) {
        return row(rows, it).inputs().inputs().get("met").intValueExact();
    }

    private static Row row(List<Row> rows, Dossier it) {
        return rows.stream().filter(row -> row.subject().equals(it.supplier())).findFirst().orElseThrow();
    }

    private void deliver(LocalDate day, UUID... whom) {
        var receipts = new java.util.ArrayList<Suppliers.Receipt>();
        for (var supplier : whom) {
            var material = suppliers.materials(supplier).stream().findFirst().map(it -> it.id()).orElseGet(() -> suppliers.addMaterial(supplier, "M1", "Material", "物料"));
            receipts.add(new Suppliers.Receipt("GR" + UUID.randomUUID(), 1, supplier, material, day, new BigDecimal("10.5")));
        }
        var file = evidence.keep("ledger.csv", "text/csv", UUID.randomUUID().toString().getBytes(), newcomer.buyer.account());
        done(suppliers.receive("ERP", day.getYear(), receipts, receipts.size(), new BigDecimal("10.5").multiply(BigDecimal.valueOf(whom.length)), file.id(), file.sha256(), newcomer.buyer));
    }
}
