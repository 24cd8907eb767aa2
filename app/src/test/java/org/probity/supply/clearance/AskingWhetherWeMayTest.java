package org.probity.supply.clearance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.start.WholeHouse;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Messages;
import org.probity.supply.supplier.ASupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WholeHouse
class AskingWhetherWeMayTest {
    static final Me BUYER = new Me(UUID.randomUUID(), "Buyer", Set.of(Role.BUYER), Optional.empty());

    @Autowired Clearances clearances;
    @Autowired List<Rule> rules;
    @Autowired Messages messages;
    @Autowired JdbcClient db;

    @Test
    void aSupplierAgainstWhomNothingStandsMayBeUsed() {
        var supplier = ASupplier.in(db);
        var answer = ask(supplier, Act.ORDER);
        assertThat(answer.reasons()).noneMatch(it -> it.rule().startsWith("clearance."));
    }

    @Test
    void afterTheEndNothingNewIsBegunButWhatWasOrderedMayComeInAndBePaid() {
        var supplier = ASupplier.in(db);
        ended(supplier);
        for (var act : Act.values()) {
            var stopped = ask(supplier, act).reasons().stream().filter(it -> it.rule().equals("clearance.ended")).findFirst();
            assertThat(stopped.isPresent()).as(act.name()).isEqualTo(act != Act.RECEIPT && act != Act.PAYMENT);
            stopped.ifPresent(it -> {
                assertThat(it.verdict()).isEqualTo(Verdict.STOP);
                assertThat(it.words()).isEqualTo("[\"" + LocalDate.now().minusDays(3) + "\"]");
            });
        }
    }

    @Test
    void aQuestionAboutSomebodyUnknownHasNoAnswer() {
        assertThat(clearances.ask(new Question(UUID.randomUUID(), null, null, Act.ORDER), BUYER)).isEmpty();
        assertThat(clearances.ask(new Question(ASupplier.in(db), "no-such-category", null, Act.ORDER), BUYER)).isEmpty();
        assertThat(clearances.ask(new Question(ASupplier.in(db), null, UUID.randomUUID(), Act.ORDER), BUYER)).isEmpty();
    }

    @Test
    void manyQuestionsAreAnsweredInTheirOrder() {
        var one = ASupplier.in(db);
        var other = ASupplier.in(db);
        var answers = clearances.ask(List.of(new Question(one, "glass", null, Act.ORDER), new Question(other, null, null, Act.PAYMENT)), BUYER);
        assertThat(answers).extracting(it -> it.question().supplier()).containsExactly(one, other);
        assertThat(answers.getFirst().question().category()).isEqualTo("glass");
    }

    @Test
    void everyRuleSaysWhereItComesFromInBothLanguages() {
        assertThat(rules).hasSizeGreaterThan(10).allSatisfy(it -> {
            assertThat(messages.text(Lang.EN, it.key() + ".source", Object::toString)).isEqualTo(it.source());
            assertThat(messages.knows(Lang.ZH, it.key() + ".source")).as(it.key()).isTrue();
        });
    }

    private Clearance ask(UUID supplier, Act act) {
        return clearances.ask(new Question(supplier, null, null, act), BUYER).orElseThrow();
    }

    private void ended(UUID supplier) {
        db.sql("""
                INSERT INTO supplier.ending (id, supplier, last_day, reason, words, ended_by, ended_at, record)
                VALUES (gen_random_uuid(), :supplier, :day, 'OTHER', '', gen_random_uuid(), now(), gen_random_uuid())
                """)
                .param("supplier", supplier).param("day", LocalDate.now().minusDays(3)).update();
    }
}
