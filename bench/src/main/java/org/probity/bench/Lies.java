package org.probity.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;

import org.probity.proof.Commitment;
import org.probity.proof.Hash;
import org.probity.proof.Json;
import org.probity.proof.MemoryLog;
import org.probity.proof.SealedPackage;
import org.probity.proof.Specimen;

/**
 * Lies told by the company itself, with its log and its witnesses deceived: every hash, proof and signature is right, and only the arithmetic or
 * the commitments are not.
 */
record Lies(Specimen.Made specimen) {

    Mutants.Mutant lie(Random random) {
        OpenPackage files = OpenPackage.of(specimen.second().get(random.nextInt(specimen.second().size())));
        String figure = "figures/tin-due-diligence.json";
        String rows = "figures/tin-due-diligence.rows.jsonl";
        String parts = "figures/gain-split.rows.jsonl";
        UnaryOperator<Json.Obj> publication = json -> json;
        String name;
        switch (random.nextInt(40)) {
            case 0 -> {
                name = "exact value";
                files.edit(figure, json -> json.with("exact", "9/10"));
            }
            case 1 -> {
                name = "shown value";
                files.edit(figure, json -> json.with("shown", "99.99"));
            }
            case 2 -> {
                name = "both values";
                files.edit(figure, json -> json.with("exact", "1/1").with("shown", "100.00"));
            }
            case 3 -> {
                name = "included";
                files.edit(figure, json -> json.with("rows", OpenPackage.member(json, "rows").with("included", 55)));
            }
            case 4 -> {
                name = "size";
                files.edit(figure, json -> json.with("rows", OpenPackage.member(json, "rows").with("size", 61)));
            }
            case 5 -> {
                name = "root";
                files.edit(figure, json -> json.with("rows", OpenPackage.member(json, "rows").with("root", Hash.sha256())));
            }
            case 6 -> {
                name = "excluded";
                files.replace(figure, "\"count\":6", "\"count\":5");
            }
            case 7 -> {
                name = "evidence mix";
                files.edit("figures/suppliers.json", json -> json.with("evidence", Map.of("primary", 19L, "system", 1L)));
            }
            case 8 -> {
                name = "control counted";
                files.replace(figure, "\"counted\":\"60\"", "\"counted\":\"61\"");
            }
            case 9 -> {
                name = "control difference";
                files.replace(figure, "\"difference\":\"-1\"", "\"difference\":\"0\"");
            }
            case 10 -> {
                name = "worst day";
                files.edit("figures/covered-every-day.json", json -> json.with("worstDay", LocalDate.parse(OpenPackage.text(json, "worstDay")).plusDays(1)));
            }
            case 11 -> {
                name = "another fold";
                files.replace(figure, "\"fold\":{\"met\":\"met\",\"name\":\"share\"}", "\"fold\":{\"name\":\"count\"}");
            }
            case 12 -> {
                name = "another rounding";
                files.replace(figure, "\"places\":2", "\"places\":3");
            }
            case 13 -> {
                name = "row met, tree as before";
                files.replace(rows, "\"met\":\"0\"", "\"met\":\"1\"");
            }
            case 14 -> {
                name = "row met, tree re-made";
                files.replace(rows, "\"met\":\"0\"", "\"met\":\"1\"");
                files.refit(rows);
            }
            case 15 -> {
                name = "row lost, tree re-made";
                List<String> lines = files.lines(rows);
                lines.remove(random.nextInt(lines.size()));
                files.put(rows, lines);
                files.refit(rows);
            }
            case 16 -> {
                name = "row twice, tree re-made";
                List<String> lines = files.lines(rows);
                lines.add(lines.get(random.nextInt(lines.size())));
                files.put(rows, lines);
                files.refit(rows);
            }
            case 17 -> {
                name = "rows in another order";
                List<String> lines = files.lines(rows);
                lines.add(lines.removeFirst());
                files.put(rows, lines);
            }
            case 18 -> {
                name = "code of a row";
                files.replace(rows, "\"code\":\"S-0003\"", "\"code\":\"S-0303\"");
            }
            case 19 -> {
                name = "evidence of a row";
                files.replace(rows, "\"index\":3", "\"index\":4");
            }
            case 20 -> {
                name = "decided by one";
                files.replace("report.json", "\"account\":\"a-04\"", "\"account\":\"a-17\"");
            }
            case 21 -> {
                name = "population";
                files.replace("report.json", "\"last\":60", "\"last\":" + (random.nextBoolean() ? 59 : 61));
            }
            case 22 -> {
                name = "population shorter than the evidence";
                files.edit("report.json", json -> json.with("population", List.of(((Json.Arr) json.get("population").orElseThrow()).items().get(1))));
            }
            case 23 -> {
                name = "earlier value";
                files.edit("report.json", json -> {
                    Json.Obj previous = OpenPackage.member(json, "previous");
                    Json.Obj difference = (Json.Obj) ((Json.Arr) previous.get("difference").orElseThrow()).items().getFirst();
                    return json.with("previous", previous.with("difference", List.of(difference.with("before", Json.object("exact", "8/9", "shown", "88.88")))));
                });
            }
            case 24 -> {
                name = "change not said";
                files.edit("report.json", json -> json.with("previous", OpenPackage.member(json, "previous").with("difference", List.of())));
            }
            case 25 -> {
                name = "edition before not said";
                files.edit("report.json", json -> json.without("previous"));
                files.remove("log/previous.json");
            }
            case 26 -> {
                name = "restated row";
                files.replace("report.json", "\"after\":{\"inputs\":{\"met\":\"0\"}}", "\"after\":{\"inputs\":{\"met\":\"1\"}}");
            }
            case 27 -> {
                name = "opened content";
                files = OpenPackage.of(specimen.second().getLast());
                files.replace("openings.jsonl", "Supplier 3", "Supplier 4");
            }
            case 28 -> {
                name = "published value";
                publication = json -> Json.object("edition", json.get("edition").orElseThrow(), "figures", List.of(), "key",
                        json.get("key").orElseThrow(), "report", json.get("report").orElseThrow());
            }
            case 29 -> {
                name = "a word of the report";
                files.replace("words.json", "too late", "in time");
            }
            case 30 -> {
                name = "chapter on another report's figure";
                files.replace("words.json", "\"suppliers\"", "\"customers\"");
            }
            case 31 -> {
                name = "words in one language";
                files.replace("words.json", "\"en\":\"Training\"", "\"en\":\"\"");
            }
            case 32 -> {
                name = "only words, they say";
                files.replace("report.json", "\"kind\":\"error\"", "\"kind\":\"words\"");
            }
            case 33 -> {
                name = "words changed to what they were";
                files.replace("report.json", "{\"after\":{\"en\":\"Training\"", "{\"before\":{\"en\":\"Training\"");
            }
            case 34 -> {
                name = "chapter twice";
                files.edit("words.json", json -> {
                    List<Json> chapters = ((Json.Arr) json.get("chapters").orElseThrow()).items();
                    return json.with("chapters", List.of(chapters.getFirst(), chapters.getFirst()));
                });
            }
            case 35 -> {
                name = "a fen moved from one part to another, tree re-made";
                files.replace(parts, "\"fen\":\"130\"", "\"fen\":\"129\"");
                files.replace(parts, "\"fen\":\"0\"", "\"fen\":\"1\"");
                files.refit(parts);
            }
            case 36 -> {
                name = "a weight of a part, tree re-made";
                files.replace(parts, "\"present\":\"11\"", "\"present\":\"12\"");
                files.refit(parts);
            }
            case 37 -> {
                name = "a unit's factor, tree re-made";
                files.replace(parts, "\"unit-factor\":\"1.5\"", "\"unit-factor\":\"1.6\"");
                files.refit(parts);
            }
            case 38 -> {
                name = "a split told as a sum";
                files.replace("figures/gain-split.json", "\"factor\":\"unit-factor\",\"group\":\"unit\",\"name\":\"split\"", "\"factor\":\"unit-factor\",\"group\":\"unit\",\"name\":\"sum\"");
            }
            default -> {
                name = "published report";
                publication = json -> json.with("report", Hash.sha256(new byte[] {(byte) random.nextInt()}));
            }
        }
        return new Mutants.Mutant("lie: " + name, signed(files, publication));
    }

