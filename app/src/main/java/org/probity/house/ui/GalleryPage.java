package org.probity.house.ui;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Mark;
import org.probity.house.ui.parts.Sheet;
import org.probity.house.ui.parts.State;

/** Every part once, with invented content, for whoever designs a screen and for the tests. */
public record GalleryPage(Lang lang, Query query, List<Reason> reasons) implements Page {
    public record Owed(String proof, Mark mark, LocalDate due, int days, BigDecimal tonnes, String paper) {}

    /** The two languages side by side: these words are nobody's message. */
    public String t(String english, String chinese) {
        return switch (lang) {
            case EN -> english;
            case ZH -> chinese;
        };
    }

    public List<Owed> owed() {
        return List.of(
                new Owed(t("REACH report 2026", "2026 年 REACH 报告"), Mark.BAD, LocalDate.of(2026, 10, 31), -22, new BigDecimal("88.40"), "77aa…0b"),
                new Owed(t("Corrective action CA-2026-118", "纠正措施 CA-2026-118"), Mark.WARN, LocalDate.of(2026, 12, 9), 17, new BigDecimal("1284.15"), "c0de…9e"),
                new Owed("CMRT 6.5", Mark.GOOD, LocalDate.of(2027, 1, 31), 70, new BigDecimal("0.02"), ""));
    }

    private State state(Owed owed) {
        return new State(owed.mark(), switch (owed.mark()) {
            case BAD -> t("Missing", "未提交");
            case WARN -> t("In work, 2 of 5 steps", "处理中，已完成 2/5 步");
            case GOOD -> t("Accepted", "已接受");
            case NONE, NOTE -> t("Not asked", "未要求");
        });
    }

    public Table<Owed> table(Screen s) {
        return Table.of(s, owed())
                .caption(t("What Longtai owes", "隆泰应提交的材料"), t("Soonest first", "按到期日排列"))
                .head("ui.gallery.proof", owed -> new Link(owed.proof(), "/app/parts?proof=" + owed.days()))
                .state("ui.gallery.state", this::state)
                .day("ui.gallery.due", Owed::due).sorts("due")
                .number("ui.gallery.days", Owed::days).sorts("days")
                .number("ui.gallery.tonnes", Owed::tonnes)
                .id("ui.gallery.paper", owed -> owed.paper().isEmpty() ? Optional.empty() : new Link(owed.paper(), "#"))
                .foot(t("Control total", "控制总数"), "", "", "", new BigDecimal("1372.57"), "")
                .choose("owed", Owed::proof, Owed::proof)
                .paged(query, 114)
                .downloads();
    }

    public Sheet sheet() {
        return new Sheet(List.of("Declaration", "Smelter List", "Checker"), "Smelter List", List.of("A", "B", "C"),
                List.of(new Sheet.Row(6, List.of(new Sheet.Cell("CID009937"), new Sheet.Cell("Tungsten", Mark.BAD, 1), new Sheet.Cell("Lianhua Metals"))),
                        new Sheet.Row(7, List.of(new Sheet.Cell("CID 9949", Mark.WARN, 2), new Sheet.Cell("Tin"), new Sheet.Cell("Smelter not listed")))),
                "en");
    }

    private static BigDecimal n(String number) {
        return new BigDecimal(number);
    }

    public List<Chart.Part> parts() {
        return List.of(new Chart.Part(t("clean", "清楚"), n("81"), t("81 %", "81%"), Chart.Fill.SECOND),
                new Chart.Part(t("unknown", "不明"), n("15.8"), t("15.8 %", "15.8%"), Chart.Fill.UNKNOWN),
                new Chart.Part(t("touched", "涉及"), n("3.2"), t("3.2 %", "3.2%"), Chart.Fill.BAD));
    }

