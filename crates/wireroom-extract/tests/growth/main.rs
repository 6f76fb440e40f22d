//! How time and memory grow with a page, for ordinary pages and for every shape that could make them grow faster than
//! the page does. Costs are shares of a reference job of the same run, so that they hold on any machine.
//! A plain `cargo test` is not optimised and grows pages to 96 KB; `cargo eval extract-strength` goes to 20 MB.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::string_slice)]

mod shapes;

use cpu_time::ThreadTime;
use shapes::{DUMPS, SHAPES, Shape, ordinary};
use std::hint::black_box;
use std::time::Duration;
use wireroom_extract::{Page, cap, dump, extract};
use wireroom_model::Time;

const KB: usize = 1024;
/// Sizes of all shapes, and the further size of those that the project promises by name.
const SIZES: &[usize] =
    if cfg!(debug_assertions) { &[12 * KB, 96 * KB] } else { &[80 * KB, 320 * KB, 1280 * KB, 5120 * KB] };
const LARGEST: usize = if cfg!(debug_assertions) { 384 * KB } else { 20 * 1024 * KB };
const TO_THE_LARGEST: [&str; 7] = [
    "ordinary pages joined",
    "deep nesting",
    "unclosed inline elements",
    "one text node",
    "attributes of one element",
    "blocks of JSON-LD",
    "tables in tables",
];
/// Most that a byte of the largest page may cost against a byte of the smallest. What grows with the square of the
/// page would cost 8 times as much unoptimised and 64 to 256 times optimised; a full cache costs twice.
const GROWTH: f64 = 4.0;
/// Most that a byte of any page may cost against a byte of the reference job, which other people's code does and is
/// always optimised. The costliest shape of a page takes 15 times as much where ordinary pages take 6 to 10, that of
/// a dump 80.
const MOST: f64 = if cfg!(debug_assertions) { 80.0 } else { 25.0 };
const MOST_OF_A_DUMP: f64 = if cfg!(debug_assertions) { 300.0 } else { 120.0 };
/// The fastest counts: whatever disturbs a round makes it slower.
const ROUNDS: usize = 3;
const LARGE: usize = if cfg!(debug_assertions) { 48 * KB } else { 1024 * KB };
/// The memory that a page may take.
const TIMES_THE_PAGE: usize = 30;
const AND_BYTES: usize = 32 * 1024 * KB;

/// Time of the fastest round and the most bytes held at once. Large pages are read once: little disturbs them.
fn cost(bytes: usize, work: &dyn Fn()) -> (Duration, usize) {
    let timed = || {
        let start = ThreadTime::now();
        work();
        start.elapsed()
    };
    let mut fastest = Duration::MAX;
    let held = allocation_counter::measure(|| fastest = timed()).bytes_max;
    let rounds = if bytes < LARGE { ROUNDS } else { 1 };
    for _ in 1..rounds {
        fastest = fastest.min(timed());
    }
    (fastest, usize::try_from(held).unwrap())
}

/// The reference job: ordinary pages of the same size, joined, are parsed and nothing is made of them.
fn reference() -> Vec<(usize, f64)> {
    let sizes = SIZES.iter().chain([&LARGEST]);
    sizes
        .map(|&size| {
            let pages: String = (0..size / ordinary(0).len() + 1).map(ordinary).collect();
            let (time, _) =
                cost(pages.len(), &|| drop(black_box(dom_query::Document::from(black_box(pages.as_str())))));
            (size, time.as_nanos() as f64 / pages.len() as f64)
        })
        .collect()
}

/// What is wrong with the costs of some shapes. Each line that is printed gives the cost of a byte, as a share of the
/// reference job's, and the memory, as a multiple of the page, for each size.
fn faults(shapes: &[Shape], read: fn(&str), most: f64) -> Vec<String> {
    let reference = reference();
    let mut faults = Vec::new();
    for shape in shapes {
        let mut shares: Vec<f64> = Vec::new();
        let mut line = format!("{:46}", shape.name);
        for &(size, parse) in &reference {
            if size == LARGEST && !TO_THE_LARGEST.contains(&shape.name) {
                continue;
            }
            let page = (shape.page)(size);
            let (time, held) = cost(page.len(), &|| read(black_box(&page)));
            shares.push(time.as_nanos() as f64 / page.len() as f64 / parse);
            line += &format!("{:7.2} {:5.1}x", shares[shares.len() - 1], held as f64 / page.len() as f64);
            if held > TIMES_THE_PAGE * page.len() + AND_BYTES {
                faults.push(format!("{}: {held} bytes held for a page of {}", shape.name, page.len()));
            }
        }
        println!("{line}");
        let (first, last) = (shares[0], shares[shares.len() - 1]);
        // What costs next to nothing may grow: the fixed costs of a small page hide in it.
        if last > GROWTH * first.max(0.1) {
            faults.push(format!(
                "{}: a byte costs {:.1} times as much on the largest page",
                shape.name,
                last / first
            ));
        }
        if last > most {
            faults.push(format!(
                "{}: a byte costs {last:.1} times what parsing ordinary pages does",
                shape.name
            ));
        }
    }
    faults
}

fn read_page(page: &str) {
    assert!(!black_box(extract(&Page::new(page))).is_empty());
}

fn read_dump(page: &str) {
    assert!(!black_box(dump::extract(page, Time::Unknown)).is_empty());
}

#[test]
fn no_shape_of_a_page_costs_more_than_its_size() {
    let faults = faults(SHAPES, read_page, MOST);
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn no_shape_of_a_dump_costs_more_than_its_size() {
    let faults = faults(DUMPS, read_dump, MOST_OF_A_DUMP);
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Levels and nodes of the tree that a parser makes of a page.
fn tree_of(html: &str) -> (usize, usize) {
    let document = dom_query::Document::from(html);
    let (mut deepest, mut nodes) = (0, 0);
    let mut open = vec![(document.root(), 0)];
    while let Some((node, depth)) = open.pop() {
        deepest = deepest.max(depth);
        nodes += 1;
        open.extend(node.children_it(false).map(|child| (child, depth + 1)));
    }
    (deepest, nodes)
}

#[test]
fn depth_and_elements_are_capped_before_the_tree_is_built() {
    /// A table brings its body, row and cell; text stands in the last element of all.
    const LEVELS: usize = 4;
    for shape in SHAPES {
        let page = (shape.page)(512 * KB);
        let (deepest, nodes) = tree_of(&cap::capped(&page).html);
        assert!(deepest <= LEVELS * cap::MAX_DEPTH + cap::MAX_FORMATTING, "{}: {deepest} levels", shape.name);
        // Beside each element stands a text at most, and a table's own elements.
        let most = (LEVELS + 1) * cap::most_elements(page.len());
        assert!(nodes <= most, "{}: {nodes} nodes of at most {most}", shape.name);
    }
}

#[test]
fn elements_beyond_the_cap_leave_their_text() {
    let page = format!("{}<p>The last words of the page.</p>", "<br>".repeat(2 * cap::MIN_ELEMENTS));
    assert!(cap::capped(&page).html.ends_with("The last words of the page."));
}
