package org.probity.house.webhook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.probity.house.settings.Settings;
import org.probity.house.ui.Answer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The hosts that this house may call, as administrators listed them. Whoever is not on it is not called, whatever is registered. */
@Component
class Hosts {
    static final String SETTING = "webhook.hosts";

    private final Settings settings;

    Hosts(Settings settings) {
        this.settings = settings;
    }

    List<Host> all() {
        return settings.value(SETTING).stream().flatMap(String::lines).map(Host::parse).toList();
    }

    Optional<Host> find(String name) {
        return all().stream().filter(it -> it.name().equals(name)).findFirst();
    }

    /** Lists a host, or says anew whether it is inside. Refused: {@code webhook.host-wrong} not the name of a host. */
    @Transactional
    public Answer<Host> allow(String typed, boolean inside, UUID by) {
        var name = typed.strip().toLowerCase(Locale.ROOT);
        if (name.length() > 253 || !name.matches("[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*")) {
            return Answer.refused("host", "webhook.host-wrong");
        }
        var host = new Host(name, inside);
        var hosts = new ArrayList<>(without(name));
        hosts.add(host);
        keep(hosts, by);
        return Answer.done(host);
    }

    /** Takes a host off the list; what is registered there fails from the next try on, and says why. */
    @Transactional
    public void strike(String name, UUID by) {
        keep(without(name), by);
    }

    private List<Host> without(String name) {
        return all().stream().filter(it -> !it.name().equals(name)).toList();
    }

    private void keep(List<Host> hosts, UUID by) {
        settings.set(SETTING, hosts.stream().sorted(Comparator.comparing(Host::name)).map(Host::line).collect(Collectors.joining("\n")), by);
    }
}
