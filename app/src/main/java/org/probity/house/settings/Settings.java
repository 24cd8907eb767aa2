package org.probity.house.settings;

import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.access.AuditTrail;
import org.probity.house.access.RealTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Names and values an administrator sets. A room names its own after itself: {@code mail.host}. */
@Service
public class Settings {
    private record Stored(String value, boolean secret) {}

    private final JdbcClient db;
    private final SettingsKey key;
    private final AuditTrail trail;
    private final RealTime time;

    Settings(JdbcClient db, SettingsKey key, AuditTrail trail, RealTime time) {
        this.db = db;
        this.key = key;
        this.trail = trail;
        this.time = time;
    }

    /** The value; a secret comes in clear, for the room that uses it and for nobody's screen. Empty text counts as not set. */
    public Optional<String> value(String name) {
        return db.sql("SELECT value, secret FROM settings.setting WHERE name = :name ORDER BY id DESC LIMIT 1")
                .param("name", name)
                .query(Stored.class).optional()
                .filter(stored -> !stored.value.isEmpty())
                .map(stored -> stored.secret ? key.open(stored.value, name) : stored.value);
    }

    @Transactional
    public void set(String name, String value, UUID by) {
        if (!value(name).orElse("").equals(value)) {
            store(name, value, false, by);
            trail.note("settings.changed", by, null, Map.of("name", name, "value", value));
        }
    }

    /** The trail says that it was set, not to what. */
    @Transactional
    public void setSecret(String name, String secret, UUID by) {
        store(name, secret.isEmpty() ? "" : key.seal(secret, name), true, by);
        trail.note("settings.changed", by, null, Map.of("name", name));
    }

    private void store(String name, String value, boolean secret, UUID by) {
        db.sql("""
                INSERT INTO settings.setting (name, value, secret, set_at, set_by)
                VALUES (:name, :value, :secret, :now, :by)
                """)
                .param("name", name).param("value", value).param("secret", secret)
                .param("now", time.now().atOffset(ZoneOffset.UTC)).param("by", by)
                .update();
    }
}
