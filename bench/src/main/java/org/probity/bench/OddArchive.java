package org.probity.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The right files in an archive that is not the one they can have: entries renamed, reordered, doubled, hidden from the directory or only there,
 * compressed, or with a directory that tells another story. Archive programs open many of these without a word.
 */
record OddArchive(List<Part> parts) {

    record Part(String name, byte[] bytes) {}

    OddArchive(OpenPackage files) {
        this(files.names().stream().map(name -> new Part(name, files.get(name))).toList());
    }

    Mutants.Mutant mutant(Random random) {
        List<Part> here = new ArrayList<>(parts);
        List<Part> told = new ArrayList<>(parts);
        int at = random.nextInt(parts.size());
        Part part = parts.get(at);
        Part other = parts.get((at + 1 + random.nextInt(parts.size() - 1)) % parts.size());
        String name = switch (random.nextInt(14)) {
            case 0 -> {
                Collections.swap(here, at, parts.indexOf(other));
                told = here;
                yield "entries reordered";
            }
            case 1 -> {
                Collections.swap(told, at, parts.indexOf(other));
                yield "directory reordered";
            }
            case 2 -> {
                here.add(at, part);
                told = here;
                yield "entry twice";
            }
            case 3 -> {
                here.add(at, new Part(part.name, other.bytes));
                told = here;
                yield "two entries of one name";
            }
            case 4 -> {
                here.add(at, new Part(part.name, other.bytes));
                yield "an entry before it that the directory hides";
            }
            case 5 -> {
                told.remove(at);
                yield "entry not in the directory";
            }
            case 6 -> {
                told.add(at, new Part(part.name + "-more", part.bytes));
                yield "directory names an entry more";
            }
            case 7 -> {
                here.set(at, new Part(odd(part.name, random), part.bytes));
                told = here;
                yield "entry renamed";
            }
            case 8 -> {
                told.set(at, new Part(odd(part.name, random), part.bytes));
                yield "renamed in the directory alone";
            }
            case 9 -> {
                here.set(at, new Part(other.name, part.bytes));
                here.set(parts.indexOf(other), new Part(part.name, other.bytes));
                told = here;
                yield "names exchanged";
            }
            case 10 -> {
                here.add(at, new Part(part.name.contains("/") ? part.name.substring(0, part.name.indexOf('/') + 1) : "folder/", new byte[0]));
                told = here;
                yield "folder entry";
            }
            case 11 -> {
                told.set(at, new Part(part.name, other.bytes));
                yield "directory with another size and checksum";
            }
            default -> "compressed";
        };
        return new Mutants.Mutant(name, name.equals("compressed") ? compressed(random) : zip(here, told));
    }

    private static String odd(String name, Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> "../" + name;
            case 1 -> "/" + name;
            case 2 -> name.toUpperCase(java.util.Locale.ROOT);
            case 3 -> name.replace('/', '\\') + "\0";
            case 4 -> "./" + name;
            case 5 -> name + " ";
            case 6 -> name.replace('e', '\u00e9');
            default -> name.substring(0, name.length() - 1);
        };
    }

    /** As any archive program would write it. */
    private byte[] compressed(Random random) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(random.nextInt(10));
            for (Part part : parts) {
                ZipEntry entry = new ZipEntry(part.name);
                entry.setTime(random.nextLong(1L << 40));
                zip.putNextEntry(entry);
                zip.write(part.bytes);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /** Headers of the permitted form over entries and directory that need not agree; the directory points where such a name really lies. */
    static byte[] zip(List<Part> here, List<Part> told) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Integer> offsets = new ArrayList<>();
        for (Part part : here) {
            offsets.add(out.size());
            out.writeBytes(header(part, 0x04034b50, 0));
            out.writeBytes(part.bytes);
        }
        int start = out.size();
        for (int i = 0; i < told.size(); i++) {
            int place = told == here ? i : Math.max(0, here.indexOf(told.get(i)));
            out.writeBytes(header(told.get(i), 0x02014b50, offsets.get(place)));
        }
        out.writeBytes(ByteBuffer.allocate(22).order(ByteOrder.LITTLE_ENDIAN).putInt(0x06054b50).putInt(0).putShort((short) told.size())
                .putShort((short) told.size()).putInt(out.size() - start).putInt(start).array());
        return out.toByteArray();
    }

    private static byte[] header(Part part, int signature, int offset) {
        byte[] path = part.name.getBytes(StandardCharsets.ISO_8859_1);
        boolean central = signature == 0x02014b50;
        CRC32 crc = new CRC32();
        crc.update(part.bytes);
        ByteBuffer header = ByteBuffer.allocate((central ? 46 : 30) + path.length).order(ByteOrder.LITTLE_ENDIAN).putInt(signature);
        if (central) {
            header.putShort((short) 10);
        }
        header.putShort((short) 10).putShort((short) 0).putShort((short) 0).putShort((short) 0).putShort((short) 0x0021).putInt((int) crc.getValue())
                .putInt(part.bytes.length).putInt(part.bytes.length).putShort((short) path.length).putShort((short) 0);
        if (central) {
            header.position(42).putInt(offset);
        }
        return header.put(path).array();
    }
}
