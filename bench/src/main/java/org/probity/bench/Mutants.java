package org.probity.bench;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

import org.probity.proof.Commitment;
import org.probity.proof.Hash;
import org.probity.proof.Json;
import org.probity.proof.MemoryLog;
import org.probity.proof.MerkleTree;
import org.probity.proof.SealedPackage;
import org.probity.proof.Specimen;

/**
 * Packages that must not pass. Three sorts: bytes damaged on the way; contents changed by somebody without the log's key, who re-makes every
 * hash up to the signature; and lies told by the company itself, with its log and its witnesses deceived, so that every hash, proof and
 * signature is right and only the arithmetic or the commitments are not.
 */
final class Mutants {

    record Mutant(String name, byte[] zip) {}

    private final Specimen.Made specimen;
    private final List<byte[]> originals;

    Mutants(Specimen.Made specimen) {
        this.specimen = specimen;
        this.originals = new ArrayList<>(specimen.second());
        originals.add(specimen.first());
    }

    /** The same number always gives the same mutant; empty when this one came out as the package it was made from. */
    Optional<Mutant> mutant(int number) {
        Random random = new Random(0x9E3779B97F4A7C15L * (number + 1));
        byte[] original = originals.get(random.nextInt(originals.size()));
        Mutant mutant = switch (number % 4) {
            case 0 -> damaged(random, original);
            case 1 -> changed(random, original);
            case 2 -> remade(random, original);
            default -> lie(random);
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
        SortedMap<String, byte[]> files = new TreeMap<>(SealedPackage.unpack(zip));
        List<String> names = new ArrayList<>(files.keySet());
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
        return new Mutant(what + " " + name, SealedPackage.pack(files));
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
        int[] digits = java.util.stream.IntStream.range(0, text.length()).filter(i -> Character.isDigit(text.charAt(i))).toArray();
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
        SortedMap<String, byte[]> files = new TreeMap<>(SealedPackage.unpack(zip));
        List<String> names = files.keySet().stream().filter(name -> name.startsWith("figures/")).toList();
        String name = names.get(random.nextInt(names.size()));
        files.put(name, edited(random, files.get(name)));
        if (name.endsWith(".rows.jsonl") && random.nextBoolean()) {
            refit(files, name);
        }
        rehash(files);
        if (random.nextBoolean()) {
            edit(files, "publication.json", json -> json.with("content", member(json, "content").with("report", Hash.sha256(files.get("report.json")))));
            if (random.nextBoolean()) {
                edit(files, "publication.json", json -> json.with("entry", member(json, "entry").with("commitment",
                        Commitment.of(Commitment.ENTRY, new Commitment.Opening(text(json, "salt"), json.get("content").orElseThrow())))));
            }
        }
        return new Mutant("remade " + name, SealedPackage.pack(files));
    }

    // ---- lies with the right keys ----

    private interface Lie {
        void tell(SortedMap<String, byte[]> files);
    }

    private Mutant lie(Random random) {
        int level = random.nextInt(specimen.second().size());
        byte[] zip = specimen.second().get(level);
        SortedMap<String, byte[]> files = new TreeMap<>(SealedPackage.unpack(zip));
        String figure = "figures/tin-due-diligence.json";
        String rows = "figures/tin-due-diligence.rows.jsonl";
        UnaryOperator<Json.Obj> publication = json -> json;
        String name;
        switch (random.nextInt(30)) {
            case 0 -> {
                name = "exact value";
                edit(files, figure, json -> json.with("exact", "9/10"));
            }
            case 1 -> {
                name = "shown value";
                edit(files, figure, json -> json.with("shown", "99.99"));
            }
            case 2 -> {
                name = "both values";
                edit(files, figure, json -> json.with("exact", "1/1").with("shown", "100.00"));
            }
            case 3 -> {
                name = "included";
                edit(files, figure, json -> json.with("rows", member(json, "rows").with("included", 55)));
            }
            case 4 -> {
                name = "size";
                edit(files, figure, json -> json.with("rows", member(json, "rows").with("size", 61)));
            }
            case 5 -> {
                name = "root";
                edit(files, figure, json -> json.with("rows", member(json, "rows").with("root", Hash.sha256())));
            }
            case 6 -> {
                name = "excluded";
                editText(files, figure, "\"count\":6", "\"count\":5");
            }
            case 7 -> {
                name = "evidence mix";
                edit(files, "figures/suppliers.json", json -> json.with("evidence", Map.of("primary", 19L, "system", 1L)));
            }
            case 8 -> {
                name = "control counted";
                editText(files, figure, "\"counted\":\"60\"", "\"counted\":\"61\"");
            }
            case 9 -> {
                name = "control difference";
                editText(files, figure, "\"difference\":\"-1\"", "\"difference\":\"0\"");
            }
            case 10 -> {
                name = "worst day";
                edit(files, "figures/covered-every-day.json", json -> json.with("worstDay", LocalDate.parse(text(json, "worstDay")).plusDays(1)));
            }
            case 11 -> {
                name = "another fold";
                editText(files, figure, "\"fold\":{\"met\":\"met\",\"name\":\"share\"}", "\"fold\":{\"name\":\"count\"}");
            }
            case 12 -> {
                name = "another rounding";
                editText(files, figure, "\"places\":2", "\"places\":3");
            }
            case 13 -> {
                name = "row met, tree as before";
                editText(files, rows, "\"met\":\"0\"", "\"met\":\"1\"");
            }
            case 14 -> {
                name = "row met, tree re-made";
                editText(files, rows, "\"met\":\"0\"", "\"met\":\"1\"");
                refit(files, rows);
            }
            case 15 -> {
                name = "row lost, tree re-made";
                List<String> lines = lines(files.get(rows));
                lines.remove(random.nextInt(lines.size()));
                files.put(rows, String.join("", lines).getBytes(StandardCharsets.UTF_8));
                refit(files, rows);
            }
            case 16 -> {
                name = "row twice, tree re-made";
                List<String> lines = lines(files.get(rows));
                lines.add(lines.get(random.nextInt(lines.size())));
                files.put(rows, String.join("", lines).getBytes(StandardCharsets.UTF_8));
                refit(files, rows);
            }
            case 17 -> {
                name = "rows in another order";
                List<String> lines = lines(files.get(rows));
                lines.add(lines.removeFirst());
                files.put(rows, String.join("", lines).getBytes(StandardCharsets.UTF_8));
            }
            case 18 -> {
                name = "code of a row";
                editText(files, rows, "\"code\":\"S-0003\"", "\"code\":\"S-0303\"");
            }
            case 19 -> {
                name = "evidence of a row";
                editText(files, rows, "\"index\":3", "\"index\":4");
            }
            case 20 -> {
                name = "decided by one";
                editText(files, "report.json", "\"account\":\"a-04\"", "\"account\":\"a-17\"");
            }
            case 21 -> {
                name = "population";
                editText(files, "report.json", "\"last\":60", "\"last\":" + (random.nextBoolean() ? 59 : 61));
            }
            case 22 -> {
                name = "population shorter than the evidence";
                edit(files, "report.json", json -> json.with("population", List.of(((Json.Arr) json.get("population").orElseThrow()).items().get(1))));
            }
            case 23 -> {
                name = "earlier value";
                edit(files, "report.json", json -> {
                    Json.Obj previous = member(json, "previous");
                    Json.Obj difference = (Json.Obj) ((Json.Arr) previous.get("difference").orElseThrow()).items().getFirst();
                    return json.with("previous", previous.with("difference", List.of(difference.with("before", Json.object("exact", "8/9", "shown", "88.88")))));
                });
            }
            case 24 -> {
                name = "change not said";
                edit(files, "report.json", json -> json.with("previous", member(json, "previous").with("difference", List.of())));
            }
            case 25 -> {
                name = "edition before not said";
                edit(files, "report.json", json -> json.without("previous"));
                files.remove("log/previous.json");
            }
            case 26 -> {
                name = "restated row";
                editText(files, "report.json", "\"after\":{\"inputs\":{\"met\":\"0\"}}", "\"after\":{\"inputs\":{\"met\":\"1\"}}");
            }
            case 27 -> {
                name = "opened content";
                files = new TreeMap<>(SealedPackage.unpack(specimen.second().getLast()));
                editText(files, "openings.jsonl", "Supplier 3", "Supplier 4");
            }
            case 28 -> {
                name = "published value";
                publication = json -> Json.object("edition", json.get("edition").orElseThrow(), "figures", List.of(), "key",
                        json.get("key").orElseThrow(), "report", json.get("report").orElseThrow());
            }
            default -> {
                name = "published report";
                publication = json -> json.with("report", Hash.sha256(new byte[] {(byte) random.nextInt()}));
            }
        }
        return new Mutant("lie: " + name, signed(files, publication));
    }

    /** Every hash, the log, its signature and the witnesses' made to fit the lie. */
    private byte[] signed(SortedMap<String, byte[]> files, UnaryOperator<Json.Obj> publication) {
        rehash(files);
        Json.Obj content = publication.apply(((Json.Obj) specimen.publication().content()).with("report", Hash.sha256(files.get("report.json")))
                .with("figures", published(files)));
        Commitment.Opening opening = new Commitment.Opening(specimen.publication().salt(), content);
        MemoryLog log = specimen.log().otherwise(specimen.index(), Commitment.of(Commitment.ENTRY, opening));
        SortedMap<String, byte[]> core = new TreeMap<>(files);
        // Made anew from the rows, so that a lie about evidence brings its entries along.
        core.remove("log/entries.jsonl");
        return SealedPackage.complete(SealedPackage.pack(core), opening, specimen.index(), log, Optional.empty(), List.of(specimen.later()));
    }

    private static List<Json> published(SortedMap<String, byte[]> files) {
        Json.Obj report = (Json.Obj) Json.parse(files.get("report.json"));
        return ((Json.Arr) report.get("figures").orElseThrow()).items().stream().map(key -> {
            Json.Obj header = (Json.Obj) Json.parse(files.get("figures/" + ((Json.Str) key).value() + ".json"));
            return (Json) Json.object("exact", header.get("exact").orElseThrow(), "key", key, "shown", header.get("shown").orElseThrow());
        }).toList();
    }

    // ---- tools ----

    private static void edit(SortedMap<String, byte[]> files, String name, UnaryOperator<Json.Obj> change) {
        files.put(name, change.apply((Json.Obj) Json.parse(files.get(name))).canonical());
    }

    private static void editText(SortedMap<String, byte[]> files, String name, String before, String after) {
        String text = new String(files.get(name), StandardCharsets.UTF_8);
        int at = text.indexOf(before);
        if (at >= 0) {
            files.put(name, (text.substring(0, at) + after + text.substring(at + before.length())).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Root and size of a figure's rows, as they now are. */
    private static void refit(SortedMap<String, byte[]> files, String rows) {
        MerkleTree.Growing tree = new MerkleTree.Growing();
        for (String line : lines(files.get(rows))) {
            try {
                tree.add(Hash.leaf(((Json.Obj) Json.parse(line)).get("row").orElseThrow().canonical()));
            } catch (RuntimeException noRow) {
                tree.add(Hash.sha256());
            }
        }
        edit(files, rows.replace(".rows.jsonl", ".json"), json -> json.with("rows", member(json, "rows").with("root", tree.root()).with("size", tree.size())));
    }

    /** The hashes in report.json, as the files now are. */
    private static void rehash(SortedMap<String, byte[]> files) {
        edit(files, "report.json", json -> {
            Json.Obj common = member(json, "files");
            for (String name : common.members().keySet()) {
                common = common.with(name, Hash.sha256(files.get(name)));
            }
            Json.Obj levels = member(json, "levels");
            for (String level : levels.members().keySet()) {
                Json.Obj ofLevel = member(levels, level);
                for (String name : ofLevel.members().keySet()) {
                    ofLevel = files.containsKey(name) ? ofLevel.with(name, Hash.sha256(files.get(name))) : ofLevel;
                }
                levels = levels.with(level, ofLevel);
            }
            return json.with("files", common).with("levels", levels);
        });
    }

    private static List<String> lines(byte[] file) {
        return new ArrayList<>(List.of(new String(file, StandardCharsets.UTF_8).split("(?<=\n)")));
    }

    private static Json.Obj member(Json.Obj json, String key) {
        return (Json.Obj) json.get(key).orElseThrow();
    }

    private static String text(Json.Obj json, String key) {
        return ((Json.Str) json.get(key).orElseThrow()).value();
    }

    private static byte[] join(byte[]... parts) {
        StringBuilder hex = new StringBuilder();
        for (byte[] part : parts) {
            hex.append(HexFormat.of().formatHex(part));
        }
        return HexFormat.of().parseHex(hex);
    }
}
