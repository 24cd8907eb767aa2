package org.probity.people.career;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Fact;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.State;
import org.probity.people.career.Application.Attached;
import org.probity.people.career.Application.Decided;
import org.probity.people.career.Application.DecidedItem;
import org.probity.people.career.Application.Outcome;
import org.probity.people.career.Application.Panelist;
import org.probity.people.career.Application.Vote;

/**
 * An application: written by the applicant, judged by the panel, read by human resources. Whoever sits on the panel sees what the others found only after
 * they have spoken themselves; the applicant sees reasons without who gave them.
 *
 * @param member the reader's seat on the panel
 */
public record ApplicationPage(
        Application it, Standard standard, Map<UUID, String> said, List<Attached> files, Side side, @Nullable Panelist member, List<Panelist> members, List<Vote> votes,
        @Nullable Decided decided, List<DecidedItem> items, Map<String, String> typed, List<Reason> reasons) implements Page {
    public enum Side { APPLICANT, PANEL, HR }

    public String path() {
        return "/app/careers/applications/" + it.id();
    }

    public String title(Screen s) {
        return it.track(s.lang()) + " " + it.code();
    }

    public List<State> tags(Screen s) {
        return List.of(ApplicationsPage.state(s, it.state()).asTag());
    }

    public Link home(Screen s) {
        return side == Side.HR ? new Link(s.t("career.applications"), "/app/careers/applications") : new Link(s.t("career.mine"), "/app/career");
    }

    public List<Standard.Item> asked() {
        return standard.asked(it.level());
    }

    public String words(Standard.Item item) {
        return typed.getOrDefault("said." + item.id(), said.getOrDefault(item.id(), ""));
    }

    public List<Attached> files(Standard.Item item) {
        return files.stream().filter(file -> file.item().equals(item.id())).toList();
    }

    public boolean writes() {
        return side == Side.APPLICANT && it.state() == Application.State.DRAFT;
    }

    public boolean calls() {
        return side == Side.HR && it.state() == Application.State.SENT;
    }

    public boolean judges() {
        return side == Side.PANEL && it.state() == Application.State.PANEL;
    }

    public boolean leads() {
        return judges() && Objects.requireNonNull(member).no() == 1 && members.stream().allMatch(Panelist::voted);
    }

    public boolean withdraws() {
        return side == Side.APPLICANT && it.state().open();
    }

    public List<Fact> facts(Screen s) {
        var facts = Stream.of(new Fact(s.t("career.number"), it.number()), new Fact(s.t("career.person"), it.person(s.lang())), new Fact(s.t("career.level"), it.code()),
                new Fact(s.t("career.held-before"), it.held() == 0 ? s.t("career.none") : it.ladder().name() + it.held()),
                new Fact(s.t("career.standard"), s.t("career.version-no", standard.version())));
        return it.because().isEmpty() ? facts.toList() : Stream.concat(facts, Stream.of(new Fact(s.t("career.why"), s.t("career.because." + it.because())))).toList();
    }

    /** Levels that a finding can name. */
    public List<Option> levels(Screen s) {
        return IntStream.rangeClosed(0, it.level()).mapToObj(level -> new Option(String.valueOf(level), level == 0 ? s.t("career.nothing-shown") : it.ladder().name() + level)).toList();
    }

    public String shown(Standard.Item item) {
        return typed.getOrDefault("shown." + item.id(), own(item).map(vote -> String.valueOf(vote.shown())).orElse(""));
    }

    public String reason(Standard.Item item) {
        return typed.getOrDefault("reason." + item.id(), own(item).map(Vote::reason).orElse(""));
    }

    private java.util.Optional<Vote> own(Standard.Item item) {
        return votes.stream().filter(vote -> member != null && vote.person().equals(member.person()) && vote.item().equals(item.id())).findFirst();
    }

    /** What others found, for whoever has spoken. */
    public List<Vote> others(Standard.Item item) {
        return member != null && member.voted() ? votes.stream().filter(vote -> !vote.person().equals(member.person()) && vote.item().equals(item.id())).toList() : List.of();
    }

    public String says(Screen s, Vote vote) {
        var level = vote.shown() == 0 ? s.t("career.nothing-shown") : it.ladder().name() + vote.shown();
        return vote.reason().isEmpty() ? level : level + " · " + vote.reason();
    }

    public Table<Panelist> panel(Screen s) {
        return Table.of(s, members)
                .caption(s.t("career.panel"))
                .head("career.person", it -> it.name(s.lang()))
                .text("career.seat", it -> Stream.of(it.no() == 1 ? s.t("career.lead") : "", it.outside() ? s.t("career.outside") : "", it.manager() ? s.t("career.manager") : "")
                        .filter(words -> !words.isEmpty()).collect(java.util.stream.Collectors.joining(s.t("career.comma"))))
                .state("career.spoken", it -> it.voted() ? State.good(s.t("career.has-spoken")) : State.none(s.t("career.silent-yet")));
    }

    public State result(Screen s) {
        var it = Objects.requireNonNull(decided);
        var words = s.t("career.outcome." + it.outcome());
        return switch (it.outcome()) {
            case GRANTED -> State.good(words);
            case KEPT -> State.warn(words);
            case NOT_SHOWN, LOWERED -> State.bad(words);
        };
    }

    /** The language of the house that the reader does not read here. */
    public String other(Screen s) {
        return (s.lang() == Lang.EN ? Lang.ZH : Lang.EN).code();
    }

    public boolean hasBadge() {
        return decided != null && decided.outcome() == Outcome.GRANTED;
    }

    public String says(Screen s) {
        var it = Objects.requireNonNull(decided);
        return it.level() == 0 || it.untilDay() == null ? s.t("career.result-none") : s.t("career.result-level", this.it.ladder().name() + it.level(), it.untilDay());
    }

    public Table<DecidedItem> results(Screen s) {
        return Table.of(s, items.stream().sorted(java.util.Comparator.comparing((DecidedItem one) -> asked().indexOf(item(one.item())))).toList())
                .caption(s.t("career.results"))
                .head("career.item", one -> item(one.item()).title(s.lang()))
                .text("career.part", one -> s.t("career.part." + item(one.item()).part()))
                .state("career.shown", one -> one.met() ? State.good(level(s, one.shown())) : State.bad(level(s, one.shown())))
                .why("career.reasons", one -> String.join(" / ", votes.stream().filter(vote -> vote.item().equals(one.item()) && !vote.reason().isEmpty()).map(Vote::reason).toList()));
    }

    private String level(Screen s, int level) {
        return level == 0 ? s.t("career.nothing-shown") : it.ladder().name() + level;
    }

    private Standard.Item item(UUID id) {
        return asked().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }
}
