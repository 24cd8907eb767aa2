package org.probity.formats.cmrt;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Understands the cells: which form, which version, what was declared.
final class Interpreter {

    private static final Pattern SISTER = Pattern.compile("(?i)\\b(EMRT|AMRT|PRT|CRT)\\b");
    private static final List<DateTimeFormatter> DAYS = List.of(
            DateTimeFormatter.ISO_LOCAL_DATE, day("yyyy/M/d"), day("yyyy.M.d"), day("yyyy-M-d"), day("d-MMM-yyyy"), day("d MMM yyyy"),
            day("MMM d, yyyy"), day("MMMM d, yyyy"), day("d MMMM yyyy"), day("yyyy'年'M'月'd'日'"));
    private static final int FIRST_SERIAL = 39_082;
    private static final int LAST_SERIAL = 73_415;

    private final Extract extract;

    private Interpreter(Extract extract) {
        this.extract = extract;
    }

    static Reading read(Extract extract) {
        return new Interpreter(extract).read();
    }

    private static DateTimeFormatter day(String pattern) {
        return new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(pattern).toFormatter(Locale.ENGLISH);
    }

    private Reading read() {
        if (extract.hasSheet("Smelter and Mine List")) {
            return new Reading.Unreadable(Reading.Reason.TOO_OLD_V1);
        }
        if (!extract.hasSheet(Declaration.DECLARATION) || !extract.hasSheet(Declaration.SMELTERS)) {
            return new Reading.Unreadable(Reading.Reason.NOT_A_CMRT);
        }
        Cell revision = revision();
        Optional<Version> written = Version.in(revision.value());
        Optional<String> sister = sister(written);
        if (sister.isPresent()) {
            return new Reading.Unreadable(Reading.Reason.OTHER_TEMPLATE, sister.get());
        }
        Optional<Edition> bySheets = editionBySheets();
        Optional<Edition> byText = written.flatMap(Interpreter::edition);
        if (written.isPresent() && written.get().major() == 1) {
            return new Reading.Unreadable(Reading.Reason.TOO_OLD_V1);
        }
        // The sheets decide where text and sheets disagree: positions follow the layout, not the label.
        Optional<Edition> edition = bySheets.isPresent() && !sameGeneration(bySheets, byText) ? bySheets : byText;
        if (edition.isEmpty()) {
            return written.isPresent()
                    ? new Reading.Unreadable(Reading.Reason.UNKNOWN_VERSION, written.get().toString())
                    : new Reading.Unreadable(Reading.Reason.NOT_A_CMRT);
        }
        boolean textHolds = byText.equals(edition);
        boolean certain = textHolds && (bySheets.isEmpty() || sameGeneration(bySheets, byText)) && known(written.get());
        Version version = textHolds ? written.get() : edition.get().likeliest();
        return new Reading.Read(declaration(edition.get(), version, certain, revision));
    }

    /// The revision stands on the declaration; suppliers' tools sometimes lose it there, and the smelter list repeats it.
    private Cell revision() {
        Cell first = extract.at(Declaration.DECLARATION, Edition.REVISION_CELL);
        if (Version.in(first.value()).isPresent()) {
            return first;
        }
        for (String address : List.of("Q3", "N3", "O3", "P3")) {
            Cell other = extract.at(Declaration.SMELTERS, address);
            if (Version.in(other.value()).isPresent()) {
                return other;
            }
        }
        return first;
    }

    /// The sister forms share sheets and cell positions so far that only title, extra sheets and version tell them apart.
    private Optional<String> sister(Optional<Version> written) {
        Matcher title = SISTER.matcher(extract.at(Declaration.DECLARATION, "D2").value());
        if (title.find()) {
            return Optional.of(title.group(1).toUpperCase(Locale.ROOT));
        }
        if (extract.hasSheet("Minerals Scope")) {
            return Optional.of("AMRT");
        }
        if (extract.hasSheet("Mine List")) {
            return Optional.of("EMRT");
        }
        // The name "Smelter Look-up" came with 5.01; the first forms for cobalt were younger than that and numbered from 1.
        if (extract.hasSheet(Extract.LOOKUP) && written.isPresent() && written.get().major() < 5) {
            return Optional.of(written.get().major() == 1 ? "EMRT" : "CRT");
        }
        return Optional.empty();
    }

