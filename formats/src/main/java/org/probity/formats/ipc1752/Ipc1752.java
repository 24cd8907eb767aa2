package org.probity.formats.ipc1752;

/// The door: bytes in, a [Reading] out.
///
/// ```java
/// switch (Ipc1752.read(bytes)) {
///     case Reading.Read(var declaration) -> Checks.of(declaration, LocalDate.now()).forEach(System.out::println);
///     case Reading.Unreadable(var reason, var args) -> System.out.println(reason);
/// }
/// ```
public final class Ipc1752 {

    private Ipc1752() {
    }

    public static Reading read(byte[] file) {
        return read(file, Limits.standard());
    }

    /// Reads classes C and D of IPC-1752A or B. Runs in the caller's process; a house that takes files from strangers uses the worker instead, which
    /// also holds time and memory.
    public static Reading read(byte[] file, Limits limits) {
        try {
            return Interpreter.read(XmlReader.read(file, limits));
        } catch (Refused refused) {
            return refused.answer;
        }
    }

    /// The half of reading that meets the file's bytes, for a process of its own: what [#decode] wants.
    public static byte[] encode(byte[] file, Limits limits) {
        try {
            return Wire.encode(XmlReader.read(file, limits));
        } catch (Refused refused) {
            return Wire.encode(refused.answer);
        }
    }

    /// The half of reading that understands. Trusts the other process no more than the file: what makes no sense is DAMAGED.
    public static Reading decode(byte[] encoded) {
        return Wire.decode(encoded);
    }
}
