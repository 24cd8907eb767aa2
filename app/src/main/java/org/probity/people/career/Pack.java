package org.probity.people.career;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.probity.people.career.Draft.Said;

/**
 * The tracks and standards that come with the house, in our own words. {@code tracks-1.txt} names families ({@code @}) and their tracks ({@code >}) with
 * what each is about; {@code levels-1.txt} says for each ladder and part what a level asks of that. A track that names only itself has no standard yet.
 */
final class Pack {
    static final String NAME = "tracks-1";
    private static final Map<Ladder, String[]> COMMON = Map.of(
            Ladder.P, new String[] {"projects carried through to their end", "善始善终的项目", "improvements that lasted", "持续有效的改进", "honest records and safe work", "如实记录与安全作业",
                "passing on what one knows", "传授经验"},
            Ladder.M, new String[] {"changes led from beginning to end", "自始至终带领的变革", "people developed", "人才培养", "fairness to everybody on the team", "公平对待每位成员",
                "telling bad news early", "坏消息早报告"});

    private record Family(String code, Said name, Said knowledge, Said skill) {}

    private Pack() {}

    static Draft read() {
        return read(text(NAME), text("levels-1"));
    }

    /** @throws IllegalArgumentException naming the line that cannot be read */
    static Draft read(String tracksText, String levelsText) {
        var levels = levels(levelsText);
        var tracks = new ArrayList<Draft.Track>();
        var standards = new ArrayList<Draft.Standard>();
        Family family = null;
        for (var line : tracksText.lines().filter(it -> it.startsWith("@ ") || it.startsWith("> ")).toList()) {
            var words = Arrays.stream(line.substring(2).split("\\|")).map(String::strip).toArray(String[]::new);
            if (line.startsWith("@ ")) {
                family = new Family(words[0], new Said(words[1], words[2]), new Said(words[3], words[4]), new Said(words[5], words[6]));
                continue;
            }
            if (family == null || words.length != 3 && words.length != 9 || !words[0].matches("[PM] [A-Z]{3}-[A-Z]{3}")) {
                throw new IllegalArgumentException("neither a family nor a track of one: " + line);
            }
            var track = new Draft.Track(words[0].substring(2), Ladder.valueOf(words[0].substring(0, 1)), family.name(), new Said(words[1], words[2]));
            tracks.add(track);
            if (words.length == 9) {
                standards.add(standard(track, family, words, levels.get(track.ladder())));
            }
        }
        return new Draft(NAME, tracks, standards);
    }

    private static Draft.Standard standard(Draft.Track track, Family family, String[] words, Map<Part, Map<Integer, Said>> levels) {
        var common = COMMON.get(track.ladder());
        var items = new ArrayList<Draft.Item>();
        items.add(item("E1", Part.EXPERIENCE, 1, new Said("work in " + lower(track.name().en()), track.name().zh() + "岗位工作"), levels));
        items.add(item("E2", Part.EXPERIENCE, 3, new Said(common[0], common[1]), levels));
        items.add(item("K1", Part.KNOWLEDGE, 1, new Said(words[3], words[4]), levels));
        items.add(item("K2", Part.KNOWLEDGE, 1, family.knowledge(), levels));
        items.add(item("S1", Part.SKILL, 1, new Said(words[5], words[6]), levels));
        items.add(item("S2", Part.SKILL, 1, family.skill(), levels));
        items.add(item("R1", Part.RESULT, 1, new Said(words[7], words[8]), levels));
        items.add(item("R2", Part.RESULT, 2, new Said(common[2], common[3]), levels));
        items.add(item("B1", Part.BEHAVIOUR, 1, new Said(common[4], common[5]), levels));
        items.add(item("B2", Part.BEHAVIOUR, 3, new Said(common[6], common[7]), levels));
        return new Draft.Standard(track.code(), new Said("Competency standard: " + track.name().en(), track.name().zh() + "任职资格标准"), items);
    }

    private static Draft.Item item(String code, Part part, int from, Said about, Map<Part, Map<Integer, Said>> levels) {
        var asked = new TreeMap<Integer, Said>();
        levels.get(part).forEach((level, said) -> {
            if (level >= from) {
                asked.put(level, new Said(said.en().replace("{0}", about.en()), said.zh().replace("{0}", about.zh())));
            }
        });
        return new Draft.Item(code, part, from, new Said(Character.toUpperCase(about.en().charAt(0)) + about.en().substring(1), about.zh()), asked);
    }

    /** The first letter small within a sentence, but not of an abbreviation. */
    private static String lower(String name) {
        return name.length() > 1 && Character.isUpperCase(name.charAt(1)) ? name : Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    private static Map<Ladder, Map<Part, Map<Integer, Said>>> levels(String text) {
        var levels = new EnumMap<Ladder, Map<Part, Map<Integer, Said>>>(Ladder.class);
        for (var line : text.lines().filter(it -> !it.isBlank()).toList()) {
            var words = line.split("\\|");
            var head = words[0].strip().split(" ");
            if (words.length != 3 || head.length != 3) {
                throw new IllegalArgumentException("ladder, part, level, then both languages: " + line);
            }
            levels.computeIfAbsent(Ladder.valueOf(head[0]), it -> new HashMap<>()).computeIfAbsent(Part.valueOf(head[1]), it -> new TreeMap<>())
                    .put(Integer.valueOf(head[2]), new Said(words[1].strip(), words[2].strip()));
        }
        return levels;
    }

    private static String text(String name) {
        try (var in = Pack.class.getResourceAsStream("packs/" + name + ".txt")) {
            if (in == null) {
                throw new IllegalStateException("no pack " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

}