    private Optional<Edition> editionBySheets() {
        if (extract.hasSheet("Standard Smelter Names")) {
            if (extract.hasSheet("L")) {
                return Optional.of(Edition.THIRD);
            }
            return Optional.of(idsInColumnA() ? Edition.SECOND_EARLY : Edition.SECOND);
        }
        if (extract.hasSheet(Extract.LOOKUP) && extract.hasSheet("SorP")) {
            return Optional.of(Edition.SIXTH);
        }
        return Optional.empty();
    }

    private boolean idsInColumnA() {
        return !extract.at(Declaration.SMELTERS, "A4").blank() || extract.cells().getOrDefault(Declaration.SMELTERS, Map.of())
                .values().stream().anyMatch(c -> c.at().column().equals("A") && SmelterRow.idIn(c.value()).isPresent());
    }

    private static Optional<Edition> edition(Version version) {
        return switch (version.major()) {
            case 2 -> Optional.of(version.compareTo(Version.of("2.02")) < 0 ? Edition.SECOND_EARLY : Edition.SECOND);
            case 3 -> Optional.of(Edition.THIRD);
            // Whatever follows is read as the layout we know, with a warning.
            case 6, 7, 8 -> Optional.of(Edition.SIXTH);
            default -> Optional.empty();
        };
    }

    private static boolean known(Version version) {
        return version.compareTo(Version.of("6.5")) <= 0;
    }

    private static boolean sameGeneration(Optional<Edition> bySheets, Optional<Edition> byText) {
        boolean second = bySheets.equals(Optional.of(Edition.SECOND)) || bySheets.equals(Optional.of(Edition.SECOND_EARLY));
        boolean secondByText = byText.equals(Optional.of(Edition.SECOND)) || byText.equals(Optional.of(Edition.SECOND_EARLY));
        return bySheets.equals(byText) || second && secondByText;
    }

    private Declaration declaration(Edition edition, Version version, boolean certain, Cell revision) {
        Map<Field, Cell> company = new EnumMap<>(Field.class);
        edition.fields().forEach((field, address) -> company.put(field, extract.at(Declaration.DECLARATION, address)));
        List<MetalAnswer> answers = new ArrayList<>();
        edition.questions().forEach((question, firstRow) -> {
            for (Metal metal : Metal.values()) {
                int row = firstRow + metal.ordinal();
                Cell cell = extract.at(Declaration.DECLARATION, Edition.ANSWER_COLUMN + row);
                answers.add(new MetalAnswer(question, metal, Reply.of(cell), cell,
                        extract.at(Declaration.DECLARATION, Edition.COMMENT_COLUMN + row)));
            }
        });
        List<CompanyAnswer> companyAnswers = new ArrayList<>();
        edition.companyQuestions().forEach((question, row) -> {
            Cell cell = extract.at(Declaration.DECLARATION, Edition.ANSWER_COLUMN + row);
            companyAnswers.add(new CompanyAnswer(question, Reply.of(cell), cell,
                    extract.at(Declaration.DECLARATION, Edition.COMMENT_COLUMN + row)));
        });
        return new Declaration(edition, version, certain, revision,
                extract.at(Declaration.DECLARATION, Edition.LANGUAGE_CELL), company,
                day(company.get(Field.EFFECTIVE_DATE)), answers, companyAnswers, smelters(edition), products());
    }

    private Optional<LocalDate> day(Cell cell) {
        if (cell.kind() == Cell.Kind.NUMBER) {
            double serial = Double.parseDouble(cell.raw()) + (extract.days1904() ? 1462 : 0);
            // Before the form existed, or after 2100, it is a number but no day.
            return serial >= FIRST_SERIAL && serial < LAST_SERIAL
                    ? Optional.of(LocalDate.of(1899, 12, 30).plusDays((long) serial))
                    : Optional.empty();
        }
        String text = cell.value();
        if (text.length() > 10 && text.charAt(10) == 'T') {
            text = text.substring(0, 10);
        }
        for (DateTimeFormatter format : DAYS) {
            try {
                return Optional.of(LocalDate.parse(text, format));
            } catch (DateTimeException notThisWay) {
                // the next format
            }
        }
        return Optional.empty();
    }

