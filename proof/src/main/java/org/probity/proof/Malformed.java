package org.probity.proof;

/**
 * Bytes from outside do not have the form that their specification gives them. Whoever reads outside bytes catches this and says so in a
 * sentence; it carries no cause, because the place and the reason are all there is to know.
 */
public final class Malformed extends RuntimeException {

    private final String code;

    public Malformed(String code, String detail) {
        super(code + ": " + detail, null, false, false);
        this.code = code;
    }

    /** A short stable word such as {@code json.duplicate}; the same in every verifier. */
    public String code() {
        return code;
    }
}
