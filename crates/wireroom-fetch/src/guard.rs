//! Which addresses may be reached. Everything that is not plainly public is refused: fail closed.
//! It looks at resolved addresses and at literals alike; names prove nothing.
//! Start at [`AllowList::judge`]; the connector asks it for every address before a socket opens.

use ipnet::{IpNet, Ipv4Net, Ipv6Net};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use wireroom_model::why::Inward;

/// One exception to the rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Allow {
    /// One host by name or literal, at one port or at any.
    Host { host: String, port: Option<u16> },
    /// A network.
    Net(IpNet),
}

/// The exceptions that the owner named.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AllowList(Vec<Allow>);

impl std::str::FromStr for Allow {
    type Err = String;

    /// Reads `nas.local`, `nas.local:8080`, `192.168.1.0/24`, `127.0.0.1:1851`, `::1`, `[::1]:80`.
    fn from_str(text: &str) -> Result<Self, String> {
        let text = text.trim().to_ascii_lowercase();
        if let Ok(net) = text.parse::<IpNet>() {
            return Ok(Self::Net(net));
        }
        if let Ok(ip) = text.trim_matches(['[', ']']).parse::<IpAddr>() {
            return Ok(Self::Net(IpNet::from(ip)));
        }
        let (host, port) = match text.rsplit_once(':') {
            Some((host, port)) => match port.parse() {
                Ok(port) => (host, Some(port)),
                Err(_) => return Err(bad(&text)),
            },
            None => (text.as_str(), None),
        };
        // Read as an address would be, so that every spelling of one host is one entry.
        let host = url::Host::parse(host).map_err(|_| bad(&text))?.to_string();
        let host = host.trim_matches(['[', ']']).trim_end_matches('.');
        if host.is_empty() { Err(bad(&text)) } else { Ok(Self::Host { host: host.to_owned(), port }) }
    }
}

fn bad(text: &str) -> String {
    format!("\"{text}\" is no host, host:port or network; write for example 192.168.1.0/24 or nas.local:8080")
}

impl FromIterator<Allow> for AllowList {
    fn from_iter<I: IntoIterator<Item = Allow>>(entries: I) -> Self {
        Self(entries.into_iter().collect())
    }
}

impl AllowList {
    /// Whether `ip`, reached as `host` at `port`, may be connected to; if not, why.
    pub fn judge(&self, host: &str, port: u16, ip: IpAddr) -> Result<(), Inward> {
        let Some(reason) = refusal(ip) else { return Ok(()) };
        let host = host.trim_matches(['[', ']']).trim_end_matches('.').to_ascii_lowercase();
        let allowed = self.0.iter().any(|entry| match entry {
            Allow::Host { host: named, port: at } => *named == host && at.is_none_or(|at| at == port),
            Allow::Net(net) => {
                net.contains(&ip) || mapped(ip).is_some_and(|v4| net.contains(&IpAddr::V4(v4)))
            }
        });
        if allowed { Ok(()) } else { Err(reason) }
    }
}

/// Why an address is not public; `None` where it is.
pub fn refusal(ip: IpAddr) -> Option<Inward> {
    if let Some(v4) = mapped(ip) {
        return refusal_v4(v4);
    }
    match ip {
        IpAddr::V4(v4) => refusal_v4(v4),
        IpAddr::V6(v6) => refusal_v6(v6),
    }
}

/// The IPv4 address inside an IPv6 one: mapped, compatible, 6to4, NAT64.
fn mapped(ip: IpAddr) -> Option<Ipv4Addr> {
    let IpAddr::V6(v6) = ip else { return None };
    let [a, b, c, d, e, f, g, h] = v6.segments();
    let low = |high: u16, low: u16| Ipv4Addr::from((u32::from(high) << 16) | u32::from(low));
    match (a, b, c, d, e, f) {
        (0, 0, 0, 0, 0, 0xffff) => Some(low(g, h)),
        (0, 0, 0, 0, 0xffff, 0) => Some(low(g, h)),
        (0, 0, 0, 0, 0, 0) if g != 0 => Some(low(g, h)),
        (0x64, 0xff9b, 0, 0, 0, 0) => Some(low(g, h)),
        (0x2002, high, rest, _, _, _) => Some(low(high, rest)),
        _ => None,
    }
}

fn refusal_v4(ip: Ipv4Addr) -> Option<Inward> {
    let net =
        |a, b, c, d, prefix| Ipv4Net::new(Ipv4Addr::new(a, b, c, d), prefix).is_ok_and(|n| n.contains(&ip));
    let cases = [
        (ip.is_loopback(), Inward::Loopback),
        (net(0, 0, 0, 0, 8), Inward::ThisNet),
        (ip.is_private(), Inward::Private),
        (net(100, 64, 0, 0, 10), Inward::Carrier),
        (ip.is_link_local(), Inward::LinkLocal),
        (ip.is_multicast() || ip.is_broadcast(), Inward::Many),
        // A public number that is a cloud's own inside it.
        (net(168, 63, 129, 16, 32), Inward::Cloud),
        (net(192, 0, 0, 0, 24) || net(192, 88, 99, 0, 24), Inward::Reserved),
        (net(198, 18, 0, 0, 15), Inward::TestNet),
        (ip.is_documentation(), Inward::Documentation),
        (net(240, 0, 0, 0, 4), Inward::Reserved),
    ];
    cases.into_iter().find(|(holds, _)| *holds).map(|(_, reason)| reason)
}

