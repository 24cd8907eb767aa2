package org.probity.people.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.shapes.gathering.AnOccasion.done;
import static org.probity.shapes.gathering.AnOccasion.key;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.probity.house.access.As;
import org.probity.house.start.WholeHouse;
import org.probity.house.time.DayHasBegun;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Lang;
import org.probity.people.survey.BallotBox.Ballot;
import org.probity.people.survey.Releasing.Granted;
import org.probity.people.survey.Survey.Kind;
import org.probity.people.survey.Surveys.Launch;
import org.probity.proof.Hash;
import org.probity.proof.MerkleTree;
import org.probity.reckon.Cell;
import org.probity.reckon.Releases;
import org.probity.reckon.Sample;
import org.probity.shapes.ballot.Holder;
import tools.jackson.databind.json.JsonMapper;

/** A questionnaire goes round: who is asked, what is put in, how it is counted, and what may be told of it. */
@WholeHouse(own = true, properties = {"probity.demo=true", "probity.demo.story=false"})
class RunningASurveyTest extends ACompanyThatIsAsked {
    @Test
    void aRoundIsLaunchedAnsweredCountedAndToldWithSmallGroupsClosed() {
        weeksLater();
        var round = done(surveys.launch(new Launch(Kind.YEARLY, Pack.YEARLY, List.of(), "", "", today(), today().plusDays(2)), hr));
        assertThat(find(round).invited()).isEqualTo(68);
        assertThat(surveys.asking(worker(1))).extracting(Survey::id).contains(round);
        assertThat(surveys.standing(round, worker(1)).orElseThrow().people()).as("ten newcomers stand together").isEqualTo(10);
        assertThat(key(surveys.launch(new Launch(Kind.YEARLY, Pack.YEARLY, List.of(), "", "", today(), today().plusDays(2)), hr))).isEqualTo("survey.yearly-once");
        assertThat(key(releasing.release(round, hr))).as("while it is open").isEqualTo("survey.not-closed");
        assertThat(db.sql("SELECT DISTINCT cardinality(path) FROM survey.place WHERE round = :round ORDER BY 1").param("round", round).query(Integer.class).list()).as("teams of 8 and 5 stand in their site").containsExactly(2, 3);

        var sheets = new ArrayList<String>();
        // Eight of ten newcomers of the first workshop and 15 others of it, 20 of the second, 11 of 13 of the small teams.
        for (int at : IntStream.concat(IntStream.concat(IntStream.range(0, 8), IntStream.range(10, 25)), IntStream.concat(IntStream.range(30, 50), IntStream.range(55, 66))).toArray()) {
            sheets.add(put(round, at, at < 8 ? 1 : at < 25 ? 2 + at % 4 : at < 50 ? 3 + at % 3 : 2 + at % 3));
        }
        time.advance(1);
        assertThat(counting.rates(round)).extracting(Counting.Rate::unit).as("units of twenty and more").contains("", "HF-W1", "HF-W2").doesNotContain("HF-T1", "HF-T2");
        assertThat(counting.rates(round)).allSatisfy(it -> assertThat(it.percent() % 5).isZero());
        var asBegan = counting.rates(round);
        put(round, 25, 4);
        assertThat(counting.rates(round)).as("not before the next day: two looks would tell who answered between them").isEqualTo(asBegan);
        time.advance(2);

        var closing = counting.closing(round).orElseThrow();
        assertThat(List.of(closing.tokens(), closing.ballots(), closing.bySlip())).containsExactly(55, 55, 0);
        assertThat(closing.holds()).isTrue();
        assertThat(counting.sheets(round)).containsAll(sheets).hasSize(55);
        assertThat(db.sql("SELECT count(*) FROM survey.invited WHERE round = :round").param("round", round).query(Long.class).single()).as("who was asked is forgotten").isZero();
        assertThat(ballots.had(find(round).ballot())).as("and who had a token: where the places follow from the directory, few of one would be known").isEmpty();
        assertThat(rounds.tally(find(round).ballot()).issued()).as("how many there were is not").isEqualTo(55);
        var tree = new MerkleTree.Growing();
        db.sql("SELECT sheet, place, array_to_string(answers, '') FROM survey.counted WHERE round = :round ORDER BY sheet").param("round", round).query(row -> {
            tree.add(Hash.leaf(Stream.of(row.getBytes(1), ("\n" + row.getInt(2) + "\n" + row.getString(3)).getBytes(StandardCharsets.US_ASCII)).reduce(new byte[0], RunningASurveyTest::joined)));
        });
        assertThat(tree.root().hex()).as("anybody computes the same").isEqualTo(closing.root());
        assertThat(http.get().uri("/survey/rounds/" + round + "/ballots")).hasStatusOk().bodyText().contains(sheets.getFirst(), closing.root());
        assertThat(results.lines(round)).isEmpty();

        assertThat(key(releasing.release(round, worker(1)))).isEqualTo("survey.not-yours");
        done(releasing.release(round, hr));
        assertThat(key(releasing.release(round, hr))).isEqualTo("survey.released-before");
        var lines = results.lines(round);
        assertThat(lines).allSatisfy(it -> assertThat(it.people()).as(it.name()).isGreaterThanOrEqualTo(10));
        assertThat(lines).extracting(Results.Line::name).contains("all", "HS / HF / HF-W1", "HS / HF / HF-W2", "HS / HF / ~");
        assertThat(lines).filteredOn(it -> it.name().equals("HS / HF / HF-W1")).singleElement().satisfies(it -> {
            assertThat(it.people()).isEqualTo(24);
            assertThat(it.samples()).as("a list reads what it shows").containsOnlyKeys(Results.ALL);
            assertThat(results.line(round, it.cell()).orElseThrow().samples()).hasSize(1 + 9 + 27);
            assertThat(results.byDimension(find(round), List.of(it)).getFirst().samples()).hasSize(1 + 9);
        });
        var everybody = results.everybody(round).orElseThrow();
        assertThat(results.response(find(round), everybody, lines)).satisfies(it -> {
            assertThat(it.groups()).extracting(Results.Answered::name).as("of twenty asked and more").contains("HS / HF / HF-W1", "HS / HF / HF-W2").doesNotContain("HS / HF / ~");
            assertThat(it.groups()).filteredOn(one -> one.name().equals("HS / HF / HF-W1")).singleElement().isEqualTo(new Results.Answered("HS / HF / HF-W1", 30, 80, org.probity.reckon.Difference.Verdict.NOT_CLEAR));
            assertThat(it.weighted()).isPresent();
        });
        assertThat(everybody.items().get(Results.ALL)).as("what the others are held against is no part of the score").isEqualTo(24);
        assertThat(results.drivers(everybody.cell())).as("fewer than a hundred answered").isEmpty();
        assertThat(releasing.merged(round)).as("eight newcomers are told with others, and why").anySatisfy(it -> assertThat(it.part()).contains("T0"));
        var said = db.sql("SELECT content FROM log.opening WHERE record = (SELECT record FROM survey.released WHERE round = :round)").param("round", round).query(String.class).single();
        assertThat(said).contains("\"ballots\":55", "\"least\":10");

        // The attacker has everything that was released, and knows how many are where.
        var population = releasing.population(round);
        var cut = done(releasing.cut(round, 3, List.of(Releasing.TENURE), hr));
        assertThat(cut).isInstanceOfSatisfying(Granted.Kept.class, it -> {
            assertThat(it.because().people()).as("the newcomers of the first workshop").isEqualTo(8);
            assertThat(it.because().terms()).isNotEmpty();
        });
        assertThat(releasing.refused(round)).singleElement().satisfies(it -> assertThat(it.people()).isEqualTo(8));
        assertThat(results.lines(round)).as("nothing of it is shown").hasSameSizeAs(lines);
        assertThat(key(releasing.cut(round, 9, List.of(Releasing.TENURE), hr))).isEqualTo("survey.cut-wrong");
        assertThat(key(releasing.cut(round, 1, List.of(), hr))).isEqualTo("survey.cut-wrong");
        assertThat(key(releasing.cut(round, 1, List.of(Releasing.KIND), worker(1)))).isEqualTo("survey.not-yours");
        assertThat(derived(population)).as("no group below ten follows").isEmpty();
        // By units of five or more the same attacker has the newcomers by subtraction.
        assertThat(naive(population)).as("what a rule of five shows of the same answers").isNotEmpty();
    }

