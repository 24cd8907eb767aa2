package org.probity.people.labour;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Fact;
import org.probity.house.ui.parts.Option;

/** What is known of somebody's document and contracts, and where human resources tell more. @param typed as posted */
public record PersonPage(
        UUID id, String number, String nameEn, String nameZh, Optional<Identities.Attested> attested, List<Contract> contracts, List<Papers.Paper> papers, List<Papers.Held> held, LocalDate today, Map<String, String> typed,
        List<Reason> reasons) implements Page {
    public String name(Lang lang) {
        return LabourWords.in(lang, nameEn, nameZh);
    }

    public String path() {
        return "/app/labour/people/" + id;
    }

    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    public List<Fact> facts(Screen s) {
        return attested.map(it -> List.of(
                new Fact(s.t("labour.heading.document"), s.t("labour.document." + it.document())), new Fact(s.t("labour.heading.born"), s.time(it.born())),
                new Fact(s.t("labour.heading.sex"), s.t("labour.sex." + it.sex())), new Fact(s.t("labour.document-checked"), s.time(it.verifiedOn())))).orElse(List.of());
    }

    public Table<Contract> table(Screen s) {
        return Table.of(s, contracts)
                .caption(s.t("labour.contracts"))
                .head("labour.heading.term", it -> s.t("labour.term." + it.term()))
                .text("labour.heading.act", it -> s.t("labour.act." + it.act()))
                .day("labour.heading.signed", it -> Optional.ofNullable(it.signedOn()))
                .day("labour.heading.from", Contract::fromDay)
                .day("labour.heading.until", it -> Optional.ofNullable(it.untilDay()))
                .number("labour.heading.probation_days", Contract::probationDays)
                .text("labour.heading.category", it -> s.t("labour.category." + it.category()))
                .text("labour.heading.full_time", it -> s.t(it.fullTime() ? "labour.yes" : "labour.no"));
    }

    public List<Option> documents(Screen s) {
        return Arrays.stream(Identity.Document.values()).map(it -> new Option(it.name(), s.t("labour.document." + it))).toList();
    }

    public List<Option> sexes(Screen s) {
        return Arrays.stream(Identity.Sex.values()).map(it -> new Option(it.name(), s.t("labour.sex." + it))).toList();
    }

    public List<Option> acts(Screen s) {
        return Arrays.stream(Contract.Act.values()).map(it -> new Option(it.name(), s.t("labour.act." + it))).toList();
    }

    public List<Option> terms(Screen s) {
        return Arrays.stream(Contract.Term.values()).map(it -> new Option(it.name(), s.t("labour.term." + it))).toList();
    }

    public List<Option> categories(Screen s) {
        return Arrays.stream(Contract.Category.values()).map(it -> new Option(it.name(), s.t("labour.category." + it))).toList();
    }

    public List<Option> yesOrNo(Screen s) {
        return List.of(new Option("yes", s.t("labour.yes")), new Option("no", s.t("labour.no")));
    }

    public List<Option> paperKinds(Screen s) {
        return Arrays.stream(Papers.Kind.values()).map(it -> new Option(it.name(), s.t("labour.paper." + it))).toList();
    }

    public List<Option> things(Screen s) {
        return Arrays.stream(Papers.Thing.values()).map(it -> new Option(it.name(), s.t("labour.held." + it))).toList();
    }
}
