package org.probity.supply.customs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.access.Role;

/**
 * A pack for customs about some serial numbers: asked for, being made, and then made, failed or cancelled.
 *
 * @param serials how many were asked about
 * @param again the number of the pack that was made once more
 */
public record CustomsPack(UUID id, long no, String title, long serials, Optional<UUID> again, UUID askedBy, Instant askedAt, State state) {
    /** Who asks for packs and hands them out: customs matters are theirs, and a pack says who supplies whom. */
    static final Set<Role> KEEPERS = Set.of(Role.LEGAL, Role.SOURCING_OFFICER, Role.BUYER);

    /** What a pack says of things against the lists, from worst ways: clean is said only where every way is known to quartz. */
    enum Verdict { CLEAN, TOUCHED, UNKNOWN }

    enum Stage { FOLLOWING, WRITING, PAPERS, PROVING, CHECKING }

    /** How it stands. */
    public sealed interface State {
        record Waiting() implements State {}

        record Making(Stage stage, long done, long total) implements State {}

        record Made(UUID evidence, UUID paper, UUID record, long serials, long grams, long events, long papers, long missing, Instant at) implements State {}

        /** @param reason key of a message */
        record Failed(String reason, String detail, Instant at) implements State {}

        record Cancelled(UUID by, Instant at) implements State {}
    }

    /**
     * Things of one chain in a pack.
     *
     * @param entry by which goods of this chain were cleared; nothing where nobody said so
     */
    record Group(int no, String chain, boolean complete, Verdict verdict, long serials, long grams, int steps, @Nullable String entry) {}

    /**
     * A paper that events name and of which no file lies here.
     *
     * @param tier step of the process, as {@link org.probity.customs.Names#TIERS} has it @param things some of the things it is about, by address
     */
    record Missing(String uri, String tier, long events, List<String> things) {}

    record Handout(UUID id, String recipient, String reason, UUID by, Instant at) {}

    static boolean keeps(Me by) {
        return KEEPERS.stream().anyMatch(by::is);
    }

    Optional<State.Made> made() {
        return state instanceof State.Made it ? Optional.of(it) : Optional.empty();
    }

    boolean running() {
        return switch (state) {
            case State.Waiting waiting -> true;
            case State.Making making -> true;
            case State.Made made -> false;
            case State.Failed failed -> false;
            case State.Cancelled cancelled -> false;
        };
    }

    /** As message keys name it. */
    String key() {
        return "customs.state." + switch (state) {
            case State.Waiting waiting -> "waiting";
            case State.Making making -> "making";
            case State.Made made -> "made";
            case State.Failed failed -> "failed";
            case State.Cancelled cancelled -> "cancelled";
        };
    }

    /** A row of {@link CustomsPacks}. */
    static CustomsPack of(ResultSet row, int n) throws SQLException {
        return new CustomsPack(row.getObject("id", UUID.class), row.getLong("no"), row.getString("title"), row.getLong("serials"), Optional.ofNullable(row.getObject("again", UUID.class)),
                row.getObject("asked_by", UUID.class), at(row, "asked_at"), state(row));
    }

    private static State state(ResultSet row) throws SQLException {
        if (row.getObject("evidence") != null) {
            return new State.Made(row.getObject("evidence", UUID.class), row.getObject("paper", UUID.class), row.getObject("record", UUID.class), row.getLong("made_serials"), row.getLong("grams"),
                    row.getLong("events"), row.getLong("papers"), row.getLong("missing"), at(row, "made_at"));
        }
        if (row.getObject("cancelled_by") != null) {
            return new State.Cancelled(row.getObject("cancelled_by", UUID.class), at(row, "cancelled_at"));
        }
        if (row.getString("reason") != null) {
            return new State.Failed(row.getString("reason"), row.getString("detail"), at(row, "failed_at"));
        }
        return row.getString("stage") == null ? new State.Waiting() : new State.Making(Stage.valueOf(row.getString("stage")), row.getLong("done"), row.getLong("total"));
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
