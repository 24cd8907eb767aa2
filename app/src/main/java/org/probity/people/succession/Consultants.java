package org.probity.people.succession;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.probity.house.access.Accounts;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.access.Ruling;
import org.probity.house.access.Term;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Typed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Consultants from outside, each for one project and until a day that is never after the project's last. The role opens nothing before that is agreed and nothing afterwards. */
@Service
public class Consultants implements Term {
    /** As typed. */
    public record Form(String firm, String name, String email, String language, String lastDay) {}

    /** @param lastDay the last on which they may look */
    public record Access(UUID account, int no, UUID project, String firm, LocalDate lastDay, UUID agreedBy) {}

    private final JdbcClient db;
    private final Positions positions;
    private final Accounts accounts;
    private final Log log;

    Consultants(JdbcClient db, Positions positions, Accounts accounts, Log log) {
        this.db = db;
        this.positions = positions;
        this.accounts = accounts;
        this.log = log;
    }

    @Override
    public Role role() {
        return Role.CONSULTANT;
    }

    @Override
    public boolean runs(UUID account) {
        return project(account).isPresent();
    }

    /** The project whose people they see today. */
    Optional<UUID> project(UUID account) {
        return db.sql("""
                SELECT newest.project
                  FROM (SELECT project, last_day FROM succession.access WHERE account = :account ORDER BY no DESC LIMIT 1) AS newest
                  JOIN succession.project ON project.id = newest.project
                 WHERE :day BETWEEN project.from_day AND least(newest.last_day, project.until_day)
                """)
                .param("account", account).param("day", positions.today()).query(UUID.class).optional();
    }

    /**
     * Invites a consultant to one project, until a day.
     *
     * <p>Refusals: {@code succession.not-yours}; {@code succession.project-unknown}; {@code succession.firm-wrong}; {@code succession.day-wrong}; {@code succession.day-past};
     * {@code succession.day-far} after the project's last day; those of {@link Accounts#invite}.
     */
    @Transactional
    public Answer<UUID> invite(UUID project, Form form, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "succession.not-yours");
        }
        var last = lastDay(project);
        if (last.isEmpty()) {
            return Answer.refused("", "succession.project-unknown");
        }
        if (form.firm().isBlank() || form.firm().length() > Projects.TITLE_LONGEST) {
            return Answer.refused("firm", "succession.firm-wrong", Projects.TITLE_LONGEST);
        }
        var objection = objection(form.lastDay(), last.get());
        if (objection.isPresent()) {
            return new Answer.Refused<>(List.of(objection.get()));
        }
        var newcomer = new Accounts.Newcomer(form.name(), form.email(), Set.of(Role.CONSULTANT), Optional.empty(), form.language().equals("zh") ? "zh" : "en");
        return switch (accounts.invite(newcomer, by.account())) {
            case Ruling.Denied<UUID>(var field, var key, var args) -> new Answer.Refused<>(List.of(new Answer.Reason(field, key, args)));
            case Ruling.Granted<UUID>(var account) -> {
                agree(account, project, form.firm().strip(), Typed.day(form.lastDay()).orElseThrow(), by);
                yield Answer.done(account);
            }
        };
    }

    /** Binds an account with a consultant's role to a project; the caller has invited it. */
    @Transactional
    public void agree(UUID account, UUID project, String firm, LocalDate lastDay, Me by) {
        db.sql("""
                INSERT INTO succession.access (account, no, project, firm, last_day, agreed_by, agreed_at, record)
                SELECT :account, coalesce(max(no), 0) + 1, :project, :firm, :last, :by, :at, :record FROM succession.access WHERE account = :account
                """)
                .param("account", account).param("project", project).param("firm", firm).param("last", lastDay).param("by", by.account()).param("at", positions.now())
                .param("record", log.record("succession.access", positions.today(), Map.of("project", project.toString(), "last_day", lastDay.toString())))
                .update();
    }

    /** Agrees another last day; yesterday ends access at once. Refusals: {@code succession.not-yours}; {@code succession.access-unknown}; those of a day. */
    @Transactional
    public Answer<LocalDate> prolong(UUID account, String typed, Me by) {
        return changed(account, by, it -> {
            var objection = objection(typed, lastDay(it.project()).orElseThrow());
            return objection.isPresent() ? new Answer.Refused<>(List.of(objection.get())) : Answer.done(Typed.day(typed).orElseThrow());
        });
    }

    /** Ends access at once. Refusals: {@code succession.not-yours}; {@code succession.access-unknown}; {@code succession.access-ended} it is over. */
    @Transactional
    public Answer<LocalDate> end(UUID account, Me by) {
        return changed(account, by, it -> it.lastDay().isBefore(positions.today()) ? Answer.refused("", "succession.access-ended") : Answer.done(positions.today().minusDays(1)));
    }

    private Answer<LocalDate> changed(UUID account, Me by, java.util.function.Function<Access, Answer<LocalDate>> to) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "succession.not-yours");
        }
        db.sql("SELECT FROM succession.access WHERE account = :account AND no = 1 FOR UPDATE").param("account", account).query((row, n) -> row).optional();
        var before = of(account);
        if (before.isEmpty()) {
            return Answer.refused("", "succession.access-unknown");
        }
        var answer = to.apply(before.get());
        if (answer instanceof Answer.Done<LocalDate>(var day)) {
            agree(account, before.get().project(), before.get().firm(), day, by);
        }
        return answer;
    }

    private Optional<Answer.Reason> objection(String typed, LocalDate last) {
        var day = Typed.day(typed);
        return day.isEmpty() ? Optional.of(new Answer.Reason("lastDay", "succession.day-wrong", List.of()))
                : day.get().isBefore(positions.today()) ? Optional.of(new Answer.Reason("lastDay", "succession.day-past", List.of()))
                : day.get().isAfter(last) ? Optional.of(new Answer.Reason("lastDay", "succession.day-far", List.of(last))) : Optional.empty();
    }

    private Optional<LocalDate> lastDay(UUID project) {
        return db.sql("SELECT until_day FROM succession.project WHERE id = :id").param("id", project).query(LocalDate.class).optional();
    }

    private static final String NEWEST = "SELECT DISTINCT ON (account) account, no, project, firm, last_day, agreed_by FROM succession.access";

    Optional<Access> of(UUID account) {
        return db.sql(NEWEST + " WHERE account = :account ORDER BY account, no DESC").param("account", account).query(Access.class).optional();
    }

    /** Who looks, or could, for a project. */
    List<Access> of(Project project) {
        return db.sql("SELECT * FROM (" + NEWEST + " ORDER BY account, no DESC) AS newest WHERE newest.project = :project ORDER BY newest.last_day DESC, newest.account")
                .param("project", project.id()).query(Access.class).list();
    }
}
