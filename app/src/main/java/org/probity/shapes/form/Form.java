package org.probity.shapes.form;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Lang;
import org.probity.shapes.form.Question.Choice;
import org.probity.shapes.form.Question.Kind;

/**
 * A version of a set of questions, read from a file of a room's own words; a change is another file with the next version. A room makes each a bean.
 *
 * @param since from which day on it is sent out
 * @param sha256 of the file: what was asked cannot be changed afterwards
 */
public record Form(
        String code, int version, LocalDate since, String nameEn, String nameZh, String sourceEn, String sourceZh, List<Section> sections, List<Question> questions, String sha256) {

    public record Section(String code, String en, String zh) {
        public String words(Lang lang) {
            return switch (lang) {
                case EN -> en;
                case ZH -> zh;
            };
        }
    }

    /** Choices that many questions share: which answer is the good one stands in the name. */
    private static final Map<String, List<Choice>> SHARED = Map.of(
            "yes-no", List.of(choice("yes", "100", "Yes", "是"), choice("no", "0", "No", "否")),
            "no-yes", List.of(choice("yes", "0", "Yes", "是"), choice("no", "100", "No", "否")),
            "yes-partly-no", List.of(choice("yes", "100", "Yes", "是"), choice("partly", "50", "In part", "部分"), choice("no", "0", "No", "否")));
    private static final Choice NOT_APPLICABLE = choice("na", "-", "Does not apply to us", "不适用");

    public Form {
        sections = List.copyOf(sections);
        questions = List.copyOf(questions);
    }

    /** A form that lies beside the room that owns it. */
    public static Form file(Class<?> room, String name) {
        try (var in = room.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(room.getPackageName() + " has no " + name);
            }
            return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalArgumentException naming the question that is not whole; one without a reason is not whole */
    public static Form read(String text) {
        var head = new LinkedHashMap<String, String>();
        var questions = new LinkedHashMap<String, Map<String, String>>();
        var into = (Map<String, String>) head;
        for (var line : text.lines().map(String::strip).filter(it -> !it.isEmpty()).toList()) {
            if (line.matches("\\[[A-Z][A-Z0-9]*]")) {
                into = new LinkedHashMap<>();
                if (questions.put(line.substring(1, line.length() - 1), into) != null) {
                    throw new IllegalArgumentException("twice: " + line);
                }
            } else if (line.contains(" = ")) {
                into.put(line.substring(0, line.indexOf(" = ")).strip(), line.substring(line.indexOf(" = ") + 3).strip());
            } else {
                throw new IllegalArgumentException("neither a question nor something said of it: " + line);
            }
        }
        var sections = head.entrySet().stream().filter(it -> it.getKey().startsWith("section.")).map(it -> {
            var words = columns(it.getValue(), 2);
            return new Section(it.getKey().substring("section.".length()), words[0], words[1]);
        }).toList();
        var form = new Form(said(head, "code"), Integer.parseInt(said(head, "version")), LocalDate.parse(said(head, "since")), said(head, "name_en"), said(head, "name_zh"),
                said(head, "source_en"), said(head, "source_zh"), sections, questions.entrySet().stream().map(it -> question(it.getKey(), it.getValue())).toList(), sha256(text));
        form.mustFit();
        return form;
    }

    private static Question question(String code, Map<String, String> it) {
        try {
            var choices = choices(it);
            var weight = said(it, "weight");
            var kind = it.getOrDefault("kind", "choice").equals("choice") ? Kind.CHOICE : Kind.valueOf(it.get("kind").toUpperCase(Locale.ROOT));
            var scale = it.containsKey("scale") ? it.get("scale").split(" \\.\\. ") : new String[0];
            return new Question(code, said(it, "section"), said(it, "pillar"), kind, weight.matches("[0-9.]+") ? new BigDecimal(weight) : null, weight.equals("gate"), choices,
                    scale.length == 2 ? new BigDecimal(scale[0]) : null, scale.length == 2 ? new BigDecimal(scale[1]) : null, condition(it.get("when")),
                    it.containsKey("proof") ? Set.of(it.get("proof").split(" ")) : Set.of(), said(it, "clause"), said(it, "en"), said(it, "zh"), said(it, "why_en"), said(it, "why_zh"));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(code + ": " + e.getMessage(), e);
        }
    }

    private static List<Choice> choices(Map<String, String> it) {
        var choices = new ArrayList<Choice>();
        var shared = it.getOrDefault("choices", "").split(" ");
        choices.addAll(SHARED.getOrDefault(shared[0], List.of()));
        it.forEach((key, value) -> {
            if (key.startsWith("choice.")) {
                var columns = columns(value, 3);
                choices.add(choice(key.substring("choice.".length()), columns[0], columns[1], columns[2]));
            }
        });
        if (shared.length > 1 && shared[1].equals("na")) {
            choices.add(NOT_APPLICABLE);
        }
        return choices;
    }

    private static Choice choice(String code, String mark, String en, String zh) {
        return new Choice(code, mark.equals("-") ? null : new BigDecimal(mark), en, zh);
    }

    private static Question.@Nullable Condition condition(@Nullable String said) {
        if (said == null) {
            return null;
        }
        var parts = said.split(" is ");
        return new Question.Condition(parts[0].strip(), Set.of(parts[1].strip().split(" ")));
    }

    private static String said(Map<String, String> in, String key) {
        var value = in.get(key);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("no " + key);
        }
        return value;
    }

    private static String[] columns(String value, int count) {
        var columns = Arrays.stream(value.split("\\s\\|\\s")).map(String::strip).toArray(String[]::new);
        if (columns.length != count) {
            throw new IllegalArgumentException("not " + count + " columns: " + value);
        }
        return columns;
    }

    /** What a form must be before anybody is asked it. */
    private void mustFit() {
        var before = new HashSet<String>();
        for (var it : questions) {
            if (sections.stream().noneMatch(section -> section.code().equals(it.section()))) {
                throw new IllegalArgumentException(it.code() + ": no section " + it.section());
            }
            if (it.kind() == Kind.CHOICE && it.choices().size() < 2 || it.kind() == Kind.TEXT && it.scored()) {
                throw new IllegalArgumentException(it.code() + ": nothing to choose, or words with a weight");
            }
            if (!it.proof().stream().allMatch(value -> it.choice(value).isPresent())) {
                throw new IllegalArgumentException(it.code() + ": proof of an answer that cannot be given");
            }
            var when = it.when();
            // What a question depends on stands above it, so that nobody is asked in a circle.
            if (when != null && !before.contains(when.question())) {
                throw new IllegalArgumentException(it.code() + ": depends on " + when.question() + ", which does not stand above it");
            }
            before.add(it.code());
        }
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

    /** As a file that people send back bears it. */
    public String mark() {
        return code + " " + version;
    }

    public Optional<Question> question(String wanted) {
        return questions.stream().filter(it -> it.code().equals(wanted)).findFirst();
    }

    public List<Question> of(String section) {
        return questions.stream().filter(it -> it.section().equals(section)).toList();
    }

    public Set<String> pillars() {
        return questions.stream().filter(Question::scored).map(Question::pillar).collect(Collectors.toCollection(TreeSet::new));
    }
}
