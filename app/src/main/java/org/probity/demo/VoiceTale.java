package org.probity.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.DemoPeople;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.people.voice.Card;
import org.probity.people.voice.Category;
import org.probity.people.voice.Channel;
import org.probity.people.voice.DemoReports;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was reported in confidence: keys of twelve readers that two people entered, ten sealed reports, answered in time but once, asked again whether anybody suffers for it. The keys lie in
 * a file beside this one under the password of the demo, and so do the receipts: a visitor can read at a desk, and can come back as one of those who wrote.
 */
@Component
@ConditionalOnBooleanProperty("probity.demo")
@Order(85)
class VoiceTale implements Tale {
    private static final int[] ASKED_AFTER = {30, 90, 180, 365};

    record Handler(String mailbox, String channel, String en, String zh, String recipient, String wrapped) {}

    /** @param en twelve words, and in Chinese the same; what follows are what a browser derives from them */
    record Receipt(String en, String zh, String recipient, String thread, String tag) {}

    record Kept(List<Handler> handlers, List<Receipt> receipts) {}

    /** @param heard days until it was acknowledged; below zero: nobody has yet @param outcome empty: it is still looked into */
    private record Report(int no, LocalDate day, Channel channel, Category category, String site, String text, int heard, String answer, String outcome) {}

    private final Kept kept = kept();
    private final DemoPeople people;
    private final Directory directory;
    private final DemoReports reports;

    VoiceTale(DemoPeople people, Directory directory, DemoReports reports) {
        this.people = people;
        this.directory = directory;
        this.reports = reports;
    }

