//! A path of folders as one text, for a column or a command line: names parted by `/`, a stroke inside a name written
//! `\/` and a backslash `\\`. Several paths stand one a line; no name holds a line break, so nothing is ambiguous.

use super::{DEPTH_LIMIT, line};

/// The text of one path.
pub fn text(path: &[String]) -> String {
    let names: Vec<String> = path.iter().map(|name| name.replace('\\', "\\\\").replace('/', "\\/")).collect();
    names.join("/")
}

/// The path of a text; empty names are passed over, and names deeper than the limit are left out.
pub fn path(text: &str) -> Vec<String> {
    let mut names = vec![String::new()];
    let mut characters = text.chars();
    while let Some(c) = characters.next() {
        match c {
            '/' => names.push(String::new()),
            '\\' => push(&mut names, characters.next().unwrap_or('\\')),
            c => push(&mut names, c),
        }
    }
    names.iter().filter_map(|name| line(name)).take(DEPTH_LIMIT).collect()
}

fn push(names: &mut [String], c: char) {
    if let Some(name) = names.last_mut() {
        name.push(c);
    }
}

/// The text of several paths; `None` for none.
pub fn texts(paths: &[Vec<String>]) -> Option<String> {
    let texts: Vec<String> = paths.iter().filter(|path| !path.is_empty()).map(|path| text(path)).collect();
    (!texts.is_empty()).then(|| texts.join("\n"))
}

/// The paths of such a text.
pub fn paths(texts: &str) -> Vec<Vec<String>> {
    texts.lines().map(path).filter(|path| !path.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stroke_in_a_name_is_no_border() {
        let paths = vec![
            vec!["AC/DC".to_owned(), "Live \\ loud".to_owned()],
            vec!["Plain".to_owned()],
            vec!["ends with \\".to_owned(), "/".to_owned()],
        ];
        let text = texts(&paths).unwrap();
        assert_eq!(text, "AC\\/DC/Live \\\\ loud\nPlain\nends with \\\\/\\/");
        assert_eq!(super::paths(&text), paths);
    }

    #[test]
    fn empty_names_are_no_folders() {
        assert_eq!(path("//News // World/"), ["News", "World"]);
        assert_eq!(texts(&[Vec::new()]), None);
        assert!(paths("\n\n").is_empty());
    }
}
