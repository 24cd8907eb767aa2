package org.probity.house.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.Ruling.Denied;
import org.probity.house.access.Ruling.Granted;
import org.probity.house.start.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;

@WholeHouse
class SigningInWithAPasswordTest {
    static final String RIGHT = "grey heron at dusk";

    @Autowired Accounts accounts;
    @Autowired Links links;
    @Autowired SignIns signIns;

    final String email = UUID.randomUUID() + "@helia.example";
    final String address = UUID.randomUUID().toString();
    UUID account;

    @BeforeEach
    void somebodyWithAPassword() {
        account = granted(accounts.invite(new Accounts.Newcomer("Lin", email, Set.of(Role.BUYER), Optional.empty(), "en"), Accounts.HOUSE));
        granted(accounts.accept(links.issue(Links.Purpose.INVITATION, account, null), RIGHT));
    }

    @Test
    void theRightPasswordOpensTheAccount() {
        assertThat(signIns.password(email.toUpperCase(), RIGHT, address)).isEqualTo(Ruling.granted(account));
    }

    @Test
    void aWrongPasswordAnUnknownEmailAndADisabledAccountGetTheSameAnswer() {
        assertThat(signIns.password(email, RIGHT + "!", address)).isEqualTo(Ruling.denied("", "signin.wrong"));
        assertThat(signIns.password("no-" + email, RIGHT, address)).isEqualTo(Ruling.denied("", "signin.wrong"));
        granted(accounts.disable(account, "left", UUID.randomUUID()));
        assertThat(signIns.password(email, RIGHT, address)).isEqualTo(Ruling.denied("", "signin.wrong"));
    }

    @Test
    void theSixthGuessWaitsWhetherTheAccountExistsOrNot() {
        for (var who : new String[] {email, "no-" + email}) {
            for (var guess = 0; guess < 5; guess++) {
                assertThat(key(signIns.password(who, "wrong wrong wrong", address + guess))).isEqualTo("signin.wrong");
            }
            assertThat(key(signIns.password(who, RIGHT, address))).as("even the right one").isEqualTo("signin.slow-down");
        }
    }

    @Test
    void anAddressThatTriesManyAccountsWaitsToo() {
        for (var guess = 0; guess < 30; guess++) {
            signIns.password(guess + email, "", address);
        }
        assertThat(key(signIns.password(email, RIGHT, address))).isEqualTo("signin.slow-down");
        assertThat(signIns.password(email, RIGHT, "another " + address)).isEqualTo(Ruling.granted(account));
    }

    @Test
    void aHundredGuessesAtOnceAreNotAHundredGuesses() throws Exception {
        var guesses = new ArrayList<Callable<String>>();
        for (var guess = 0; guess < 40; guess++) {
            var from = address + guess;
            guesses.add(() -> key(signIns.password(email, "wrong wrong wrong", from)));
        }
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            var checked = 0;
            for (var answer : crowd.invokeAll(guesses)) {
                checked += answer.get().equals("signin.wrong") ? 1 : 0;
            }
            assertThat(checked).isEqualTo(5);
        }
    }

    @Test
    void afterSigningInTheCountStartsAfresh() {
        for (var round = 0; round < 3; round++) {
            for (var guess = 0; guess < 4; guess++) {
                assertThat(key(signIns.password(email, "wrong wrong wrong", address))).isEqualTo("signin.wrong");
            }
            assertThat(signIns.password(email, RIGHT, address)).isEqualTo(Ruling.granted(account));
        }
    }

    static <T> T granted(Ruling<T> ruling) {
        assertThat(ruling).isInstanceOf(Granted.class);
        return ((Granted<T>) ruling).value();
    }

    static String key(Ruling<?> ruling) {
        return ((Denied<?>) ruling).key();
    }
}
