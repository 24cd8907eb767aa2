package org.probity.demo;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Account;
import org.probity.house.access.DemoPeople;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.directory.Passes;
import org.probity.house.time.DayHasBegun;
import org.probity.people.community.Batches;
import org.probity.people.community.Community;
import org.probity.people.community.Liaisons;
import org.probity.people.community.Panel;
import org.probity.people.community.Pseudonym;
import org.probity.people.community.Threads;
import org.probity.shapes.ballot.Ballots;
import org.probity.shapes.ballot.Holder;
import org.probity.shapes.ballot.Holder.Token;
import org.probity.shapes.ballot.Round;
import org.probity.shapes.ballot.Rounds;
import org.probity.shapes.measure.Measure;
import org.probity.shapes.measure.Measures;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the invented company's people say without their names, and what follows: answered in time and once late, measures promised and seen done, a result that readers did not
 * accept, something that belongs in a confidential report, and a post that two of three hid. Tokens are asked for and spent as browsers do it.
 */
@Component
@ConditionalOnBooleanProperty("probity.demo")
@Order(84)
class CommunityTale implements Tale {
    /** Who answers for the main site, and who stands behind them; both sign in to the demo. */
    private static final String OFFICER = "100003";
    private static final String DEPUTY = "100008";
    /** Beside those who write or say so too, so many ask for tokens and do nothing with them. */
    private static final int SILENT = 2;

