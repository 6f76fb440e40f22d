use std::collections::BTreeMap;
use wireroom_brief::figures::*;
use wireroom_model::*;
use wireroom_text::dates::mentions;
fn main() {
    let why = std::env::args().any(|a| a == "--why");
    let files: Vec<String> = std::env::args().skip(1).filter(|a| !a.starts_with("--")).collect();
    for f in files {
        assert!(!f.contains("fresh-b"));
        let mut table: BTreeMap<(String, String), usize> = BTreeMap::new();
        let mut out = String::new();
        for line in std::fs::read_to_string(&f).unwrap().lines().filter(|l| !l.trim().is_empty()) {
            let v: serde_json::Value = serde_json::from_str(line).unwrap();
            let side = |k: &str, n: u64| -> Option<Stated> {
                let s = &v[k];
                let text = s["text"].as_str().unwrap();
                let lang: Lang = serde_json::from_value(s["lang"].clone()).unwrap();
                let published: Time = serde_json::from_value(s["published"].clone()).unwrap();
                let words = s["figure"].as_str().unwrap();
                let nth = s["nth"].as_u64().unwrap_or(1) as usize;
                let (start, _) = text.match_indices(words).nth(nth - 1)?;
                let at = Span::new(text, start, start + words.len())?;
                let figure = figures(text, lang, published).into_iter().find(|f| f.at.touches(at))?;
                let dates = mentions(text, lang, published);
                let origin = s["origin"].as_str().map(|_| n);
                Some(Stated::new(text, lang, published, origin, figure, &dates))
            };
            let same = v["a"]["origin"] == v["b"]["origin"];
            let wanted = v["verdict"].as_str().unwrap().to_owned();
            let pair = (side("a", 1), side("b", if same { 1 } else { 2 }));
            let given = match &pair {
                (Some(a), Some(b)) => format!("{:?}", compare(a, b)).to_lowercase(),
                _ => "unread".into(),
            };
            *table.entry((wanted.clone(), given.clone())).or_default() += 1;
            if std::env::args().any(|a| a == "--dump") {
                if let (Some(a), Some(b)) = &pair {
                    println!("@@{} {wanted} {given} {}", v["id"].as_str().unwrap(), why_not(a, b).split("\n").next().unwrap());
                } else { println!("@@{} {wanted} unread @[] 0 0 x", v["id"].as_str().unwrap()); }
            }
            if why && wanted != given {
                out += &format!("{} {wanted} -> {given}\n", v["id"].as_str().unwrap());
                if let (Some(a), Some(b)) = &pair {
                    out += &format!("   {}\n", why_not(a, b));
                }
            }
        }
        let n = |w: &str, g: &str| table.iter().filter(|((a, b), _)| (w.is_empty() || a == w) && (g.is_empty() || b == g)).map(|(_, n)| *n).sum::<usize>();
        let right: usize = table.iter().filter(|((a, b), _)| a == b).map(|(_, n)| *n).sum();
        println!("{f}\n  n={} conflict given={} right={} of={} P={:.2} R={:.2} acc={:.2}", n("", ""), n("", "conflict"), n("conflict", "conflict"), n("conflict", ""), n("conflict", "conflict") as f64 / n("", "conflict").max(1) as f64, n("conflict", "conflict") as f64 / n("conflict", "").max(1) as f64, right as f64 / n("", "") as f64);
        for ((w, g), n) in &table { if w != g { print!("  {w}->{g}:{n}"); } }
        println!("\n{out}");
    }
}
