package org.probity.trace;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/**
 * What may be claimed of items by ISO 22095, from one ledger, and nothing twice.
 *
 * <p>Three models follow the material: the claim is true of what is physically in the item. Two follow an account of a site (ISO 22095-2): inputs are entered,
 * outputs claim what the account allows. What was entered in an account bears no physical claim any more, and what bears one is not entered; each input is
 * entered once, whatever became of it, and each item claimed once, also by what it is made of or what is made of it. So a small certified lot cannot sell a large volume.
 *
 * <p>It is kept beside a book and not in it: whoever keeps it hands in entries and claims again in their order.
 */
public final class Claims {

    /** By which model. */
    public enum Model {
        /** All of it is from one certified origin. */
        IDENTITY_PRESERVED,
        /** All of it is from certified origins. */
        SEGREGATED,
        /** At least the claimed share is from certified origins, by the least that is certain. */
        CONTROLLED_BLENDING,
        /** Mass balance: no more than the average of what was entered over the account's time. */
        ROLLING_AVERAGE,
        /** Mass balance: drawn from credits that certified inputs gave. */
        CREDIT
    }

    /** What became of an entry or a claim. */
    public sealed interface Answer {

        /** @param mass what was entered as certified, or is claimed */
        record Granted(long mass) implements Answer {}

        record Refused(Why why) implements Answer {}
    }

    /** Why not. */
    public enum Why {
        /** The book does not know the item. */
        UNKNOWN_ITEM,
        /** A share is from above nought to {@link Origins#WHOLE}. */
        NO_SHARE,
        /** The item is claimed already, or what it is made of or what is made of it is claimed by an account. */
        CLAIMED_ALREADY,
        /** It has several origins, or some that nobody recorded. */
        NOT_ONE_ORIGIN,
        /** Some of it is from elsewhere, or from nowhere that was recorded. */
        NOT_ALL_CERTIFIED,
        /** Less than that is certainly in it. */
        MORE_THAN_IS_IN_IT,
        /** What it is made of was entered in an account, which may claim it. */
        IN_AN_ACCOUNT,
        /** It, what it is made of, or what is made of it was entered. */
        ENTERED_ALREADY,
        /** Something that is made of it bears a physical claim. */
        CARRIED_PHYSICALLY,
        /** The average of the account's time is lower, or its certified mass is used up. */
        MORE_THAN_THE_AVERAGE,
        /** The credits that are valid then are fewer. */
        NOT_ENOUGH_CREDIT
    }

    private record Claim(Model model, long share) {}

    private final Book book;
    private final IntPredicate certified;
    private final Reach reach;
    private final Map<Integer, Claim> claimed = new TreeMap<>();
    private final Set<Integer> entered = new HashSet<>();

    /** @param certified whether an item that comes from outside, or is entered in an account, has a certificate */
    public Claims(Book book, IntPredicate certified) {
        this.book = book;
        this.certified = certified;
        this.reach = new Reach(book);
    }

    /** Claims that all of an item is from one certified origin. */
    public Answer identityPreserved(int item) {
        return claim(item, new Claim(Model.IDENTITY_PRESERVED, Origins.WHOLE));
    }

    /** Claims that all of an item is from certified origins. */
    public Answer segregated(int item) {
        return claim(item, new Claim(Model.SEGREGATED, Origins.WHOLE));
    }

    /** Claims a share of an item that is certainly in it. */
    public Answer controlledBlending(int item, long share) {
        return claim(item, new Claim(Model.CONTROLLED_BLENDING, share));
    }

    private Answer claim(int item, Claim claim) {
        if (cannot(item, claim.share()) instanceof Answer.Refused refused) {
            return refused;
        }
        if (anyUpstream(item, other -> entered.contains(other))) {
            return new Answer.Refused(Why.IN_AN_ACCOUNT);
        }
        if (anyUpstream(item, this::claimedByAccount) || anyDownstream(item, this::claimedByAccount)) {
            return new Answer.Refused(Why.CLAIMED_ALREADY);
        }
        if (holds(item, claim) instanceof Answer.Refused refused) {
            return refused;
        }
        claimed.put(item, claim);
        return new Answer.Granted(Whole.times(claim.share(), book.made(item), Origins.WHOLE));
    }

    private Answer cannot(int item, long share) {
        if (!book.knows(item)) {
            return new Answer.Refused(Why.UNKNOWN_ITEM);
        }
        if (share <= 0 || share > Origins.WHOLE) {
            return new Answer.Refused(Why.NO_SHARE);
        }
        return claimed.containsKey(item) ? new Answer.Refused(Why.CLAIMED_ALREADY) : new Answer.Granted(0);
    }

    /** Whether what is in the item bears the claim. */
    private Answer holds(int item, Claim claim) {
        var origins = reach.origins(item);
        var all = origins.length > 0;
        for (var origin : origins) {
            all &= origin != Reach.NOT_RECORDED && certified.test(origin);
        }
        return switch (claim.model()) {
            case IDENTITY_PRESERVED -> origins.length != 1 || origins[0] == Reach.NOT_RECORDED ? new Answer.Refused(Why.NOT_ONE_ORIGIN) : all(all);
            case SEGREGATED -> all(all);
            case CONTROLLED_BLENDING -> {
                var certain = new Shares(book, 0).of(item).shares().stream().filter(share -> certified.test(share.origin())).mapToLong(Origins.Share::least).sum();
                yield all || claim.share() <= certain ? new Answer.Granted(0) : new Answer.Refused(Why.MORE_THAN_IS_IN_IT);
            }
            case ROLLING_AVERAGE, CREDIT -> new Answer.Granted(0);
        };
    }

