package org.probity.house.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnowingWhereAnAddressLiesTest {
    @ParameterizedTest
    @ValueSource(strings = {"9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "172.15.255.255", "172.32.0.0", "192.167.1.1", "223.255.255.255",
            "2606:4700::1", "2400:3200::1"})
    void outsideIsTheInternet(String address) throws Exception {
        assertThat(Reach.of(InetAddress.getByName(address))).isEqualTo(Reach.OUTSIDE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.255.255.254", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.0.1", "100.64.0.1", "100.127.255.255", "::1",
            "fc00::1", "fdff::1", "::ffff:10.0.0.1"})
    void insideIsThisMachineAndPrivateNetworks(String address) throws Exception {
        assertThat(Reach.of(InetAddress.getByName(address))).isEqualTo(Reach.INSIDE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "0.1.2.3", "169.254.169.254", "224.0.0.1", "240.0.0.1", "255.255.255.255", "192.0.0.8", "192.0.2.1", "198.18.0.1",
            "198.19.255.255", "198.51.100.1", "203.0.113.9", "::", "fe80::1", "ff02::1", "64:ff9b::a00:1", "2002:a00:1::", "2001::1", "2001:db8::1",
            "::ffff:169.254.169.254"})
    void nowhereIsNoAddressToCall(String address) throws Exception {
        assertThat(Reach.of(InetAddress.getByName(address))).isEqualTo(Reach.NOWHERE);
    }
}
