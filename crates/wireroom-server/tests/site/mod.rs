//! A site over the house of the tests, asked as a browser asks it. Start at [`Site::new`].
#![allow(dead_code, reason = "each test file uses its part")]

use crate::house::{self, House, Still};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, Response, StatusCode, header};
use tower::ServiceExt;
use wireroom_model::UserId;
use wireroom_model::time::Clock;
use wireroom_server::{router, token, token_hash};

pub struct Site {
    pub house: House,
    pub app: Router,
}

pub struct Answer {
    pub status: StatusCode,
    pub headers: header::HeaderMap,
    pub body: String,
}

impl Answer {
    pub fn location(&self) -> &str {
        self.headers[header::LOCATION].to_str().unwrap()
    }
}

impl Site {
    pub async fn new() -> Self {
        Self::at(None, false).await
    }

    pub async fn at(base: Option<&str>, open: bool) -> Self {
        let house = house::house(base, open).await.unwrap();
        let app = router(house.state.clone());
        Self { house, app }
    }

    pub async fn send(&self, request: Request<Body>) -> Answer {
        let response: Response<Body> = self.app.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, 16 << 20).await.unwrap();
        Answer {
            status: parts.status,
            headers: parts.headers,
            body: String::from_utf8(body.to_vec()).unwrap(),
        }
    }

    pub async fn get(&self, path: &str, cookie: &str) -> Answer {
        self.send(Request::get(path).header(header::COOKIE, cookie).body(Body::empty()).unwrap()).await
    }

    pub async fn post(&self, path: &str, cookie: &str, form: &str) -> Answer {
        let request = Request::post(path)
            .header(header::COOKIE, cookie)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(form.to_owned()));
        self.send(request.unwrap()).await
    }

    /// Sends a form with the mark of whoever signed in.
    pub async fn send_form(&self, path: &str, who: &(String, String), form: &str) -> Answer {
        self.post(path, &who.0, &format!("csrf={}&{form}", who.1)).await
    }

    /// Signs somebody in: the cookie, and the mark of that session's forms.
    pub async fn sign_in(&self, user: UserId) -> (String, String) {
        let token = token().unwrap_or_else(|_| panic!("no random bytes"));
        let now = Still.now().unix();
        let mut tx = self.house.store.begin().await.unwrap();
        tx.add_session(&token_hash(&token), user, "test", now, now + 1_000).await.unwrap();
        tx.commit().await.unwrap();
        let cookie = format!("wireroom_session={token}");
        let feeds = self.get("/feeds", &cookie).await;
        (cookie, mark(&feeds.body))
    }
}

/// The mark of the first form of a page.
pub fn mark(html: &str) -> String {
    let at = html.find("name=\"csrf\" value=\"").expect("a form with a mark") + 19;
    html[at..at + 64].to_owned()
}

/// Reads a public shape and holds it to docs/formats/NAME.schema.json.
pub fn held(name: &str, json: &str) -> serde_json::Value {
    let path = format!("{}/../../docs/formats/{name}.schema.json", env!("CARGO_MANIFEST_DIR"));
    let schema: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let shape: serde_json::Value = serde_json::from_str(json).unwrap();
    let told = against(&schema, &schema, &shape, name);
    assert!(told.is_empty(), "{told:?}\n{shape}");
    shape
}

/// What a value breaks of a schema, as far as the schemas of the pages go: types, fields, words, bounds below.
fn against(
    root: &serde_json::Value,
    schema: &serde_json::Value,
    value: &serde_json::Value,
    at: &str,
) -> Vec<String> {
    if let Some(place) = schema["$ref"].as_str() {
        return against(root, root.pointer(&place[1..]).unwrap(), value, at);
    }
    if let Some(ways) = schema["oneOf"].as_array() {
        let told: Vec<Vec<String>> = ways.iter().map(|way| against(root, way, value, at)).collect();
        return if told.iter().any(Vec::is_empty) { Vec::new() } else { told.concat() };
    }
    let mut told = Vec::new();
    let kind = match value {
        serde_json::Value::Null => "null",
        serde_json::Value::Bool(_) => "boolean",
        serde_json::Value::Number(number) if number.is_u64() => "integer",
        serde_json::Value::Number(_) => "number",
        serde_json::Value::String(_) => "string",
        serde_json::Value::Array(_) => "array",
        serde_json::Value::Object(_) => "object",
    };
    let is = |name: &serde_json::Value| name == kind || (name == "number" && kind == "integer");
    let typed = &schema["type"];
    if !(typed.is_null() || is(typed) || typed.as_array().is_some_and(|types| types.iter().any(is))) {
        told.push(format!("{at} is {kind}, not {typed}"));
    }
    if schema["enum"].as_array().is_some_and(|words| !words.contains(value)) {
        told.push(format!("{at} is {value}"));
    }
    if let (Some(least), Some(number)) = (schema["minimum"].as_f64(), value.as_f64())
        && number < least
    {
        told.push(format!("{at} is {number}"));
    }
    for (index, item) in value.as_array().into_iter().flatten().enumerate() {
        told.extend(against(root, &schema["items"], item, &format!("{at}/{index}")));
    }
    if let (Some(fields), Some(own)) = (value.as_object(), schema["properties"].as_object()) {
        for (name, field) in fields {
            match own.get(name) {
                Some(schema) => told.extend(against(root, schema, field, &format!("{at}/{name}"))),
                None => told.push(format!("{at} has a field {name} that the schema does not know")),
            }
        }
        let required = schema["required"].as_array().unwrap().iter().filter_map(|name| name.as_str());
        told.extend(
            required.filter(|name| !fields.contains_key(*name)).map(|name| format!("{at} lacks {name}")),
        );
    }
    told
}
