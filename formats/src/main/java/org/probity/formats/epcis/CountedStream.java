package org.probity.formats.epcis;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.probity.formats.epcis.Reading.Measure;
import org.probity.formats.epcis.Reading.Reason;

/// Stops at the limit of the document, where one single token would never end, and tells when an event is too long.
final class CountedStream extends FilterInputStream {

    /// The most octets of one token.
    static final int TOKEN = 16 << 20;

    /// The most octets of one event, all its values together: it is in memory as a whole.
    static final int EVENT = 32 << 20;

    private final long limit;
    private long count;
    private long sinceToken;
    private long sinceEvent;

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

    /// An event begins.
    void event() {
        sinceEvent = 0;
    }

    /// @throws TooMuch when the event that began last is longer than one may be
    void inEvent() {
        if (sinceEvent > EVENT) {
            throw new TooMuch(Measure.EVENT, EVENT);
        }
    }

    private void count(int more) throws Refused {
        count += more;
        sinceToken += more;
        sinceEvent += more;
        if (sinceToken > TOKEN) {
            throw new Refused(Reason.TOO_BIG, new Position(0, "", 0), Measure.TEXT, TOKEN);
        }
        if (count > limit) {
            throw new Refused(Reason.TOO_BIG, new Position(0, "", 0), Measure.DOCUMENT, limit);
        }
    }
}
