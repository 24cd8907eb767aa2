package org.probity.supply.evaluation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Answer.Reason;

/**
 * What of the lines from another system cannot be, looked at before anything is reckoned with them: a program may leave out what a form
 * cannot, and writes an amount of a gigabyte in twelve signs (1e1000000000).
 *
 * <p>Refusals: {@code evaluation.no-lines}; {@code evaluation.source-wrong} not said, or longer than {@value #SOURCE} signs;
 * {@code evaluation.cell-wrong} with the line, the column and what stands there; {@code evaluation.cell-long}.
 */
final class FeedFaults {
    static final int SOURCE = 300;

    /** Longest number of an order, a supplier or a receipt. */
    static final int TEXT = 60;

    /** As the ledger keeps amounts: digits before the point and behind it. */
    private static final int WHOLE = 11;
    private static final int PLACES = 3;

    /** How many are shown. */
    private static final int MOST = 100;

    private final List<Reason> faults = new ArrayList<>();
    private int row;

    private FeedFaults() {}

    static List<Reason> ofOrders(@Nullable String source, @Nullable List<Feeds.@Nullable OrderLine> lines) {
        return of(source, lines, (it, line) -> {
            it.text("document", line.document());
            it.whole("line", line.line());
            it.text("supplier", line.supplier());
            it.day("committed_day", line.committedDay());
            it.amount("quantity", line.quantity());
        });
    }

    static List<Reason> ofDeliveries(@Nullable String source, @Nullable List<Feeds.@Nullable Delivery> lines) {
        return of(source, lines, (it, line) -> {
            it.text("document", line.document());
            it.whole("line", line.line());
            it.text("receipt", line.receipt());
            it.day("day", line.day());
            it.amount("quantity", line.quantity());
            it.amount("rejected", line.rejected());
        });
    }

    private static <T> List<Reason> of(@Nullable String source, @Nullable List<@Nullable T> lines, BiConsumer<FeedFaults, T> look) {
        if (source == null || source.isBlank() || source.length() > SOURCE) {
            return List.of(new Reason("source", "evaluation.source-wrong", List.of(SOURCE)));
        }
        if (lines == null || lines.isEmpty()) {
            return List.of(new Reason("file", "evaluation.no-lines", List.of()));
        }
        var it = new FeedFaults();
        for (var line : lines) {
            it.row++;
            if (line == null) {
                it.wrong("line", "");
            } else {
                look.accept(it, line);
            }
            if (it.faults.size() >= MOST) {
                break;
            }
        }
        return it.faults;
    }

    private void text(String column, @Nullable String said) {
        if (said != null && said.length() > TEXT) {
            faults.add(new Reason("file", "evaluation.cell-long", List.of(row, column, TEXT)));
        } else if (said == null || said.isBlank() || said.codePoints().anyMatch(Character::isISOControl)) {
            wrong(column, said == null ? "" : said);
        }
    }

    private void whole(String column, int said) {
        if (said < 0) {
            wrong(column, String.valueOf(said));
        }
    }

    private void day(String column, @Nullable LocalDate said) {
        if (said == null || said.getYear() < 2000 || said.getYear() > 2200) {
            wrong(column, said == null ? "" : said.toString());
        }
    }

    /** By its scale first: only then is it small enough to be taken apart, or written out. */
    private void amount(String column, @Nullable BigDecimal said) {
        if (said == null) {
            wrong(column, "");
        } else if (Math.abs((long) said.scale()) > 2 * WHOLE || said.precision() - said.scale() > WHOLE || said.stripTrailingZeros().scale() > PLACES) {
            var shown = said.toString();
            wrong(column, shown.substring(0, Math.min(shown.length(), TEXT)));
        }
    }

    private void wrong(String column, String shown) {
        faults.add(new Reason("file", "evaluation.cell-wrong", List.of(row, column, shown)));
    }
}
