package org.probity.house.log;

import java.util.Optional;
import org.probity.house.inbox.Notice;
import org.probity.house.inbox.Words;
import org.springframework.stereotype.Component;

/** Says on the first page and on every desk that the log signs nothing, and why. */
@Component
class LogNotice implements Notice {
    private final OutsideMemory memory;

    LogNotice(OutsideMemory memory) {
        this.memory = memory;
    }

    @Override
    public Optional<Line> now() {
        return Optional.ofNullable(switch (memory.standing()) {
            case OutsideMemory.Standing.NoMemory(), OutsideMemory.Standing.Agrees() -> null;
            case OutsideMemory.Standing.Contradicted(_, _, boolean setBack) -> Line.of(Words.of(setBack ? "log.memory.SET_BACK" : "log.memory.FORKED"));
            case OutsideMemory.Standing.Unreachable _ -> Line.of(Words.of("log.memory.UNREACHABLE"));
            case OutsideMemory.Standing.Restored(var from) -> Line.of(s -> s.t("log.memory.RESTORED") + " " + s.t("log.restored", from.made(), from.size()));
            case OutsideMemory.Standing.Keyless(var from) -> Line.of(Words.of(from.isPresent() ? "log.memory.KEY_LOST" : "log.memory.KEYLESS"));
        });
    }
}
