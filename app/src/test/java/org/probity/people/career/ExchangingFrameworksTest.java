package org.probity.people.career;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.probity.people.career.ACareer.HR;
import static org.probity.people.career.ACareer.UNION;
import static org.probity.people.career.ACareer.done;
import static org.probity.people.career.ACareer.key;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.formats.casecf.Casecf;
import org.probity.formats.casecf.Reading;
import org.probity.house.access.As;
import org.probity.house.access.Role;
import org.probity.house.reading.Readers;
import org.probity.house.start.WholeHouse;
import org.probity.shapes.decision.Decisions.Outcome;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A standard goes out as a framework in CASE and comes in again as its next version; what strangers send is read elsewhere and refused with a reason. */
@WholeHouse
class ExchangingFrameworksTest {
    private static final Path GIVEN = Path.of("../../shared/data/people/case/opensalt-sample-framework.json");

    @Autowired ApplicationContext house;
    @Autowired Frameworks frameworks;
    @Autowired Editions editions;
    @Autowired Register register;
    @Autowired Readers readers;
    @Autowired MockMvcTester browser;

    @BeforeEach
    void inForce() {
        new ACareer(house).standards();
    }

    static byte[] file(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aStandardGoesOutAndComesInAsItsNextVersion() {
        var answer = browser.get().uri("/app/careers/tracks/LOG-PLN/case.json").with(As.a(Role.EMPLOYEE)).exchange();
        assertThat(answer).hasStatusOk();
        var out = answer.getResponse().getContentAsByteArray();
        assertThat(key(frameworks.bring("out.json", out, "LOG-PLN", HR))).as("just as it is in force").isEqualTo("career.edition-empty");
        var before = register.standard("LOG-PLN").orElseThrow();
        var changed = new String(out, StandardCharsets.UTF_8).replace("Planning a week that holds", "Planning two weeks that hold");
        var edition = done(frameworks.bring("changed.json", file(changed), "LOG-PLN", HR));
        done(editions.rule(edition, Outcome.APPROVED, "", UNION));
        var after = register.standard("LOG-PLN").orElseThrow();
        assertThat(after.version()).isEqualTo(before.version() + 1);
        assertThat(after.items()).extracting(Standard.Item::id).as("the same items, by their codes").isEqualTo(before.items().stream().map(Standard.Item::id).toList());
        assertThat(after.items()).extracting(Standard.Item::titleEn).contains("Planning two weeks that hold");
        assertThat(after.items().getFirst().levels()).as("what levels ask, in both languages").isEqualTo(before.items().getFirst().levels());
        assertThat(after.titleZh()).isEqualTo(before.titleZh());
        assertThat(browser.get().uri("/app/careers/tracks/ITD-DAT/case.json").with(As.a(Role.EMPLOYEE)).exchange()).as("no standard, no file").hasStatus(404);
    }

    @Test
    void whileBothReadersAreBusyNothingIsReadAndItIsSaid() throws InterruptedException {
        var free = new CountDownLatch(1);
        var taken = new CountDownLatch(Readers.AT_ONCE);
        IntStream.range(0, Readers.AT_ONCE).forEach(n -> Thread.ofVirtual().start(() -> readers.with(Duration.ofSeconds(30), reader -> {
            taken.countDown();
            try {
                return free.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        })));
        try {
            assertThat(taken.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(key(frameworks.bring("f.json", file("{}"), "LOG-PLN", HR))).isEqualTo("career.readers-busy");
        } finally {
            free.countDown();
        }
    }

    @Test
    void whatCannotBeAStandardIsRefusedWithAReason() {
        assertThat(key(frameworks.bring("f", file("{}"), "LOG-PLN", UNION))).isEqualTo("career.not-yours");
        assertThat(key(frameworks.bring("f", file(""), "LOG-PLN", HR))).isEqualTo("career.file-missing");
        assertThat(key(frameworks.bring("f", file("{}"), "NO-TRACK", HR))).isEqualTo("career.track-unknown");
        assertThat(key(frameworks.bring("f", file("%PDF"), "LOG-PLN", HR))).isEqualTo("career.unreadable.not-json");
        assertThat(key(frameworks.bring("f", file("{\"CFDocument\":"), "LOG-PLN", HR))).isEqualTo("career.unreadable.damaged");
        assertThat(key(frameworks.bring("f", file("{\"a\":".repeat(100)), "LOG-PLN", HR))).isEqualTo("career.unreadable.too-big");
        assertThat(key(frameworks.bring("f", file("{\"CFDocument\":{\"identifier\":\"d\"}}"), "LOG-PLN", HR))).isEqualTo("career.framework-empty");
        assertThat(key(frameworks.bring("f", items(201, "\"x\""), "LOG-PLN", HR))).isEqualTo("career.framework-big");
        assertThat(key(frameworks.bring("f", items(1, "\"\""), "LOG-PLN", HR))).isEqualTo("career.framework-item");
        assertThat(key(frameworks.bring("f", items(2, "\"x\",\"humanCodingScheme\":\"A\""), "LOG-PLN", HR))).isEqualTo("career.framework-code");
        assertThat(browser.post().uri("/app/careers/editions/frameworks").multipart().file(new MockMultipartFile("file", "x.json", null, file("{"))).param("track", "LOG-PLN").with(As.me(HR)).exchange())
                .hasStatus(422).bodyText().contains("not well formed");
    }

    private static byte[] items(int many, String statement) {
        return file("{\"CFDocument\":{\"identifier\":\"d\"},\"CFItems\":[" + IntStream.range(0, many).mapToObj(i -> "{\"identifier\":\"i" + i + "\",\"fullStatement\":" + statement + "}")
                .collect(Collectors.joining(",")) + "]}");
    }

    /** A framework of a public project, where it is present. */
    @Test
    void aFrameworkOfStrangersBecomesItemsOfItsLeaves() throws IOException {
        assumeThat(Files.isRegularFile(GIVEN)).isTrue();
        var read = (Reading.Read) Casecf.read(Files.readAllBytes(GIVEN));
        var draft = Frameworks.draft(register.track("ITD-DAT").orElseThrow(), read.framework());
        assertThat(draft.isPresent() || read.framework().leaves().stream().map(org.probity.formats.casecf.Framework.Item::code).distinct().count() < read.framework().leaves().size()).isTrue();
        draft.ifPresent(it -> assertThat(it.items()).isNotEmpty().allSatisfy(item -> assertThat(item.levels()).isNotEmpty()));
    }
}
