package org.probity.supply.traceability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.probity.house.access.As;
import org.probity.house.access.Role;
import org.probity.house.start.WholeHouse;
import org.probity.supply.traceability.Capture.Faulty;
import org.probity.supply.traceability.Capture.Form;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WholeHouse
class WalkingAChainTest {
    @Autowired Captures captures;
    @Autowired Explorer explorer;
    @Autowired Items items;
    @Autowired Places places;
    @Autowired MockMvcTester browser;
    @TempDir Path folder;

    private final AChain it = new AChain();

    @BeforeEach
    void aChain() throws IOException {
        for (var tier : List.of(List.of("https://id.gs1.org/01/09521321012349", "QUARTZ"), List.of("https://id.gs1.org/01/09521321012356", "METALLURGICAL"),
                List.of("https://id.gs1.org/01/09521321012363", "POLYSILICON"), List.of("https://id.gs1.org/01/09521321012370", "MODULE"))) {
            CapturingEventsTest.done(places.call(new Places.Article(tier.getFirst(), tier.getLast(), tier.getLast(), "物品"), CapturingEventsTest.PROCESS));
        }
        send(it.quartz(), it.silicon(), it.poly(), it.rod());
    }

    private void send(String... events) throws IOException {
        CapturingEventsTest.done(captures.receive(Form.EPCIS, "events.json", Files.writeString(folder.resolve(UUID.randomUUID().toString()), AChain.document(List.of(events))), Faulty.REFUSE_ALL,
                CapturingEventsTest.PROCESS));
    }

    private Explorer.Shown shown(String root, String opened) {
        return explorer.of(items.find(root).orElseThrow(), Reading.SILICON, Explorer.opened(opened)).orElseThrow();
    }

    private int number(String uri) {
        return items.find(uri).orElseThrow().number();
    }

    @Test
    void onlyWhatIsOpenedIsShown() {
        assertThat(shown(it.poly, "").nodes()).extracting(node -> node.item().uri()).containsExactly(it.mg, it.poly, it.rod);
        var opened = shown(it.poly, number(it.mg) + "u," + number(it.quartz) + "u");
        assertThat(opened.nodes()).extracting(node -> node.item().uri()).containsExactly(it.quartz, it.mg, it.poly, it.rod);
        assertThat(opened.edges()).extracting(edge -> edge.mass() / 1000).as("what arrived, without scrap").containsExactlyInAnyOrder(1_000L, 1_000L, 480L);
        assertThat(shown(it.poly, number(it.mg) + "d").nodes()).as("what lies above opens upwards").hasSize(3);
        assertThat(shown(it.poly, "nonsense,99999999999u,7x,-1u," + number(it.quartz) + "u").nodes()).as("nobody led there").hasSize(3);
    }

    @Test
    void whatIsTooMuchIsCounted() throws IOException {
        var events = new ArrayList<String>();
        for (var rod = 0; rod < 25; rod++) {
            events.add(it.rod().replace("\"quantity\":500,", "\"quantity\":10,").replace("\"x:scrapGrams\":\"20000\"", "\"x:scrapGrams\":\"" + rod + "\"").replace(it.rod, it.rod + "-" + rod));
        }
        send(events.toArray(String[]::new));
        var shown = shown(it.poly, "");
        assertThat(shown.nodes()).hasSize(1 + 1 + Explorer.AT_ONCE);
        assertThat(shown.nodes()).filteredOn(node -> node.item().uri().equals(it.poly)).singleElement().extracting(Explorer.Node::more).isEqualTo(26 - Explorer.AT_ONCE);
        assertThat(shown.nodes()).extracting(node -> node.item().uri()).as("most mass first").contains(it.rod);
        assertThat(browser.get().uri("/app/traceability/items/" + number(it.poly) + "/chain").with(As.a(Role.ASSURER)).exchange()).hasStatusOk().bodyText().contains("and 20 more", "M" + it.mg.substring(it.mg.lastIndexOf("/M") + 2));
    }

    @Test
    void everythingHasItsName() {
        var path = "/app/traceability/items/" + number(it.poly) + "/names";
        assertThat(browser.get().uri(path).with(As.a(Role.ASSURER)).exchange()).hasStatusOk().bodyText().contains(it.mg, it.quartz).doesNotContain(it.rod);
        assertThat(browser.get().uri(path + "?way=down").with(As.a(Role.ASSURER)).exchange()).hasStatusOk().bodyText().contains(it.rod).doesNotContain(it.mg);
        assertThat(browser.get().uri(path + "?way=up&format=csv").with(As.a(Role.ASSURER)).exchange()).hasStatusOk().bodyText().contains(it.quartz);
    }

    @Test
    void thePageOpensAndCloses() {
        var path = "/app/traceability/items/" + number(it.poly) + "/chain";
        assertThat(browser.get().uri(path).with(As.a(Role.PROCESS)).exchange()).hasStatusOk().bodyText().contains(path + "?open=" + number(it.mg) + "u#n" + number(it.mg));
        assertThat(browser.get().uri(path + "?open=" + number(it.mg) + "u").with(As.a(Role.PROCESS)).exchange()).hasStatusOk().bodyText().contains("href=\"" + path + "#n" + number(it.mg) + "\"");
        assertThat(browser.get().uri("/app/traceability/items/999999999/chain").with(As.a(Role.PROCESS)).exchange()).hasStatus(404);
    }
}
