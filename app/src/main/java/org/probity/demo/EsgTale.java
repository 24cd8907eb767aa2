package org.probity.demo;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.probity.house.access.Account;
import org.probity.house.access.Accounts;
import org.probity.house.access.DemoPeople;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.ui.Answer;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.shapes.form.Filled;
import org.probity.shapes.form.Question;
import org.probity.shapes.form.Sendings;
import org.probity.shapes.form.Sheets;
import org.probity.shapes.obligation.Obligation;
import org.probity.shapes.obligation.Obligations;
import org.probity.shapes.obligation.State;
import org.probity.supply.esg.Campaigns;
import org.probity.supply.esg.Risks;
import org.probity.supply.esg.Rules;
import org.probity.supply.esg.SelfAssessments;
import org.probity.supply.esg.Topic;
import org.probity.supply.supplier.Suppliers;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the invented suppliers say of themselves in two years, what came back. What follows from high risk is told by {@link PlansTale}. */
@Component
@ConditionalOnBooleanProperty("probity.demo")
@Order(50)
class EsgTale implements Tale {
    private static final int TOGETHER = 25;
    /** Whom each form is for. */
    private static final Map<Topic, List<String>> ASKED = Map.of(Topic.FORM, List.of("solder", "wafer", "chemicals"), Topic.SOCIAL, List.of("wafer"), Topic.PROCESS, List.of("solder"),
            Topic.EHS, List.of("chemicals"), Topic.ENVIRONMENT, List.of("chemicals"));
    private static final Map<String, String> COUNTRIES = Map.of("CN", "12", "MY", "14", "VN", "16", "DE", "4", "KR", "6");
    private static final List<String> GATES = List.of("F8", "S1", "E1", "H7", "P9");
    private static final Map<Topic, String> DOUBTED = Map.of(Topic.FORM, "F6", Topic.SOCIAL, "S7", Topic.PROCESS, "P5", Topic.EHS, "H2", Topic.ENVIRONMENT, "E10");

    private final DemoPeople people;
    private final Accounts accounts;
    private final Suppliers suppliers;
    private final Campaigns campaigns;
    private final SelfAssessments assessments;
    private final Sheets sheets;
    private final Sendings sendings;
    private final Obligations obligations;
    private final Rules rules;
    private final Risks risks;
    private final Clock clock;
    private final List<Crowd.Extra> crowd;

    EsgTale(
            DemoPeople people, Accounts accounts, Suppliers suppliers, Campaigns campaigns, SelfAssessments assessments, Sheets sheets, Sendings sendings, Obligations obligations, Rules rules, Risks risks,
            DemoSize size, Clock clock) {
        this.people = people;
        this.accounts = accounts;
        this.suppliers = suppliers;
        this.campaigns = campaigns;
        this.assessments = assessments;
        this.sheets = sheets;
        this.sendings = sendings;
        this.obligations = obligations;
        this.rules = rules;
        this.risks = risks;
        this.clock = clock;
        this.crowd = Crowd.of(size.suppliers());
    }

    @Override
    public List<Chapter> chapters(Years years) {
        var story = new ArrayList<Chapter>();
        tell(story, years, "esg countries", LocalDate.of(years.last(), 1, 20), this::countries);
        for (var year : List.of(years.last(), years.current())) {
            for (var topic : Topic.values()) {
                tell(story, years, "esg asked " + topic.code + " " + year, LocalDate.of(year, 2, 3), () -> ask(topic, year));
                tell(story, years, "esg answered " + topic.code + " " + year, LocalDate.of(year, 3, 5), () -> answer(topic, year, named(topic), LAST));
                tell(story, years, "esg reviewed " + topic.code + " " + year, LocalDate.of(year, 3, 20), () -> review(topic, year, named(topic)));
                tell(story, years, "esg corrected " + topic.code + " " + year, LocalDate.of(year, 3, 28), () -> correct(topic, year, named(topic)));
                many(story, years, topic, year);
            }
            tell(story, years, "esg risk " + year, LocalDate.of(year, 4, 2), () -> risks.review(officer()));
            // Whoever came since is reviewed in autumn, and all once more before the year is counted.
            tell(story, years, "esg risk in autumn " + year, LocalDate.of(year, 10, 8), () -> risks.review(officer()));
            story.add(Chapter.on(years.by(LocalDate.of(year, 12, 31)), "esg risk at the end of " + year, () -> risks.review(officer())));
        }
        var asked = years.today().minusDays(10);
        tell(story, years, "esg asked now", asked, () -> done(campaigns.open(Topic.SOCIAL, asked.getYear(), asked.plusDays(40), List.of("solder"), officer())));
        return story;
    }

