package org.probity.demo;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.probity.house.access.DemoPeople;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.directory.Passes;
import org.probity.house.ui.Answer;
import org.probity.people.career.Applications;
import org.probity.people.career.Choices;
import org.probity.people.career.Editions;
import org.probity.people.career.Matches;
import org.probity.people.career.Moves;
import org.probity.people.career.Panels;
import org.probity.people.career.Proofs;
import org.probity.people.career.Seats;
import org.probity.people.career.Placements;
import org.probity.people.career.Rotation;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.shapes.figure.Figures;
import org.probity.shapes.figure.StatedTotals;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How the invented company brought its standards into force, placed its people, and certified some of them by panels of three, and let some change posts. */
@Component
@ConditionalOnBooleanProperty("probity.demo")
@Order(80)
class CareerTale implements Tale {
    /** The end of a unit's code, and the track its people begin on. */
    private static final Map<String, String> TRACKS = Map.ofEntries(Map.entry("TEX", "MFG-TEX"), Map.entry("DIF", "MFG-DIF"), Map.entry("COA", "MFG-COA"), Map.entry("PRT", "MFG-PRT"),
            Map.entry("TST", "MFG-TST"), Map.entry("QOP", "QOP-PRO"), Map.entry("PRC", "PRC-WET"), Map.entry("EQP", "EQP-MNT"), Map.entry("EHS", "EHS-SAF"), Map.entry("LOG", "LOG-WHS"),
            Map.entry("PUR", "SUP-SIT"), Map.entry("HRD", "HRD-REC"), Map.entry("FIN", "FIN-ACC"), Map.entry("RSP", "SUP-RSP"), Map.entry("IPR", "SUP-SIL"), Map.entry("DSC", "LEG-DIS"),
            Map.entry("LEG", "LEG-LAW"), Map.entry("AUD", "LEG-AUD"), Map.entry("RND", "RND-CEL"), Map.entry("ITD", "ITD-DEV"));
    /** Whoever operates a line, and one in three of the others, was placed by the first file. */
    private static final Set<String> LINES = Set.of("MFG-TEX", "MFG-DIF", "MFG-COA", "MFG-PRT", "MFG-TST");
    private static final int CERTIFIED_A_YEAR = 12;
    private static final String REN_JIE = "100009";

    private final DemoPeople people;
    private final Directory directory;
    private final Passes passes;
    private final Editions editions;
    private final Placements placements;
    private final Applications applications;
    private final Proofs proofs;
    private final Seats seats;
    private final Panels panels;
    private final Rotation rotation;
    private final Choices choices;
    private final Matches matches;
    private final Moves moves;
    private final Figures figures;
    private final StatedTotals totals;
    private final JdbcClient db;

    CareerTale(DemoPeople people, Directory directory, Passes passes, Editions editions, Placements placements, Applications applications, Proofs proofs, Seats seats, Panels panels,
            Rotation rotation, Choices choices, Matches matches, Moves moves, Figures figures, StatedTotals totals, JdbcClient db) {
        this.people = people;
        this.directory = directory;
        this.passes = passes;
        this.editions = editions;
        this.placements = placements;
        this.applications = applications;
        this.proofs = proofs;
        this.seats = seats;
        this.panels = panels;
        this.rotation = rotation;
        this.choices = choices;
        this.matches = matches;
        this.moves = moves;
        this.figures = figures;
        this.totals = totals;
        this.db = db;
    }

    @Override
    public List<Chapter> chapters(Years years) {
        var story = new ArrayList<Chapter>();
        tell(story, years, LocalDate.of(years.last(), 2, 3), "career standards", this::standards);
        for (var year : List.of(years.last(), years.current())) {
            tell(story, years, LocalDate.of(year, 2, 5), "career minutes " + year, () -> minutes(year));
        }
        tell(story, years, LocalDate.of(years.last(), 3, 10), "career placing", () -> place(years.last()));
        for (var year : List.of(years.last(), years.current())) {
            for (var no = 0; no < CERTIFIED_A_YEAR; no++) {
                var turn = no;
                tell(story, years, LocalDate.of(year, 4 + no / 2, 6 + no % 2 * 14), "career panel " + year + " " + (no + 1), () -> certify(years.last(), year - years.last(), turn));
            }
        }
        tell(story, years, LocalDate.of(years.current(), 9, 8), "career panel of an operator", () -> certify(REN_JIE, "MFG-PRT", 2, Map.of("K1", 1)));
        var year = years.current();
        tell(story, years, LocalDate.of(year, 2, 2), "rotation opened", () -> open(year));
        tell(story, years, LocalDate.of(year, 2, 10), "rotation chosen", () -> choose(years.last()));
        tell(story, years, LocalDate.of(year, 2, 23), "rotation matched", this::match);
        tell(story, years, LocalDate.of(year, 3, 4), "rotation released", () -> release(LocalDate.of(year, 4, 10)));
        tell(story, years, LocalDate.of(year, 4, 13), "rotation moved", () -> move(LocalDate.of(year, 4, 13)));
        tell(story, years, LocalDate.of(year, 11, 2), "rotation of autumn", () -> openAgain(year));
        return story;
    }

