package org.probity.formats.epcis;

import org.jspecify.annotations.Nullable;
import org.probity.formats.epcis.Reading.Measure;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// The steps through one event of JSON, counted against the limits of an event.
final class JsonTokens {

    private final JsonParser in;
    private final CountedStream stream;
    private final Limits limits;
    private int values;
    private int outside;

    JsonTokens(JsonParser in, CountedStream stream, Limits limits) {
        this.in = in;
        this.stream = stream;
        this.limits = limits;
    }

    /// The reader stands inside the object that is the event.
    void begin() {
        values = 0;
        stream.event();
        outside = in.streamReadContext().getNestingDepth();
    }

    /// To the end of the event, without keeping anything.
    void passOver() {
        while (in.streamReadContext().getNestingDepth() >= outside) {
            stream.token();
            in.nextToken();
        }
    }

    JsonToken current() {
        return in.currentToken();
    }

    void skip() {
        in.skipChildren();
    }

    int line() {
        return in.currentTokenLocation().getLineNr();
    }

    /// The name of the next field of the object, or null at its end.
    @Nullable String name() {
        count();
        String name = in.nextName();
        if (name != null && name.length() > limits.nameChars()) {
            throw new TooMuch(Measure.NAME, limits.nameChars());
        }
        return name;
    }

    @Nullable JsonToken next() {
        count();
        return in.nextToken();
    }

    /// Whether a list goes on; the reader then stands on its next item.
    boolean item() {
        return next() != JsonToken.END_ARRAY;
    }

    /// A text, number or truth value as it is written, without blanks around it.
    String scalar() {
        String text = in.getString();
        if (text.length() > limits.textChars()) {
            throw new TooMuch(Measure.TEXT, limits.textChars());
        }
        return text.strip();
    }

    void deeper(int depth) {
        if (depth > limits.depth()) {
            throw new TooMuch(Measure.DEPTH, limits.depth());
        }
    }

    private void count() {
        stream.token();
        stream.inEvent();
        if (++values > limits.eventValues()) {
            throw new TooMuch(Measure.VALUES, limits.eventValues());
        }
    }
}
