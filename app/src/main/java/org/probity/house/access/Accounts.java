package org.probity.house.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people who can be let in: inviting them, what they may do, keeping them out. */
@Service
public class Accounts {
    /** Who acts when the house is set up and nobody is there yet. */
    public static final UUID HOUSE = new UUID(0, 0);

    /**
     * Somebody to be let in.
     *
     * @param language of mail to them: en or zh
     */
    public record Newcomer(String name, String email, Set<Role> roles, Optional<UUID> supplier, String language) {
        public Newcomer {
            name = name.strip();
            email = email.strip();
            roles = Set.copyOf(roles);
        }
    }

    /** Published in the transaction that opened the account; whoever writes letters sends the invitation. */
    public record Invited(UUID account, UUID by) {}

    /** Published in the transaction of a change that somebody may ask about later; holds no personal data. */
    public record Changed(String kind, UUID account, UUID by) {}

    private final JdbcClient db;
    private final Passwords passwords;
    private final Links links;
    private final HeldRoles held;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final RealTime time;

    Accounts(JdbcClient db, Passwords passwords, Links links, HeldRoles held, AuditTrail trail, ApplicationEventPublisher events, RealTime time) {
        this.db = db;
        this.passwords = passwords;
        this.links = links;
        this.held = held;
        this.trail = trail;
        this.events = events;
        this.time = time;
    }

    /**
     * Opens an account and has an invitation sent.
     *
     * <p>Denied: {@code name-missing}; {@code email-wrong}; {@code roles-missing}; {@code supplier-alone} (a supplier's contact holds no
     * other role); {@code customer-alone} (nor does a customer's); {@code supplier-missing}; {@code email-taken}.
     */
    @Transactional
    public Ruling<UUID> invite(Newcomer newcomer, UUID by) {
        if (newcomer.name().isEmpty()) {
            return Ruling.denied("name", "signin.name-missing");
        }
        if (!newcomer.email().matches("[^\\s@]+@[^\\s@]+") || newcomer.email().length() > 254) {
            return Ruling.denied("email", "signin.email-wrong");
        }
        Optional<Ruling<UUID>> objection = HeldRoles.objection(newcomer.roles(), newcomer.supplier());
        if (objection.isPresent()) {
            return objection.get();
        }
        var opened = db.sql("""
                INSERT INTO access.account (id, name, email, supplier, language, invited_at, invited_by)
                VALUES (:id, :name, :email, :supplier, :language, :now, :by)
                ON CONFLICT (lower(email)) DO NOTHING
                RETURNING id
                """)
                .param("id", UUID.randomUUID()).param("name", newcomer.name()).param("email", newcomer.email())
                .param("supplier", newcomer.supplier().orElse(null)).param("language", newcomer.language())
                .param("now", Sql.time(time.now())).param("by", by)
                .query(UUID.class).optional();
        if (opened.isEmpty()) {
            return Ruling.denied("email", "signin.email-taken");
        }
        var account = opened.get();
        newcomer.roles().forEach(role -> held.give(account, role, by));
        note("account.invited", account, by, Map.of("roles", words(newcomer.roles())));
        events.publishEvent(new Invited(account, by));
        return Ruling.granted(account);
    }

    /**
     * The invited person chooses a password. Denied: {@code link-dead}; what {@link Passwords#objection} says.
     */
    @Transactional
    public Ruling<UUID> accept(String secret, String password) {
        return choose(Links.Purpose.INVITATION, secret, password, "account.accepted", account -> passwords.set(account, password));
    }

    /** As {@link #accept}, for the many of a demo whose one password everybody may read: what it is kept as was computed once. */
    @Transactional
    Ruling<UUID> accept(String secret, String password, Passwords.Kept kept) {
        return choose(Links.Purpose.INVITATION, secret, password, "account.accepted", account -> passwords.set(account, kept));
    }

    /**
     * A forgotten password is replaced by way of a mailed link; every session and every key of a program ends. Denied as {@link #accept}.
     */
    @Transactional
    public Ruling<UUID> reset(String secret, String password) {
        return choose(Links.Purpose.RESET, secret, password, "account.password-reset", account -> passwords.set(account, password));
    }