    private static void tell(List<Chapter> story, Years years, LocalDate day, String name, Runnable act) {
        if (day.isBefore(years.today())) {
            story.add(Chapter.on(day, name, act));
        }
    }

    /** The talent committee's minutes count tracks and standards once a year. */
    private void minutes(int year) {
        DemoStory.done(totals.state(figures.find("career-tracks").orElseThrow(), year, "59", "Minutes of the talent committee of February " + year, people.the(Role.HR)));
        DemoStory.done(totals.state(figures.find("career-standards").orElseThrow(), year, "58", "Minutes of the talent committee of February " + year, people.the(Role.HR)));
    }

    private void open(int year) {
        var round = DemoStory.done(rotation.open("Spring rotation", "春季轮岗", LocalDate.of(year, 2, 2), LocalDate.of(year, 2, 20), people.the(Role.HR)));
        offer(round, "HF-PRC", "PRC-DIF", "Diffusion process technician", "扩散工艺技术员", 1);
        offer(round, "NB-QOP", "QOP-PRO", "Process quality inspector", "过程质量检验员", 2);
        offer(round, "XA-EQP", "EQP-MNT", "Maintenance fitter", "设备维修工", 1);
    }

    private void openAgain(int year) {
        var round = DemoStory.done(rotation.open("Winter rotation", "冬季轮岗", LocalDate.of(year, 11, 2), LocalDate.of(year, 12, 20), people.the(Role.HR)));
        offer(round, "CQ-EQP", "EQP-AUT", "Automation technician", "自动化技术员", 2);
        offer(round, "HF-QOP", "QOP-INC", "Incoming inspector", "来料检验员", 1);
    }

    private void offer(UUID round, String unit, String track, String en, String zh, int seats) {
        DemoStory.done(rotation.offer(round, new Rotation.Plan(unit, track, en, zh, seats), people.the(Role.HR)));
    }

    private UUID spring() {
        return rotation.rounds().stream().filter(it -> it.titleEn().equals("Spring rotation")).findFirst().orElseThrow().id();
    }

    /** Six of those who were certified the year before, whose role began early enough; each in an order of their own. */
    private void choose(int began) {
        var openings = rotation.openings(spring()).stream().map(Rotation.Opening::id).toList();
        var lines = staff(began).stream().filter(it -> LINES.contains(it.track())).toList();
        var chosen = 0;
        for (var turn = 0; turn < CERTIFIED_A_YEAR && chosen < 6; turn++) {
            var person = directory.byNumber(lines.get(101 * (turn + 1)).number()).orElseThrow();
            var wanted = new ArrayList<>(openings);
            java.util.Collections.rotate(wanted, turn);
            if (choices.choose(spring(), wanted, "I know the line and would like to know what stands before and behind it.", me(person.id(), person.nameEn())) instanceof Answer.Done<Integer>) {
                chosen++;
            }
        }
    }

    private void match() {
        for (var person : choices.choosing(spring())) {
            DemoStory.done(choices.clear(spring(), person, true, "", people.the(Role.HR)));
        }
        DemoStory.done(matches.match(spring(), people.the(Role.HR)));
    }

    private void release(LocalDate last) {
        for (var it : moves.waitingFor(people.the(Role.HR))) {
            var manager = directory.manager(it.person(), directory.today()).orElseThrow();
            DemoStory.done(moves.release(it.opening(), it.person(), last, "", me(manager.id(), manager.nameEn())));
            DemoStory.done(moves.sign(it.opening(), it.person(), new Proofs.Upload("change-of-contract.txt", ("Change of the contract of work: " + it.roleEn() + "\n").getBytes(StandardCharsets.UTF_8)),
                    people.the(Role.HR)));
        }
    }

