package org.probity.people.voice;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.probity.house.access.Account;
import org.probity.house.privacy.PersonalData;
import org.springframework.stereotype.Component;

/** The keys of somebody who reads reports. Of those who write nothing is kept that could be found. */
@Component
class VoiceData implements PersonalData {
    private final KeyDirectory keys;

    VoiceData(KeyDirectory keys) {
        this.keys = keys;
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
        return rows.isEmpty() ? List.of() : List.of(new Part("keys", rows));
    }
}
