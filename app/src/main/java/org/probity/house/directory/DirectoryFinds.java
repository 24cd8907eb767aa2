package org.probity.house.directory;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.inbox.Finds;
import org.springframework.stereotype.Component;

/** Finds units by name or code, and people who are here today by any name or their work e-mail. */
@Component
class DirectoryFinds implements Finds {
    private static final Set<Role> COLLEAGUES =
            Set.of(Role.HR, Role.EMPLOYEE, Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.UNION);

    private final Directory directory;

    DirectoryFinds(Directory directory) {
        this.directory = directory;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public String group() {
        return "directory.people-and-units";
    }

    @Override
    public List<Hit> find(String words, Me me) {
        if (Collections.disjoint(COLLEAGUES, me.roles())) {
            return List.of();
        }
        var today = directory.today();
        var letters = words.toLowerCase(Locale.ROOT);
        var units = directory.tree(today).stream()
                .filter(it -> Stream.of(it.nameEn(), it.nameZh(), it.code()).anyMatch(name -> name.toLowerCase(Locale.ROOT).contains(letters)))
                .map(it -> new Hit(s -> it.name(s.lang()), s -> s.t("directory.kind." + it.kind()) + " · " + it.code(), "/app/directory/units/" + it.id()));
        var people = directory.members(new Directory.Search(today, words, false, "", "", ""), PeoplePage.BY_NAME, MOST, 0).stream()
                .map(it -> new Hit(s -> it.name(s.lang()), s -> Place.name(s.lang(), it.unitEn(), it.unitZh()), "/app/directory/people/" + it.person()));
        return Stream.concat(units.limit(MOST / 2), people).limit(MOST).toList();
    }
}
