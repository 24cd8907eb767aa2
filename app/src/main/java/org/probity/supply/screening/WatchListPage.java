package org.probity.supply.screening;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.State;
import org.probity.shapes.decision.Decisions.Outcome;

/**
 * One list: its versions, the form for another, its setting with what it was before.
 *
 * @param me who looks
 * @param typed what was typed of another setting, when it was refused
 */
public record WatchListPage(
        WatchList list, List<WatchList.Version> versions, List<ListSettings.Setting> settings, Map<UUID, String> people, UUID me, boolean keeps, String label, String day, Typed typed,
        List<Reason> reasons) implements Page {
    /** @param bar and verdict null: as they are now */
    public record Typed(@Nullable String bar, @Nullable String verdict, String fromDay, String reason) {}

    public String bar() {
        return typed.bar() == null ? String.valueOf(list.bar() / 10) : typed.bar();
    }

    public String verdict() {
        return typed.verdict() == null ? list.verdict().name() : typed.verdict();
    }

    public Optional<ListSettings.Setting> waiting() {
        return settings.stream().filter(ListSettings.Setting::waits).findFirst();
    }

    public boolean mine(ListSettings.Setting it) {
        return it.decision() != null && it.decision().proposedBy().equals(me);
    }

    public String words(Screen s, ListSettings.Setting it) {
        return s.t("screening.setting-is", it.bar() / 10, s.t("screening.verdict." + it.verdict()));
    }

    public String by(ListSettings.Setting it) {
        return it.decision() == null ? "–" : Stream.concat(Stream.of(it.decision().proposedBy()), Stream.ofNullable(it.decision().ruledBy())).distinct()
                .map(one -> people.getOrDefault(one, "–")).collect(Collectors.joining(" · "));
    }

    public Table<ListSettings.Setting> settings(Screen s) {
        return Table.of(s, settings)
                .caption(s.t("screening.settings"))
                .head("screening.setting", it -> words(s, it))
                .day("screening.from", ListSettings.Setting::fromDay)
                .state("screening.state", it -> it.inForceAt() != null ? State.good(s.t("screening.setting.held")) : it.waits() ? State.warn(s.t("screening.setting.waits"))
                        : it.decision() != null && it.decision().outcome() == Outcome.APPROVED ? State.note(s.t("screening.setting.to-come")) : State.none(s.t("screening.setting.none")))
                .text("screening.setting.by", this::by)
                .why("screening.setting.reason", it -> it.decision() == null ? s.t("screening.setting.opened") : it.decision().reason());
    }

    public Table<WatchList.Version> table(Screen s) {
        return Table.of(s, versions)
                .caption(s.t("screening.versions"))
                .head("screening.version", WatchList.Version::label)
                .day("screening.from", WatchList.Version::day)
                .number("screening.entries", WatchList.Version::entries)
                .number("screening.came", WatchList.Version::came)
                .number("screening.went", WatchList.Version::went)
                .number("screening.changed-entries", WatchList.Version::changed)
                .text("screening.loaded-by", it -> people.getOrDefault(it.loadedBy(), "–"))
                .day("screening.loaded", WatchList.Version::loadedAt);
    }

    /** The files besides the first. */
    public List<String> more() {
        return list.source().files().subList(1, list.source().files().size());
    }

    public String first() {
        return list.source().files().getFirst();
    }

    public List<Option> choices(Screen s) {
        return WatchListsPage.verdicts(s);
    }

    /** Reasons about the first file stand at the field it was chosen in. */
    public List<Reason> atFields() {
        return reasons.stream().map(it -> it.field().equals(first()) ? new Reason("file", it.key(), it.args()) : it).toList();
    }
}
