//! A posted form, read with its mark checked: every write of the site takes [`Fields`], so none can forget.
//! Reads both plain forms and those with a file, up to a named size.

use crate::session::Asker;
use crate::state::ServerState;
use crate::{Problem, secret};
use axum::body::to_bytes;
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::{HeaderMap, StatusCode, header};

/// The largest form, files and all. An OPML file of ten thousand feeds has about two megabytes.
pub const MAX_FORM: usize = 8 << 20;
/// No form of ours has more fields.
const MAX_FIELDS: usize = 64;

/// The fields of a form that this house's own page sent.
#[derive(Debug, Clone)]
pub struct Fields {
    pub asker: Asker,
    values: Values,
}

impl Fields {
    /// A field's trimmed text; empty where it was not sent.
    pub fn text(&self, name: &str) -> &str {
        self.values.text(name)
    }

    /// The trimmed texts of all fields of a name: what was ticked in a list.
    pub fn texts(&self, name: &str) -> impl Iterator<Item = &str> {
        self.values.texts(name)
    }

    /// A field's text as sent, spaces and all (passwords).
    pub fn exact(&self, name: &str) -> &str {
        self.values.exact(name)
    }

    /// A field's bytes (a file), where it was sent and is not empty.
    pub fn bytes(&self, name: &str) -> Option<&[u8]> {
        self.values.bytes(name)
    }
}

impl FromRequest<ServerState> for Fields {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &ServerState) -> Result<Self, Problem> {
        let asker = request.extensions().get::<Asker>().cloned();
        let asker = asker.ok_or_else(|| Problem::house(&"a form stands outside the door"))?;
        refuse_other_sites(request.headers())?;
        let values = read(request, state).await?;
        if !secret::same(values.text("csrf"), &asker.mark) {
            return Err(Problem::not_ours());
        }
        Ok(Self { asker, values })
    }
}

/// A browser says where a form was sent from; another site is refused before the body is read.
pub fn refuse_other_sites(headers: &HeaderMap) -> Result<(), Problem> {
    match headers.get("sec-fetch-site").and_then(|value| value.to_str().ok()) {
        Some("cross-site") => Err(Problem::not_ours()),
        _ => Ok(()),
    }
}

/// Names and values as sent.
#[derive(Debug, Clone, Default)]
pub struct Values(Vec<(String, Vec<u8>)>);

impl Values {
    /// A field's trimmed text; empty where it was not sent or is no text.
    pub fn text(&self, name: &str) -> &str {
        self.bytes(name).and_then(|bytes| str::from_utf8(bytes).ok()).map(str::trim).unwrap_or_default()
    }

    /// The trimmed texts of all fields of a name.
    pub fn texts(&self, name: &str) -> impl Iterator<Item = &str> {
        let named = self.0.iter().filter(move |(key, _)| key == name);
        named.filter_map(|(_, value)| str::from_utf8(value).ok()).map(str::trim)
    }

    /// A field's text as sent, spaces and all (passwords).
    pub fn exact(&self, name: &str) -> &str {
        self.bytes(name).and_then(|bytes| str::from_utf8(bytes).ok()).unwrap_or_default()
    }

    /// A field's bytes.
    pub fn bytes(&self, name: &str) -> Option<&[u8]> {
        let found = self.0.iter().find(|(key, value)| key == name && !value.is_empty());
        found.map(|(_, value)| value.as_slice())
    }
}

/// Reads a form's body, whatever its encoding.
pub async fn read(request: Request, state: &ServerState) -> Result<Values, Problem> {
    let kind =
        request.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    if kind.starts_with("multipart/form-data") { parts(request, state).await } else { pairs(request).await }
}

async fn pairs(request: Request) -> Result<Values, Problem> {
    let body = to_bytes(request.into_body(), MAX_FORM).await.map_err(|_| Problem::too_large(MAX_FORM))?;
    let pairs = url::form_urlencoded::parse(&body).take(MAX_FIELDS);
    Ok(Values(pairs.map(|(name, value)| (name.into_owned(), value.into_owned().into_bytes())).collect()))
}

async fn parts(request: Request, state: &ServerState) -> Result<Values, Problem> {
    let fault = |error: axum::extract::multipart::MultipartError| match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Problem::too_large(MAX_FORM),
        _ => Problem::bad_form(say!("form-pieces")),
    };
    let mut form =
        Multipart::from_request(request, state).await.map_err(|_| Problem::bad_form(say!("form-line")))?;
    let mut values = Vec::new();
    while let Some(field) = form.next_field().await.map_err(fault)? {
        if values.len() == MAX_FIELDS {
            return Err(Problem::bad_form(say!("form-fields")));
        }
        let name = field.name().unwrap_or_default().to_owned();
        values.push((name, field.bytes().await.map_err(fault)?.to_vec()));
    }
    Ok(Values(values))
}
