package org.probity.formats.cmrt;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the template's own "Checker" sheet finds incomplete, item by item: 56 items on rows 4 to 69, the same from 6.01 to 6.5.
///
/// Equality is the spreadsheet's: capitals do not matter, a blank typed into a cell fills it, and an answer to a question counts only after
/// a "Yes" to the questions it depends on. Older editions are judged by the same rules as far as they ask the same; their row numbers are those of 6.x.
public final class Checker {

    /// A field and its row on the Checker sheet.
    private static final Map<Field, Integer> FIELD_ROWS = new EnumMap<>(Map.of(
            Field.COMPANY_NAME, 4, Field.SCOPE, 5, Field.SCOPE_TEXT, 6, Field.CONTACT_NAME, 7, Field.CONTACT_EMAIL, 8,
            Field.CONTACT_PHONE, 9, Field.AUTHORISER_NAME, 10, Field.AUTHORISER_EMAIL, 11, Field.EFFECTIVE_DATE, 12));
    /// The row of tantalum in each question's block; the other metals follow.
    private static final Map<Question, Integer> QUESTION_ROWS = new EnumMap<>(Map.of(
            Question.ADDED, 14, Question.REMAINS, 19, Question.COVERED_COUNTRIES, 24, Question.CONFLICT_AREAS, 29, Question.RECYCLED, 34,
            Question.RESPONSES, 39, Question.SMELTERS_IDENTIFIED, 44, Question.SMELTERS_REPORTED, 49));
    private static final Map<CompanyQuestion, Integer> COMPANY_ROWS = new EnumMap<>(Map.of(
            CompanyQuestion.POLICY, 54, CompanyQuestion.POLICY_PUBLIC, 55, CompanyQuestion.VALIDATED_SMELTERS_REQUIRED, 57,
            CompanyQuestion.DUE_DILIGENCE, 58, CompanyQuestion.SURVEY, 59, CompanyQuestion.REVIEW, 60,
            CompanyQuestion.CORRECTIVE_ACTION, 62, CompanyQuestion.DISCLOSURE, 63));
    private static final int POLICY_ADDRESS_ROW = 56;
    private static final int PRODUCTS_ROW = 64;
    private static final int FIRST_SMELTER_ROW = 65;
    private static final int NOT_LISTED_ROW = 69;
    private static final String SCOPE_A = "A. Company";
    private static final String SCOPE_B = "B. Product (or List of Products)";

    private final Declaration declaration;
    private final List<OpenItem> open = new ArrayList<>();

    private Checker(Declaration declaration) {
        this.declaration = declaration;
    }

    /// The open items in the order of the Checker sheet; their number is what its total shows.
    public static List<OpenItem> openItems(Declaration declaration) {
        Checker checker = new Checker(declaration);
        checker.fields();
        checker.metals();
        checker.company();
        checker.products();
        checker.smelters();
        checker.notListed();
        checker.open.sort((a, b) -> Integer.compare(a.checkerRow(), b.checkerRow()));
        return List.copyOf(checker.open);
    }

    /// The open items as findings, one a cell; the one item about smelters "not listed" becomes one for each empty cell.
    public static List<Finding> findings(Declaration declaration) {
        List<Finding> findings = new ArrayList<>();
        for (OpenItem item : openItems(declaration)) {
            if (item.kind() == OpenItem.Kind.NOT_LISTED_INCOMPLETE) {
                notListedIncomplete(declaration).forEach(cell -> findings.add(Finding.mustCorrect("cmrt.not-listed-incomplete", cell)));
            } else {
                findings.add(new Finding(item.kind().key(), Finding.Severity.MUST_CORRECT, item.cell(), item.value(), item.args()));
            }
        }
        return List.copyOf(findings);
    }

    private void fields() {
        FIELD_ROWS.forEach((field, row) -> declaration.field(field).ifPresent(cell -> {
            boolean email = field == Field.CONTACT_EMAIL || field == Field.AUTHORISER_EMAIL;
            if (field == Field.SCOPE_TEXT) {
                Cell scope = declaration.required(Field.SCOPE);
                // Editions before the third said "A. Company Level"; what the letter means has not changed.
                boolean named = declaration.edition() == Edition.SIXTH
                        ? scope.is(SCOPE_A) || scope.is(SCOPE_B)
                        : Scope.of(scope) == Scope.COMPANY || Scope.of(scope) == Scope.PRODUCTS;
                if (cell.zero() && !scope.zero() && !named) {
                    add(row, OpenItem.Kind.SCOPE_TEXT_MISSING, cell);
                }
            } else if (email && !cell.raw().contains("@")) {
                add(row, cell.blank() ? OpenItem.Kind.FIELD_MISSING : OpenItem.Kind.EMAIL_WITHOUT_AT, cell, field);
            } else if (!email && cell.zero()) {
                add(row, OpenItem.Kind.FIELD_MISSING, cell, field);
            }
        }));
    }

    private void metals() {
        for (MetalAnswer answer : declaration.answers()) {
            Integer row = QUESTION_ROWS.get(answer.question());
            if (row != null && required(answer) && (answer.cell().zero() || !counts(answer))) {
                add(row + answer.metal().ordinal(), OpenItem.Kind.ANSWER_MISSING, answer.cell(), answer.question(), answer.metal());
            }
        }
    }

