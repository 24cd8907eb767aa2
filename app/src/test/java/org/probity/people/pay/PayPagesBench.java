package org.probity.people.pay;

import static org.probity.shapes.gathering.AnOccasion.done;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Intake;
import org.probity.house.start.PageBench;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// `./probity bench people pay [--quick]`: a house of 9,252 people; payroll's file of them is taken in, of which some lines are about nobody and some people have none, counts, brings everybody a letter and tells the gap. How
/// long each takes, how much memory taking in needs above what there was, and how long the pages take.
///
/// Ends with 0 when all goals are met, 1 when one is short, 2 when it could not run.
public final class PayPagesBench {
    private static final int PEOPLE = 9_252;
    private static final int STRANGERS = 252;
    private static final int IMPORT_MILLIS = 30_000;
    private static final int YEAR = LocalDate.now().getYear() - 1;
    private static final Me KEEPER = new Me(UUID.randomUUID(), "Su Qing", Set.of(Role.REMUNERATION), Optional.empty());

    private PayPagesBench() {}

    public static void main(String[] args) {
        try {
            System.exit(run(List.of(args).contains("--quick") ? 15 : 40) ? 0 : 1);
        } catch (Exception e) {
            System.out.println("pay could not run: " + e);
            System.exit(2);
        }
    }

    private static boolean run(int times) throws Exception {
        return PageBench.house(house -> {
            var db = house.getBean(JdbcClient.class);
            people(house, db);
            var worker = new Me(UUID.randomUUID(), "Somebody", Set.of(Role.EMPLOYEE), Optional.empty());
            db.sql("INSERT INTO access.account (id, name, email, language, invited_at, invited_by) VALUES (:id, 'Somebody', 'somebody@helia.example', 'en', now(), :id)").param("id", worker.account()).update();
            db.sql("INSERT INTO directory.account (person, account, linked_at, linked_by) SELECT id, :account, now(), :account FROM directory.name WHERE number = 'P7'").param("account", worker.account()).update();
            db.sql("ANALYZE").update();
            var bench = new PageBench("pay", house, KEEPER, times);
            var payroll = house.getBean(Payroll.class);
            var csv = csv();
            PageBench.where(PEOPLE + " people, " + csv.length / 1_024 + " KiB of payroll, " + STRANGERS + " lines about nobody and as many people without a line");
            var before = held();
            var begun = System.nanoTime();
            var file = done(payroll.bring(YEAR, "Payroll", csv, KEEPER));
            var met = bench.met("a file taken in", (System.nanoTime() - begun) / 1e6, IMPORT_MILLIS);
            System.out.printf(Locale.ROOT, "pay a file taken in, MiB above what there was at most, %.1f%n", (peak() - before) / 1_048_576.0);
            var it = payroll.find(file).orElseThrow();
            if (it.differ() != STRANGERS || house.getBean(Comparing.class).count(it) != 2 * STRANGERS) {
                throw new IllegalStateException(it.differ() + " lines differ, and " + house.getBean(Comparing.class).count(it) + " in all");
            }
            begun = System.nanoTime();
            done(payroll.count(file, "Left long ago", KEEPER));
            met &= bench.met("a file counts", (System.nanoTime() - begun) / 1e6, IMPORT_MILLIS);
            begun = System.nanoTime();
            done(house.getBean(Letters.class).write(file, KEEPER));
            met &= bench.met("letters to everybody", (System.nanoTime() - begun) / 1e6, IMPORT_MILLIS);
            begun = System.nanoTime();
            done(house.getBean(Gaps.class).tell(file, KEEPER));
            met &= bench.met("the gap told", (System.nanoTime() - begun) / 1e6, IMPORT_MILLIS);
            db.sql("ANALYZE").update();
            for (var path : List.of("/app/pay/files", "/app/pay/files/" + file, "/app/pay/files/" + file + "?page=9", "/app/pay/gap", "/app/pay/bands", "/app")) {
                met &= bench.page(path, path.replaceAll("[0-9a-f-]{36}", "ONE"));
            }
            return met & new PageBench("pay", house, worker, times).page("/app/pay", "/app/pay of somebody");
        });
    }

    /** What the heap holds when nothing is left to let go. */
    private static long held() {
        System.gc();
        ManagementFactory.getMemoryPoolMXBeans().forEach(it -> it.resetPeakUsage());
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** With what nobody needs any more and nothing has let go: an upper bound. */
    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(it -> it.getType() == MemoryType.HEAP).mapToLong(it -> it.getPeakUsage().getUsed()).sum();
    }

    private static void people(ConfigurableApplicationContext house, JdbcClient db) {
        var intake = house.getBean(Intake.class);
        bring(intake, "code,kind,name_en,name_zh,parent,from,until,country,region,credit_code,lei\nHS,ENTITY,Helia Solar,赫利亚太阳能,,2010-01-01,,,,,\nHF,SITE,Hefei,合肥,HS,2010-01-01,,CN,Anhui,,\nCQ,SITE,Chongqing,重庆,HS,2010-01-01,,CN,Chongqing,,\n"
                + "BIG,UNIT,Cells,电池,HF,2010-01-01,,,,,\nMOD,UNIT,Modules,组件,CQ,2010-01-01,,,,,\n");
        var people = new StringBuilder("number,name_zh,name_en,email,engagement,unit,title,from,until\n");
        for (var i = 0; i < PEOPLE; i++) {
            people.append('P').append(i).append(",,Person ").append(i).append(",,EMPLOYEE,").append(i % 3 == 0 ? "MOD" : "BIG").append(",Operator,").append(2_012 + i % 11).append("-03-01,\n");
        }
        bring(intake, people.toString());
        db.sql("""
                INSERT INTO labour.identity (id, person, document, number_hash, born, sex, verified_on, told_by, recorded_at, record)
                SELECT gen_random_uuid(), id, 'OTHER', decode(md5(number) || md5(number || 'x'), 'hex'), '1980-01-01', CASE WHEN substring(number FROM 2)::int % 5 < 2 THEN 'F' ELSE 'M' END, '2015-01-01', id, now(), gen_random_uuid()
                  FROM directory.name WHERE number LIKE 'P%'
                """).update();
    }

    private static byte[] csv() {
        var lines = new StringBuilder(String.join(",", Payroll.COLUMNS)).append('\n');
        for (var i = 0; i < PEOPLE; i++) {
            lines.append(i < PEOPLE - STRANGERS ? "P" : "X").append(i).append(',').append(72_000 + i * 7_919 % 90_000).append(".50,").append(i % 9 * 1_500).append(',').append(i % 4 * 600).append(",0,0,0,").append(1_900 + i % 200).append(".5\n");
        }
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void bring(Intake intake, String csv) {
        done(intake.bringIn(done(intake.read(csv.getBytes(StandardCharsets.UTF_8), "file.csv", KEEPER.account())), KEEPER.account()));
    }
}
