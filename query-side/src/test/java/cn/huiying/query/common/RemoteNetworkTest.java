package cn.huiying.query.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class RemoteNetworkTest {

    /** What a proxy passed on may be anything; a name is not looked up. */
    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "2001:db8:1:2:3:4:5:6, 20010db800010002",
        "2001:db8:1:2::9, 20010db800010002",
        "2001:db8:1:3::9, 20010db800010003",
        "::ffff:192.0.2.7, c0000207",
        "localhost, localhost",
        "unknown:, unknown:"
    })
    void an_ipv6_household_is_one(String address, String network) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        assertThat(RemoteNetwork.of(request)).isEqualTo(network);
    }
}
