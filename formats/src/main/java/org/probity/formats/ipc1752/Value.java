package org.probity.formats.ipc1752;

/// What stands in an attribute, and where; or where it should stand.
///
/// @param text without blanks around it; empty when the attribute or its element is missing
public record Value(String text, Place at) {

    public boolean isEmpty() {
        return text.isEmpty();
    }
}
