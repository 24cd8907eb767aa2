package org.probity.people.voice;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.probity.house.log.Log;
import org.probity.house.time.DayHasBegun;
import org.probity.house.ui.Assets;
import org.probity.house.ui.Bare;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Pages;
import org.probity.proof.Hash;
import org.probity.proof.Json;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The files that seal and open: scripts, and the page that needs no connection, which is one file with all of them in it and the same for everybody. Their hashes are in the log from the
 * day on which they are given out, so that whoever compares what they were given can show that it was another.
 */
@Service
class OwnFiles {
    static final List<String> SCRIPTS = List.of("age", "words", "protocol", "intake", "desk", "keys", "again");

    private final JdbcClient db;
    private final Log log;
    private final Pages pages;
    private final Assets assets;
    private final Clock clock;
    private volatile Map<String, String> own = Map.of();

    OwnFiles(JdbcClient db, Log log, Pages pages, Assets assets, Clock clock) {
        this.db = db;
        this.log = log;
        this.pages = pages;
        this.assets = assets;
        this.clock = clock;
    }

    static byte[] script(String name) {
        return Bare.read(OwnFiles.class, name);
    }

    /** One file that seals without a connection and cannot make one: its own policy forbids it. It names no company and no number, so that it is the same in every house of this release. */
    byte[] offline(Lang lang) {
        var names = new TreeMap<String, Object>();
        for (var name : List.of("age", "words", "protocol", "intake")) {
            var text = new String(script(name), StandardCharsets.UTF_8).replaceAll("from '\\./(age|words|protocol)\\.js'", "from 'voice-$1'");
            names.put("voice-" + name, "data:text/javascript;base64," + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
        }
        var imports = new String(Json.of(Map.of("imports", names)).canonical(), StandardCharsets.UTF_8);
        return pages.alone(new VoicePage(0, 0, new VoicePage.Offline(assets.sheets(), imports)), lang).getBytes(StandardCharsets.UTF_8);
    }

    /** Those of this release; the same until the program ends. */
    Map<String, String> now() {
        var known = own;
        if (known.isEmpty()) {
            var files = new TreeMap<String, String>();
            SCRIPTS.forEach(it -> files.put(it + ".js", Hash.sha256(script(it)).hex()));
            List.of(Lang.EN, Lang.ZH).forEach(it -> files.put("offline-" + it.code() + ".html", Hash.sha256(offline(it)).hex()));
            known = Map.copyOf(files);
            own = known;
        }
        return known;
    }

    /** Newest first. */
    List<FilesPage.Given> given() {
        return db.sql("SELECT day, files::text FROM voice.own_file ORDER BY day DESC, record").query((row, n) -> new FilesPage.Given(row.getObject(1, LocalDate.class), files(row.getString(2)))).list();
    }

    private static Map<String, String> files(String text) {
        var files = new TreeMap<String, String>();
        ((Json.Obj) Json.parse(text)).members().forEach((name, hash) -> files.put(name, ((Json.Str) hash).value()));
        return files;
    }

    @EventListener
    @Transactional
    void opened(ApplicationReadyEvent ready) {
        tell();
    }

    @EventListener
    @Transactional
    void aDayBegins(DayHasBegun begun) {
        tell();
    }

    /** Nodes of two releases that run beside each other have a list each. */
    private void tell() {
        var files = now();
        var text = new String(Json.of(new TreeMap<String, Object>(files)).canonical(), StandardCharsets.UTF_8);
        var sha = Hash.sha256(text.getBytes(StandardCharsets.UTF_8)).hex();
        if (told(sha)) {
            return;
        }
        db.sql("LOCK TABLE voice.own_file IN EXCLUSIVE MODE").update();
        if (!told(sha)) {
            var today = LocalDate.now(clock);
            db.sql("INSERT INTO voice.own_file (sha256, files, day, record) VALUES (:sha, :files::jsonb, :day, :record)").param("sha", sha).param("files", text).param("day", today)
                    .param("record", log.record("voice.files", today, new TreeMap<String, Object>(files))).update();
        }
    }

    private boolean told(String sha) {
        return db.sql("SELECT EXISTS (SELECT FROM voice.own_file WHERE sha256 = :sha)").param("sha", sha).query(Boolean.class).single();
    }
}
