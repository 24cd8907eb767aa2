package org.probity.supply.traceability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.probity.house.access.As;
import org.probity.house.access.Role;
import org.probity.house.start.WholeHouse;
import org.probity.supply.traceability.Capture.Faulty;
import org.probity.supply.traceability.Capture.Form;
import org.probity.trace.Outcome.Reason;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Events that cannot both be: they are captured, the later does not stand in the book, and people see both and what to do. A sender whose clock is wrong is named. */
@WholeHouse
class TellingWhatContradictsTest {
    @Autowired Captures captures;
    @Autowired Events events;
    @Autowired Disputes disputes;
    @Autowired CaptureHealth health;
    @Autowired MaterialBooks books;
    @Autowired Clock clock;
    @Autowired MockMvcTester browser;
    @TempDir Path folder;

    private Capture send(Faulty faulty, String... told) throws IOException {
        return CapturingEventsTest.done(captures.receive(Form.EPCIS, "events", Files.writeString(folder.resolve("events"), AChain.document(List.of(told))), faulty, CapturingEventsTest.PROCESS));
    }

    /** The last of these, which cannot be. */
    private Disputes.Dispute last(String... told) throws IOException {
        var sent = send(Faulty.REFUSE_ALL, told);
        assertThat(sent.done().orElseThrow().taken()).isEqualTo(told.length);
        assertThat(books.ask(Reading.SILICON, shelf -> shelf.book.balance().difference())).as("what cannot be takes no gram with it").contains(0L);
        var event = events.page(EventQuery.of(java.util.Map.of(EventQuery.CAPTURE, List.of(sent.id().toString()))) instanceof org.probity.house.ui.Answer.Done<EventQuery>(var query) ? query : null, 99, 0).stream()
                .filter(it -> disputes.of(it).isPresent()).toList();
        assertThat(event).as("one of them").hasSize(1);
        assertThat(browser.get().uri("/app/traceability/events/" + event.getFirst().id()).with(As.a(Role.PROCESS)).exchange()).hasStatusOk().bodyText().contains("/app/traceability/events/");
        return disputes.of(event.getFirst()).orElseThrow();
    }

    private static String packed(String pack, String child, int day) {
        return """
                {"type":"AggregationEvent","eventTime":"2026-04-%02dT08:00:00.000+08:00","eventTimeZoneOffset":"+08:00","action":"ADD","bizStep":"packing","readPoint":{"id":"urn:site:yard"},\
                "parentID":"%s","childEPCs":["%s"]}""".formatted(day, pack, child);
    }

    @Test
    void aChildIsInOnePackOnly() throws IOException {
        var it = new AChain();
        var dispute = last(it.quartz(), it.silicon(), it.poly(), it.rod(), packed("urn:pack:1" + it.rod.hashCode(), it.rod, 1), packed("urn:pack:2" + it.rod.hashCode(), it.rod, 2));
        assertThat(dispute.reason()).isEqualTo(Reason.PACKED_TWICE);
        assertThat(dispute.item().orElseThrow().uri()).isEqualTo(it.rod);
        assertThat(dispute.said()).as("beside what made it and what packed it first").hasSize(3);
    }

    @Test
    void whatIsUsedUpIsNotUsedAgain() throws IOException {
        var it = new AChain();
        var dispute = last(it.quartz(), it.silicon(), it.poly(), AChain.transformation("2026-03-05T08:00:00.000+08:00", it.plant, it.mg, 900, it.poly + "b", 900, 0));
        assertThat(dispute.reason()).isIn(Reason.USED_TWICE, Reason.MORE_THAN_THERE_IS);
        assertThat(dispute.item().orElseThrow().uri()).isEqualTo(it.mg);
    }

    @Test
    void nothingIsMadeOfItself() throws IOException {
        var it = new AChain();
        var dispute = last(AChain.transformation("2026-03-02T08:00:00.000+08:00", it.furnace, it.poly, 1_000, it.mg, 1_000, 0),
                AChain.transformation("2026-03-03T08:00:00.000+08:00", it.polySite, it.mg, 1_000, it.poly, 1_000, 0));
        assertThat(dispute.reason()).isIn(Reason.CYCLE, Reason.OUTPUT_BEFORE_INPUT);
    }

    @Test
    void anOutputIsNotBeforeItsInput() throws IOException {
        var it = new AChain();
        var dispute = last(it.quartz(), it.silicon(), it.poly().replace("2026-03-03", "2026-03-09"), it.rod());
        assertThat(dispute.reason()).isEqualTo(Reason.OUTPUT_BEFORE_INPUT);
        assertThat(dispute.item().orElseThrow().uri()).isEqualTo(it.poly);
    }

    @Test
    void whoseClockIsAheadIsNamedAndWhatHasNotHappenedIsRefused() throws IOException {
        var early = health.senders().stream().filter(it -> it.supplier() == null).mapToLong(CaptureHealth.Sender::future).sum();
        assertThat(send(Faulty.REFUSE_ALL, at(Duration.ofMinutes(5))).done().orElseThrow().taken()).isOne();
        assertThat(health.senders()).filteredOn(it -> it.supplier() == null).singleElement().satisfies(it -> assertThat(it.ahead()).isBetween(240L, 300L));
        var refused = send(Faulty.TAKE_GOOD, at(Duration.ofMinutes(20)));
        assertThat(captures.faults(refused.id(), 9, 0)).extracting(Capture.Fault::key).containsExactly("traceability.fault.future");
        assertThat(health.senders()).filteredOn(it -> it.supplier() == null).singleElement().satisfies(it -> assertThat(it.future()).isEqualTo(early + 1));
    }

    private String at(Duration ahead) {
        return new AChain().quartz().replaceFirst("\"eventTime\":\"[^\"]*\"", "\"eventTime\":\"" + DateTimeFormatter.ISO_INSTANT.format(clock.instant().plus(ahead).atOffset(ZoneOffset.UTC).withNano(0)) + "\"");
    }
}
