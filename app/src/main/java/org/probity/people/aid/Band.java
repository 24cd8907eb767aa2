package org.probity.people.aid;

/** What somebody gives a month. Charters name these by post; here whoever gives chooses. */
public enum Band {
    B5(500), B10(1_000), B15(1_500), B20(2_000), B100(10_000), B200(20_000);

    /** Fen a month. */
    final long amount;

    Band(long amount) {
        this.amount = amount;
    }
}
