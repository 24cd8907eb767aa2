package org.probity.supply.supplier;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.Option;

/** A supplier to enter or to change. @param of the one that changes; nobody yet when new @param changes there have been of it so far */
public record RegistrationPage(
        Optional<Supplier> of, long changes, Suppliers.Registration typed, List<Supplier.Category> categories, List<Reason> reasons) implements Page {

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
        return Objections.COUNTRIES.stream()
                .map(code -> new Option(code, SuppliersPage.country(s, code)))
                .sorted(Comparator.comparing(Option::words, Collator.getInstance(Locale.forLanguageTag(s.lang().tag())))).toList();
    }

    public List<Option> allCountries(Screen s) {
        return countries(s);
    }

    public static String text(@Nullable String code) {
        return code == null ? "" : code;
    }
}