    private record Said(String code, String sort, String unit, String text, int voices, List<String> replies) {
        UUID thread() {
            return UUID.nameUUIDFromBytes(("helia community " + code).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static final Said CANTEEN = new Said("canteen", "IDEA", "CQ", "食堂在夜班开始前半小时就关门了。能不能开到凌晨一点？\n\n夜班的人现在只能吃泡面。", 14, List.of("二车间也一样。", "哪怕只留一个窗口也好。"));
    private static final Said MASKS = new Said("masks", "CONCERN", "NB", "制绒车间的防护口罩三天才换一次，闷，也不干净。", 11, List.of("领的时候还要签两次字。"));
    private static final Said SHOUTING = new Said("shouting", "CONCERN", "", "夜班有班长当众骂人，已经不是一次了。", 6, List.of());
    private static final Said LAZY = new Said("lazy", "PRAISE", "CQ", "设备组都很勤快，除了那个姓冯的，天天躲着抽烟。", 1, List.of());
    private static final Said BUS = new Said("bus", "IDEA", "CQ", "周六的班车末班是 18:10，中班 18:30 才下班。往后推半小时就行。", 12, List.of("支持，每周六都打车。"));
    private static final Said LAMP = new Said("lamp", "QUESTION", "HF", "北门到宿舍那段路的灯什么时候能修好？", 8, List.of());
    private static final Said SHIFT = new Said("shift", "QUESTION", "CQ", "Could the roster of the printing workshop be shown two weeks ahead instead of one?", 6, List.of("Yes please, for those with children."));

    private final DemoPeople people;
    private final Directory directory;
    private final Passes passes;
    private final Community community;
    private final Threads threads;
    private final Liaisons liaisons;
    private final Panel panel;
    private final Batches batches;
    private final Rounds rounds;
    private final Ballots ballots;
    private final Measures measures;
    private final JdbcClient db;

    CommunityTale(DemoPeople people, Directory directory, Passes passes, Community community, Threads threads, Liaisons liaisons, Panel panel, Batches batches, Rounds rounds, Ballots ballots, Measures measures,
            JdbcClient db) {
        this.people = people;
        this.directory = directory;
        this.passes = passes;
        this.community = community;
        this.threads = threads;
        this.liaisons = liaisons;
        this.panel = panel;
        this.batches = batches;
        this.rounds = rounds;
        this.ballots = ballots;
        this.measures = measures;
        this.db = db;
    }

    @Override
    public List<Chapter> chapters(Years years) {
        var last = years.last();
        var today = years.today();
        var story = new ArrayList<Chapter>();
        story.add(Chapter.on(LocalDate.of(last, 3, 3), "board opened", () -> open(last)));

        var day = LocalDate.of(last, 3, 10);
        said(story, day, CANTEEN);
        answered(story, day.plusDays(6), CANTEEN, "开到凌晨一点可以。从下月起留一个窗口，热菜两种。");
        story.add(Chapter.on(day.plusDays(6), "board canteen promised", () -> promise(CANTEEN, "Keep one window of the canteen open until one in the morning", "hr", LocalDate.of(last, 4, 15))));
        story.add(Chapter.on(LocalDate.of(last, 4, 7), "board canteen done", () -> done(CANTEEN, "One window is open until one since the first of the month; 140 meals a night.")));
        story.add(Chapter.on(LocalDate.of(last, 4, 9), "board canteen seen", () -> seen(CANTEEN, "Ate there at half past twelve.", "夜班现在有热饭吃了。")));
        result(story, LocalDate.of(last, 4, 9), CANTEEN, "夜班窗口开到凌晨一点，每晚两种热菜。", 11, 1);

        day = LocalDate.of(last, 5, 19);
        said(story, day, MASKS);
        answered(story, day.plusDays(13), MASKS, "答复晚了，抱歉。口罩改为每班一换，领用只签一次。");
        result(story, day.plusDays(20), MASKS, "已改为每班一换。", 3, 6);
        answered(story, day.plusDays(39), MASKS, "夜班库房没人，所以还是领不到。现在班长手里备一盒。", " again");
        result(story, day.plusDays(48), MASKS, "每班一换，夜班由班长发放。", 8, 0, " again");

        day = LocalDate.of(last, 9, 8);
        said(story, day, SHOUTING);
        story.add(Chapter.on(day.plusDays(2), "board shouting referred", () -> DemoStory.done(threads.refer(SHOUTING.thread(), "这件事应当保密处理。作者的浏览器可以把它转为保密举报，没有其他人能替您转。", people.the(Role.HR)))));
        said(story, day.plusDays(7), LAZY);
        story.add(Chapter.on(day.plusDays(8), "board lazy hidden", this::hide));
        answered(story, day.plusDays(9), LAZY, "谢谢您的表扬，已转告设备组。");

        if (LocalDate.of(years.current(), 3, 20).isBefore(today)) {
            said(story, LocalDate.of(years.current(), 3, 9), LAMP);
            answered(story, LocalDate.of(years.current(), 3, 11), LAMP, "线路已查明，本周五前换好。");
        }
        // What a visitor finds under way: a result that is judged, and a thread that waits.
        said(story, today.minusDays(21), BUS);
        answered(story, today.minusDays(18), BUS, "已与车队商定，末班改为 18:45。");
        story.add(Chapter.on(today.minusDays(18), "board bus promised", () -> promise(BUS, "Move the last bus on Saturdays to 18:45", "hr", today.plusDays(10))));
        story.add(Chapter.on(today.minusDays(6), "board bus done", () -> done(BUS, "Agreed with the bus company in writing, from this Saturday on.")));
        story.add(Chapter.on(today.minusDays(5), "board bus seen", () -> seen(BUS, "Stood at the stop on Saturday.", "周六末班车改为 18:45。")));
        story.add(Chapter.on(today.minusDays(5), "board bus result", () -> DemoStory.done(threads.publish(BUS.thread(), "周六末班车改为 18:45，自上周起。", me(OFFICER)))));
        said(story, today.minusDays(4), SHIFT);
        story.add(Chapter.on(today, "board today", () -> batches.aDayBegins(new DayHasBegun(today))));
        return story;
    }

    /** The union opens the board, human resources name who answers, and the three take their seats. */
    private void open(int year) {
        var hr = people.the(Role.HR);
        var union = people.the(Role.UNION);
        var heads = Workforce.heads(year);
        var all = Workforce.people(year).lines().filter(it -> it.contains(",EMPLOYEE,") && it.endsWith(",")).toList();
        var namings = new ArrayList<Liaisons.Naming>();
        for (var place : liaisons.cover()) {
            var head = place.code().equals("CQ") ? OFFICER : heads.getOrDefault(place.code(), first(all, place.code(), 1));
            namings.add(new Liaisons.Naming(place.unit(), Liaisons.Rank.OFFICER, head));
            // One office has not found a deputy yet.
            if (!place.code().equals("XA-QOP")) {
                namings.add(new Liaisons.Naming(place.unit(), Liaisons.Rank.DEPUTY, place.code().equals("CQ") ? DEPUTY : first(all, place.code(), 2)));
            }
        }
        DemoStory.done(liaisons.name(namings, hr));
        DemoStory.done(panel.seat(Panel.Seat.LIAISON, OFFICER, hr));
        DemoStory.done(panel.seat(Panel.Seat.UNION, "100006", union));
        DemoStory.done(panel.seat(Panel.Seat.ELECTED, "100009", union));
        DemoStory.done(community.open(union));
    }

    /** So many-th of those who work in a unit, or somewhere below a base; never one of those who sign in. */
    private static String first(List<String> all, String code, int nth) {
        var in = code.endsWith("-MFG") ? code.substring(0, 2) + "-TEX," : code.contains("-") ? code + "," : code.equals("HQ") ? "HQ-RND," : code + "-EQP,";
        return all.stream().filter(it -> it.contains("," + in)).skip(nth + 3L).findFirst().orElseThrow(() -> new IllegalStateException("nobody in " + code)).split(",")[0];
    }

    private @Nullable UUID unit(String code) {
        return code.isEmpty() ? null : directory.tree(directory.today()).stream().filter(it -> it.code().equals(code)).findFirst().orElseThrow().id();
    }

    /** Sent on a day by nobody; shown on the next, when others say so too and go on; and that on the third. */
    private void said(List<Chapter> story, LocalDate day, Said it) {
        story.add(Chapter.on(day, "board " + it.code() + " said", () -> {
            batches.aDayBegins(new DayHasBegun(day));
            var token = tokens(community.month().orElseThrow(), it.code(), 1).getFirst();
            DemoStory.done(community.post(community.month().orElseThrow().id(), token, Pseudonym.drawn().post(it.thread(), it.sort(), unit(it.unit()), it.text(), token)));
        }));
        story.add(Chapter.on(day.plusDays(1), "board " + it.code() + " shown", () -> {
            batches.aDayBegins(new DayHasBegun(day.plusDays(1)));
            var voices = rounds.find(threads.find(it.thread()).orElseThrow().voiceRound()).orElseThrow();
            tokens(voices, it.code(), it.voices()).forEach(token -> DemoStory.done(community.say(voices.id(), token, null)));
            var month = community.month().orElseThrow();
            var tokens = tokens(month, it.code() + " replies", it.replies().size());
            for (var at = 0; at < it.replies().size(); at++) {
                DemoStory.done(community.post(month.id(), tokens.get(at), Pseudonym.drawn().post(it.thread(), "", null, it.replies().get(at), tokens.get(at))));
            }
        }));
        story.add(Chapter.on(day.plusDays(2), "board " + it.code() + " heard", () -> batches.aDayBegins(new DayHasBegun(day.plusDays(2)))));
    }

    /** One token each of so many people, who are drawn by the thread's name; some more ask and stay silent. */
    private List<Token> tokens(Round round, String seed, int many) {
        var tokens = new ArrayList<Token>();
        if (many > 0) {
            var from = Math.floorMod(seed.hashCode(), 8_000);
            for (var person : db.sql("SELECT id FROM directory.name WHERE number BETWEEN :from AND :until ORDER BY number").param("from", String.valueOf(100_100 + from)).param("until", String.valueOf(100_099 + from + many + SILENT))
                    .query(UUID.class).list()) {
                if (!ballots.issued(round.id(), person)) {
                    var holder = new Holder(round);
                    tokens.add(holder.tokens(DemoStory.done(ballots.issue(round.id(), person, holder.sent()))).getFirst());
                }
            }
        }
        return tokens.subList(0, many);
    }

    private void answered(List<Chapter> story, LocalDate day, Said it, String words) {
        answered(story, day, it, words, "");
    }

    private void answered(List<Chapter> story, LocalDate day, Said it, String words, String again) {
        story.add(Chapter.on(day, "board " + it.code() + " answered" + again, () -> DemoStory.done(threads.answer(it.thread(), words, answering(it)))));
    }

    private Me answering(Said it) {
        return switch (it.unit()) {
            case "" -> people.the(Role.HR);
            case "CQ" -> me(OFFICER);
            default -> me(liaisons.cover().stream().filter(place -> place.code().equals(it.unit())).flatMap(place -> Stream.of(place.officer(), place.deputy())).filter(Objects::nonNull).findFirst().orElseThrow());
        };
    }

    private void promise(Said it, String what, String owner, LocalDate due) {
        DemoStory.done(measures.promise(new Measure.Subject(Threads.MEASURES, it.thread()), what, people.at(owner).account(), due, me(OFFICER)));
    }

    private UUID measure(Said it) {
        return measures.of(new Measure.Subject(Threads.MEASURES, it.thread())).getLast().id();
    }

    private void done(Said it, String words) {
        DemoStory.done(measures.done(measure(it), words, List.of(), people.the(Role.HR)));
    }

    private void seen(Said it, String words, String published) {
        DemoStory.done(measures.seenDone(measure(it), words, me(OFFICER)));
        DemoStory.done(measures.publish(measure(it), published, me(OFFICER)));
    }

    private void result(List<Chapter> story, LocalDate day, Said it, String words, int yes, int no) {
        result(story, day, it, words, yes, no, "");
    }

    /** The result is shown, readers judge for two weeks, and then it is solved or open again. */
    private void result(List<Chapter> story, LocalDate day, Said it, String words, int yes, int no, String again) {
        story.add(Chapter.on(day, "board " + it.code() + " result" + again, () -> DemoStory.done(threads.publish(it.thread(), words, answering(it)))));
        story.add(Chapter.on(day.plusDays(2), "board " + it.code() + " judging" + again, () -> {
            var judging = rounds.find(threads.find(it.thread()).orElseThrow().judgeRound()).orElseThrow();
            var tokens = tokens(judging, it.code() + again, yes + no);
            for (var at = 0; at < yes + no; at++) {
                DemoStory.done(community.say(judging.id(), tokens.get(at), at < yes));
            }
        }));
        story.add(Chapter.on(day.plusDays(3), "board " + it.code() + " judgements" + again, () -> batches.aDayBegins(new DayHasBegun(day.plusDays(3)))));
        story.add(Chapter.on(day.plusDays(15), "board " + it.code() + " judged" + again, () -> batches.aDayBegins(new DayHasBegun(day.plusDays(15)))));
    }

    /** It names somebody: two of three hide it. */
    private void hide() {
        var look = DemoStory.done(panel.ask(threads.posts(List.of(LAZY.thread())).getFirst().id(), people.the(Role.HR)));
        DemoStory.done(panel.say(look, true, "PERSON", people.the(Role.UNION)));
        DemoStory.done(panel.say(look, false, "", me("100009")));
        DemoStory.done(panel.say(look, true, "PERSON", me(OFFICER)));
    }

    private Me me(String number) {
        return me(directory.byNumber(number).orElseThrow().id());
    }

    private Me me(UUID person) {
        var account = passes.of(person).map(Account::id).orElseGet(() -> DemoStory.done(passes.invite(person, "zh", people.the(Role.HR).account())));
        return new Me(account, directory.person(person).orElseThrow().nameEn(), Set.of(Role.EMPLOYEE), Optional.empty());
    }
}
