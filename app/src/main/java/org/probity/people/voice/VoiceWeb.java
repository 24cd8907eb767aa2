package org.probity.people.voice;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.probity.house.access.Open;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Bare;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Pages;
import org.probity.shapes.rule.Rules;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/**
 * Where people write. No cookie is set or read, nobody is asked who they are, and what names a message comes in a body, because addresses are written down by machines in between.
 * What is given out is given out whole to everybody, so that nobody's question shows what they look for.
 */
@Controller
@Open
class VoiceWeb {
    private static final int TAG = 32;

    private final Boards boards;
    private final KeyDirectory keys;
    private final Rules rules;
    private final OwnFiles files;
    private final Log log;
    private final Pages pages;

    VoiceWeb(Boards boards, KeyDirectory keys, Rules rules, OwnFiles files, Log log, Pages pages) {
        this.boards = boards;
        this.keys = keys;
        this.rules = rules;
        this.files = files;
        this.log = log;
        this.pages = pages;
    }

    @GetMapping("/voice")
    View write() {
        return Bare.walled(pages.view(new VoicePage(rules.on(VoiceRule.ACKNOWLEDGE_DAYS, boards.today()), rules.on(VoiceRule.ANSWER_MONTHS, boards.today()), null)));
    }

    @GetMapping("/voice/promise")
    View promise() {
        return Bare.walled(pages.view(new PromisePage()));
    }

    /** A form without a script: on paper, because a form that this machine could read would not be what is promised. */
    @GetMapping("/voice/paper")
    View paper() {
        return Bare.walled(pages.view(new PaperPage(keys.inForce().stream().filter(it -> (it.channel() == Channel.UNION || it.channel() == Channel.COMMITTEE) && !keys.gone(it)).toList())));
    }

    /** What to hold against the files that one was given. */
    @GetMapping("/voice/files")
    View files() {
        return Bare.walled(pages.view(new FilesPage(files.given(), log.verifier().vkey())));
    }

    /** The page as one file that needs no connection, in the words of a language and for everybody the same. */
    @GetMapping("/voice/offline-{lang:en|zh}.html")
    ResponseEntity<byte[]> offline(@PathVariable String lang) {
        return ResponseEntity.ok().contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8)).cacheControl(CacheControl.noStore()).header("Referrer-Policy", "no-referrer")
                .header("Content-Disposition", "attachment; filename=\"offline-" + lang + ".html\"").body(files.offline(lang.equals("en") ? Lang.EN : Lang.ZH));
    }

    /** Whose keys there are and where they work, and the proof that the log has this list. */
    @GetMapping("/voice/readers")
    ResponseEntity<Map<String, Object>> readers() {
        return Bare.json(HttpStatus.OK, Map.of("given", keys.given(), "places", keys.places()));
    }

    /** A tag of 32 digits, then the sealed message. */
    @PostMapping("/voice/messages")
    ResponseEntity<Map<String, Object>> post(HttpServletRequest request) {
        var body = body(request, TAG + Sealed.LARGE);
        var tag = new String(body, 0, Math.min(TAG, body.length), StandardCharsets.ISO_8859_1);
        return switch (boards.post(tag, body.length < TAG ? new byte[0] : java.util.Arrays.copyOfRange(body, TAG, body.length))) {
            case Answer.Done<String>(var sha) -> Bare.json(HttpStatus.OK, Map.of("sha256", sha));
            case Answer.Refused<String>(var reasons) -> Bare.refused(reasons.getFirst().key());
        };
    }

    /** By a tag in the body: the message with it, and the proof that it was received. */
    @PostMapping("/voice/sent")
    ResponseEntity<Map<String, Object>> sent(HttpServletRequest request) {
        return boards.sent(new String(body(request, TAG), StandardCharsets.ISO_8859_1)).map(it -> Bare.json(HttpStatus.OK, it)).orElseGet(() -> Bare.json(HttpStatus.OK, Map.of()));
    }

    /** All answers there are. */
    @GetMapping("/voice/answers")
    ResponseEntity<Map<String, Object>> answers() {
        List<byte[]> all = boards.answers();
        return Bare.json(HttpStatus.OK, Map.of("answers", all));
    }

    @GetMapping("/voice/{name:age|words|protocol|intake|desk|keys|again}.js")
    ResponseEntity<byte[]> script(@PathVariable String name) {
        return Bare.script(OwnFiles.script(name));
    }

    /** One byte more than is taken, so that what is too long is seen. */
    private static byte[] body(HttpServletRequest request, int most) {
        try {
            return request.getInputStream().readNBytes(most + 1);
        } catch (IOException brokenOff) {
            return new byte[0];
        }
    }
}