    /** The crowd in parts, on the days around those of the named; whoever came after the asking is asked next year. */
    private void many(List<Chapter> story, Years years, Topic topic, int year) {
        var waves = year == years.last() ? 1 : CrowdTale.WAVES - 1;
        var all = crowd.stream().filter(it -> it.wave() < waves && ASKED.getOrDefault(topic, List.of()).contains(it.category())).map(Crowd.Extra::number).toList();
        for (var from = 0; from < all.size(); from += TOGETHER) {
            var some = all.subList(from, Math.min(all.size(), from + TOGETHER));
            var name = topic.code + " of the crowd " + from / TOGETHER + " " + year;
            var later = from / TOGETHER % 9;
            tellBeside(story, years, topic.code, "esg answered " + name, LocalDate.of(year, 3, 1).plusDays(later), () -> answer(topic, year, some, SILENT));
            tellBeside(story, years, topic.code, "esg reviewed " + name, LocalDate.of(year, 3, 14).plusDays(later), () -> review(topic, year, some));
            tellBeside(story, years, topic.code, "esg corrected " + name, LocalDate.of(year, 3, 23).plusDays(later), () -> correct(topic, year, some));
        }
    }

    private static void tellBeside(List<Chapter> story, Years years, String others, String name, LocalDate day, Runnable act) {
        if (!day.isAfter(years.today())) {
            story.add(Chapter.beside("esg " + others, day, name, act));
        }
    }

    private static List<String> named(Topic topic) {
        return Cast.all().stream().filter(it -> ASKED.getOrDefault(topic, List.of()).contains(it.category())).map(Cast::number).toList();
    }

    private static void tell(List<Chapter> story, Years years, String name, LocalDate day, Runnable act) {
        if (!day.isAfter(years.today())) {
            story.add(Chapter.on(day, name, act));
        }
    }

    private void countries() {
        COUNTRIES.forEach((country, points) -> List.of("E", "S", "G").forEach(side -> {
            var proposal = done(rules.propose("country." + country + "." + side, new BigDecimal(points), today(),
                    "Invented for the demo; a real house enters the index it holds", officer()));
            done(rules.rule(proposal, Outcome.APPROVED, people.the(Role.EHS)));
        }));
    }

    private void ask(Topic topic, int year) {
        done(campaigns.open(topic, year, LocalDate.of(year, 3, 31), ASKED.getOrDefault(topic, List.of()), officer()));
    }

    private interface Silence {
        boolean of(Topic topic, int place, int all);
    }

    /** Of the named, the last one of the form never answers; of the crowd, one in so many. */
    private static final Silence LAST = (topic, place, all) -> topic == Topic.FORM && place == all - 1;
    private static final Silence SILENT = (topic, place, all) -> place % 19 == 3 + topic.ordinal();

    private void answer(Topic topic, int year, List<String> whom, Silence silence) {
        var owed = owed(topic, year, State.OWED, whom);
        for (int place = 0; place < owed.size(); place++) {
            if (!silence.of(topic, place, owed.size())) {
                fill(owed.get(place), year, place);
            }
        }
    }

    private void fill(Obligation it, int year, int place) {
        var contact = contact(it.party());
        var second = lastYear(it);
        // The same as last year, but for one in three.
        var random = new Random(place * 31L + it.kind().hashCode() + (second && place % 3 == 0 ? year : 0));
        for (int round = 0; round < 2; round++) {
            var owned = assessments.find(it.id()).orElseThrow();
            var now = sheets.filled(owned.sheet());
            var typed = new ArrayList<Sheets.Typed>();
            now.missing().forEach(question -> typed.add(new Sheets.Typed(question.code(), said(question, random, !second && place % 14 == 3), "", Optional.ofNullable(now.answers().get(question.code())).map(Filled.Given::id).orElse(null))));
            if (!typed.isEmpty()) {
                done(assessments.save(owned, typed, contact));
            }
            if (round == 0) {
                now.form().questions().stream().filter(question -> !question.proof().isEmpty() && random.nextInt(4) > 0).findFirst().ifPresent(question ->
                        done(assessments.attach(owned, question.code(), List.of(new Sheets.Upload(question.code() + ".txt", "text/plain",
                                ("Invented proof, " + question.code() + " of " + it.party()).getBytes(StandardCharsets.UTF_8))), contact)));
            }
        }
        if (second) {
            explain(it, contact);
        }
        done(assessments.send(assessments.find(it.id()).orElseThrow(), contact));
    }

