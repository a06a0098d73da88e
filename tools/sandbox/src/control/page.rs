//! The page for a person who opens the sandbox in a browser.

use axum::response::Html;

pub(super) async fn home() -> Html<&'static str> {
    Html(include_str!("home.html"))
}
