package org.probity.formats.cmrt;

/// For what the declaration speaks.
public enum Scope {
    /// Everything the company makes.
    COMPANY,
    /// The products of the product list.
    PRODUCTS,
    /// What the description of scope says.
    OWN_WORDS,
    UNANSWERED,
    /// Something the form does not offer.
    OTHER;

    static Scope of(Cell cell) {
        if (cell.blank()) {
            return UNANSWERED;
        }
        return switch (Character.toUpperCase(cell.value().charAt(0))) {
            case 'A' -> COMPANY;
            case 'B' -> PRODUCTS;
            case 'C' -> OWN_WORDS;
            default -> OTHER;
        };
    }
}
