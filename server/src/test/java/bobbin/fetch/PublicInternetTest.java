package bobbin.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class PublicInternetTest {
    @Test
    void admitsHostsOfTheInternet() {
        assertThat(addresses("""
                        1.1.1.1 8.8.8.8 93.184.216.34 126.255.255.255 128.0.0.1 100.63.255.255 100.128.0.0
                        172.15.255.255 172.32.0.0 192.0.1.0 192.167.255.255 192.169.0.0 198.17.255.255
                        198.20.0.0 223.255.255.255 168.63.129.17 2001:200::1 2606:4700::1111 2a00::1
                        3ffe::1 64:ff9b::808:808
                        """))
                .allSatisfy(address -> assertThat(PublicInternet.has(address)).isTrue());
    }

    @Test
    void admitsNothingElse() {
        assertThat(addresses("""
                        0.0.0.0 0.1.2.3 10.0.0.1 10.255.255.255 100.64.0.0 100.100.100.200 100.127.255.255
                        127.0.0.1 127.255.255.255 168.63.129.16 169.254.169.254 172.16.0.0 172.31.255.255
                        192.0.0.1 192.0.0.192 192.0.2.1 192.88.99.1 192.168.0.1 198.18.0.1 198.19.255.255
                        198.51.100.1 203.0.113.1 224.0.0.1 239.255.255.255 240.0.0.1 255.255.255.255
                        :: ::1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::7f00:1 64:ff9b::7f00:1 64:ff9b::a00:1
                        64:ff9b:1::1 100::1 2001::1 2001:2::1 2001:10::1 2001:db8::1 2002:7f00:1::
                        2002:808:808::1 3fff::1 5f00::1 fc00::1 fd00:ec2::254 fe80::1 fec0::1 ff02::1
                        4000::1
                        """))
                .allSatisfy(address -> assertThat(PublicInternet.has(address)).isFalse());
    }

    @Test
    void seesThroughAnAddressThatHidesAnother() throws UnknownHostException {
        byte[] mapped = HexFormat.of().parseHex("00000000000000000000ffff7f000001");

        assertThat(PublicInternet.has(Inet6Address.getByAddress("mapped", mapped, -1)))
                .isFalse();
    }

    private static List<InetAddress> addresses(String list) {
        return list.strip()
                .lines()
                .flatMap(line -> List.of(line.split(" ", -1)).stream())
                .map(InetAddress::ofLiteral)
                .toList();
    }
}
