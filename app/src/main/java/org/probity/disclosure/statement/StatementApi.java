package org.probity.disclosure.statement;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.For;
import org.probity.house.access.Open;
import org.probity.house.access.Role;
import org.probity.house.ui.NotThere;
import org.probity.shapes.figure.Figure;
import org.probity.shapes.figure.FigureValue;
import org.probity.shapes.figure.Figures;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The report for programs. What is published is open to all, under pseudonyms and at the public level; what is live, and the names behind
 * the codes, are for those who may see them on the screens. The package remains the thing that proves it.
 */
@RestController
class StatementApi {
    /** An edition of a year's report. */
    record ReportEdition(int year, int edition, Instant publishedAt, String packageAddress) {}

    /**
     * A figure.
     *
     * @param shown the decimal that people read, without unit; a dash when there is nothing to divide by
     * @param controlDifference what the other source says and the rows do not; in the control's unit
     */
    record FigureSummary(
            String key, String code, int definition, int year, String shown, String unit, int rows, int leftOut,
            BigDecimal controlDifference, String controlUnit) {}

    /**
     * A row of a figure.
     *
     * @param code its pseudonym; absent where the figure's level withholds it from the public
     * @param subject whom it is about; only where names are shown
     * @param reason why it is left out; it counts when there is none
     */
    record FigureRow(@Nullable String code, @Nullable UUID subject, @Nullable String name, @Nullable String reason, Map<String, BigDecimal> inputs) {}

    /** A figure laid open. */
    record FigureWhole(FigureSummary value, List<FigureRow> rows) {}

    private final Statements statements;
    private final Figures figures;
    private final Clock clock;

    StatementApi(Statements statements, Figures figures, Clock clock) {
        this.statements = statements;
        this.figures = figures;
        this.clock = clock;
    }

    /** Every published edition, the newest first. */
    @Open
    @GetMapping("/api/reports")
    List<ReportEdition> reports() {
        return statements.allPublished().stream().map(StatementApi::published).toList();
    }

    /** The figures of a year's newest edition. */
    @Open
    @GetMapping("/api/reports/{year}")
    List<FigureSummary> report(@PathVariable int year) {
        return statements.values(edition(year)).stream().map(StatementApi::value).toList();
    }

    /** One published figure with its rows under their codes. */
    @Open
    @GetMapping("/api/reports/{year}/{key}")
    FigureWhole figure(@PathVariable int year, @PathVariable String key) {
        return statements.value(edition(year), key).map(value -> whole(value, false))
                .orElseThrow(() -> new NotThere("figure " + key + " of " + year));
    }

    /** One figure as it stands now, with names; of the running year unless another is asked for. */
    @For({Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
    @GetMapping("/api/figures/{key}")
    FigureWhole live(@PathVariable String key, @RequestParam(required = false) @Nullable Integer year) {
        var figure = figures.find(key).orElseThrow(() -> new NotThere("figure " + key));
        if (year != null && (year < 2000 || year > 2200)) {
            throw new NotThere("year " + year);
        }
        return whole(figures.live(figure, year == null ? LocalDate.now(clock).getYear() : year), true);
    }

    private Edition edition(int year) {
        return statements.published(year).orElseThrow(() -> new NotThere("report of " + year));
    }

    private static ReportEdition published(Edition edition) {
        return new ReportEdition(edition.year(), edition.no(), Objects.requireNonNull(edition.publishedAt()),
                "/report/" + edition.year() + "/package.zip");
    }

    private static FigureSummary value(FigureValue it) {
        return new FigureSummary(it.figure().key(), it.figure().code(), it.figure().version(), it.year(), it.shown(), it.figure().unit(),
                it.included().size(), it.excluded().size(), it.control().difference(), it.figure().control().unit());
    }

    private static FigureWhole whole(FigureValue value, boolean named) {
        var coded = named || value.figure().level() == Figure.Level.PUBLIC;
        return new FigureWhole(value(value), value.rows().stream()
                .map(row -> new FigureRow(coded ? row.code() : null, named ? row.subject() : null, named ? row.nameEn() : null, row.reason(), row.inputs().inputs()))
                .toList());
    }
}
