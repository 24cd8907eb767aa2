package org.probity.people.career;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.probity.formats.casecf.Casecf;
import org.probity.formats.casecf.Framework;
import org.probity.formats.casecf.Framework.Association;
import org.probity.formats.casecf.Framework.Document;
import org.probity.formats.casecf.Framework.Rubric;
import org.probity.formats.casecf.Json;
import org.probity.formats.casecf.Limits;
import org.probity.formats.casecf.Reading;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.reading.KeptFiles;
import org.probity.house.reading.Readers;
import org.probity.house.settings.Company;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Lang;
import org.probity.people.career.Draft.Said;
import org.springframework.stereotype.Service;

/**
 * Standards as frameworks in CASE: out for whoever wants one, in as the next version of a track's standard, by two as always. The standard is the document,
 * an item is an item whose code is its coding scheme and whose part is its type, and what levels ask is a rubric; Chinese stands in the alternative label
 * of an item and in the feedback of a level, because CASE has one language a framework.
 */
@Service
public class Frameworks {
    static final int ITEMS_MOST = 200;
    static final int TITLE_LONGEST = 1_000;
    static final int WORDS_LONGEST = 4_000;
    private static final int CODE_LONGEST = 40;

    private final Register register;
    private final Editions editions;
    private final Readers readers;
    private final Company company;

    Frameworks(Register register, Editions editions, Readers readers, Company company) {
        this.register = register;
        this.editions = editions;
        this.readers = readers;
        this.company = company;
    }

    /** The standard in force as a file in CASE 1.0. */
    Optional<byte[]> out(String track) {
        return register.track(track).flatMap(it -> register.standard(track).map(standard -> Casecf.write(framework(it, standard), Framework.Version.V1_0)));
    }

    private Framework framework(Register.Track track, Standard standard) {
        var changed = standard.fromDay().atStartOfDay().atOffset(ZoneOffset.UTC).toString();
        var uri = "urn:uuid:" + standard.standard();
        var items = new ArrayList<Framework.Item>();
        var ties = new ArrayList<Association>();
        var criteria = new ArrayList<Rubric.Criterion>();
        for (var it : standard.items()) {
            var id = it.id().toString();
            items.add(Framework.Item.of(id, "urn:uuid:" + id, it.titleEn(), it.code(), it.part().name(), it.titleZh(), it.levels().keySet().stream().map(String::valueOf).toList(), changed));
            var tie = UUID.nameUUIDFromBytes((standard.standard() + " " + id).getBytes(StandardCharsets.UTF_8)).toString();
            ties.add(Association.of(tie, "urn:uuid:" + tie, Association.CHILD, id, "urn:uuid:" + id, standard.standard().toString(), uri, ties.size() + 1, changed));
            criteria.add(new Rubric.Criterion(id, it.levels().keySet().stream()
                    .map(level -> new Rubric.Level(track.ladder().name() + level, it.words(level, Lang.EN), it.words(level, Lang.ZH))).toList()));
        }
        var rubric = UUID.nameUUIDFromBytes(("rubric " + standard.standard()).getBytes(StandardCharsets.UTF_8)).toString();
        return new Framework(Framework.Version.V1_0, Document.of(standard.standard().toString(), uri, standard.titleEn(), company.in(Lang.EN), "en", standard.titleZh(), changed), items, ties,
                List.of(Rubric.of(rubric, "urn:uuid:" + rubric, standard.titleEn(), criteria, changed)), new Json.Obj(new LinkedHashMap<>()));
    }

