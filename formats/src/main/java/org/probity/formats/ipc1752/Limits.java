package org.probity.formats.ipc1752;

/// How much a file may demand. A declaration of one product with two hundred materials has some ten thousand elements.
///
/// @param fileBytes the file as sent
/// @param elements all elements
/// @param depth of elements in each other; the standard itself nests some ten deep, and parts in parts add two each
/// @param attributes of one element
/// @param textChars of one attribute
/// @param nameChars of the name of an element or an attribute
public record Limits(int fileBytes, int elements, int depth, int attributes, int textChars, int nameChars) {

    public static Limits standard() {
        return new Limits(16 << 20, 100_000, 40, 40, 4_000, 100);
    }
}
