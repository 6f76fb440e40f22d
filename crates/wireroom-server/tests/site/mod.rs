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
