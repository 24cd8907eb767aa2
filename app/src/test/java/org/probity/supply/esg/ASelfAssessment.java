package org.probity.supply.esg;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Done;
import org.probity.house.ui.Answer.Refused;
import org.probity.shapes.form.Filled;
import org.probity.shapes.form.Question;
import org.probity.shapes.form.Sendings;
import org.probity.shapes.form.Sheets;
import org.probity.shapes.obligation.Obligations;
import org.probity.supply.esg.SelfAssessments.Owned;
import org.probity.supply.supplier.Suppliers;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A self-assessment for tests, brought as far as a test needs it. */
@Lazy
class ASelfAssessment {
    static final Me OFFICER = someone(Role.SOURCING_OFFICER);
    static final Me EHS = someone(Role.EHS);

    final Suppliers suppliers;
    final Campaigns campaigns;
    final SelfAssessments assessments;
    final Sheets sheets;
    final Sendings sendings;
    final Obligations obligations;
    final JdbcClient db;
    final LocalDate today;

    ASelfAssessment(
            Suppliers suppliers, Campaigns campaigns, SelfAssessments assessments, Sheets sheets, Sendings sendings, Obligations obligations, JdbcClient db, Clock clock) {
        this.suppliers = suppliers;
        this.campaigns = campaigns;
        this.assessments = assessments;
        this.sheets = sheets;
        this.sendings = sendings;
        this.obligations = obligations;
        this.db = db;
        this.today = LocalDate.now(clock);
    }

    static Me someone(Role... roles) {
        return new Me(UUID.randomUUID(), "Someone", Set.of(roles), Optional.empty());
    }

    static Me contact(UUID supplier) {
        return new Me(UUID.randomUUID(), "Contact", Set.of(Role.SUPPLIER), Optional.of(supplier));
    }

    /** A category of its own, so that nobody else is asked. */
    String category() {
        var code = "c" + UUID.randomUUID().toString().substring(0, 8);
        db.sql("INSERT INTO supplier.category (code, name_en, name_zh) VALUES (:code, :code, :code)").param("code", code).update();
        return code;
    }

    UUID supplier(String category) {
        var number = "V" + UUID.randomUUID().toString().substring(0, 8);
        return done(suppliers.register(new Suppliers.Registration(number, "Glass " + number, "玻璃" + number, "CN", category, null, null), someone(Role.BUYER)));
    }

    Owned asked(Topic topic, UUID supplier, int year) {
        var category = suppliers.find(supplier).orElseThrow().category();
        done(campaigns.open(topic, year, year < today.getYear() ? LocalDate.of(year + 1, 12, 31) : today.plusDays(20), List.of(category), OFFICER));
        return owned(topic, supplier, year);
    }

    Owned owned(Topic topic, UUID supplier, int year) {
        return obligations.of(supplier).stream().filter(it -> it.kind().equals(topic.obligation()) && it.period() == year).findFirst()
                .flatMap(it -> assessments.find(it.id())).orElseThrow();
    }

    /** Answers everything with the best there is, but for what is said. */
    void answer(Owned it, Map<String, String> otherwise, Me contact) {
        // Twice: what depends on an answer is asked after it.
        for (int round = 0; round < 2; round++) {
            var now = sheets.filled(it.sheet());
            var typed = new ArrayList<Sheets.Typed>();
            for (var question : now.asked()) {
                typed.add(new Sheets.Typed(question.code(), otherwise.getOrDefault(question.code(), best(question)), now.words(question.code()),
                        Optional.ofNullable(now.answers().get(question.code())).map(Filled.Given::id).orElse(null)));
            }
            assertThat(done(assessments.save(fresh(it), typed, contact)).reasons()).isEmpty();
        }
    }

    static String best(Question it) {
        return switch (it.kind()) {
            case CHOICE -> it.choices().stream().filter(choice -> choice.mark() != null && choice.mark().compareTo(Question.FULL) == 0).findFirst().orElseThrow().code();
            case NUMBER -> it.best() == null ? "0" : it.best().toPlainString();
            case TEXT -> "Nothing to add";
        };
    }

    Owned fresh(Owned it) {
        return assessments.find(it.owed().id()).orElseThrow();
    }

    UUID sent(Owned it) {
        return sendings.of(it.sheet()).getFirst().id();
    }

    /** Answered, sent and accepted. */
    Owned accepted(Topic topic, UUID supplier, int year, Map<String, String> otherwise, Me reviewer) {
        var it = asked(topic, supplier, year);
        var contact = contact(supplier);
        answer(it, otherwise, contact);
        done(assessments.send(fresh(it), contact));
        done(assessments.accept(it.owed().id(), sent(it), reviewer));
        return fresh(it);
    }

    static <T> T done(Answer<T> answer) {
        return switch (answer) {
            case Done<T>(var value) -> value;
            case Refused<T>(var reasons) -> throw new AssertionError(reasons.toString());
        };
    }

    static List<String> keys(Answer<?> answer) {
        return switch (answer) {
            case Done<?>(var value) -> throw new AssertionError("done: " + value);
            case Refused<?>(var reasons) -> reasons.stream().map(it -> it.field() + " " + it.key()).toList();
        };
    }

    static String key(Answer<?> answer) {
        return keys(answer).getFirst().strip();
    }
}
