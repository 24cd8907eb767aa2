package org.probity.formats.cmrt;

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

/// How cells travel from the process that meets the file to the one that understands them: lengths before texts, nothing that could be
/// taken for an object. The receiver trusts none of it: what does not fit is a damaged file.
final class Wire {

    private static final int FORMAT = 1;
    private static final int UNREADABLE = 0;
    private static final int CELLS = 1;
    private static final int NUMBER = 0;
    private static final int MEASURE = 1;
    private static final int TEXT = 2;
    private static final int MOST_SHEETS = 10_000;

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

    static byte[] encode(Extract extract) {
        return write(out -> {
            out.writeByte(CELLS);
            out.writeBoolean(extract.days1904());
            out.writeInt(extract.sheetNames().size());
            for (String name : extract.sheetNames()) {
                text(out, name);
            }
            out.writeByte(extract.cells().size());
            for (Map.Entry<String, Map<String, Cell>> sheet : extract.cells().entrySet()) {
                text(out, sheet.getKey());
                out.writeInt(sheet.getValue().size());
                for (Cell cell : sheet.getValue().values()) {
                    out.writeShort(Columns.number(cell.at().column()));
                    out.writeInt(cell.at().row());
                    out.writeByte(cell.kind().ordinal());
                    out.writeBoolean(cell.computed());
                    text(out, cell.raw());
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
                case CELLS -> Interpreter.read(extract(in));
                default -> throw new IOException("neither cells nor a reason");
            };
        } catch (IOException | RuntimeException broken) {
            return new Reading.Unreadable(Reading.Reason.DAMAGED);
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

    private static Extract extract(DataInputStream in) throws IOException {
        boolean days1904 = in.readBoolean();
        List<String> names = new ArrayList<>();
        int sheets = in.readInt();
        if (sheets < 0 || sheets > MOST_SHEETS) {
            throw new IOException("too many sheets");
        }
        for (int i = 0; i < sheets; i++) {
            names.add(text(in));
        }
        Map<String, Map<String, Cell>> cells = new LinkedHashMap<>();
        for (int left = in.readUnsignedByte(); left > 0; left--) {
            String sheet = Extract.canonical(text(in)).orElseThrow(() -> new IOException("a sheet nobody asked for"));
            Map<String, Cell> found = new LinkedHashMap<>();
            for (int count = in.readInt(); count > 0; count--) {
                CellRef at = CellRef.of(sheet, Columns.letters(in.readUnsignedShort()), in.readInt());
                Cell.Kind kind = Cell.Kind.values()[in.readUnsignedByte()];
                boolean computed = in.readBoolean();
                String raw = text(in);
                if (kind == Cell.Kind.NUMBER && !XlsxReader.number(raw)) {
                    throw new IOException("not a number");
                }
                found.put(at.address(), new Cell(at, kind, raw, computed));
            }
            cells.put(sheet, found);
        }
        return new Extract(List.copyOf(names), days1904, cells);
    }

    private static String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new IOException("longer than the message");
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }
}
