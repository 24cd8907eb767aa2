package org.probity.supply.esg;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.shapes.form.Filled;
import org.probity.shapes.form.Form;
import org.probity.shapes.form.Question;
import org.probity.shapes.obligation.Obligation;

/**
 * The questions of one section, big enough for a thumb, each with why it is asked.
 *
 * @param typed what was refused, by field, so that nobody types it twice
 * @param names who answered, by account
 * @param before last year's answers, to look at
 */
public record PortalSectionPage(
        Obligation owed, Filled filled, Form.Section section, Map<String, String> remarks, Optional<Filled> before, Map<String, String> typed, Map<java.util.UUID, String> names,
        LocalDate today, List<Reason> reasons) implements Page {

    public String path() {
        return "/app/portal/esg/" + owed.id();
    }

    public boolean waits() {
        return owed.waits(today);
    }

    /** Those that hang on an answer of this section stand here too, with their condition: without script nothing appears by itself. */
    public List<Question> questions() {
        return filled.form().of(section.code()).stream().filter(it -> filled.asks(it) || waits() && hangsHere(it)).toList();
    }

    private boolean hangsHere(Question it) {
        var when = it.when();
        return when != null && filled.form().question(when.question()).filter(above -> above.section().equals(section.code())).isPresent();
    }

    /** "Only if S4: Yes", where it is not asked yet. */
    public String condition(Screen s, Question it) {
        var when = it.when();
        return when == null || filled.asks(it) ? "" : s.t("form.only-when", when.question(), String.join(" / ", when.answers().stream().sorted()
                .map(answer -> filled.form().question(when.question()).map(above -> above.said(answer, s.lang())).orElse(answer)).toList()));
    }

    public String value(Question it) {
        return typed.getOrDefault("value." + it.code(), filled.value(it.code()));
    }

    public String words(Question it) {
        return typed.getOrDefault("words." + it.code(), filled.words(it.code()));
    }

    public String seen(Question it) {
        return Optional.ofNullable(filled.answers().get(it.code())).map(given -> given.id().toString()).orElse("");
    }

    public String wrong(Screen s, Question it) {
        return String.join(" ", reasons.stream().filter(one -> one.field().equals(it.code())).map(s::t).toList());
    }

    /** Who answered it last, for the others who work at the same form. */
    public String by(Screen s, Question it) {
        return Optional.ofNullable(filled.answers().get(it.code())).map(given -> s.t("esg.answered-by", names.getOrDefault(given.by(), "–"), given.at())).orElse("");
    }

    public String lastYear(Screen s, Question it) {
        return before.flatMap(then -> then.form().question(it.code()).map(asked -> asked.said(then.value(it.code()), s.lang()))).filter(words -> !words.isEmpty())
                .map(words -> s.t("esg.last-year", words)).orElse("");
    }

    /** Which answers earn nothing without a file. */
    public String proof(Screen s, Question it) {
        return it.proof().isEmpty() ? "" : s.t("esg.proof-wanted", String.join(" / ", it.choices().stream().filter(one -> it.proof().contains(one.code()))
                .map(one -> one.words(s.lang())).toList()));
    }

    public boolean opened(Question it) {
        return !words(it).isEmpty() || !filled.files(it.code()).isEmpty() || !it.proof().isEmpty() || remarks.containsKey(it.code()) || reasons.stream().anyMatch(one -> one.field().equals(it.code()));
    }

    /** The section that follows; empty after the last. */
    public Optional<Form.Section> next() {
        var all = filled.form().sections();
        var here = all.indexOf(section);
        return here + 1 < all.size() ? Optional.of(all.get(here + 1)) : Optional.empty();
    }

    public int number() {
        return filled.form().sections().indexOf(section) + 1;
    }
}
