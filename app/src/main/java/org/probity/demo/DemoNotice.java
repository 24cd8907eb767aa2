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
    /** None in a demo that is kept empty. */
    private final Optional<DemoStory> story;

    DemoNotice(Optional<DemoStory> story) {
        this.story = story;
    }

    @Override
    public Optional<Line> now() {
        return story.map(DemoStory::progress).filter(it -> !it.done())
                .map(it -> new Line(Words.of("demo.filling", it.told(), it.chapters()), it.told(), it.chapters()));
    }
}
