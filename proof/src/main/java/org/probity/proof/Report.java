package org.probity.proof;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.TreeMap;

/**
 * What a report says of itself before any figure: {@code report.json} without the hashes.
 *
 * @param key stays the same over all editions
 * @param decidedBy the persons without whom it would not have been published; at least two
 * @param log the key that signs the log's checkpoints; its name is the log's origin
 * @param witnesses the keys that may cosign; a signature by any other key makes a package refused
 * @param population up to which number of each class and year of the log this edition knows
 */
public record Report(String key, int edition, Words title, Words company, Period period, Instant publishedAt, List<DecidedBy> decidedBy,
        VerifierKey log, List<VerifierKey> witnesses, List<Population> population, Optional<Previous> previous) {

    /** Figures alone; words of a report had no place yet. */
    static final String FIGURES_ALONE = "probity-package/1";
    static final String WITH_WORDS = "probity-package/2";
    static final String KEY = "[a-z0-9]+(-[a-z0-9]+)*";
    /** Class of the log entries that publications leave. */
    public static final String PUBLICATION = "publication";

    /** @param account a pseudonym; the log can resolve it for those who may know */
    public record DecidedBy(String role, String account, Instant at) {}

    /** @param index of the entry that has the number {@code last} */
    public record Population(String kind, int year, long last, long index) {}

    public enum Cause {
        ERROR("error"), METHOD("method"), BOUNDARY("boundary"), LATE_DATA("late-data"), ESTIMATE_REPLACED("estimate-replaced"),
        /** The figures stand; something was said wrongly or badly. */
        WORDS("words");

        final String word;

        Cause(String word) {
            this.word = word;
        }
    }

    /**
     * The edition before this one, and what changed.
     *
     * @param index of its publication's entry in the log
     * @param publication what that entry committed to
     * @param words passages that were worded otherwise
     */
    public record Previous(long index, Commitment.Opening publication, Cause cause, Words reason, List<Difference> differences,
            List<ReportWords.Change> words) {}

    /** A figure whose value or rows are not those of the edition before. */
    public record Difference(String figure, List<RowChange> rows) {}

    /** A row that came, went or changed; {@code before} and {@code after} are what the fold reads of it. */
    public record RowChange(String code, Optional<Facts> before, Optional<Facts> after) {

        String word() {
            return before.isEmpty() ? "added" : after.isEmpty() ? "removed" : "changed";
        }

        Json.Obj json() {
            Json.Obj json = Json.object("change", word(), "code", code);
            json = before.isEmpty() ? json : json.with("before", before.get().addTo(Json.object()));
            return after.isEmpty() ? json : json.with("after", after.get().addTo(Json.object()));
        }
    }

    public Report {
        decidedBy = List.copyOf(decidedBy);
        witnesses = List.copyOf(witnesses);
        population = List.copyOf(population);
    }

    Json.Obj json(List<String> figures, Map<String, Hash> files, Map<String, Map<String, Hash>> levels, Optional<Json> previousJson) {
        Json.Obj json = Json.object("company", company.json(),
                "decidedBy", decidedBy.stream().map(one -> Json.object("account", one.account, "at", one.at, "role", one.role)).toList(),
                "edition", edition, "figures", figures, "files", files, "format", files.containsKey(ReportWords.FILE) ? WITH_WORDS : FIGURES_ALONE, "key", key, "levels", levels,
                "log", Json.object("origin", log.name(), "vkey", log.vkey(), "witnesses", witnesses.stream().map(VerifierKey::vkey).toList()),
                "period", period.json(),
                "population", population.stream().map(one -> Json.object("class", one.kind, "index", one.index, "last", one.last,
                        "year", one.year)).toList(),
                "publishedAt", publishedAt, "title", title.json());
        return previousJson.isEmpty() ? json : json.with("previous", previousJson.get());
    }

    /** {@code report.json} as it was read. */
    record Sealed(Report report, boolean withWords, SequencedSet<String> figures, Map<String, Hash> files, Map<String, Map<String, Hash>> levels,
            Optional<Json> previous) {

        static Sealed from(Json json) {
            Fields fields = Fields.of(json, "report");
            String format = fields.text("format");
            if (!format.equals(FIGURES_ALONE) && !format.equals(WITH_WORDS)) {
                throw fields.wrong("format", "is neither " + FIGURES_ALONE + " nor " + WITH_WORDS);
            }
            List<DecidedBy> decidedBy = new ArrayList<>();
            for (Json item : fields.list("decidedBy")) {
                Fields one = Fields.of(item, "decidedBy");
                decidedBy.add(new DecidedBy(one.text("role"), one.text("account"), one.instant("at")));
                one.noOthers();
            }
            SequencedSet<String> figures = new LinkedHashSet<>();
            for (Json item : fields.list("figures")) {
                if (!(item instanceof Json.Str(String key) && key.matches(KEY) && figures.add(key))) {
                    throw fields.wrong("figures", "holds something other than different keys");
                }
            }
            List<Population> population = new ArrayList<>();
            for (Json item : fields.list("population")) {
                Fields one = Fields.of(item, "population");
                population.add(new Population(one.text("class"), (int) Math.min(one.whole("year"), 9999), one.whole("last"), one.whole("index")));
                one.noOthers();
            }
            Fields log = fields.object("log");
            VerifierKey key = VerifierKey.parse(log.text("vkey"));
            List<VerifierKey> witnesses = new ArrayList<>();
            for (Json item : log.list("witnesses")) {
                witnesses.add(VerifierKey.parse(item instanceof Json.Str(String vkey) ? vkey : ""));
            }
            if (!log.text("origin").equals(key.name()) || key.kind() != VerifierKey.Kind.NOTE
                    || witnesses.stream().anyMatch(witness -> witness.kind() != VerifierKey.Kind.COSIGNATURE)) {
                throw log.wrong("vkey", "is no key of this log, or a witness's key is no witness's");
            }
            log.noOthers();
            Map<String, Map<String, Hash>> levels = new TreeMap<>();
            fields.object("levels").members().forEach((level, files) -> levels.put(level, hashes(Fields.of(files, "levels"))));
            long edition = fields.whole("edition");
            if (edition < 1 || edition > 100_000 || !fields.text("key").matches(KEY)) {
                throw fields.wrong("edition", "or key out of range");
            }
            Sealed sealed = new Sealed(new Report(fields.text("key"), (int) edition, fields.words("title"), fields.words("company"),
                    Period.from(fields.object("period")), fields.instant("publishedAt"), decidedBy, key, witnesses, population, Optional.empty()),
                    format.equals(WITH_WORDS), figures, hashes(fields.object("files")), levels, fields.has("previous") ? Optional.of(fields.any("previous")) : Optional.empty());
            fields.noOthers();
            return sealed;
        }

        private static Map<String, Hash> hashes(Fields fields) {
            Map<String, Hash> hashes = new TreeMap<>();
            for (String name : fields.members().keySet()) {
                hashes.put(name, fields.hash(name));
            }
            return hashes;
        }
    }
}
