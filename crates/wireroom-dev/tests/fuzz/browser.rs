//! HTML read as a browser reads it, and what in it a browser would act on. It trusts nothing that the sanitiser says.
//! Start at [`active`].

use html5ever::driver::ParseOpts;
use html5ever::tendril::TendrilSink;
use html5ever::tree_builder::TreeBuilderOpts;
use html5ever::{Attribute, QualName, local_name, ns, parse_document, parse_fragment};
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use url::Url;

/// Elements that sanitised HTML may hold, written down here once more so that the sanitiser's own list is checked.
const HARMLESS: &str = " html head body a abbr b bdi bdo blockquote br caption cite code dd del details dfn div dl dt em \
    figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp small strong sub summary \
    sup table tbody td th thead time tr ul var ";
/// Attributes that start nothing.
const INERT: &str = " lang title dir alt width height colspan rowspan start datetime open loading decoding \
    referrerpolicy rel ";
/// Attributes that hold an address.
const ADDRESSES: &str = " href src cite ";

/// Elements of drawings and formulas that draw and do nothing else.
const DRAWN: &str = " svg a circle defs desc ellipse g line linearGradient path polygon polyline radialGradient rect \
    stop text title tspan math menclose merror mfenced mfrac mi mmultiscripts mn mo mover mpadded mphantom \
    mprescripts mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover none \
    semantics mlabeledtr ";

/// What a browser would act on in this HTML: elements, attributes and addresses that are not known to be harmless.
pub fn active(html: &str) -> Vec<String> {
    let mut found = Vec::new();
    for scripting_enabled in [true, false] {
        let options = || ParseOpts {
            tree_builder: TreeBuilderOpts { scripting_enabled, ..TreeBuilderOpts::default() },
            ..ParseOpts::default()
        };
        let div = QualName::new(None, ns!(html), local_name!("div"));
        let whole = parse_document(RcDom::default(), options()).one(html);
        let inside = parse_fragment(RcDom::default(), options(), div, Vec::new(), false).one(html);
        for dom in [whole, inside] {
            walk(&dom.document, &mut found);
        }
    }
    found
}

fn walk(root: &Handle, found: &mut Vec<String>) {
    let mut waiting = vec![root.clone()];
    while let Some(node) = waiting.pop() {
        if let NodeData::Element { name, attrs, .. } = &node.data {
            let html = name.ns == ns!(html);
            if !listed(if html { HARMLESS } else { DRAWN }, &name.local) {
                found.push(format!("element {}", name.local));
            }
            let judge = if html { attribute } else { drawn_attribute };
            found.extend(attrs.borrow().iter().filter_map(|a| judge(&name.local, a)));
        }
        waiting.extend(node.children.borrow().iter().cloned());
    }
}

fn listed(list: &str, name: &str) -> bool {
    !name.contains(' ') && list.contains(&format!(" {name} "))
}

fn attribute(element: &str, attribute: &Attribute) -> Option<String> {
    let name = &*attribute.name.local;
    if listed(INERT, name) {
        return None;
    }
    let plain = listed(ADDRESSES, name) && attribute.name.prefix.is_none();
    let address = Url::parse(&attribute.value);
    let open = address.is_ok_and(|url| match url.scheme() {
        "http" | "https" => true,
        "mailto" => element != "img",
        _ => false,
    });
    (!plain || !open).then(|| format!("attribute {name}=\"{}\" of {element}", attribute.value))
}

/// Nothing of a drawing names an address, but links; its ids are its own.
fn drawn_attribute(element: &str, attribute: &Attribute) -> Option<String> {
    let (name, value) = (&*attribute.name.local, &*attribute.value);
    let links = attribute.name.prefix.as_ref().is_some_and(|prefix| &**prefix == "xlink") && name == "href";
    let harmless = match name {
        _ if links => {
            let address = Url::parse(value);
            matches!(element, "a" | "mrow")
                && address.is_ok_and(|u| matches!(u.scheme(), "http" | "https" | "mailto"))
        }
        "xmlns" | "xlink" => value.starts_with("http://www.w3.org/"),
        "id" => value.starts_with("drawn-"),
        _ if name.starts_with("on") || matches!(name, "style" | "href" | "src" | "class") => false,
        _ => {
            !value.contains([':', '&', '<', ';', '\\'])
                && (!value.contains("url") || value.starts_with("url(#drawn-"))
        }
    };
    (!harmless).then(|| format!("attribute {name}=\"{value}\" of drawn {element}"))
}
