package org.probity.people.labour;

import org.probity.house.ui.Lang;

/** Names that are kept in two languages, either of which may be missing. */
final class LabourWords {
    private LabourWords() {}

    static String in(Lang lang, String en, String zh) {
        return switch (lang) {
            case EN -> en.isEmpty() ? zh : en;
            case ZH -> zh.isEmpty() ? en : zh;
        };
    }
}
