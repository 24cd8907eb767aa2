package org.probity.formats.casecf;

/// How much a file may demand. A framework of a thousand items has some thirty thousand values.
///
/// @param fileBytes the file as sent
/// @param values of all kinds
/// @param depth of values in each other; a rubric's levels lie seven deep
/// @param textChars of one text
/// @param nodes items, associations and rubrics together
public record Limits(int fileBytes, int values, int depth, int textChars, int nodes) {

    public static Limits standard() {
        return new Limits(8 << 20, 400_000, 24, 40_000, 20_000);
    }
}
