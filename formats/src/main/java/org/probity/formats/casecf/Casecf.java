package org.probity.formats.casecf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.probity.formats.wire.Message;

/// The door: bytes in, a [Reading] out, and back.
///
/// ```java
/// switch (Casecf.read(bytes)) {
///     case Reading.Read(var framework) -> framework.leaves().forEach(it -> System.out.println(it.statement()));
///     case Reading.Unreadable(var reason, var args) -> System.out.println(reason);
/// }
/// ```
public final class Casecf {

    private static final Message<Reading.Reason, Reading.Measure> MESSAGE = new Message<>(Reading.Reason.values(), Reading.Measure.values());

    private Casecf() {
    }

    public static Reading read(byte[] file) {
        return read(file, Limits.standard());
    }

    /// Reads in the caller's process; a house that takes files from strangers uses the worker instead, which also holds time and memory.
    public static Reading read(byte[] file, Limits limits) {
        try {
            return new Reading.Read(Interpreter.framework(JsonReader.read(file, limits), limits));
        } catch (Refused refused) {
            return refused.answer;
        }
    }

    /// @param version 1.1 wraps everything in `CFPackage`
    public static byte[] write(Framework framework, Framework.Version version) {
        return Interpreter.whole(framework, version).written().getBytes(StandardCharsets.UTF_8);
    }

    /// The half of reading that meets the file's bytes, for a process of its own: what [#decode] wants.
    public static byte[] encode(byte[] file, Limits limits) {
        return switch (read(file, limits)) {
            case Reading.Read(Framework framework) -> MESSAGE.content(out -> {
                byte[] whole = write(framework, framework.version());
                out.writeInt(whole.length);
                out.write(whole);
            });
            case Reading.Unreadable(Reading.Reason reason, var args) -> MESSAGE.unreadable(reason, args);
        };
    }

    /// The half that understands. Trusts the other process no more than the file: what makes no sense is DAMAGED.
    public static Reading decode(byte[] encoded, Limits limits) {
        try {
            return MESSAGE.read(encoded, in -> {
                int length = in.readInt();
                if (length < 0 || length > in.available()) {
                    throw new IOException("longer than the message");
                }
                // Written anew, so a little longer than the file may have been.
                return read(in.readNBytes(length), new Limits(4 * limits.fileBytes(), limits.values(), limits.depth(), limits.textChars(), limits.nodes()));
            }, Reading.Unreadable::new);
        } catch (IOException | RuntimeException broken) {
            return new Reading.Unreadable(Reading.Reason.DAMAGED, 0);
        }
    }
}
