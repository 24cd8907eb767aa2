package org.probity.house.webhook;

/**
 * A host that this house may call.
 *
 * @param inside it may lie on this machine or in a private network
 */
public record Host(String name, boolean inside) {
    private static final String INSIDE = " inside";

    static Host parse(String line) {
        return new Host(line.replace(INSIDE, ""), line.endsWith(INSIDE));
    }

    String line() {
        return name + (inside ? INSIDE : "");
    }
}
