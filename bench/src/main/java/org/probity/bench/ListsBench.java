package org.probity.bench;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The pages that people open all day, at 10,000 suppliers who owe 1,000,000 papers: each is asked again and again by somebody signed in, from
/// the first byte sent to the last received. The floor is a page with nothing on it but the frame, of the same person in the same run. Before
/// that the suppliers come in as a file through the door for files (floor: the database alone taking them in), and after it a day begins on
/// which everything is judged (floor: the database alone finding what changes).
///
/// Arguments: `--quick` (a tenth of everything); `--home DIR` (the house is filled there the first time, and kept, so that lines can be asked in
/// parts); `--only WORDS,WORDS` (the lines whose name holds one of them, such as `--only portal,night`; `--only load` fills and asks nothing).
/// Ends with 0 when the goals are met, 1 when one is short, 2 when it could not run.
public final class ListsBench {
    private static final double PAGE_MS = 150;
    private static final double IMPORT_S = 30;
    private static final double NIGHT_S = 30;
    private static final String IMPORT = "/app/suppliers/import/suppliers";
    private static final Pattern BATCH = Pattern.compile("action=\"(" + IMPORT + "/[0-9a-f-]{36})\"");
    /** What every page carries besides what is on it. */
    private static final String FRAME = "/app/account";

    private record Asked(String name, String path) {}

    private final OpenHouse house;
    private final Connection db;
    private final List<String> only;
    private final int suppliers;
    private final int warm;
    private final int times;
    private boolean met = true;

    private ListsBench(OpenHouse house, Connection db, boolean quick, List<String> only) {
        this.house = house;
        this.db = db;
        this.only = only;
        this.suppliers = quick ? 1_000 : 10_000;
        this.warm = quick ? 15 : 30;
        this.times = quick ? 40 : 100;
    }

    public static void main(String[] args) throws Exception {
        System.exit(run(List.of(args).contains("--quick"), after("--home", args), after("--only", args)));
    }

    private static Optional<String> after(String option, String[] args) {
        var at = List.of(args).indexOf(option);
        if (at == args.length - 1) {
            throw new IllegalArgumentException(option + " wants a word after it");
        }
        return at < 0 ? Optional.empty() : Optional.of(args[at + 1]);
    }

    static int run(boolean quick, Optional<String> home, Optional<String> only) throws Exception {
        try (var house = home.isPresent() ? new OpenHouse(Path.of(home.get()), true) : new OpenHouse(); var db = house.asOfficer().database()) {
            return new ListsBench(house, db, quick, only.map(words -> List.of(words.split(","))).orElse(List.of(""))).run();
        }
    }

    private boolean wanted(String line) {
        return only.stream().anyMatch(line::contains);
    }

