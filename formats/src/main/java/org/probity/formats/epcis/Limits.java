package org.probity.formats.epcis;

/// How much a document may demand. The document itself has no limit: events are handed out one by one, and only one is in memory. No event is longer than 32 MB.
///
/// @param eventValues fields, items of lists and things of one event together; a container of modules has some 700
/// @param depth of values in each other
/// @param textChars of one value; no token of a document is longer than 16 MB
/// @param nameChars of one field's name
/// @param documentBytes of all; `Long.MAX_VALUE` for none
/// @param refusals how many a [Reading] holds; further ones are counted
public record Limits(int eventValues, int depth, int textChars, int nameChars, long documentBytes, int refusals) {

    public static Limits standard() {
        return new Limits(400_000, 60, 10_000, 400, Long.MAX_VALUE, 1_000);
    }

    public Limits withDocumentBytes(long bytes) {
        return new Limits(eventValues, depth, textChars, nameChars, bytes, refusals);
    }
}