fn refusal_v6(ip: Ipv6Addr) -> Option<Inward> {
    let net = |text: &str| text.parse::<Ipv6Net>().is_ok_and(|n| n.contains(&ip));
    let cases = [
        (ip.is_loopback() || ip.is_unspecified(), Inward::Loopback),
        (ip.is_unique_local(), Inward::Private),
        (ip.is_unicast_link_local() || net("fec0::/10"), Inward::LinkLocal),
        (ip.is_multicast(), Inward::Many),
        (net("2001:db8::/32") || net("3fff::/20"), Inward::Documentation),
        (!net("2000::/3"), Inward::NotPublic),
        (net("2001::/23"), Inward::Reserved),
    ];
    cases.into_iter().find(|(holds, _)| *holds).map(|(_, reason)| reason)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_spelling_of_an_inward_address_is_refused() {
        for text in [
            "127.0.0.1",
            "127.8.9.1",
            "0.0.0.0",
            "10.1.2.3",
            "172.16.0.1",
            "192.168.1.1",
            "100.64.0.1",
            "169.254.169.254",
            "100.100.100.200",
            "168.63.129.16",
            "fd00:ec2::254",
            "fe80::a9fe:a9fe",
            "64:ff9b:1::7f00:1",
            "::ffff:0:10.0.0.1",
            "2002:a9fe:a9fe::",
            "2001:0:4136:e378::",
            "192.0.0.192",
            "::1",
            "::",
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "::127.0.0.1",
            "64:ff9b::7f00:1",
            "2002:7f00:1::",
            "fe80::1",
            "fc00::1",
            "fd12::1",
            "ff02::1",
            "fec0::1",
            "224.0.0.1",
            "255.255.255.255",
            "198.18.0.1",
            "240.0.0.1",
        ] {
            assert!(refusal(text.parse().unwrap()).is_some(), "{text}");
        }
    }

    #[test]
    fn public_addresses_pass() {
        for text in ["9.9.9.9", "203.0.114.1", "2606:4700::1", "::ffff:9.9.9.9"] {
            assert_eq!(refusal(text.parse().unwrap()), None, "{text}");
        }
    }

    #[test]
    fn an_address_given_by_number_in_any_base_is_read_as_what_it_is() {
        for text in [
            "http://2130706433/",
            "http://0x7f000001/",
            "http://0177.0.0.1/",
            "http://127.1/",
            "http://[::ffff:7f00:1]/",
        ] {
            let url = url::Url::parse(text).unwrap();
            let ip = match url.host() {
                Some(url::Host::Ipv4(ip)) => IpAddr::V4(ip),
                Some(url::Host::Ipv6(ip)) => IpAddr::V6(ip),
                other => panic!("{text}: {other:?}"),
            };
            assert!(refusal(ip).is_some(), "{text}");
        }
    }

    #[test]
    fn the_allow_list_opens_what_it_names_and_nothing_else() {
        let allow: AllowList =
            ["127.0.0.1:1851", "192.168.1.0/24", "nas.local"].iter().map(|t| t.parse().unwrap()).collect();
        let judge = |host: &str, port, ip: &str| allow.judge(host, port, ip.parse().unwrap()).is_ok();
        assert!(judge("127.0.0.1", 1851, "127.0.0.1"));
        assert!(!judge("127.0.0.1", 80, "127.0.0.1"));
        assert!(!judge("localhost", 1851, "127.0.0.1"));
        assert!(judge("printer", 80, "192.168.1.9"));
        assert!(judge("NAS.local", 80, "10.0.0.9"));
        assert!(!judge("other.local", 80, "10.0.0.9"));
    }

    #[test]
    fn an_entry_counts_for_every_spelling_of_its_host() {
        for (entry, host) in [
            ("B\u{fc}cher.local", "xn--bcher-kva.local"),
            ("nas.local.", "nas.local"),
            ("NAS.local:80", "nas.local."),
            ("[0:0::1]:80", "[::1]"),
            ("0x7f.1:80", "127.0.0.1"),
        ] {
            let allow: AllowList = [entry.parse().unwrap()].into_iter().collect();
            let ip = host.trim_matches(['[', ']']).parse().unwrap_or("10.0.0.9".parse().unwrap());
            assert_eq!(allow.judge(host, 80, ip), Ok(()), "{entry}");
        }
    }

    proptest::proptest! {
        #[test]
        fn an_inward_address_stays_inward_however_it_is_wrapped(bits: u32) {
            let v4 = Ipv4Addr::from(bits);
            let [a, b, c, d] = v4.octets();
            let (high, low) = (u16::from_be_bytes([a, b]), u16::from_be_bytes([c, d]));
            for v6 in [
                v4.to_ipv6_mapped(),
                Ipv6Addr::new(0, 0, 0, 0, 0xffff, 0, high, low),
                Ipv6Addr::new(0x64, 0xff9b, 0, 0, 0, 0, high, low),
                Ipv6Addr::new(0x2002, high, low, 0, 0, 0, 0, 1),
            ] {
                proptest::prop_assert!(refusal(IpAddr::V4(v4)).is_none() || refusal(IpAddr::V6(v6)).is_some());
            }
            // However a number is written, what is connected to is what was judged.
            for text in [format!("http://{bits}/"), format!("http://{bits:#x}/"), format!("http://0{bits:o}/")] {
                let url = url::Url::parse(&text).unwrap();
                proptest::prop_assert_eq!(url.host(), Some(url::Host::Ipv4(v4)));
            }
        }
    }

    #[test]
    fn nonsense_in_the_allow_list_is_named() {
        assert!("http://x/".parse::<Allow>().unwrap_err().contains("http://x/"));
        assert!("".parse::<Allow>().is_err());
    }
}
