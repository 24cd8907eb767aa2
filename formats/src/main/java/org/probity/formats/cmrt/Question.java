package org.probity.formats.cmrt;

/// What is asked of each metal. Named by meaning, because the numbers moved between versions; the number of the 6.x form is given.
public enum Question {
    /// 1: is the metal intentionally added or used in the product or its production?
    ADDED(1),
    /// 2: does it remain in the product?
    REMAINS(2),
    /// 3: does it come from the covered countries (the Democratic Republic of the Congo and its neighbours, as the SEC's rule has it)?
    COVERED_COUNTRIES(3),
    /// 4: does it come from conflict-affected and high-risk areas (new in 6.x)?
    CONFLICT_AREAS(4),
    /// 5: does all of it come from recycled or scrap sources?
    RECYCLED(5),
    /// 6: what share of relevant suppliers has answered?
    RESPONSES(6),
    /// 7: have all smelters been identified?
    SMELTERS_IDENTIFIED(7),
    /// 8: has everything known about smelters been reported?
    SMELTERS_REPORTED(8),
    /// Asked by 2.x only: have all smelters been validated as conflict-free?
    SMELTERS_VALIDATED(0);

    private final int number;

    Question(int number) {
        this.number = number;
    }

    /// The question's number in the 6.x form; 0 when that form does not ask it.
    public int number() {
        return number;
    }
}
