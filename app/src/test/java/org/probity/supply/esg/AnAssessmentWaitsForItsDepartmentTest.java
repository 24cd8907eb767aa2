package org.probity.supply.esg;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Engagement;
import org.probity.house.directory.Organisation;
import org.probity.house.directory.Passes;
import org.probity.house.directory.Place;
import org.probity.house.directory.Staff;
import org.probity.house.start.WholeHouse;
import org.probity.house.ui.Answer;
import org.probity.supply.esg.SelfAssessments.Owned;
import org.probity.supply.supplier.Accountability;
import org.probity.supply.supplier.Department.Charge;
import org.probity.supply.supplier.Department.Kind;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@WholeHouse
@Import(ASelfAssessment.class)
class AnAssessmentWaitsForItsDepartmentTest {
    static final LocalDate BEGUN = LocalDate.of(2024, 1, 1);

    @Autowired ASelfAssessment made;
    @Autowired AssessmentLines lines;
    @Autowired Accountability accountability;
    @Autowired Organisation organisation;
    @Autowired Staff staff;
    @Autowired Passes passes;

    final UUID hr = UUID.randomUUID();
    final String tag = UUID.randomUUID().toString().substring(0, 8);
    UUID company;
    String category;
    Owned sent;

    @BeforeEach
    void anAssessmentOfProcessesWasSent() {
        company = done(organisation.found(tag + "E", Place.Kind.ENTITY, null, new Organisation.Details(tag, "", "", "", "", ""), BEGUN, "", hr));
        category = made.category();
        var supplier = made.supplier(category);
        var contact = ASelfAssessment.contact(supplier);
        sent = made.asked(Topic.PROCESS, supplier, made.today.getYear());
        made.answer(sent, Map.of(), contact);
        done(made.assessments.send(made.fresh(sent), contact));
    }

    @Test
    void qualityReviewsWhatItsDepartmentAnswersForAndProcessReviewsAll() {
        var here = quality("Q");
        var there = quality("R");
        var process = ASelfAssessment.someone(Role.PROCESS);
        assertThat(List.of(here, there, process)).as("nobody answers for it yet").allSatisfy(it -> assertThat(waits(it)).isTrue());
        done(accountability.assign(category, Charge.QUALITY, null, done(accountability.name(tag + "Q", Kind.QUALITY, BEGUN, ASelfAssessment.OFFICER)), made.today, "", ASelfAssessment.OFFICER));
        assertThat(waits(here)).isTrue();
        assertThat(waits(there)).isFalse();
        assertThat(waits(process)).isTrue();
        var sending = made.sendings.of(sent.sheet()).getFirst().id();
        assertThat(key(made.assessments.accept(sent.owed().id(), sending, there))).isEqualTo("esg.not-your-review");
        assertThat(key(made.assessments.sendBack(sent.owed().id(), sending, Map.of(), there))).isEqualTo("esg.not-your-review");
        assertThat(made.assessments.reviews(sent, ASelfAssessment.EHS)).as("another topic's role").isFalse();
        done(made.assessments.accept(sent.owed().id(), sending, here));
    }

    private boolean waits(Me me) {
        return lines.waiting(me, 1_000).stream().anyMatch(it -> it.obligation().equals(sent.owed().id()));
    }

    private Me quality(String unit) {
        var id = done(organisation.found(tag + unit, Place.Kind.UNIT, company, new Organisation.Details(unit, "", "", "", "", ""), BEGUN, "", hr));
        var person = done(staff.takeOn(new Staff.Identity(tag + unit, "", unit, unit + "." + tag + "@helia.example"), new Staff.Term(Engagement.EMPLOYEE, id, "", BEGUN, null), "", hr));
        return new Me(done(passes.invite(person, "en", hr)), "Quality", Set.of(Role.QUALITY), Optional.empty());
    }

    private static <T> T done(Answer<T> answer) {
        assertThat(answer).as(answer.toString()).isInstanceOf(Answer.Done.class);
        return ((Answer.Done<T>) answer).value();
    }

    private static String key(Answer<?> answer) {
        return ((Answer.Refused<?>) answer).reasons().getFirst().key();
    }
}
