package org.probity.people.voice;

import java.util.List;
import java.util.stream.Stream;
import org.probity.house.access.Role;
import org.probity.shapes.rule.RuleKey;

/** Until when a report is acknowledged and answered, and how many messages a day are taken: dated rows with their source, which counsel keeps. */
final class VoiceRule {
    static final String ROOM = "voice";
    static final RuleKey ACKNOWLEDGE_DAYS = key("acknowledge-days", 1, 30);
    static final RuleKey ANSWER_MONTHS = key("answer-months", 1, 12);
    static final RuleKey A_DAY_MOST = key("messages-a-day-most", 10, 1000);
    static final RuleKey KEY_DAYS = key("key-days", 30, 1825);
    static final List<RuleKey> FOLLOW_UPS = List.of(key("follow-up-1-days", 7, 730), key("follow-up-2-days", 7, 730), key("follow-up-3-days", 7, 730), key("follow-up-4-days", 7, 730));
    static final List<RuleKey> ALL = Stream.concat(Stream.of(ACKNOWLEDGE_DAYS, ANSWER_MONTHS, A_DAY_MOST, KEY_DAYS), FOLLOW_UPS.stream()).toList();

    private VoiceRule() {}

    private static RuleKey key(String code, int least, int most) {
        return new RuleKey(ROOM, code, "voice.rule." + code, least, most, Role.LEGAL);
    }
}
