//! Where a request came from, and whether by https: the socket's own word, and what a proxy adds to it where the
//! settings trust that proxy. It refuses to believe `X-Forwarded-*` of anybody else: whoever could write them would
//! choose under which address wrong passwords are counted. Start at [`Client::of`].

use crate::state::ServerState;
use axum::extract::{ConnectInfo, FromRequestParts, Request};
use axum::http::HeaderMap;
use axum::http::request::Parts;
use std::convert::Infallible;
use std::net::{IpAddr, Ipv6Addr, SocketAddr};
use std::str::FromStr;

/// Hops that are read of one `X-Forwarded-For`.
const MAX_HOPS: usize = 32;

/// Addresses with the same beginning: `10.0.0.0/8`, or one address alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Network {
    address: IpAddr,
    bits: u32,
}

impl FromStr for Network {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let fault =
            || format!("\"{text}\" is no address or network; write for example 10.0.0.2 or 172.16.0.0/12");
        let (address, bits) = match text.split_once('/') {
            Some((address, bits)) => (address, Some(bits)),
            None => (text, None),
        };
        let address: IpAddr = address.trim().parse().map_err(|_| fault())?;
        let most = if address.is_ipv4() { 32 } else { 128 };
        let bits = bits.map_or(Ok(most), |bits| bits.trim().parse().map_err(|_| fault()))?;
        if bits > most { Err(fault()) } else { Ok(Self { address, bits }) }
    }
}

/// An address that was mapped into IPv6 is the one it was.
fn plain(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V6(six) => six.to_ipv4_mapped().map_or(address, IpAddr::V4),
        IpAddr::V4(_) => address,
    }
}

impl Network {
    fn holds(&self, address: IpAddr) -> bool {
        let same = |own: u128, other: u128, width: u32| {
            let shift = width - self.bits.min(width);
            shift >= 128 || own >> shift == other >> shift
        };
        match (self.address, plain(address)) {
            (IpAddr::V4(own), IpAddr::V4(other)) => same(own.to_bits().into(), other.to_bits().into(), 32),
            (IpAddr::V6(own), IpAddr::V6(other)) => same(own.to_bits(), other.to_bits(), 128),
            _ => false,
        }
    }
}

/// Who asked, as far as the network says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Client {
    /// The reader's address; unknown where the site is asked without a socket.
    pub address: Option<IpAddr>,
    /// True where a trusted proxy says that the reader came by https.
    pub is_https: bool,
}

impl Client {
    /// Reads a request.
    pub fn of(request: &Request, trusted: &[Network]) -> Self {
        let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|peer| plain(peer.0.ip()));
        Self::read(peer, request.headers(), trusted)
    }

    fn read(peer: Option<IpAddr>, headers: &HeaderMap, trusted: &[Network]) -> Self {
        let is_trusted = |address: IpAddr| trusted.iter().any(|network| network.holds(address));
        let Some(peer) = peer.filter(|peer| is_trusted(*peer)) else {
            return Self { address: peer, is_https: false };
        };
        let listed = |name: &str| -> Vec<String> {
            let lines = headers.get_all(name).iter().filter_map(|value| value.to_str().ok());
            lines.flat_map(|line| line.split(',')).map(|part| part.trim().to_owned()).collect()
        };
        // From the nearest hop outwards: the first that is no proxy of ours is the reader.
        let mut address = peer;
        for hop in listed("x-forwarded-for").iter().rev().take(MAX_HOPS) {
            let Ok(hop) = hop.parse::<IpAddr>() else { break };
            address = plain(hop);
            if !is_trusted(address) {
                break;
            }
        }
        let is_https =
            listed("x-forwarded-proto").last().is_some_and(|word| word.eq_ignore_ascii_case("https"));
        Self { address: Some(address), is_https }
    }

    /// Under what wrong passwords are counted: an address, of IPv6 the network that one household has.
    pub fn counted(&self) -> Option<IpAddr> {
        Some(match self.address? {
            IpAddr::V6(six) => IpAddr::V6(Ipv6Addr::from_bits(six.to_bits() >> 64 << 64)),
            four => four,
        })
    }
}

impl FromRequestParts<ServerState> for Client {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &ServerState) -> Result<Self, Infallible> {
        Ok(parts.extensions.get::<Self>().copied().unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(peer: &str, trusted: &[&str], said: &[(&'static str, &'static str)]) -> Client {
        let mut headers = HeaderMap::new();
        for (name, value) in said {
            headers.append(*name, value.parse().unwrap());
        }
        let trusted: Vec<Network> = trusted.iter().map(|text| text.parse().unwrap()).collect();
        Client::read(Some(peer.parse().unwrap()), &headers, &trusted)
    }

    fn address(text: &str) -> Option<IpAddr> {
        Some(text.parse().unwrap())
    }

    #[test]
    fn a_stranger_cannot_choose_an_address_nor_https() {
        let said = [("x-forwarded-for", "198.51.100.7"), ("x-forwarded-proto", "https")];
        for trusted in [&[][..], &["10.0.0.0/8"], &["203.0.113.10/32"]] {
            let client = read("203.0.113.9", trusted, &said);
            assert_eq!(client, Client { address: address("203.0.113.9"), is_https: false });
        }
    }

    #[test]
    fn a_trusted_proxy_says_who_asks_and_how() {
        let client = read(
            "10.0.0.2",
            &["10.0.0.0/8"],
            &[("x-forwarded-for", "198.51.100.7"), ("x-forwarded-proto", "https")],
        );
        assert_eq!(client, Client { address: address("198.51.100.7"), is_https: true });
        let plain = read("10.0.0.2", &["10.0.0.0/8"], &[("x-forwarded-proto", "http")]);
        assert_eq!(plain, Client { address: address("10.0.0.2"), is_https: false });
    }

    #[test]
    fn what_a_reader_wrote_before_the_proxy_added_its_own_is_not_believed() {
        let lines = [("x-forwarded-for", "192.0.2.1, 198.51.100.7"), ("x-forwarded-for", "10.0.0.9")];
        assert_eq!(read("10.0.0.2", &["10.0.0.0/8"], &lines).address, address("198.51.100.7"));
        let broken = [("x-forwarded-for", "198.51.100.7, unknown")];
        assert_eq!(read("10.0.0.2", &["10.0.0.0/8"], &broken).address, address("10.0.0.2"));
    }

    #[test]
    fn an_ipv6_household_counts_as_one_and_mapped_addresses_as_what_they_are() {
        let client = |text| Client { address: address(text), is_https: false };
        assert_eq!(client("2001:db8:1:2:3::4").counted(), client("2001:db8:1:2::9").counted());
        assert_ne!(client("2001:db8:1:2::").counted(), client("2001:db8:1:3::").counted());
        assert!("10.0.0.0/8".parse::<Network>().unwrap().holds("::ffff:10.1.2.3".parse().unwrap()));
        assert!("0.0.0.0/0".parse::<Network>().unwrap().holds("198.51.100.7".parse().unwrap()));
        assert!("::/0".parse::<Network>().unwrap().holds("2001:db8::".parse().unwrap()));
    }

    #[test]
    fn a_network_that_cannot_be_read_is_refused_by_name() {
        for wrong in ["", "proxy", "10.0.0.0/33", "::/129", "10.0.0.0/x"] {
            assert!(wrong.parse::<Network>().unwrap_err().contains(wrong), "{wrong}");
        }
    }
}
