package org.probity.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.probity.house.time.TimeMachine;
import org.probity.house.ui.Answer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells the demo's story: last year from the first request to the published report, this year up to today, through the rooms' own doors. Each
 * chapter is a transaction; told once, never twice.
 */
@Component
@ConditionalOnBooleanProperty("probity.demo")
@ConditionalOnBooleanProperty(name = "probity.demo.story", matchIfMissing = true)
@Order(10)
public class DemoStory implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(DemoStory.class);

    /** How far the story is; shown while it is told. */
    public record Progress(int told, int chapters) {
        public boolean done() {
            return told >= chapters;
        }
    }

    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final TimeMachine time;
    private final Clock clock;
    private final DemoSize size;
    private final List<Tale> tales;
    private final AtomicInteger told = new AtomicInteger();
    private volatile int chapters = 1;

    DemoStory(JdbcClient db, TransactionTemplate transaction, TimeMachine time, Clock clock, DemoSize size, List<Tale> tales) {
        this.db = db;
        this.transaction = transaction;
        this.time = time;
        this.clock = clock;
        this.size = size;
        this.tales = List.copyOf(tales);
    }

    public Progress progress() {
        return new Progress(told.get(), chapters);
    }

    /** Tells in the background: the first page must not wait for two years. */
    @Override
    public void run(ApplicationArguments arguments) {
        Thread.ofVirtual().name("demo story").start(this::tell);
    }

    void tell() {
        // A story that was begun goes on with the day it was begun on, or its chapters would not fit each other.
        var today = db.sql("SELECT min(told_at)::date FROM demo.chapter").query(LocalDate.class).optional().orElse(LocalDate.now(clock));
        // Of one moment, in the order of the tales.
        var story = tales.stream().flatMap(it -> it.chapters(new Tale.Years(today)).stream()).sorted(Comparator.comparing(Chapter::moment)).toList();
        mustHaveNamesOfTheirOwn(story);
        size.keep();
        chapters = story.size();
        var begun = System.nanoTime();
        for (var chapter : story) {
            time.at(chapter.moment(), () -> transaction.executeWithoutResult(status -> tell(chapter)));
            told.incrementAndGet();
        }
        LOG.info("The demo is filled: {} chapters in {} s", chapters, (System.nanoTime() - begun) / 1_000_000_000L);
    }

    /** A name that two rooms gave would let the second chapter be taken for told. */
    private static void mustHaveNamesOfTheirOwn(List<Chapter> story) {
        var names = new HashSet<String>();
        story.stream().map(Chapter::name).filter(it -> !names.add(it)).findFirst().ifPresent(it -> {
            throw new IllegalStateException("two chapters are called " + it);
        });
    }

    private void tell(Chapter chapter) {
        var isNew = db.sql("INSERT INTO demo.chapter (name, told_at) VALUES (:name, :at) ON CONFLICT DO NOTHING")
                .param("name", chapter.name()).param("at", OffsetDateTime.now())
                .update() == 1;
        if (isNew) {
            chapter.act().run();
        }
    }

    static <T> T done(Answer<T> answer) {
        return switch (answer) {
            case Answer.Done<T>(var value) -> value;
            case Answer.Refused<T>(var reasons) -> throw new IllegalStateException("the demo's story was refused: " + reasons);
        };
    }
}
