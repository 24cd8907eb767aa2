package org.probity.formats.cmrt;

/// What is asked of the company as a whole. Named by meaning; the letter is that of the 6.x form.
public enum CompanyQuestion {
    /// A: is there a policy on sourcing of conflict minerals?
    POLICY("A"),
    /// B: is it public (the address stands in the comment)?
    POLICY_PUBLIC("B"),
    /// Asked up to 3.x: must direct suppliers be free of conflict minerals?
    CONFLICT_FREE_REQUIRED(""),
    /// C: must direct suppliers source from validated smelters?
    VALIDATED_SMELTERS_REQUIRED("C"),
    /// D: are due-diligence measures in place?
    DUE_DILIGENCE("D"),
    /// E: are relevant suppliers surveyed?
    SURVEY("E"),
    /// Asked up to 3.x: are suppliers asked for the names of smelters?
    SMELTER_NAMES_ASKED(""),
    /// F: are suppliers' answers reviewed?
    REVIEW("F"),
    /// G: does the review include corrective action?
    CORRECTIVE_ACTION("G"),
    /// H: must the company disclose annually, to whom?
    DISCLOSURE("H");

    private final String letter;

    CompanyQuestion(String letter) {
        this.letter = letter;
    }

    /// The question's letter in the 6.x form; empty when that form does not ask it.
    public String letter() {
        return letter;
    }
}
