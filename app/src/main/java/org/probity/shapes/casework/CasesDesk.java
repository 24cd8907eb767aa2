package org.probity.shapes.casework;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.inbox.Duty;
import org.probity.house.inbox.Finds;
import org.probity.house.inbox.Waiting;
import org.probity.house.inbox.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What of corrective actions waits for those who handle them, and finding one by its title. */
@Component
class CasesDesk implements Waiting, Finds {
    private final CaseList list;
    private final Parties parties;
    private final JdbcClient db;

    CasesDesk(CaseList list, Parties parties, JdbcClient db) {
        this.list = list;
        this.parties = parties;
        this.db = db;
    }

    @Override
    public List<Duty> waiting(Me me) {
        var ours = list.waiting(me);
        var late = list.late(me);
        var names = parties.of(Stream.concat(ours.stream(), late.stream()).map(Case::supplier).collect(Collectors.toSet()));
        return Stream.concat(ours.stream().map(it -> duty(it, "casework.desk." + it.state(), names)),
                late.stream().map(it -> duty(it, "casework.desk.chase", names))).toList();
    }

    private static Duty duty(Case it, String act, Map<UUID, Parties.Party> names) {
        return new Duty(Words.of(act),
                s -> it.title(s.lang()) + Optional.ofNullable(names.get(it.supplier())).map(party -> " · " + party.name(s.lang())).orElse(""),
                Words.of("casework.state." + it.state()), "casework.title", "/app/casework/" + it.id(), Optional.of(it.dueDay()));
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public String group() {
        return "casework.title";
    }

    @Override
    public List<Hit> find(String words, Me me) {
        if (me.is(Role.SUPPLIER) || Stream.of(Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER,
                Role.ASSURER).noneMatch(me::is)) {
            return List.of();
        }
        return db.sql("SELECT * FROM casework.standing WHERE title_en ILIKE :pattern OR title_zh ILIKE :pattern ORDER BY opened_day DESC, id LIMIT :most")
                .param("pattern", "%" + words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%").param("most", MOST)
                .query(Case.class).list().stream()
                .map(it -> new Hit(s -> it.title(s.lang()), Words.of("casework.state." + it.state()), "/app/casework/" + it.id())).toList();
    }
}
