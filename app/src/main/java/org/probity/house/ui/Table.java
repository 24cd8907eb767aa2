package org.probity.house.ui;

import gg.jte.Content;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.parts.Inline;

/**
 * A list of records, told once by its columns: the page shows it, and the same columns go into the file a person downloads.
 *
 * <pre>{@code
 * Table.of(s, rows)
 *     .head("ui.gallery.proof", row -> new Link(row.name(), "/app/suppliers/" + row.id()))
 *     .state("ui.gallery.state", Row::state)
 *     .day("ui.gallery.due", Row::due).sorts("due")
 *     .number("ui.gallery.tonnes", Row::tonnes)
 *     .paged(query, total)
 * }</pre>
 *
 * A cell may be text, a number, a day, an instant, a {@code State} or {@code Link}, or an empty {@code Optional} for "nothing".
 */
public final class Table<T> {
    /** How a column is set. */
    enum Kind { HEAD, TEXT, NUMBER, DAY, ID, WHY, VERB }

    /** @param offers what a workbook lets choose in the column's cells */
    private record Column<T>(Kind kind, String label, Function<T, ?> cell, String sort, Function<T, List<String>> offers) {
        Column(Kind kind, String label, Function<T, ?> cell) {
            this(kind, label, cell, "", _ -> List.of());
        }
    }

    /** The head of a column. @param order ascending, descending, or null; @param href sorts by it, or empty */
    public record Head(String label, String css, String href, @Nullable String order) {}

    public record Cell(boolean head, String css, String label, Content content) {}

    public record Line(String id, String label, List<Cell> cells) {}

    private final Screen s;
    private final List<T> rows;
    private final List<Column<T>> columns = new ArrayList<>();
    private final List<List<Object>> feet = new ArrayList<>();
    private String caption = "";
    private String sub = "";
    private Query query;
    private long total;
    private boolean downloads;
    private String anchor = "";
    private Function<T, String> id = _ -> "";
    private Function<T, String> label = _ -> "";
    private String choice = "";
    private Set<String> chosen = Set.of();
    private boolean wide;
    private boolean square;

    private Table(Screen s, List<T> rows) {
        this.s = s;
        this.rows = List.copyOf(rows);
        this.query = Query.all(s.path());
        this.total = rows.size();
    }

    public static <T> Table<T> of(Screen s, List<T> rows) {
        return new Table<>(s, rows);
    }

    public Table<T> caption(String words) {
        return caption(words, "");
    }

    public Table<T> caption(String words, String below) {
        caption = words;
        sub = below;
        return this;
    }

    /** What the row is about; its first cell. Followed by Enter from the keyboard when it is a link. */
    public Table<T> head(String key, Function<T, ?> cell) {
        return column(Kind.HEAD, key, cell);
    }

    public Table<T> text(String key, Function<T, ?> cell) {
        return column(Kind.TEXT, key, cell);
    }

    /** Set to the right, with thousands. */
    public Table<T> number(String key, Function<T, ?> cell) {
        return column(Kind.NUMBER, key, cell);
    }

    public Table<T> day(String key, Function<T, ?> cell) {
        return column(Kind.DAY, key, cell);
    }

    public Table<T> state(String key, Function<T, ?> cell) {
        return column(Kind.VERB, key, cell);
    }

    /** Codes and numbers of papers, in the typeface of codes. */
    public Table<T> id(String key, Function<T, ?> cell) {
        return column(Kind.ID, key, cell);
    }

    /** What explains the row, in the colour of what may be skipped. */
    public Table<T> why(String key, Function<T, ?> cell) {
        return column(Kind.WHY, key, cell);
    }

    /** A state in a column that is named by data, such as a department's name. */
    public Table<T> stateOf(String words, Function<T, ?> cell) {
        columns.add(new Column<>(Kind.VERB, words, cell));
        return this;
    }

    /** A number under words that no bundle has, such as a figure's own unit. */
    public Table<T> numberOf(String words, Function<T, ?> cell) {
        columns.add(new Column<>(Kind.NUMBER, words, cell));
        return this;
    }

    private Table<T> column(Kind kind, String key, Function<T, ?> cell) {
        columns.add(new Column<>(kind, s.t(key), cell));
        return this;
    }

    /** The column just named can order the list; this is its name in the address and for {@link Query#orderBy}. */
    public Table<T> sorts(String name) {
        Column<T> last = columns.removeLast();
        columns.add(new Column<>(last.kind, last.label, last.cell, name, last.offers));
        return this;
    }

    /** In a workbook, whoever fills in the column just named chooses among these; where there are none, they type. */
    public Table<T> offers(Function<T, List<String>> choices) {
        Column<T> last = columns.removeLast();
        columns.add(new Column<>(last.kind, last.label, last.cell, last.sort, choices));
        return this;
    }

