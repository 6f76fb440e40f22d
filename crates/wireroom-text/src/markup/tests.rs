use super::*;
use proptest::prelude::*;
use url::Url;

fn base() -> Url {
    Url::parse("https://harbour.example/news/ferry/").unwrap()
}

fn safe(html: &str) -> String {
    sanitise(html, Some(&base()))
}

#[test]
fn active_content_does_not_pass() {
    for hostile in [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<a href='javascript:alert(1)'>x</a>",
        "<a href=' jav&#x09;ascript:alert(1)'>x</a>",
        "<iframe src='https://bad.example'></iframe>",
        "<svg><script>alert(1)</script></svg>",
        "<style>@import 'x'</style>",
        "<form action=x><input name=a><button formaction=javascript:x>b</button></form>",
        "<math><mi xlink:href='javascript:x'>y</mi></math>",
        "<a href='data:text/html,x'>y</a>",
        "<p style='background:url(x)'>t</p>",
        "<meta http-equiv=refresh content=0>",
        "<base href='https://bad.example'>",
        "<object data=x></object><embed src=x>",
    ] {
        let out = safe(hostile).to_lowercase();
        for banned in [
            "script", "onerror", "<iframe", "<svg", "<style", "style=", "<form", "<input", "data:", "<meta",
            "<base",
        ] {
            assert!(!out.contains(banned), "{hostile} gave {out}");
        }
    }
}

#[test]
fn relative_addresses_are_resolved_or_dropped() {
    assert_eq!(
        safe("<a href='../b?c=1&d=2'>x</a>"),
        "<a href=\"https://harbour.example/news/b?c=1&amp;d=2\" rel=\"noopener noreferrer\">x</a>"
    );
    assert_eq!(sanitise("<a href='/b'>x</a>", None), "<a rel=\"noopener noreferrer\">x</a>");
    assert!(sanitise("<a href='//o.example/b'>x</a>", None).contains("\"https://o.example/b\""));
    assert!(safe("<a href='mailto:desk@harbour.example'>x</a>").contains("mailto:desk"));
}

#[test]
fn pictures_are_lazy_and_trackers_are_gone() {
    let out = safe("<img src=pier.jpg alt='The pier' width=640 onload=x>");
    assert!(out.contains("src=\"https://harbour.example/news/ferry/pier.jpg\""), "{out}");
    assert!(out.contains("loading=\"lazy\"") && out.contains("alt=\"The pier\"") && !out.contains("onload"));
    assert!(safe("<img src='data:image/gif;base64,R0' data-src='/p.jpg'>").contains("/p.jpg"));
    for tracker in [
        "<img src=/a.gif width=1 height=1>",
        "<img src=/a.gif style='display: none'>",
        "<img src=//pixel.ads.example/x>",
        "<img src=/img/spacer.gif>",
    ] {
        assert_eq!(safe(tracker), "", "{tracker}");
    }
}

#[test]
fn unclosed_nesting_is_cut_before_the_sanitiser() {
    let deep = "<div><b>".repeat(20_000) + "end";
    let out = safe(&deep);
    assert!(out.contains("end"));
    assert!(out.matches("<div>").count() <= MAX_DEPTH);
    let many = "<p>word".repeat(20_000);
    assert_eq!(safe(&many).matches("<p>").count(), 20_000);
}

#[test]
fn structure_is_kept() {
    assert_eq!(safe("<p>One<p>Two <em>three"), "<p>One</p><p>Two <em>three</em></p>");
    assert_eq!(safe("<ul><li>a<li>b<ul><li>c</ul></ul>"), "<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>");
    assert_eq!(safe("<section><tt>x</tt></section>"), "<div><code>x</code></div>");
    assert_eq!(
        safe("<table>stray<tr><td>1<td>2</table>"),
        "<table><tbody><tr><td>stray</td></tr><tr><td>1</td><td>2</td></tr></tbody></table>"
    );
}

#[test]
fn blocks_and_double_breaks_make_paragraphs() {
    assert_eq!(
        plain("<p>One\n line</p><p>Two<br>\n<br />Three &amp; four</p>"),
        "One line\n\nTwo\n\nThree & four"
    );
    assert_eq!(plain("<div>a<span>b</span>c</div><ul><li>d</li><li>e</ul>"), "abc\n\nd\n\ne");
    assert_eq!(plain("x<script>var a = '<p>no</p>'</script>y<style>p{}</style><!-- z -->"), "xy");
    assert_eq!(plain("Fish &amp; chips\n\nSecond"), "Fish & chips\n\nSecond");
    assert_eq!(plain("<ruby>港<rp>(</rp><rt>みなと</rt><rp>)</rp></ruby>町"), "港町");
    assert_eq!(plain("5 < 6 and <svg><path></svg>so on"), "5 < 6 and so on");
}

#[test]
fn a_forgotten_end_does_not_hide_the_article() {
    assert_eq!(plain("<button>Share<p>The ferry sailed.</p>"), "The ferry sailed.");
    assert_eq!(plain("<svg><path><p>The ferry sailed.</p>"), "The ferry sailed.");
}

#[test]
fn a_title_is_one_line_and_keeps_its_words() {
    assert_eq!(line("  Ferry\n<b>late</b><br/>again "), "Ferry late again");
    assert_eq!(line("Why a < b and b > c"), "Why a < b and b > c");
    assert_eq!(line("The <Untitled> show"), "The <Untitled> show");
    assert_eq!(line("Fish &amp;amp; chips &#8217;n&rsquo; more"), "Fish & chips ’n’ more");
    assert_eq!(line("How to write &lt;b&gt;"), "How to write <b>");
    assert_eq!(line("<![CDATA[Ferry & port]]>"), "Ferry & port");
    assert_eq!(line("a<script>x</script>b<!-- c -->d"), "abd");
    assert_eq!(line("<a href=\"x>y\" title='<'>Port</a> news"), "Port news");
    assert_eq!(line("R&D at AT&T"), "R&D at AT&T");
}

proptest! {
    #[test]
    fn no_input_breaks_any_way_out(raw in "(<(/?(p|a|table|td|tr|svg|script|li|x)( [a-z]+=['\"]?)?>?)?|&#?x?[0-9a-z]{0,6};?|\\PC|\n){0,60}") {
        let _ = plain(&raw);
        let _ = line(&raw);
        let once = sanitise(&raw, Some(&base()));
        prop_assert!(!once.to_lowercase().contains("<script"));
        // What was made safe stays as it is.
        prop_assert_eq!(plain(&once), plain(&sanitise(&once, Some(&base()))));
    }
}
