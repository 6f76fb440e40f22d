//! docs/fetching.md says what the program does.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::string_slice)]

use wireroom_fetch::Limits;

#[test]
fn the_table_of_limits_is_the_programs_own() {
    let page = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/fetching.md");
    let page = std::fs::read_to_string(page).unwrap();
    let table = page.split("| limit | value |").nth(1).unwrap();
    let told: Vec<(String, String)> = table
        .lines()
        .skip(2)
        .map_while(|line| {
            let cells: Vec<&str> = line.split('|').map(str::trim).collect();
            (cells.len() == 5).then(|| (cells[1].trim_matches('`').to_owned(), cells[2].to_owned()))
        })
        .collect();
    let own = format!("{:#?}", Limits::default());
    let own: Vec<(String, String)> = own
        .lines()
        .filter_map(|line| line.trim().trim_end_matches(',').split_once(": "))
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
    assert_eq!(told, own);
}
