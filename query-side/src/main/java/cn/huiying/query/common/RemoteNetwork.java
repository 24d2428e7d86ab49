package cn.huiying.query.common;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** From where a request without a token comes, to count by. */
public final class RemoteNetwork {

    private RemoteNetwork() {}

    /** The address, of IPv6 the network: a household has more addresses there than can be counted (RFC 6177). */
    public static String of(HttpServletRequest request) {
        String address = request.getRemoteAddr();
        // Only with a colon is a text never looked up as a name, which a proxy may have passed on.
        if (!address.contains(":")) {
            return address;
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return HexFormat.of().formatHex(bytes.length == 4 ? bytes : Arrays.copyOf(bytes, 8));
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
