package org.probity.supply.admission;

import org.probity.house.ui.Lang;

/** Something a supplier needs to stand on the qualified list. Which there are is data; which of them a category needs is dated data. */
public record Leg(String code, Kind kind, String nameEn, String nameZh, int place) {
    public enum Kind {
        /** One of the topics of the qualification review; speaks of the whole company. */
        TOPIC,
        /** A certified management system; speaks of sites and of what is made there. */
        SYSTEM,
        /** A material that was sampled, examined and tried here. */
        MATERIAL,
        /** An agreement with both signatures; speaks of the whole company. */
        AGREEMENT,
        /** No leg: whether the list binds orders of a category. */
        LIST
    }

    /** The three agreements; their codes are those of their legs. */
    static final String FRAMEWORK = "framework";
    static final String CONFIDENTIALITY = "confidentiality";
    static final String INTEGRITY = "integrity";

    public String name(Lang lang) {
        return switch (lang) {
            case EN -> nameEn;
            case ZH -> nameZh;
        };
    }
}
