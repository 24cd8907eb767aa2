package org.probity.shapes.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.access.Account;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Fact;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.State;
import org.probity.shapes.policy.Laws.Article;
import org.probity.shapes.policy.Laws.Law;
import org.probity.shapes.policy.Policy.Clause;

/** One law: from each article to our clause, to the check, to who answers for it and when somebody last looked. */
public record LawPage(
        Law law, List<Article> articles, List<LawHistory.Change> changes, List<Clause> clauses, List<Account> people, Map<UUID, String> names, LocalDate today, boolean keeps, UUID me, Typed typed,
        List<Reason> reasons) implements Page {
    public record Typed(
            String number, String summaryEn, String summaryZh, String clause, String checkEn, String checkZh, String responsible, String months) {
        static final Typed NOTHING = new Typed("", "", "", "", "", "", "", "12");
    }

    public String path() {
        return "/app/laws/" + law.code();
    }

    public List<Fact> facts(Screen s) {
        return List.of(new Fact(s.t("policy.code"), law.code()), new Fact(s.t("policy.jurisdiction"), law.jurisdiction()),
                new Fact(s.t("policy.since"), law.since() == null ? "–" : law.since().toString()),
                new Fact(s.t("policy.source"), new Link(law.source().isEmpty() ? "–" : law.source(), law.source())));
    }

    public Table<Article> table(Screen s) {
        return Table.of(s, articles)
                .caption(s.t("policy.articles"))
                .head("policy.article", Article::number)
                .text("policy.summary", it -> it.summary(s.lang()))
                .state("policy.compared", it -> it.compared() == null ? State.warn(s.t("policy.not-compared")) : State.good(it.compared().toString()))
                .text("policy.clause", it -> it.clause() == null ? State.bad(s.t("policy.no-clause"))
                        : new Link(it.clauseName(), "/app/policies/" + it.clauseName().replaceFirst("/", "?tab=text#")))
                .text("policy.check", it -> it.check(s.lang()).isEmpty() ? State.bad(s.t("policy.no-check")) : it.check(s.lang()))
                .text("policy.responsible", it -> names.getOrDefault(it.responsible(), "–"))
                .day("policy.reviewed", it -> Optional.ofNullable(it.reviewed()))
                .state("policy.review-due", it -> it.overdue(today) ? State.bad(s.t("policy.overdue", it.due())) : State.good(it.due().toString()));
    }

    /** Who is named as responsible stands in the rows as an account. */
    private String words(Screen s, LawHistory.Change it, String words) {
        return words.isEmpty() ? "–" : it.field().equals("responsible") ? names.getOrDefault(UUID.fromString(words), "–") : words;
    }

    public Table<LawHistory.Change> history(Screen s) {
        return Table.of(s, changes)
                .caption(s.t("policy.law-changes"))
                .head("policy.article", it -> it.number().isEmpty() ? s.t("policy.law") : it.number())
                .text("policy.law-field", it -> s.t("policy." + it.field()))
                .text("policy.law-before", it -> words(s, it, it.before()))
                .text("policy.law-after", it -> words(s, it, it.after()))
                .text("policy.law-by", it -> names.getOrDefault(it.by(), "–"))
                .day("policy.law-at", LawHistory.Change::at);
    }

    /** Whether something here was never held against the official text. */
    public boolean uncertain() {
        return articles.stream().anyMatch(it -> it.compared() == null);
    }

    /** Those that whoever looks may review now: who keeps the register, and who answers for the article. */
    public List<Article> reviewable() {
        return articles.stream().filter(it -> keeps || it.responsible().equals(me)).filter(it -> it.reviewed() == null || it.reviewed().isBefore(today)).toList();
    }

    public List<Option> clauseChoices(Lang lang) {
        return clauses.stream().map(it -> new Option(it.id().toString(), it.name() + " · " + it.heading(lang))).toList();
    }

    public List<Option> persons() {
        return people.stream().map(it -> new Option(it.id().toString(), it.name())).toList();
    }
}
