//! Topics of a story, made with its brief and for the same audience: what a private feed alone brought names no topic
//! for everybody. Start at [`of`].

use crate::Result;
use std::collections::BTreeSet;
use wireroom_model::StoryId;
use wireroom_store::Tx;
use wireroom_store::story_tags::NewStoryTag;
use wireroom_store::texts::StoryText;
use wireroom_story::{Tag, TagKind, TagText, tags};
use wireroom_text::spelling::key;

/// A tag with the keys under which it is found.
pub(crate) struct StoryTagging {
    tag: Tag,
    keys: BTreeSet<String>,
}

/// The tags of these texts.
pub(crate) fn of<'t>(texts: impl Iterator<Item = &'t StoryText>) -> Vec<StoryTagging> {
    let texts: Vec<TagText<'_>> = texts
        .map(|text| TagText {
            family: text.family,
            outlet: text.outlet.as_deref(),
            lang: text.lang,
            title: &text.title,
            body: &text.body,
        })
        .collect();
    let keyed = |tag: Tag| {
        let names = tag.forms.iter().chain([&tag.name]);
        let keys = names.map(|name| key(name)).filter(|key| !key.is_empty()).collect();
        StoryTagging { tag, keys }
    };
    tags(&texts).into_iter().map(keyed).collect()
}

/// Stores them in place of those before.
pub(crate) async fn save(tx: &mut Tx, story: StoryId, audience: i64, tags: &[StoryTagging]) -> Result<()> {
    let new: Vec<NewStoryTag<'_>> = tags
        .iter()
        .map(|StoryTagging { tag, keys }| NewStoryTag {
            name: &tag.name,
            kind: match tag.kind {
                TagKind::Name => "name",
                TagKind::Topic => "topic",
            },
            lang: tag.lang,
            forms: &tag.forms,
            keys,
            texts: tag.texts,
            of: tag.of,
        })
        .collect();
    Ok(tx.save_story_tags(story, audience, &new).await?)
}
