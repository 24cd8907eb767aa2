package org.probity.people.voice;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.Option;

/**
 * Where a report is written and its answer read. Everything happens in the browser; the page is the same for everybody.
 *
 * @param offline all it needs, for a file that has no connection; none: it comes from the house
 */
public record VoicePage(int acknowledgeDays, int answerMonths, @Nullable Offline offline) implements Page {
    /** @param look the style sheets @param imports the scripts, as addresses that hold them */
    public record Offline(String look, String imports) {}

    public List<Option> channels(Screen s) {
        return Arrays.stream(Channel.values()).map(it -> new Option(it.name(), s.t(it.key()), s.t(it.text()))).toList();
    }

    /** Ways in which somebody else's report comes to whoever writes it down. */
    public List<Option> ways(Screen s) {
        return Arrays.stream(Via.values()).filter(it -> it != Via.WEB).map(it -> new Option(it.name(), s.t(it.key()))).toList();
    }

    public List<Option> categories(Screen s) {
        return Arrays.stream(Category.values()).map(it -> new Option(it.name(), s.t(it.key()))).toList();
    }
}
