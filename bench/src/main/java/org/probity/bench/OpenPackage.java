package org.probity.bench;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

import org.probity.proof.Hash;
import org.probity.proof.Json;
import org.probity.proof.MerkleTree;
import org.probity.proof.SealedPackage;

/** The files of a package while somebody tampers with them, and what a tamperer can make good without a key. */
record OpenPackage(SortedMap<String, byte[]> files) {

    static OpenPackage of(byte[] zip) {
        return new OpenPackage(new TreeMap<>(SealedPackage.unpack(zip)));
    }

    byte[] pack() {
        return SealedPackage.pack(files);
    }

    List<String> names() {
        return List.copyOf(files.keySet());
    }

    byte[] get(String name) {
        byte[] bytes = files.get(name);
        if (bytes == null) {
            throw new IllegalArgumentException("no " + name + " in this package");
        }
        return bytes;
    }

    void put(String name, byte[] bytes) {
        files.put(name, bytes);
    }

    void put(String name, List<String> lines) {
        put(name, String.join("", lines).getBytes(StandardCharsets.UTF_8));
    }

    void remove(String name) {
        files.remove(name);
    }

    /** Lines with their ends. */
    List<String> lines(String name) {
        return new ArrayList<>(List.of(new String(get(name), StandardCharsets.UTF_8).split("(?<=\n)")));
    }

    void edit(String name, UnaryOperator<Json.Obj> change) {
        put(name, change.apply((Json.Obj) Json.parse(get(name))).canonical());
    }

    /** The first place that reads so, if there is one: a level that does not show it has nothing to lie about. */
    void replace(String name, String before, String after) {
        String text = new String(get(name), StandardCharsets.UTF_8);
        int at = text.indexOf(before);
        if (at >= 0) {
            put(name, (text.substring(0, at) + after + text.substring(at + before.length())).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Root and size of a figure's rows, as they now are. */
    void refit(String rows) {
        MerkleTree.Growing tree = new MerkleTree.Growing();
        for (String line : lines(rows)) {
            tree.add(leaf(line));
        }
        edit(rows.replace(".rows.jsonl", ".json"), json -> json.with("rows", member(json, "rows").with("root", tree.root()).with("size", tree.size())));
    }

    private static Hash leaf(String line) {
        try {
            return Hash.leaf(((Json.Obj) Json.parse(line)).get("row").orElseThrow().canonical());
        } catch (RuntimeException noRow) {
            return Hash.sha256();
        }
    }

    /** The hashes in report.json, as the files now are. */
    void rehash() {
        edit("report.json", json -> {
            Json.Obj common = member(json, "files");
            for (String name : common.members().keySet()) {
                common = common.with(name, Hash.sha256(get(name)));
            }
            Json.Obj levels = member(json, "levels");
            for (String level : levels.members().keySet()) {
                Json.Obj ofLevel = member(levels, level);
                for (String name : ofLevel.members().keySet()) {
                    ofLevel = files.containsKey(name) ? ofLevel.with(name, Hash.sha256(get(name))) : ofLevel;
                }
                levels = levels.with(level, ofLevel);
            }
            return json.with("files", common).with("levels", levels);
        });
    }

    static Json.Obj member(Json.Obj json, String key) {
        return (Json.Obj) json.get(key).orElseThrow();
    }

    static String text(Json.Obj json, String key) {
        return ((Json.Str) json.get(key).orElseThrow()).value();
    }
}
