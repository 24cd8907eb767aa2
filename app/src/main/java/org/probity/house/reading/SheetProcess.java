package org.probity.house.reading;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.probity.formats.worker.Reader;
import org.probity.house.ui.Spreadsheet;

/** What the reading process of a house runs: everything that {@link Reader} reads, and tables beside it. An answer is either why it is no table, or its lines. */
final class SheetProcess {
    static final int SHEET = 'T';

    private SheetProcess() {}

    public static void main(String[] args) throws IOException {
        Reader.work(Map.of(SHEET, SheetProcess::encoded));
    }

    private static byte[] encoded(byte[] file) {
        var all = new ByteArrayOutputStream(1 << 16);
        try (var out = new DataOutputStream(all)) {
            try {
                var sheet = Spreadsheet.read(file);
                out.writeUTF("");
                out.writeInt(sheet.lines().size());
                for (var line : sheet.lines()) {
                    words(out, line);
                }
                words(out, sheet.formulas());
            } catch (Spreadsheet.Unreadable unreadable) {
                out.writeUTF(unreadable.key);
            }
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return all.toByteArray();
    }

    private static void words(DataOutputStream out, Iterable<String> words) throws IOException {
        var all = new ArrayList<byte[]>();
        words.forEach(it -> all.add(it.getBytes(StandardCharsets.UTF_8)));
        out.writeInt(all.size());
        for (var word : all) {
            out.writeInt(word.length);
            out.write(word);
        }
    }

    static Spreadsheet decoded(byte[] answer) throws Spreadsheet.Unreadable {
        try (var in = new DataInputStream(new ByteArrayInputStream(answer))) {
            var key = in.readUTF();
            if (!key.isEmpty()) {
                throw new Spreadsheet.Unreadable(key);
            }
            var lines = new ArrayList<List<String>>();
            for (var left = in.readInt(); left > 0; left--) {
                lines.add(words(in));
            }
            return new Spreadsheet(lines, new HashSet<>(words(in)));
        } catch (IOException noAnswer) {
            // What the process says comes from a stranger's file, too.
            throw new Spreadsheet.Unreadable("ui.file-unreadable");
        }
    }

    private static List<String> words(DataInputStream in) throws IOException {
        var words = new ArrayList<String>();
        for (var left = in.readInt(); left > 0; left--) {
            var length = in.readInt();
            if (length < 0 || length > in.available()) {
                throw new IOException("a word of " + length + " bytes");
            }
            words.add(new String(in.readNBytes(length), StandardCharsets.UTF_8));
        }
        return words;
    }
}
