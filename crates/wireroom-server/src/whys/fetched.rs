//! What came of asking an address, in the reader's language. It refuses to shorten: host and way out are told.

use wireroom_model::why::{Cause, Header, Inward, Moved, NoFeed, NoList, NotSent, Partly, Stage, Trouble};

fn stage(stage: Stage) -> String {
    match stage {
        Stage::Name => say!("why-stage-name"),
        Stage::Connection => say!("why-stage-connection"),
        Stage::Answer => say!("why-stage-answer"),
        Stage::End => say!("why-stage-end"),
    }
}

fn inward(why: Inward) -> String {
    match why {
        Inward::Loopback => say!("why-inward-loopback"),
        Inward::ThisNet => say!("why-inward-this-net"),
        Inward::Private => say!("why-inward-private"),
        Inward::Carrier => say!("why-inward-carrier"),
        Inward::LinkLocal => say!("why-inward-link-local"),
        Inward::Many => say!("why-inward-many"),
        Inward::Cloud => say!("why-inward-cloud"),
        Inward::Reserved => say!("why-inward-reserved"),
        Inward::TestNet => say!("why-inward-test-net"),
        Inward::Documentation => say!("why-inward-documentation"),
        Inward::NotPublic => say!("why-inward-not-public"),
        Inward::TooMany => say!("why-inward-too-many"),
    }
}

fn cause(cause: &Cause) -> String {
    match cause {
        Cause::NothingListens => say!("why-cause-nothing-listens"),
        Cause::Reset => say!("why-cause-reset"),
        Cause::Aborted => say!("why-cause-aborted"),
        Cause::NoWay => say!("why-cause-no-way"),
        Cause::Closed => say!("why-cause-closed"),
        Cause::ClosedInTls => say!("why-cause-closed-in-tls"),
        Cause::Expired => say!("why-cause-expired"),
        Cause::NotYetValid => say!("why-cause-not-yet-valid"),
        Cause::OtherName => say!("why-cause-other-name"),
        Cause::UnknownIssuer => say!("why-cause-unknown-issuer"),
        Cause::BadSignature => say!("why-cause-bad-signature"),
        Cause::Revoked => say!("why-cause-revoked"),
        Cause::BadCertificate(why) => say!("why-cause-bad-certificate", why = why.as_str()),
        Cause::NoTls => say!("why-cause-no-tls"),
        Cause::Tls(why) => say!("why-cause-tls", why = why.as_str()),
        Cause::Said(words) => words.clone(),
    }
}

/// What went wrong on the way.
pub fn trouble(trouble: &Trouble) -> String {
    match trouble {
        Trouble::BadAddress(address) => say!("why-bad-address", address = address.as_str()),
        Trouble::Inward { host, why } => say!("why-inward", host = host.as_str(), why = inward(*why)),
        Trouble::Dns(host) => say!("why-dns", host = host.as_str()),
        Trouble::Connect { host, why } => say!("why-connect", host = host.as_str(), why = cause(why)),
        Trouble::Tls { host, why } => say!("why-tls", host = host.as_str(), why = cause(why)),
        Trouble::Slow { host, stage: at, seconds } => {
            say!("why-slow", host = host.as_str(), why = stage(*at), n = *seconds)
        }
        Trouble::NoAnswer { host, why } => say!("why-no-answer", host = host.as_str(), why = cause(why)),
        Trouble::NotHttp(host) => say!("why-not-http", host = host.as_str()),
        Trouble::HeadTooLarge { host, bytes, fields } => {
            say!("why-head-too-large", host = host.as_str(), n = *bytes, lines = *fields)
        }
        Trouble::TooLarge(limit) => say!("why-too-large", n = *limit),
        Trouble::Ratio(limit) => say!("why-ratio", n = *limit),
        Trouble::Layers(limit) => say!("why-layers", n = *limit),
        Trouble::Redirects(limit) => say!("why-redirects", n = *limit),
        Trouble::BadRedirect(host) => say!("why-bad-redirect", host = host.as_str()),
        Trouble::RedirectAway { host, to } => {
            say!("why-redirect-away", host = host.as_str(), to = to.as_str())
        }
        Trouble::Status { host, status } => answered(host, *status),
        Trouble::Withheld { host, status, from, to } => {
            let (status, from) = (status.to_string(), from.as_str());
            say!("why-withheld", host = host.as_str(), status = status, from = from, to = to.as_str())
        }
        Trouble::Empty { host, status } => {
            say!("why-empty", host = host.as_str(), status = status.to_string())
        }
        Trouble::Body(why) => say!("why-body", why = why.as_str()),
        Trouble::CutShort(why) => say!("why-cut-short", why = why.as_str()),
        Trouble::Encoding(name) => say!("why-encoding", name = name.as_str()),
        Trouble::Later { host, seconds, asked: true } => {
            say!("why-later-asked", host = host.as_str(), n = *seconds)
        }
        Trouble::Later { host, seconds, asked: false } => {
            say!("why-later-busy", host = host.as_str(), n = *seconds)
        }
        Trouble::Setup(why) => say!("why-setup", why = why.as_str()),
        Trouble::Long(address) => say!("why-long", address = address.as_str()),
        Trouble::Crashed(why) => say!("why-crashed", why = why.as_str()),
    }
}