    private List<SmelterRow> smelters(Edition edition) {
        Map<Integer, Map<String, Cell>> rows = extract.rows(Declaration.SMELTERS, Edition.FIRST_SMELTER_ROW);
        int shift = shift(edition, rows);
        Map<String, Map<String, Cell>> ownList = new HashMap<>();
        extract.rows(Extract.LOOKUP, Edition.FIRST_SMELTER_ROW).values().forEach(listed -> {
            Cell id = listed.get("E");
            if (id != null) {
                ownList.putIfAbsent(id.value(), listed);
            }
        });
        List<SmelterRow> smelters = new ArrayList<>();
        rows.forEach((number, filled) -> {
            Map<SmelterRow.Column, Cell> cells = new EnumMap<>(SmelterRow.Column.class);
            edition.smelterColumns().forEach((column, letters) -> {
                int shifted = Columns.number(letters) + shift;
                if (shifted > 0) {
                    String address = Columns.letters(shifted);
                    Cell cell = filled.get(address);
                    cells.put(column, cell != null ? cell : Cell.empty(CellRef.of(Declaration.SMELTERS, address, number)));
                }
            });
            compute(cells, ownList);
            SmelterRow row = new SmelterRow(number, cells);
            if (says(row)) {
                smelters.add(row);
            }
        });
        return smelters;
    }

    /// What the form's formulas make of an id typed into the first column, where the program that saved the file did not compute it.
    private static void compute(Map<SmelterRow.Column, Cell> cells, Map<String, Map<String, Cell>> ownList) {
        Cell id = cells.get(SmelterRow.Column.ID_INPUT);
        Map<String, Cell> listed = id == null ? null : ownList.get(id.value());
        if (listed == null) {
            return;
        }
        Map.of(SmelterRow.Column.METAL, "A", SmelterRow.Column.LOOKUP, "C").forEach((column, source) -> {
            Cell cell = cells.get(column);
            if (cell != null && cell.blank() && listed.containsKey(source)) {
                cells.put(column, new Cell(cell.at(), Cell.Kind.TEXT, listed.get(source).value(), true));
            }
        });
    }

    /// A row says something when a person filled one of its main cells, or the form computed one from what a person filled.
    private static boolean says(SmelterRow row) {
        for (SmelterRow.Column column : List.of(SmelterRow.Column.ID_INPUT, SmelterRow.Column.METAL, SmelterRow.Column.LOOKUP,
                SmelterRow.Column.NAME, SmelterRow.Column.COUNTRY, SmelterRow.Column.ID)) {
            if (row.cell(column).map(c -> !c.blank() && !(c.computed() && c.value().equals("0"))).orElse(false)) {
                return true;
            }
        }
        return false;
    }

    /// Suppliers delete or insert a column in front; the column in which metals stand tells by how many the list moved.
    private static int shift(Edition edition, Map<Integer, Map<String, Cell>> rows) {
        int home = Columns.number(edition.smelterColumns().get(SmelterRow.Column.METAL));
        int best = 0;
        long most = 0;
        for (int shift : new int[] {0, -1, 1, 2}) {
            if (home + shift < 1) {
                continue;
            }
            String letters = Columns.letters(home + shift);
            long metals = rows.values().stream()
                    .filter(r -> r.containsKey(letters) && Metal.of(r.get(letters).value()).isPresent()).count();
            if (metals > most) {
                most = metals;
                best = shift;
            }
        }
        return best;
    }

    private List<ProductRow> products() {
        List<ProductRow> products = new ArrayList<>();
        extract.rows(Declaration.PRODUCTS, Edition.FIRST_PRODUCT_ROW).forEach((number, filled) -> {
            // A form of 3.x ends the list with a computed line of its own.
            if (Stream.of("B", "C").map(filled::get).anyMatch(c -> c != null && !c.blank() && !c.computed())) {
                products.add(new ProductRow(number,
                        extract.at(Declaration.PRODUCTS, "B" + number),
                        extract.at(Declaration.PRODUCTS, "C" + number),
                        extract.at(Declaration.PRODUCTS, "D" + number)));
            }
        });
        return products;
    }
}
