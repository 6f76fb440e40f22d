//! Pictures that nobody is meant to see: counters, beacons, spacers. Judged by size and style first, then by the shape
//! of the address; the list of hosts is short and only of services that serve nothing else.

use url::Url;

/// Pixels each way, at most, of a picture that shows nothing.
const TINY: f32 = 2.0;

/// True for a picture that counts readers, by its stated size, its style or its address.
pub fn is_tracker(
    width: Option<&str>,
    height: Option<&str>,
    style: Option<&str>,
    address: Option<&Url>,
) -> bool {
    let (wide, high) = (pixels(width), pixels(height));
    let tiny = |size: Option<f32>| size.is_some_and(|size| size <= TINY);
    let zero = |size: Option<f32>| size == Some(0.0);
    let small = (tiny(wide) && tiny(high))
        || zero(wide)
        || zero(high)
        || (tiny(wide) && high.is_none())
        || (tiny(high) && wide.is_none());
    small || is_hidden(style.unwrap_or_default()) || address.is_some_and(counts)
}

fn pixels(size: Option<&str>) -> Option<f32> {
    size?
        .trim()
        .trim_end_matches("px")
        .trim_end()
        .parse()
        .ok()
        .filter(|size: &f32| size.is_finite() && *size >= 0.0)
}

fn is_hidden(style: &str) -> bool {
    let style: String = style.to_ascii_lowercase().chars().filter(|c| !c.is_whitespace()).collect();
    style.split(';').any(|rule| {
        let rule = rule.trim_end_matches("!important");
        matches!(
            rule,
            "display:none"
                | "visibility:hidden"
                | "opacity:0"
                | "width:1px"
                | "height:1px"
                | "width:0"
                | "height:0"
                | "width:0px"
                | "height:0px"
        )
    })
}

/// The shapes of addresses that count: a host named for it, a service that does nothing else, a path named for it.
fn counts(address: &Url) -> bool {
    let host = address.host_str().unwrap_or_default();
    let path = address.path().to_ascii_lowercase();
    let named = host.split_once('.').is_some_and(|(first, _)| COUNTING_NAMES.contains(&first));
    let service = COUNTING_HOSTS.iter().any(|known| {
        host.strip_suffix(known).is_some_and(|before| before.is_empty() || before.ends_with('.'))
    });
    let at_path = COUNTING_PATHS.iter().any(|(known, start)| {
        host.strip_suffix(known).is_some_and(|before| before.is_empty() || before.ends_with('.'))
            && path.starts_with(start)
    });
    named || service || at_path || COUNTING_ENDS.iter().any(|end| path.ends_with(end))
}

const COUNTING_NAMES: [&str; 10] = [
    "pixel",
    "stats",
    "counter",
    "beacon",
    "track",
    "tracking",
    "metrics",
    "telemetry",
    "analytics",
    "tracker",
];

const COUNTING_HOSTS: [&str; 16] = [
    "2o7.net",
    "chartbeat.net",
    "doubleclick.net",
    "feedsportal.com",
    "gemius.pl",
    "google-analytics.com",
    "googletagmanager.com",
    "hotjar.com",
    "ioam.de",
    "omtrdc.net",
    "quantserve.com",
    "scorecardresearch.com",
    "statcounter.com",
    "vgwort.de",
    "xiti.com",
    "yadro.ru",
];

/// Hosts that serve pages too, with the start of the paths that count.
const COUNTING_PATHS: [(&str, &str); 7] = [
    ("facebook.com", "/tr"),
    ("feedburner.com", "/~r/"),
    ("feedburner.com", "/~ff/"),
    ("bing.com", "/action/"),
    ("yandex.ru", "/watch/"),
    ("medium.com", "/_/stat"),
    ("list-manage.com", "/track/"),
];

const COUNTING_ENDS: [&str; 8] = [
    "/matomo.php",
    "/piwik.php",
    "/pixel.gif",
    "/pixel.png",
    "/beacon.gif",
    "/track.gif",
    "/tracking.gif",
    "/open.gif",
];

/// A picture that stands in while a script would load the true one.
pub fn is_placeholder(address: &Url) -> bool {
    let file = address.path().rsplit('/').next().unwrap_or_default().to_ascii_lowercase();
    ["spacer.", "blank.", "placeholder.", "pixel.", "1x1.", "transparent.", "clear."]
        .iter()
        .any(|start| file.starts_with(start))
}
