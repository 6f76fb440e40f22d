//! `wireroom extract --explain` in words: one page's account as text that a person reads in a terminal.
//! It adds no judgement to the account. Start at [`text`].

use std::collections::BTreeMap;
use std::fmt::Write as _;
use wireroom_model::{Dropped, Explained, Extracted, Rule};

/// The account of one page as text.
pub fn text(name: &str, row: Option<&Extracted>, explained: &Explained) -> String {
    let mut out = String::new();
    // Writing to a string does not fail.
    let _ = write(&mut out, name, row, explained);
    out
}

fn write(out: &mut String, name: &str, row: Option<&Extracted>, explained: &Explained) -> std::fmt::Result {
    writeln!(out, "{name}")?;
    if let Some(row) = row {
        let letters = row.body.chars().filter(|c| c.is_alphanumeric()).count();
        let paragraphs = row.body.split("\n\n").filter(|p| !p.is_empty()).count();
        writeln!(out, "  {}, {letters} letters in {paragraphs} paragraphs", row.kind.as_str())?;
    }
    for note in &explained.notes {
        writeln!(out, "  {note}")?;
    }
    writeln!(out, "\nproposed as the article")?;
    if explained.candidates.is_empty() {
        writeln!(out, "  nothing")?;
    }
    for candidate in &explained.candidates {
        let mark = if candidate.chosen { '*' } else { ' ' };
        let way = &candidate.way;
        writeln!(
            out,
            "{mark} {way:9} score {:10.3}  {:6} letters  {}",
            candidate.score, candidate.letters, candidate.path
        )?;
        if !candidate.because.is_empty() {
            let parts: Vec<String> =
                candidate.because.iter().map(|(name, value)| format!("{name} {value:.3}")).collect();
            writeln!(out, "            {}", parts.join(", "))?;
        }
    }
    writeln!(out, "\nfacts")?;
    for fact in &explained.facts {
        let value = if fact.value.is_empty() { "unknown" } else { &fact.value };
        writeln!(out, "  {:9} {value}", fact.fact)?;
        if !fact.from.is_empty() {
            writeln!(out, "            from {}", fact.from.join(", "))?;
        }
    }
    let mut by_rule: BTreeMap<Rule, Vec<&Dropped>> = BTreeMap::new();
    for dropped in &explained.dropped {
        by_rule.entry(dropped.rule).or_default().push(dropped);
    }
    writeln!(out, "\nnot in the body: {} blocks", explained.dropped.len())?;
    for (rule, dropped) in by_rule {
        writeln!(out, "\n{} ({}): {}", rule.as_str(), dropped.len(), rule.says())?;
        let mut path = None;
        for block in dropped {
            if path.replace(&block.path) != Some(&block.path) {
                writeln!(out, "  {}", block.path)?;
            }
            writeln!(out, "      {}", block.text)?;
        }
    }
    Ok(())
}
