package org.probity.house.ui;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
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
                .id("ui.gallery.paper", owed -> owed.paper().isEmpty() ? java.util.Optional.empty() : new Link(owed.paper(), "#"))
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
}
