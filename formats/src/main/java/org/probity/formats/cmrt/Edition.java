package org.probity.formats.cmrt;

import static org.probity.formats.cmrt.CompanyQuestion.*;
import static org.probity.formats.cmrt.Question.*;
import static org.probity.formats.cmrt.SmelterRow.Column.*;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// A family of template versions that share their cell positions. Labels are formulas in the form's language, so a value is found by its
/// address and never by the words beside it.
public enum Edition {

    /// 2.00 and 2.01: the smelter's identification stands in column A.
    SECOND_EARLY("2.00",
            "D8 D9 D10 D12 - D13 - - - D14 D15 D16 D17 D18",
            new Object[] {ADDED, 22, COVERED_COUNTRIES, 28, Question.RECYCLED, 34, RESPONSES, 40, SMELTERS_IDENTIFIED, 46, SMELTERS_VALIDATED, 52},
            new Object[] {POLICY, 59, POLICY_PUBLIC, 61, CONFLICT_FREE_REQUIRED, 63, VALIDATED_SMELTERS_REQUIRED, 65, DUE_DILIGENCE, 67,
                SURVEY, 69, SMELTER_NAMES_ASKED, 71, REVIEW, 73, CORRECTIVE_ACTION, 75, DISCLOSURE, 77},
            new Object[] {ID, "A", METAL, "B", LOOKUP, "C", NAME, "D", COUNTRY, "E", STREET, "F", CITY, "G", STATE, "H", CONTACT, "I",
                CONTACT_EMAIL, "J", NEXT_STEPS, "K", MINES, "L", MINE_COUNTRIES, "M", COMMENTS, "N"}),

    /// 2.02 to 2.03a: the identification moved to column F, and everything after it one column on.
    SECOND("2.02",
            "D8 D9 D10 D12 - D13 - - - D14 D15 D16 D17 D18",
            new Object[] {ADDED, 22, COVERED_COUNTRIES, 28, Question.RECYCLED, 34, RESPONSES, 40, SMELTERS_IDENTIFIED, 46, SMELTERS_VALIDATED, 52},
            new Object[] {POLICY, 59, POLICY_PUBLIC, 61, CONFLICT_FREE_REQUIRED, 63, VALIDATED_SMELTERS_REQUIRED, 65, DUE_DILIGENCE, 67,
                SURVEY, 69, SMELTER_NAMES_ASKED, 71, REVIEW, 73, CORRECTIVE_ACTION, 75, DISCLOSURE, 77},
            new Object[] {METAL, "B", LOOKUP, "C", NAME, "D", COUNTRY, "E", ID, "F", STREET, "G", CITY, "H", STATE, "I", CONTACT, "J",
                CONTACT_EMAIL, "K", NEXT_STEPS, "L", MINES, "M", MINE_COUNTRIES, "N", COMMENTS, "O"}),

    /// 3.x.
    THIRD("3.01",
            "D8 D9 D10 D12 D13 D14 D15 D16 D17 D18 D19 D20 D21 D22",
            new Object[] {ADDED, 26, REMAINS, 32, COVERED_COUNTRIES, 38, Question.RECYCLED, 44, RESPONSES, 50, SMELTERS_IDENTIFIED, 56,
                SMELTERS_REPORTED, 62},
            new Object[] {POLICY, 69, POLICY_PUBLIC, 71, CONFLICT_FREE_REQUIRED, 73, VALIDATED_SMELTERS_REQUIRED, 75, DUE_DILIGENCE, 77,
                SURVEY, 79, SMELTER_NAMES_ASKED, 81, REVIEW, 83, CORRECTIVE_ACTION, 85, DISCLOSURE, 87},
            new Object[] {METAL, "B", LOOKUP, "C", NAME, "D", COUNTRY, "E", ID, "F", ID_SOURCE, "G", STREET, "H", CITY, "I", STATE, "J",
                CONTACT, "K", CONTACT_EMAIL, "L", NEXT_STEPS, "M", MINES, "N", MINE_COUNTRIES, "O", SmelterRow.Column.RECYCLED, "P",
                COMMENTS, "Q"}),

    /// 6.x, identical from 6.01 to 6.5.
    SIXTH("6.5",
            "D8 D9 D10 D12 D13 D14 D15 D16 D17 D18 D19 D20 D21 D22",
            new Object[] {ADDED, 26, REMAINS, 32, COVERED_COUNTRIES, 38, CONFLICT_AREAS, 44, Question.RECYCLED, 50, RESPONSES, 56,
                SMELTERS_IDENTIFIED, 62, SMELTERS_REPORTED, 68},
            new Object[] {POLICY, 75, POLICY_PUBLIC, 77, VALIDATED_SMELTERS_REQUIRED, 79, DUE_DILIGENCE, 81, SURVEY, 83, REVIEW, 85,
                CORRECTIVE_ACTION, 87, DISCLOSURE, 89},
            new Object[] {ID_INPUT, "A", METAL, "B", LOOKUP, "C", NAME, "D", COUNTRY, "E", ID, "F", ID_SOURCE, "G", STREET, "H", CITY, "I",
                STATE, "J", CONTACT, "K", CONTACT_EMAIL, "L", NEXT_STEPS, "M", MINES, "N", MINE_COUNTRIES, "O",
                SmelterRow.Column.RECYCLED, "P", COMMENTS, "Q", STANDARD_NAME, "R"});

    static final String REVISION_CELL = "J3";
    static final String LANGUAGE_CELL = "D3";
    static final String ANSWER_COLUMN = "D";
    static final String COMMENT_COLUMN = "G";
    static final int FIRST_SMELTER_ROW = 5;
    static final int FIRST_PRODUCT_ROW = 6;

    private final Version likeliest;
    private final Map<Field, String> fields = new EnumMap<>(Field.class);
    private final Map<Question, Integer> questions = new LinkedHashMap<>();
    private final Map<CompanyQuestion, Integer> companyQuestions = new LinkedHashMap<>();
    private final Map<SmelterRow.Column, String> smelterColumns = new EnumMap<>(SmelterRow.Column.class);

    /// @param fields an address for each [Field] in its order, "-" where the form has none
    Edition(String likeliest, String fields, Object[] questions, Object[] companyQuestions, Object[] smelterColumns) {
        this.likeliest = Version.of(likeliest);
        String[] addresses = fields.split(" ");
        for (Field field : Field.values()) {
            if (!addresses[field.ordinal()].equals("-")) {
                this.fields.put(field, addresses[field.ordinal()]);
            }
        }
        for (int i = 0; i < questions.length; i += 2) {
            this.questions.put((Question) questions[i], (Integer) questions[i + 1]);
        }
        for (int i = 0; i < companyQuestions.length; i += 2) {
            this.companyQuestions.put((CompanyQuestion) companyQuestions[i], (Integer) companyQuestions[i + 1]);
        }
        for (int i = 0; i < smelterColumns.length; i += 2) {
            this.smelterColumns.put((SmelterRow.Column) smelterColumns[i], (String) smelterColumns[i + 1]);
        }
    }

    /// The version to assume when the workbook does not tell.
    Version likeliest() {
        return likeliest;
    }

    public Map<Field, String> fields() {
        return Collections.unmodifiableMap(fields);
    }

    /// First row of each question; the four metals follow one another.
    public Map<Question, Integer> questions() {
        return Collections.unmodifiableMap(questions);
    }

    public Map<CompanyQuestion, Integer> companyQuestions() {
        return Collections.unmodifiableMap(companyQuestions);
    }

    public Map<SmelterRow.Column, String> smelterColumns() {
        return Collections.unmodifiableMap(smelterColumns);
    }
}