    private static byte[] joined(byte[] one, byte[] other) {
        return java.nio.ByteBuffer.allocate(one.length + other.length).put(one).put(other).array();
    }

    /** Every union of atoms with fewer than ten that follows from what is published; few atoms, so all of them are tried. */
    private List<BitSet> derived(UUID population) {
        return follow(published.people(population), published.cells(population).stream().map(it -> new Cell(it.name(), it.atoms())).toList(), 10);
    }

    private List<BitSet> naive(UUID population) {
        var counts = published.people(population);
        var cells = new ArrayList<>(published.cells(population).stream().map(it -> new Cell(it.name(), it.atoms())).toList());
        IntStream.range(0, counts.length).filter(it -> counts[it] >= 5).forEach(it -> cells.add(Cell.of("atom " + it, it)));
        return follow(counts, cells, 10);
    }

    private static List<BitSet> follow(int[] counts, List<Cell> cells, int least) {
        var releases = Releases.over(counts, least, new Random(7));
        releases.note(cells);
        var found = new ArrayList<BitSet>();
        for (int mask = 1; mask < 1 << counts.length; mask++) {
            var union = BitSet.valueOf(new long[] {mask});
            if (union.stream().map(it -> counts[it]).sum() < least && releases.derives(union).isPresent()) {
                found.add(union);
            }
        }
        return found;
    }

