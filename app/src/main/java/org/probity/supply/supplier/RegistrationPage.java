package org.probity.supply.supplier;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.Option;

/** A supplier to enter or to change. @param of the one that changes; nobody yet when new */
public record RegistrationPage(
        Optional<Supplier> of, Suppliers.Registration typed, List<Supplier.Category> categories, List<Reason> reasons) implements Page {

    public String action() {
        return of.map(it -> RegisterWeb.path(it.id()) + "/edit").orElse("/app/suppliers/new");
    }

    public String back() {
        return of.map(it -> RegisterWeb.path(it.id())).orElse("/app/suppliers");
    }

    public List<Option> categories(Screen s) {
        return categories.stream()
                .filter(it -> it.untilDay() == null || it.code().equals(typed.category()))
                .map(it -> new Option(it.code(), it.name(s.lang()))).toList();
    }

    static List<Option> countries(Screen s) {
        return Suppliers.COUNTRIES.stream()
                .map(code -> new Option(code, SuppliersPage.country(s, code)))
                .sorted(Comparator.comparing(Option::words, java.text.Collator.getInstance(Locale.forLanguageTag(s.lang().tag())))).toList();
    }

    public List<Option> allCountries(Screen s) {
        return countries(s);
    }

    public static String text(@org.jspecify.annotations.Nullable String code) {
        return code == null ? "" : code;
    }
}