    private static Answer all(boolean certified) {
        return certified ? new Answer.Granted(0) : new Answer.Refused(Why.NOT_ALL_CERTIFIED);
    }

    /** Physical claims that a correction of the book has made untrue. */
    public int[] broken() {
        return claimed.entrySet().stream().filter(claim -> holds(claim.getKey(), claim.getValue()) instanceof Answer.Refused).mapToInt(Map.Entry::getKey).toArray();
    }

    /** By which model an item is claimed, if it is. */
    public Map<Integer, Model> claimed() {
        var models = new HashMap<Integer, Model>();
        claimed.forEach((item, claim) -> models.put(item, claim.model()));
        return models;
    }

    /** An account by the rolling average. @param seconds of how long before a claim inputs count @param perMille how much output a thousand of input give */
    public Account rollingAverage(long seconds, int perMille) {
        return new Account(Model.ROLLING_AVERAGE, seconds, perMille);
    }

    /** An account of credits. @param seconds for how long a credit can be drawn @param perMille how much credit a thousand of certified input give */
    public Account credit(long seconds, int perMille) {
        return new Account(Model.CREDIT, seconds, perMille);
    }

    private boolean claimedByAccount(int item) {
        return claimed.get(item) instanceof Claim claim && (claim.model() == Model.ROLLING_AVERAGE || claim.model() == Model.CREDIT);
    }

    private boolean anyUpstream(int item, IntPredicate asked) {
        for (var other : reach.upstream(item)) {
            if (asked.test(other)) {
                return true;
            }
        }
        return asked.test(item);
    }

    private boolean anyDownstream(int item, IntPredicate asked) {
        for (var other : reach.downstream(item)) {
            if (asked.test(other)) {
                return true;
            }
        }
        return asked.test(item);
    }

    /** What a site took in and claimed. Entries and claims count at their own time, and only what came before. */
    public final class Account {

        private final Model model;
        private final long seconds;
        private final int perMille;
        /** By time: certified mass, all mass, and what of the credit is left. */
        private final TreeMap<Long, long[]> entries = new TreeMap<>();

        private Account(Model model, long seconds, int perMille) {
            if (seconds <= 0 || perMille <= 0 || perMille > 1_000) {
                throw new IllegalArgumentException(seconds + " s, " + perMille + " per mille");
            }
            this.model = model;
            this.seconds = seconds;
            this.perMille = perMille;
        }

        /** Enters an input with its mass. */
        public Answer enter(int item, long when) {
            if (!book.knows(item)) {
                return new Answer.Refused(Why.UNKNOWN_ITEM);
            }
            if (anyUpstream(item, entered::contains) || anyDownstream(item, entered::contains)) {
                return new Answer.Refused(Why.ENTERED_ALREADY);
            }
            if (certified.test(item) && anyDownstream(item, claimed::containsKey)) {
                return new Answer.Refused(Why.CARRIED_PHYSICALLY);
            }
            var mass = book.made(item);
            var good = certified.test(item) ? mass : 0;
            var entry = entries.computeIfAbsent(when, _ -> new long[3]);
            entry[0] += good;
            entry[1] += mass;
            entry[2] += good / 1_000 * perMille + good % 1_000 * perMille / 1_000;
            entered.add(item);
            return new Answer.Granted(good);
        }

        /** Claims a share of an output. */
        public Answer claim(int item, long share, long when) {
            if (cannot(item, share) instanceof Answer.Refused refused) {
                return refused;
            }
            if (entered.contains(item)) {
                return new Answer.Refused(Why.ENTERED_ALREADY);
            }
            if (anyUpstream(item, claimed::containsKey) || anyDownstream(item, claimed::containsKey)) {
                return new Answer.Refused(Why.CLAIMED_ALREADY);
            }
            var mass = Whole.timesUp(share, book.made(item), Origins.WHOLE);
            var window = entries.subMap(when - seconds, false, when, true);
            var usable = model == Model.CREDIT ? window : entries.headMap(when, true);
            if (model == Model.ROLLING_AVERAGE && share > average(window.values()) || mass > usable.values().stream().mapToLong(entry -> entry[2]).sum()) {
                return new Answer.Refused(model == Model.CREDIT ? Why.NOT_ENOUGH_CREDIT : Why.MORE_THAN_THE_AVERAGE);
            }
            var left = mass;
            for (var entry : usable.values()) {
                var drawn = Math.min(left, entry[2]);
                entry[2] -= drawn;
                left -= drawn;
            }
            claimed.put(item, new Claim(model, share));
            return new Answer.Granted(mass);
        }

        private static long average(Iterable<long[]> window) {
            long good = 0, all = 0;
            for (var entry : window) {
                good += entry[0];
                all += entry[1];
            }
            return all == 0 ? 0 : Whole.times(Origins.WHOLE, good, all);
        }
    }
}
