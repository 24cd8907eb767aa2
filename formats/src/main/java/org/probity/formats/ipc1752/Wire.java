package org.probity.formats.ipc1752;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How elements travel from the process that meets the file to the one that understands them. The receiver trusts none of it: what does not fit is
/// a damaged file.
final class Wire {

    private static final int FORMAT = 1;
    private static final int UNREADABLE = 0;
    private static final int ELEMENTS = 1;
    private static final int NUMBER = 0;
    private static final int MEASURE = 1;
    private static final int TEXT = 2;

    private Wire() {
    }

    static byte[] encode(Reading.Unreadable unreadable) {
        return write(out -> {
            out.writeByte(UNREADABLE);
            out.writeByte(unreadable.reason().ordinal());
            out.writeByte(unreadable.args().size());
            for (Object arg : unreadable.args()) {
                switch (arg) {
                    case Number number -> {
                        out.writeByte(NUMBER);
                        out.writeLong(number.longValue());
                    }
                    case Reading.Measure measure -> {
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

    static byte[] encode(List<Element> met) {
        return write(out -> {
            out.writeByte(ELEMENTS);
            out.writeInt(met.size());
            for (Element element : met) {
                text(out, element.name());
                out.writeShort(element.depth());
                out.writeInt(element.line());
                out.writeShort(element.attributes().size());
                for (Map.Entry<String, String> attribute : element.attributes().entrySet()) {
                    text(out, attribute.getKey());
                    text(out, attribute.getValue());
                }
            }
        });
    }

    private interface Writing {
        void to(DataOutputStream out) throws IOException;
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

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }

    static Reading decode(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readByte() != FORMAT) {
                throw new IOException("another format");
            }
            return switch (in.readByte()) {
                case UNREADABLE -> unreadable(in);
                case ELEMENTS -> Interpreter.read(elements(in));
                default -> throw new IOException("neither elements nor a reason");
            };
        } catch (IOException | RuntimeException broken) {
            return new Reading.Unreadable(Reading.Reason.DAMAGED, 0);
        }
    }

    private static Reading.Unreadable unreadable(DataInputStream in) throws IOException {
        Reading.Reason reason = Reading.Reason.values()[in.readUnsignedByte()];
        List<Object> args = new ArrayList<>();
        for (int left = in.readUnsignedByte(); left > 0; left--) {
            args.add(switch (in.readByte()) {
                case NUMBER -> in.readLong();
                case MEASURE -> Reading.Measure.values()[in.readUnsignedByte()];
                default -> text(in);
            });
        }
        return new Reading.Unreadable(reason, args);
    }

    private static List<Element> elements(DataInputStream in) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > in.available()) {
            throw new IOException("more elements than bytes");
        }
        List<Element> met = new ArrayList<>(count);
        int before = -1;
        for (int i = 0; i < count; i++) {
            String name = text(in);
            int depth = in.readUnsignedShort();
            // Only the first is outermost, and nobody is deeper than a child of the one before.
            if (depth > before + 1 || depth == 0 && i > 0 || depth > 1_000) {
                throw new IOException("no tree");
            }
            before = depth;
            int line = in.readInt();
            Map<String, String> attributes = new LinkedHashMap<>();
            for (int left = in.readUnsignedShort(); left > 0; left--) {
                attributes.put(text(in), text(in));
            }
            met.add(new Element(name, depth, line, attributes));
        }
        return met;
    }

    private static String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new IOException("longer than the message");
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }
}
