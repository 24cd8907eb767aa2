package org.probity.supply.traceability;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probity.supply.traceability.Reading.Role;
import org.probity.trace.Outcome.Reason;
import org.springframework.stereotype.Component;

/** An event that cannot be as it says, beside the events that say another thing of the same item, and what people can do about it. */
@Component
class Disputes {
    /** More than a person compares. */
    private static final int BESIDE = 8;

    /** @param mass of the item, where the event says one @param came in which file */
    record Said(Events.Line event, Role role, @Nullable Long mass, Optional<Capture> came) {}

    /** @param said this event first, the others as they happened @param item which is disputed; none where the event is impossible by itself */
    record Dispute(Reason reason, Optional<Items.Item> item, List<Said> said) {
        String why() {
            return ContradictionsPage.key(reason.name());
        }

        /** The key of what to do. */
        String todo() {
            return "traceability.todo-" + switch (reason) {
                case MADE_TWICE, PACKED_TWICE, NOT_IN_THERE, NOT_THAT_POOL -> "one-is-wrong";
                case USED_TWICE, MORE_THAN_THERE_IS, UNKNOWN_ITEM -> "mass";
                case OUTPUT_BEFORE_INPUT, CYCLE, MOVED_ON -> "time";
                case EVENT_TWICE, EMPTY, TOO_MANY, NO_SUCH_NUMBER, LISTED_TWICE, NEGATIVE_MASS, ABSURD_MASS, DOES_NOT_CLOSE, DOES_NOT_FIT, NO_SUCH_EVENT -> "by-itself";
            };
        }
    }

    private final MaterialBooks books;
    private final Links links;
    private final Events events;
    private final Items items;
    private final Captures captures;

    Disputes(MaterialBooks books, Links links, Events events, Items items, Captures captures) {
        this.books = books;
        this.links = links;
        this.events = events;
        this.items = items;
        this.captures = captures;
    }

    /** Nothing where the event stands in the book. */
    Optional<Dispute> of(Events.Line event) {
        return books.contradictions().getOrDefault(event.material(), List.of()).stream().filter(it -> it.event() == event.id()).findFirst()
                .map(it -> new Dispute(it.reason(), items.find(it.item()), said(event, it.item())));
    }

    private List<Said> said(Events.Line event, int item) {
        var beside = item < 0 ? Stream.<Long>empty() : links.with(item).stream().filter(it -> it.role() != Role.SEEN).map(Links.Standing::event).filter(it -> it != event.id()).distinct().limit(BESIDE);
        var all = new ArrayList<>(List.of(event));
        all.addAll(events.of(beside.toList()));
        var one = links.of(all.stream().map(Events.Line::id).toList()).values().stream().flatMap(List::stream).filter(it -> it.item() == item && it.role() != Role.SEEN)
                .collect(Collectors.toMap(Links.Link::event, it -> it, (first, other) -> first));
        return all.stream().map(it -> said(it, one)).toList();
    }

    private Said said(Events.Line event, Map<Long, Links.Link> links) {
        var link = links.get(event.id());
        return new Said(event, link == null ? Role.SEEN : link.role(), link == null ? null : link.grams(), captures.find(event.capture()));
    }
}
