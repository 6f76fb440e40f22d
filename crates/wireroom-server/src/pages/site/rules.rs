//! Why a block of a page is not in its text, in the reader's words: a sentence for each rule of the extraction.
//! It knows every rule: a new one does not compile before it has its words.

use wireroom_model::Rule;

/// The sentence of a rule.
#[allow(clippy::too_many_lines, reason = "one line a rule")]
pub fn rule_words(rule: Rule) -> String {
    match rule {
        Rule::Element => say!("cut-element"),
        Rule::Named => say!("cut-named"),
        Rule::Comments => say!("cut-comments"),
        Rule::Hidden => say!("cut-hidden"),
        Rule::TagLink => say!("cut-tag-link"),
        Rule::Card => say!("cut-card"),
        Rule::Offer => say!("cut-offer"),
        Rule::OtherArticle => say!("cut-other-article"),
        Rule::Caption => say!("cut-caption"),
        Rule::Post => say!("cut-post"),
        Rule::Title => say!("cut-title"),
        Rule::OtherTitle => say!("cut-other-title"),
        Rule::LinkedHeading => say!("cut-linked-heading"),
        Rule::FurnitureHeading => say!("cut-furniture-heading"),
        Rule::UnderFurnitureHeading => say!("cut-under-furniture-heading"),
        Rule::AboutArticle => say!("cut-about-article"),
        Rule::DateLine => say!("cut-date-line"),
        Rule::Links => say!("cut-links"),
        Rule::LinkList => say!("cut-link-list"),
        Rule::Phrase => say!("cut-phrase"),
        Rule::Begging => say!("cut-begging"),
        Rule::Repeated => say!("cut-repeated"),
        Rule::PullQuote => say!("cut-pull-quote"),
        Rule::OutsideStatement => say!("cut-outside-statement"),
        Rule::Byline => say!("cut-byline"),
        Rule::HeadLabel => say!("cut-head-label"),
        Rule::Biography => say!("cut-biography"),
        Rule::SignOff => say!("cut-sign-off"),
        Rule::TailLabel => say!("cut-tail-label"),
        Rule::BareHeading => say!("cut-bare-heading"),
        Rule::LearntOfSite => say!("cut-learnt-of-site"),
        Rule::Override => say!("cut-override"),
        Rule::Outside => say!("cut-outside"),
    }
}
