package org.probity.bench;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.probity.proof.Commitment;
import org.probity.proof.Hash;
import org.probity.proof.Json;
import org.probity.proof.SealedPackage;
import org.probity.proof.Specimen;

/**
 * Packages that must not pass, in five kinds: bytes damaged on the way; files changed; files changed by somebody without the log's key, who makes
 * good every hash up to the signature; the same files in an archive built otherwise ({@link OddArchive}); and what the company itself could do
 * ({@link Lies}).
 */
final class Mutants {

    record Mutant(String name, byte[] zip) {}

    /** Each kind gets as many as the others; the last is {@link Lies}. */
    static final int KINDS = 5;

    private final Lies lies;
    private final List<byte[]> originals;

    Mutants(Specimen.Made specimen) {
        this.lies = new Lies(specimen);
        this.originals = new ArrayList<>(specimen.second());
        originals.add(specimen.first());
    }

    /** The same number always gives the same mutant; empty when this one came out as the package it was made from. */
    Optional<Mutant> mutant(int number) {
        Random random = new Random(0x9E3779B97F4A7C15L * (number + 1));
        byte[] original = originals.get(random.nextInt(originals.size()));
        Mutant mutant = switch (number % KINDS) {
            case 0 -> damaged(random, original);
            case 1 -> changed(random, original);
            case 2 -> remade(random, original);
            case 3 -> new OddArchive(OpenPackage.of(original)).mutant(random);
            default -> lies.lie(random);
        };
        return originals.stream().anyMatch(one -> Arrays.equals(one, mutant.zip)) ? Optional.empty() : Optional.of(mutant);
    }

    // ---- damage ----

    private Mutant damaged(Random random, byte[] zip) {
        int at = random.nextInt(zip.length);
        return switch (random.nextInt(12)) {
            case 0, 1, 2 -> {
                byte[] bytes = zip.clone();
                bytes[at] ^= (byte) (1 << random.nextInt(8));
                yield new Mutant("bit", bytes);
            }
            case 3 -> new Mutant("cut", Arrays.copyOf(zip, at));
            case 4 -> new Mutant("tail", join(zip, new byte[random.nextInt(40) + 1]));
            case 5 -> new Mutant("byte lost", join(Arrays.copyOf(zip, at), Arrays.copyOfRange(zip, at + 1, zip.length)));
            case 6 -> new Mutant("byte more", join(Arrays.copyOf(zip, at), new byte[] {(byte) random.nextInt(256)}, Arrays.copyOfRange(zip, at, zip.length)));
            case 7 -> {
                byte[] bytes = zip.clone();
                int other = random.nextInt(zip.length);
                byte swap = bytes[at];
                bytes[at] = bytes[other];
                bytes[other] = swap;
                yield new Mutant("bytes swapped", bytes);
            }
            case 8 -> new Mutant("header field", headerField(random, zip));
            case 9 -> new Mutant("comment", comment(zip, random));
            case 10 -> new Mutant("archive twice", join(zip, zip));
            default -> new Mutant("archive behind an archive", join(SealedPackage.pack(new TreeMap<>(Map.of("report.json", new byte[] {'1'}))), zip));
        };
    }

    private static byte[] headerField(Random random, byte[] zip) {
        byte[] bytes = zip.clone();
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        List<Integer> headers = new ArrayList<>();
        for (int i = 0; i + 4 <= bytes.length; i++) {
            int signature = in.getInt(i);
            if (signature == 0x04034b50 || signature == 0x02014b50 || signature == 0x06054b50) {
                headers.add(i);
            }
        }
        int header = headers.get(random.nextInt(headers.size()));
        int field = header + 4 + random.nextInt(Math.min(40, bytes.length - header - 4));
        bytes[field] = (byte) (bytes[field] + 1 + random.nextInt(254));
        return bytes;
    }

    private static byte[] comment(byte[] zip, Random random) {
        byte[] bytes = join(zip, "looks fine".getBytes(StandardCharsets.US_ASCII));
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putShort(zip.length - 2, (short) (random.nextBoolean() ? 10 : 9));
        return bytes;
    }

