package org.probity.formats.epcis;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.probity.formats.epcis.Reading.Measure;
import org.probity.formats.epcis.Reading.Reason;

/// Stops at the limit of the document.
final class CountedStream extends FilterInputStream {

    private final long limit;
    private long count;

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

    private void count(int more) throws Refused {
        count += more;
        if (count > limit) {
            throw new Refused(Reason.TOO_BIG, new Position(0, "", 0), Measure.DOCUMENT, limit);
        }
    }
}