    @Test
    void aTokenIsGoodForOneBallotAndLostForNone() throws Exception {
        var round = pulse("safety-1", List.of(), "", 5);
        var token = token(round, 30);
        var good = ballot(round, 30, 4);
        assertThat(key(box.put(round, token.message(), token.signature(), new Ballot(good.place(), List.of(1, 2), word(), "")))).isEqualTo("survey.unanswered");
        assertThat(key(box.put(round, token.message(), token.signature(), new Ballot(good.place(), Collections.nCopies(6, 6), word(), "")))).isEqualTo("survey.unanswered");
        assertThat(key(box.put(round, token.message(), token.signature(), new Ballot(9999, good.answers(), word(), "")))).isEqualTo("survey.place-unknown");
        assertThat(key(box.put(round, token.message(), token.signature(), new Ballot(good.place(), good.answers(), new byte[3], "")))).isEqualTo("survey.word-wrong");
        assertThat(key(box.put(round, token.message(), token.signature(), new Ballot(good.place(), good.answers(), word(), "x".repeat(1001))))).isEqualTo("survey.remark-long");
        assertThat(key(box.put(round, token.message(), new byte[256], good))).isEqualTo("ballot.not-signed");
        assertThat(key(box.put(UUID.randomUUID(), token.message(), token.signature(), good))).isEqualTo("survey.not-open");
        List<Callable<Answer<String>>> tries = IntStream.range(0, 60).<Callable<Answer<String>>>mapToObj(_ -> () -> box.put(round, token.message(), token.signature(), ballot(round, 30, 4))).toList();
        int accepted = 0;
        try (var crowd = Executors.newFixedThreadPool(8)) {
            for (var one : crowd.invokeAll(tries)) {
                accepted += one.get() instanceof Answer.Done<String> ? 1 : 0;
            }
        }
        assertThat(accepted).as("of 60 tries with one token").isEqualTo(1);
        var ballot = find(round).ballot();
        assertThat(key(ballots.issue(ballot, person(30), new Holder(rounds.find(ballot).orElseThrow()).sent()))).as("asked again after another round of the page").isEqualTo("ballot.issued-before");
        var sent = http.post().uri("/survey/ballots").param("survey", round.toString()).param("place", String.valueOf(place(round, 31))).param("word", Base64.getUrlEncoder().encodeToString(word()));
        var fresh = token(round, 31);
        for (var it : find(round).items()) {
            sent = sent.param(it, "5");
        }
        sent = sent.param("message", Base64.getUrlEncoder().encodeToString(fresh.message())).param("signature", Base64.getUrlEncoder().encodeToString(fresh.signature()));
        assertThat(http.post().uri("/survey/ballots").header("Cookie", "probity=who-i-am")).hasStatus(422).bodyText().contains("survey.cookie");
        assertThat(sent.exchange()).hasStatusOk().doesNotContainHeader("Set-Cookie").bodyText().contains("sheet");
        for (var table : List.of("ballot", "counted", "remark", "slip")) {
            assertThat(db.sql("SELECT data_type FROM information_schema.columns WHERE table_schema = 'survey' AND table_name = :table").param("table", table).query(String.class).list())
                    .as("%s: no time finer than a day, and no address", table).doesNotContain("timestamp with time zone", "timestamp without time zone", "time without time zone", "inet");
        }
        time.advance(1);
        var order = db.sql("SELECT sheet FROM survey.ballot WHERE round = :round ORDER BY ctid").param("round", round).query((row, n) -> java.util.HexFormat.of().formatHex(row.getBytes(1))).list();
        assertThat(order).as("where they lie tells not when they came").isSorted();
        assertThat(db.sql("SELECT DISTINCT xmin::text FROM survey.ballot").query(String.class).list()).as("nor which transaction wrote them").hasSize(1);
        var stray = token(round, 0);
        done(box.put(round, stray.message(), stray.signature(), new Ballot(place(round, 60), good.answers(), word(), "")));
        time.advance(6);
        assertThat(counting.closing(round).orElseThrow()).satisfies(it -> assertThat(List.of(it.ballots(), it.astray())).as("one lies where nobody had a token").containsExactly(3, 1)).satisfies(it -> assertThat(it.holds()).isTrue());
        assertThat(http.get().uri("/app/survey/" + round).with(As.me(hr))).hasStatusOk().bodyText().contains("At least 1 lie in a place");
    }

