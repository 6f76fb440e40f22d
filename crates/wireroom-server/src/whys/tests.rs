use super::*;
use crate::words::{Tongue, heard_now};
use wireroom_model::why::{
    Cause, Header, Inward, Moved, NoChoice, NoFeed, NoList, NoOwners, NotSent, NotSorted, NotThere,
    OverrideFault, Partly, Stage, Trouble, Wrong,
};

fn text(word: &str) -> String {
    word.to_owned()
}

fn fetched() -> Vec<Why> {
    let host = || text("tern.example");
    let mut all: Vec<Why> = vec![
        Trouble::BadAddress(text("tern")).into(),
        Trouble::Dns(host()).into(),
        Trouble::NotHttp(host()).into(),
        Trouble::HeadTooLarge { host: host(), bytes: 900, fields: 100 }.into(),
        Trouble::TooLarge(900).into(),
        Trouble::Ratio(200).into(),
        Trouble::Layers(3).into(),
        Trouble::Redirects(5).into(),
        Trouble::BadRedirect(host()).into(),
        Trouble::RedirectAway { host: host(), to: text("gopher://a") }.into(),
        Trouble::Withheld { host: host(), status: 401, from: text("a"), to: text("b") }.into(),
        Trouble::Empty { host: host(), status: 200 }.into(),
        Trouble::Body(text("x")).into(),
        Trouble::CutShort(text("x")).into(),
        Trouble::Encoding(text("x")).into(),
        Trouble::Later { host: host(), seconds: 9, asked: true }.into(),
        Trouble::Later { host: host(), seconds: 9, asked: false }.into(),
        Trouble::Setup(text("x")).into(),
        Trouble::Long(text("x")).into(),
        Trouble::Crashed(text("x")).into(),
        Trouble::NoAnswer { host: host(), why: Cause::Closed }.into(),
        Trouble::Connect { host: host(), why: Cause::Said(text("x")) }.into(),
        Moved::Found(text("x")).into(),
        Moved::ForGood(text("x")).into(),
        Partly::Cut(text("x")).into(),
        Partly::Over { over: 3, most: 900 }.into(),
        Partly::More { first: Box::new(Partly::Over { over: 3, most: 900 }), more: 2 }.into(),
    ];
    let stages = [Stage::Name, Stage::Connection, Stage::Answer, Stage::End];
    all.extend(stages.map(|stage| Trouble::Slow { host: host(), stage, seconds: 9 }.into()));
    let statuses = [200, 401, 403, 404, 407, 410, 429, 451, 503];
    all.extend(statuses.map(|status| Trouble::Status { host: host(), status }.into()));
    all.extend(
        [
            Inward::Loopback,
            Inward::ThisNet,
            Inward::Private,
            Inward::Carrier,
            Inward::LinkLocal,
            Inward::Many,
            Inward::Cloud,
            Inward::Reserved,
            Inward::TestNet,
            Inward::Documentation,
            Inward::NotPublic,
            Inward::TooMany,
        ]
        .map(|why| Trouble::Inward { host: host(), why }.into()),
    );
    all.extend(
        [
            Cause::NothingListens,
            Cause::Reset,
            Cause::Aborted,
            Cause::NoWay,
            Cause::Closed,
            Cause::ClosedInTls,
            Cause::Expired,
            Cause::NotYetValid,
            Cause::OtherName,
            Cause::UnknownIssuer,
            Cause::BadSignature,
            Cause::Revoked,
            Cause::BadCertificate(text("x")),
            Cause::NoTls,
            Cause::Tls(text("x")),
        ]
        .map(|why| Trouble::Tls { host: host(), why }.into()),
    );
    all
}

