package org.probity.shapes.form;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.probity.proof.Facts;
import org.probity.proof.Fold;
import org.probity.proof.Fraction;

/** A form with what was answered so far: which questions are asked, what is missing, and what it comes to. */
public record Filled(Form form, Map<String, Given> answers, Map<String, List<File>> files) {
    /** One answer. @param words what was added to it */
    public record Given(UUID id, String question, String value, String words, UUID by, Instant at) {}

    /** A file beside an answer. */
    public record File(UUID evidence, String question, String name, String sha256, long size) {}

    public Filled {
        answers = Map.copyOf(answers);
        files = Map.copyOf(files);
    }

    public String value(String question) {
        return Optional.ofNullable(answers.get(question)).map(Given::value).orElse("");
    }

    public String words(String question) {
        return Optional.ofNullable(answers.get(question)).map(Given::words).orElse("");
    }

    public List<File> files(String question) {
        return files.getOrDefault(question, List.of());
    }

    /** A question that depends on one that is not asked is not asked either. */
    public boolean asks(Question it) {
        var when = it.when();
        return when == null || when.answers().contains(value(when.question())) && form.question(when.question()).filter(this::asks).isPresent();
    }

    public List<Question> asked() {
        return form.questions().stream().filter(this::asks).toList();
    }

    public boolean answered(Question it) {
        return it.takes(value(it.code()));
    }

    public List<Question> missing() {
        return asked().stream().filter(it -> !answered(it)).toList();
    }

    public Optional<BigDecimal> mark(Question it) {
        return asks(it) ? it.mark(value(it.code()), !files(it.code()).isEmpty()) : Optional.empty();
    }

    /** Claimed, and nothing shows it. */
    public boolean unproven(Question it) {
        return asks(it) && it.proof().contains(value(it.code())) && files(it.code()).isEmpty();
    }

    /** Of everything. */
    public Optional<Fraction> score() {
        return score(asked());
    }

    /** Of one side of the business. */
    public Optional<Fraction> score(String pillar) {
        return score(asked().stream().filter(it -> it.pillar().equals(pillar)).toList());
    }

    /**
     * 0 when a gate is shut, else the weighted mean of the marks there are; nothing when no question with a weight has a mark, whatever the gates say,
     * because silence is no good mark. Computed by the fold that verifiers run, so that there is one arithmetic.
     */
    private Optional<Fraction> score(List<Question> over) {
        var gates = new TreeSet<String>();
        var weights = new TreeMap<String, BigDecimal>();
        var inputs = new TreeMap<String, BigDecimal>();
        for (var it : over) {
            mark(it).ifPresent(mark -> {
                if (it.weight() == null) {
                    gates.add(it.code());
                    inputs.put(it.code(), mark.signum() == 0 ? BigDecimal.ZERO : BigDecimal.ONE);
                } else {
                    weights.put(it.code(), it.weight());
                    inputs.put(it.code(), mark);
                }
            });
        }
        if (weights.isEmpty()) {
            return Optional.empty();
        }
        var tally = new Fold.GatesThenWeights(gates, weights).tally();
        tally.add(Facts.of(inputs));
        return tally.result().value();
    }

    /** Gates whose answer makes the score 0. */
    public List<Question> shut() {
        return asked().stream().filter(Question::gate).filter(it -> mark(it).filter(mark -> mark.signum() == 0).isPresent()).toList();
    }
}
