package org.probity.people.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What people wrote of their own accord, and how much of it is shown. */
@Service
class Remarks {
    private final JdbcClient db;

    Remarks(JdbcClient db) {
        this.db = db;
    }

    /** Remarks are shown in another order, without the names of people here, under a unit that has enough of them; the rest together, or not at all. What was written is not kept otherwise. */
    void show(Survey survey) {
        var sites = new TreeMap<String, List<String>>();
        db.sql("SELECT site, words FROM survey.remark WHERE round = :round ORDER BY random()").param("round", survey.id()).query(row -> {
            sites.computeIfAbsent(row.getString(1), _ -> new ArrayList<>()).add(row.getString(2));
        });
        var rest = new ArrayList<String>();
        var enough = new TreeMap<String, List<String>>();
        sites.forEach((site, words) -> {
            if (words.size() < survey.commentLeast()) {
                rest.addAll(words);
            } else {
                enough.put(site, words);
            }
        });
        while (!rest.isEmpty() && rest.size() < survey.commentLeast() && !enough.isEmpty()) {
            var smallest = enough.entrySet().stream().min(java.util.Comparator.comparingInt(it -> it.getValue().size())).orElseThrow().getKey();
            rest.addAll(enough.remove(smallest));
        }
        if (rest.size() >= survey.commentLeast()) {
            enough.put("", rest);
        }
        var names = db.sql("SELECT name_zh AS name FROM directory.name WHERE char_length(name_zh) > 1 UNION SELECT name_en FROM directory.name WHERE char_length(name_en) > 3").query(String.class).list();
        var no = new int[1];
        var random = new Random(new java.security.SecureRandom().nextLong());
        enough.forEach((site, words) -> {
            java.util.Collections.shuffle(words, random);
            words.forEach(it -> db.sql("INSERT INTO survey.shown_remark (round, no, site, words) VALUES (:round, :no, :site, :words)").param("round", survey.id()).param("no", no[0]++).param("site", site)
                    .param("words", screened(it, names)).update());
        });
        db.sql("DELETE FROM survey.remark WHERE round = :round").param("round", survey.id()).update();
    }

    static String screened(String words, List<String> names) {
        var screened = words;
        for (var name : names) {
            if (screened.contains(name)) {
                screened = screened.replace(name, "□".repeat(2));
            }
        }
        return screened;
    }

    Map<String, List<String>> of(UUID round) {
        var shown = new TreeMap<String, List<String>>();
        db.sql("SELECT site, words FROM survey.shown_remark WHERE round = :round ORDER BY no").param("round", round).query(row -> {
            shown.computeIfAbsent(row.getString(1), _ -> new ArrayList<>()).add(row.getString(2));
        });
        return shown;
    }
}
