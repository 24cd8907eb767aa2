package org.probity.formats.cmrt;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// Workbooks nobody sends in good faith, made from a sample.
public final class Hostile {

    private Hostile() {
    }

    public static byte[] sample() {
        return Sample.workbook(SampleOrder.complete("Blue Heron Solder", "Lin Qing", "lin.qing@example.org", LocalDate.of(2026, 9, 1)));
    }

    static Map<String, byte[]> parts(byte[] zip) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), in.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts;
    }

    static byte[] zip(Map<String, byte[]> parts, boolean stored) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                ZipEntry entry = new ZipEntry(part.getKey());
                if (stored) {
                    CRC32 crc = new CRC32();
                    crc.update(part.getValue());
                    entry.setMethod(ZipEntry.STORED);
                    entry.setSize(part.getValue().length);
                    entry.setCrc(crc.getValue());
                }
                out.putNextEntry(entry);
                out.write(part.getValue());
                out.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] with(String part, UnaryOperator<String> change) {
        Map<String, byte[]> parts = parts(sample());
        parts.put(part, change.apply(new String(parts.getOrDefault(part, new byte[0]), StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
        return zip(parts, false);
    }

    /// The declaration's sheet grows to many megabytes of blanks when unpacked.
    public static byte[] zipBomb(int megabytes) {
        Map<String, byte[]> parts = parts(sample());
        byte[] head = new String(parts.get("xl/worksheets/sheet1.xml"), StandardCharsets.UTF_8).split("<sheetData>")[0]
                .getBytes(StandardCharsets.UTF_8);
        byte[] blanks = new byte[head.length + (megabytes << 20)];
        java.util.Arrays.fill(blanks, (byte) ' ');
        System.arraycopy(head, 0, blanks, 0, head.length);
        parts.put("xl/worksheets/sheet1.xml", blanks);
        return zip(parts, false);
    }

    public static byte[] billionLaughs() {
        StringBuilder type = new StringBuilder("<!DOCTYPE worksheet [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            type.append("<!ENTITY a").append(i).append(" \"&a").append(i - 1).append(";&a").append(i - 1).append(";\">");
        }
        return with("xl/worksheets/sheet1.xml", xml -> xml.replaceFirst("<worksheet", type + "]><worksheet")
                .replaceFirst("<v>0</v>", "<v>&a29;</v>"));
    }

    public static byte[] externalEntity() {
        return with("xl/workbook.xml", xml -> xml.replaceFirst("<workbook",
                "<!DOCTYPE workbook [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><workbook").replaceFirst("name=\"Product List\"", "name=\"&x;\""));
    }

    public static byte[] macro() {
        Map<String, byte[]> parts = parts(sample());
        parts.put("xl/vbaProject.bin", new byte[] {1, 2, 3});
        return zip(parts, false);
    }

    public static byte[] manyParts(int count) {
        Map<String, byte[]> parts = parts(sample());
        for (int i = 0; i < count; i++) {
            parts.put("x/" + i, new byte[0]);
        }
        return zip(parts, false);
    }

    /// A value of many megabytes in one attribute, not compressed, so that no ratio betrays it.
    public static byte[] hugeAttribute(int megabytes) {
        Map<String, byte[]> parts = parts(sample());
        String sheet = new String(parts.get("xl/worksheets/sheet1.xml"), StandardCharsets.UTF_8);
        parts.put("xl/worksheets/sheet1.xml", sheet.replaceFirst("<c r=", "<c x=\"" + "y".repeat(megabytes << 20) + "\" r=")
                .getBytes(StandardCharsets.UTF_8));
        return zip(parts, true);
    }

    public static byte[] deepNesting(int depth) {
        return with("xl/worksheets/sheet1.xml", xml -> xml.replaceFirst("<v>0</v>", "<a>".repeat(depth)));
    }

    /// Two parts of one name: programs disagree about which counts.
    static byte[] twoOfOneName() {
        byte[] zip = zip(Map.of("xl/workbook.xml", new byte[] {1}, "xl/workbook.xmm", new byte[] {2}), true);
        String text = new String(zip, StandardCharsets.ISO_8859_1).replace("workbook.xmm", "workbook.xml");
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
