package org.probity.supply.supplier;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.State;

/**
 * One merge: what it would do while it waits; what went and what stayed once it took effect, and until when it may be undone.
 *
 * @param went rows that went; the preview while it waits
 * @param rules whether who looks may rule
 */
public record MergedPage(
        Merge merge, Supplier gone, Supplier stays, Merge.@Nullable Preview preview, List<Merge.Line> went, List<Merge.Line> kept, Map<UUID, String> people,
        boolean rules, Me me, LocalDate today, List<Reason> reasons) implements Page {

    public String path() {
        return MergesPage.PATH + "/" + merge.id();
    }

    public List<State> tags(Screen s) {
        return List.of(MergesPage.state(s, merge, today));
    }

    public boolean hasRows() {
        return preview != null && !preview.lines().isEmpty();
    }

    public boolean waits() {
        return merge.waits();
    }

    public boolean mine() {
        return merge.proposedBy().equals(me.account());
    }

    public boolean undoWaits() {
        return merge.undo() != null;
    }

    public boolean undoMine() {
        return merge.undo() != null && me.account().equals(merge.undoBy());
    }

    public boolean undoable() {
        return merge.inForce() && !merge.isFinal(today) && !undoWaits();
    }

    public boolean isFinal() {
        return merge.isFinal(today);
    }

    public boolean inForce() {
        return merge.inForce();
    }

    public String reason() {
        return merge.reason();
    }

    public String undoReason() {
        return String.valueOf(merge.undoReason());
    }

    public String until() {
        return String.valueOf(merge.undoUntil());
    }

    public String by(UUID account) {
        return people.getOrDefault(account, "–");
    }

    public String proposer() {
        return by(merge.proposedBy());
    }

    public String undoer() {
        return merge.undoBy() == null ? "–" : by(merge.undoBy());
    }

    public Table<MergePage.Both> both(Screen s) {
        return MergePage.both(s, stays, gone);
    }

    public Table<Merge.Line> lines(Screen s) {
        return MergePage.lines(s, preview == null ? List.of() : preview.lines());
    }

    public Table<Merge.Line> wentTable(Screen s) {
        return Table.of(s, went).caption(s.t("supplier.merge-went")).head("supplier.merge-what", it -> s.t(it.title())).number("supplier.merge-moves", Merge.Line::moves);
    }

    public Table<Merge.Line> keptTable(Screen s) {
        return Table.of(s, kept).caption(s.t("supplier.merge-kept"), s.t("supplier.merge-kept-text")).head("supplier.merge-what", it -> s.t(it.title()))
                .number("supplier.merge-stay", Merge.Line::stays);
    }
}
