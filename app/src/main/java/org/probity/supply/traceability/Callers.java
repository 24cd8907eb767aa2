package org.probity.supply.traceability;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Clock;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * How often one address may look at cards that are open to everybody. A lorry of modules may be read at once; walking all serial numbers takes weeks. Counted in the memory
 * of this node and forgotten after a minute, so that nobody who read a card is known later.
 */
@Component
class Callers {
    static final int A_MINUTE = 120;
    private static final int REMEMBERED = 10_000;

    private final Clock clock;
    private final Map<String, Integer> calls = new LinkedHashMap<>();
    private long minute;

    Callers(Clock clock) {
        this.clock = clock;
    }

    /** Counts a call. @return whether it may be answered */
    synchronized boolean mayCall(String caller) {
        var address = network(caller);
        var now = clock.instant().getEpochSecond() / 60;
        if (now != minute) {
            calls.clear();
            minute = now;
        }
        if (calls.size() >= REMEMBERED && !calls.containsKey(address)) {
            // So many addresses in a minute are no readers; whoever comes next has to wait for the next one.
            return false;
        }
        return calls.merge(address, 1, Integer::sum) <= A_MINUTE;
    }

    /** Whoever has one address of IPv6 has the 2^64 beside it, too. */
    private static String network(String address) {
        try {
            return InetAddress.ofLiteral(address) instanceof Inet6Address it ? HexFormat.of().formatHex(it.getAddress(), 0, 8) : address;
        } catch (IllegalArgumentException noAddress) {
            return address;
        }
    }
}