    private int run() throws Exception {
        var fill = new ManySuppliers(db, suppliers);
        if (!fill.done()) {
            bringIn();
            fill.all();
        }
        // What was filled in round the doors is found by the house as it finds what people write.
        while (count("SELECT count(*) FROM admission.kept") < count("SELECT count(*) FROM admission.dossier")) {
            Thread.sleep(100);
        }
        System.out.printf(Locale.ROOT, "# %d suppliers, %d obligations, %d places on the qualified list, %d proofs; JDK %s, %d processors, load %.1f%n",
                suppliers, count("SELECT count(*) FROM obligation.obligation"), count("SELECT count(*) FROM admission.dossier"),
                count("SELECT count(*) FROM admission.proof"), System.getProperty("java.version"), Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        var year = LocalDate.now().getYear();
        var late = "/app/minerals?state=late&year=" + year;
        pages("officer@helia.example", List.of(
                new Asked("register", "/app/suppliers"),
                new Asked("register, narrowed", "/app/suppliers?q=rui&category=glass&country=CN&state=current&sort=-name"),
                new Asked("register, its last page", "/app/suppliers?page=" + suppliers / 50),
                new Asked("a supplier", "/app/suppliers/" + fill.one()),
                new Asked("campaign of papers", "/app/minerals?year=" + year),
                new Asked("campaign, those late", late),
                new Asked("campaign, late with a name", late + "&q=rui"),
                new Asked("on the way to the list", "/app/admission"),
                new Asked("on the way, narrowed", "/app/admission?q=rui&category=wafer&stage=IN_REVIEW"),
                new Asked("qualified list", "/app/admission/qualified"),
                new Asked("qualified list, narrowed", "/app/admission/qualified?q=rui&category=glass"),
                new Asked("search by name", "/app/find?q=ruifeng"),
                new Asked("search by number", "/app/find?q=B-00042"),
                new Asked("desk, officer", "/app")));
        pages("buyer@helia.example", List.of(new Asked("desk, buyer", "/app")));
        pages("quality@helia.example", List.of(new Asked("desk, quality", "/app"), new Asked("campaign, quality", "/app/minerals?state=SENT_IN&year=" + year)));
        pages(ManySuppliers.CONTACT, List.of(new Asked("portal", "/app/portal")));
        if (wanted("night")) {
            night();
        }
        return met ? 0 : 1;
    }

    /** As whoever buys does it: the file is read and judged, then brought in. */
    private void bringIn() throws Exception {
        var file = ManySuppliers.file(suppliers);
        var started = System.nanoTime();
        var answer = house.upload(IMPORT, IMPORT, Map.of(), "suppliers.csv", file.getBytes(StandardCharsets.UTF_8));
        var found = BATCH.matcher(answer);
        if (!found.find()) {
            throw new IllegalStateException("the file was not taken: " + answer.lines().filter(line -> line.contains("supplier.")).limit(3).toList());
        }
        house.post(found.group(1), found.group(1), Map.of());
        var seconds = (System.nanoTime() - started) / 1e9;
        if (count("SELECT count(*) FROM supplier.supplier") != suppliers) {
            throw new IllegalStateException("not all suppliers came in");
        }
        say("import of " + suppliers + " suppliers, s", seconds, bareImport(), IMPORT_S);
    }

    private double bareImport() throws SQLException {
        db.setAutoCommit(false);
        var started = System.nanoTime();
        try (var insert = db.prepareStatement("INSERT INTO copied SELECT * FROM supplier.supplier"); var make = db.createStatement()) {
            make.execute("CREATE TEMPORARY TABLE copied (LIKE supplier.supplier INCLUDING ALL)");
            insert.execute();
        }
        var seconds = (System.nanoTime() - started) / 1e9;
        db.rollback();
        db.setAutoCommit(true);
        return seconds;
    }

    private void pages(String email, List<Asked> pages) throws Exception {
        var asked = pages.stream().filter(page -> wanted(page.name())).toList();
        if (asked.isEmpty()) {
            return;
        }
        house.as(email);
        var floor = p95(FRAME);
        for (var page : asked) {
            say(page.name() + ", ms p95", p95(page.path()), floor, PAGE_MS);
        }
    }

    private double p95(String path) throws Exception {
        for (var i = 0; i < warm; i++) {
            house.page(path);
        }
        var took = new double[times];
        for (var i = 0; i < times; i++) {
            var started = System.nanoTime();
            house.page(path);
            took[i] = (System.nanoTime() - started) / 1e6;
        }
        Arrays.sort(took);
        return took[(int) Math.ceil(times * .95) - 1];
    }

    private void night() throws Exception {
        house.asOfficer();
        ManySuppliers.renew(db);
        var started = System.nanoTime();
        count("SELECT count(*) FROM obligation.standing WHERE state = 'MET' AND valid_until < now()");
        var floor = (System.nanoTime() - started) / 1e9;
        var lapsed = count("SELECT count(*) FROM obligation.step WHERE state = 'LAPSED'");
        started = System.nanoTime();
        house.post("/app/time", "/app/time", Map.of("days", "1"));
        var seconds = (System.nanoTime() - started) / 1e9;
        if (count("SELECT count(*) FROM obligation.step WHERE state = 'LAPSED'") == lapsed) {
            throw new IllegalStateException("nothing was judged");
        }
        say("night: all judged for a new day, s", seconds, floor, NIGHT_S);
    }

    private void say(String what, double value, double floor, double goal) {
        var kept = value <= goal;
        met &= kept;
        System.out.printf(Locale.ROOT, "lists %s, %.2f, %.2f, %.1f, <= %.0f, %s%n", what, value, floor, value / floor, goal, kept ? "met" : "short");
    }

    private long count(String sql) throws SQLException {
        try (var statement = db.createStatement(); var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
