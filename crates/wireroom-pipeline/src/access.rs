//! What a feed is asked with, between the store that keeps it and the way out that sends it. Nothing here prints a
//! value; whatever is kept was judged by the way out first.

use crate::Result;
use wireroom_fetch::{Access, Parts};
use wireroom_store::feed_access::{AccessKind, FeedAccess, Secret};

/// What is kept, as the way out takes it.
///
/// # Errors
/// [`crate::PipelineError::Refused`] where the way out would not send it; the sentence names no value.
pub fn access(kept: &[FeedAccess]) -> Result<Access> {
    let mut parts = Parts::default();
    let mut cookies = Vec::new();
    for one in kept {
        let value = one.value.reveal();
        match one.kind {
            AccessKind::Header => parts.headers.push((one.name.clone(), value.to_owned())),
            AccessKind::Cookie if one.name.is_empty() => cookies.push(value.to_owned()),
            AccessKind::Cookie => cookies.push(format!("{}={value}", one.name)),
            AccessKind::Basic => parts.basic = Some((one.name.clone(), value.to_owned())),
        }
    }
    parts.cookie = (!cookies.is_empty()).then(|| cookies.join("; "));
    Ok(Access::try_from(parts)?)
}

/// The same for keeping.
pub fn kept(access: &Access) -> Vec<FeedAccess> {
    let one = |kind, name: String, value| FeedAccess { kind, name, value: Secret::new(value) };
    let parts: Parts = access.parts();
    let headers = parts.headers.into_iter().map(|(name, value)| one(AccessKind::Header, name, value));
    let cookie = parts.cookie.map(|cookie| one(AccessKind::Cookie, String::new(), cookie));
    let basic = parts.basic.map(|(name, password)| one(AccessKind::Basic, name, password));
    headers.chain(cookie).chain(basic).collect()
}