    /**
     * Reads a framework in a process of its own and puts it before a second person as the next version of the track's standard.
     *
     * <p>Refusals: {@code career.not-yours}; {@code career.file-missing}; {@code career.track-unknown}; {@code career.readers-busy};
     * {@code career.unreadable...} with the reason; {@code career.framework-empty}; {@code career.framework-big}; {@code career.framework-item} an item without
     * words, or with too many; {@code career.framework-code} two items have a code; those of {@link Editions#propose}.
     */
    Answer<UUID> bring(String name, byte[] file, String code, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "career.not-yours");
        }
        if (file.length == 0) {
            return Answer.refused("file", "career.file-missing");
        }
        var track = register.track(code);
        if (track.isEmpty()) {
            return Answer.refused("track", "career.track-unknown");
        }
        return switch (readers.with(KeptFiles.PATIENCE, worker -> worker.readFramework(file, Limits.standard())).orElse(null)) {
            case null -> Answer.refused("file", "career.readers-busy");
            case Reading.Unreadable unreadable -> Answer.refused("file", "career.unreadable." + unreadable.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'), unreadable.args().stream().map(String::valueOf).toArray());
            case Reading.Read(var framework) -> draft(track.get(), framework).isEmpty() ? refusal(framework)
                    : editions.propose(new Draft(name.length() > 300 ? name.substring(0, 300) : name, List.of(), List.of(draft(track.get(), framework).get())), by);
        };
    }

    /** What stands in the way of making a standard of it. */
    private static Answer<UUID> refusal(Framework framework) {
        var items = framework.leaves();
        if (items.isEmpty()) {
            return Answer.refused("file", "career.framework-empty");
        }
        if (items.size() > ITEMS_MOST) {
            return Answer.refused("file", "career.framework-big", ITEMS_MOST);
        }
        return items.stream().filter(it -> !fits(framework, it)).findFirst().map(it -> Answer.<UUID>refused("file", "career.framework-item", it.identifier()))
                .orElseGet(() -> Answer.refused("file", "career.framework-code"));
    }

    private static boolean fits(Framework framework, Framework.Item it) {
        return !it.statement().isBlank() && it.statement().length() <= TITLE_LONGEST && it.label().length() <= TITLE_LONGEST && it.code().length() <= CODE_LONGEST
                && framework.levels(it).stream().flatMap(criterion -> criterion.levels().stream())
                        .allMatch(level -> level.description().length() <= WORDS_LONGEST && level.feedback().length() <= WORDS_LONGEST);
    }

    /**
     * A framework of anybody as a standard: leaves of its tree become items. Where no rubric says what levels ask, an item asks the same of each level it
     * names; where it names none, it is asked from the first level on.
     */
    static Optional<Draft.Standard> draft(Register.Track track, Framework framework) {
        var leaves = framework.leaves();
        if (leaves.isEmpty() || leaves.size() > ITEMS_MOST || leaves.stream().anyMatch(it -> !fits(framework, it))) {
            return Optional.empty();
        }
        var items = new ArrayList<Draft.Item>();
        for (var i = 0; i < leaves.size(); i++) {
            var it = leaves.get(i);
            var levels = levels(framework, it);
            items.add(new Draft.Item(it.code().isBlank() ? "I" + (i + 1) : it.code().strip(), part(it.type()), levels.firstKey(), said(it.statement(), it.label()), levels));
        }
        if (items.stream().map(Draft.Item::code).distinct().count() < items.size()) {
            return Optional.empty();
        }
        var title = framework.document().title();
        var words = title.isBlank() ? track.nameEn() : title.length() > 300 ? title.substring(0, 300) : title;
        var notes = framework.document().notes();
        return Optional.of(new Draft.Standard(track.code(), said(words, notes.length() > 300 ? "" : notes), items));
    }

    private static TreeMap<Integer, Said> levels(Framework framework, Framework.Item it) {
        var levels = new TreeMap<Integer, Said>();
        framework.levels(it).ifPresent(criterion -> IntStream.range(0, criterion.levels().size()).forEach(n -> {
            var level = criterion.levels().get(n);
            number(level.quality()).or(() -> Optional.of(n + 1)).filter(no -> no >= 1 && no <= 9 && !level.description().isBlank())
                    .ifPresent(no -> levels.put(no, said(level.description(), level.feedback())));
        }));
        if (levels.isEmpty()) {
            it.levels().stream().flatMap(level -> number(level).stream()).filter(no -> no >= 1 && no <= 9).forEach(no -> levels.put(no, said(it.statement(), it.label())));
        }
        if (levels.isEmpty()) {
            levels.put(1, said(it.statement(), it.label()));
        }
        return levels;
    }

    /** The number in P4, M2, 06. */
    private static Optional<Integer> number(String words) {
        var digits = words.strip().replaceFirst("^[PM]", "");
        return digits.matches("[0-9]{1,2}") ? Optional.of(Integer.valueOf(digits)) : Optional.empty();
    }

    private static Part part(String type) {
        return Arrays.stream(Part.values()).filter(it -> it.name().equalsIgnoreCase(type.strip())).findFirst().orElse(Part.KNOWLEDGE);
    }

    private static Said said(String words, String other) {
        return new Said(words.strip(), other.isBlank() ? words.strip() : other.strip());
    }
}
