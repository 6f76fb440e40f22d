//! Small pictures that are counts of themselves: one dot an article, one bar a share kept.
//! Made from numbers alone and drawn with attributes, never with inline style. Words beside them say the same.

use askama::filters::HtmlSafe;
use std::fmt::{self, Write as _};
use wireroom_model::{Coverage, Printings};

/// Above this many articles each family is one dot, sized by area.
const MOST_SINGLE_DOTS: u32 = 40;
/// No picture draws more families than this; the words still count them all.
const MOST_FAMILIES: usize = 60;

/// A finished drawing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Picture(String);

impl Picture {
    /// A drawing that says something of its own: `reading` is its sentence, made of the house's words and numbers alone.
    pub fn read_as(reading: &str, attributes: &str, shapes: &str) -> Self {
        let reading: String = reading.chars().filter(|c| !matches!(c, '<' | '>' | '&' | '"')).collect();
        Self(format!("<svg role=\"img\" {attributes}><title>{reading}</title>{shapes}</svg>"))
    }
}

// Built here from numbers only.
impl HtmlSafe for Picture {}

impl fmt::Display for Picture {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The dots of an origins line: filled is an origin, hollow carries its text, a gap parts families.
/// `families` holds the number of articles of each.
pub fn dots(families: &[u32]) -> Picture {
    drawn(&families.iter().map(|&size| (size, "o")).collect::<Vec<_>>())
}

/// Groups of articles by size, each with the class of its first dot.
fn drawn(families: &[(u32, &str)]) -> Picture {
    let total: u32 = families.iter().map(|(size, _)| *size).fold(0, u32::saturating_add);
    let mut shapes = String::new();
    let width =
        if total > MOST_SINGLE_DOTS { by_area(families, &mut shapes) } else { singly(families, &mut shapes) };
    if shapes.is_empty() {
        return Picture::default();
    }
    let height = if total > MOST_SINGLE_DOTS { 16 } else { 10 };
    Picture(format!(
        "<svg class=\"dots\" aria-hidden=\"true\" width=\"{width:.0}\" height=\"{height}\" viewBox=\"0 0 {width:.0} {height}\">{shapes}</svg>"
    ))
}

/// The same of a story whose origins are counted: what comes from one origin stands together, and a text of unknown
/// origin begins with a ring.
pub fn origins(coverage: &Coverage) -> Picture {
    let size = |texts: &[Printings]| {
        let articles: usize = texts.iter().map(|text| text.articles.len()).sum();
        u32::try_from(articles).unwrap_or(u32::MAX)
    };
    let known = coverage.origins.iter().map(|origin| (size(&origin.texts), "o"));
    let unknown = coverage.unknown.iter().map(|text| (size(std::slice::from_ref(text)), "f"));
    drawn(&known.chain(unknown).collect::<Vec<_>>())
}

/// A number of origins as dots: filled is one that is known, hollow a text of unknown origin. Words say the number.
pub fn tally(known: usize, unknown: usize) -> Picture {
    let one = |class| std::iter::repeat_n((1, class), MOST_FAMILIES);
    drawn(&one("o").take(known).chain(one("f").take(unknown)).collect::<Vec<_>>())
}

fn singly(families: &[(u32, &str)], shapes: &mut String) -> f32 {
    let mut x = 0.5_f32;
    for &(size, class) in families.iter().filter(|(size, _)| *size > 0).take(MOST_FAMILIES) {
        let _ = write!(shapes, "<circle class=\"{class}\" cx=\"{:.1}\" cy=\"5\" r=\"3.5\"/>", x + 3.5);
        x += 8.5;
        for _ in 1..size {
            let _ = write!(shapes, "<circle class=\"f\" cx=\"{:.1}\" cy=\"5\" r=\"2.25\"/>", x + 3.0);
            x += 7.0;
        }
        x += 5.0;
    }
    (x - 4.0).max(0.0)
}

fn by_area(families: &[(u32, &str)], shapes: &mut String) -> f32 {
    let most = families.iter().map(|(size, _)| *size).max().unwrap_or(1).max(1);
    let mut x = 0.5_f32;
    for &(size, class) in families.iter().filter(|(size, _)| *size > 0).take(MOST_FAMILIES) {
        let radius = 2.0 + 5.5 * (f32::from(small(size)) / f32::from(small(most))).sqrt();
        let _ =
            write!(shapes, "<circle class=\"{class}\" cx=\"{:.1}\" cy=\"8\" r=\"{radius:.1}\"/>", x + radius);
        x += 2.0 * radius + 3.0;
    }
    x
}

fn small(number: u32) -> u16 {
    u16::try_from(number).unwrap_or(u16::MAX)
}

/// How much of a text a copy kept, 0 to 1, as a bar on its whole length.
pub fn kept(share: f64) -> Picture {
    let width = 56.0 * share.clamp(0.0, 1.0);
    Picture(format!(
        "<svg class=\"bar-of\" aria-hidden=\"true\" viewBox=\"0 0 56 8\"><path class=\"whole\" d=\"M0 4H56\"/><path class=\"kept\" d=\"M0 1H{width:.1}V7H0Z\"/></svg>"
    ))
}

/// A text's words by what became of them, at one scale: kept solid, reworded hatched, cut as an outline; apart from
/// them what was added. The words below say the same.
pub fn strip(kept: u32, reworded: u32, cut: u32, added: u32) -> Picture {
    let all = f64::from(kept) + f64::from(reworded) + f64::from(cut) + f64::from(added);
    if all <= 0.0 {
        return Picture::default();
    }
    let bars = [("kept", kept, 0.0), ("reworded", reworded, 4.0), ("gone", cut, 4.0), ("added", added, 24.0)];
    // Room for the gaps that there are, and for parts that are drawn wider than they are.
    let parts = bars.iter().filter(|(_, words, _)| *words > 0);
    let gaps: f64 = parts.clone().skip(1).map(|(_, _, gap)| gap).sum();
    let thin = parts.filter(|(_, words, _)| 998.0 * f64::from(*words) / all < 2.0).count();
    let room = 998.0 - gaps - if thin > 0 { 6.0 } else { 0.0 };
    let scale = |words: u32| room * f64::from(words) / all;
    let mut shapes = String::new();
    let mut x = 1.0;
    for (class, words, gap) in bars.into_iter().filter(|(_, words, _)| *words > 0) {
        x += if x > 1.0 { gap } else { 0.0 };
        let end = x + scale(words).max(2.0);
        let _ = write!(
            shapes,
            "<path class=\"{class}\" vector-effect=\"non-scaling-stroke\" d=\"M{x:.1} 1.5H{end:.1}V10.5H{x:.1}Z\"/>"
        );
        if class == "reworded" {
            let mut at = x + 6.0;
            while at < end {
                let _ = write!(
                    shapes,
                    "<path class=\"hatch\" vector-effect=\"non-scaling-stroke\" d=\"M{:.1} 10.5L{at:.1} 1.5\"/>",
                    at - 5.0
                );
                at += 8.0;
            }
        }
        x = end;
    }
    Picture(format!(
        "<svg class=\"strip\" aria-hidden=\"true\" viewBox=\"0 0 1000 12\" preserveAspectRatio=\"none\">{shapes}</svg>"
    ))
}

/// An outlet's articles at one scale for the whole table: own work filled, carried texts hollow. `most` is the
/// largest outlet's number of articles.
pub fn own_and_carried(own: u64, carried: u64, most: u64) -> Picture {
    let scale = |count: u64| 119.0 * f64::from(clip(count)) / f64::from(clip(most).max(1));
    let (first, second) = (scale(own), scale(carried));
    Picture(format!(
        "<svg class=\"share-of\" aria-hidden=\"true\" viewBox=\"0 0 120 10\"><path class=\"own\" d=\"M0 1H{first:.1}V9H0Z\"/><path class=\"carried\" d=\"M{first:.1} 1.5H{:.1}V8.5H{first:.1}\"/></svg>",
        first + second
    ))
}

fn clip(count: u64) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// The glyphs of the house: verdicts and health. Each is told apart by its shape alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Glyph {
    Agree,
    Rounded,
    Changed,
    Unclear,
    Conflict,
    One,
    Well,
    Failing,
    Resting,
    Moved,
    Waiting,
}

