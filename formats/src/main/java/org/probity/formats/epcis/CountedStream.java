package org.probity.formats.epcis;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.probity.formats.epcis.Reading.Measure;
import org.probity.formats.epcis.Reading.Reason;

/// Stops at the limit of the document, and where one single token would never end.
final class CountedStream extends FilterInputStream {

    private static final int TOKEN = 16 << 20;

    private final long limit;
    private long count;
    private long sinceToken;

    CountedStream(InputStream in, long limit) {
        super(in);
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        if (one >= 0) {
            count(1);
        }
        return one;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        int many = super.read(buffer, from, length);
        if (many > 0) {
            count(many);
        }
        return many;
    }

    /// The parser has come to its next token.
    void token() {
        sinceToken = 0;
    }

    private void count(int more) throws Refused {
        count += more;
        sinceToken += more;
        if (sinceToken > TOKEN) {
            throw new Refused(Reason.TOO_BIG, new Position(0, "", 0), Measure.TEXT, TOKEN);
        }
        if (count > limit) {
            throw new Refused(Reason.TOO_BIG, new Position(0, "", 0), Measure.DOCUMENT, limit);
        }
    }
}
