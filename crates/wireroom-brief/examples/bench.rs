use std::collections::BTreeMap;
use wireroom_brief::*;
use wireroom_model::*;
fn main() {
    let exact = std::env::args().any(|a| a == "--exact");
    let file = std::env::args().nth(1).unwrap();
    let rows: Vec<serde_json::Value> = std::fs::read_to_string(file).unwrap().lines().map(|l| serde_json::from_str(l).unwrap()).collect();
    let mut stories: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (i, r) in rows.iter().enumerate() { stories.entry(r["story"].as_str().unwrap_or("one").to_owned()).or_default().push(i); }
    let mut outlets: BTreeMap<String, u64> = BTreeMap::new();
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for (name, members) in &stories {
        let hashes: Vec<String> = members.iter().map(|i| i.to_string()).collect();
        let sources: Vec<Source<'_>> = members.iter().zip(&hashes).map(|(i, h)| {
            let r = &rows[*i];
            let n = outlets.len() as u64 + 1;
            let origin = *outlets.entry(r["outlet"].as_str().unwrap_or("").to_owned()).or_insert(n);
            let mut p = r["published"].clone();
            if exact { if let Some(s) = p.as_str() { if s.len() == 10 { p = serde_json::Value::String(format!("{s}T12:00:00Z")); } } }
            Source { article: ArticleId::new(*i as u64 + 1).unwrap(), version: VersionId::new(*i as u64 + 1).unwrap(), text_hash: h, url: None, outlet: r["outlet"].as_str(), agency: None, title: r["title"].as_str().unwrap_or(""), published: serde_json::from_value(p).unwrap(), lang: serde_json::from_value(r["lang"].clone()).unwrap(), family: None, origin: Some(origin), kind: Kind::default(), body: r["body"].as_str().unwrap() }
        }).collect();
        for g in &brief(&sources).figures {
            *counts.entry(format!("{:?}", g.verdict)).or_default() += 1;
            if g.verdict >= Verdict::Updated && g.verdict != Verdict::Unclear {
                println!("== {name} {:?} {} {:?}", g.verdict, g.what, g.unit);
                for f in &g.figures { println!("     {} {} | {}", f.low, f.hedge.clone().unwrap_or_default(), serde_json::to_string(&f.sentence).unwrap().chars().take(420).collect::<String>()); }
                println!("     {:?}", g.conflicts);
            }
        }
    }
    println!("{counts:?}");
}
