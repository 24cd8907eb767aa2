package org.probity.formats.wire;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/// What travels from the process that meets a file to the one that understands it: lengths before texts, nothing that could be taken for an object.
/// It says what stands in the file, or why it cannot be read. The receiver trusts none of it.
///
/// @param <R> reasons why a file of this kind cannot be read
/// @param <M> in what a reason's numbers are measured
public final class Message<R extends Enum<R>, M extends Enum<M>> {

    private static final int FORMAT = 1;
    private static final int UNREADABLE = 0;
    private static final int CONTENT = 1;
    private static final int NUMBER = 0;
    private static final int MEASURE = 1;
    private static final int TEXT = 2;

    private final List<R> reasons;
    private final List<M> measures;

    public Message(R[] reasons, M[] measures) {
        this.reasons = List.of(reasons);
        this.measures = List.of(measures);
    }

    /// Writes what stands in a file.
    @FunctionalInterface
    public interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    /// Understands what stands in a file.
    @FunctionalInterface
    public interface Understanding<T> {
        T of(DataInputStream in) throws IOException;
    }

    public byte[] content(Writing writing) {
        return write(out -> {
            out.writeByte(CONTENT);
            writing.to(out);
        });
    }

    public byte[] unreadable(R reason, List<Object> args) {
        return write(out -> {
            out.writeByte(UNREADABLE);
            out.writeByte(reason.ordinal());
            out.writeByte(args.size());
            for (Object arg : args) {
                switch (arg) {
                    case Number number -> {
                        out.writeByte(NUMBER);
                        out.writeLong(number.longValue());
                    }
                    case Enum<?> measure -> {
                        out.writeByte(MEASURE);
                        out.writeByte(measure.ordinal());
                    }
                    default -> {
                        out.writeByte(TEXT);
                        text(out, arg.toString());
                    }
                }
            }
        });
    }

    private static byte[] write(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(FORMAT);
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// @throws IOException and a RuntimeException where it is no such message
    public <T> T read(byte[] bytes, Understanding<T> content, BiFunction<R, List<Object>, T> unreadable) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        if (in.readByte() != FORMAT) {
            throw new IOException("another format");
        }
        return switch (in.readByte()) {
            case UNREADABLE -> unreadable.apply(reasons.get(in.readUnsignedByte()), args(in));
            case CONTENT -> content.of(in);
            default -> throw new IOException("neither content nor a reason");
        };
    }

    private List<Object> args(DataInputStream in) throws IOException {
        List<Object> args = new ArrayList<>();
        for (int left = in.readUnsignedByte(); left > 0; left--) {
            args.add(switch (in.readByte()) {
                case NUMBER -> in.readLong();
                case MEASURE -> measures.get(in.readUnsignedByte());
                default -> text(in);
            });
        }
        return args;
    }

    public static void text(DataOutputStream out, String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }

    public static String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new IOException("longer than the message");
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }
}
