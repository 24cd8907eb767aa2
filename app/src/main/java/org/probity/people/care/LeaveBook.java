package org.probity.people.care;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.shapes.book.Account;
import org.probity.shapes.book.Books;
import org.probity.shapes.book.Entry.Move;
import org.springframework.stereotype.Component;

/** The accounts of leave: hundredths of an hour, from one that issues to one a person and a year, aside while they are asked for, and used up. */
@Component
class LeaveBook {
    static final String BOOK = "leave";
    static final String HOUR = "HOUR";
    private static final String ANNUAL = "annual-";
    private static final String CARRIED = "carried-";
    private static final String ASKED = "asked";
    /** To be paid for, since it was not used. */
    static final String OWED = "owed";

    private final Books books;

    LeaveBook(Books books) {
        this.books = books;
    }

    static String annual(int year) {
        return ANNUAL + year;
    }

    /** What came from the year before, to be used in a year. */
    static String carried(int year) {
        return CARRIED + year;
    }

    /** Whether hours on it can be asked for. */
    static boolean grants(String kind) {
        return kind.startsWith(ANNUAL) || kind.startsWith(CARRIED);
    }

    UUID issues() {
        return account("issued", null, null);
    }

    UUID asked(UUID person) {
        return account(ASKED, person, 0L);
    }

    UUID taken(UUID person, Kind kind) {
        return account(kind.taken(), person, 0L);
    }

    /** Whoever needs the first account begins the book. */
    private UUID account(String kind, @Nullable UUID owner, @Nullable Long least) {
        return books.find(BOOK, HOUR, kind, owner).orElseGet(() -> {
            books.begin(BOOK, Map.of(HOUR, 2));
            return books.account(BOOK, HOUR, kind, owner, least);
        }).id();
    }

    Map<UUID, UUID> accounts(String kind, List<UUID> people) {
        return books.accounts(BOOK, HOUR, kind, people, 0L);
    }

    /** What somebody can still ask for in a year. */
    long left(UUID person, int year) {
        var balances = books.balances(BOOK, HOUR, person);
        return balances.getOrDefault(annual(year), 0L) + balances.getOrDefault(carried(year), 0L);
    }

    /** So many hours out of the accounts of a year and into another, those that came from the year before first; empty when there are not enough. */
    Optional<List<Move>> outOf(UUID person, int year, long amount, UUID into) {
        var balances = books.balances(BOOK, HOUR, person);
        var moves = new ArrayList<Move>();
        var rest = amount;
        for (var kind : List.of(carried(year), annual(year))) {
            var some = Math.min(rest, balances.getOrDefault(kind, 0L));
            if (some > 0) {
                moves.add(new Move(account(kind, person, 0L), into, some));
                rest -= some;
            }
        }
        return rest > 0 ? Optional.empty() : Optional.of(moves);
    }

    /** An account and what lies on it now. */
    record Held(Account account, long amount) {}

    /** All accounts of somebody, those of years first. */
    List<Held> of(UUID person) {
        var balances = new TreeMap<>(books.balances(BOOK, HOUR, person));
        return books.of(BOOK, person).stream().map(it -> new Held(it, balances.getOrDefault(it.kind(), 0L))).toList();
    }
}
