//! The web app: files that the binary brings, at `/` and below, beside the API. What a path means is decided here; how a file
//! is answered, in `answer.rs`.

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

/// What is not the web app's, whatever its files are called.
const RESERVED: &[&str] = &["/api", "/health", "/metrics", "/docs", "/openapi.json"];

/// A file of the web app, as it is and compressed.
#[derive(Clone, Copy)]
pub struct WebFile {
    /// Its path below the root, such as `campaigns/index.html`.
    pub path: &'static str,
    /// Its media type.
    pub content_type: &'static str,
    /// Names its content.
    pub hash: &'static str,
    /// The `Content-Security-Policy` of an HTML page.
    pub policy: Option<&'static str>,
    /// The content as it is.
    pub plain: &'static [u8],
    /// The same as gzip, where there is one.
    pub gzip: Option<&'static [u8]>,
    /// The same as Brotli, where there is one.
    pub brotli: Option<&'static [u8]>,
}

/// The files of the web app by their paths; none where the binary brings no web app. Cheap to clone.
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

/// What stands at a path.
enum Found<'a> {
    /// This file.
    File(&'a WebFile),
    /// A page, whose address ends with a slash: this one.
    PageAt(String),
    /// Nothing.
    Nothing,
}

impl WebApp {
    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether a path is for the web app to answer, rather than for the API and what else there is.
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

/// Stands in the extensions of an answer that was the web app's to give, whatever its status.
#[derive(Debug, Clone, Copy)]
pub(crate) struct IsOfTheWebApp;

/// Answers whatever no route does.
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

/// Whether it is a person's browser that asks, rather than a program.
fn wants_a_page(headers: &HeaderMap) -> bool {
    let accepted = headers.get_all(header::ACCEPT).iter().filter_map(|value| value.to_str().ok());
    accepted.flat_map(|value| value.split(',')).any(|kind| kind.trim().starts_with("text/html"))
}
