package org.probity.shapes.policy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.Option;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * People of the house, by the role they hold or the unit they belong to. Who stands in the directory owes as that person, whichever account they
 * use and even before they have one; who does not, as their account.
 */
@Configuration
class PeopleCircles {
    @Bean
    Circle roleCircle(JdbcClient db, Directory directory) {
        return new People("role", db, directory) {
            @Override
            public List<Option> choices(Screen s) {
                return Arrays.stream(Role.values()).filter(it -> it != Role.SUPPLIER).map(it -> new Option(it.name(), s.t("signin.role." + it))).toList();
            }

            @Override
            public Collection<UUID> members(String value, LocalDate day) {
                return db.sql("""
                        SELECT coalesce(pass.person, member.id)
                          FROM access.member
                          LEFT JOIN directory.pass ON pass.account = member.id
                         WHERE :role = ANY (member.roles)
                        """)
                        .param("role", value).query(UUID.class).list();
            }
        };
    }

    @Bean
    Circle unitCircle(JdbcClient db, Directory directory) {
        return new People("unit", db, directory) {
            @Override
            public List<Option> choices(Screen s) {
                return directory.tree(directory.today()).stream().map(it -> new Option(it.code(), "\u2003".repeat(it.depth()) + it.name(s.lang()))).toList();
            }

            @Override
            public Collection<UUID> members(String value, LocalDate day) {
                return db.sql("""
                        SELECT DISTINCT engaged.person
                          FROM directory.engaged(:day, 'infinity') AS engaged
                          JOIN directory.places(:day, 'infinity') AS place ON place.unit = engaged.unit
                         WHERE engaged.kind <> 'RETIREE'
                           AND (SELECT above.unit FROM directory.units(:day, 'infinity') AS above WHERE above.code = :unit) = ANY (place.path)
                        """)
                        .param("day", day).param("unit", value).query(UUID.class).list();
            }
        };
    }

    /** What both circles have in common: the parties are people. */
    private abstract static class People implements Circle {
        private final String key;
        private final JdbcClient db;
        private final Directory directory;

        People(String key, JdbcClient db, Directory directory) {
            this.key = key;
            this.db = db;
            this.directory = directory;
        }

        @Override
        public String key() {
            return key;
        }

        @Override
        public String title() {
            return "policy.circle." + key;
        }

        @Override
        public Optional<UUID> partyOf(Me me) {
            return me.supplier().isPresent() ? Optional.empty() : directory.personOf(me).or(() -> Optional.of(me.account()));
        }

        @Override
        public Map<UUID, Name> names(Collection<UUID> parties) {
            var names = new HashMap<UUID, Name>();
            db.sql("""
                    SELECT id, name_en, name_zh FROM directory.name WHERE id = ANY (:ids)
                     UNION ALL
                    SELECT id, name, name FROM access.member WHERE id = ANY (:ids) AND supplier IS NULL
                    """)
                    .param("ids", parties.toArray(UUID[]::new))
                    .query(row -> {
                        names.put(row.getObject("id", UUID.class), new Name(row.getString("name_en"), row.getString("name_zh")));
                    });
            return names;
        }

        @Override
        public List<Reader> readers(UUID party) {
            return db.sql("""
                    SELECT member.email, member.language
                      FROM access.member
                      LEFT JOIN directory.pass ON pass.account = member.id
                     WHERE coalesce(pass.person, member.id) = :party AND member.supplier IS NULL
                    """)
                    .param("party", party)
                    .query((row, n) -> new Reader(row.getString("email"), Lang.of(row.getString("language")).orElse(Lang.EN), "/app/my/rules")).list();
        }

        @Override
        public boolean writtenToWhenAsked() {
            return false;
        }
    }
}
