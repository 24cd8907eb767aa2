package org.probity.supply.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.probity.house.ui.Lang;

/**
 * A version of a checklist, read from a file of our own words; a change is another file with the next version.
 *
 * @param sha256 of the file, which an audit names: what was asked cannot be changed afterwards
 */
public record Pack(
        String code, int version, LocalDate since, String nameEn, String nameZh, String sourceEn, String sourceZh, Map<String, Integer> reauditMonths,
        List<Question> questions, String sha256) {

    /** @param failsEn what it means when the answer is no; a finding's title */
    public record Question(String code, Topic topic, String clause, String en, String zh, String failsEn, String failsZh) {
        public String words(Lang lang) {
            return switch (lang) {
                case EN -> en;
                case ZH -> zh;
            };
        }
    }

    private static final Pattern COLUMN = Pattern.compile("\\s\\|\\s");

    public Pack {
        reauditMonths = Map.copyOf(reauditMonths);
        questions = List.copyOf(questions);
    }

    /** @throws IllegalArgumentException naming the line that is no setting and no question */
    static Pack read(String text) {
        var settings = new HashMap<String, String>();
        var questions = new ArrayList<Question>();
        for (var line : text.lines().filter(it -> !it.isBlank()).toList()) {
            var columns = Arrays.stream(COLUMN.split(line)).map(String::strip).toArray(String[]::new);
            if (columns.length == 7) {
                questions.add(new Question(columns[0], Topic.valueOf(columns[1]), columns[2], columns[3], columns[4], columns[5], columns[6]));
            } else if (columns.length == 1 && line.contains(" = ")) {
                settings.put(line.substring(0, line.indexOf(" = ")).strip(), line.substring(line.indexOf(" = ") + 3).strip());
            } else {
                throw new IllegalArgumentException("neither a setting nor a question of seven columns: " + line);
            }
        }
        return new Pack(settings.get("code"), Integer.parseInt(settings.get("version")), LocalDate.parse(settings.get("since")), settings.get("name_en"),
                settings.get("name_zh"), settings.get("source_en"), settings.get("source_zh"),
                Map.of("PRIORITY", Integer.valueOf(settings.get("reaudit.PRIORITY")), "MAJOR", Integer.valueOf(settings.get("reaudit.MAJOR")),
                        "otherwise", Integer.valueOf(settings.get("reaudit.otherwise"))), questions, sha256(text));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public String name(Lang lang) {
        return switch (lang) {
            case EN -> nameEn;
            case ZH -> nameZh;
        };
    }

    public String source(Lang lang) {
        return switch (lang) {
            case EN -> sourceEn;
            case ZH -> sourceZh;
        };
    }

    public Optional<Question> question(String wanted) {
        return questions.stream().filter(it -> it.code().equals(wanted)).findFirst();
    }

    public List<Question> about(Topic topic) {
        return questions.stream().filter(it -> it.topic() == topic).toList();
    }

    public List<Topic> topics() {
        return questions.stream().map(Question::topic).distinct().toList();
    }

    /** By when somebody comes again, by the worst that was found. */
    LocalDate reauditDay(LocalDate lastDay, List<Severity> found) {
        var worst = found.contains(Severity.PRIORITY) ? "PRIORITY" : found.contains(Severity.MAJOR) ? "MAJOR" : "otherwise";
        return lastDay.plusMonths(reauditMonths.get(worst));
    }
}
