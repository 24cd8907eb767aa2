package org.probity.people.recruitment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probity.house.access.Account;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Query;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Chip;
import org.probity.house.ui.parts.Fact;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.State;
import org.probity.people.recruitment.Requisition.Question;

/**
 * One request for people: what was agreed, who asks the questions, and who applied, by their codes.
 *
 * @param keeps human resources; whoever leads the unit reads and rules
 * @param mine whether the reader asked for it
 */
public record RequisitionPage(
        Requisition it, List<Question> screen, List<Question> interview, List<Account> interviewers, List<Application> applications, long total, Query query, boolean keeps, boolean mine,
        String asker, LocalDate today, Map<String, String> typed, List<Reason> reasons) implements Page {
    static State state(Screen s, Application it) {
        var words = s.t("recruitment.application." + it.state());
        return switch (it.state()) {
            case SCREENING, INTERVIEWS, TO_OFFER -> State.warn(words);
            case OFFERED -> State.note(words);
            case HIRED -> State.good(words);
            case REFUSED -> State.bad(words);
            case DECLINED -> State.none(words);
        };
    }

    public String path() {
        return "/app/recruitment/" + it.id();
    }

    public Requisition.State stands() {
        return it.state(today);
    }

    public List<State> tags(Screen s) {
        return List.of(RequisitionsPage.state(s, it, today).asTag());
    }

    public boolean rules() {
        return it.waits() != null && !mine;
    }

    public boolean takesBack() {
        return it.waits() != null && mine;
    }

    /** Whether there are as many as it takes to open the posting. */
    public boolean named() {
        return interviewers.size() >= Postings.INTERVIEWERS_LEAST;
    }

    public String names() {
        return typed.getOrDefault("interviewers", interviewers.stream().map(Account::email).collect(Collectors.joining("\n")));
    }

    public List<String> paragraphs(Screen s) {
        return Arrays.stream(it.work(s.lang()).split("\\R+")).filter(line -> !line.isBlank()).toList();
    }

    public List<Fact> facts(Screen s) {
        var facts = new ArrayList<>(List.of(new Fact(s.t("recruitment.unit"), it.unit(s.lang())), new Fact(s.t("recruitment.wanted"), s.number(it.wanted())),
                new Fact(s.t("recruitment.hired"), s.number(it.hired())), new Fact(s.t("recruitment.closes-on"), s.longDay(it.closesOn())), new Fact(s.t("recruitment.asked-by"), asker),
                new Fact(s.t("recruitment.grounds"), it.grounds())));
        if (!it.track().isEmpty() || it.level() > 0) {
            facts.add(new Fact(s.t("recruitment.level"), (it.track() + " " + (it.level() > 0 ? s.t("recruitment.level-no", it.level()) : "")).strip()));
        }
        return facts;
    }

    public Table<Question> questions(Screen s, List<Question> some, String caption) {
        return Table.of(s, some).caption(s.t(caption)).number("recruitment.no", Question::no).text("recruitment.question", it -> it.words(s.lang()))
                .text("recruitment.anchors", it -> it.anchors(s.lang()));
    }

    public List<Chip> chips(Screen s) {
        return Stream.concat(Stream.of(Chip.of(query, "state", "", s.t("recruitment.all"))),
                Stream.of("SCREENING", "INTERVIEWS", "TO_OFFER", "OFFERED", "HIRED", "REFUSED").map(it -> Chip.of(query, "state", it, s.t("recruitment.application." + it)))).toList();
    }

    public Table<Application> table(Screen s) {
        return Table.of(s, applications)
                .caption(s.t("recruitment.applications"))
                .head("recruitment.code", it -> new Link(it.code(), "/app/recruitment/applications/" + it.id()))
                .state("recruitment.state", it -> state(s, it))
                .text("recruitment.ground", it -> it.ground().isEmpty() ? "" : s.t("recruitment.ground." + it.ground()))
                .number("recruitment.interviews-held", Application::interviews)
                .day("recruitment.kept-until", Application::keepUntil)
                .paged(query, total);
    }
}
