package org.probity.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.probity.house.start.WholeHouse;
import org.probity.house.time.TimeMachine;
import org.probity.supply.admission.Admission;
import org.probity.supply.admission.Dossier;
import org.probity.supply.admission.Dossier.Stage;
import org.probity.supply.supplier.Suppliers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@WholeHouse(own = true, properties = {"probity.demo=true", "probity.demo.story=false"})
class TellingHowSuppliersWereAdmittedTest {
    @Autowired SuppliersTale supply;
    @Autowired AdmissionTale tale;
    @Autowired Admission admission;
    @Autowired Suppliers suppliers;
    @Autowired TimeMachine time;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient db;
    @Autowired Clock clock;

    @Test
    void thereIsANewcomerAtEveryStageAndEverybodySigned() {
        var years = new Tale.Years(LocalDate.now(clock));
        Stream.concat(supply.chapters(years).stream().filter(it -> it.name().startsWith("supplier ")), tale.chapters(years).stream())
                .sorted(java.util.Comparator.comparing(Chapter::moment))
                .forEach(it -> time.at(it.moment(), () -> transaction.executeWithoutResult(status -> it.act().run())));
        Map<Stage, Long> stages = Stream.of("Yinshan Silicon", "Chenguang Wafer", "Bihai Crystal", "Songhe Silicon", "Lanting Wafer", "Xueling Silicon")
                .map(it -> admission.dossiersOf(suppliers.named(it).orElseThrow().id())).flatMap(List::stream).map(Dossier::stage)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertThat(stages).containsOnly(Map.entry(Stage.IN_REVIEW, 3L), Map.entry(Stage.READY, 1L), Map.entry(Stage.QUALIFIED, 2L));
        assertThat(db.sql("SELECT count(*) FROM admission.signed('infinity') WHERE :today BETWEEN from_day AND until_day").param("today", LocalDate.now(clock)).query(Long.class).single())
                .isEqualTo(3L * (Cast.all().size() + 3));
    }
}
