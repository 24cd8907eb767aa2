package org.probity.formats.cmrt;

import java.util.Locale;

/// What was answered. The words in the file are English in every language of the form; spelling changed over the versions, so an answer is
/// read by its beginning.
public enum Reply {
    YES, NO, UNKNOWN,
    /// A share: every supplier answered, or all material is recycled.
    ALL, OVER_90, OVER_75, OVER_50, OVER_25, HALF_OR_LESS, UNDER_25, NONE,
    /// Suppliers are surveyed with a form of the IPC-1755 standard, or with another.
    WITH_STANDARD_FORM, WITH_OTHER_FORM,
    /// Disclosure is owed to the SEC, to the EU, or to both.
    SEC, EU, SEC_AND_EU,
    UNANSWERED,
    /// There is something in the cell that the form does not offer.
    OTHER;

    static Reply of(Cell cell) {
        if (cell.kind() == Cell.Kind.NUMBER) {
            // Up to 6.22 the choice "100%" is the number 1 shown as a percentage.
            return switch (cell.raw()) {
                case "1", "1.0" -> ALL;
                case "0", "0.0" -> UNANSWERED;
                default -> OTHER;
            };
        }
        return of(cell.value());
    }

    static Reply of(String text) {
        String answer = text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
        if (answer.isEmpty()) {
            return UNANSWERED;
        }
        if (answer.contains("sec") && answer.contains("eu")) {
            return SEC_AND_EU;
        }
        return switch (answer) {
            case "no" -> NO;
            case "unknown", "uncertain or unknown" -> UNKNOWN;
            case "100%", "yes, 100%", "yes 100%", "yes - 100%" -> ALL;
            case "none" -> NONE;
            default -> ofLongAnswer(answer);
        };
    }

    private static Reply ofLongAnswer(String answer) {
        if (answer.contains("25%")) {
            return answer.contains("less") || answer.contains("<") ? UNDER_25 : OVER_25;
        }
        if (answer.contains("50%")) {
            return answer.contains("less") || answer.contains("<") ? HALF_OR_LESS : OVER_50;
        }
        if (answer.contains("75%")) {
            return OVER_75;
        }
        if (answer.contains("90%")) {
            return OVER_90;
        }
        if (answer.startsWith("yes")) {
            if (answer.contains("conformance with")) {
                return WITH_STANDARD_FORM;
            }
            if (answer.contains("other format")) {
                return WITH_OTHER_FORM;
            }
            if (answer.endsWith("sec")) {
                return SEC;
            }
            if (answer.endsWith("eu")) {
                return EU;
            }
            return YES;
        }
        if (answer.matches("no\\b.*")) {
            return NO;
        }
        return OTHER;
    }
}