    private Ruling<UUID> choose(Links.Purpose purpose, String secret, String password, String kind, Consumer<UUID> keep) {
        var account = links.peek(purpose, secret).flatMap(this::find).filter(a -> !a.disabled());
        if (account.isEmpty()) {
            return Ruling.denied("", "signin.link-dead");
        }
        var objection = Passwords.objection(password, account.get().name(), account.get().email());
        if (objection.isPresent()) {
            return objection.get();
        }
        var id = account.get().id();
        if (links.use(purpose, secret, null).isEmpty()) {
            return Ruling.denied("", "signin.link-dead");
        }
        keep.accept(id);
        endVisits(id, id);
        note(kind, id, id, Map.of("keys", endKeys(id, id)));
        return Ruling.granted(id);
    }

    /**
     * Somebody signed in, and confirmed, chooses another password; their other visits end, and the keys of their programs: whoever changes
     * a password because somebody knew it must not leave behind what that somebody made with it. Denied: what {@link Passwords#objection} says.
     */
    @Transactional
    public Ruling<UUID> choosePassword(Visit visit, String password) {
        var account = find(visit.me().account()).orElseThrow();
        var objection = Passwords.objection(password, account.name(), account.email());
        if (objection.isPresent()) {
            return objection.get();
        }
        passwords.set(account.id(), password);
        db.sql("UPDATE access.visit SET ended_at = :now, ended_by = :by WHERE account = :by AND ended_at IS NULL AND id <> :visit")
                .param("now", Sql.time(time.now())).param("by", account.id()).param("visit", visit.id())
                .update();
        note("account.password-changed", account.id(), account.id(), Map.of("keys", endKeys(account.id(), account.id())));
        return Ruling.granted(account.id());
    }

    /**
     * An administrator has the invitation, or a way to choose another password, sent anew. Denied: {@code account-unknown};
     * {@code disabled-already}.
     */
    @Transactional
    public Ruling<UUID> sendAgain(UUID account, UUID by) {
        var found = find(account);
        if (found.isEmpty()) {
            return Ruling.denied("", "signin.account-unknown");
        }
        if (found.get().disabled()) {
            return Ruling.denied("", "signin.disabled-already");
        }
        var purpose = found.get().settled() ? Links.Purpose.RESET : Links.Purpose.INVITATION;
        events.publishEvent(new SignIns.LinkIssued(purpose, account, links.issue(purpose, account, null)));
        note("account.link-sent", account, by, Map.of("purpose", purpose.name()));
        return Ruling.granted(account);
    }

    /**
     * Keeps a person out from this moment: what they hold open ends with it, keys of programs too, which stay ended when the person is let
     * in again; and what they did stays theirs.
     *
     * <p>Denied: {@code account-unknown}; {@code disable-yourself}; {@code last-administrator}; {@code reason-missing};
     * {@code disabled-already}.
     */
    @Transactional
    public Ruling<UUID> disable(UUID account, String reason, UUID by) {
        if (account.equals(by)) {
            return Ruling.denied("", "signin.disable-yourself");
        }
        if (reason.isBlank()) {
            return Ruling.denied("reason", "signin.reason-missing");
        }
        var found = find(account);
        if (found.isEmpty()) {
            return Ruling.denied("", "signin.account-unknown");
        }
        if (held.last(account)) {
            return Ruling.denied("", "signin.last-administrator");
        }
        var disabled = db.sql("""
                INSERT INTO access.disabling (account, disabled_at, disabled_by, reason)
                VALUES (:account, :now, :by, :reason)
                ON CONFLICT (account) WHERE enabled_at IS NULL DO NOTHING
                """)
                .param("account", account).param("now", Sql.time(time.now())).param("by", by).param("reason", reason.strip())
                .update();
        if (disabled == 0) {
            return Ruling.denied("", "signin.disabled-already");
        }
        endVisits(account, by);
        endKeys(account, by);
        db.sql("UPDATE access.link SET ends_at = least(ends_at, :now) WHERE account = :account AND used_at IS NULL")
                .param("account", account).param("now", Sql.time(time.now()))
                .update();
        note("account.disabled", account, by, Map.of("reason", reason.strip()));
        return Ruling.granted(account);
    }

