package org.probity.formats.cmrt;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One dated edition of a reference list of smelters: who is who, under which names, and how each stands.
///
/// The list of the real world belongs to its owner and is not shipped. An operator loads it as CSV or out of an own copy of the form; what ships
/// is a fictional list for trying things out. Being listed is not being conformant: status is a matter of its own and NONE unless loaded.
public final class SmelterList {

    /// How a smelter stands in the assurance programme.
    public enum Status { ACTIVE, CONFORMANT, NONE }

    /// @param id as in `CID901001`
    /// @param aliases every name under which the list knows it, its own included
    public record Smelter(String id, Metal metal, String name, String country, String city, Status status, Set<String> aliases) {

        public Smelter {
            aliases = Collections.unmodifiableSet(new LinkedHashSet<>(aliases));
        }
    }

    /// What came of loading: lists by version, oldest first, or what is wrong with the file.
    public sealed interface Loading {

        record Loaded(List<SmelterList> lists) implements Loading {

            /// The newest of the file.
            public SmelterList newest() {
                return lists.getLast();
            }
        }

        record Faulty(List<Fault> faults) implements Loading {
        }

        /// @param line in the file, from 1; 0 for the whole file
        /// @param key under which the words are kept, e.g. `cmrt.list.column-missing`
        record Fault(int line, String key, List<Object> args) {
        }
    }

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final int MOST_FAULTS = 100;
    private static final List<String> REQUIRED = List.of("metal", "lookup_name", "standard_name", "country", "smelter_id");

    private final String version;
    private final LocalDate day;
    private final Map<String, Smelter> byId;
    private final Map<String, Smelter> byAlias = new HashMap<>();
    private final Map<String, String> oldIds;
    private final boolean statusLoaded;

    private SmelterList(String version, LocalDate day, Collection<Smelter> smelters, Map<String, String> oldIds) {
        this.version = version;
        this.day = day;
        this.oldIds = Map.copyOf(oldIds);
        Map<String, Smelter> ids = new LinkedHashMap<>();
        for (Smelter smelter : smelters) {
            ids.put(smelter.id() + smelter.metal(), smelter);
            for (String alias : smelter.aliases()) {
                byAlias.putIfAbsent(key(smelter.metal(), alias), smelter);
            }
        }
        byId = Collections.unmodifiableMap(ids);
        statusLoaded = ids.values().stream().anyMatch(s -> s.status() != Status.NONE);
    }

    /// A list on which nobody stands anywhere was loaded without status, and says nothing about it.
    boolean statusLoaded() {
        return statusLoaded;
    }

    /// The invented list this library brings along, in its newest edition.
    public static SmelterList fictional() {
        return fictionalEditions().getLast();
    }

    /// All editions of the invented list, oldest first; some smelters leave and some join between them.
    public static List<SmelterList> fictionalEditions() {
        return switch (parse(resource("fictional-smelters.csv"), "", LocalDate.EPOCH)) {
            case Loading.Loaded(List<SmelterList> lists) -> lists;
            case Loading.Faulty(List<Loading.Fault> faults) -> throw new IllegalStateException(faults.toString());
        };
    }