    /** Every hash, the log, its signature and the witnesses' made to fit the lie. */
    byte[] signed(OpenPackage files, UnaryOperator<Json.Obj> publication) {
        files.rehash();
        Json.Obj content = publication.apply(((Json.Obj) specimen.publication().content()).with("report", Hash.sha256(files.get("report.json")))
                .with("figures", published(files)));
        Commitment.Opening opening = new Commitment.Opening(specimen.publication().salt(), content);
        MemoryLog log = specimen.log().otherwise(specimen.index(), Commitment.of(Commitment.ENTRY, opening));
        // Made anew from the rows, so that a lie about evidence brings its entries along.
        files.remove("log/entries.jsonl");
        return SealedPackage.complete(files.pack(), opening, specimen.index(), log, Optional.empty(), List.of(specimen.later()));
    }

    private static List<Json> published(OpenPackage files) {
        Json.Obj report = (Json.Obj) Json.parse(files.get("report.json"));
        return ((Json.Arr) report.get("figures").orElseThrow()).items().stream().map(key -> {
            Json.Obj header = (Json.Obj) Json.parse(files.get("figures/" + ((Json.Str) key).value() + ".json"));
            return (Json) Json.object("exact", header.get("exact").orElseThrow(), "key", key, "shown", header.get("shown").orElseThrow());
        }).toList();
    }
}
