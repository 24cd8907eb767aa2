package org.probity.formats.cmrt;

import java.util.Optional;

/// The four metals of the declaration, in the order in which every version asks about them.
public enum Metal {
    TANTALUM("Tantalum"), TIN("Tin"), GOLD("Gold"), TUNGSTEN("Tungsten");

    private final String word;

    Metal(String word) {
        this.word = word;
    }

    /// The word that stands in the smelter list; English whatever language the form is shown in.
    public String word() {
        return word;
    }

    public static Optional<Metal> of(String word) {
        for (Metal metal : values()) {
            if (metal.word.equalsIgnoreCase(word.strip())) {
                return Optional.of(metal);
            }
        }
        return Optional.empty();
    }
}
