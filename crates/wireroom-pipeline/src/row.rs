//! Article rows as extraction would have read them, for imports of rows instead of pages.

use wireroom_model::{ArticleRow, Extracted, Kind, Particulars, PublishedFrom};

/// What a row says, as if it had been read off a page.
pub(crate) fn extracted(row: ArticleRow) -> Extracted {
    let body = wireroom_text::normal::normalise(row.body.as_deref().unwrap_or(""));
    let lang = if row.lang.is_known() { row.lang } else { wireroom_text::language::detect(&body) };
    let clean =
        |text: Option<String>| text.map(|t| wireroom_text::markup::line(&t)).filter(|t| !t.is_empty());
    let authors = row.authors.unwrap_or_default();
    let outlet = clean(row.outlet);
    let bylines = wireroom_extract::bylines(&authors, outlet.as_deref());
    Extracted {
        url: row.url.as_deref().and_then(crate::canonical),
        title: clean(row.title),
        authors,
        published: row.published,
        published_from: if row.published.is_known() { PublishedFrom::Stated } else { PublishedFrom::Unknown },
        updated: row.updated,
        lang,
        outlet,
        agency: clean(row.agency),
        dateline: clean(row.dateline),
        kind: row.kind.unwrap_or(if body.is_empty() { Kind::Empty } else { Kind::Article }),
        html: html(&body),
        body,
        particulars: Particulars { bylines, ..Particulars::default() },
        ..Extracted::default()
    }
}

/// Plain paragraphs as safe HTML.
pub(crate) fn html(body: &str) -> String {
    let mut html = String::with_capacity(body.len() + 64);
    for paragraph in wireroom_text::normal::paragraphs(body) {
        html.push_str("<p>");
        for c in paragraph.chars() {
            match c {
                '&' => html.push_str("&amp;"),
                '<' => html.push_str("&lt;"),
                '>' => html.push_str("&gt;"),
                '\n' => html.push_str("<br>"),
                c => html.push(c),
            }
        }
        html.push_str("</p>\n");
    }
    html
}

#[cfg(test)]
mod tests {
    use super::*;
    use wireroom_model::Who;

    #[test]
    fn authors_of_a_row_are_persons_desks_or_organisations() {
        let authors = ["Ada Fenn", "Sports desk", "AFP", "Harbour Post"].map(str::to_owned).to_vec();
        let row = ArticleRow {
            id: "1".to_owned(),
            authors: Some(authors),
            outlet: Some("Harbour Post".to_owned()),
            ..ArticleRow::default()
        };
        let who: Vec<Who> = extracted(row).particulars.bylines.iter().map(|byline| byline.who).collect();
        assert_eq!(who, [Who::Person, Who::Desk, Who::Organisation, Who::Organisation]);
    }

    #[test]
    fn a_row_reads_as_a_page_would_and_invents_no_date() {
        let row = ArticleRow { id: "1".to_owned(), body: Some("A <b>.".to_owned()), ..ArticleRow::default() };
        let read = extracted(row);
        assert_eq!(read.kind, Kind::Article);
        assert!(!read.published.is_known());
        assert_eq!(read.html.trim(), "<p>A &lt;b&gt;.</p>");
    }
}
