package org.probity.proof;

/** Who a package is made for; a higher one shows all that a lower one shows. Every level recomputes every figure. */
public enum Level {
    PUBLIC("public"),
    CUSTOMER("customer"),
    /** Also opens hidden fields and contents of log entries. */
    ASSURER("assurer");

    final String word;

    Level(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
