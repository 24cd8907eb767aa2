package org.probity.house.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

class DrawingAFlowTest {
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private static Document dom(Object drawn) {
        return Jsoup.parse(drawn.toString(), "", Parser.xmlParser());
    }

    private static Flow.Stop stop(int step, String label, BigDecimal share, Flow.Kind kind) {
        return new Flow.Stop(step, label, "50 %", share, kind);
    }

    @Test
    void aWidthIsAMass() {
        var dom = dom(Flow.of("half and half", List.of("quartz", "module"), List.of(stop(0, "North", HALF, Flow.Kind.KNOWN), stop(0, "nobody", HALF, Flow.Kind.UNKNOWN), stop(1, "Works", BigDecimal.ONE, Flow.Kind.KNOWN)),
                List.of(new Flow.Stream(0, 2, HALF, Flow.Kind.KNOWN), new Flow.Stream(1, 2, HALF, Flow.Kind.UNKNOWN))));
        assertThat(dom.select("rect.nc").eachAttr("height")).containsExactly("120", "240");
        assertThat(dom.select("rect.nu").eachAttr("height")).containsExactly("120");
        assertThat(dom.select("path.rc, path.ru").eachAttr("d")).hasSize(2).allMatch(path -> path.contains("v120C"));
        assertThat(dom.select("svg").first().attr("role")).isEqualTo("img");
        assertThat(dom.select("svg").first().attr("aria-label")).isEqualTo("half and half");
        assertThat(dom.select("[style]")).isEmpty();
    }

    @Test
    void whatOnlyPassesAStepHasNoNameThere() {
        var dom = dom(Flow.of("passing", List.of("a", "b", "c"), List.of(stop(0, "One", BigDecimal.ONE, Flow.Kind.KNOWN), stop(1, "", BigDecimal.ONE, Flow.Kind.KNOWN), stop(2, "Two", BigDecimal.ONE, Flow.Kind.KNOWN)),
                List.of(new Flow.Stream(0, 1, BigDecimal.ONE, Flow.Kind.KNOWN), new Flow.Stream(1, 2, BigDecimal.ONE, Flow.Kind.KNOWN))));
        assertThat(dom.select("text.nm:not(.sh)")).hasSize(2);
        assertThat(dom.select("rect.nc")).hasSize(2);
        assertThat(dom.select("rect.rc")).as("the band goes on").hasSize(1);
    }

    @Test
    void worksOfOneCompanyAreToldApartByTheirLastWord() {
        assertThat(Flow.shortened("Helia Crystal South", 13)).isEqualTo("Helia…South").isNotEqualTo(Flow.shortened("Helia Crystal North", 13));
        assertThat(Flow.shortened("海利亚晶体第二南方工厂", 13)).startsWith("海利").endsWith("工厂").contains("…");
        assertThat(Flow.shortened("Helia Module", 13)).isEqualTo("Helia Module");
    }

    @Test
    void aNameCannotLeaveItsPlace() {
        assertThat(Flow.of("\"><script>", List.of("<i>"), List.of(stop(0, "<b>&", BigDecimal.ONE, Flow.Kind.TOUCHED)), List.of()).toString())
                .contains("aria-label=\"&quot;&gt;&lt;script&gt;\"", "&lt;i&gt;", "&lt;b&gt;&amp;").doesNotContain("<script>", "<b>");
        assertThat(Steps.of("\">", List.of("<i>"), List.of(new Steps.Thing("n1", 0, "<b>", "<u>", "\"says\"", "/x?a=1&b=2", false, true, Flow.Kind.KNOWN)), List.of()).toString())
                .contains("href=\"/x?a=1&amp;b=2\"", "&lt;b&gt;", "&lt;u&gt;", "aria-label=\"&quot;says&quot;\"").doesNotContain("<b>", "<u>");
    }

    @Test
    void thingsOfAColumnStandBelowEachOtherAndLeadOn() {
        var dom = dom(Steps.of("two lead to one", List.of("left", "right"), List.of(thing("n1", 0), thing("n2", 0), thing("n3", 1)), List.of(new Steps.Lead(0, 2, false), new Steps.Lead(1, 2, true))));
        assertThat(dom.select("a.thing")).hasSize(3).allMatch(it -> !it.attr("aria-label").isBlank());
        assertThat(dom.select("a.thing rect.box").eachAttr("y")).containsExactly("30", "82", "30");
        assertThat(dom.select("path.way")).hasSize(2);
        assertThat(dom.select("path.way.bad")).hasSize(1);
        assertThat(dom.select("svg").first().attr("role")).as("links are no picture").isEqualTo("group");
    }

    private static Steps.Thing thing(String id, int column) {
        return new Steps.Thing(id, column, id, "place", id + " opens", "?open=" + id, false, false, Flow.Kind.KNOWN);
    }

    @Test
    void nothingToShowIsStillAPicture() {
        assertThat(Flow.of("nothing", List.of(), List.of(), List.of()).toString()).endsWith("</svg>");
        assertThat(Steps.of("nothing", List.of(), List.of(), List.of()).toString()).endsWith("</svg>");
    }
}