    /** A closing row, such as a control total; one value for each column, "" where there is none. */
    public Table<T> foot(Object... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(cells.length + " cells at the foot of " + columns.size() + " columns");
        }
        feet.add(List.of(cells));
        return this;
    }

    /** @param all rows there are behind the filters, of which these are one page */
    public Table<T> paged(Query query, long all) {
        this.query = query;
        this.total = all;
        return this;
    }

    /** The next page opens where the list stands, on a page that has more than the list. @param place its id */
    public Table<T> at(String place) {
        anchor = "#" + place;
        return this;
    }

    /** Offers the whole list as a file; the handler answers {@link Query#format} with {@link Pages#file}. */
    public Table<T> downloads() {
        downloads = true;
        return this;
    }

    /** Each row can be chosen; the values chosen arrive under the name in the form around the table. */
    public Table<T> choose(String name, Function<T, String> id, Function<T, String> label) {
        this.choice = name;
        this.id = id;
        this.label = label;
        return this;
    }

    /** These rows were chosen already, in a form that comes back refused. */
    public Table<T> chosen(Collection<String> ids) {
        chosen = Set.copyOf(ids);
        return this;
    }

    /** Scrolls sideways instead of breaking its lines. */
    public Table<T> wide() {
        wide = true;
        return this;
    }

    /** Is read across as well as down, such as a matrix: a telephone keeps it whole instead of breaking each row into lines. */
    public Table<T> square() {
        square = true;
        return this;
    }

    public boolean isSquare() {
        return square;
    }

    public String caption() {
        return caption;
    }

    public String sub() {
        return sub;
    }

    public boolean isWide() {
        return wide;
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    public String choice() {
        return choice;
    }

    public boolean isChosen(Line line) {
        return chosen.contains(line.id());
    }

    public List<Head> heads() {
        return columns.stream().map(column -> {
            boolean sorted = !column.sort.isEmpty() && query.sort().equals(column.sort);
            return new Head(column.label, column.kind == Kind.NUMBER ? "n" : "", column.sort.isEmpty() ? "" : query.by(column.sort).href(),
                    sorted ? query.down() ? "descending" : "ascending" : null);
        }).toList();
    }

    public List<Line> lines() {
        return rows.stream().map(row -> new Line(id.apply(row), label.apply(row), columns.stream()
                .map(column -> cell(column, column.cell.apply(row)))
                .toList())).toList();
    }

    /** What is empty is marked, because a phone has no room for it. */
    private Cell cell(Column<T> column, @Nullable Object value) {
        var nothing = value == null || value.equals("") || value instanceof Optional<?> maybe && maybe.isEmpty();
        return new Cell(column.kind == Kind.HEAD, (css(column.kind) + (nothing ? " none" : "")).strip(), column.label, content(value));
    }

    public List<List<Cell>> feet() {
        return feet.stream().map(foot -> {
            var cells = new ArrayList<Cell>();
            for (int i = 0; i < foot.size(); i++) {
                boolean nothing = foot.get(i).equals("");
                cells.add(new Cell(i == 0, nothing ? "void" : css(columns.get(i).kind), i == 0 ? "" : columns.get(i).label, content(foot.get(i))));
            }
            return (List<Cell>) cells;
        }).toList();
    }

    private static String css(Kind kind) {
        return switch (kind) {
            case HEAD, TEXT -> "";
            case NUMBER -> "n";
            case DAY -> "day";
            case ID -> "id";
            case WHY -> "why";
            case VERB -> "verb";
        };
    }

    public long total() {
        return total;
    }

    public long from() {
        return rows.isEmpty() ? 0 : query.offset() + 1;
    }

    public long to() {
        return query.offset() + rows.size();
    }

    public String before() {
        return query.page() > 1 ? query.onPage(query.page() - 1).href() + anchor : "";
    }

    public String after() {
        return to() < total ? query.onPage(query.page() + 1).href() + anchor : "";
    }

    public String csv() {
        return downloads ? query.as(Export.Format.CSV).href() : "";
    }

    public String xlsx() {
        return downloads ? query.as(Export.Format.XLSX).href() : "";
    }

    /** The names of the columns, for a file. */
    List<String> labels() {
        return columns.stream().map(Column::label).toList();
    }

    /** The values as they are, for a file: numbers stay numbers and days stay days. */
    List<List<Object>> values() {
        return rows.stream().map(row -> columns.stream().map(column -> value(column.cell.apply(row))).toList()).toList();
    }

    /** What a workbook lets choose, cell by cell like {@link #values}; an empty list where it lets type. */
    List<List<List<String>>> offers() {
        return rows.stream().map(row -> columns.stream().map(column -> column.offers.apply(row)).toList()).toList();
    }

    /** What a spreadsheet program says to an answer that is none of those offered. */
    String refusal() {
        return s.t("ui.choose-offered");
    }

    private static Object value(@Nullable Object cell) {
        return switch (cell) {
            case null -> "";
            case Optional<?> maybe -> maybe.map(Table::value).orElse("");
            case Inline inline -> inline.words();
            case Number number -> number;
            case LocalDate day -> day;
            case Instant instant -> instant;
            default -> cell.toString();
        };
    }

    private Content content(@Nullable Object cell) {
        return switch (cell) {
            case null -> nothing();
            case Optional<?> maybe -> maybe.map(this::content).orElseGet(this::nothing);
            case Content content -> content;
            case BigDecimal number -> Html.words(s.number(number));
            case Integer number -> Html.words(s.number(number));
            case Long number -> Html.words(s.number(number));
            case LocalDate day -> s.time(day);
            case Instant instant -> s.time(instant);
            default -> Html.words(cell.toString());
        };
    }

    /** A dash for the eye, a word for the ear. */
    private Content nothing() {
        return out -> out.writeContent("<span aria-hidden=\"true\">–</span><span class=\"vh\">" + Html.safe(s.t("ui.nothing")) + "</span>");
    }
}
