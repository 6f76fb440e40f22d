//! Boxes of a picture and little text: what stands in one is its caption, whatever element holds it.
//! It refuses a box that holds much of the page's text, a heading, or several paragraphs. Start at [`boxes`].

use crate::tree::{Tag, Tree, is_inline};

/// Most letters of a box: long captions have 300, and a credit.
const MAX_LETTERS: usize = 450;
/// Most elements between a picture and its box.
const MAX_STEPS: usize = 5;
/// Most paragraphs of a box: a caption and its credit.
const MAX_PARAGRAPHS: usize = 2;

/// Which nodes stand in a picture's box. `letters` are those under each node.
pub fn boxes(tree: &Tree, letters: &[usize]) -> Vec<bool> {
    let mut inside = vec![false; tree.nodes.len()];
    let total = letters.first().copied().unwrap_or(0);
    let of = |at: usize| letters.get(at).copied().unwrap_or(0);
    let is_picture = |at: &usize| matches!(tree.tag(*at), Tag::Picture | Tag::Img | Tag::Source);
    for picture in (0..tree.nodes.len()).filter(is_picture) {
        let mut at = picture;
        for _ in 0..MAX_STEPS {
            let above = tree.parent(at);
            let fits = of(above) <= MAX_LETTERS && of(above) * 4 <= total;
            let neutral = matches!(tree.tag(above), Tag::Div | Tag::Picture | Tag::Custom | Tag::Block)
                || is_inline(tree.tag(above));
            if above == at || !fits || !neutral {
                break;
            }
            at = above;
        }
        if of(at) == 0 || inside.get(at).copied().unwrap_or(true) || !holds_a_caption(tree, letters, at) {
            continue;
        }
        for slot in inside.get_mut(tree.subtree(at)).into_iter().flatten() {
            *slot = true;
        }
    }
    inside
}

fn holds_a_caption(tree: &Tree, letters: &[usize], at: usize) -> bool {
    let of = |at: usize| letters.get(at).copied().unwrap_or(0);
    let (mut paragraphs, mut linked) = (0, 0);
    let plain = tree.subtree(at).all(|node| {
        let tag = tree.tag(node);
        paragraphs += usize::from(tag == Tag::P);
        linked += if tag == Tag::A { of(node) } else { 0 };
        paragraphs <= MAX_PARAGRAPHS && !matches!(tag, Tag::Heading(_) | Tag::Li | Tag::Table | Tag::Quote)
    });
    // A picture with a linked headline advertises another article, and the paragraph beside it is not its caption.
    plain && linked * 3 < of(at)
}
