package org.probity.house.ui;

/** The parts of the side menu, in the order they stand there. */
public enum Wing {
    MINE, SUPPLY, PEOPLE, CARE, VOICE, DISCLOSURE, HOUSE;

    /** Message key of its heading. */
    public String key() {
        return switch (this) {
            case MINE -> "ui.wing.mine";
            case SUPPLY -> "ui.wing.supply";
            case PEOPLE -> "ui.wing.people";
            case CARE -> "ui.wing.care";
            case VOICE -> "ui.wing.voice";
            case DISCLOSURE -> "ui.wing.disclosure";
            case HOUSE -> "ui.wing.house";
        };
    }
}
