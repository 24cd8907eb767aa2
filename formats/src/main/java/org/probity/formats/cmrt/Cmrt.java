package org.probity.formats.cmrt;

import java.io.IOException;
import java.io.InputStream;

/// The door: bytes in, a [Reading] out.
///
/// ```java
/// switch (Cmrt.read(bytes)) {
///     case Reading.Read(var declaration) -> Checker.openItems(declaration).forEach(System.out::println);
///     case Reading.Unreadable(var reason, var args) -> System.out.println(reason);
/// }
/// ```
public final class Cmrt {

    private Cmrt() {
    }

    public static Reading read(byte[] file) {
        return read(file, Limits.standard());
    }

    /// Reads a workbook of versions 2.00 to 3.01 or 6.x, .xls or .xlsx, whatever its name. Runs in the caller's process; a house that takes files
    /// from strangers uses the worker instead, which also holds time and memory.
    public static Reading read(byte[] file, Limits limits) {
        try {
            return Interpreter.read(extract(file, limits));
        } catch (Refused refused) {
            return refused.answer;
        } catch (IOException broken) {
            return new Reading.Unreadable(Reading.Reason.DAMAGED);
        }
    }

    /// Reads at most the limit's bytes from the stream; does not close it. Failures of the stream itself are the caller's.
    public static Reading read(InputStream file) throws IOException {
        Limits limits = Limits.standard();
        return read(file.readNBytes(limits.fileBytes() + 1), limits);
    }

    /// The half of reading that meets the file's bytes, for a process of its own: what [#decode] wants, never longer than a few megabytes.
    public static byte[] encode(byte[] file, Limits limits) {
        try {
            return Wire.encode(extract(file, limits));
        } catch (Refused refused) {
            return Wire.encode(refused.answer);
        } catch (IOException broken) {
            return Wire.encode(new Reading.Unreadable(Reading.Reason.DAMAGED));
        }
    }

    /// The half of reading that understands. Trusts the other process no more than the file: what makes no sense is DAMAGED.
    public static Reading decode(byte[] encoded) {
        return Wire.decode(encoded);
    }

    static Extract extract(byte[] file, Limits limits) throws IOException {
        if (file.length == 0) {
            throw new Refused(Reading.Reason.EMPTY);
        }
        if (file.length > limits.fileBytes()) {
            throw new Refused(Reading.Reason.TOO_BIG, Reading.Measure.FILE, limits.fileBytes());
        }
        if (Zip.looksLike(file)) {
            return XlsxReader.read(file, limits);
        }
        if (XlsReader.looksLike(file)) {
            return XlsReader.read(file, limits);
        }
        throw new Refused(Reading.Reason.NOT_A_WORKBOOK);
    }
}
