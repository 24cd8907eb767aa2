package org.probity.house.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.Accounts;
import org.probity.house.access.As;
import org.probity.house.access.Role;
import org.probity.house.access.Ruling;
import org.probity.house.start.WholeHouse;
import org.probity.house.time.DayHasBegun;
import org.probity.house.ui.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

@WholeHouse
class KeepingTheHouseTidyTest {
    @Autowired Accounts accounts;
    @Autowired Retention retention;
    @Autowired ApplicationEventPublisher events;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient db;
    @Autowired MockMvcTester browser;

    UUID account;

    @BeforeEach
    void somebody() {
        account = ((Ruling.Granted<UUID>) accounts.invite(
                new Accounts.Newcomer("Lin", UUID.randomUUID() + "@helia.example", Set.of(Role.BUYER), Optional.empty(), "en"), Accounts.HOUSE)).value();
    }

    @Test
    void whatIsOldGoesAsADayBeginsAndWhatIsNotStays() {
        var old = visit(Duration.ofDays(181));
        var young = visit(Duration.ofDays(179));
        link(Duration.ofDays(181));
        link(Duration.ofDays(179));
        db.sql("INSERT INTO access.attempt (key, failures, last_at, free_at) VALUES (:key, 1, :then, :then)")
                .param("key", "old " + account).param("then", ago(Duration.ofDays(2))).update();
        beginADay();
        assertThat(db.sql("SELECT id FROM access.visit WHERE account = :account").param("account", account).query(UUID.class).list())
                .containsExactly(young).doesNotContain(old);
        assertThat(db.sql("SELECT count(*) FROM access.link WHERE account = :account AND purpose = 'RESET'").param("account", account)
                .query(Long.class).single()).isEqualTo(1);
        assertThat(db.sql("SELECT count(*) FROM access.attempt WHERE key = :key").param("key", "old " + account).query(Long.class).single()).isZero();
    }

    @Test
    void theTimeIsASetting() {
        assertThat(retention.keep("6", account)).isInstanceOf(Answer.Refused.class);
        assertThat(retention.keep("1096", account)).isInstanceOf(Answer.Refused.class);
        assertThat(browser.post().uri("/app/settings/retention").with(As.a(Role.ADMINISTRATOR)).param("days", "soon").exchange())
                .hasStatus(422).bodyText().contains("7 to 1095", "soon");
        assertThat(browser.post().uri("/app/settings/retention").with(As.a(Role.ADMINISTRATOR)).param("days", "30").exchange()).hasStatus(303);
        var old = visit(Duration.ofDays(31));
        beginADay();
        assertThat(db.sql("SELECT count(*) FROM access.visit WHERE id = :id").param("id", old).query(Long.class).single()).isZero();
        retention.keep("180", account);
    }

    @Test
    void whatAnAccountMayDoIsKeptInTheLogWithoutAName() {
        accounts.changeRoles(account, Set.of(Role.QUALITY), Accounts.HOUSE);
        accounts.disable(account, "left", Accounts.HOUSE);
        var entries = db.sql("""
                SELECT opening.content
                  FROM log.record
                  JOIN log.opening ON opening.record = record.id
                 WHERE class = 'access.account'
                   AND opening.content LIKE :account
                 ORDER BY recorded_at
                """)
                .param("account", "%" + account + "%")
                .query(String.class).list();
        assertThat(entries).hasSize(3).noneMatch(it -> it.contains("Lin") || it.contains("left") || it.contains("@"));
        assertThat(entries.getFirst()).contains("account.invited");
        assertThat(entries.get(1)).contains("account.roles-changed");
        assertThat(entries.getLast()).contains("account.disabled");
    }

    private void beginADay() {
        transaction.executeWithoutResult(status -> events.publishEvent(new DayHasBegun(LocalDate.now())));
    }

    private UUID visit(Duration before) {
        return db.sql("""
                INSERT INTO access.visit (id, account, way, began_at, confirmed_at, address, browser)
                VALUES (gen_random_uuid(), :account, 'PASSWORD', :then, :then, '', '')
                RETURNING id
                """)
                .param("account", account).param("then", ago(before))
                .query(UUID.class).single();
    }

    private void link(Duration before) {
        db.sql("""
                INSERT INTO access.link (id, purpose, account, secret_hash, made_at, ends_at)
                VALUES (gen_random_uuid(), 'RESET', :account, decode(md5(:secret), 'hex'), :then, :then)
                """)
                .param("account", account).param("secret", account + before.toString()).param("then", ago(before))
                .update();
    }

    private static OffsetDateTime ago(Duration before) {
        return Instant.now().minus(before).atOffset(ZoneOffset.UTC);
    }
}
