package org.probity.demo;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.probity.house.access.DemoPeople;
import org.probity.house.access.Role;
import org.probity.people.subsidy.Scheme.Kind;
import org.probity.people.subsidy.Scheme.Per;
import org.probity.people.subsidy.Schemes;
import org.probity.people.subsidy.Subsidies;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Night meals, travel and visits to the family at the invented company: a dozen claims a year, one agreed to in part, all paid in one list. */
@Component
@ConditionalOnBooleanProperty("probity.demo")
@Order(84)
class SubsidyTale implements Tale {
    private static final int A_YEAR = 12;
    private static final int CUT = 7;

    private final DemoPeople people;
    private final Schemes schemes;
    private final Subsidies subsidies;
    private final Invited invited;
    private final JdbcClient db;

    SubsidyTale(DemoPeople people, Schemes schemes, Subsidies subsidies, Invited invited, JdbcClient db) {
        this.people = people;
        this.schemes = schemes;
        this.subsidies = subsidies;
        this.invited = invited;
        this.db = db;
    }

    @Override
    public List<Chapter> chapters(Years years) {
        var story = new ArrayList<Chapter>();
        tell(story, years, LocalDate.of(years.last(), 1, 11), "subsidies are set", () -> set(LocalDate.of(years.last(), 1, 11)));
        for (var year : List.of(years.last(), years.current())) {
            tell(story, years, LocalDate.of(year, 1, 12), "budgets of subsidies " + year, () -> budget(year));
            tell(story, years, LocalDate.of(year, 5, 8), "subsidies claimed " + year, () -> claim(LocalDate.of(year, 5, 8)));
            tell(story, years, LocalDate.of(year, 5, 15), "subsidies answered " + year, this::answer);
            tell(story, years, LocalDate.of(year, 5, 25), "subsidies listed " + year, this::pay);
        }
        tell(story, years, years.today().minusDays(2), "an operator claims night meals", () -> subsidies.claim(new Subsidies.Request(scheme("MEAL-N"), years.today().minusDays(8), years.today().minusDays(4), new BigDecimal("125.00"), "",
                "五个夜班", List.of()), people.at("employee")));
        return story;
    }

    private static void tell(List<Chapter> story, Years years, LocalDate day, String name, Runnable act) {
        if (day.isBefore(years.today())) {
            story.add(Chapter.on(day, name, act));
        }
    }

    private UUID scheme(String code) {
        return db.sql("SELECT id FROM subsidy.scheme WHERE code = :code").param("code", code).query(UUID.class).single();
    }

    private void set(LocalDate day) {
        var hr = people.the(Role.HR);
        DemoStory.done(schemes.set(new Schemes.Details("MEAL-N", Kind.MEALS, "Meal of a night shift", "夜班餐补", Per.DAY, new BigDecimal("25.00"), 0, false, day, null, "Agreement with the union, article 12"), hr));
        DemoStory.done(schemes.set(new Schemes.Details("TRAVEL", Kind.TRAVEL, "Travel for work", "出差交通补贴", Per.CLAIM, new BigDecimal("1500.00"), 0, true, day, null, "Rules on travel, article 4"), hr));
        DemoStory.done(schemes.set(new Schemes.Details("FAMILY", Kind.FAMILY, "Visit to the family", "探亲补贴", Per.CLAIM, new BigDecimal("800.00"), 2, true, day, null, "Agreement with the union, article 15"), hr));
    }

    private void budget(int year) {
        for (var code : List.of("MEAL-N", "TRAVEL", "FAMILY")) {
            DemoStory.done(schemes.budget(scheme(code), year, new BigDecimal("60000.00"), people.the(Role.HR)));
        }
    }

    private void claim(LocalDate day) {
        var turn = 0;
        for (var who : invited.some(0, A_YEAR, day)) {
            var code = List.of("MEAL-N", "TRAVEL", "FAMILY").get(turn % 3);
            var nights = code.equals("MEAL-N");
            DemoStory.done(subsidies.claim(new Subsidies.Request(scheme(code), day.minusDays(nights ? 6 : 3), day.minusDays(2), nights ? new BigDecimal("125.00") : new BigDecimal(420 + 30 * turn),
                    nights ? "" : "2431" + day.getYear() + "%08d".formatted(turn), "", nights ? List.of() : List.of(new Subsidies.Upload("ticket.txt", ("Ticket " + day + " " + turn).getBytes(StandardCharsets.UTF_8)))), who));
            turn++;
        }
    }

    private void answer() {
        var turn = 0;
        record Waits(UUID id, BigDecimal amount) {}
        for (var it : db.sql("SELECT claim.id, claim.amount FROM subsidy.claim WHERE claim.void_at IS NULL AND NOT EXISTS (SELECT FROM subsidy.answer WHERE answer.claim = claim.id) ORDER BY claim.number").query(Waits.class).list()) {
            var less = turn++ == CUT;
            DemoStory.done(subsidies.answer(it.id(), true, less ? it.amount().subtract(new BigDecimal("100.00")) : it.amount(), less ? "Second class is what the rules give." : "", people.the(Role.HR)));
        }
    }

    private void pay() {
        var due = db.sql("SELECT count(*)::int AS claims, sum(answer.amount) AS total FROM subsidy.answer WHERE NOT EXISTS (SELECT FROM subsidy.line WHERE line.claim = answer.claim)").query(Schemes.Due.class).single();
        DemoStory.done(schemes.pay(due.claims(), due.total(), people.the(Role.HR)));
    }
}
