package org.probity.demo;

import java.util.Optional;
import java.util.stream.Collectors;
import org.probity.house.inbox.Notice;
import org.probity.house.inbox.Words;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Says how far the story is, as long as it is being told, and where and why it stopped if it did. */
@Component
@ConditionalOnBooleanProperty("probity.demo")
class DemoNotice implements Notice {
    /** None in a demo that is kept empty. */
    private final Optional<DemoStory> story;

    DemoNotice(Optional<DemoStory> story) {
        this.story = story;
    }

    @Override
    public Optional<Line> now() {
        return story.flatMap(it -> it.stopped().map(DemoNotice::stopped).or(() -> Optional.of(it.progress()).filter(progress -> !progress.done())
                .map(progress -> new Line(Words.of("demo.filling", progress.told(), progress.chapters()), progress.told(), progress.chapters()))));
    }

    private static Line stopped(DemoStory.Stopped it) {
        return Line.of(s -> s.t("demo.stopped", it.chapter(), it.day(), it.told(), it.chapters()) + " "
                + (it.refusal().isEmpty() ? s.t("demo.stopped-error") : s.t("demo.stopped-refusal", it.refusal().stream().map(s::t).collect(Collectors.joining(" ")))) + " "
                + s.t("demo.stopped-do"));
    }
}
