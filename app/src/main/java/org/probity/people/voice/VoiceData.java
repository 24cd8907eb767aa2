package org.probity.people.voice;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.probity.house.access.Account;
import org.probity.house.privacy.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The keys of somebody who reads reports, and how they come to them without words. Of those who write nothing is kept that could be found. */
@Component
class VoiceData implements PersonalData {
    private final KeyDirectory keys;
    private final JdbcClient db;

    VoiceData(KeyDirectory keys, JdbcClient db) {
        this.keys = keys;
        this.db = db;
    }

    @Override
    public String messages() {
        return "voice.data.";
    }

    @Override
    public int order() {
        return 76;
    }

    @Override
    public List<Part> about(Account account) {
        var rows = keys.of(account.id()).stream().map(it -> {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("channel", new Code("voice.channel.", it.channel().name()));
            fields.put("name", it.name());
            fields.put("function", it.functionEn());
            fields.put("recipient", it.recipient());
            fields.put("offered", it.offeredOn());
            return fields;
        }).toList();
        var passkeys = db.sql("SELECT day FROM voice.passkey WHERE account = :account ORDER BY day").param("account", account.id()).query((row, n) -> {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("day", row.getObject(1, LocalDate.class));
            return fields;
        }).list();
        var shares = db.sql("""
                SELECT 'LEFT', day FROM voice.quorum WHERE account = :account
                UNION ALL
                SELECT 'KEPT', quorum.day FROM voice.share JOIN voice.quorum ON quorum.id = share.quorum JOIN voice.handler ON handler.id = share.keeper WHERE handler.account = :account
                UNION ALL
                SELECT 'GIVEN', day FROM voice.given WHERE by = :account
                 ORDER BY 2, 1
                """).param("account", account.id()).query((row, n) -> {
                    Map<String, Object> fields = new LinkedHashMap<>();
                    fields.put("what", new Code("voice.data.what.", row.getString(1)));
                    fields.put("day", row.getObject(2, LocalDate.class));
                    return fields;
                }).list();
        return Stream.of(new Part("keys", rows), new Part("passkeys", passkeys), new Part("shares", shares)).filter(it -> !it.rows().isEmpty()).toList();
    }
}