    // ---- changes by whoever holds no key ----

    private Mutant changed(Random random, byte[] zip) {
        OpenPackage files = OpenPackage.of(zip);
        List<String> names = files.names();
        String name = names.get(random.nextInt(names.size()));
        byte[] bytes = files.get(name);
        String what = switch (random.nextInt(7)) {
            case 0 -> {
                files.remove(name);
                yield "file lost";
            }
            case 1 -> {
                files.put(random.nextBoolean() ? "openings.jsonl" : "log/more.jsonl", new byte[0]);
                yield "file more";
            }
            case 2 -> {
                String other = names.get(random.nextInt(names.size()));
                files.put(name, files.get(other));
                files.put(other, bytes);
                yield "files swapped";
            }
            case 3 -> {
                files.put(name, originals.get(random.nextInt(originals.size())));
                yield "file replaced";
            }
            default -> {
                files.put(name, edited(random, bytes));
                yield "file edited";
            }
        };
        return new Mutant(what + " " + name, files.pack());
    }

    private static byte[] edited(Random random, byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        List<String> lines = new ArrayList<>(List.of(text.split("(?<=\n)")));
        int line = random.nextInt(lines.size());
        int other = random.nextInt(lines.size());
        switch (random.nextInt(8)) {
            case 0 -> lines.remove(line);
            case 1 -> lines.add(other, lines.get(line));
            case 2 -> {
                String swap = lines.get(line);
                lines.set(line, lines.get(other));
                lines.set(other, swap);
            }
            case 3 -> lines.set(line, digit(random, lines.get(line)));
            case 4 -> lines.set(line, lines.get(line).replaceFirst(":", ": "));
            case 5 -> lines.set(line, lines.get(line).replaceFirst("\"(-?[0-9]+)\"", "$1"));
            case 6 -> lines.set(line, lines.get(line).replaceFirst(":([0-9]+)([,}])", ":\"$1\"$2"));
            default -> lines.set(line, letter(random, lines.get(line)));
        }
        return String.join("", lines).getBytes(StandardCharsets.UTF_8);
    }

    private static String digit(Random random, String text) {
        int[] digits = IntStream.range(0, text.length()).filter(i -> Character.isDigit(text.charAt(i))).toArray();
        if (digits.length == 0) {
            return text + "0";
        }
        int at = digits[random.nextInt(digits.length)];
        return text.substring(0, at) + (char) ('0' + (text.charAt(at) - '0' + 1 + random.nextInt(9)) % 10) + text.substring(at + 1);
    }

    private static String letter(Random random, String text) {
        if (text.isEmpty()) {
            return "x";
        }
        int at = random.nextInt(text.length());
        return text.substring(0, at) + (char) ('a' + random.nextInt(26)) + text.substring(at + 1);
    }

    /** Edits, and makes good every hash that needs no key: header, report, publication; the entry and the tree cannot be helped. */
    private Mutant remade(Random random, byte[] zip) {
        OpenPackage files = OpenPackage.of(zip);
        List<String> names = files.names().stream().filter(name -> name.startsWith("figures/")).toList();
        String name = names.get(random.nextInt(names.size()));
        files.put(name, edited(random, files.get(name)));
        if (name.endsWith(".rows.jsonl") && random.nextBoolean()) {
            files.refit(name);
        }
        files.rehash();
        if (random.nextBoolean()) {
            files.edit("publication.json", json -> json.with("content", OpenPackage.member(json, "content").with("report", Hash.sha256(files.get("report.json")))));
            if (random.nextBoolean()) {
                files.edit("publication.json", json -> json.with("entry", OpenPackage.member(json, "entry").with("commitment",
                        Commitment.of(Commitment.ENTRY, new Commitment.Opening(OpenPackage.text(json, "salt"), json.get("content").orElseThrow())))));
            }
        }
        return new Mutant("remade " + name, files.pack());
    }

    private static byte[] join(byte[]... parts) {
        StringBuilder hex = new StringBuilder();
        for (byte[] part : parts) {
            hex.append(HexFormat.of().formatHex(part));
        }
        return HexFormat.of().parseHex(hex);
    }
}
