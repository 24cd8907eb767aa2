package org.probity.formats.cmrt;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A template's revision. The numbers are decimal fractions: 6.01 came before 6.1, and 6.22 before 6.31.
public record Version(BigDecimal number, String suffix) implements Comparable<Version> {

    private static final Pattern REVISION = Pattern.compile("(?i)rev(?:ision|\\.)?\\s*([0-9]{1,2}(?:\\.[0-9]{1,2})?)([a-z])?\\b");

    public static Version of(String text) {
        Matcher matcher = Pattern.compile("([0-9]{1,2}(?:\\.[0-9]{1,2})?)([a-z]?)").matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a template version: " + text);
        }
        return new Version(new BigDecimal(matcher.group(1)), matcher.group(2));
    }

    /// Finds the number in what the revision cell says, e.g. "Revision 6.5, April 25, 2025".
    static Optional<Version> in(String revision) {
        Matcher matcher = REVISION.matcher(revision);
        return matcher.find()
                ? Optional.of(new Version(new BigDecimal(matcher.group(1)), matcher.group(2) == null ? "" : matcher.group(2)))
                : Optional.empty();
    }

    public int major() {
        return number.intValue();
    }

    @Override
    public int compareTo(Version other) {
        int byNumber = number.compareTo(other.number);
        return byNumber != 0 ? byNumber : suffix.compareTo(other.suffix);
    }

    @Override
    public String toString() {
        return number.toPlainString() + suffix;
    }
}