/// A status with what it means to whoever looks after the feeds, where that is known.
fn answered(host: &str, status: u16) -> String {
    let what = say!("why-status", host = host, status = status.to_string());
    let why = match status {
        401 => say!("why-status-401"),
        403 => say!("why-status-403"),
        404 => say!("why-status-404"),
        407 => say!("why-status-407"),
        410 => say!("why-status-410"),
        429 => say!("why-status-429"),
        451 => say!("why-status-451"),
        500..=599 => say!("why-status-5xx"),
        _ => return what,
    };
    say!("why-because", what = what, why = why)
}

/// Why an answer is no feed.
pub fn no_feed(why: &NoFeed) -> String {
    match why {
        NoFeed::Empty => say!("why-feed-empty"),
        NoFeed::WebPage => say!("why-feed-web-page"),
        NoFeed::Opml => say!("why-feed-opml"),
        NoFeed::SitemapIndex => say!("why-feed-sitemap-index"),
        NoFeed::Json => say!("why-feed-json"),
        NoFeed::BrokenJson(why) => say!("why-feed-broken-json", why = why.as_str()),
        NoFeed::NotAFeed => say!("why-feed-none"),
        NoFeed::TooLarge { bytes, limit } => say!("why-feed-too-large", n = *bytes, limit = *limit),
        NoFeed::Address(address) => say!("why-feed-address", address = address.as_str()),
        NoFeed::Private => say!("why-feed-private"),
    }
}

/// Why a file is no list of subscriptions.
pub fn no_list(why: &NoList) -> String {
    match why {
        NoList::Empty => say!("why-list-empty"),
        NoList::NotOpml => say!("why-list-not-opml"),
        NoList::WebPage => say!("why-list-web-page"),
        NoList::Feed => say!("why-list-feed"),
        NoList::TooLarge { bytes, limit } => say!("why-list-too-large", n = *bytes, limit = *limit),
    }
}

/// What of an answer was left out.
pub fn partly(why: &Partly) -> String {
    match why {
        Partly::Cut(why) => say!("why-partly-cut", why = say!("why-cut-short", why = why.as_str())),
        Partly::Over { over, most } => say!("why-partly-over", n = *over, most = *most),
        Partly::More { first, more } => say!("why-more", what = partly(first), n = *more),
        Partly::Said(words) => words.clone(),
    }
}

/// How a feed came by its address.
pub fn moved(how: &Moved) -> String {
    match how {
        Moved::Found(address) => say!("why-moved-found", address = address.as_str()),
        Moved::ForGood(address) => say!("why-moved-for-good", address = address.as_str()),
    }
}

fn header(why: Header) -> String {
    match why {
        Header::Hop => say!("why-header-hop"),
        Header::Frame => say!("why-header-frame"),
        Header::SpeaksFor => say!("why-header-speaks-for"),
        Header::Rewrites => say!("why-header-rewrites"),
        Header::Metadata => say!("why-header-metadata"),
        Header::WhoAsks => say!("why-header-who-asks"),
        Header::Browser => say!("why-header-browser"),
        Header::Login => say!("why-header-login"),
        Header::Cookie => say!("why-header-cookie"),
    }
}

/// Why the way out would not send what was chosen.
pub fn not_sent(why: &NotSent) -> String {
    match why {
        NotSent::Forbidden { name, why } => {
            say!("why-sent-forbidden", name = name.as_str(), why = header(*why))
        }
        NotSent::BadName(name) => say!("why-sent-bad-name", name = name.as_str()),
        NotSent::BadValue { name, most } => say!("why-sent-bad-value", name = name.as_str(), n = *most),
        NotSent::BadLogin => say!("why-sent-bad-login"),
        NotSent::TooMany(most) => say!("why-sent-too-many", n = *most),
    }
}
