package org.probity.formats.cmrt;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What is known besides the workbook when it is judged. Everything has a day or a version, so that a judgement can be repeated later.
///
/// @param today the day of judgement
/// @param versions which revisions of the form came out when
/// @param grace how long a replaced revision is still taken; a form of an older generation is never taken
/// @param validity how long a declaration stands after its effective date
/// @param list the reference list in force, when one is loaded
/// @param earlierLists those it replaced, to tell a smelter that left from one that never was
/// @param expected metals known to be in what is bought from this supplier
/// @param otherLists fingerprints of other suppliers' smelter lists and the words to name each by
/// @param previous the supplier's last accepted declaration
public record Background(
        LocalDate today,
        TemplateVersions versions,
        Period grace,
        Period validity,
        Optional<SmelterList> list,
        List<SmelterList> earlierLists,
        Set<Metal> expected,
        Map<String, String> otherLists,
        Optional<Declaration> previous) {

    public Background {
        earlierLists = List.copyOf(earlierLists);
        expected = Set.copyOf(expected);
        otherLists = Map.copyOf(otherLists);
    }

    /// Nothing but the day: replaced revisions are taken for half a year, declarations stand for one.
    public static Background of(LocalDate today) {
        return new Background(today, TemplateVersions.shipped(), Period.ofMonths(6), Period.ofYears(1), Optional.empty(), List.of(), Set.of(),
                Map.of(), Optional.empty());
    }

    public Background withList(SmelterList list, List<SmelterList> earlier) {
        return new Background(today, versions, grace, validity, Optional.of(list), earlier, expected, otherLists, previous);
    }

    public Background expecting(Set<Metal> metals) {
        return new Background(today, versions, grace, validity, list, earlierLists, metals, otherLists, previous);
    }

    public Background beside(Map<String, String> otherLists) {
        return new Background(today, versions, grace, validity, list, earlierLists, expected, otherLists, previous);
    }

    public Background after(Declaration previous) {
        return new Background(today, versions, grace, validity, list, earlierLists, expected, otherLists, Optional.of(previous));
    }

    public Background withVersions(TemplateVersions versions) {
        return new Background(today, versions, grace, validity, list, earlierLists, expected, otherLists, previous);
    }

    public Background withTerms(Period grace, Period validity) {
        return new Background(today, versions, grace, validity, list, earlierLists, expected, otherLists, previous);
    }
}
