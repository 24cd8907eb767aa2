package org.probity.formats.cmrt;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What a sample workbook shall say. The methods that give a changed order read as a sentence:
/// `SampleOrder.complete("Blue Heron Solder", "Li Wei", "li.wei@example.org", day).inLanguage(CHINESE).forProducts(List.of("SR-20"))`.
///
/// @param effectiveDate the day it is signed for; an old one makes the sample stale
/// @param version of the form, 6.01 or later
/// @param smelters who is named; the metals declared are theirs
/// @param products numbers of products; when there are any, they are the scope
/// @param faults what shall be wrong with it
public record SampleOrder(
        String companyName,
        String contactName,
        String contactEmail,
        LocalDate effectiveDate,
        String version,
        LabelLanguage language,
        List<SmelterList.Smelter> smelters,
        List<String> products,
        Set<Fault> faults) {

    /// In which language the labels are; the values are English all the same.
    public enum LabelLanguage { ENGLISH, CHINESE, GERMAN }

    public enum Fault {
        /// The first smelter stands under a metal it does not work.
        WRONG_METAL,
        /// The last smelter has neither id nor a name from the list.
        MISSING_ID,
        /// Questions 7 and C and the contact's phone are left empty.
        MISSING_ANSWERS,
        /// All is said to be recycled, yet to come from the covered countries, and each smelter is said not to be a recycler.
        CONTRADICTION,
        /// The e-mail of the person who authorises says "same as above".
        AUTHORISER_EMAIL,
        /// A smelter that has left the list in its newest edition is named.
        DELISTED,
        /// An id that no list knows.
        UNKNOWN_ID,
        /// The id of one smelter beside the name of another.
        NAME_OF_ANOTHER,
        /// A smelter "not listed" without its country.
        NOT_LISTED_INCOMPLETE,
        /// Signed for a day that has not come.
        FUTURE_DATE
    }

    public SampleOrder {
        smelters = List.copyOf(smelters);
        products = List.copyOf(products);
        faults = Set.copyOf(faults);
        if (Version.of(version).major() != 6) {
            throw new IllegalArgumentException("samples have the layout of 6.x, not " + version);
        }
    }

    /// Complete and consistent: tin from five conformant smelters of the fictional list, the other metals not used.
    public static SampleOrder complete(String companyName, String contactName, String contactEmail, LocalDate effectiveDate) {
        return new SampleOrder(companyName, contactName, contactEmail, effectiveDate, "6.5", LabelLanguage.ENGLISH,
                SmelterList.fictional().smelters(Metal.TIN).stream()
                        .filter(s -> s.status() == SmelterList.Status.CONFORMANT).limit(5).toList(),
                List.of(), Set.of());
    }

    /// Wrong in the ways in which suppliers most often are.
    public static SampleOrder faulty(String companyName, String contactName, String contactEmail, LocalDate effectiveDate) {
        return complete(companyName, contactName, contactEmail, effectiveDate).withFaults(EnumSet.of(
                Fault.WRONG_METAL, Fault.MISSING_ID, Fault.MISSING_ANSWERS, Fault.CONTRADICTION, Fault.AUTHORISER_EMAIL, Fault.DELISTED));
    }

    /// Nothing wrong but its age: an older form, signed more than a year before the day.
    public static SampleOrder stale(String companyName, String contactName, String contactEmail, LocalDate today) {
        return complete(companyName, contactName, contactEmail, today.minusMonths(16)).onVersion("6.31");
    }

    public SampleOrder onVersion(String version) {
        return new SampleOrder(companyName, contactName, contactEmail, effectiveDate, version, language, smelters, products, faults);
    }

    public SampleOrder inLanguage(LabelLanguage language) {
        return new SampleOrder(companyName, contactName, contactEmail, effectiveDate, version, language, smelters, products, faults);
    }

    public SampleOrder naming(List<SmelterList.Smelter> smelters) {
        return new SampleOrder(companyName, contactName, contactEmail, effectiveDate, version, language, smelters, products, faults);
    }

    public SampleOrder forProducts(List<String> products) {
        return new SampleOrder(companyName, contactName, contactEmail, effectiveDate, version, language, smelters, products, faults);
    }

    public SampleOrder withFaults(Set<Fault> faults) {
        return new SampleOrder(companyName, contactName, contactEmail, effectiveDate, version, language, smelters, products, faults);
    }
}
