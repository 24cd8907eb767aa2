package org.probity.people.voice;

import java.util.Arrays;
import java.util.List;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.Option;

/** Where a report is written and its answer read. Everything happens in the browser; the page is the same for everybody. */
public record VoicePage(int acknowledgeDays, int answerMonths) implements Page {
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
