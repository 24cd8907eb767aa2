package org.probity.house.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;

class ComingToTheGateTest {
    @Controller
    @ResponseBody
    static class Rooms {
        @GetMapping("/app/silent") String silent() { return "in"; }

        @Open @GetMapping("/app/open") String open(Optional<Me> me) { return me.map(Me::name).orElse("a stranger"); }

        @SignedIn @GetMapping("/app/mine") String mine(Me me) { return me.name(); }

        @For({Role.BUYER, Role.QUALITY}) @GetMapping("/app/work") String work() { return "in"; }

        @For(Role.BUYER) @PostMapping("/app/work") String act() { return "in"; }

        @For(Role.BUYER) @GetMapping("/api/work") String programReads() { return "in"; }

        @For(Role.BUYER) @PostMapping("/api/work") String programWrites() { return "in"; }

        @For(Role.BUYER) @StepUp @PostMapping("/api/binding") String programBinds() { return "in"; }

        @For(Role.PUBLISHER) @StepUp @PostMapping("/app/publication") String publish(Visit visit) { return "in"; }
    }

    static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    final Visits visits = new Visits(null, null, new RealTime(InstantSource.fixed(NOON)), null);
    final MockMvcTester browser = MockMvcTester.create(MockMvcBuilders.standaloneSetup(new Rooms())
            .addInterceptors(new Gate(visits)).setCustomArgumentResolvers(new MeArgument()).build());

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    void signIn(Duration ago, Role... roles) {
        var me = new Me(UUID.randomUUID(), "Lin", Set.of(roles), Optional.empty());
        SecurityContextHolder.setContext(new SecurityContextImpl(
                new Visit(UUID.randomUUID(), me, Visit.Way.PASSWORD, NOON.minus(ago), NOON.minus(ago))));
    }

    void programOf(Visit.Way way) {
        var me = new Me(UUID.randomUUID(), "Lin", Set.of(Role.BUYER), Optional.empty());
        SecurityContextHolder.setContext(new SecurityContextImpl(new Visit(UUID.randomUUID(), me, way, Instant.EPOCH, Instant.EPOCH)));
    }

    @Test
    void aReadingProgramReadsAndAWritingOneAlsoWrites() {
        programOf(Visit.Way.READING_TOKEN);
        assertThat(browser.get().uri("/api/work")).hasStatusOk();
        assertThat(browser.post().uri("/api/work")).hasStatus(403);
        assertThat(browser.post().uri(URI.create("/%61pi/work"))).as("the same door, spelled otherwise").hasStatus(403);
        programOf(Visit.Way.WRITING_TOKEN);
        assertThat(browser.post().uri("/api/work")).hasStatusOk();
    }

    @Test
    void aBindingActWantsAPersonWhateverTheKey() {
        programOf(Visit.Way.WRITING_TOKEN);
        assertThat(browser.post().uri("/api/binding")).hasStatus(403);
    }

    @Test
    void aProgramWithoutAKeyIsToldToBringOne() {
        assertThat(browser.get().uri("/api/work")).hasStatus(401).hasHeader("WWW-Authenticate", "Bearer");
    }

    @Test
    void aHandlerThatSaysNothingIsDeniedEvenToAnAdministrator() {
        signIn(Duration.ZERO, Role.ADMINISTRATOR);
        assertThat(browser.get().uri("/app/silent")).hasStatus(403);
    }

    @Test
    void anOpenHandlerTakesAnyoneAndKnowsWhoItIs() {
        assertThat(browser.get().uri("/app/open")).hasBodyTextEqualTo("a stranger");
        signIn(Duration.ZERO, Role.UNION);
        assertThat(browser.get().uri("/app/open")).hasBodyTextEqualTo("Lin");
    }

    @Test
    void aStrangerSignsInFirstAndComesBack() {
        assertThat(browser.get().uri("/app/work?grade=C&page=2")).hasRedirectedUrl("/app/sign-in?next=%2Fapp%2Fwork%3Fgrade%3DC%26page%3D2");
        assertThat(browser.get().uri("/app/mine")).hasRedirectedUrl("/app/sign-in?next=%2Fapp%2Fmine");
    }

    @Test
    void aStrangersPostIsRefused() {
        assertThat(browser.post().uri("/app/work")).hasStatus(403);
    }

    @Test
    void anyOfTheRolesOpensAndNoOtherDoes() {
        signIn(Duration.ZERO, Role.QUALITY, Role.EMPLOYEE);
        assertThat(browser.get().uri("/app/work")).hasBodyTextEqualTo("in");
        assertThat(browser.post().uri("/app/work")).hasStatus(403);
        assertThat(browser.get().uri("/app/mine")).hasBodyTextEqualTo("Lin");
    }

    @Test
    void aBindingActAsksToConfirmAfterFiveMinutes() {
        signIn(Duration.ofSeconds(299), Role.PUBLISHER);
        assertThat(browser.post().uri("/app/publication")).hasBodyTextEqualTo("in");
        signIn(Duration.ofSeconds(300), Role.PUBLISHER);
        assertThat(publishFrom("http://localhost/app/publications/7")).isEqualTo("/app/confirm?next=%2Fapp%2Fpublications%2F7");
    }

    @Test
    void nobodyIsSentOutOfTheHouseByAReferer() {
        signIn(Duration.ofHours(1), Role.PUBLISHER);
        for (var from : new String[] {"https://evil.example/app/x", "//evil.example/app", "/app/../x", "/app//evil", "javascript:1", null, "/apple"}) {
            assertThat(publishFrom(from)).as("%s", from).isEqualTo("/app/confirm?next=%2Fapp");
        }
    }

    private @Nullable String publishFrom(@Nullable String referer) {
        var post = browser.post().uri("/app/publication").header("Host", "localhost");
        return (referer == null ? post : post.header("Referer", referer)).exchange().getResponse().getRedirectedUrl();
    }
}
