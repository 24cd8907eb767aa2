package org.probity.people.voice;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** By what cases are counted. */
public enum Sort {
    CATEGORY, CHANNEL, WAY, OUTCOME, REVIEW;

    /** Every answer there is, so that no row tells by being there that there is a case. */
    List<String> codes() {
        return switch (this) {
            case CATEGORY -> Arrays.stream(Category.values()).map(Enum::name).toList();
            case CHANNEL -> Arrays.stream(Channel.values()).map(Enum::name).toList();
            case WAY -> Arrays.stream(Via.values()).map(Enum::name).toList();
            case REVIEW -> List.of(Card.Review.SAME.name(), Card.Review.OTHER.name());
            case OUTCOME -> Stream.concat(Arrays.stream(Card.Outcome.values()).map(Enum::name), Stream.of("NONE")).toList();
        };
    }

    String key(String code) {
        return switch (this) {
            case CATEGORY -> "voice.category." + code;
            case CHANNEL -> "voice.channel." + code;
            case WAY -> "voice.via." + code;
            case REVIEW -> "voice.review." + code;
            case OUTCOME -> "voice.outcome." + (code.equals("NONE") ? "none" : code);
        };
    }
}
