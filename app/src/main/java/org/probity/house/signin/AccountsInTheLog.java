package org.probity.house.signin;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.probity.house.access.Accounts;
import org.probity.house.log.Log;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Who may come in and what they may do is kept in the log as well: whoever rules on evidence got that right at some time from somebody, and
 * that cannot be changed afterwards without showing. Ids only; names stay in the table of accounts.
 */
@Component
class AccountsInTheLog {
    private final Log log;
    private final Clock clock;

    AccountsInTheLog(Log log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    @EventListener
    void changed(Accounts.Changed it) {
        log.record("access.account", LocalDate.now(clock), Map.of("change", it.kind(), "account", it.account().toString(), "by", it.by().toString()));
    }
}