    public Map<String, Chart> charts() {
        var charts = new LinkedHashMap<String, Chart>();
        charts.put(t("Bars: amounts side by side", "条形图：并列的数量"), Chart.bars(t("284, 187 and 129 exchanges", "交流 284、187、129 次"), List.of(
                new Chart.Bar(t("Sustainability", "可持续发展"), n("284"), "284"), new Chart.Bar(t("Sunny sourcing", "阳光采购"), n("187"), "187"),
                new Chart.Bar(t("Low carbon", "低碳"), n("129"), "129", Chart.Fill.MISSING))));
        charts.put(t("Bars with long names", "名称较长的条形图"), Chart.bars(t("Two amounts", "两个数量"), List.of(
                new Chart.Bar(t("Certificates of origin checked by a third party", "由第三方核验的原产地证书"), n("37"), "37"),
                new Chart.Bar(t("Statements of the supplier alone", "仅有供应商自己的声明"), n("12"), "12"))));
        charts.put(t("Bullet: value, last year, target", "子弹图：本年、去年、目标"), Chart.bullet(t("96.8 of 100, last year 91.2", "96.8，目标 100，去年 91.2"),
                n("96.8"), Optional.of(n("91.2")), n("100"), n("100")));
        charts.put(t("Line with grades", "带等级的折线"), Chart.line(t("Score falls from 82 to 64", "得分由 82 降至 64"), List.of(
                        new Chart.Point("Q1", "2025", n("82"), "82", false), new Chart.Point("Q2", "", n("91"), "91", false),
                        new Chart.Point("Q3", "", n("78"), "78", false), new Chart.Point("Q4", "", n("71"), "71", true),
                        new Chart.Point("Q1", "2026", n("64"), "64", true)),
                List.of(new Chart.Band("A", n("85"), n("100")), new Chart.Band("B", n("75"), n("85")), new Chart.Band("C", n("60"), n("75")), new Chart.Band("D", n("50"), n("60")))));
        charts.put(t("Columns: history, one value restated", "柱形图：历年数值，其中一年已更正"), Chart.columns(t("79.2 to 100 percent in five years", "五年间由 79.2% 升至 100%"), List.of(
                new Chart.Column("2021", n("79.2"), "79.2"), new Chart.Column("2022", n("88.2"), "88.2"), new Chart.Column("2023", n("91.7"), "91.7"),
                new Chart.Column("2024", n("94.1"), "94.1", Optional.of(n("97.1")), t("was 97.1", "原为 97.1")), new Chart.Column("2025", n("100"), "100"))));
        charts.put(t("Funnel", "漏斗"), Chart.funnel(t("4,210 applied, 214 joined", "4,210 人应聘，214 人入职"), List.of(
                new Chart.Bar(t("Applied", "应聘"), n("4210"), "4,210"), new Chart.Bar(t("Interviewed", "面试"), n("733"), "733"), new Chart.Bar(t("Joined", "入职"), n("214"), "214"))));
        charts.put(t("Stacked share", "堆叠占比"), Chart.stack(t("Clean 81, unknown 15.8, touched 3.2 percent", "清楚 81%，不明 15.8%，涉及 3.2%"), parts(), 22));
        charts.put(t("Interval", "区间"), Chart.interval(t("78, between 75 and 81, last year 74", "78，区间 75 至 81，去年 74"), n("60"), n("100"), n("78"), n("75"), n("81"), Optional.of(n("74")), true));
        charts.put(t("Chain", "链条"), Chart.chain(t("Five steps, the fourth unknown, the fifth touched", "五个环节，第四个不明，第五个涉及"), List.of(
                new Chart.Node(t("Module", "组件"), Chart.Fill.FIRST), new Chart.Node(t("Cell", "电池"), Chart.Fill.FIRST), new Chart.Node(t("Wafer", "硅片"), Chart.Fill.FIRST),
                new Chart.Node(t("Rod", "硅棒"), Chart.Fill.GREY), new Chart.Node(t("Quartz", "石英"), Chart.Fill.BAD))));
        charts.put(t("Places", "地点"), Chart.places(t("Four sites; one way leads to a listed one", "四个地点，其中一条路径通向名单企业"), List.of(
                        new Chart.Place(t("Yiwu", "义乌"), n("120.1"), n("29.3"), n("1"), Chart.Fill.FIRST), new Chart.Place(t("Leshan", "乐山"), n("103.8"), n("29.6"), n("0.5"), Chart.Fill.FIRST),
                        new Chart.Place(t("Ordos", "鄂尔多斯"), n("109.8"), n("39.6"), n("0.3"), Chart.Fill.GREY), new Chart.Place(t("Not shown", "未披露"), n("101.5"), n("36.6"), n("0.03"), Chart.Fill.BAD)),
                List.of(new Chart.Way(1, 0, false), new Chart.Way(2, 0, false), new Chart.Way(3, 1, true))));
        return charts;
    }
}
