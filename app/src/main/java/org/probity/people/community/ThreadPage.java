package org.probity.people.community;

import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.shapes.measure.MeasuresPiece;

/** A thread, for whoever answers it. Who wrote stands nowhere. @param answers whether whoever looks may */
public record ThreadPage(Threads.Thread thread, List<Threads.Post> posts, List<Threads.Step> steps, Map<UUID, String> names, MeasuresPiece measures, boolean answers, LocalDate today, String text, List<Reason> reasons)
        implements Page {
    public ThreadPage {
        posts = List.copyOf(posts);
        steps = List.copyOf(steps);
    }

    public String called(Screen s, Threads.Post it) {
        return s.t("community.w.voice").replace("[0]", Base64.getUrlEncoder().withoutPadding().encodeToString(it.author()).substring(0, 4).toUpperCase(java.util.Locale.ROOT));
    }

    public String why(Screen s, @Nullable String hidden) {
        return hidden == null ? "" : PanelPage.why(s, hidden);
    }

    public String by(Threads.Step it) {
        return it.by() == null ? "" : " · " + names.getOrDefault(it.by(), "–");
    }
}
