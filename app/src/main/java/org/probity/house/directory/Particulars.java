package org.probity.house.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.probity.house.directory.Place.Kind;
import org.probity.house.ui.Answer.Reason;

/** What only some kinds of places have: where a site lies, the numbers of a legal entity. The same whether typed or from a file. */
final class Particulars {
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private Particulars() {}

    static List<Reason> objections(Kind kind, String country, String region, String creditCode, String lei) {
        var wrong = new ArrayList<Reason>();
        if (kind == Kind.SITE && country.isEmpty()) {
            wrong.add(new Reason("country", "directory.field-missing", List.of()));
        } else if (!country.isEmpty() && !COUNTRIES.contains(country)) {
            wrong.add(new Reason("country", "directory.country-unknown", List.of()));
        }
        if (kind != Kind.SITE && !(country + region).isEmpty()) {
            wrong.add(new Reason("country", "directory.only-sites", List.of()));
        }
        if (kind != Kind.ENTITY && !(creditCode + lei).isEmpty()) {
            wrong.add(new Reason("creditCode", "directory.only-entities", List.of()));
            return wrong;
        }
        if (!creditCode.isEmpty() && !Identifiers.isCreditCode(creditCode)) {
            wrong.add(new Reason("creditCode", "directory.credit-code-wrong", List.of()));
        }
        if (!lei.isEmpty() && !Identifiers.isLei(lei)) {
            wrong.add(new Reason("lei", "directory.lei-wrong", List.of()));
        }
        return wrong;
    }
}