    static Kept kept() {
        try (var in = VoiceTale.class.getResourceAsStream("voice.json")) {
            if (in == null) {
                throw new IllegalStateException("no keys of the demo's readers");
            }
            return JsonMapper.shared().readValue(in.readAllBytes(), Kept.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Chapter> chapters(Years years) {
        var last = years.last();
        var today = years.today();
        var story = new ArrayList<Chapter>();
        story.add(Chapter.on(LocalDate.of(last, 1, 20), "readers of reports", this::enter));
        Stream.of(
                new Report(0, LocalDate.of(last, 2, 10), Channel.HR, Category.HARASSMENT, "CQ", "二车间夜班的一位组长，连续几周在微信上给我发不合适的话，我已经明确说过不要再发。", 3, "我们与双方谈过话，聊天记录属实。对方已调离该班组并受到书面警告，您不需要调班。", "SUBSTANTIATED"),
                new Report(1, LocalDate.of(last, 3, 17), Channel.AUDIT, Category.FRAUD, "", "One of our forwarders sends two invoices for the same container. The second one is always approved by the same person within minutes.", 2,
                        "Audit has compared two years of invoices. Eleven were paid twice; the money was claimed back and the approval now needs two people.", "SUBSTANTIATED"),
                new Report(2, LocalDate.of(last, 4, 22), Channel.HR, Category.PAY_AND_HOURS, "HF", "连续三个周日加班，工资条上只按平时一点五倍算。", 4, "三个周日中有两个算错，差额随下月工资补发；第三个是调休，记录已给您看。", "PARTLY"),
                new Report(3, LocalDate.of(last, 6, 9), Channel.LEGAL, Category.PRIVACY, "", "体检报告放在前台，谁都能翻。", 1, "我们去看了四次，报告都锁在柜中；已提醒前台当面交给本人。", "NOT_SUBSTANTIATED"),
                new Report(4, LocalDate.of(last, 8, 18), Channel.FACTORY, Category.SAFETY, "CQ", "镀膜机的联锁被人用磁铁吸住，开着门也能转。", 1, "当天停机，联锁已恢复并加封；三名班长重新培训。", "SUBSTANTIATED"),
                new Report(5, LocalDate.of(last, 10, 13), Channel.UNION, Category.CONDUCT, "NB", "选优秀员工时，主任直接报了自己的亲戚，没有投票。", 9, "评选作废，已重新投票。答复您收到得晚了，请原谅。", "PARTLY"),
                new Report(6, LocalDate.of(last, 11, 24), Channel.AUDIT, Category.FRAUD, "", "I work for one of your suppliers. A buyer of yours asked our sales manager for a share of each order.", 3,
                        "Thank you. What you describe may be a crime; we have handed it to the authorities and may not say more.", "REFERRED"),
                new Report(7, years.by(LocalDate.of(years.current(), 3, 16)), Channel.HR, Category.DISCRIMINATION, "XA", "产假回来后我的岗位给了别人，说是“你现在不方便上夜班”。", 2, "原岗位已恢复，班表按您的意愿排；相关主管已接受谈话。", "SUBSTANTIATED"),
                new Report(8, today.minusDays(40), Channel.AUDIT, Category.FRAUD, "CQ", "废硅料出门时只称一半，另一半不过磅。", 4, "", ""),
                new Report(9, today.minusDays(3), Channel.HR, Category.RETALIATION, "HF", "我上个月反映加班费以后，这个月的班全排成了夜班。", -1, "", ""))
                .filter(it -> it.day().isAfter(LocalDate.of(last, 1, 20)) && it.day().isBefore(today)).forEach(it -> tell(story, it, today));
        return story;
    }

    private void enter() {
        DemoStory.done(reports.keysStay(730, directory.today(), "Each change costs two people and a meeting; every second year is enough for us", people.the(Role.LEGAL)));
        for (var it : kept.handlers()) {
            var channel = Channel.valueOf(it.channel());
            var handler = DemoStory.done(reports.offer(channel, it.en(), it.zh(), it.recipient(), it.wrapped(), people.at(it.mailbox())));
            DemoStory.done(reports.enter(handler, people.the(channel == Channel.UNION || channel == Channel.COMMITTEE ? Role.LEGAL : Role.UNION)));
        }
    }

    private void tell(List<Chapter> story, Report it, LocalDate today) {
        var name = "report " + (it.no() + 1);
        story.add(Chapter.on(it.day(), name, () -> send(it)));
        if (it.heard() < 0) {
            return;
        }
        var heard = it.day().plusDays(it.heard());
        story.add(Chapter.on(heard, name + " acknowledged", () -> answer(it, "ACKNOWLEDGED", "", it.text().matches(".*[a-z]{4}.*") ? "We have read it and look into it. You hear from us within three months." : "已收到并开始核实，三个月内给您答复。")));
        if (it.answer().isEmpty()) {
            return;
        }
        if (heard.plusDays(48).isBefore(today)) {
            story.add(Chapter.on(heard.plusDays(41), name + " answered", () -> answer(it, "ANSWERED", "", it.answer())));
            story.add(Chapter.on(heard.plusDays(48), name + " closed", () -> answer(it, "CLOSED", it.outcome(), it.answer())));
        }
        for (var days : ASKED_AFTER) {
            if (heard.plusDays(days + 1L).isBefore(today)) {
                story.add(Chapter.on(heard.plusDays(days + 1L), name + " asked after " + days, () -> {
                    answer(it, "ASKED", "", it.text().matches(".*[a-z]{4}.*") ? "Has anybody made you suffer for your report?" : "举报之后，有没有人为难您？");
                    DemoStory.done(reports.heard(card(it), days < 365 ? Card.Heard.NONE : Card.Heard.SILENT, reader(it)));
                }));
            }
        }
    }

    /** Sealed for all readers of the channel and for whoever writes; one of them opens it, and the day is over. */
    private void send(Report it) {
        var receipt = kept.receipts().get(it.no());
        var team = reports.readers(it.channel());
        var site = it.site().isEmpty() ? null : directory.tree(directory.today()).stream().filter(place -> place.code().equals(it.site())).findFirst().orElseThrow().id();
        var said = new LinkedHashMap<String, @Nullable Object>();
        said.put("v", 1);
        said.put("n", 1);
        said.put("thread", receipt.thread());
        said.put("reply", receipt.recipient());
        said.put("channel", it.channel().name());
        said.put("category", it.category().name());
        said.put("site", site == null ? "" : site.toString());
        said.put("about", null);
        said.put("to", team.stream().map(reader -> reader.id().toString()).toList());
        said.put("text", it.text());
        DemoStory.done(reports.post(receipt.tag(), sealed(said, receipt, team)));
        DemoStory.done(reports.open(receipt.tag(), it.channel(), it.category(), site, team, reader(it)));
        reports.dayOver(it.day());
    }

    private void answer(Report it, String step, String outcome, String text) {
        var receipt = kept.receipts().get(it.no());
        var team = reports.readers(it.channel());
        var by = reader(it);
        var own = team.stream().filter(reader -> reader.account().equals(by.account())).findFirst().orElseThrow();
        var said = new LinkedHashMap<String, Object>(Map.of("v", 1, "id", UUID.randomUUID().toString().replace("-", ""), "thread", receipt.thread(), "from", own.id().toString(), "name", own.name(), "step", step,
                "outcome", outcome, "day", directory.today().toString(), "after", 1));
        said.put("to", team.stream().map(reader -> reader.id().toString()).toList());
        said.put("text", text);
        DemoStory.done(reports.answer(card(it), sealed(said, receipt, team), step, outcome, by));
    }

    private UUID card(Report it) {
        return reports.card(kept.receipts().get(it.no()).tag()).orElseThrow();
    }

    /** The first of the channel. */
    private Me reader(Report it) {
        return people.at(kept.handlers().stream().filter(handler -> handler.channel().equals(it.channel().name())).findFirst().orElseThrow().mailbox());
    }

    private static byte[] sealed(Map<String, ? extends @Nullable Object> said, Receipt receipt, List<DemoReports.Reader> team) {
        return Envelope.seal(JsonMapper.shared().writeValueAsString(said), Stream.concat(Stream.of(receipt.recipient()), team.stream().map(DemoReports.Reader::recipient)).toList());
    }
}
