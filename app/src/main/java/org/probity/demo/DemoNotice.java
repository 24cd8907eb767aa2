package org.probity.demo;

import java.util.Optional;
import org.probity.house.inbox.Notice;
import org.probity.house.inbox.Words;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Says how far the story is, as long as it is being told. */
@Component
@ConditionalOnBooleanProperty("probity.demo")
class DemoNotice implements Notice {
    private final DemoStory story;

    DemoNotice(DemoStory story) {
        this.story = story;
    }

    @Override
    public Optional<Line> now() {
        var progress = story.progress();
        return progress.done() ? Optional.empty()
                : Optional.of(new Line(Words.of("demo.filling", progress.told(), progress.chapters()), progress.told(), progress.chapters()));
    }
}
