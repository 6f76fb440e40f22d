//! A browser that trusts nothing: it parses what we would show, in every place where it could stand, and names what
//! is active in it. It knows what may stay, and calls everything else active.

use html5ever::tendril::TendrilSink;
use html5ever::tree_builder::TreeBuilderOpts;
use html5ever::{ParseOpts, QualName, local_name, ns, parse_document, parse_fragment};
use markup5ever_rcdom::{Handle, NodeData, RcDom};

/// Elements that may stand in what we show, and those that a parser adds around it.
const ELEMENTS: &str = " a abbr b bdi bdo blockquote br caption cite code dd del details dfn div dl dt em figcaption \
    figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp small strong sub summary sup table \
    tbody td th thead time tr ul var html head body circle defs desc ellipse g line linearGradient path polygon \
    polyline radialGradient rect stop svg text title tspan math menclose merror mfenced mfrac mi mmultiscripts mn mo \
    mover mpadded mphantom mprescripts mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder \
    munderover none semantics mlabeledtr ";

/// Attributes that can neither run nor fetch nor style.
const ATTRIBUTES: &str = " alt height title width lang dir colspan rowspan start datetime open baseProfile cx cy d \
    direction dominant-baseline dx dy fill fill-opacity fill-rule font-family font-size font-style font-weight fx fy \
    gradientTransform gradientUnits lengthAdjust letter-spacing offset opacity pathLength points preserveAspectRatio \
    r role rotate rx ry spreadMethod stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap \
    stroke-linejoin stroke-miterlimit stroke-opacity stroke-width text-anchor textLength transform vector-effect \
    version viewBox visibility word-spacing writing-mode x x1 x2 y y1 y2 accent accentunder align bevelled close \
    columnalign columnlines columnspacing columnspan depth display displaystyle fence form frame largeop linethickness \
    lspace mathvariant maxsize minsize movablelimits notation rowalign rowlines rowspacing rspace scriptlevel \
    separator separators stretchy subscriptshift superscriptshift symmetric voffset show type lquote ";

/// What is active in HTML that a page would show, wherever it stands. Empty: nothing.
pub fn active(html: &str) -> Vec<String> {
    let mut found = Vec::new();
    if !html.contains(['<', '&']) {
        return found;
    }
    for context in [local_name!("div"), local_name!("td")] {
        let dom = parse_fragment(
            RcDom::default(),
            scripting(),
            QualName::new(None, ns!(html), context.clone()),
            vec![],
            true,
        )
        .one(html);
        walk(&dom.document, &mut found, &format!("in <{context}>"));
    }
    for (before, after) in [
        ("<!doctype html><body>", ""),
        ("<body>", ""),
        ("<title>", "</title>"),
        ("<table><tr>", "</table>"),
        ("<svg>", "</svg>"),
        ("<math><mtext>", "</mtext></math>"),
    ] {
        let dom = parse_document(RcDom::default(), scripting()).one(format!("{before}{html}{after}"));
        walk(&dom.document, &mut found, &format!("after {before}"));
    }
    let quoted = format!("<p title=\"{}\">", html.replace('&', "&amp;").replace('"', "&quot;"));
    let dom = parse_document(RcDom::default(), scripting()).one(quoted);
    walk(&dom.document, &mut found, "in an attribute");
    found
}

/// True if an address put between double quotes stays one harmless address.
pub fn is_harmless_address(address: &str) -> bool {
    let html = format!("<a href=\"{address}\">x</a>");
    let dom = parse_document(RcDom::default(), scripting()).one(html);
    let mut found = Vec::new();
    let elements = walk(&dom.document, &mut found, "as an address");
    let scheme = url::Url::parse(address).map(|url| url.scheme().to_owned()).unwrap_or_default();
    // html, head, body and the link.
    found.is_empty() && elements == 4 && matches!(scheme.as_str(), "http" | "https")
}

fn scripting() -> ParseOpts {
    ParseOpts {
        tree_builder: TreeBuilderOpts { scripting_enabled: true, ..TreeBuilderOpts::default() },
        ..ParseOpts::default()
    }
}

/// Looks at every node under `root`; the number of elements comes back.
fn walk(root: &Handle, found: &mut Vec<String>, place: &str) -> usize {
    let mut todo = vec![root.clone()];
    let mut elements = 0;
    while let Some(node) = todo.pop() {
        todo.extend(node.children.borrow().iter().cloned());
        match &node.data {
            NodeData::Element { name, attrs, template_contents, .. } => {
                elements += 1;
                if !ELEMENTS.contains(&format!(" {} ", name.local)) || template_contents.borrow().is_some() {
                    found.push(format!("element {} {place}", name.local));
                }
                for attribute in attrs.borrow().iter() {
                    let (key, value) = (&*attribute.name.local, &*attribute.value);
                    if !may_stay(key, value, attribute.name.ns == ns!(xmlns)) {
                        found.push(format!("attribute {key}={value} of {} {place}", name.local));
                    }
                }
            }
            NodeData::Comment { .. } | NodeData::ProcessingInstruction { .. } => {
                found.push(format!("comment {place}"));
            }
            _ => {}
        }
    }
    elements
}

fn may_stay(key: &str, value: &str, names_space: bool) -> bool {
    if names_space || key == "xmlns" || key == "xmlns:xlink" {
        return value.starts_with("http://www.w3.org/");
    }
    match key {
        "href" | "src" | "cite" | "xlink:href" => {
            let scheme = url::Url::parse(value).map(|url| url.scheme().to_owned()).unwrap_or_default();
            matches!(scheme.as_str(), "http" | "https" | "mailto")
        }
        "id" => value.starts_with("drawn-"),
        "alt" | "title" => true,
        "xlink:show" | "xlink:type" => true,
        _ => {
            ATTRIBUTES.contains(&format!(" {key} "))
                && !value.contains("://")
                && !value.to_lowercase().contains("script:")
        }
    }
}
