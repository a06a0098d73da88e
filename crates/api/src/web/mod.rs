//! The web app: files in the binary, at `/` and below, beside the API. This file decides the meaning of a path;
//! `answer.rs` answers with a file.

mod answer;

use std::{collections::HashMap, fmt, sync::Arc};

use axum::{
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    response::{IntoResponse, Response},
};
use percent_encoding::percent_decode_str;

pub(crate) use answer::IsAPage;
use answer::file;

/// Paths that never belong to the web app, even if one of its files has that name.
const RESERVED: &[&str] = &["/api", "/health", "/metrics", "/docs", "/openapi.json"];

/// A file of the web app, plain and compressed.
#[derive(Clone, Copy)]
pub struct WebFile {
    /// Its path below the root, such as `campaigns/index.html`.
    pub path: &'static str,
    /// Its media type.
    pub content_type: &'static str,
    /// Identifies its content.
    pub hash: &'static str,
    /// The `Content-Security-Policy` of an HTML page.
    pub policy: Option<&'static str>,
    /// The content, uncompressed.
    pub plain: &'static [u8],
    /// The content as gzip, if there is one.
    pub gzip: Option<&'static [u8]>,
    /// The content as Brotli, if there is one.
    pub brotli: Option<&'static [u8]>,
}

/// The files of the web app by their paths; none if the binary has no web app. Cheap to clone.
#[derive(Clone, Default)]
pub struct WebApp(Arc<HashMap<&'static str, WebFile>>);

impl fmt::Debug for WebApp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "WebApp of {} files", self.0.len())
    }
}

impl FromIterator<WebFile> for WebApp {
    fn from_iter<T: IntoIterator<Item = WebFile>>(files: T) -> Self {
        Self(Arc::new(files.into_iter().map(|file| (file.path, file)).collect()))
    }
}

/// The result of a path.
enum Found<'a> {
    /// This file.
    File(&'a WebFile),
    /// A page, whose address ends with a slash: this one.
    PageAt(String),
    /// Nothing.
    Nothing,
}

impl WebApp {
    /// Returns true if there is no web app.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns true if a path belongs to the web app, and not to the API or another route.
    pub(crate) fn has_say(&self, path: &str) -> bool {
        let below = |own: &str| path.strip_prefix(own).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        !self.is_empty() && !RESERVED.iter().any(|own| below(own))
    }

    fn find(&self, path: &str) -> Found<'_> {
        let Ok(decoded) = percent_decode_str(path.strip_prefix('/').unwrap_or(path)).decode_utf8() else {
            return Found::Nothing;
        };
        let page = |folder: &str| self.0.get(format!("{folder}index.html").as_str());
        if decoded.is_empty() || decoded.ends_with('/') {
            return page(&decoded).map_or(Found::Nothing, Found::File);
        }
        match (self.0.get(&*decoded), page(&format!("{decoded}/"))) {
            (Some(file), _) => Found::File(file),
            (None, Some(_)) => Found::PageAt(format!("{path}/")),
            (None, None) => Found::Nothing,
        }
    }
}

/// Marks an answer that the web app gave, with any status.
#[derive(Debug, Clone, Copy)]
pub(crate) struct IsOfTheWebApp;

/// Answers every path without a route.
pub(crate) async fn fallback(State(web): State<WebApp>, request: Request) -> Response {
    if !web.has_say(request.uri().path()) {
        return StatusCode::NOT_FOUND.into_response();
    }
    let mut response = answer(&web, &request);
    response.extensions_mut().insert(IsOfTheWebApp);
    response
}

fn answer(web: &WebApp, request: &Request) -> Response {
    let (method, uri, headers) = (request.method(), request.uri(), request.headers());
    let reads = method == Method::GET || method == Method::HEAD;
    match web.find(uri.path()) {
        Found::Nothing => match web.0.get("404.html").filter(|_| reads && wants_a_page(headers)) {
            Some(page) => file(page, StatusCode::NOT_FOUND, method, headers),
            None => StatusCode::NOT_FOUND.into_response(),
        },
        Found::File(_) | Found::PageAt(_) if !reads => {
            (StatusCode::METHOD_NOT_ALLOWED, [(header::ALLOW, "GET,HEAD")]).into_response()
        }
        Found::File(found) => file(found, StatusCode::OK, method, headers),
        Found::PageAt(address) => {
            let query = uri.query().map_or_else(String::new, |query| format!("?{query}"));
            let location = HeaderValue::try_from(address + &query).unwrap_or(HeaderValue::from_static("/"));
            (StatusCode::PERMANENT_REDIRECT, [(header::LOCATION, location)]).into_response()
        }
    }
}

/// Returns true if a person's browser asks, and not a program.
fn wants_a_page(headers: &HeaderMap) -> bool {
    let accepted = headers.get_all(header::ACCEPT).iter().filter_map(|value| value.to_str().ok());
    accepted.flat_map(|value| value.split(',')).any(|kind| kind.trim().starts_with("text/html"))
}