    /** A clock that is a day behind, or a year ahead, for a while; then the round is counted, and the clock goes back into its days. */
    @Test
    void aClockThatJumpsNeitherOpensARoundAgainNorLosesABallot() {
        var round = pulse("safety-1", List.of("safety-stop"), "HF-W2", 2);
        var slip = done(slips.print(round, 0, hr)).getFirst();
        IntStream.range(30, 41).forEach(at -> put(round, at, 4));
        var now = clock.instant();
        var token = token(round, 41);
        var late = ballot(round, 41, 4);
        for (var wrong : List.of(now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(400)))) {
            time.at(wrong, () -> {
                assertThat(key(box.put(round, token.message(), token.signature(), late))).isEqualTo("survey.not-open");
                assertThat(key(box.put(slip, List.of(3), word(), ""))).isEqualTo("survey.not-open");
            });
        }
        assertThat(done(box.put(round, token.message(), token.signature(), late))).as("nothing was spent for it").isNotEmpty();
        time.advance(30);
        var closing = counting.closing(round).orElseThrow();
        assertThat(closing.ballots()).isEqualTo(12);
        var sheets = counting.sheets(round);
        var ballot = find(round).ballot();
        time.at(now, () -> {
            assertThat(key(box.put(round, token.message(), token.signature(), late))).isEqualTo("survey.not-open");
            assertThat(key(box.open(slip))).isEqualTo("survey.slip-unknown");
            assertThat(key(ballots.issue(ballot, person(42), new Holder(rounds.find(ballot).orElseThrow()).sent()))).isEqualTo("ballot.not-open");
            assertThat(surveys.asking(worker(1))).extracting(Survey::id).doesNotContain(round);
            counting.on(new DayHasBegun(find(round).firstDay()));
        });
        assertThat(counting.closing(round)).as("counted once").contains(closing);
        assertThat(counting.sheets(round)).isEqualTo(sheets).hasSize(12);
        done(releasing.release(round, hr));
    }

    @Test
    void whoeverDrawsASlipAnswersOnceAtASharedDevice() {
        var round = pulse("safety-1", List.of(), "HF-W2", 5);
        put(round, 40, 4);
        assertThat(key(slips.print(round, 0, worker(1)))).isEqualTo("survey.not-yours");
        assertThat(key(slips.print(round, 77, hr))).isEqualTo("survey.place-unknown");
        var codes = done(slips.print(round, 0, hr));
        assertThat(codes).as("for those who have had no token").hasSize(24).doesNotHaveDuplicates();
        assertThat(key(slips.print(round, 0, hr))).isEqualTo("survey.slips-none");
        assertThat(surveys.person(worker(1), rounds.find(find(round).ballot()).orElseThrow())).as("not asked").isEmpty();
        var code = codes.getFirst();
        assertThat(http.post().uri("/app/survey/" + round + "/slips/paper").param("codes", String.join(" ", codes)).with(As.me(hr))).hasStatusOk().hasContentType("application/pdf").body().startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        assertThat(http.post().uri("/app/survey/" + round + "/slips/paper").param("codes", "ABCD-EFGH-0123-4567").with(As.me(hr))).as("no paper bears a code that is none").hasStatus(422);
        assertThat(key(slips.open(round, codes, worker(1)))).isEqualTo("survey.not-yours");
        var sheet = paper.html(find(round), codes, Lang.ZH);
        assertThat(codes).allSatisfy(it -> assertThat(sheet).contains(it));
        assertThat(read(sheet.replaceFirst("(?s).*?src=\"data:image/png;base64,([^\"]*)\".*", "$1"))).as("what a phone reads").isEqualTo(paper.address(code)).endsWith("/survey#" + code);
        var before = db.sql("SELECT count(*) FROM access.attempt").query(Long.class).single();
        assertThat(tried(code, "10.1.1.1")).isEqualTo(200);
        assertThat(db.sql("SELECT count(*) FROM access.attempt").query(Long.class).single()).as("of a code that is right nothing is kept").isEqualTo(before);
        var answers = IntStream.range(0, 70).mapToObj(at -> tried("0000-0000-0000-%04d".formatted(at), "10.1.1.2")).toList();
        assertThat(answers).as("codes that are none, one after another").startsWith(422).endsWith(429);
        assertThat(tried(code, "10.1.1.2")).isEqualTo(429);
        assertThat(tried(code, "10.1.1.3")).as("others are not kept waiting").isEqualTo(200);
        assertThat(key(box.open("WRONG"))).isEqualTo("survey.slip-unknown");
        assertThat(done(box.open(code.toLowerCase(java.util.Locale.ROOT).replace("-", " "))).id()).isEqualTo(round);
        var form = http.post().uri("/survey/slip").param("code", code).exchange();
        assertThat(form).hasStatusOk().doesNotContainHeader("Set-Cookie").bodyText().contains("safety-stop", code);
        assertThat(http.post().uri("/survey/slip/ballot").param("code", code).param("safety-stop", "3")).hasStatus(422).bodyText().contains(code);
        var answered = http.post().uri("/survey/slip/ballot").param("code", code);
        for (var it : find(round).items()) {
            answered = answered.param(it, "3");
        }
        assertThat(answered.exchange()).hasStatusOk();
        assertThat(key(box.put(code, Collections.nCopies(6, 3), word(), ""))).isEqualTo("survey.slip-used");
        assertThat(http.post().uri("/survey/slip").cookie(new jakarta.servlet.http.Cookie("session", "1")).param("code", codes.get(1))).hasStatus(422);

        var lines = new StringBuilder("编号,").append(String.join(",", find(round).items())).append('\n');
        codes.subList(1, 12).forEach(it -> lines.append(it).append(",1,2,3,4,5,5\n"));
        assertThat(key(box.bringIn(round, bytes("code,safety-stop\nx,1\n"), hr))).isEqualTo("survey.sheet-columns");
        assertThat(key(box.bringIn(round, bytes(lines + code + ",1,2,3,4,5,5\n"), hr))).as("a slip that was used").isEqualTo("survey.sheet-code");
        assertThat(key(box.bringIn(round, bytes(lines + codes.get(12) + ",1,2,3,4,5,6\n"), hr))).isEqualTo("survey.sheet-answer");
        assertThat(key(box.bringIn(round, bytes(lines.substring(0, lines.indexOf("\n") + 1)), hr))).isEqualTo("survey.sheet-empty");
        assertThat(key(box.bringIn(round, bytes(lines.toString()), worker(1)))).isEqualTo("survey.not-yours");
        assertThat(done(box.bringIn(round, bytes(lines.toString()), hr))).isEqualTo(11);
        time.advance(6);
        var closing = counting.closing(round).orElseThrow();
        assertThat(List.of(closing.tokens(), closing.slips(), closing.ballots(), closing.bySlip())).containsExactly(1, 24, 13, 12);
        assertThat(counting.sheets(round)).as("found by the slip").contains(Hash.sha256(Slips.word(codes.get(3))).hex());
        assertThat(key(box.open(codes.get(20)))).isEqualTo("survey.slip-unknown");
    }

    private int tried(String code, String address) {
        return http.post().uri("/survey/slip").param("code", code).with(request -> {
            request.setRemoteAddr(address);
            return request;
        }).exchange().getResponse().getStatus();
    }

    private static String read(String picture) {
        try {
            var image = javax.imageio.ImageIO.read(new java.io.ByteArrayInputStream(Base64.getDecoder().decode(picture)));
            int side = image.getWidth();
            return new com.google.zxing.qrcode.QRCodeReader().decode(new com.google.zxing.BinaryBitmap(new com.google.zxing.common.HybridBinarizer(
                    new com.google.zxing.RGBLuminanceSource(side, side, image.getRGB(0, 0, side, side, null, 0, side))))).getText();
        } catch (java.io.IOException | com.google.zxing.ReaderException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void theSameIsAskedAgainAndWhatIsNotClearIsSaidToBe() {
        var first = pulse("safety-1", List.of(), "", 1);
        IntStream.range(0, 60).forEach(it -> put(first, it, 1 + it % 3));
        time.advance(2);
        done(releasing.release(first, hr));
        var number = find(first).number();
        assertThat(key(surveys.launch(new Launch(Kind.PULSE, "climate-1", List.of(), "", number, today(), today().plusDays(1)), hr))).as("it did not ask all of these").isEqualTo("survey.again-unknown");
        assertThat(key(surveys.launch(new Launch(Kind.PULSE, "climate-1", List.of("safety-stop"), "HF-W2", number, today(), today().plusDays(1)), hr)))
                .as("two results so close to each other tell what somebody said who has left between them, whatever the pack").isEqualTo("survey.asked-lately");
        time.advance(14);
        var again = done(surveys.launch(new Launch(Kind.PULSE, "safety-1", List.of("safety-stop", "safety-care"), "", number, today(), today().plusDays(1)), hr));
        assertThat(find(again).items()).containsExactly("safety-stop", "safety-care");
        IntStream.range(0, 60).forEach(it -> put(again, it, 3 + it % 3));
        time.advance(2);
        done(releasing.release(again, hr));
        var before = results.before(find(again)).orElseThrow();
        assertThat(before.id()).isEqualTo(first);
        var now = results.everybody(again).orElseThrow();
        var then = results.everybody(first).orElseThrow();
        assertThat(now.called().everybody()).isTrue();
        assertThat(results.since(find(again), now, before, then)).as("items that both asked; a dimension of other items is no comparison").containsOnlyKeys("safety-stop", "safety-care")
                .containsValue(org.probity.reckon.Difference.Verdict.HIGHER);
        assertThat(results.since(find(first), then, find(first), then).values()).containsOnly(org.probity.reckon.Difference.Verdict.NOT_CLEAR);
        assertThat(then.score("safety-stop").words()).isEqualTo("25");
        assertThat(results.alpha(find(first).asked().dimensions().getFirst(), then).orElseThrow().value()).as("everybody answered each item alike").isGreaterThan(0.99);
        assertThat(published.named("survey " + number)).as("another round is another population").isNotEqualTo(published.named("survey " + find(again).number()));
    }

    @Test
    void whenAllOfAGroupSaidTheSameNoScoreIsTold() {
        var round = pulse("safety-1", List.of("safety-stop"), "HF-W2", 1);
        IntStream.range(30, 45).forEach(it -> put(round, it, 4));
        time.advance(2);
        done(releasing.release(round, hr));
        assertThat(results.lines(round)).singleElement().satisfies(it -> {
            assertThat(it.score(Results.ALL).words()).isEqualTo("50–100");
            assertThat(it.doubt(Results.ALL, 25)).as("nor is the range any narrower").isEqualTo(new Results.Doubt(50, 100));
        });
    }

    @Test
    void whatCannotBeLaunchedIsRefusedWithItsReason() {
        weeksLater();
        var good = new Launch(Kind.PULSE, "safety-1", List.of(), "", "", today(), today().plusDays(1));
        assertThat(key(surveys.launch(good, worker(1)))).isEqualTo("survey.not-yours");
        assertThat(key(surveys.launch(new Launch(Kind.PULSE, "q12", List.of(), "", "", today(), today().plusDays(1)), hr))).isEqualTo("survey.pack-unknown");
        assertThat(key(surveys.launch(new Launch(Kind.PULSE, "safety-1", List.of("x"), "", "", today(), today().plusDays(1)), hr))).isEqualTo("survey.item-unknown");
        assertThat(key(surveys.launch(new Launch(Kind.PULSE, "safety-1", List.of(), "", "", today().minusDays(1), today()), hr))).isEqualTo("survey.days-wrong");
        assertThat(key(surveys.launch(new Launch(Kind.PULSE, "safety-1", List.of(), "", "", today(), today().plusDays(93)), hr))).isEqualTo("survey.days-wrong");
        assertThat(key(surveys.launch(new Launch(Kind.PULSE, "safety-1", List.of(), "NONE", "", today(), today().plusDays(1)), hr))).isEqualTo("survey.unit-unknown");
        assertThat(key(surveys.launch(new Launch(Kind.PULSE, "safety-1", List.of(), "HF-T1", "", today(), today().plusDays(1)), hr))).as("eight people").isEqualTo("survey.few");
        assertThat(key(surveys.launch(new Launch(Kind.YEARLY, Pack.YEARLY, List.of(), "HF", "", today(), today().plusDays(1)), hr))).isEqualTo("survey.yearly-all");
        assertThat(key(surveys.launch(new Launch(Kind.PULSE, "safety-1", List.of(), "", "P1999-01", today(), today().plusDays(1)), hr))).isEqualTo("survey.again-unknown");
        var round = pulse("safety-1", List.of(), "HF-W2", 1);
        IntStream.range(30, 38).forEach(it -> put(round, it, 2));
        time.advance(2);
        assertThat(key(releasing.release(round, hr))).as("eight answered").isEqualTo("survey.few-answered");
        assertThat(key(releasing.cut(round, 0, List.of(Releasing.TENURE), hr))).isEqualTo("survey.not-released");
        assertThat(key(box.put(round, new byte[64], new byte[256], new Ballot(0, Collections.nCopies(6, 3), word(), "")))).isEqualTo("survey.not-open");
    }

    @Test
    void aQuestionnaireOfOthersIsBroughtWithItsTermsAndAskedAsItStands() {
        var head = "= theirs-1 | Theirs | 他们的\n";
        var terms = "! CC BY-NC-ND 4.0 | 署名-非商业-禁演绎 4.0\n";
        var rest = "% often | Always; Often; Sometimes; Seldom; Never | 总是；经常；有时；很少；从不\n@ pace | Pace | 节奏\n> pace-enough | Enough time? | 时间够吗？ | often | reversed\n> pace-calm | Calm? | 从容吗？\n";
        assertThat(key(packs.bring(bytes(head + terms + rest), worker(1)))).isEqualTo("survey.not-yours");
        assertThat(key(packs.bring(new byte[0], hr))).isEqualTo("survey.pack-long");
        assertThat(key(packs.bring(new byte[Packs.BYTES_MOST + 1], hr))).isEqualTo("survey.pack-long");
        assertThat(key(packs.bring(new byte[] {(byte) 0xc3, 0x28}, hr))).isEqualTo("survey.pack-text");
        assertThat(key(packs.bring(bytes(head + terms + rest + "\0"), hr))).isEqualTo("survey.pack-text");
        assertThat(packs.bring(bytes(head + terms + rest + "> pace-x | a\n"), hr)).as("the line is named").isEqualTo(Answer.refused("file", "survey.pack-line", 7));
        assertThat(key(packs.bring(bytes(head + terms + rest.replace("; Never", "")), hr))).as("four steps").isEqualTo("survey.pack-line");
        assertThat(key(packs.bring(bytes(head + terms + rest.replace("| reversed", "| turned")), hr))).isEqualTo("survey.pack-line");
        assertThat(key(packs.bring(bytes(head + terms), hr))).isEqualTo("survey.pack-whole");
        assertThat(key(packs.bring(bytes(head + rest), hr))).isEqualTo("survey.pack-terms");
        assertThat(key(packs.bring(bytes(head.replace("theirs-1", "climate-1") + terms + rest), hr))).isEqualTo("survey.pack-taken");
        var pack = done(packs.bring(bytes("\uFEFF" + head + terms + rest), hr));
        assertThat(key(packs.bring(bytes(head + terms + rest), hr))).isEqualTo("survey.pack-taken");
        assertThat(packs.all()).extracting(Pack::code).contains("theirs-1");
        var round = pulse("theirs-1", List.of(), "", 1);
        assertThat(db.sql("SELECT pack_sha256 FROM survey.round WHERE id = :id").param("id", round).query(String.class).single()).isEqualTo(pack.sha256());
        IntStream.range(30, 50).forEach(at -> {
            var token = token(round, at);
            done(box.put(round, token.message(), token.signature(), new Ballot(place(round, at), List.of(1, 1 + at % 2), word(), "")));
        });
        assertThat(http.get().uri("/app/survey/" + round + "/answer").with(As.me(worker(1)))).hasStatusOk().bodyText().contains("Never", "CC BY-NC-ND 4.0");
        time.advance(2);
        done(releasing.release(round, hr));
        var everybody = results.everybody(round).orElseThrow();
        assertThat(everybody.samples().get("pace-enough")).as("'always' is worth most where an item is turned").isEqualTo(new Sample(20, 80, 320));
        assertThat(everybody.score("pace-calm").words()).isEqualTo("13");
        assertThat(results.drivers(everybody.cell())).as("it asks for no outcome").isEmpty();
    }

    @Test
    void remarksAreShownWithoutNamesFromTwentyOn() throws java.io.IOException {
        var round = pulse("safety-1", List.of("safety-care"), "", 1);
        var list = Path.of("../../shared/data/security/blns/blns.json");
        var naughty = Files.exists(list) ? String.join("\n", JsonMapper.shared().readValue(Files.readString(list), String[].class)) : "<script>alert(1)</script>\0'; DROP TABLE survey.ballot; --${7*7}\u202e";
        for (int at = 0; at < 24; at++) {
            var token = token(round, at);
            done(box.put(round, token.message(), token.signature(), new Ballot(place(round, at), List.of(1 + at % 5), word(), "Ask 张40 about it, <b>" + at + "\0" + naughty.substring(Math.min(naughty.length(), at * 900), Math.min(naughty.length(), at * 900 + 900)))));
        }
        db.sql("ANALYZE survey.remark, survey.ballot, survey.invited").update();
        time.advance(2);
        assertThat(releasing.remarks(round)).isEmpty();
        done(releasing.release(round, hr));
        assertThat(releasing.remarks(round).values()).singleElement().satisfies(it -> assertThat(it).hasSize(24).allSatisfy(one -> assertThat(one).contains("□□").doesNotContain("张4")));
        assertThat(db.sql("SELECT count(*) FROM survey.remark WHERE round = :round").param("round", round).query(Long.class).single()).isZero();
        assertThat(db.sql("SELECT attname FROM pg_stats WHERE schemaname = 'survey' AND (most_common_vals::text LIKE '%Ask 张40%' OR histogram_bounds::text LIKE '%Ask 张40%')").query(String.class).list())
                .as("what the database notes of its columns outlives the rows").isEmpty();
        assertThat(db.sql("SELECT count(*) FROM pg_stats WHERE schemaname = 'survey' AND tablename = 'remark' AND attname = 'site'").query(Long.class).single()).as("it did note something").isPositive();
        assertThat(http.get().uri("/app/survey/" + round).with(As.me(hr))).hasStatusOk().bodyText().contains("&lt;b&gt;0").doesNotContain("<script>alert", "<b>0");
    }
}