    static byte[] resource(String name) {
        try (InputStream in = SmelterList.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /// Loads a CSV file in UTF-8 whose first line names the columns, in any order: metal, lookup_name, standard_name, country, smelter_id,
    /// and if wanted city, status (active, conformant, none), version and day. A line stands for one name of one smelter.
    ///
    /// @param version and `day`: of the list, where the file has no such columns
    public static Loading parse(byte[] csv, String version, LocalDate day) {
        List<Loading.Fault> faults = new ArrayList<>();
        List<Csv.Line> lines = Csv.parse(new String(csv, StandardCharsets.UTF_8));
        if (lines.isEmpty()) {
            return new Loading.Faulty(List.of(new Loading.Fault(0, "cmrt.list.empty", List.of())));
        }
        Map<String, Integer> columns = columns(lines.getFirst());
        for (String required : REQUIRED) {
            if (!columns.containsKey(required)) {
                faults.add(new Loading.Fault(lines.getFirst().line(), "cmrt.list.column-missing", List.of(required)));
            }
        }
        if (!faults.isEmpty()) {
            return new Loading.Faulty(faults);
        }
        Map<String, Draft> drafts = new LinkedHashMap<>();
        for (Csv.Line line : lines.subList(1, lines.size())) {
            if (faults.size() >= MOST_FAULTS) {
                break;
            }
            parseLine(new Fields(line, columns), version, day, drafts, faults);
        }
        if (!faults.isEmpty()) {
            return new Loading.Faulty(List.copyOf(faults));
        }
        if (drafts.isEmpty()) {
            return new Loading.Faulty(List.of(new Loading.Fault(0, "cmrt.list.empty", List.of())));
        }
        return new Loading.Loaded(drafts.values().stream().map(Draft::list)
                .sorted((a, b) -> a.day.compareTo(b.day)).toList());
    }

    private record Fields(Csv.Line line, Map<String, Integer> columns) {

        String get(String column) {
            Integer at = columns.get(column);
            return at == null || at >= line.fields().size() ? "" : line.fields().get(at);
        }
    }

    private static Map<String, Integer> columns(Csv.Line header) {
        Map<String, Integer> columns = new HashMap<>();
        for (int i = 0; i < header.fields().size(); i++) {
            columns.putIfAbsent(header.fields().get(i).toLowerCase(Locale.ROOT), i);
        }
        return columns;
    }

    private static void parseLine(Fields fields, String version, LocalDate day, Map<String, Draft> drafts, List<Loading.Fault> faults) {
        int line = fields.line().line();
        Optional<Metal> metal = Metal.of(fields.get("metal"));
        if (metal.isEmpty()) {
            faults.add(new Loading.Fault(line, "cmrt.list.metal-unknown", List.of(fields.get("metal"))));
            return;
        }
        String written = fields.get("smelter_id");
        if (written.isEmpty()) {
            // The form's own list carries its lines "not listed" and "not yet identified" among the names; they name nobody.
            return;
        }
        Optional<String> id = SmelterRow.idIn(written).filter(i -> i.startsWith("CID"));
        if (id.isEmpty()) {
            faults.add(new Loading.Fault(line, "cmrt.list.id-malformed", List.of(written)));
            return;
        }
        String listVersion = fields.get("version").isEmpty() ? version : fields.get("version");
        LocalDate listDay = day;
        if (!fields.get("day").isEmpty()) {
            try {
                listDay = LocalDate.parse(fields.get("day"));
            } catch (DateTimeException e) {
                faults.add(new Loading.Fault(line, "cmrt.list.day-malformed", List.of(fields.get("day"))));
                return;
            }
        }
        Status status = switch (fields.get("status").toLowerCase(Locale.ROOT)) {
            case "", "none" -> Status.NONE;
            case "active" -> Status.ACTIVE;
            case "conformant" -> Status.CONFORMANT;
            default -> null;
        };
        if (status == null) {
            faults.add(new Loading.Fault(line, "cmrt.list.status-unknown", List.of(fields.get("status"))));
            return;
        }
        LocalDate dayOfList = listDay;
        drafts.computeIfAbsent(listVersion, v -> new Draft(listVersion, dayOfList))
                .add(metal.get(), id.get(), fields.get("lookup_name"), fields.get("standard_name"), fields.get("country"),
                        fields.get("city"), status);
    }

    /// A list while its lines are gathered.
    private static final class Draft {

        private final String version;
        private final LocalDate day;
        private final Map<String, Smelter> smelters = new LinkedHashMap<>();

        Draft(String version, LocalDate day) {
            this.version = version;
            this.day = day;
        }

        void add(Metal metal, String id, String alias, String name, String country, String city, Status status) {
            Set<String> names = new LinkedHashSet<>(List.of(name, alias));
            names.remove("");
            smelters.merge(id + metal, new Smelter(id, metal, name, country, city, status, names), (known, more) -> {
                names.addAll(known.aliases());
                return new Smelter(id, metal, known.name(), known.country(), known.city(), known.status(), names);
            });
        }

        SmelterList list() {
            return new SmelterList(version, day, smelters.values(), Map.of());
        }
    }

    /// Takes the list out of an operator's own copy of the form: its sheet "Smelter Look-up". The version is the form's.
    ///
    /// @param day from which the operator wants it to count; the form's own date is not read
    public static Loading fromWorkbook(byte[] form, LocalDate day) {
        try {
            Limits limits = Limits.standard();
            if (form.length > limits.fileBytes() || !Zip.looksLike(form)) {
                return new Loading.Faulty(List.of(new Loading.Fault(0, "cmrt.list.no-list-in-workbook", List.of())));
            }
            Extract extract = XlsxReader.read(form, limits, Set.of(Declaration.DECLARATION, Extract.LOOKUP));
            String version = Version.in(extract.at(Declaration.DECLARATION, Edition.REVISION_CELL).value()).map(Version::toString).orElse("");
            Draft draft = new Draft(version, day);
            extract.rows(Extract.LOOKUP, Edition.FIRST_SMELTER_ROW).forEach((row, cells) -> {
                Optional<Metal> metal = Metal.of(value(cells, "A"));
                Optional<String> id = SmelterRow.idIn(value(cells, "E"));
                if (metal.isPresent() && id.isPresent()) {
                    draft.add(metal.get(), id.get(), value(cells, "B"), value(cells, "C"), value(cells, "D"), value(cells, "H"), Status.NONE);
                }
            });
            return draft.smelters.isEmpty()
                    ? new Loading.Faulty(List.of(new Loading.Fault(0, "cmrt.list.no-list-in-workbook", List.of())))
                    : new Loading.Loaded(List.of(draft.list()));
        } catch (IOException unreadable) {
            return new Loading.Faulty(List.of(new Loading.Fault(0, "cmrt.list.no-list-in-workbook", List.of())));
        }
    }

    private static String value(Map<String, Cell> cells, String column) {
        Cell cell = cells.get(column);
        return cell == null ? "" : cell.value();
    }

    /// The same list with identifications from before 2014 (as in `4CHN005`) leading to today's.
    ///
    /// @param csv lines with an old id in one field and a CID in a later one; lines without both are passed over
    public SmelterList withOldIds(byte[] csv) {
        Map<String, String> ids = new HashMap<>(oldIds);
        for (Csv.Line line : Csv.parse(new String(csv, StandardCharsets.UTF_8))) {
            String old = null;
            for (String field : line.fields()) {
                if (field.matches("[1-4][A-Z]{3}[0-9]{3}")) {
                    old = field;
                } else if (old != null && field.matches("CID[0-9]{6}")) {
                    ids.put(old, field);
                }
            }
        }
        return new SmelterList(version, day, byId.values(), ids);
    }

    /// The same list with the standing of each smelter taken from elsewhere; who is not named there stands at NONE.
    public SmelterList withStatus(Map<String, Status> statusById) {
        return new SmelterList(version, day, byId.values().stream().map(s -> new Smelter(s.id(), s.metal(), s.name(), s.country(), s.city(),
                statusById.getOrDefault(s.id(), Status.NONE), s.aliases())).toList(), oldIds);
    }

    public String version() {
        return version;
    }

    public LocalDate day() {
        return day;
    }

    public Collection<Smelter> smelters() {
        return byId.values();
    }

    public List<Smelter> smelters(Metal metal) {
        return byId.values().stream().filter(s -> s.metal() == metal).toList();
    }

    /// The smelter with this id, whatever its metal; a few work more than one.
    public Optional<Smelter> find(String id) {
        String current = oldIds.getOrDefault(id, id);
        for (Metal metal : Metal.values()) {
            Smelter smelter = byId.get(current + metal);
            if (smelter != null) {
                return Optional.of(smelter);
            }
        }
        return Optional.empty();
    }

    public Optional<Smelter> find(String id, Metal metal) {
        return Optional.ofNullable(byId.get(oldIds.getOrDefault(id, id) + metal));
    }

    /// Exact: the form itself finds a smelter by metal and name joined. A name that is only similar finds nobody here.
    public Optional<Smelter> named(Metal metal, String alias) {
        return Optional.ofNullable(byAlias.get(key(metal, alias)));
    }

    /// Whom a row means: by its id if that is listed for the row's metal, else by its exact name. None when it claims an id that is not listed,
    /// whatever name stands beside it.
    public Optional<Smelter> resolve(SmelterRow row) {
        Optional<Metal> metal = row.metal();
        if (metal.isEmpty()) {
            return Optional.empty();
        }
        return row.claimedId().isPresent()
                ? find(row.claimedId().get(), metal.get())
                : named(metal.get(), row.lookup().isEmpty() || row.notListed() ? row.name() : row.lookup());
    }

    /// Today's id for an old one; other ids come back as they are.
    public String current(String id) {
        return oldIds.getOrDefault(id, id);
    }

    private static String key(Metal metal, @Nullable String alias) {
        return metal + "\n" + (alias == null ? "" : BLANKS.matcher(alias.strip()).replaceAll(" ").toLowerCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return "smelter list " + version + " of " + day + ", " + byId.size() + " smelters";
    }
}
