package org.probity.formats.cmrt;

/// One point the template's own "Checker" sheet would show as incomplete.
///
/// @param checkerRow its row on that sheet, 4 to 69
/// @param kind what is missing
/// @param cell the cell to fill
/// @param value what stands there now
/// @param args what a sentence about it needs: a [Question] and a [Metal], a [CompanyQuestion], a [Field], a [Metal], or nothing
public record OpenItem(int checkerRow, Kind kind, CellRef cell, String value, java.util.List<Object> args) {

    public enum Kind {
        FIELD_MISSING, EMAIL_WITHOUT_AT, SCOPE_TEXT_MISSING, ANSWER_MISSING, COMPANY_ANSWER_MISSING, POLICY_ADDRESS_MISSING,
        PRODUCTS_MISSING, SMELTER_MISSING, NOT_LISTED_INCOMPLETE;

        String key() {
            return "cmrt." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    public OpenItem {
        args = java.util.List.copyOf(args);
    }
}
