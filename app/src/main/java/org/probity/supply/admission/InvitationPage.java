package org.probity.supply.admission;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.Option;
import org.probity.supply.supplier.Newcomers.Newcomer;
import org.probity.supply.supplier.Supplier;

/** A new supplier to invite. @param typed what was typed, when it was refused */
public record InvitationPage(Newcomer typed, String dueDay, List<Supplier.Category> categories, List<Reason> reasons) implements Page {

    public List<Option> categories(Screen s) {
        return categories.stream().map(it -> new Option(it.code(), it.name(s.lang()))).toList();
    }

    public List<Option> countries(Screen s) {
        var in = Locale.forLanguageTag(s.lang().tag());
        return Stream.of(Locale.getISOCountries())
                .map(code -> new Option(code, Locale.of("", code).getDisplayCountry(in)))
                .sorted(Comparator.comparing(Option::words, Collator.getInstance(in))).toList();
    }

    public List<Option> languages() {
        return List.of(new Option("zh", "中文"), new Option("en", "English"));
    }

    /** The question about those who seem alike stands there only when there are any. */
    public boolean alike() {
        return reasons.stream().anyMatch(it -> it.field().equals("notThose"));
    }

    public static String text(@Nullable String code) {
        return code == null ? "" : code;
    }
}
