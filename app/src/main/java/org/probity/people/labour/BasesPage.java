package org.probity.people.labour;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.probity.house.privacy.PersonalData;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Page;
import org.probity.house.ui.Query;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.Pick;
import org.probity.house.ui.parts.State;

/** By which rule each field about a person is kept, in a country, and the form in which counsel says so. @param says whether whoever looks is counsel */
public record BasesPage(
        String country, List<String> countries, List<Bases.Basis> bases, List<Bases.Own> own, boolean says, Query query, LocalDate today, Map<String, String> typed, List<String> chosen,
        List<Reason> reasons)
        implements Page {
    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    public long unconfirmed() {
        return bases.stream().filter(it -> !it.confirmed()).count();
    }

    public List<Pick> picks(Screen s) {
        return List.of(new Pick("country", s.t("labour.country"), countries.stream().map(it -> new Option(it, it)).toList()));
    }

    public List<Option> rules(Screen s) {
        return Stream.concat(Stream.of(new Option("", s.t("labour.no-own-rule"))), own.stream().map(it -> new Option(it.code(), s.lang() == Lang.EN ? it.titleEn() : it.titleZh()))).toList();
    }

    public Table<Bases.Basis> table(Screen s) {
        var table = Table.of(s, bases)
                .caption(s.t("labour.bases-of", country), "")
                .head("labour.basis-field", it -> field(s, it))
                .text("labour.basis-part", it -> s.t(it.room() + ".data." + it.partOfRoom()))
                .text("labour.basis-room", it -> s.t(it.room() + ".data.title"))
                .why("labour.source", Bases.Basis::source)
                .text("labour.own-rule", it -> it.ruleEn().isEmpty() ? "" : s.t("labour.own-rule-made", s.lang() == Lang.EN ? it.ruleEn() : it.ruleZh(), it.steps()))
                .day("labour.in-force-from", Bases.Basis::fromDay)
                .number("labour.months-kept", it -> it.months() < 0 ? s.t("labour.until-forgotten") : (Object) it.months())
                .state("labour.counsel", it -> it.confirmed() ? State.good(s.t("labour.counsel-signed")) : State.warn(s.t("labour.to-be-confirmed")));
        return says ? table.choose("fields", it -> it.part() + " " + it.field(), it -> field(s, it)).chosen(chosen) : table;
    }

    private static String field(Screen s, Bases.Basis it) {
        return it.field().equals(PersonalData.EVERY) ? s.t("labour.every-field") : s.t(it.room() + ".data.field." + it.field());
    }
}
