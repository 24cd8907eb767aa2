package org.probity.people.survey;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Screen;

/**
 * What a released group is called, as the plan names it and as people read it: units by their codes from the top down, traits by theirs, several of either joined.
 * A name stays as it was released; units are called what they are called on the day it is read.
 */
record CellName(List<Part> parts) {
    /** In the place of a unit: those whose own are too small to be named. */
    static final String REST = "~";
    private static final String BETWEEN = " + ";
    private static final String BELOW = " / ";
    private static final String TRAITS = ": ";
    private static final String AND = " and ";
    static final String ALL = "all";

    /** @param path none: everybody @param traits none: of any */
    record Part(List<String> path, List<String> traits) {}

    CellName {
        parts = List.copyOf(parts);
    }

    static CellName of(String released) {
        return new CellName(Arrays.stream(released.split(java.util.regex.Pattern.quote(BETWEEN))).map(CellName::part).toList());
    }

    private static Part part(String words) {
        int at = words.indexOf(TRAITS);
        var unit = at < 0 ? words : words.substring(0, at);
        return new Part(unit.equals(ALL) ? List.of() : List.of(unit.split(BELOW)), at < 0 ? List.of() : List.of(words.substring(at + TRAITS.length()).split(AND)));
    }

    /** Everybody who answered. */
    boolean everybody() {
        return parts.size() == 1 && parts.getFirst().path().isEmpty() && parts.getFirst().traits().isEmpty();
    }

    /** Of a unit or of several, whatever the traits of people. */
    boolean ofUnits() {
        return parts.stream().allMatch(it -> it.traits().isEmpty());
    }

    /** The unit it lies in, as a group of that unit alone would be called; of several the first. */
    static String unitOf(String released) {
        var first = released.split(java.util.regex.Pattern.quote(BETWEEN))[0];
        int at = first.indexOf(TRAITS);
        return at < 0 ? first : first.substring(0, at);
    }

    /** The one unit it is, by its code; none where there are several, or traits. */
    java.util.Optional<String> unit() {
        return parts.size() == 1 && ofUnits() && !everybody() && !parts.getFirst().path().getLast().equals(REST) ? java.util.Optional.of(parts.getFirst().path().getLast()) : java.util.Optional.empty();
    }

    String words(Screen s, Map<String, Results.Unit> units) {
        return parts.stream().map(it -> words(it, s, units)).collect(Collectors.joining(s.lang() == Lang.ZH ? "＋" : " + "));
    }

    private static String words(Part it, Screen s, Map<String, Results.Unit> units) {
        var unit = unit(it.path(), s, units);
        if (it.traits().isEmpty()) {
            return unit;
        }
        var traits = it.traits().stream().map(one -> s.t("survey.trait." + one)).collect(Collectors.joining(s.lang() == Lang.ZH ? "、" : ", "));
        return s.lang() == Lang.ZH ? unit + "：" + traits : unit + ": " + traits;
    }

    private static String unit(List<String> path, Screen s, Map<String, Results.Unit> units) {
        if (path.isEmpty()) {
            return s.t("survey.everybody");
        }
        return path.getLast().equals(REST) ? s.t("survey.rest", unit(path.subList(0, path.size() - 1), s, units)) : unit(path.getLast(), s.lang(), units);
    }

    static String unit(String code, Lang lang, Map<String, Results.Unit> units) {
        return units.containsKey(code) ? units.get(code).name(lang) : code;
    }
}
