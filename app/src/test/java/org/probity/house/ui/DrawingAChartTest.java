package org.probity.house.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

class DrawingAChartTest {
    private static final Path GOLDEN = Path.of("src/test/resources/org/probity/house/ui/charts.golden.html");

    /** Every kind once, as the gallery shows it. After a wanted change: {@code -Dprobity.golden=write}, and look at the pictures. */
    @Test
    void everyKindIsDrawnAsBefore() throws IOException {
        var drawn = new StringBuilder();
        GalleryWeb.page(Lang.EN, Query.all("/")).charts().forEach((name, chart) ->
                drawn.append("<!-- ").append(name).append(" -->\n").append(chart.toString().replace("><", ">\n<")).append("\n"));
        if (System.getProperty("probity.golden", "").equals("write")) {
            Files.createDirectories(GOLDEN.getParent());
            Files.writeString(GOLDEN, drawn);
        }
        assertThat(drawn.toString()).isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void everyChartSaysItsFindingAndUsesNoStyle() {
        GalleryWeb.page(Lang.ZH, Query.all("/")).charts().forEach((name, chart) -> {
            Document dom = Jsoup.parse(chart.toString(), "", Parser.xmlParser());
            assertThat(dom.select("svg").attr("role")).as(name).isEqualTo("img");
            assertThat(dom.select("svg").attr("aria-label")).as(name).isNotBlank();
            assertThat(dom.select("[style]")).as(name).isEmpty();
        });
    }

    @Test
    void aNameCannotLeaveItsPlace() {
        assertThat(Chart.bars("\"><script>", List.of(new Chart.Bar("<b>&", BigDecimal.ONE, "'1'"))).toString())
                .contains("aria-label=\"&quot;&gt;&lt;script&gt;\"", ">&lt;b&gt;&amp;<", ">&#39;1&#39;<");
    }

    @Test
    void nothingToShowIsStillAPicture() {
        assertThat(Chart.bars("no rows", List.of()).toString()).endsWith("</svg>");
        assertThat(Chart.bars("zero", List.of(new Chart.Bar("a", BigDecimal.ZERO, "0"))).toString()).contains("width=\"0%\"");
        assertThat(Chart.columns("no years", List.of()).toString()).endsWith("</svg>");
        assertThat(Chart.line("no points", List.of(), List.of()).toString()).endsWith("</svg>");
        assertThat(Chart.line("one point", List.of(new Chart.Point("2025", BigDecimal.TEN, "10")), List.of()).toString()).contains(">10<");
        assertThat(Chart.stack("nothing", List.of(new Chart.Part("a", BigDecimal.ZERO, "0", Chart.Fill.FIRST)), 12).toString()).doesNotContain("<rect");
        assertThat(Chart.places("nowhere", List.of(), List.of()).toString()).endsWith("</svg>");
        assertThat(Chart.chain("no steps", List.of()).toString()).endsWith("</svg>");
        assertThat(Chart.bullet("none, and none allowed", BigDecimal.ZERO, Optional.of(BigDecimal.ZERO), BigDecimal.ZERO, BigDecimal.ZERO).toString()).endsWith("</svg>");
    }

    @Test
    void aValueBeyondTheScaleStaysOnThePaper() {
        assertThat(Chart.bullet("120 of 100", new BigDecimal(120), Optional.empty(), new BigDecimal(100), new BigDecimal(100)).toString())
                .contains("width=\"100%\"").doesNotContain("fx");
    }
}
