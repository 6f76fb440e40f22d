//! What passes between a WebSub hub and the house: the web takes it in, the pipeline answers it.
//! Nothing here is believed yet. Start at [`HubQuestion`].

/// What a hub asks of a callback before it pushes, or stops.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HubQuestion {
    /// `subscribe`, `unsubscribe` or `denied`.
    pub mode: String,
    pub topic: String,
    pub challenge: Option<String>,
    pub lease_seconds: Option<i64>,
    pub reason: Option<String>,
}

/// What a hub pushes to a callback.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HubPush {
    /// `X-Hub-Signature`: a method, "=", and hexadecimal digits.
    pub signature: Option<String>,
    pub content_type: Option<String>,
    pub body: Vec<u8>,
}
