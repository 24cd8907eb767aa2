package org.probity.people.community;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.Option;

/** The board. The page is the same for everybody; what stands on it a browser fetches whole, and what is written it pays with a token. */
public record BoardPage(boolean open) implements Page {
    /** What the script says, by name. */
    private static final List<String> WORDS = List.of("you", "voice", "voice-one", "replies", "voices", "due", "late", "measure", "until", "tomorrow", "hidden", "appeal", "appealed", "support", "supported", "supported-before", "solved-ask", "yes",
            "no", "judged", "reply", "send", "pass-on", "house", "reopened", "none", "failed", "left", "tally", "no-token");

    public List<Option> sorts(Screen s) {
        return Arrays.stream(Sort.values()).map(it -> new Option(it.name(), s.t(it.key()))).toList();
    }

    /** A line each: key, then words. */
    public String words(Screen s) {
        return Stream.of(WORDS.stream().map(it -> it + "=" + s.t("community.w." + it)), Arrays.stream(Sort.values()).map(it -> "sort." + it + "=" + s.t(it.key())),
                Arrays.stream(Threads.State.values()).map(it -> "state." + it + "=" + s.t("community.state." + it)), Stream.of("ANSWERED", "REFERRED", "RESULT", "SOLVED", "REOPENED").map(it -> "step." + it + "=" + s.t("community.step." + it)),
                Arrays.stream(Panel.Reason.values()).map(it -> "reason." + it + "=" + s.t("community.reason." + it)), Stream.of("PROMISED", "DONE", "RETURNED", "SEEN", "DROPPED").map(it -> "m." + it + "=" + s.t("measure.state." + it)),
                CommunityWeb.refusals().stream().map(it -> "refused." + it + "=" + s.t(it, Community.TEXT))).flatMap(it -> it).collect(Collectors.joining("\n"));
    }
}