fn asked() -> Vec<Why> {
    let x = || text("x");
    let fault = |wrong| Why::Override(vec![OverrideFault { file: text("a.toml"), key: Some(x()), wrong }]);
    let mut all: Vec<Why> = vec![
        NoFeed::Empty.into(),
        NoFeed::WebPage.into(),
        NoFeed::Opml.into(),
        NoFeed::SitemapIndex.into(),
        NoFeed::Json.into(),
        NoFeed::BrokenJson(x()).into(),
        NoFeed::NotAFeed.into(),
        NoFeed::TooLarge { bytes: 901, limit: 900 }.into(),
        NoFeed::Address(x()).into(),
        NoFeed::Private.into(),
        NoList::Empty.into(),
        NoList::NotOpml.into(),
        NoList::WebPage.into(),
        NoList::Feed.into(),
        NoList::TooLarge { bytes: 901, limit: 900 }.into(),
        NotSent::BadName(x()).into(),
        NotSent::BadValue { name: x(), most: 900 }.into(),
        NotSent::BadLogin.into(),
        NotSent::TooMany(9).into(),
        NoChoice::TooLong { name: x(), most: 900 }.into(),
        NoChoice::TextFrom(x()).into(),
        NoChoice::YesOrNo { name: x(), value: x() }.into(),
        NoChoice::ToWriter(x()).into(),
        NoChoice::Header.into(),
        NoChoice::Login.into(),
        NoChoice::Access.into(),
        NoChoice::Unknown { name: x(), there: text("title") }.into(),
        NoChoice::Interval(x()).into(),
        NoChoice::TooSeldom(x()).into(),
        NoChoice::TooOften(x()).into(),
        NoChoice::NoReader.into(),
        NoChoice::OthersPrivate.into(),
        NoOwners::TooLarge { bytes: 901, most: 900 }.into(),
        NoOwners::Utf16.into(),
        NoOwners::NoUtf8(3).into(),
        NoOwners::Empty.into(),
        NoOwners::NoOutlet(None).into(),
        NoOwners::NoOutlet(Some(x())).into(),
        NoOwners::Broken(x()).into(),
        NoOwners::NoColumns.into(),
        NoOwners::NoJson(x()).into(),
        NoOwners::NoToml(x()).into(),
        NoOwners::TooMany { at: text("line 3"), most: 900 }.into(),
        NoOwners::TooManyLists(9).into(),
        NoOwners::NoSuchList(12_345).into(),
    ];
    all.extend(
        [
            Header::Hop,
            Header::Frame,
            Header::SpeaksFor,
            Header::Rewrites,
            Header::Metadata,
            Header::WhoAsks,
            Header::Browser,
            Header::Login,
            Header::Cookie,
        ]
        .map(|why| NotSent::Forbidden { name: text("host"), why }.into()),
    );
    all.extend(
        [
            Wrong::TooLarge(900),
            Wrong::NoToml { line: Some(2), why: x() },
            Wrong::NoToml { line: None, why: x() },
            Wrong::NoKey(x()),
            Wrong::NotQuoted,
            Wrong::NoText,
            Wrong::ManyHosts(50),
            Wrong::NameNoHost(x()),
            Wrong::NoHost(x()),
            Wrong::ManySelectors(40),
            Wrong::LongSelector(400),
            Wrong::NoSelector(text("..a")),
            Wrong::OnOff,
            Wrong::Twice { host: x(), file: text("b.toml") },
            Wrong::Folder(x()),
            Wrong::ManyFiles(900),
            Wrong::Unread(x()),
        ]
        .map(fault),
    );
    all
}

fn house() -> Vec<Why> {
    let x = || text("x");
    let sorted = [
        NotSorted::NoneChosen,
        NotSorted::NothingStays,
        NotSorted::Closing,
        NotSorted::NoSplit,
        NotSorted::OneAlready,
        NotSorted::NoArticle,
        NotSorted::Forbidden,
        NotSorted::NotOne,
        NotSorted::NoStory(12_345),
        NotSorted::TooMany(900),
        NotSorted::SameArticle,
        NotSorted::Unknown(12_345),
    ];
    let there = [
        NotThere::Feed(12_345),
        NotThere::LastOwner(x()),
        NotThere::Block(x()),
        NotThere::PageGone(x()),
        NotThere::NoSite(x()),
        NotThere::Page,
        NotThere::PrivatePage,
        NotThere::Paragraph,
        NotThere::NoFolder,
        NotThere::NoHost(x()),
        NotThere::NotWritten { path: x(), why: x() },
        NotThere::User(12_345),
        NotThere::BlockOf(x()),
        NotThere::Correction(12_345),
        NotThere::Endless,
    ];
    sorted.map(Why::from).into_iter().chain(there.map(Why::from)).collect()
}

fn every() -> Vec<Why> {
    [fetched(), asked(), house()].concat()
}

fn in_language(code: &str, why: &Why) -> String {
    heard_now(Tongue::named(code).unwrap(), || said(why))
}

#[test]
fn a_page_says_in_english_what_the_program_prints() {
    for why in every() {
        assert_eq!(in_language("en", &why), why.to_string());
    }
}

#[test]
fn every_reason_has_words_of_its_own_in_every_language() {
    let frame = |told: &str| told.replace(['\u{2068}', '\u{2069}'], "");
    for why in every() {
        let told = ["en", "de", "ar"].map(|code| frame(&in_language(code, &why)));
        assert!(told[0] != told[1] && told[0] != told[2] && told[1] != told[2], "{told:?}");
        assert!(told[2].chars().any(|c| matches!(c, '\u{621}'..='\u{64a}')), "{told:?}");
        // A key without words is printed as itself.
        assert!(told.iter().all(|one| !one.contains("why-")), "{told:?}");
    }
}

#[test]
fn a_reason_out_of_a_row_is_said_as_the_one_that_was_put_in() {
    for why in every() {
        let read = Why::read(&why.stored());
        assert_eq!(read, why);
        assert_eq!(in_language("de", &read), in_language("de", &why));
    }
    assert_eq!(in_language("de", &Why::read("it answers 404")), "it answers 404");
}

#[test]
fn a_reason_within_a_reason_is_said_in_the_same_language() {
    let why = Why::At {
        address: text("https://tern.example/"),
        why: Box::new(Trouble::Status { host: text("tern.example"), status: 404 }.into()),
    };
    let told = in_language("de", &why);
    assert!(
        told.starts_with("https://tern.example/: tern.example antwortete 404: dort ist nichts"),
        "{told}"
    );
}
