package org.probity.house.signin;

import java.util.Map;
import org.probity.house.access.Accounts;
import org.probity.house.access.RealTime;
import org.probity.house.webhook.EventKind;
import org.probity.house.webhook.Happened;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells other systems, such as one that watches who may do what, that an account was opened or changed. */
@Component
class AccountsTold {
    private static final EventKind CHANGED = new EventKind("account.changed", "signin.event.account-changed");

    private final ApplicationEventPublisher events;
    private final RealTime time;

    AccountsTold(ApplicationEventPublisher events, RealTime time) {
        this.events = events;
        this.time = time;
    }

    @Bean
    static EventKind accountChanged() {
        return CHANGED;
    }

    @EventListener
    void changed(Accounts.Changed it) {
        events.publishEvent(new Happened(CHANGED, Map.of("account", it.account().toString(), "change", it.kind()), time.now()));
    }
}
