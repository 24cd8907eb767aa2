package org.probity.house.privacy;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Values of personal data as a person reads them in one language. A code without a word is shown as it was kept. */
record Words(Predicate<String> knows, UnaryOperator<String> word, String between) {

    /** Days, instants and numbers stay what they are, so that the page sets them as its language does. */
    Object of(Object value) {
        return switch (value) {
            case PersonalData.Code(var messages, var code) -> !messages.isEmpty() && knows.test(messages + code) ? word.apply(messages + code) : code;
            case PersonalData.Named(var name, var values) -> of(name) + between + of(values);
            case List<?> several -> several.stream().map(it -> of(it).toString()).collect(Collectors.joining(several.stream().anyMatch(PersonalData.Named.class::isInstance) ? "; " : ", "));
            default -> value;
        };
    }
}
