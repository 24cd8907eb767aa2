package org.probity.house.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;

/** Where an address lies, seen from this house. A call is a key to whatever answers there, so a name alone is not believed. */
enum Reach {
    /** On the internet. */
    OUTSIDE,
    /** This machine or a private network: only for a host that an administrator said is inside. */
    INSIDE,
    /** Link-local, where clouds keep the secrets of a machine; multicast; reserved. For nobody. */
    NOWHERE;

    static Reach of(InetAddress address) {
        if (address.isAnyLocalAddress() || address.isLinkLocalAddress() || address.isMulticastAddress()) {
            return NOWHERE;
        }
        if (address.isLoopbackAddress() || address.isSiteLocalAddress()) {
            return INSIDE;
        }
        return address instanceof Inet4Address ? four(address.getAddress()) : six(address.getAddress());
    }

    /** What the JDK does not know: RFC 6890's special blocks and the shared space of RFC 6598. */
    private static Reach four(byte[] it) {
        var first = it[0] & 0xff;
        var second = it[1] & 0xff;
        var third = it[2] & 0xff;
        if (first == 100 && second >= 64 && second < 128) {
            return INSIDE;
        }
        var reserved = first == 0 || first >= 240
                || first == 192 && second == 0 && (third == 0 || third == 2)
                || first == 198 && (second == 18 || second == 19 || second == 51 && third == 100)
                || first == 203 && second == 0 && third == 113;
        return reserved ? NOWHERE : OUTSIDE;
    }

    /** Outside is 2000::/3 alone, without the two ways of writing a version 4 address that lead round this check; fc00::/7 is inside. */
    private static Reach six(byte[] it) {
        if ((it[0] & 0xfe) == 0xfc) {
            return INSIDE;
        }
        var first = (it[0] & 0xff) << 8 | it[1] & 0xff;
        var second = (it[2] & 0xff) << 8 | it[3] & 0xff;
        var sixToFour = first == 0x2002;
        var special = first == 0x2001 && (second < 0x200 || second == 0xdb8);
        return (it[0] & 0xe0) == 0x20 && !sixToFour && !special ? OUTSIDE : NOWHERE;
    }
}
