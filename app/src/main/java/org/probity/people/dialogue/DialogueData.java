package org.probity.people.dialogue;

import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.probity.house.access.Account;
import org.probity.house.privacy.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What somebody wrote, wrote down, answered and told. Where they were asked to and were is the occasion's; what they said at a meeting stands under no name. */
@Component
class DialogueData implements PersonalData {
    private final JdbcClient db;

    DialogueData(JdbcClient db) {
        this.db = db;
    }

    @Override
    public String messages() {
        return "dialogue.data.";
    }

    @Override
    public int order() {
        return 78;
    }

    @Override
    public List<Part> about(Account account) {
        var written = db.sql("""
                SELECT 'ITEM' AS what, words, at FROM dialogue.item WHERE by = :account
                UNION ALL
                SELECT 'POINT', words, at FROM dialogue.point WHERE by = :account
                UNION ALL
                SELECT 'REPLY', words, at FROM dialogue.reply WHERE by = :account
                UNION ALL
                SELECT 'PUBLICATION', words, at FROM dialogue.publication WHERE by = :account
                UNION ALL
                SELECT 'ANSWER', words, at FROM dialogue.letter_answer WHERE by = :account
                UNION ALL
                SELECT 'TOLD', question, at FROM dialogue.letter_told WHERE by = :account
                 ORDER BY 3
                """)
                .param("account", account.id())
                .query((row, n) -> {
                    Map<String, Object> fields = new LinkedHashMap<>();
                    fields.put("what", new Code("dialogue.data.what.", row.getString("what")));
                    fields.put("words", row.getString("words"));
                    fields.put("at", row.getObject("at", OffsetDateTime.class).toInstant());
                    return fields;
                }).list();
        var letters = db.sql("""
                SELECT letter.number, letter.subject, letter.words, letter.at,
                       (SELECT words FROM dialogue.letter_answer WHERE letter_answer.letter = letter.id ORDER BY no DESC LIMIT 1) AS answer
                  FROM dialogue.letter
                  JOIN directory.pass ON pass.person = letter.person
                 WHERE pass.account = :account
                 ORDER BY letter.at
                """)
                .param("account", account.id())
                .query((row, n) -> {
                    Map<String, Object> fields = new LinkedHashMap<>();
                    fields.put("number", row.getString("number"));
                    fields.put("subject", row.getString("subject"));
                    fields.put("words", row.getString("words"));
                    fields.put("at", row.getObject("at", OffsetDateTime.class).toInstant());
                    if (row.getString("answer") != null) {
                        fields.put("answer", row.getString("answer"));
                    }
                    return fields;
                }).list();
        return Stream.of(new Part("written", written), new Part("letters", letters)).filter(it -> !it.rows().isEmpty()).toList();
    }
}