    /** Lets a person in again, with the roles they had. Denied: {@code not-disabled}. */
    @Transactional
    public Ruling<UUID> enable(UUID account, UUID by) {
        var enabled = db.sql("""
                UPDATE access.disabling
                   SET enabled_at = :now,
                       enabled_by = :by
                 WHERE account = :account
                   AND enabled_at IS NULL
                """)
                .param("account", account).param("now", Sql.time(time.now())).param("by", by)
                .update();
        if (enabled == 0) {
            return Ruling.denied("", "signin.not-disabled");
        }
        note("account.enabled", account, by, Map.of());
        return Ruling.granted(account);
    }

    /**
     * Lets in again whom the house itself kept out, as when a contact handed over. What an administrator said stands: a colleague's word does
     * not undo it.
     *
     * <p>Denied: {@code not-disabled}.
     */
    @Transactional
    public Ruling<UUID> welcomeBack(UUID account, UUID by) {
        var byTheHouse = db.sql("SELECT EXISTS (SELECT FROM access.disabling WHERE account = :account AND enabled_at IS NULL AND disabled_by = :house)")
                .param("account", account).param("house", HOUSE)
                .query(Boolean.class).single();
        return byTheHouse ? enable(account, by) : Ruling.denied("", "signin.not-disabled");
    }

    /**
     * Gives and takes roles until the person holds exactly these; each step is a row. It counts from their next request on.
     *
     * <p>Denied: {@code account-unknown}; {@code roles-missing}; {@code supplier-alone}; {@code customer-alone};
     * {@code supplier-missing}; {@code last-administrator}; {@code own-roles} nobody gives a role to themselves, {@code own-roles-alone} and there is
     * nobody yet who could.
     */
    @Transactional
    public Ruling<UUID> changeRoles(UUID account, Set<Role> roles, UUID by) {
        var found = find(account);
        if (found.isEmpty()) {
            return Ruling.denied("", "signin.account-unknown");
        }
        var objection = HeldRoles.objection(roles, found.get().supplier());
        if (objection.isPresent()) {
            return objection.get();
        }
        if (!roles.contains(Role.ADMINISTRATOR) && held.last(account)) {
            return Ruling.denied("roles", "signin.last-administrator");
        }
        var had = found.get().roles();
        var given = EnumSet.copyOf(roles);
        given.removeAll(had);
        if (account.equals(by) && !given.isEmpty()) {
            return Ruling.denied("roles", held.last(account) ? "signin.own-roles-alone" : "signin.own-roles");
        }
        var taken = had.isEmpty() ? EnumSet.noneOf(Role.class) : EnumSet.copyOf(had);
        taken.removeAll(roles);
        given.forEach(role -> held.give(account, role, by));
        taken.forEach(role -> held.take(account, role, by));
        if (!given.isEmpty() || !taken.isEmpty()) {
            note("account.roles-changed", account, by, Map.of("given", words(given), "taken", words(taken)));
        }
        return Ruling.granted(account);
    }

    public Optional<Account> find(UUID account) {
        return db.sql(SELECT + " WHERE a.id = :account")
                .param("account", account)
                .query(Accounts::account).optional();
    }

    public Optional<Account> find(String email) {
        return db.sql(SELECT + " WHERE lower(a.email) = lower(:email)")
                .param("email", email.strip())
                .query(Accounts::account).optional();
    }

    /** Everybody but suppliers' contacts, of whom there are as many as suppliers. */
    public List<Account> ofTheHouse() {
        return db.sql(SELECT + " WHERE a.supplier IS NULL ORDER BY lower(a.name)").query(Accounts::account).list();
    }

