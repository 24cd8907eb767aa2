package org.probity.people.pay;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.directory.Directory;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.PageSamples;
import org.probity.house.ui.Query;

class PayPages implements PageSamples {
    private static final UUID ID = UUID.fromString("0b3c0f4e-0000-4000-8000-000000000211");
    private static final Instant NOW = Instant.parse("2026-01-22T10:20:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 1, 22);

    static Pay pay(long... fen) {
        var of = new EnumMap<Pay.Part, Long>(Pay.Part.class);
        for (var part : Pay.Part.values()) {
            of.put(part, part.ordinal() < fen.length ? fen[part.ordinal()] : 0L);
        }
        return new Pay(of, new BigDecimal("2080.5"));
    }

    private static Payroll.Brought file(int year, int differ, @Nullable Instant counted, @Nullable UUID letters) {
        return new Payroll.Brought(ID, year, 2, "Payroll books, closing of <January>", 9_252, differ, NOW, counted, counted == null ? null : differ == 0 ? "" : "Left out & told to payroll", counted == null ? null : 9_252 - differ,
                letters, letters == null ? null : NOW);
    }

    private static Gaps.Told told(@Nullable String adjusted, @Nullable String low, @Nullable String high, int joined) {
        return new Gaps.Told(ID, ID, 2025, 3_410, 5_602, joined, new BigDecimal("8.31"), new BigDecimal("6.02"), adjusted == null ? null : new BigDecimal("12.40"), null, new BigDecimal("91.20"), new BigDecimal("90.11"),
                number(adjusted), number(low), number(high), adjusted == null ? null : new BigDecimal("0.8120"), 9, joined, number(adjusted), adjusted == null ? null : new BigDecimal("1.20"), 8_800, NOW);
    }

    private static @Nullable BigDecimal number(@Nullable String it) {
        return it == null ? null : new BigDecimal(it);
    }

    private static List<Gaps.Part> parts() {
        return List.of(new Gaps.Part(Gaps.Share.ALL, new BigDecimal("8.62"), new BigDecimal("6.10"), new BigDecimal("11.14")), new Gaps.Part(Gaps.Share.EXPLAINED, new BigDecimal("6.80"), new BigDecimal("5.01"), new BigDecimal("8.59")),
                new Gaps.Part(Gaps.Share.GRADE, new BigDecimal("7.10"), new BigDecimal("5.40"), new BigDecimal("8.80")), new Gaps.Part(Gaps.Share.PLACE, new BigDecimal("-0.60"), new BigDecimal("-1.10"), new BigDecimal("-0.10")),
                new Gaps.Part(Gaps.Share.YEARS, new BigDecimal("0.30"), new BigDecimal("-0.20"), new BigDecimal("0.80")), new Gaps.Part(Gaps.Share.LEFT, new BigDecimal("1.82"), new BigDecimal("1.20"), new BigDecimal("2.44")));
    }

    private static GapPage gap(Gaps.Told it, boolean keeps, LocalDate today) {
        var categories = List.of(new Gaps.Category("", 40, 50, new BigDecimal("1.20"), new BigDecimal("0.00"), null, null, null),
                new Gaps.Category("15", 400, 500, new BigDecimal("6.20"), new BigDecimal("2.00"), new BigDecimal("31.00"), null, null),
                new Gaps.Category("16", 400, 500, new BigDecimal("-7.20"), new BigDecimal("2.00"), BigDecimal.ONE, "Night shifts <of> one workshop", NOW));
        return new GapPage(it, List.of(it, new Gaps.Told(ID, ID, 2024, 3_000, 5_000, 0, BigDecimal.ONE, BigDecimal.ONE, null, null, BigDecimal.TEN, BigDecimal.TEN, null, null, null, null, 0, 0, null, null, 30, NOW)),
                List.of(new Gaps.Quartile(1, new BigDecimal("44.10")), new Gaps.Quartile(4, new BigDecimal("30.50"))), it.adjusted() == null ? List.of() : parts(), categories, DAY.plusMonths(6), today, keeps, Map.of("words", keeps ? "<x>" : ""),
                keeps ? List.of(new Reason("words", "pay.words-missing", List.of())) : List.of());
    }

    @Override
    public List<Page> pages() {
        var pay = pay(12_000_000, 1_800_000, 360_000, 123_456, 0, 96_000);
        var letter = new Letters.Written(ID, "0a".repeat(32), NOW, ID, new Letter(2025, "100009", "Ren <Jie>", "任杰", "16", new BigDecimal("96000"), new BigDecimal("168000"), pay, "ab"));
        var old = new Letters.Written(ID, "0b".repeat(32), NOW.minusSeconds(9_000), ID, new Letter(2025, "100009", "Ren <Jie>", "任杰", "", null, null, pay(1), "ab"));
        var own = new Payroll.Own(file(2025, 3, NOW, ID), pay);
        var looks = List.of(new Letters.Look("Su <Qing>", NOW, "Question of the person & payroll"));
        var lines = List.of(new Payroll.Difference(7, ID, "100009", "Ren <Jie>", "任杰", "pay.why.unread", "bonus"), new Payroll.Difference(8, null, "999999", "", "", "pay.why.stranger", ""),
                new Payroll.Difference(9, ID, "100010", "Zhou", "", "pay.why.twice", ""), new Payroll.Difference(10, ID, "100010", "Zhou", "", "pay.why.not-engaged", ""),
                new Payroll.Difference(11, ID, "100010", "Zhou", "", "pay.why.gain", ""), new Payroll.Difference(12, ID, "100010", "Zhou", "", "pay.why.subsidy", ""),
                new Payroll.Difference(13, null, "", "", "", "pay.why.forgotten", ""), new Payroll.Difference(0, ID, "100011", "Gao", "高", "pay.why.missing", ""));
        var query = Query.all("/app/pay/files/" + ID);
        var band = new Bands.Band(ID, "16", DAY, new BigDecimal("96000.00"), new BigDecimal("168000.00"), "Board & congress", NOW);
        var later = new Bands.Band(UUID.randomUUID(), "16", DAY.plusYears(1), new BigDecimal("99000.00"), new BigDecimal("172000.00"), "Board", NOW);
        var person = new Directory.Person(ID, "100009", "任杰", "Ren <Jie>", "ren@helia.example", List.of());
        return List.of(
                new PayPage(List.of(), List.of(), List.of(), false, false), new PayPage(List.of(), List.of(), List.of(), true, true), new PayPage(List.of(own), List.of(letter, old), looks, false, true),
                new PayPage(List.of(new Payroll.Own(file(2024, 0, NOW, null), pay), own), List.of(), List.of(), true, true),
                new FilesPage(List.of(), DAY, false, true, Map.of(), List.of()), new FilesPage(List.of(file(2025, 3, NOW, ID), file(2024, 0, null, null)), DAY, true, false, Map.of("source", "<x>"),
                        List.of(new Reason("year", "pay.year-wrong", List.of()), new Reason("source", "pay.source-wrong", List.of(200)), new Reason("file", "pay.file.columns", List.of("hours")))),
                new FilePage(file(2025, 7, null, null), lines, 8, true, false, true, query, Map.of("reason", "<x>"), List.of(new Reason("reason", "pay.reason-missing", List.of()))),
                new FilePage(file(2025, 0, null, null), List.of(), 0, true, false, true, query, Map.of(), List.of()), new FilePage(file(2025, 3, null, null), List.of(), 3, false, false, false, query, Map.of(), List.of()),
                new FilePage(file(2025, 1, NOW, null), lines.subList(0, 1), 1, true, false, true, query, Map.of(), List.of()), new FilePage(file(2025, 0, NOW, ID), List.of(), 0, true, true, true, query, Map.of(), List.of()),
                new GapPage(null, List.of(), List.of(), List.of(), List.of(), null, DAY, false, Map.of(), List.of()),
                gap(told("2.10", "-0.40", "4.55", 2), false, DAY), gap(told("3.20", "1.10", "5.30", 0), true, DAY), gap(told("-3.20", "-5.30", "-1.10", 1), true, DAY.plusYears(1)), gap(told(null, null, null, 0), false, DAY),
                new GapPage(told("2.10", "-0.40", "4.55", 3), List.of(), List.of(), List.of(), List.of(), DAY.plusMonths(6), DAY, false, Map.of(), List.of()),
                new BandsPage(List.of(), List.of(), false, Map.of(), List.of()),
                new BandsPage(List.of(band), List.of(later, band), true, Map.of("grade", "<x>"), List.of(new Reason("grade", "pay.grade-wrong", List.of()), new Reason("low", "pay.range-wrong", List.of()))),
                new LookPage(Map.of(), List.of()), new LookPage(Map.of("number", "<x>"), List.of(new Reason("number", "pay.number-unknown", List.of()), new Reason("reason", "pay.look-why", List.of()))),
                new LookedPage(person, List.of()), new LookedPage(person, List.of(own)));
    }
}
