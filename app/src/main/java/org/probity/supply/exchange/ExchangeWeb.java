package org.probity.supply.exchange;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.MenuEntry;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Query;
import org.probity.house.ui.Wing;
import org.probity.supply.supplier.Supplier;
import org.probity.supply.supplier.Suppliers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Exchanges on our screens; one is kept on the page of its occasion. */
@Controller
@For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER})
class ExchangeWeb {
    private final Exchanges exchanges;
    private final Suppliers suppliers;
    private final Pages pages;

    ExchangeWeb(Exchanges exchanges, Suppliers suppliers, Pages pages) {
        this.exchanges = exchanges;
        this.suppliers = suppliers;
        this.pages = pages;
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
    @GetMapping("/app/exchanges")
    Object all(Query query, Me me) {
        var page = new ExchangesPage(exchanges.lines(query), query, exchanges.count(query), holds(me), exchanges.now(), exchanges.zone());
        return query.format().map(format -> (Object) pages.file(format, "exchanges", page::table)).orElseGet(() -> pages.view(page));
    }

    @GetMapping("/app/exchanges/new")
    Object enter(@RequestParam(defaultValue = "") String suppliers) {
        return pages.view(page(Map.of("suppliers", suppliers), List.of(), List.of()));
    }

    @PostMapping("/app/exchanges")
    Object enter(@RequestParam Map<String, String> typed, @RequestParam(required = false) @Nullable List<String> topics, Me me) {
        var chosen = topics == null ? List.<String>of() : topics;
        var unknown = words(typed).stream().filter(word -> supplier(word).isEmpty()).findFirst();
        if (unknown.isPresent()) {
            return refused(typed, chosen, new Reason("suppliers", "exchange.supplier-unknown", List.of(unknown.get())));
        }
        var session = Typed.session(typed, exchanges.zone());
        if (session.isEmpty()) {
            return refused(typed, chosen, new Reason("day", "gathering.session-missing", List.of()));
        }
        var form = Arrays.stream(Exchanges.Form.values()).filter(it -> it.name().equals(typed.get("form"))).findFirst().orElse(Exchanges.Form.VISIT);
        return switch (exchanges.enter(form, typed.getOrDefault("title", ""), known(chosen), found(typed).stream().map(Supplier::id).toList(), session.get(), me)) {
            case Answer.Done<UUID>(var id) -> pages.done("/app/gatherings/" + id, "exchange.was-entered");
            case Answer.Refused<UUID>(var reasons) -> pages.view(page(typed, chosen, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    static List<Topic> known(List<String> topics) {
        return Arrays.stream(Topic.values()).filter(it -> topics.contains(it.name())).toList();
    }

    private Object refused(Map<String, String> typed, List<String> topics, Reason reason) {
        return pages.view(page(typed, topics, List.of(reason)), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private EnterPage page(Map<String, String> typed, List<String> topics, List<Reason> reasons) {
        return new EnterPage(Optional.empty(), found(typed), LocalDate.ofInstant(exchanges.now(), exchanges.zone()), typed, topics, reasons);
    }

    private List<Supplier> found(Map<String, String> typed) {
        var found = new ArrayList<Supplier>();
        words(typed).forEach(word -> supplier(word).ifPresent(found::add));
        return found;
    }

    /** By its number, or by its name in either language. */
    private Optional<Supplier> supplier(String word) {
        return suppliers.byNumber(word).or(() -> {
            var named = suppliers.named(word, 2);
            return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
        });
    }

    private static List<String> words(Map<String, String> typed) {
        return Arrays.stream(typed.getOrDefault("suppliers", "").split("[,;，；、\n]")).map(String::strip).filter(it -> !it.isEmpty()).distinct().toList();
    }

    private static boolean holds(Me me) {
        return List.of(Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER).stream().anyMatch(me::is);
    }

    @Configuration
    static class Menu {
        @Bean
        MenuEntry exchangesInTheMenu() {
            return MenuEntry.of(Wing.SUPPLY, 58, "exchange.exchange.all", "/app/exchanges",
                    Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER);
        }
    }
}