    private void move(LocalDate first) {
        for (var it : moves.waitingFor(people.the(Role.HR))) {
            DemoStory.done(moves.move(it.opening(), it.person(), first, people.the(Role.HR)));
        }
    }

    private void standards() {
        DemoStory.done(editions.rule(DemoStory.done(editions.proposePack(people.the(Role.HR))), Outcome.APPROVED, "", people.the(Role.UNION)));
    }

    /** The file human resources hand in: number, track, from. */
    private void place(int year) {
        var csv = new StringBuilder("number,track,from\n");
        var line = 0;
        for (var it : staff(year)) {
            if (LINES.contains(it.track()) || line++ % 3 == 0) {
                csv.append(it.number()).append(',').append(it.track()).append(',').append(year).append("-03-01\n");
            }
        }
        DemoStory.done(placements.bring(csv.toString().getBytes(StandardCharsets.UTF_8), people.the(Role.HR)));
    }

    private record Placed(String number, String track) {}

    /** Who stays through the year, with the track of their unit. */
    private static List<Placed> staff(int year) {
        var found = new HashMap<String, Placed>();
        for (var line : Workforce.people(year).lines().skip(1).filter(it -> it.endsWith(",") && !it.contains(",RETIREE,")).toList()) {
            var fields = line.split(",");
            var track = TRACKS.get(fields[5].substring(fields[5].indexOf('-') + 1));
            if (track != null) {
                found.put(fields[0], new Placed(fields[0], track));
            }
        }
        return found.values().stream().sorted(java.util.Comparator.comparing(Placed::number)).toList();
    }

    /** Somebody of the lines; every fourth falls short of something. */
    private void certify(int began, int round, int turn) {
        var lines = staff(began).stream().filter(it -> LINES.contains(it.track())).toList();
        var it = lines.get(101 * (turn + 1) + 37 * round);
        certify(it.number(), it.track(), 1 + turn % 3, turn % 4 == 3 ? Map.of("S1", turn % 3) : Map.of());
    }

    private void certify(String number, String track, int level, Map<String, Integer> shown) {
        var person = directory.byNumber(number).orElseThrow();
        var me = directory.person(person.id()).map(it -> me(it.id(), it.nameEn())).orElseThrow();
        var id = DemoStory.done(applications.open(track, level, me));
        var asked = applications.asked(applications.find(id).orElseThrow());
        var words = new HashMap<UUID, String>();
        asked.forEach(it -> words.put(it.id(), "Shift book of the last twelve months, " + it.titleEn().toLowerCase(java.util.Locale.ROOT) + "; my trainer has countersigned."));
        DemoStory.done(proofs.keep(id, words, me));
        DemoStory.done(proofs.attach(id, asked.getFirst().id(), new Proofs.Upload("shift-book-" + number + ".txt",
                ("Shift book, " + number + ", " + track + "\n").getBytes(StandardCharsets.UTF_8)), me));
        DemoStory.done(proofs.send(id, me));
        DemoStory.done(seats.call(id, List.of("100003", "100001", "100004"), people.the(Role.HR)));
        for (var role : List.of(Role.QUALITY, Role.SOURCING_OFFICER, Role.REVIEWER)) {
            var findings = new HashMap<UUID, Panels.Finding>();
            asked.forEach(it -> {
                var found = shown.getOrDefault(it.code(), level);
                findings.put(it.id(), new Panels.Finding(found, found < level ? "The shift book shows it up to here, and nothing beyond." : ""));
            });
            DemoStory.done(panels.say(id, findings, people.the(role)));
        }
        DemoStory.done(panels.decide(id, people.the(Role.QUALITY)));
    }

    /** Whoever applies has an account; most of the invented people were not invited yet. */
    private Me me(UUID person, String name) {
        var account = accountOf(person).orElseGet(() -> DemoStory.done(passes.invite(person, "zh", people.the(Role.HR).account())));
        return new Me(account, name, Set.of(Role.EMPLOYEE), Optional.empty());
    }

    private Optional<UUID> accountOf(UUID person) {
        return db.sql("SELECT account FROM directory.pass WHERE person = :person").param("person", person).query(UUID.class).optional();
    }
}
