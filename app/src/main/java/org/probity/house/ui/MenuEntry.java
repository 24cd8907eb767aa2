package org.probity.house.ui;

import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.probity.house.access.Me;
import org.probity.house.access.Role;

/** A line of the side menu. A room makes it a bean; who holds none of its roles does not see it. */
public interface MenuEntry {
    Wing wing();

    /** Smaller stands higher within the wing. */
    int order();

    /** Message key of its words. */
    String key();

    /** Where it leads; pages below this path show it as the current one. */
    String href();

    Set<Role> roles();

    /** Whether this person, who holds one of the roles, has something to do there. Asked on every page, so it must be one quick query. */
    default boolean isFor(Me me) {
        return true;
    }

    /** How many things wait there for this person. Asked on every page, so it must be one quick query. */
    default OptionalLong count(Me me) {
        return OptionalLong.empty();
    }

    /** A line without a count. */
    static MenuEntry of(Wing wing, int order, String key, String href, Role... roles) {
        return new Line(wing, order, key, href, Set.of(roles), _ -> true, _ -> OptionalLong.empty());
    }

    /** The same line, with how many things wait there. */
    default MenuEntry counting(ToLongFunction<Me> waiting) {
        return new Line(wing(), order(), key(), href(), roles(), this::isFor, me -> OptionalLong.of(waiting.applyAsLong(me)));
    }

    /** The same line, for those of the roles whom it concerns. */
    default MenuEntry onlyFor(Predicate<Me> whom) {
        return new Line(wing(), order(), key(), href(), roles(), whom, this::count);
    }

    /** A line told by its parts. */
    record Line(Wing wing, int order, String key, String href, Set<Role> roles, Predicate<Me> whom, Function<Me, OptionalLong> waiting) implements MenuEntry {
        @Override
        public boolean isFor(Me me) {
            return whom.test(me);
        }

        @Override
        public OptionalLong count(Me me) {
            return waiting.apply(me);
        }
    }
}
