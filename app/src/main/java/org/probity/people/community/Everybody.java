package org.probity.people.community;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.shapes.ballot.Roll;
import org.probity.shapes.ballot.Round;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever works here today is on every roll of the community: for posts, for the voices of each thread, for judging its result. */
@Configuration(proxyBeanMethods = false)
class Everybody {
    static final String POSTS = "community";
    static final String VOICES = "community-voice";
    static final String JUDGEMENTS = "community-solved";

    @Bean
    Roll communityPosts(JdbcClient db, Clock clock) {
        return new OfPurpose(POSTS, db, clock);
    }

    @Bean
    Roll communityVoices(JdbcClient db, Clock clock) {
        return new OfPurpose(VOICES, db, clock);
    }

    @Bean
    Roll communityJudgements(JdbcClient db, Clock clock) {
        return new OfPurpose(JUDGEMENTS, db, clock);
    }

    private record OfPurpose(String purpose, JdbcClient db, Clock clock) implements Roll {
        @Override
        public Optional<UUID> person(Me me, Round round) {
            return db.sql("""
                    SELECT DISTINCT pass.person
                      FROM directory.pass
                      JOIN directory.engaged(:today, 'infinity') AS engaged ON engaged.person = pass.person AND engaged.kind <> 'RETIREE'
                     WHERE pass.account = :account
                    """).param("today", LocalDate.now(clock)).param("account", me.account()).query(UUID.class).optional();
        }

        @Override
        public Optional<String> word(Round round) {
            return db.sql("SELECT word FROM community.month WHERE round = :round").param("round", round.id()).query(String.class).optional();
        }
    }
}
