package org.probity.people.community;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.probity.house.ui.Answer;
import org.probity.shapes.ballot.Ballots;
import org.probity.shapes.ballot.Holder;
import org.probity.shapes.ballot.Holder.Token;
import org.probity.shapes.ballot.Round;
import org.probity.shapes.ballot.Rounds;

/** Tokens that are tried again and again by many at once, each time for something else. One thing each may be bought. */
final class DoubleSpends {
    /** How the posts begin that are bought. */
    static final String TRY = "Try ";

    private final Community community;
    private final Rounds rounds;
    private final Ballots ballots;
    private final Random random;
    private final List<Callable<Answer<UUID>>> tries = new ArrayList<>();

    DoubleSpends(Community community, Rounds rounds, Ballots ballots, long seed) {
        this.community = community;
        this.rounds = rounds;
        this.ballots = ballots;
        this.random = new Random(seed);
    }

    private List<Token> tokens(Round round, int many) {
        var tokens = new ArrayList<Token>();
        while (tokens.size() < many) {
            var holder = new Holder(rounds.find(round.id()).orElseThrow());
            if (!(ballots.issue(round.id(), UUID.randomUUID(), holder.sent()) instanceof Answer.Done<List<byte[]>>(var signed))) {
                throw new IllegalStateException("no tokens of round " + round.id());
            }
            tokens.addAll(holder.tokens(signed));
        }
        return tokens.subList(0, many);
    }

    /** Posts, each of its own, so that none is taken for a lost answer that is given again. */
    void posts(Round month, int many, int times) {
        var tokens = tokens(month, many);
        var author = Pseudonym.drawn();
        for (int at = 0; at < times; at++) {
            var token = tokens.get(at % many);
            var post = author.post(UUID.randomUUID(), "IDEA", null, TRY + at, token);
            tries.add(() -> community.post(month.id(), token, post));
        }
    }

    void voices(Round voices, int many, int times) {
        var tokens = tokens(voices, many);
        for (int at = 0; at < times; at++) {
            var token = tokens.get(at % many);
            tries.add(() -> community.say(voices.id(), token, null));
        }
    }

    int tries() {
        return tries.size();
    }

    /** Tries all, so many at once, in an order that the seed draws. */
    int accepted(int atOnce) throws InterruptedException, ExecutionException {
        Collections.shuffle(tries, random);
        int accepted = 0;
        try (var crowd = Executors.newFixedThreadPool(atOnce)) {
            for (var one : crowd.invokeAll(tries)) {
                accepted += one.get() instanceof Answer.Done<UUID> ? 1 : 0;
            }
        }
        return accepted;
    }
}
