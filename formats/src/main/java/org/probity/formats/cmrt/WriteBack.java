package org.probity.formats.cmrt;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.jspecify.annotations.Nullable;

/// Puts corrected values into the supplier's own workbook. Only the cells concerned change; formulas, validations, protection, hidden sheets and
/// everything else stay as they are, and every part of the file that needs no change is carried over byte for byte.
///
/// Besides the sheets, the book is told to recalculate when opened, so that the form's own check shows the truth and not what was stored, and
/// a formula that gave way to a value leaves the calculation chain.
public final class WriteBack {

    /// A cell and its new value.
    public sealed interface Correction {

        CellRef cell();

        record Text(CellRef cell, String text) implements Correction {
        }

        record Number(CellRef cell, BigDecimal number) implements Correction {
        }

        record Day(CellRef cell, LocalDate day) implements Correction {
        }

        /// The cell stays, with its looks, and holds nothing.
        record Nothing(CellRef cell) implements Correction {
        }
    }

    public sealed interface Outcome {

        record Written(byte[] file) implements Outcome {
        }

        record NotWritten(Obstacle obstacle) implements Outcome {
        }
    }

    public enum Obstacle {
        /// The binary format of Excel 97: its suppliers get a workbook of today instead.
        OLD_FORMAT,
        /// The reader would refuse the file.
        UNREADABLE,
        /// The workbook lacks the sheet.
        NO_SUCH_SHEET,
        /// Other cells borrow their formula from the one to be replaced.
        SHARED_FORMULA,
        /// Not UTF-8, or written in a way this library does not change safely.
        UNUSUAL_MARKUP
    }

    private static final String CALC_CHAIN = "xl/calcChain.xml";
    private static final String BOOK = "xl/workbook.xml";

    private final Zip zip;
    private final boolean days1904;
    private final Map<Zip.Part, byte[]> changed = new HashMap<>();

    private WriteBack(Zip zip, boolean days1904) {
        this.zip = zip;
        this.days1904 = days1904;
    }

    public static Outcome write(byte[] workbook, List<Correction> corrections) {
        if (!Zip.looksLike(workbook)) {
            return new Outcome.NotWritten(XlsReader.looksLike(workbook) ? Obstacle.OLD_FORMAT : Obstacle.UNREADABLE);
        }
        try {
            Limits limits = Limits.standard();
            Extract extract = Cmrt.extract(workbook, limits);
            Zip zip = Zip.of(workbook, limits);
            return new WriteBack(zip, extract.days1904()).write(XlsxReader.sheetParts(zip, limits), corrections);
        } catch (Hindered hindered) {
            return new Outcome.NotWritten(hindered.obstacle);
        } catch (IOException unreadable) {
            return new Outcome.NotWritten(Obstacle.UNREADABLE);
        }
    }

    static final class Hindered extends IOException {

        private static final long serialVersionUID = 1;
        private final Obstacle obstacle;

        Hindered(Obstacle obstacle) {
            super(obstacle.name());
            this.obstacle = obstacle;
        }
    }

    private Outcome write(Map<String, String> sheets, List<Correction> corrections) throws IOException {
        Map<String, TreeMap<CellRef, Correction>> bySheet = new LinkedHashMap<>();
        for (Correction correction : corrections) {
            bySheet.computeIfAbsent(correction.cell().sheet(), s -> new TreeMap<>()).put(correction.cell(), correction);
        }
        List<String> formulasGone = new ArrayList<>();
        for (Map.Entry<String, TreeMap<CellRef, Correction>> sheet : bySheet.entrySet()) {
            String target = sheets.get(sheet.getKey());
            if (target == null) {
                throw new Hindered(Obstacle.NO_SUCH_SHEET);
            }
            Zip.Part part = zip.find(target).orElseThrow(() -> new Hindered(Obstacle.NO_SUCH_SHEET));
            SheetPatch patch = new SheetPatch(text(part), days1904);
            changed.put(part, patch.apply(sheet.getValue()).getBytes(StandardCharsets.UTF_8));
            formulasGone.addAll(patch.formulasGone());
        }
        if (!changed.isEmpty()) {
            recalculate(zip.find(BOOK).orElseThrow());
        }
        if (!formulasGone.isEmpty() && zip.find(CALC_CHAIN).isPresent()) {
            // The chain is a hint, and an empty one is rebuilt; a chain that names a cell without formula is reported as damage.
            changed.put(zip.find(CALC_CHAIN).get(), chainWithout(text(zip.find(CALC_CHAIN).get()), formulasGone).getBytes(StandardCharsets.UTF_8));
        }
        return new Outcome.Written(assemble());
    }

