package org.probity.people.pay;

import java.util.List;
import java.util.Optional;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Sum;

/**
 * What one was paid, year by year: each part, what it is and where it comes from; the letters; and who looked.
 *
 * @param own newest first @param keeps whether the reader also keeps remuneration, or sees how many were paid @param knows whether the reader is somebody of the directory
 */
public record PayPage(List<Payroll.Own> own, List<Letters.Written> letters, List<Letters.Look> looks, boolean keeps, boolean knows) implements Page {
    public record Line(Pay.Part part, long fen) {}

    public static String yuan(Screen s, long fen) {
        return s.measure(Payroll.yuan(fen), "CNY");
    }

    public List<Sum> sums(Screen s, Payroll.Own it) {
        return List.of(new Sum(s.t("pay.total"), yuan(s, it.pay().total())), new Sum(s.t("pay.hours"), s.number(it.pay().hours())));
    }

    public String title(Screen s, Payroll.Own it) {
        return s.t("pay.year-of", String.valueOf(it.file().year()));
    }

    public Optional<Letters.Written> letter(Payroll.Own it) {
        return letters.stream().filter(one -> one.letter().year() == it.file().year()).findFirst();
    }

    /** Letters of years whose newest is shown beside the year itself. */
    public List<Letters.Written> older() {
        return letters.stream().filter(it -> own.stream().noneMatch(one -> letter(one).filter(it::equals).isPresent())).toList();
    }

    /** Where the company itself says the same in more detail. */
    public static Optional<String> where(Pay.Part part) {
        return switch (part) {
            case GAIN -> Optional.of("/app/reward");
            case INCENTIVE -> Optional.of("/app/reward/units");
            case SUBSIDY -> Optional.of("/app/subsidies");
            case FIXED, BONUS, ALLOWANCE -> Optional.empty();
        };
    }

    public List<Line> lines(Payroll.Own it) {
        return java.util.stream.Stream.of(Pay.Part.values()).map(part -> new Line(part, it.pay().of(part))).toList();
    }

    public Table<Letters.Look> looked(Screen s) {
        return Table.of(s, looks)
                .caption(s.t("pay.looks"))
                .head("pay.by", Letters.Look::by)
                .text("pay.at", it -> s.time(it.at()))
                .text("pay.reason", Letters.Look::reason);
    }

    public List<Link> papers(Screen s, Letters.Written it) {
        return List.of(new Link("English (PDF)", "/app/pay/letters/" + it.id() + "/letter-en.pdf"), new Link("中文 (PDF)", "/app/pay/letters/" + it.id() + "/letter-zh.pdf"));
    }
}
