package org.probity.disclosure.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.people.labour.AWorker.HR;

import gg.jte.output.StringOutput;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Engagement;
import org.probity.house.start.WholeHouse;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Query;
import org.probity.house.ui.Screens;
import org.probity.people.labour.AWorker;
import org.probity.shapes.figure.Figure;
import org.probity.shapes.figure.FigureLeaf;
import org.probity.shapes.figure.FigureValue.Row;
import org.probity.shapes.figure.Figures;
import org.probity.shapes.figure.FrozenFigures;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What a page says of all rows is the same whether they were read one by one or added up where they lie; and it reads no more than it shows. */
@WholeHouse(own = true)
class LeafingInTheDatabaseTest {
    static final int WORKERS = 57;
    static final int RETIREES = 53;

    @Autowired Figures figures;
    @Autowired FrozenFigures frozen;
    @Autowired MockMvcTester browser;
    @Autowired ApplicationContext house;
    @Autowired Clock clock;

    @Test
    void aPageSaysOfAllRowsWhatTheRowsSay() {
        var site = AWorker.site(house, "LEAF", "CN", "Anhui");
        for (var i = 0; i < WORKERS; i++) {
            AWorker.engaged(house, site, "L%03d".formatted(i), Engagement.EMPLOYEE, AWorker.BEGUN, null);
        }
        for (var i = 0; i < RETIREES; i++) {
            AWorker.engaged(house, site, "R%03d".formatted(i), Engagement.RETIREE, AWorker.BEGUN, null);
        }
        var year = LocalDate.now(clock).getYear();
        for (var key : List.of("headcount", "ppl-policy-signed", "ppl-turnover", "forced-labour-cases", "tin-due-diligence", "ppl-training-satisfaction")) {
            var figure = figures.find(key).orElseThrow();
            same(figure, new FigureView(figures.live(figure, year), true, Map.of()).asked(Query.all("/x")), figures.leaf(figure, year, new FigureLeaf.Ask("", true, 0, 0, Query.PAGE)));
        }
        pagesAndWords(year);
        frozen(year);
        onTheScreen(year);
    }

    private static void same(Figure figure, FigureView whole, FigureLeaf leaf) {
        var en = Screens.of(Lang.EN);
        var view = new FigureView(leaf.value(), true, Map.of()).asked(Query.all("/x")).with(leaf.totals());
        assertThat(leaf.value().exact()).as(figure.key()).isEqualTo(whole.value().exact());
        assertThat(leaf.value().shown()).isEqualTo(whole.value().shown());
        assertThat(leaf.value().control()).usingRecursiveComparison().withComparatorForType(BigDecimal::compareTo, BigDecimal.class).isEqualTo(whole.value().control());
        assertThat(view.sums(en)).as(figure.key()).isEqualTo(whole.sums(en));
        assertThat(view.of(en)).isEqualTo(whole.of(en));
        assertThat(view.mix()).isEqualTo(whole.mix());
        assertThat(view.meets()).isEqualTo(whole.meets());
        assertThat(view.paged()).isEqualTo(whole.paged());
        assertThat(view.rows(en).total()).isEqualTo(whole.rows(en).total());
        assertThat(view.rows(en).lines()).hasSameSizeAs(whole.rows(en).lines());
        assertThat(view.excluded(en).total()).isEqualTo(whole.excluded(en).total());
    }

    private void pagesAndWords(int year) {
        var figure = figures.find("headcount").orElseThrow();
        var second = figures.leaf(figure, year, new FigureLeaf.Ask("", true, 50, 0, 50));
        assertThat(second.value().included()).extracting(Row::number).as("the rest, in their order").containsExactly("L050", "L051", "L052", "L053", "L054", "L055", "L056");
        assertThat(second.value().excluded()).as("the other list at its beginning").hasSize(50).first().extracting(Row::number).isEqualTo("R000");
        var found = figures.leaf(figure, year, new FigureLeaf.Ask("worker l01", true, 0, 0, 50));
        assertThat(found.totals().found()).isEqualTo(10);
        assertThat(found.totals().foundLeftOut()).isZero();
        assertThat(found.totals().included()).as("what is said of all stays").isEqualTo(WORKERS);
        assertThat(figures.leaf(figure, year, new FigureLeaf.Ask("worker l01", false, 0, 0, 50)).totals().found()).as("a name is not found by whoever does not see it").isZero();
        assertThat(figures.leaf(figure, year, new FigureLeaf.Ask("%_", true, 0, 0, 50)).totals().found()).as("as it is typed").isZero();
    }

    private void frozen(int year) {
        var figure = figures.find("headcount").orElseThrow();
        var kept = figures.freeze(figure, year, HR);
        var leaf = frozen.leaf(kept.id(), new FigureLeaf.Ask("", false, 0, 0, 50));
        same(figure, new FigureView(frozen.frozen(kept.id()).value(), true, Map.of()).asked(Query.all("/x")), leaf);
        var code = frozen.frozen(kept.id()).value().included().get(52).code();
        assertThat(frozen.leaf(kept.id(), new FigureLeaf.Ask(code.toLowerCase(Locale.ROOT), false, 0, 0, 50)).value().included()).singleElement().extracting(Row::code).isEqualTo(code);
        var nobody = new FigureView(frozen.leaf(kept.id(), new FigureLeaf.Ask("", false, 50, 0, 50)).value(), Figure.Level.PUBLIC, Map.of()).asked(Query.all("/x").onPage(2))
                .with(frozen.leaf(kept.id(), new FigureLeaf.Ask("", false, 50, 0, 50)).totals());
        assertThat(words(nobody)).as("whoever sees neither name nor code counts on from the page before").startsWith("51");
        assertThat(figures.leaf(figure, year, new FigureLeaf.Ask("", false, 0, 0, 50)).value().included()).as("a live row has the code it was frozen under").allMatch(it -> it.code().startsWith("LG-"));
    }

    private static String words(FigureView view) {
        var words = new StringOutput();
        view.rows(Screens.of(Lang.EN)).lines().getFirst().cells().getFirst().content().writeTo(words);
        return words.toString();
    }

    private void onTheScreen(int year) {
        var first = opened("/app/figures/headcount?year=" + year, HR);
        assertThat(first).contains("Worker L000", "Worker L049", "page=2").doesNotContain("Worker L050");
        assertThat(opened("/app/figures/headcount?year=" + year + "&page=2", HR)).contains("Worker L050", "Worker L056").doesNotContain("Worker L049");
        assertThat(opened("/app/figures/headcount?year=" + year + "&q=l01", HR)).contains("Worker L010").doesNotContain("Worker L020");
        assertThat(opened("/app/figures/headcount?year=" + year + "&rows=left-out&page=2", HR)).contains("Worker R050", "Worker L000").doesNotContain("Worker R049");
        assertThat(opened("/app/figures/headcount?year=" + year + "&format=csv", HR)).as("a file holds all").contains("Worker L000", "Worker L056");
        var officer = new Me(UUID.randomUUID(), "Zhao", Set.of(Role.SOURCING_OFFICER), Optional.empty());
        assertThat(opened("/app/figures/headcount?year=" + year, officer)).as("codes for whoever works with no names").contains("LG-00").doesNotContain("Worker L");
        assertThat(Stream.of("", "&page=99", "&q=nobody").map(it -> opened("/app/figures/headcount?year=" + year + it, HR))).allSatisfy(it -> assertThat(it).contains("57"));
    }

    private String opened(String path, Me who) {
        var page = browser.get().uri(path).with(As.me(who)).exchange();
        assertThat(page).hasStatusOk();
        return new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
