//! Why nothing came back from an address, or what came was no feed and no list. Hosts and addresses in here carry no
//! password and no query. It refuses no case: what has no name yet is [`Cause::Said`].
//! Start at [`Trouble`].

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// What was waited for in vain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Error)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// The name's addresses.
    #[error("its name was not resolved")]
    Name,
    /// TCP and TLS.
    #[error("no connection was made")]
    Connection,
    /// The head of the answer.
    #[error("it did not answer")]
    Answer,
    /// The last byte, all hops together.
    #[error("its answer did not end")]
    End,
}

/// What an address is that is not plainly public.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Error)]
#[serde(rename_all = "kebab-case")]
pub enum Inward {
    #[error("it is this machine (loopback)")]
    Loopback,
    #[error("it is this machine (0.0.0.0/8)")]
    ThisNet,
    #[error("it is a private address")]
    Private,
    #[error("it is a carrier's private address")]
    Carrier,
    #[error("it is a link-local address")]
    LinkLocal,
    #[error("it is no single machine's address")]
    Many,
    #[error("it is a cloud machine's own data")]
    Cloud,
    #[error("it is a reserved address")]
    Reserved,
    #[error("it is a test network's address")]
    TestNet,
    #[error("it is an address for documentation")]
    Documentation,
    #[error("it is not a public address")]
    NotPublic,
    #[error("its name has more addresses than can be checked")]
    TooMany,
}

/// What a socket or TLS said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Error)]
#[serde(rename_all = "kebab-case")]
pub enum Cause {
    #[error("nothing listens there (connection refused)")]
    NothingListens,
    #[error("it reset the connection")]
    Reset,
    #[error("it aborted the connection")]
    Aborted,
    #[error("there is no way to it from here")]
    NoWay,
    #[error("it closed the connection")]
    Closed,
    #[error("it closed the connection while TLS was being agreed on")]
    ClosedInTls,
    #[error("its certificate has expired")]
    Expired,
    #[error("its certificate is not valid yet")]
    NotYetValid,
    #[error("its certificate is for another name")]
    OtherName,
    #[error("its certificate was issued by nobody this machine trusts")]
    UnknownIssuer,
    #[error("its certificate was not signed by the issuer that it names")]
    BadSignature,
    #[error("its certificate was revoked")]
    Revoked,
    #[error("its certificate is not valid ({0})")]
    BadCertificate(String),
    #[error("what answers there does not speak TLS")]
    NoTls,
    #[error("TLS could not be agreed on ({0})")]
    Tls(String),
    /// In the system's own words.
    #[error("{0}")]
    Said(String),
}

/// What went wrong on the way out or back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Error)]
#[serde(rename_all = "kebab-case")]
pub enum Trouble {
    #[error("\"{0}\" is not an address that can be fetched: write http:// or https:// and a host")]
    BadAddress(String),
    #[error(
        "{host} was not reached because {why}; if it is yours, add it to the allow list (--allow {host})"
    )]
    Inward { host: String, why: Inward },
    #[error("the name {0} could not be resolved")]
    Dns(String),
    #[error("{host} could not be reached: {why}")]
    Connect { host: String, why: Cause },
    #[error("{host} could not be spoken to safely: {why}")]
    Tls { host: String, why: Cause },
    #[error("{host}: {stage} within {seconds} s")]
    Slow { host: String, stage: Stage, seconds: u64 },
    #[error("{host} broke off before it answered: {why}")]
    NoAnswer { host: String, why: Cause },
    #[error("what {0} answers is not HTTP")]
    NotHttp(String),
    #[error("the head of {host}'s answer is longer than {bytes} bytes or has more than {fields} lines")]
    HeadTooLarge { host: String, bytes: usize, fields: usize },
    #[error("the answer is larger than {0} bytes")]
    TooLarge(usize),
    #[error("the answer unpacks to more than {0} times its size, as only a trap does")]
    Ratio(usize),
    #[error("the answer is packed more than {0} times over, as only a trap is")]
    Layers(usize),
    #[error("more than {0} redirects")]
    Redirects(usize),
    #[error("{0} redirects without saying where to")]
    BadRedirect(String),
    #[error("{host} redirects to {to}, which is not an address that can be fetched")]
    RedirectAway { host: String, to: String },
    #[error("{host} answered {status}{}", meaning(*.status))]
    Status { host: String, status: u16 },
    #[error(
        "{host} answered {status} after a redirect from {from}: a feed's own headers, cookie and password go to its own address only, so give it the new one ({to})"
    )]
    Withheld { host: String, status: u16, from: String, to: String },
    #[error("{host} answered {status} with nothing in it")]
    Empty { host: String, status: u16 },
    #[error("the answer broke off or could not be decoded: {0}")]
    Body(String),
    #[error("the answer is cut short: {0}")]
    CutShort(String),
    #[error("the content encoding \"{0}\" is not one that is read here (gzip, deflate, br, zstd)")]
    Encoding(String),
    /// Not a failure of the publisher: its turn has not come, and the work is put back.
    #[error("{host} is asked again in {seconds} s: {}", turn(*.asked))]
    Later { host: String, seconds: u64, asked: bool },
    #[error("the way out could not be opened: {0}")]
    Setup(String),
    #[error("{0} takes long to answer")]
    Long(String),
    #[error("reading it broke off inside the program: {0}")]
    Crashed(String),
}