    private boolean lastYear(Obligation it) {
        return obligations.of(it.party()).stream().anyMatch(before -> before.kind().equals(it.kind()) && before.period() < it.period());
    }

    /** Whatever moved far says why. */
    private void explain(Obligation it, Me contact) {
        var owned = assessments.find(it.id()).orElseThrow();
        var now = sheets.filled(owned.sheet());
        done(assessments.save(owned, now.asked().stream().filter(question -> now.words(question.code()).isEmpty()).map(question -> new Sheets.Typed(question.code(), now.value(question.code()),
                "Looked at again this year.", now.answers().get(question.code()).id())).toList(), contact));
    }

    /** Most answers are good; every fourteenth supplier has a gate that is shut in the first year. */
    private static String said(Question it, Random random, boolean bad) {
        return switch (it.kind()) {
            case CHOICE -> it.gate() ? it.choices().stream().filter(choice -> choice.mark() != null && (choice.mark().signum() == 0) == (bad && GATES.contains(it.code()))).findFirst().orElseThrow().code()
                    : (random.nextInt(6) < 4 ? best(it) : it.choices().get(random.nextInt(it.choices().size()))).code();
            case NUMBER -> number(it, random);
            case TEXT -> "Longer lead times for new formats would help.";
        };
    }

    /** The answer with the most marks, wherever it stands. */
    private static Question.Choice best(Question it) {
        return it.choices().stream().filter(choice -> choice.mark() != null).max(Comparator.comparing(Question.Choice::mark)).orElseThrow();
    }

    private static String number(Question it, Random random) {
        var worst = it.worst();
        var best = it.best();
        return worst == null || best == null ? String.valueOf(random.nextInt(30))
                : best.subtract(worst).multiply(BigDecimal.valueOf(4 + random.nextInt(7))).movePointLeft(1).add(worst).stripTrailingZeros().toPlainString();
    }

    /** Departments read them; every ninth comes back on one question. */
    private void review(Topic topic, int year, List<String> whom) {
        var sent = owed(topic, year, State.SENT_IN, whom);
        for (int place = 0; place < sent.size(); place++) {
            var it = sent.get(place);
            if (place % 9 == 4) {
                done(assessments.sendBack(it.id(), newest(it), Map.of(DOUBTED.getOrDefault(topic, ""), "Which site, and since when?"), reviewer(topic)));
            } else {
                done(assessments.accept(it.id(), newest(it), reviewer(topic)));
            }
        }
    }

    private void correct(Topic topic, int year, List<String> whom) {
        var back = owed(topic, year, State.SENT_BACK, whom);
        for (int place = 0; place < back.size(); place++) {
            var it = back.get(place);
            var contact = contact(it.party());
            var owned = assessments.find(it.id()).orElseThrow();
            var now = sheets.filled(owned.sheet());
            var question = DOUBTED.getOrDefault(topic, "");
            done(assessments.save(owned, List.of(new Sheets.Typed(question, now.value(question), "The first site, since spring.", now.answers().get(question).id())), contact));
            done(assessments.send(assessments.find(it.id()).orElseThrow(), contact));
            done(assessments.accept(it.id(), newest(it), reviewer(topic)));
        }
    }

    private List<Obligation> owed(Topic topic, int year, State state, List<String> whom) {
        return whom.stream().flatMap(it -> suppliers.byNumber(it).stream()).flatMap(it -> obligations.of(it.id()).stream())
                .filter(it -> it.kind().equals(topic.obligation()) && it.period() == year && it.state() == state).toList();
    }

    private UUID newest(Obligation it) {
        return sendings.of(assessments.find(it.id()).orElseThrow().sheet()).getFirst().id();
    }

    private Me reviewer(Topic topic) {
        return people.the(switch (topic) {
            case PROCESS -> Role.PROCESS;
            case SOCIAL, FORM -> Role.SOURCING_OFFICER;
            case EHS, ENVIRONMENT -> Role.EHS;
        });
    }

    private Me officer() {
        return people.the(Role.SOURCING_OFFICER);
    }

    /** Who has an account acts by it; making one for everybody would cost a visitor a minute of password hashes. */
    private Me contact(UUID supplier) {
        var account = accounts.contactsOf(supplier).stream().findFirst();
        return new Me(account.map(Account::id).orElse(new UUID(0x5eed, supplier.getLeastSignificantBits())), account.map(Account::name).orElse("Contact"), Set.of(Role.SUPPLIER),
                Optional.of(supplier));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static <T> T done(Answer<T> answer) {
        return DemoStory.done(answer);
    }
}
