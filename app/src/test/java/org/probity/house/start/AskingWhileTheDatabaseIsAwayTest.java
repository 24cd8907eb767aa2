package org.probity.house.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.probity.Probity;
import org.probity.house.access.Accounts;
import org.probity.house.access.Role;
import org.probity.house.access.Ruling;
import org.probity.house.access.Tokens;
import org.probity.house.log.Log;
import org.probity.proof.Checkpoint;
import org.probity.proof.Note;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A PostgreSQL of its own, which is really ended and really killed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AskingWhileTheDatabaseIsAwayTest {
    private static final String SENTENCE = "The database behind this house is away or recovering";

    final HttpClient client = HttpClient.newHttpClient();
    Path folder;
    Postgres postgres;
    boolean runs;
    ConfigurableApplicationContext house;

    @BeforeAll
    void aHouseThatHasSignedSomething(@TempDir Path home) throws Exception {
        folder = Files.createTempDirectory(StartingPostgresTest.TEMPORARY, "probity-away-test-");
        come();
        var database = postgres.database();
        house = new SpringApplicationBuilder(Probity.class).run("--server.port=0", "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.user(), "--spring.datasource.password=" + database.password(),
                "--probity.home=" + home, "--spring.datasource.hikari.connection-timeout=500", "--spring.datasource.hikari.validation-timeout=400");
        house.getBean(TransactionTemplate.class).executeWithoutResult(
                _ -> house.getBean(Log.class).record("test.away", LocalDate.of(2026, 3, 1), Map.of("what", "one")));
        house.getBean(Log.class).settle();
    }

    @AfterAll
    void close() throws Exception {
        come();
        house.close();
        postgres.close();
        client.close();
        Folders.delete(folder);
    }

    void come() throws Exception {
        if (!runs) {
            postgres = Postgres.in(folder, StartingPostgresTest.TEMPORARY.toRealPath().resolve("probity-postgres-" + System.getProperty("user.name")), true);
            runs = true;
        }
    }

    void goAway() {
        if (runs) {
            postgres.close();
            runs = false;
        }
    }

    @Test
    void aReaderOfTheLogGetsASentenceAndNeverAPage() throws Exception {
        goAway();
        for (var path : new String[] {"/log/checkpoint", "/log/tile/entries/000.p/1"}) {
            var answer = ask(path);
            mustSay503(answer);
            assertThat(answer.headers().firstValue("Content-Type")).hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
            assertThat(answer.body()).startsWith(SENTENCE).doesNotContain("<");
        }
    }

    @Test
    void aProgramGetsAProblemDocument() throws Exception {
        goAway();
        var answer = ask("/api/suppliers", "Authorization", "Bearer probity_" + "x".repeat(43));
        mustSay503(answer);
        assertThat(answer.headers().firstValue("Content-Type")).hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(answer.body()).contains("\"status\":503", SENTENCE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/app/sign-in", "/reports", "/nothing/at/all"})
    void aPersonGetsAPageInTheirLanguage(String path) throws Exception {
        goAway();
        var answer = ask(path, "Accept-Language", "zh-CN", "Accept", "text/html");
        mustSay503(answer);
        assertThat(answer.body()).contains("<html lang=\"zh-CN\"", "<h1>暂时无法读取记录</h1>").doesNotContain("Exception");
        assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(ask(path, "Accept-Language", "en").body()).contains("<h1>The records cannot be reached just now</h1>", SENTENCE);
    }

    /** Their session lies in the database as well, and is asked before any handler and once more before an error page. */
    @Test
    void somebodyWithASessionGetsThePageToo() throws Exception {
        goAway();
        mustSay503(ask("/app/suppliers", "Cookie", "probity=bm90aGluZw=="));
        mustSay503(ask("/app/nothing", "Cookie", "probity=bm90aGluZw=="));
    }

    @Test
    void whatNeedsNoDatabaseAnswersAsEver() throws Exception {
        goAway();
        assertThat(ask("/log/key").statusCode()).isEqualTo(200);
        assertThat(ask("/health/live").statusCode()).isEqualTo(200);
        assertThat(ask("/health").statusCode()).isEqualTo(503);
    }

    @Test
    void whenItIsBackNothingHasToBeStartedAnew() throws Exception {
        goAway();
        mustSay503(ask("/log/checkpoint"));
        come();
        awaitNote();
    }

    @Test
    void whileItRecoversAReaderSeesASignedNoteOr503AndNothingElse() throws Exception {
        come();
        awaitNote();
        var seen = new HashSet<Integer>();
        for (var kill = 0; kill < 5; kill++) {
            kill();
            var until = System.nanoTime() + 1_000_000_000L;
            while (System.nanoTime() < until) {
                seen.add(statusOf(ask("/log/checkpoint")));
            }
            awaitNote();
        }
        assertThat(Set.of(200, 503)).containsAll(seen);
    }

    /** The kernel kills what commits, at the moment it commits: nothing was kept, and nobody may say yes. */
    @Test
    void aCommitThatTheDatabaseHangsUpOnIsNoYes() throws Exception {
        come();
        awaitNote();
        var person = ((Ruling.Granted<UUID>) house.getBean(Accounts.class).invite(
                new Accounts.Newcomer("Bo", UUID.randomUUID() + "@helia.example", Set.of(Role.BUYER), Optional.empty(), "en"), Accounts.HOUSE)).value();
        var key = ((Ruling.Granted<String>) house.getBean(Tokens.class).make(person, "commit", Tokens.May.WRITE, 1)).value();
        var maintenance = postgres.maintenance();
        var superuser = new Database(maintenance.url().replace("/postgres", "/probity"), maintenance.user(), maintenance.password());
        said(superuser, """
                DROP FUNCTION IF EXISTS public.die() CASCADE;
                CREATE FUNCTION public.die() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
                BEGIN
                    COPY (SELECT 1) TO PROGRAM 'kill -9 $PPID';
                    RETURN NULL;
                END $$;
                CREATE CONSTRAINT TRIGGER die AFTER INSERT ON supplier.supplier DEFERRABLE INITIALLY DEFERRED
                    FOR EACH ROW EXECUTE FUNCTION public.die();
                """);
        var number = "A" + UUID.randomUUID();
        var answer = client.send(HttpRequest.newBuilder(address("/api/suppliers")).header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(
                        "{\"number\":\"" + number + "\",\"nameEn\":\"Alpha\",\"country\":\"CN\",\"category\":\"solder\"}")).build(), BodyHandlers.ofString());
        awaitNote();
        said(superuser, "DROP FUNCTION IF EXISTS public.die() CASCADE");
        mustSay503(answer);
        assertThat(answer.body()).contains("look whether it arrived");
        assertThat(StartingPostgresTest.ask(superuser, "SELECT count(*) FROM supplier.supplier WHERE number = '" + number + "'")).isEqualTo("0");
    }

    /** The house may answer again while PostgreSQL has not thrown out everybody yet, and then it throws out this one, too. */
    private static void said(Database database, String sql) throws Exception {
        for (var attempt = 0; attempt < 600; attempt++) {
            try {
                StartingPostgresTest.execute(database, sql);
                return;
            } catch (SQLException thrownOut) {
                Thread.sleep(100);
            }
        }
        StartingPostgresTest.execute(database, sql);
    }

    /** One that works for the house; PostgreSQL then throws out all others and recovers. */
    void kill() throws IOException, InterruptedException {
        var own = house.getBean(JdbcClient.class).sql("SELECT pid FROM pg_stat_activity WHERE usename = 'probity' AND pid <> pg_backend_pid() LIMIT 1")
                .query(Integer.class).optional();
        if (own.isPresent()) {
            new ProcessBuilder("kill", "-9", "" + own.get()).start().waitFor();
        }
    }

    void awaitNote() throws Exception {
        for (var attempt = 0; attempt < 1_200 && statusOf(ask("/log/checkpoint")) != 200; attempt++) {
            Thread.sleep(50);
        }
        assertThat(statusOf(ask("/log/checkpoint"))).isEqualTo(200);
    }

    static int statusOf(HttpResponse<String> answer) {
        if (answer.statusCode() == 200) {
            assertThat(Checkpoint.parse(Note.parse(answer.body().getBytes(StandardCharsets.UTF_8))).size()).isPositive();
        } else {
            mustSay503(answer);
        }
        return answer.statusCode();
    }

    static void mustSay503(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    URI address(String path) {
        return URI.create("http://localhost:" + house.getEnvironment().getProperty("local.server.port") + path);
    }

    HttpResponse<String> ask(String path, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(address(path));
        for (var i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