const fn turn(asked: bool) -> &'static str {
    if asked { "it asked for patience" } else { "other requests to it come first" }
}

/// What a status means to whoever looks after the feeds, and what to do about it; nothing where nobody can tell.
const fn meaning(status: u16) -> &'static str {
    match status {
        401 => ": it wants a name and password; set them for this feed",
        403 => {
            ": it lets this program in with something else only; set the cookie or header that it gave you"
        }
        404 => ": nothing is there (any more); its site may know the new address",
        407 => ": a proxy on the way wants a password; this program uses none",
        410 => ": it was taken away for good",
        429 => ": it was asked too often; it is left alone for longer now",
        451 => ": it may not show this for legal reasons",
        500..=599 => ": a fault on its side",
        _ => "",
    }
}

/// Why an answer is no feed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Error)]
#[serde(rename_all = "kebab-case")]
pub enum NoFeed {
    #[error("the answer is empty; check the address in a browser, it may need a login or may have moved")]
    Empty,
    #[error(
        "this is a web page, not a feed; give the address of the feed itself, or add the page and let its feeds be found"
    )]
    WebPage,
    #[error("this is an OPML list of subscriptions, not a feed; import it instead of adding it")]
    Opml,
    #[error("this is a sitemap index, not a feed; give one of the sitemaps that it lists")]
    SitemapIndex,
    #[error("this is JSON, but not a JSON Feed; it has no \"items\"")]
    Json,
    #[error("this is JSON that breaks off or is malformed ({0}); the publisher must mend it")]
    BrokenJson(String),
    #[error(
        "this is no feed: no RSS, Atom, RDF, CDF, JSON Feed or news sitemap was found in it; check the address in a browser"
    )]
    NotAFeed,
    #[error(
        "the feed has {bytes} bytes, and {limit} is the most that is read; ask the publisher for a shorter one"
    )]
    TooLarge { bytes: usize, limit: usize },
    #[error("\"{0}\" is no feed's address; it must begin with http:// or https://")]
    Address(String),
    #[error("this address is another reader's private feed; ask the owner to make it public")]
    Private,
}

/// Why a file is no list of subscriptions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Error)]
#[serde(rename_all = "kebab-case")]
pub enum NoList {
    #[error("the file is empty")]
    Empty,
    #[error("this is no list of subscriptions; export one as OPML from your present reader")]
    NotOpml,
    #[error("this is a web page, no list of subscriptions; look there for a link to an OPML file")]
    WebPage,
    #[error("this is a feed, no list of subscriptions; add its address instead")]
    Feed,
    #[error("the file has {bytes} bytes, and {limit} is the most that is read; split it")]
    TooLarge { bytes: usize, limit: usize },
}

/// What of an answer that was read was left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Error)]
#[serde(rename_all = "kebab-case")]
pub enum Partly {
    #[error("only what came before the break was read: {}", Trouble::CutShort(.0.clone()))]
    Cut(String),
    #[error("{over} of its entries were left out, the newest {most} were read")]
    Over { over: usize, most: usize },
    #[error("{first} (and {more} more)")]
    More { first: Box<Self>, more: usize },
    /// What the reader of feeds said of the markup.
    #[error("{0}")]
    Said(String),
}

/// How a feed came by its address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Error)]
#[serde(rename_all = "kebab-case")]
pub enum Moved {
    #[error("Found on {0}, the address that was given.")]
    Found(String),
    #[error("Moved here for good from {0}.")]
    ForGood(String),
}

/// Why a header may not be set for a feed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Error)]
#[serde(rename_all = "kebab-case")]
pub enum Header {
    #[error("it steers the connection, which is the program's own work")]
    Hop,
    #[error("the program sets it itself for every request")]
    Frame,
    #[error("it names somebody else as the sender")]
    SpeaksFor,
    #[error("it asks for another address or method than the one that was checked")]
    Rewrites,
    #[error("it opens a cloud machine's own data")]
    Metadata,
    #[error("it says who asks, and that is one answer for the whole house (setting: contact)")]
    WhoAsks,
    #[error("only a browser may say it")]
    Browser,
    #[error("a name and password are set as such (basic auth), so that they are kept as a secret")]
    Login,
    #[error("a cookie is set as such, so that it is kept as a secret")]
    Cookie,
}

/// Why the way out would not send what was chosen for a feed. No value is named.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Error)]
#[serde(rename_all = "kebab-case")]
pub enum NotSent {
    #[error("the header {name} cannot be set for a feed: {why}")]
    Forbidden { name: String, why: Header },
    #[error("\"{0}\" is no name of a header: letters, digits and - are")]
    BadName(String),
    #[error(
        "the value of {name} cannot be sent: it may hold printable ASCII only, in one line of at most {most} bytes"
    )]
    BadValue { name: String, most: usize },
    #[error("the name for basic auth cannot hold a colon, and neither name nor password a line break")]
    BadLogin,
    #[error("a feed may set at most {0} headers")]
    TooMany(usize),
}