    private String text(Zip.Part part) throws IOException {
        try (InputStream in = zip.open(part)) {
            byte[] bytes = in.readAllBytes();
            String text = new String(bytes, StandardCharsets.UTF_8);
            if (!java.util.Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes)) {
                throw new Hindered(Obstacle.UNUSUAL_MARKUP);
            }
            return text;
        }
    }

    private void recalculate(Zip.Part book) throws IOException {
        String text = text(book);
        if (text.contains("fullCalcOnLoad=\"1\"")) {
            return;
        }
        int calculation = text.indexOf("<calcPr");
        String patched = calculation >= 0
                ? text.substring(0, calculation) + "<calcPr fullCalcOnLoad=\"1\""
                        + text.substring(calculation + "<calcPr".length()).replaceFirst(" fullCalcOnLoad=\"(0|false|true)\"", "")
                : withCalculation(text);
        changed.put(book, patched.getBytes(StandardCharsets.UTF_8));
    }

    /// The element has its place in the schema: after the sheets, links and names.
    private static String withCalculation(String book) throws Hindered {
        for (String before : List.of("</definedNames>", "</externalReferences>", "</functionGroups>", "</sheets>")) {
            int at = book.indexOf(before);
            if (at >= 0) {
                return book.substring(0, at + before.length()) + "<calcPr fullCalcOnLoad=\"1\"/>" + book.substring(at + before.length());
            }
        }
        throw new Hindered(Obstacle.UNUSUAL_MARKUP);
    }

    /// Takes the addresses out of the chain, on whatever sheet: a cell left out is found again by the recalculation.
    private static String chainWithout(String chain, List<String> addresses) {
        StringBuilder kept = new StringBuilder(chain.length());
        String sheet = "";
        int from = 0;
        boolean sheetLost = false;
        for (int at = chain.indexOf("<c "); at >= 0; at = chain.indexOf("<c ", from)) {
            kept.append(chain, from, at);
            int end = chain.indexOf('>', at) + 1;
            String element = chain.substring(at, end);
            String own = SheetPatch.attribute(element, "i");
            boolean gone = addresses.contains(SheetPatch.attribute(element, "r"));
            if (!own.isEmpty()) {
                sheet = own;
            }
            if (gone) {
                // The following entries inherit the sheet from the last one that names it.
                sheetLost = sheetLost || !own.isEmpty();
            } else {
                kept.append(own.isEmpty() && sheetLost ? element.replace("<c ", "<c i=\"" + sheet + "\" ") : element);
                sheetLost = false;
            }
            from = end;
        }
        return kept.append(chain, from, chain.length()).toString();
    }

    // ---- the container

    private byte[] assemble() throws IOException {
        List<Zip.Part> parts = zip.parts().stream().sorted(Comparator.comparingInt(Zip.Part::local)).toList();
        ByteArrayOutputStream out = new ByteArrayOutputStream(zip.bytes.length + 4096);
        Map<Zip.Part, Integer> locals = new HashMap<>();
        Map<Zip.Part, Packed> packed = new HashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            Zip.Part part = parts.get(i);
            int next = i + 1 < parts.size() ? parts.get(i + 1).local() : zip.directory;
            if (next <= part.local()) {
                throw new Hindered(Obstacle.UNREADABLE);
            }
            locals.put(part, out.size());
            byte[] content = changed.get(part);
            if (content == null) {
                out.write(zip.bytes, part.local(), next - part.local());
            } else {
                Packed fresh = Packed.of(content);
                packed.put(part, fresh);
                out.write(localHeader(part, fresh));
                out.write(fresh.bytes());
            }
        }
        int directory = out.size();
        for (Zip.Part part : zip.parts()) {
            out.write(centralRecord(part, locals.get(part), packed.get(part)));
        }
        ByteBuffer end = ByteBuffer.wrap(zip.bytes.clone(), zip.end, zip.bytes.length - zip.end).order(ByteOrder.LITTLE_ENDIAN);
        end.putInt(zip.end + 12, out.size() - directory);
        end.putInt(zip.end + 16, directory);
        out.write(end.array(), zip.end, zip.bytes.length - zip.end);
        return out.toByteArray();
    }

    private record Packed(byte[] bytes, int unpacked, long crc) {

        static Packed of(byte[] content) throws IOException {
            CRC32 crc = new CRC32();
            crc.update(content);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
            try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, deflater)) {
                out.write(content);
            } finally {
                deflater.end();
            }
            return new Packed(bytes.toByteArray(), content.length, crc.getValue());
        }
    }

    /// Without the flag that says sizes follow the data: they stand here.
    private byte[] localHeader(Zip.Part part, Packed packed) {
        byte[] name = java.util.Arrays.copyOfRange(zip.bytes, part.central() + 46, part.central() + 46
                + Short.toUnsignedInt(ByteBuffer.wrap(zip.bytes).order(ByteOrder.LITTLE_ENDIAN).getShort(part.central() + 28)));
        ByteBuffer header = ByteBuffer.allocate(30 + name.length).order(ByteOrder.LITTLE_ENDIAN);
        header.put(zip.bytes, part.local(), 6);
        header.putShort((short) (part.flags() & ~8)).putShort((short) 8);
        header.put(zip.bytes, part.local() + 10, 4);
        header.putInt((int) packed.crc()).putInt(packed.bytes().length).putInt(packed.unpacked());
        header.putShort((short) name.length).putShort((short) 0).put(name);
        return header.array();
    }

    private byte[] centralRecord(Zip.Part part, int local, @Nullable Packed packed) {
        byte[] record = java.util.Arrays.copyOfRange(zip.bytes, part.central(), part.central() + part.centralLength());
        ByteBuffer buffer = ByteBuffer.wrap(record).order(ByteOrder.LITTLE_ENDIAN);
        buffer.putInt(42, local);
        if (packed != null) {
            buffer.putShort(8, (short) (part.flags() & ~8)).putShort(10, (short) 8);
            buffer.putInt(16, (int) packed.crc()).putInt(20, packed.bytes().length).putInt(24, packed.unpacked());
        }
        return record;
    }

    static long serial(LocalDate day, boolean days1904) {
        return ChronoUnit.DAYS.between(LocalDate.of(1899, 12, 30), day) - (days1904 ? 1462 : 0);
    }
}
