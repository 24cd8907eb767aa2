package org.probity.formats.cmrt;

import static org.probity.formats.wire.Message.text;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.probity.formats.wire.Message;

/// How cells travel from the process that meets the file to the one that understands them. What does not fit is a damaged file.
final class Wire {

    private static final Message<Reading.Reason, Reading.Measure> MESSAGE = new Message<>(Reading.Reason.values(), Reading.Measure.values());
    private static final int MOST_SHEETS = 10_000;

    private Wire() {
    }

    static byte[] encode(Reading.Unreadable unreadable) {
        return MESSAGE.unreadable(unreadable.reason(), unreadable.args());
    }

    static byte[] encode(Extract extract) {
        return MESSAGE.content(out -> {
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

    static Reading decode(byte[] bytes) {
        try {
            return MESSAGE.read(bytes, in -> Interpreter.read(extract(in)), Reading.Unreadable::new);
        } catch (IOException | RuntimeException broken) {
            return new Reading.Unreadable(Reading.Reason.DAMAGED);
        }
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
}
