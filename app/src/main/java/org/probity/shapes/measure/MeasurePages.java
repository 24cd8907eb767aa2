package org.probity.shapes.measure;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probity.house.access.Accounts;
import org.probity.house.access.Me;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.NotThere;
import org.probity.shapes.measure.Measure.Subject;
import org.springframework.stereotype.Component;

/** Puts together what pages show of measures. */
@Component
public class MeasurePages {
    private final Measures measures;
    private final Accounts accounts;

    MeasurePages(Measures measures, Accounts accounts) {
        this.measures = measures;
        this.accounts = accounts;
    }

    /** For the page of a room that has made sure that this person may see the subject. */
    public MeasuresPiece piece(Subject subject, Me me) {
        var all = measures.of(subject);
        return new MeasuresPiece(subject, all, owners(all), measures.leads(subject, me), measures.today());
    }

    /**
     * Of several subjects of one kind at once.
     *
     * @param leads whether this person leads them, which the room knows
     */
    public Map<UUID, MeasuresPiece> pieces(String kind, Collection<UUID> subjects, boolean leads) {
        var all = measures.of(kind, subjects);
        var names = owners(all);
        var bySubject = all.stream().collect(Collectors.groupingBy(Measure::subject));
        var pieces = new HashMap<UUID, MeasuresPiece>();
        subjects.forEach(it -> pieces.put(it, new MeasuresPiece(new Subject(kind, it), bySubject.getOrDefault(it, List.of()), names, leads, measures.today())));
        return pieces;
    }

    private Map<UUID, String> owners(List<Measure> all) {
        return accounts.names(all.stream().map(Measure::owner).collect(Collectors.toSet()));
    }

    /** For its owner and for whoever may see its subject; to others it does not exist. */
    MeasurePage page(UUID id, Me me, Map<String, String> typed, List<Reason> reasons) {
        var it = measures.find(id).orElseThrow(() -> new NotThere("measure " + id));
        var about = measures.about(it.about(), me);
        if (about.isEmpty() && !it.owner().equals(me.account())) {
            throw new NotThere("measure " + id);
        }
        var steps = measures.steps(id);
        var names = accounts.names(Stream.concat(Stream.of(it.owner(), it.promisedBy()), steps.stream().map(Measure.Step::by)).collect(Collectors.toSet()));
        return new MeasurePage(it, about, steps, names, me.account(), measures.today(), typed, reasons);
    }

    PromisePage promise(Subject subject, Me me, Map<String, String> typed, List<Reason> reasons) {
        return new PromisePage(subject, measures.about(subject, me).filter(MeasureKind.About::leads).orElseThrow(() -> new NotThere("subject " + subject)), typed, reasons);
    }
}
