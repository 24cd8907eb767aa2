package org.probity.supply.evaluation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.probity.house.access.Me;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Columns;
import org.probity.house.ui.Spreadsheet;
import org.probity.house.ui.Typed;
import org.probity.supply.evaluation.Feeds.Brought;
import org.probity.supply.evaluation.Feeds.Delivery;
import org.probity.supply.evaluation.Feeds.OrderLine;
import org.springframework.stereotype.Component;

/** Feeds as files. A workbook is read before any transaction begins: reading one waits for those before it, and a waiting transaction holds what others need. */
@Component
class FeedFiles {
    /** How many faults of a file are shown. */
    private static final int FAULTS = 100;

    private final Feeds feeds;

    FeedFiles(Feeds feeds) {
        this.feeds = feeds;
    }

    /**
     * Brings a file in.
     *
     * <p>Refusals: {@code ui.file-empty}, {@code ui.file-long}, {@code ui.file-unreadable}; {@code evaluation.column-missing};
     * {@code evaluation.cell-wrong} with row, column and what stands there; {@code evaluation.cell-long}; and those of {@link Feeds}.
     */
    Answer<Brought> bring(Feeds.Kind kind, String source, byte[] bytes, Me by) {
        Columns file;
        try {
            file = Columns.of(Spreadsheet.read(bytes), kind.columns);
        } catch (Spreadsheet.Unreadable unreadable) {
            return Answer.refused("file", unreadable.key);
        }
        if (!file.missing().isEmpty()) {
            return new Answer.Refused<>(file.missing().stream().map(it -> new Reason("file", "evaluation.column-missing", List.of(it))).toList());
        }
        var faults = new ArrayList<Reason>();
        return switch (kind) {
            case ORDERS -> {
                var lines = each(file, faults, it -> new OrderLine(it.text("document"), it.whole("line"), it.text("supplier"), it.day("committed_day"), it.number("quantity")));
                yield faults.isEmpty() ? feeds.orders(source, lines, by) : new Answer.Refused<>(faults);
            }
            case DELIVERIES -> {
                var lines = each(file, faults, it -> new Delivery(it.text("document"), it.whole("line"), it.text("receipt"), it.day("day"), it.number("quantity"),
                        it.number("rejected")));
                yield faults.isEmpty() ? feeds.deliveries(source, lines, by) : new Answer.Refused<>(faults);
            }
        };
    }

    private static <T> List<T> each(Columns file, List<Reason> faults, Function<Cells, T> line) {
        var lines = new ArrayList<T>();
        for (var it : file.lines()) {
            try {
                lines.add(line.apply(new Cells(it)));
            } catch (Wrong wrong) {
                faults.add(wrong.reason);
            }
            if (faults.size() >= FAULTS) {
                break;
            }
        }
        return lines;
    }

    private static final class Wrong extends RuntimeException {
        final Reason reason;

        Wrong(Reason reason) {
            this.reason = reason;
        }
    }

    /** One line; the first cell of it that cannot be read is its fault. */
    private record Cells(Columns.Line line) {
        private Wrong wrong(String column) {
            return new Wrong(new Reason("file", "evaluation.cell-wrong", List.of(line.row(), column, line.of(column))));
        }

        private String cell(String column) {
            if (line.of(column).length() > FeedFaults.TEXT) {
                throw new Wrong(new Reason("file", "evaluation.cell-long", List.of(line.row(), column, FeedFaults.TEXT)));
            }
            return line.of(column);
        }

        String text(String column) {
            var cell = cell(column);
            if (cell.isEmpty() || cell.codePoints().anyMatch(Character::isISOControl)) {
                throw wrong(column);
            }
            return cell;
        }

        int whole(String column) {
            var cell = cell(column);
            if (!cell.matches("[0-9]{1,9}")) {
                throw wrong(column);
            }
            return Integer.parseInt(cell);
        }

        BigDecimal number(String column) {
            var cell = cell(column);
            if (!cell.matches("[0-9]{1,11}(\\.[0-9]{1,3})?")) {
                throw wrong(column);
            }
            return new BigDecimal(cell);
        }

        LocalDate day(String column) {
            return Typed.day(cell(column)).orElseThrow(() -> wrong(column));
        }
    }
}