    /** Everybody whose name or e-mail holds these letters. */
    public List<Account> search(String letters) {
        return db.sql(SELECT + """
                 WHERE a.name ILIKE :pattern OR a.email ILIKE :pattern
                 ORDER BY d.disabled_at IS NOT NULL, lower(a.name)
                """)
                .param("pattern", "%" + letters.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%")
                .query(Accounts::account).list();
    }

    /**
     * Whom these people of a supplier brought in since, and whom those brought in, belong to another supplier from now on: two records that were held to be one
     * company are two. Gives their addresses.
     */
    @Transactional
    public List<String> bringAlong(List<UUID> people, UUID from, UUID to, Instant since) {
        return db.sql("""
                WITH RECURSIVE along AS (
                    SELECT account FROM unnest(:people::uuid[]) AS account
                     UNION
                    SELECT invited.id
                      FROM along
                      JOIN access.account AS invited ON invited.invited_by = along.account AND invited.supplier = :from AND invited.invited_at >= :since
                )
                UPDATE access.account
                   SET supplier = :to
                  FROM along
                 WHERE account.id = along.account
                   AND account.supplier = :from
                RETURNING account.email
                """)
                .param("people", people.toArray(UUID[]::new)).param("from", from).param("to", to).param("since", Sql.time(since))
                .query(String.class).list();
    }

    /** A supplier's contacts, those kept out included. */
    public List<Account> contactsOf(UUID supplier) {
        return db.sql(SELECT + " WHERE a.supplier = :supplier ORDER BY lower(a.name)")
                .param("supplier", supplier)
                .query(Accounts::account).list();
    }

    /** Those who hold a role and are not kept out: whom a task or a mail goes to. */
    public List<Account> holding(Role role) {
        return db.sql(SELECT + """
                 WHERE d.account IS NULL
                   AND EXISTS (SELECT FROM access.role r WHERE r.account = a.id AND r.role = :role AND r.taken_at IS NULL)
                 ORDER BY lower(a.name)
                """)
                .param("role", role.name())
                .query(Accounts::account).list();
    }

    /** Those who were there before anybody could invite: the first administrator, and the people of a demo. */
    List<Account> broughtByTheHouse() {
        return db.sql(SELECT + " WHERE a.invited_by = :house ORDER BY a.supplier IS NOT NULL, a.invited_at, a.name LIMIT 40")
                .param("house", HOUSE)
                .query(Accounts::account).list();
    }

    /** Names for ids, as screens show "by whom"; an id that is not an account has none. */
    public Map<UUID, String> names(Set<UUID> accounts) {
        if (accounts.isEmpty()) {
            return Map.of();
        }
        return db.sql("SELECT id, name FROM access.account WHERE id IN (:accounts)")
                .param("accounts", accounts)
                .query((row, n) -> Map.entry(row.getObject("id", UUID.class), row.getString("name")))
                .list().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Whether the house still waits for its first administrator. */
    public boolean none() {
        return db.sql("SELECT NOT EXISTS (SELECT FROM access.account)").query(Boolean.class).single();
    }

    private static final String SELECT = """
            SELECT a.id,
                   a.name,
                   a.email,
                   a.supplier,
                   a.language,
                   a.invited_at,
                   d.disabled_at,
                   (SELECT string_agg(r.role, ' ') FROM access.role r WHERE r.account = a.id AND r.taken_at IS NULL) AS roles,
                   EXISTS (SELECT FROM access.password p WHERE p.account = a.id)
                       OR EXISTS (SELECT FROM access.passkey k WHERE k.account = a.id) AS settled
              FROM access.account a
              LEFT JOIN access.disabling d ON d.account = a.id AND d.enabled_at IS NULL
            """;

    private static Account account(ResultSet row, int number) throws SQLException {
        return new Account(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("email"),
                roles(row.getString("roles")),
                Optional.ofNullable(row.getObject("supplier", UUID.class)),
                row.getString("language"),
                Sql.instant(row, "invited_at"),
                Sql.instantOrNull(row, "disabled_at"),
                row.getBoolean("settled"));
    }

    static Set<Role> roles(@Nullable String words) {
        return words == null ? Set.of() : Arrays.stream(words.split(" ")).map(Role::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    private static String words(Set<Role> roles) {
        return String.join(" ", new TreeSet<>(roles).stream().map(Role::name).toList());
    }

    private void endVisits(UUID account, UUID by) {
        db.sql("UPDATE access.visit SET ended_at = :now, ended_by = :by WHERE account = :account AND ended_at IS NULL")
                .param("account", account).param("now", Sql.time(time.now())).param("by", by)
                .update();
    }

    /** @return how many, for the trail */
    private String endKeys(UUID account, UUID by) {
        return "" + db.sql("UPDATE access.token SET revoked_at = :now, revoked_by = :by WHERE account = :account AND revoked_at IS NULL")
                .param("account", account).param("now", Sql.time(time.now())).param("by", by)
                .update();
    }

    private void note(String kind, UUID account, UUID by, Map<String, String> details) {
        trail.note(kind, by, account, details);
        events.publishEvent(new Changed(kind, account, by));
    }
}
