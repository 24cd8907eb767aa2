package org.probity.supply.audit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.Option;
import org.probity.supply.supplier.Supplier;

/** Where an audit is arranged. @param suppliers to choose from, when none was chosen yet */
public record ArrangePage(
        Optional<Supplier> supplier, List<Option> suppliers, List<Supplier.Site> sites, List<Pack> packs, boolean tin, Map<String, String> typed,
        List<Reason> reasons) implements Page {
    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    public List<Option> siteChoices() {
        return sites.stream().map(it -> new Option(it.id().toString(), it.name() + " · " + it.address())).toList();
    }

    public List<Option> packChoices(Screen s) {
        return packs.stream().map(it -> new Option(it.code(), it.name(s.lang()), s.t("audit.version", it.version(), it.questions().size()))).toList();
    }

    public String pack() {
        return of("pack").isEmpty() ? tin ? Packs.TIN : Packs.GENERAL : of("pack");
    }
}
