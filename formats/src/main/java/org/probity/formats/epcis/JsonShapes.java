package org.probity.formats.epcis;

import org.jspecify.annotations.Nullable;
import org.probity.formats.epcis.Reading.Reason;
import tools.jackson.core.JsonToken;

/// What kind of value stands there; another than the one that is wanted is refused and passed over.
record JsonShapes(JsonTokens in, Draft draft) {

    boolean object(String path) {
        return is(JsonToken.START_OBJECT, path);
    }

    boolean list(String path) {
        return is(JsonToken.START_ARRAY, path);
    }

    private boolean is(JsonToken wanted, String path) {
        if (in.current() == wanted) {
            return true;
        }
        draft.refuse(path, Reason.WRONG_TYPE, in.current().isScalarValue() ? in.scalar() : "");
        in.skip();
        return false;
    }

    @Nullable String text(String path) {
        if (in.current().isScalarValue() && in.current() != JsonToken.VALUE_NULL) {
            return in.scalar();
        }
        draft.refuse(path, Reason.WRONG_TYPE, "");
        in.skip();
        return null;
    }
}
