package org.probity.people.voice;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.PageSamples;
import org.probity.shapes.rule.Rules;
import org.probity.shapes.rule.RulesView;

class VoicePages implements PageSamples {
    private static final UUID ID = UUID.fromString("0b3c0f4e-0000-4000-8000-000000000061");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private static Handler handler(Channel channel, String name, @Nullable Integer entered) {
        return new Handler(UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8)), ID, channel, name, "Head of <audit>", "审计负责人", "age1" + "q".repeat(46) + "w508d6qejxtd", "YWdl".repeat(60), TODAY.minusDays(30), entered == null ? ID : null, entered, null);
    }

    private static Card card(String number, Channel channel, int days, @Nullable LocalDate acknowledged, @Nullable LocalDate answered, Card.@Nullable Outcome outcome) {
        var received = TODAY.minusDays(days);
        return new Card(ID, number, "ab".repeat(32), channel, Category.HARASSMENT, days % 3 == 0 ? Via.LETTER : Via.WEB, days % 2 == 0 ? "Hefei <base>" : null, days % 2 == 0 ? "合肥基地" : null, received, acknowledged, answered, outcome == null ? null : TODAY, outcome,
                received.plusDays(7), received.plusDays(7).plusMonths(3), 0, 0, acknowledged == null ? null : acknowledged.plusDays(30), days == 60 ? "V2025-00009" : null, outcome == null ? null : Card.Review.OTHER);
    }

    @Override
    public List<Page> pages() {
        var key = handler(Channel.AUDIT, "Tan <Rui>", 1);
        var mine = handler(Channel.UNION, "Bai Lu", null);
        var passkey = new Recovery.Passkey(ID, "QUJD".repeat(10), "YWdl".repeat(60), TODAY.minusDays(3));
        var rule = new Rules.Rule("acknowledge-days", LocalDate.of(2024, 1, 1), 7, "Directive (EU) 2019/1937, art. 9(1)(b); to be confirmed by counsel", null);
        return List.of(new VoicePage(7, 3, null), new PromisePage(), new PaperPage(List.of()), new PaperPage(List.of(key)),
                new FilesPage(List.of(new FilesPage.Given(TODAY, Map.of("age.js", "ab".repeat(32), "offline-en.html", "cd".repeat(32)))), "log.helia.example+0a1b2c3d+ATest"),
                new PosterPage(List.of(new PosterPage.Site(ID, "Hefei <base>", "合肥基地")), null, "https://helia.example", Map.of(), "log.helia.example+0a1b2c3d+ATest"),
                new PosterPage(List.of(), new PosterPage.Site(ID, "Hefei <base>", "合肥基地"), "https://helia.example", Map.of("offline-en.html", "cd".repeat(32)), "log.helia.example+0a1b2c3d+ATest"), new StatisticsPage(2026, List.of(), Map.of()),
                new StatisticsPage(2026, List.of(2026, 2025), Map.of(Sort.CATEGORY, Map.of("FRAUD", 15L, "SAFETY", 1L), Sort.OUTCOME, Map.of("NONE", 5L))),
                new DeskPage(List.of(), Map.of(), List.of(), List.of(), TODAY), new DeskPage(List.of(key), Map.of(key.id(), List.of("YWdl".repeat(60))), List.of(passkey), List.of(), TODAY),
                new DeskPage(List.of(key), Map.of(), List.of(), List.of(card("V2026-00003", Channel.AUDIT, 2, null, null, null), card("V2026-00002", Channel.HR, 9, null, null, null),
                        card("V2026-00001", Channel.FACTORY, 60, TODAY.minusDays(58), null, null), card("V2026-00000", Channel.UNION, 100, TODAY.minusDays(98), TODAY.minusDays(40), Card.Outcome.PARTLY)), TODAY),
                new KeysPage(List.of(), List.of(), List.of(), null, List.of(), KeysPage.Again.NONE, Map.of(), List.of()),
                new KeysPage(List.of(key), List.of(), List.of(key), null, List.of(), new KeysPage.Again(List.of(), new Recovery.Left(ID, TODAY.minusDays(90), List.of("Bai Lu", "Zhao <Min>", "Ren Yu"), List.of(ID), 3, TODAY), false), Map.of(), List.of()),
                new KeysPage(List.of(key), List.of(new KeysPage.Waits(ID, KeyDirectory.ENTER, "", mine), new KeysPage.Waits(UUID.randomUUID(), KeyDirectory.RETIRE, "Leaves the <house>", key)), List.of(mine, key),
                        new CaseCounts.Standing(12, 3, 1, 0, 1, true), List.of(handler(Channel.HR, "Left <long> ago", 2)),
                        new KeysPage.Again(List.of(passkey), new Recovery.Left(ID, TODAY.minusDays(90), List.of("Bai Lu", "Zhao <Min>", "Ren Yu"), List.of(ID), 1, null), true), Map.of("functionEn", "A & b", "channel", "HR"), List.of(new Reason("functionZh", "voice.function-missing", List.of()))),
                new KeysPage(List.of(key), List.of(), List.of(key), null, List.of(), new KeysPage.Again(List.of(), new Recovery.Left(ID, TODAY.minusDays(90), List.of("Bai Lu", "Zhao <Min>", "Ren Yu"), List.of(ID), 2, null), false), Map.of(), List.of()),
                new RulesPage(new RulesView(VoiceRule.ALL, List.of(rule), false, TODAY, Map.of(), Map.of(), List.of())),
                new RulesPage(new RulesView(VoiceRule.ALL, List.of(rule), true, TODAY, Map.of(), Map.of("value", "x"), List.of(new Reason("value", "rule.value-wrong", List.of(1, 30))))));
    }
}