/// A glyph, 14 pixels square, in the colour of the words beside it.
pub fn glyph(glyph: Glyph) -> Picture {
    let shape = match glyph {
        Glyph::Agree => {
            "<circle cx=\"7\" cy=\"7\" r=\"7\" fill=\"currentColor\"/><path d=\"M4 5.5h6M4 8.5h6\" class=\"cut\" stroke-width=\"1.5\"/>"
        }
        Glyph::Rounded => {
            "<circle cx=\"7\" cy=\"7\" r=\"6.2\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.5\"/><path d=\"M3.8 6q1.6-1.6 3.2-.4t3.2-.4M3.8 9.2q1.6-1.6 3.2-.4t3.2-.4\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.25\"/>"
        }
        Glyph::Changed => {
            "<path d=\"M7 1l6.4 12H.6z\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.5\" stroke-linejoin=\"round\"/><path d=\"M7 11V6M5.2 7.6L7 5.8l1.8 1.8\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.25\"/>"
        }
        Glyph::Unclear => {
            "<circle cx=\"7\" cy=\"7\" r=\"6.2\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.5\"/><circle cx=\"7\" cy=\"7\" r=\"2.6\" fill=\"currentColor\"/>"
        }
        Glyph::Conflict => {
            "<path d=\"M0 0h14v14H0z\" fill=\"currentColor\"/><path d=\"M3.5 5.5h7M3.5 8.5h7M9 3.5l-4 7\" class=\"cut\" stroke-width=\"1.5\"/>"
        }
        Glyph::One => {
            "<circle cx=\"7\" cy=\"7\" r=\"6.2\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.5\"/>"
        }
        Glyph::Well => "<circle cx=\"7\" cy=\"7\" r=\"4.5\" fill=\"currentColor\"/>",
        Glyph::Failing => {
            "<path d=\"M0 0h14v14H0z\" fill=\"currentColor\"/><path d=\"M4 4l6 6M10 4l-6 6\" class=\"cut\" stroke-width=\"1.75\"/>"
        }
        Glyph::Resting => "<path d=\"M2 7h10\" stroke=\"currentColor\" stroke-width=\"2\"/>",
        Glyph::Moved => {
            "<path d=\"M1 7h11M8 3l4 4-4 4\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.75\"/>"
        }
        Glyph::Waiting => {
            "<circle cx=\"7\" cy=\"7\" r=\"6\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.5\"/><path d=\"M7 3.5V7l2.5 1.5\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.25\"/>"
        }
    };
    Picture(format!(
        "<svg aria-hidden=\"true\" width=\"14\" height=\"14\" viewBox=\"0 0 14 14\">{shape}</svg>"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_strip_draws_what_there_is_and_stays_inside() {
        let drawn = strip(470, 310, 220, 21).to_string();
        for class in ["kept", "reworded", "gone", "added", "hatch"] {
            assert!(drawn.contains(&format!("class=\"{class}\"")), "{class}");
        }
        assert!(!strip(5, 0, 0, 0).to_string().contains("gone"));
        assert_eq!(strip(0, 0, 0, 0), Picture::default());
        for parts in [(470, 310, 220, 21), (5, 0, 0, 0), (9_000, 1, 1, 1), (0, 0, 3, 4)] {
            let drawn = strip(parts.0, parts.1, parts.2, parts.3).to_string();
            let end = |part: &str| part.split('V').next()?.parse::<f64>().ok();
            let last = drawn.split('H').skip(1).filter_map(end).fold(0.0, f64::max);
            assert!((990.0..=1000.0).contains(&last), "{last}: {drawn}");
        }
    }

    #[test]
    fn a_dot_is_an_article_and_a_filled_one_an_origin() {
        let drawn = dots(&[9, 5]).to_string();
        assert_eq!(drawn.matches("class=\"o\"").count(), 2);
        assert_eq!(drawn.matches("class=\"f\"").count(), 12);
    }

    #[test]
    fn a_crowd_is_one_dot_a_family() {
        let drawn = dots(&[60, 2, 1]).to_string();
        assert_eq!(drawn.matches("<circle").count(), 3);
    }

    #[test]
    fn nothing_is_drawn_of_nothing() {
        assert_eq!(dots(&[]), Picture::default());
    }

    #[test]
    fn a_share_outside_its_range_is_drawn_inside_it() {
        assert!(kept(7.0).to_string().contains("H56.0"));
    }
}
