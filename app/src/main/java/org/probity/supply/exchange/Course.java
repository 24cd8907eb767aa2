package org.probity.supply.exchange;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import org.probity.shapes.course.Lesson;
import org.probity.shapes.course.Lesson.Said;

/**
 * A version of a short course, read from a file of our own words; a change is another file with the next version.
 *
 * @param minutes how long it takes a calm reader
 * @param sha256 of the file, which a campaign names: what was taught cannot be changed afterwards
 */
public record Course(
        String code, int version, LocalDate since, Topic topic, int minutes, Said name, Said source, Lesson lesson, String sha256) {
    public List<Lesson.Sheet> sheets() {
        return lesson.sheets();
    }

    public List<Lesson.Question> questions() {
        return lesson.questions();
    }

    /**
     * Settings as {@code name = value}, and the lines of a {@link Lesson}.
     *
     * @throws IllegalArgumentException naming the line that is none of these
     */
    static Course read(String text) {
        var settings = new HashMap<String, String>();
        var marked = new ArrayList<String>();
        for (var line : text.lines().filter(it -> !it.isBlank()).toList()) {
            if (line.length() > 1 && line.charAt(1) == ' ') {
                marked.add(line);
                continue;
            }
            var at = line.indexOf(" = ");
            if (at < 0) {
                throw new IllegalArgumentException("neither a setting nor a line with a mark: " + line);
            }
            settings.put(line.substring(0, at).strip(), line.substring(at + 3).strip());
        }
        var lesson = Lesson.marked(marked);
        return new Course(settings.get("code"), Integer.parseInt(settings.get("version")), LocalDate.parse(settings.get("since")), Topic.valueOf(settings.get("topic")),
                Integer.parseInt(settings.get("minutes")), new Said(settings.get("name_en"), settings.get("name_zh")),
                new Said(settings.get("source_en"), settings.get("source_zh")), lesson, sha256(text));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
