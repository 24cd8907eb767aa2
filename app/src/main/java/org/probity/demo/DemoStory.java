package org.probity.demo;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.probity.disclosure.statement.Edition;
import org.probity.disclosure.statement.Statements;
import org.probity.formats.cmrt.Metal;
import org.probity.formats.cmrt.Sample;
import org.probity.formats.cmrt.SampleOrder;
import org.probity.formats.cmrt.SmelterList;
import org.probity.house.access.DemoPeople;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.time.TimeMachine;
import org.probity.house.ui.Answer;
import org.probity.proof.Report;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.shapes.evidence.Evidence;
import org.probity.shapes.obligation.Obligation;
import org.probity.shapes.obligation.Obligations;
import org.probity.supply.minerals.Minerals;
import org.probity.supply.minerals.Paper;
import org.probity.supply.minerals.PaperKind;
import org.probity.supply.minerals.Reviews;
import org.probity.supply.minerals.SmelterLists;
import org.probity.supply.supplier.Suppliers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells the demo's story: last year from the first request to the published report, this year up to today. Each chapter is a transaction;
 * told once, never twice.
 */
@Component
@ConditionalOnBooleanProperty("probity.demo")
@ConditionalOnBooleanProperty(name = "probity.demo.story", matchIfMissing = true)
@Order(10)
public class DemoStory implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(DemoStory.class);

    /** How far the story is; shown while it is told. */
    public record Progress(int told, int chapters) {
        public boolean done() {
            return told >= chapters;
        }
    }

    private record Chapter(String name, Instant moment, Runnable act) {}

    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final TimeMachine time;
    private final Clock clock;
    private final DemoPeople people;
    private final Suppliers suppliers;
    private final Evidence evidence;
    private final Obligations obligations;
    private final Minerals minerals;
    private final Reviews reviews;
    private final SmelterLists lists;
    private final Statements statements;
    private final DemoDirectory directory;
    private final DemoReport report;
    private final AtomicInteger told = new AtomicInteger();
    private volatile int chapters = 1;

    DemoStory(
            JdbcClient db, TransactionTemplate transaction, TimeMachine time, Clock clock, DemoPeople people, Suppliers suppliers,
            Evidence evidence, Obligations obligations, Minerals minerals, Reviews reviews, SmelterLists lists, Statements statements,
            DemoDirectory directory, DemoReport report) {
        this.db = db;
        this.transaction = transaction;
        this.time = time;
        this.clock = clock;
        this.people = people;
        this.suppliers = suppliers;
        this.evidence = evidence;
        this.obligations = obligations;
        this.minerals = minerals;
        this.reviews = reviews;
        this.lists = lists;
        this.statements = statements;
        this.directory = directory;
        this.report = report;
    }

    public Progress progress() {
        return new Progress(told.get(), chapters);
    }

    /** Tells in the background: the first page must not wait for two years. */
    @Override
    public void run(ApplicationArguments arguments) {
        Thread.ofVirtual().name("demo story").start(this::tell);
    }

    void tell() {
        var story = story();
        chapters = story.size();
        for (var chapter : story) {
            time.at(chapter.moment(), () -> transaction.executeWithoutResult(status -> tell(chapter)));
            told.incrementAndGet();
        }
        LOG.info("The demo is filled: {} chapters", chapters);
    }

    private void tell(Chapter chapter) {
        var isNew = db.sql("INSERT INTO demo.chapter (name, told_at) VALUES (:name, :at) ON CONFLICT DO NOTHING")
                .param("name", chapter.name()).param("at", OffsetDateTime.now())
                .update() == 1;
        if (isNew) {
            chapter.act().run();
        }
    }

    private List<Chapter> story() {
        var story = new ArrayList<Chapter>();
        // A story that was begun goes on with the day it was begun on, or its chapters would not fit each other.
        var today = db.sql("SELECT min(told_at)::date FROM demo.chapter").query(LocalDate.class).optional().orElse(LocalDate.now(clock));
        var year = today.getYear();
        var cast = Cast.all();
        story.add(new Chapter("directory " + (year - 1), at(LocalDate.of(year - 1, 1, 3)), () -> directory.begin(year - 1, people.the(Role.HR))));
        story.add(new Chapter("company", at(LocalDate.of(year - 1, 1, 2)), report::introduce));
        for (var supplier : cast) {
            story.add(new Chapter("supplier " + supplier.number(), at(LocalDate.of(year - 1, 1, 4)), () -> enter(supplier, year - 1)));
        }
        var editions = SmelterList.fictionalEditions();
        story.add(new Chapter("smelter list " + (year - 1), at(LocalDate.of(year - 1, 1, 5)),
                () -> load(editions.getFirst(), LocalDate.of(year - 1, 1, 1), SmelterList.Status.ACTIVE)));
        tellYear(story, cast, year - 1, LocalDate.of(year - 1, 2, 2), LocalDate.of(year - 1, 4, 30));
        story.add(new Chapter("directory " + year, at(earlier(LocalDate.of(year, 1, 6), today)), () -> directory.change(year, people.the(Role.HR))));
        story.add(new Chapter("ledger " + (year - 1), at(LocalDate.of(year, 1, 12)), () -> receive(cast.stream().filter(it -> it != cast.get(37)).toList(), year - 1, 12, "")));
        story.add(new Chapter("targets " + (year - 1), at(LocalDate.of(year - 1, 1, 10)), () -> report.aim(year - 1)));
        story.add(new Chapter("levels", at(LocalDate.of(year - 1, 1, 12)), report::open));
        story.add(new Chapter("words " + (year - 1), at(LocalDate.of(year, 1, 15)), () -> report.write(LocalDate.of(year, 1, 15))));
        story.add(new Chapter("prepare " + (year - 1), at(LocalDate.of(year, 1, 20)), () -> prepare(year - 1, null, "", "")));
        story.add(new Chapter("publish " + (year - 1), at(LocalDate.of(year, 1, 21)), () -> publish(year - 1)));
        story.add(new Chapter("late ledger " + (year - 1), at(earlier(LocalDate.of(year, 3, 3), today)), () -> receive(cast.subList(37, 38), year - 1, 12, "-L")));
        story.add(new Chapter("restate " + (year - 1), at(earlier(LocalDate.of(year, 3, 9), today)), () -> prepare(year - 1, Report.Cause.LATE_DATA,
                "The ledger of one site came after the close; one supplier's deliveries were missing.", "某基地的收货台账在关账后补报，遗漏了一家供应商的交货。")));
        story.add(new Chapter("publish again " + (year - 1), at(earlier(LocalDate.of(year, 3, 12), today)), () -> publish(year - 1)));
        story.add(new Chapter("engaged", at(earlier(LocalDate.of(year, 3, 16), today)), () -> report.engage(LocalDate.of(year + 1, 3, 31))));
        story.add(new Chapter("assured " + (year - 1), at(earlier(LocalDate.of(year, 4, 3), today)), () -> report.assure(year - 1)));
        story.add(new Chapter("targets " + year, at(LocalDate.of(year, 1, 10)), () -> report.aim(year)));
        var opened = today.minusDays(60).getYear() == year ? today.minusDays(60) : LocalDate.of(year, 1, 1);
        // Goods received by the end of last month; a ledger with days to come would be refused. In January there is none yet.
        if (today.getMonthValue() > 1) {
            story.add(new Chapter("ledger " + year, at(today.withDayOfMonth(1)), () -> receive(cast, year, today.getMonthValue() - 1, "")));
        }
        story.add(new Chapter("smelter list " + year, at(opened), () -> load(editions.getLast(), LocalDate.of(year, 1, 1), SmelterList.Status.NONE)));
        tellThisYear(story, cast, year, opened, today);
        return story;
    }

    private static LocalDate earlier(LocalDate day, LocalDate today) {
        return day.isBefore(today) ? day : today;
    }

    private static Instant at(LocalDate day) {
        return day.atTime(LocalTime.of(9, 30)).atZone(java.time.ZoneId.of("Asia/Shanghai")).toInstant();
    }

    private Me officer() {
        return people.the(Role.SOURCING_OFFICER);
    }

    private void enter(Cast it, int year) {
        var id = done(suppliers.register(new Suppliers.Registration(it.number(), it.nameEn(), it.nameZh(), it.country(), it.category(), null, null), people.the(Role.BUYER)));
        var material = suppliers.addMaterial(id, it.number() + "-1", it.material(), it.materialZh());
        suppliers.sayContent(material, Suppliers.TIN, new BigDecimal(it.tinShare()), LocalDate.of(year - 1, 1, 1));
        var first = it.nameEn().substring(0, it.nameEn().indexOf(' ')).toLowerCase(java.util.Locale.ROOT);
        var mail = "contact." + it.number().toLowerCase(java.util.Locale.ROOT) + "@" + first + ".example";
        suppliers.addContact(id, it.number().equals("S-00932") ? "Chen Yu" : "Contact " + it.number(), mail, "");
        if (it.number().equals("S-00932")) {
            people.contact(id, "Chen Yu", mail, "zh");
        }
    }

    private Me contactOf(UUID supplier) {
        return new Me(new UUID(0x5eed, supplier.getLeastSignificantBits()), "Contact", Set.of(Role.SUPPLIER), Optional.of(supplier));
    }

    /** Last year: everybody is asked, some are sent back once, all are accepted in the end. */
    private void tellYear(List<Chapter> story, List<Cast> cast, int year, LocalDate opened, LocalDate due) {
        story.add(new Chapter("campaign " + year, at(opened), () -> done(minerals.open(year, due, officer()))));
        for (var i = 0; i < 38; i++) {
            var it = cast.get(i);
            var random = new Random(31L * year + i);
            var sent = opened.plusDays(3 + random.nextInt(60));
            if (i % 9 == 4) {
                story.add(new Chapter("faulty " + it.number() + " " + year, at(sent), () -> send(it, year, PaperKind.CMRT, workbook(it, sent.minusDays(9), true))));
            }
            story.add(new Chapter("papers " + it.number() + " " + year, at(sent.plusDays(4)), () -> {
                for (var kind : PaperKind.values()) {
                    send(it, year, kind, kind == PaperKind.CMRT ? workbook(it, sent.minusDays(5), false) : paper(it, kind, year));
                }
            }));
            story.add(new Chapter("accepted " + it.number() + " " + year, at(sent.plusDays(9)), () -> accept(it, year, LocalDate.of(year, 12, 31), Agreed.BOTH)));
        }
    }

    /** This year, as it stands today: many are done, some wait for a person, some for their supplier, some have sent nothing. */
    private void tellThisYear(List<Chapter> story, List<Cast> cast, int year, LocalDate opened, LocalDate today) {
        story.add(new Chapter("campaign " + year, at(opened), () -> done(minerals.open(year, today.plusDays(8), officer()))));
        for (var i = 1; i < 38; i++) {
            var it = cast.get(i);
            var random = new Random(31L * year + i);
            var sent = earlier(opened.plusDays(2 + random.nextInt(50)), today);
            if (i % 10 == 7) {
                continue;
            }
            if (i % 10 == 3) {
                story.add(new Chapter("faulty " + it.number() + " " + year, at(sent), () -> send(it, year, PaperKind.CMRT, workbook(it, sent.minusDays(20), true))));
                continue;
            }
            story.add(new Chapter("papers " + it.number() + " " + year, at(sent), () -> {
                for (var kind : PaperKind.values()) {
                    send(it, year, kind, kind == PaperKind.CMRT ? workbook(it, sent.minusDays(5), false) : paper(it, kind, year));
                }
            }));
            // Some papers end within a month, so that the time machine has something to show.
            var until = i % 10 == 1 ? earlier(today.plusDays(25), LocalDate.of(year, 12, 31)) : LocalDate.of(year, 12, 31);
            // Of those that still wait, every second one waits for quality alone.
            if (i % 20 != 5) {
                var by = i % 20 == 15 ? Agreed.SOURCING_ALONE : Agreed.BOTH;
                story.add(new Chapter("accepted " + it.number() + " " + year, at(earlier(sent.plusDays(5), today)), () -> accept(it, year, until, by)));
            }
        }
    }

    private void send(Cast it, int year, PaperKind kind, byte[] file) {
        var supplier = suppliers.byNumber(it.number()).orElseThrow();
        var name = kind == PaperKind.CMRT ? "CMRT_" + it.number() + "_" + year + ".xlsx" : kind.name().toLowerCase(java.util.Locale.ROOT) + "_" + year + ".pdf";
        done(minerals.send(owed(supplier.id(), year, kind).id(), name, file, contactOf(supplier.id())));
    }

    /** Whose word a chapter tells of. */
    private enum Agreed { BOTH, SOURCING_ALONE }

    private void accept(Cast it, int year, LocalDate until, Agreed by) {
        var supplier = suppliers.byNumber(it.number()).orElseThrow();
        for (var kind : PaperKind.values()) {
            Paper paper = minerals.papers(owed(supplier.id(), year, kind).id()).getFirst();
            done(reviews.accept(paper.id(), until, "来源与数量与采购记录一致。", officer()));
            if (by == Agreed.BOTH) {
                done(reviews.accept(paper.id(), until, "Material and batch agree with incoming inspection.", people.the(Role.QUALITY)));
            }
        }
    }

    private Obligation owed(UUID supplier, int year, PaperKind kind) {
        return obligations.of(supplier).stream()
                .filter(it -> it.kind().equals(kind.obligation()) && it.period() == year)
                .findFirst().orElseThrow();
    }

    private static byte[] workbook(Cast it, LocalDate effective, boolean faulty) {
        var order = faulty
                ? SampleOrder.faulty(it.nameEn(), "Contact", "contact@supplier.example", effective)
                : SampleOrder.complete(it.nameEn(), "Contact", "contact@supplier.example", effective);
        return Sample.workbook(order.naming(smelters(it, effective.getYear())));
    }

    /**
     * Each supplier's own smelters, the same every year but for one in eight; those of one supplier are a copy of another's, and every
     * fifteenth names one that takes no part in the assurance programme.
     */
    private static List<SmelterList.Smelter> smelters(Cast it, int year) {
        var place = Cast.all().indexOf(it);
        var random = new Random(place == 12 ? 11 : place);
        var newest = SmelterList.fictional();
        var tin = new ArrayList<>(SmelterList.fictionalEditions().getFirst().smelters(Metal.TIN).stream()
                .filter(smelter -> newest.find(smelter.id()).isPresent()).toList());
        Collections.shuffle(tin, random);
        var known = tin.stream().filter(smelter -> smelter.status() != SmelterList.Status.NONE).limit(6 + place % 3).toList();
        var named = new ArrayList<>(known.subList(place % 8 == 3 && year % 2 == 0 ? 1 : 0, known.size()));
        if (place % 15 == 6) {
            tin.stream().filter(smelter -> smelter.status() == SmelterList.Status.NONE).findFirst().ifPresent(named::add);
        }
        return named;
    }

    /** As an officer brings it in. */
    /** @param others how those stand who bear no mark: in the first year everybody takes part, later some do no more */
    private void load(SmelterList list, LocalDate day, SmelterList.Status others) {
        var csv = new StringBuilder("metal,lookup_name,standard_name,country,smelter_id,city,status\n");
        list.smelters().forEach(it -> it.aliases().forEach(alias -> csv.append(String.join(",", it.metal().word(), quoted(alias), quoted(it.name()),
                quoted(it.country()), it.id(), quoted(it.city()), (it.status() == SmelterList.Status.NONE ? others : it.status()).name().toLowerCase(Locale.ROOT))).append('\n')));
        done(lists.load("smelters-" + list.version() + ".csv", csv.toString().getBytes(StandardCharsets.UTF_8), String.valueOf(day.getYear()), day, officer()));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    /** The least a PDF reader opens: one page that says what it would be. */
    private static byte[] paper(Cast it, PaperKind kind, int year) {
        var text = "BT /F1 14 Tf 72 760 Td (" + kind.name() + " " + year + " - " + it.nameEn() + " - invented for a demo) Tj ET";
        return ("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj\n"
                + "4 0 obj<</Length " + text.length() + ">>stream\n" + text + "\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** Monthly goods receipts of everybody in the list, as the ERP would hand them over, with the ERP's own count and sum. */
    private void receive(List<Cast> cast, int year, int months, String suffix) {
        var random = new Random(97L * year);
        var receipts = new ArrayList<Suppliers.Receipt>();
        for (var it : cast) {
            var supplier = suppliers.byNumber(it.number()).orElseThrow();
            var material = suppliers.materials(supplier.id()).getFirst();
            // Two on the tin list deliver nothing this year; the figure leaves them out and says so.
            if (it.tin() && (it.number().equals("S-01107") || it.number().equals("S-01058")) && suffix.isEmpty()) {
                continue;
            }
            for (var month = 1; month <= months; month++) {
                receipts.add(new Suppliers.Receipt("GR" + year + suffix + "-" + it.number() + "-" + month, 1, supplier.id(), material.id(),
                        LocalDate.of(year, month, 1 + random.nextInt(27)), BigDecimal.valueOf(40_000 + random.nextInt(900_000), 2)));
            }
        }
        var sum = receipts.stream().map(Suppliers.Receipt::kilograms).reduce(BigDecimal.ZERO, BigDecimal::add);
        var csv = new StringBuilder("document;line;supplier;material;day;kilograms\n");
        receipts.forEach(it -> csv.append(it.document()).append(';').append(it.line()).append(';').append(it.supplier()).append(';')
                .append(it.material()).append(';').append(it.day()).append(';').append(it.kilograms().toPlainString()).append('\n'));
        var file = evidence.keep("goods-receipts-" + year + suffix + ".csv", "text/csv", csv.toString().getBytes(StandardCharsets.UTF_8), people.the(Role.BUYER).account());
        done(suppliers.receive("ERP", year, receipts, receipts.size(), sum, file.id(), file.sha256(), people.the(Role.BUYER)));
    }

    private void prepare(int year, Report.@org.jspecify.annotations.Nullable Cause cause, String en, String zh) {
        done(statements.prepare(year, cause, en, zh, officer()));
    }

    private void publish(int year) {
        var waiting = statements.editions(year).stream().filter(it -> !it.published()).findFirst().map(Edition::id).orElseThrow();
        done(statements.rule(waiting, Outcome.APPROVED, "", people.the(Role.PUBLISHER)));
    }

    static <T> T done(Answer<T> answer) {
        return switch (answer) {
            case Answer.Done<T>(var value) -> value;
            case Answer.Refused<T>(var reasons) -> throw new IllegalStateException("the demo's story was refused: " + reasons);
        };
    }
}
