package org.probity.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.probity.house.time.TimeMachine;
import org.probity.house.ui.Answer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells the demo's story: last year from the first request to the published report, this year up to today, through the rooms' own doors. Each
 * chapter is a transaction; told once, never twice. A chapter that a room refuses ends the telling, because later ones stand on it: what was told
 * stays, and the next start begins with that chapter.
 */
@Component
@ConditionalOnBooleanProperty("probity.demo")
@ConditionalOnBooleanProperty(name = "probity.demo.story", matchIfMissing = true)
@Order(10)
public class DemoStory implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(DemoStory.class);
    /** The longest takes about twenty seconds on a slow machine. */
    private static final Duration A_CHAPTER = Duration.ofSeconds(30);
    /** One teller waits for the database most of the time; more than three would leave nothing for whoever looks around. */
    private static final int TELLERS = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 3);

    /** How far the story is; shown while it is told. */
    public record Progress(int told, int chapters) {
        public boolean done() {
            return told >= chapters;
        }
    }

    /**
     * The chapter at which the telling ended before its time.
     *
     * @param told how many were told before it
     * @param refusal what a room answered; empty when it was no refusal but an error, of which the log tells more
     */
    public record Stopped(String chapter, LocalDate day, int told, int chapters, List<Answer.Reason> refusal) {}

    /** A room said no to the story. */
    static final class RefusedException extends IllegalStateException {
        private final transient List<Answer.Reason> reasons;

        RefusedException(List<Answer.Reason> reasons) {
            super("the demo's story was refused: " + reasons);
            this.reasons = reasons;
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
    private volatile @Nullable Stopped stopped;
    private volatile boolean closing;
    private volatile @Nullable Thread teller;

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

    public Optional<Stopped> stopped() {
        return Optional.ofNullable(stopped);
    }

    /** Tells in the background: the first page must not wait for two years. */
    @Override
    public void run(ApplicationArguments arguments) {
        teller = Thread.ofVirtual().name("demo story").start(() -> {
            try {
                tell();
            } catch (RuntimeException trouble) {
                stopAt(Chapter.on(LocalDate.now(clock), "before its first chapter", () -> {}), trouble);
                throw trouble;
            }
        });
    }

    /** A house that closes waits for the chapters that were begun; the story goes on when it is opened again. */
    @EventListener
    void closes(ContextClosedEvent house) throws InterruptedException {
        closing = true;
        var telling = teller;
        if (telling != null && !telling.join(A_CHAPTER)) {
            LOG.warn("A chapter of the demo was still being told when the house closed; it is told again at the next start");
        }
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
        try (var tellers = Executors.newFixedThreadPool(TELLERS, Thread.ofVirtual().name("demo story ", 1).factory())) {
            for (var from = 0; from < chapters && stopped == null && !closing;) {
                var until = from + 1;
                while (until < chapters && story.get(until).mayGoWith(story.get(from))) {
                    until++;
                }
                tell(story.subList(from, until), tellers);
                from = until;
            }
        }
        if (stopped != null) {
            return;
        }
        if (closing) {
            LOG.info("The house closes; the demo goes on after {} of {} chapters when it is opened again", told.get(), chapters);
            return;
        }
        LOG.info("The demo is filled: {} chapters in {} s", chapters, (System.nanoTime() - begun) / 1_000_000_000L);
    }

    /** One alone, or those that may go at once; what was begun is told to its end also when another of them is refused. */
    private void tell(List<Chapter> together, ExecutorService tellers) {
        var begun = together.stream().map(chapter -> tellers.submit(() -> time.at(chapter.moment(), () -> {
            if (stopped == null && !closing) {
                transaction.executeWithoutResult(status -> tell(chapter));
                told.incrementAndGet();
            }
        }))).toList();
        for (var place = 0; place < begun.size(); place++) {
            try {
                begun.get(place).get();
            } catch (ExecutionException trouble) {
                stopAt(together.get(place), trouble.getCause());
            } catch (InterruptedException over) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("the demo's story was interrupted at " + together.get(place).name(), over);
            }
        }
    }

    private void stopAt(Chapter chapter, Throwable trouble) {
        var refusal = trouble instanceof RefusedException refused ? refused.reasons : List.<Answer.Reason>of();
        if (stopped != null) {
            LOG.error("And at its chapter \"{}\" of {}", chapter.name(), chapter.moment(), trouble);
            return;
        }
        LOG.error("The demo stopped at its chapter \"{}\" of {}, after {} of {}", chapter.name(), chapter.moment(), told.get(), chapters, trouble);
        stopped = new Stopped(chapter.name(), LocalDate.ofInstant(chapter.moment(), clock.getZone()), told.get(), chapters, refusal);
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
            case Answer.Refused<T>(var reasons) -> throw new RefusedException(reasons);
        };
    }
}
