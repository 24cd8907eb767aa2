package org.probity.supply.exchange;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.Option;
import org.probity.supply.supplier.Supplier;

/** An exchange is entered, or a training of a campaign planned. @param suppliers those typed so far @param campaign empty for an exchange */
public record EnterPage(
        java.util.Optional<Campaign> campaign, List<Supplier> suppliers, LocalDate today, Map<String, String> typed, List<String> topics, List<Reason> reasons) implements Page {
    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    public String action() {
        return campaign.map(it -> "/app/campaigns/" + it.id() + "/trainings").orElse("/app/exchanges");
    }

    public String title(Screen s) {
        return s.t(campaign.isPresent() ? "exchange.plan-training" : "exchange.enter");
    }

    public List<Option> forms(Screen s) {
        return Arrays.stream(Exchanges.Form.values()).map(it -> new Option(it.name(), s.t("exchange.form." + it))).toList();
    }

    public List<Option> topicChoices(Screen s) {
        return (campaign.isPresent() ? Topic.names(Topic.TAUGHT) : Topic.all()).stream().map(it -> new Option(it, s.t("exchange.topic." + it))).toList();
    }

    /** As they were found, so that who types a number sees the name. */
    public String found(Screen s) {
        return suppliers.stream().map(it -> it.name(s.lang())).collect(java.util.stream.Collectors.joining(s.t("exchange.comma")));
    }
}
