package org.probity.people.community;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
    Roll communityRoll(JdbcClient db, Clock clock) {
        return new OfCommunity(db, clock);
    }

    private record OfCommunity(JdbcClient db, Clock clock) implements Roll {
        @Override
        public Set<String> purposes() {
            return Set.of(POSTS, VOICES, JUDGEMENTS);
        }

        @Override
        public Optional<UUID> person(Me me, Round round) {
            return person(me);
        }

        @Override
        public Map<UUID, UUID> people(Me me, List<Round> rounds) {
            return person(me).map(it -> rounds.stream().collect(Collectors.toMap(Round::id, _ -> it))).orElse(Map.of());
        }

        private Optional<UUID> person(Me me) {
            return db.sql("""
                    SELECT DISTINCT pass.person
                      FROM directory.pass
                      JOIN directory.engaged(:today, 'infinity') AS engaged ON engaged.person = pass.person AND engaged.kind <> 'RETIREE'
                     WHERE pass.account = :account
                    """).param("today", LocalDate.now(clock)).param("account", me.account()).query(UUID.class).optional();
        }

        @Override
        public Map<UUID, String> words(List<Round> rounds) {
            return db.sql("SELECT round, word FROM community.month WHERE round = ANY (:rounds)").param("rounds", rounds.stream().map(Round::id).toArray(UUID[]::new))
                    .query((row, n) -> Map.entry(row.getObject(1, UUID.class), row.getString(2))).list().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        }
    }
}
