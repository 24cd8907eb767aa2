package org.probity.supply.screening;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Spreadsheet;
import org.probity.screen.ListFile;
import org.probity.screen.ListReading;
import org.probity.screen.ListSource;
import org.probity.screen.Party;
import org.probity.shapes.evidence.Evidence;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The lists that suppliers are looked for on, in all their versions. */
@Service
public class WatchLists {
    /** A file as it was sent. @param part which of the list's files, as {@link ListSource#files} calls it */
    public record Sent(String part, String name, byte[] bytes) {}

    private record Drawn(UUID id, UUID list, String label, LocalDate day, int basedOn) {}

    /** The highest likeness that one person may ask for when they open a list. */
    private static final int BAR_OPENED = 900;
    private static final int SHOWN_GOING = 12;

    private final JdbcClient db;
    private final Evidence evidence;
    private final TransactionTemplate transaction;
    private final StoredEntries entries;
    private final Runs runs;
    private final Log log;
    private final Clock clock;

    WatchLists(JdbcClient db, Evidence evidence, TransactionTemplate transaction, StoredEntries entries, Runs runs, Log log, Clock clock) {
        this.db = db;
        this.evidence = evidence;
        this.transaction = transaction;
        this.entries = entries;
        this.runs = runs;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Opens a list; it holds nothing until a version is loaded. One person opens it, so it warns or stops, and alerts at {@value #BAR_OPENED} thousandths at
     * the latest; what is milder is said by two ({@link ListSettings}).
     *
     * <p>Refusals: {@code screening.code-wrong}; {@code screening.code-taken}; {@code screening.name-missing}; {@code screening.bar-wrong};
     * {@code screening.opened-mild}.
     */
    @Transactional
    public Answer<UUID> open(String code, ListSource source, String nameEn, String nameZh, int bar, String verdict, Me by) {
        if (!code.matches("[a-z0-9][a-z0-9-]{0,39}")) {
            return Answer.refused("code", "screening.code-wrong");
        }
        if (nameEn.isBlank() || nameZh.isBlank()) {
            return Answer.refused(nameEn.isBlank() ? "nameEn" : "nameZh", "screening.name-missing");
        }
        if (bar < ListSettings.BAR_LEAST || bar > 1000) {
            return Answer.refused("bar", "screening.bar-wrong");
        }
        if (bar > BAR_OPENED || verdictOf(verdict) == WatchList.Verdict.NONE) {
            return Answer.refused(bar > BAR_OPENED ? "bar" : "verdict", "screening.opened-mild", BAR_OPENED / 10);
        }
        return db.sql("""
                WITH opened AS (
                    INSERT INTO screening.list (id, code, source, name_en, name_zh, bar, verdict, opened_by, opened_at)
                    VALUES (:id, :code, :source, :nameEn, :nameZh, :bar, :verdict, :by, :at)
                    ON CONFLICT (code) DO NOTHING
                    RETURNING id, bar, verdict, opened_at
                ), said AS (
                    INSERT INTO screening.setting (id, list, from_day, bar, verdict, in_force_at)
                    SELECT gen_random_uuid(), id, :today, bar, verdict, opened_at FROM opened
                )
                SELECT id FROM opened
                """)
                .param("today", today()).param("id", UUID.randomUUID()).param("code", code).param("source", source.name()).param("nameEn", nameEn.strip()).param("nameZh", nameZh.strip())
                .param("bar", bar).param("verdict", verdictOf(verdict).name()).param("by", by.account()).param("at", now())
                .query(UUID.class).optional()
                .map(Answer::done).orElseGet(() -> Answer.refused("code", "screening.code-taken", code));
    }

    static WatchList.Verdict verdictOf(String typed) {
        return switch (typed) {
            case "STOP" -> WatchList.Verdict.STOP;
            case "NONE" -> WatchList.Verdict.NONE;
            default -> WatchList.Verdict.WARN;
        };
    }

    /**
     * Reads the files of a new version, keeps them and says what taking it would change. Nothing is in force by it.
     *
     * <p>Refusals: {@code screening.list-unknown}; {@code screening.label-missing}; {@code screening.label-taken}; {@code screening.day-far}
     * (more than a year away from today); {@code screening.unreadable.*} what the reader says, with file and line, one for each of its faults; what
     * {@link Spreadsheet} says of a workbook that is none.
     */
    public Answer<WatchList.Preview> draw(UUID list, List<Sent> files, String label, LocalDate day, Me by) {
        var found = find(list);
        if (found.isEmpty()) {
            return Answer.refused("", "screening.list-unknown");
        }
        if (label.isBlank()) {
            return Answer.refused("label", "screening.label-missing");
        }
        if (versions(list).stream().anyMatch(it -> it.label().equals(label.strip()))) {
            return Answer.refused("label", "screening.label-taken", label.strip());
        }
        if (day.isBefore(today().minusYears(1)) || day.isAfter(today().plusYears(1))) {
            return Answer.refused("day", "screening.day-far");
        }
        var bytes = new HashMap<String, byte[]>();
        try {
            for (var file : files) {
                bytes.put(file.part(), ListText.of(file.bytes()));
            }
        } catch (Spreadsheet.Unreadable unreadable) {
            return Answer.refused("file", unreadable.key);
        }
        return switch (ListFile.read(found.get().source(), bytes)) {
            case ListReading.Refused(var file, var line, var fault, var detail) ->
                    Answer.refused(file, "screening.unreadable." + fault.name().toLowerCase(Locale.ROOT).replace('_', '-'), file, line, detail);
            case ListReading.Read(var parties) -> Objects.requireNonNull(transaction.execute(status ->
                    Answer.done(preview(keep(new Drawn(UUID.randomUUID(), list, label.strip(), day, last(list)), files, by), found.get(), parties))));
        };
    }

    private Drawn keep(Drawn draft, List<Sent> files, Me by) {
        db.sql("""
                INSERT INTO screening.draft (id, list, label, day, based_on, drawn_by, drawn_at)
                VALUES (:id, :list, :label, :day, :based, :by, :at)
                """)
                .param("id", draft.id()).param("list", draft.list()).param("label", draft.label()).param("day", draft.day()).param("based", draft.basedOn())
                .param("by", by.account()).param("at", now())
                .update();
        for (var file : files) {
            var kept = evidence.keep(file.name(), "application/octet-stream", file.bytes(), by.account());
            db.sql("INSERT INTO screening.draft_file (draft, part, evidence) VALUES (:draft, :part, :evidence)")
                    .param("draft", draft.id()).param("part", file.part()).param("evidence", kept.id())
                    .update();
        }
        return draft;
    }

    /** What a draft would change, as things are now. */
    Optional<WatchList.Preview> preview(UUID draft) {
        return drawn(draft).flatMap(it -> switch (read(it)) {
            case ListReading.Read(var parties) -> Optional.of(preview(it, find(it.list()).orElseThrow(), parties));
            case ListReading.Refused refused -> Optional.empty();
        });
    }

    private ListReading read(Drawn draft) {
        var files = new HashMap<String, byte[]>();
        db.sql("SELECT part, evidence FROM screening.draft_file WHERE draft = :draft").param("draft", draft.id())
                .query((row, n) -> Map.entry(row.getString(1), row.getObject(2, UUID.class))).list()
                .forEach(it -> files.put(it.getKey(), ListText.again(evidence.bytes(evidence.find(it.getValue()).orElseThrow()))));
        return ListFile.read(find(draft.list()).orElseThrow().source(), files);
    }

    private WatchList.Preview preview(Drawn draft, WatchList list, List<Party> parties) {
        var stored = entries.now(list.id());
        var came = 0;
        var changed = 0;
        for (var party : parties) {
            var before = stored.remove(party.id());
            came += before == null ? 1 : 0;
            changed += before != null && !before.sha256().equals(Entries.hash(Entries.content(party))) ? 1 : 0;
        }
        var going = stored.values().stream().limit(SHOWN_GOING).map(it -> Entries.party(it.code(), it.content()).name()).toList();
        return new WatchList.Preview(draft.id(), list, draft.label(), draft.day(), parties.size(), came, stored.size(), changed,
                parties.size() - came + stored.size(), going);
    }

    /**
     * Takes a draft: from its day on it is the list in force, and everybody is looked for again.
     *
     * <p>Refusals: {@code screening.draft-unknown}; {@code screening.draft-overtaken} another version was taken since it was shown;
     * {@code screening.shrink-unconfirmed} more than a tenth of the entries would go, and nobody said that this is meant (half a file looks like that);
     * {@code screening.day-before} the version before it begins later.
     */
    public Answer<UUID> take(UUID draft, boolean shrinkMeant, Me by) {
        var drawn = drawn(draft);
        if (drawn.isEmpty()) {
            return Answer.refused("", "screening.draft-unknown");
        }
        var parties = ((ListReading.Read) read(drawn.get())).parties();
        return Objects.requireNonNull(transaction.execute(status -> take(drawn.get(), parties, shrinkMeant, by)));
    }

    private Answer<UUID> take(Drawn it, List<Party> parties, boolean shrinkMeant, Me by) {
        db.sql("SELECT FROM screening.list WHERE id = :list FOR UPDATE").param("list", it.list()).query((row, n) -> row).single();
        if (last(it.list()) != it.basedOn()) {
            return Answer.refused("", "screening.draft-overtaken");
        }
        if (versions(it.list()).stream().findFirst().filter(before -> before.day().isAfter(it.day())).isPresent()) {
            return Answer.refused("", "screening.day-before");
        }
        var preview = preview(it, find(it.list()).orElseThrow(), parties);
        if (preview.shrinks() && !shrinkMeant) {
            return Answer.refused("shrinkMeant", "screening.shrink-unconfirmed", preview.went(), preview.before());
        }
        var no = it.basedOn() + 1;
        var version = UUID.randomUUID();
        var record = log.record("screening.list-version", today(), Map.of("list", it.list().toString(), "version", version.toString(), "no", no,
                "day", it.day(), "entries", preview.entries(), "came", preview.came(), "went", preview.went(), "changed", preview.changed(),
                "files", hashes(it.id())));
        db.sql("""
                INSERT INTO screening.version (id, list, no, label, day, entries, came, went, changed, draft, loaded_by, loaded_at, record)
                VALUES (:id, :list, :no, :label, :day, :entries, :came, :went, :changed, :draft, :by, :at, :record)
                """)
                .param("id", version).param("list", it.list()).param("no", no).param("label", it.label()).param("day", it.day())
                .param("entries", preview.entries()).param("came", preview.came()).param("went", preview.went()).param("changed", preview.changed())
                .param("draft", it.id()).param("by", by.account()).param("at", now()).param("record", record)
                .update();
        entries.store(it.list(), no, parties);
        if (!it.day().isAfter(today())) {
            runs.ofVersion(version, Run.Cause.VERSION, by);
        }
        return Answer.done(version);
    }

    private String hashes(UUID draft) {
        return String.join(" ", db.sql("""
                SELECT part || ':' || encode(item.sha256, 'hex')
                  FROM screening.draft_file
                  JOIN evidence.item ON item.id = draft_file.evidence
                 WHERE draft = :draft
                 ORDER BY part
                """)
                .param("draft", draft).query(String.class).list());
    }

    private Optional<Drawn> drawn(UUID draft) {
        return db.sql("SELECT id, list, label, day, based_on FROM screening.draft WHERE id = :id").param("id", draft).query(Drawn.class).optional();
    }

    private int last(UUID list) {
        return db.sql("SELECT coalesce(max(no), 0) FROM screening.version WHERE list = :list").param("list", list).query(Integer.class).single();
    }

    Optional<WatchList> find(UUID list) {
        return db.sql("SELECT id, code, source, name_en, name_zh, bar, verdict FROM screening.list WHERE id = :id").param("id", list)
                .query(WatchList.class).optional();
    }

    /** The list of a short name, which must be there. */
    public UUID named(String code) {
        return db.sql("SELECT id FROM screening.list WHERE code = :code").param("code", code).query(UUID.class).single();
    }

    /** The versions of a list, newest first. */
    public List<WatchList.Version> versions(UUID list) {
        return db.sql("""
                SELECT id, list, no, label, day, entries, came, went, changed, draft, loaded_by, loaded_at, record
                  FROM screening.version
                 WHERE list = :list
                 ORDER BY no DESC
                """)
                .param("list", list).query(WatchList.Version.class).list();
    }

    /** The version that holds today. */
    Optional<WatchList.Version> now(UUID list) {
        return versions(list).stream().filter(it -> !it.day().isAfter(today())).findFirst();
    }

    List<WatchList.Held> all() {
        return db.sql("SELECT id, code, source, name_en, name_zh, bar, verdict FROM screening.list ORDER BY code").query(WatchList.class).list().stream()
                .map(it -> new WatchList.Held(it, now(it.id()).orElse(null), versions(it.id()).size())).toList();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