    /// Rule 2: question 2 falls away after a "No" to question 1, the later ones after a "No" to either.
    private boolean required(MetalAnswer answer) {
        return switch (answer.question()) {
            case ADDED -> true;
            case REMAINS -> !is(Question.ADDED, answer.metal(), "No");
            default -> required(answer.metal());
        };
    }

    /// A metal whose later questions, smelters and due diligence are owed.
    private boolean required(Metal metal) {
        return !is(Question.ADDED, metal, "No") && !(is(Question.REMAINS, metal, "No") && counts(Question.REMAINS, metal));
    }

    /// An answer counts only once the questions before it were answered "Yes"; until then the Checker shows it as open.
    private boolean counts(MetalAnswer answer) {
        return counts(answer.question(), answer.metal());
    }

    private boolean counts(Question question, Metal metal) {
        return switch (question) {
            case ADDED -> true;
            case REMAINS -> is(Question.ADDED, metal, "Yes");
            default -> is(Question.ADDED, metal, "Yes") && (declaration.answer(Question.REMAINS, metal).isEmpty()
                    || is(Question.REMAINS, metal, "Yes"));
        };
    }

    private boolean is(Question question, Metal metal, String word) {
        return declaration.answer(question, metal).map(a -> a.cell().is(word)).orElse(false);
    }

    private boolean anyMetal() {
        for (Metal metal : Metal.values()) {
            if (required(metal)) {
                return true;
            }
        }
        return false;
    }

    private void company() {
        if (!anyMetal()) {
            return;
        }
        for (CompanyAnswer answer : declaration.companyAnswers()) {
            Integer row = COMPANY_ROWS.get(answer.question());
            if (row != null && answer.cell().zero()) {
                add(row, OpenItem.Kind.COMPANY_ANSWER_MISSING, answer.cell(), answer.question());
            }
            if (answer.question() == CompanyQuestion.POLICY_PUBLIC && answer.cell().is("Yes") && answer.comment().raw().length() <= 1) {
                add(POLICY_ADDRESS_ROW, OpenItem.Kind.POLICY_ADDRESS_MISSING, answer.comment());
            }
        }
    }

    private void products() {
        boolean first = declaration.products().stream().anyMatch(p -> p.row() == Edition.FIRST_PRODUCT_ROW && !p.number().raw().isEmpty());
        Cell scope = declaration.required(Field.SCOPE);
        boolean owed = declaration.edition() == Edition.SIXTH ? scope.is(SCOPE_B) : Scope.of(scope) == Scope.PRODUCTS;
        if (owed && !first) {
            add(PRODUCTS_ROW, OpenItem.Kind.PRODUCTS_MISSING,
                    Cell.empty(CellRef.of(Declaration.PRODUCTS, "B", Edition.FIRST_PRODUCT_ROW)));
        }
    }

    private void smelters() {
        for (Metal metal : Metal.values()) {
            boolean named = declaration.smelters().stream().anyMatch(s -> metalCell(s).filter(c -> c.is(metal.word())).isPresent())
                    && declaration.smelters().stream().anyMatch(s -> namedFor(s, metal));
            if (required(metal) && !named) {
                add(FIRST_SMELTER_ROW + metal.ordinal(), OpenItem.Kind.SMELTER_MISSING, firstFreeSmelterCell(declaration), metal);
            }
        }
    }

    /// The Checker joins metal and name and looks for the metal followed by anything.
    private static boolean namedFor(SmelterRow row, Metal metal) {
        String joined = metalCell(row).map(Checker::shown).orElse("") + row.cell(SmelterRow.Column.LOOKUP).map(Checker::shown).orElse("");
        return joined.length() > metal.word().length() && joined.regionMatches(true, 0, metal.word(), 0, metal.word().length());
    }

    /// An error in a cell makes whatever is joined with it an error too, and that counts for nothing.
    private static String shown(Cell cell) {
        return cell.kind() == Cell.Kind.ERROR ? "" : cell.raw();
    }

    private static Optional<Cell> metalCell(SmelterRow row) {
        return row.cell(SmelterRow.Column.METAL);
    }

    static Cell firstFreeSmelterCell(Declaration declaration) {
        int last = declaration.smelters().stream().mapToInt(SmelterRow::row).max().orElse(Edition.FIRST_SMELTER_ROW - 1);
        return Cell.empty(CellRef.of(Declaration.SMELTERS, declaration.edition().smelterColumns().get(SmelterRow.Column.METAL), last + 1));
    }

    /// Rule 6 is one item however many rows break it; [#notListedIncomplete] gives all their cells.
    private void notListed() {
        notListedIncomplete(declaration).stream().findFirst().ifPresent(
                cell -> add(NOT_LISTED_ROW, OpenItem.Kind.NOT_LISTED_INCOMPLETE, cell));
    }

    static List<Cell> notListedIncomplete(Declaration declaration) {
        List<Cell> cells = new ArrayList<>();
        for (SmelterRow row : declaration.smelters()) {
            if (row.cell(SmelterRow.Column.LOOKUP).map(c -> c.is("Smelter not listed")).orElse(false)) {
                for (SmelterRow.Column column : List.of(SmelterRow.Column.NAME, SmelterRow.Column.COUNTRY)) {
                    row.cell(column).filter(c -> shown(c).isEmpty()).ifPresent(cells::add);
                }
            }
        }
        return cells;
    }

    private void add(int row, OpenItem.Kind kind, Cell cell, Object... args) {
        open.add(new OpenItem(row, kind, cell.at(), cell.value(), List.of(args)));
    }
}
