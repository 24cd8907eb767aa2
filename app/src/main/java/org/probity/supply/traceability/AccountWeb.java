package org.probity.supply.traceability;

import java.io.IOException;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Query;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The account of sites and months, how the intake does, and the serial numbers of a recall. */
@Controller
@For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
class AccountWeb {
    private static final int MONTHS = 12;
    /** Modules of a month that are drawn; of more, so many at equal distances. */
    private static final int DRAWN = 1_000;

    private final Reconciliation reconciliation;
    private final Flows flows;
    private final Made made;
    private final CaptureHealth health;
    private final Affected affected;
    private final Whereabouts whereabouts;
    private final Serials serials;
    private final Pages pages;

    AccountWeb(Reconciliation reconciliation, Flows flows, Made made, CaptureHealth health, Affected affected, Whereabouts whereabouts, Serials serials, Pages pages) {
        this.reconciliation = reconciliation;
        this.flows = flows;
        this.made = made;
        this.health = health;
        this.affected = affected;
        this.whereabouts = whereabouts;
        this.serials = serials;
        this.pages = pages;
    }

    @GetMapping("/app/traceability/account")
    Object account(Query query, Me me) {
        var months = reconciliation.months(MONTHS);
        var month = query.filter("month").matches("20[0-9]{2}-(0[1-9]|1[0-2])") ? Optional.of(YearMonth.parse(query.filter("month"))) : months.stream().findFirst();
        var material = query.has("material", Reading.TIN) ? Reading.TIN : Reading.SILICON;
        var modules = month.filter(it -> material.equals(Reading.SILICON)).map(made::modules).orElse(new int[0]);
        return pages.view(new AccountPage(month.map(it -> reconciliation.of(it, material)), months, material, modules.length == 0 ? Optional.empty() : flows.of(some(modules), material).map(it -> it.as(me)), modules.length));
    }

    private static int[] some(int[] all) {
        return all.length <= DRAWN ? all : IntStream.range(0, DRAWN).map(it -> all[(int) ((long) it * all.length / DRAWN)]).toArray();
    }

    @GetMapping("/app/traceability/health")
    Object health() {
        return pages.view(new HealthPage(health.now(), health.senders()));
    }

    /** All that a question touches, as long as the list may be. Who may not see alerts asks about suppliers and countries. */
    @GetMapping("/app/traceability/affected/serials.csv")
    void serials(Query query, Me me, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var by = Arrays.stream(Affected.By.values()).filter(it -> query.has("by", it.name())).findFirst().orElse(Affected.By.LISTS);
        var question = new Affected.Question(by, by == Affected.By.LISTS ? "" : query.filter("value"));
        if (question.by() == Affected.By.LISTS && !Listed.seesAlerts(me)) {
            throw new NotThere("serials of what lists say");
        }
        var found = affected.ask(question, Reading.SILICON).orElseThrow(() -> new NotThere("serials while the books are read"));
        var where = whereabouts.of(found.touched(), Reading.SILICON).orElseThrow(() -> new NotThere("serials while the books are read"));
        var asked = Arrays.stream(Whereabouts.Where.values()).filter(it -> query.has("where", it.name())).findFirst();
        var screen = pages.screen(request);
        var words = new EnumMap<Whereabouts.Where, String>(Whereabouts.Where.class);
        for (var it : Whereabouts.Where.values()) {
            words.put(it, screen.t("traceability.whereabouts." + it));
        }
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"serials-" + screen.now().toLocalDate() + ".csv\"");
        response.setHeader("Cache-Control", "no-store");
        serials.write(asked.map(it -> where.only(it)).orElse(where), words, String.join(",", List.of(screen.t("traceability.serial"), screen.t("traceability.address"), screen.t("traceability.whereabouts"))),
                response.getOutputStream());
    }
}
