//! JSON is compressed on request, and has the same content.
#![expect(clippy::unwrap_used, reason = "in tests, a panic is the report")]

use std::io::Read as _;

use axum::http::Method;
use serde_json::{Value, json};
use testkit::{Answer, TestApp, TestDatabase};

async fn get(app: &TestApp, path: &str, accept: &str) -> Answer {
    app.client.request(Method::GET, path, None, &[("accept-encoding", accept)]).await
}

/// The body, decoded by its `Content-Encoding`.
fn decoded(answer: &Answer) -> Value {
    let mut text = Vec::new();
    match answer.header("content-encoding") {
        "br" => brotli::BrotliDecompress(&mut &answer.bytes[..], &mut text).unwrap(),
        "gzip" => {
            flate2::read::GzDecoder::new(&answer.bytes[..]).read_to_end(&mut text).unwrap();
        }
        "" => text = answer.bytes.to_vec(),
        other => panic!("{other}"),
    }
    serde_json::from_slice(&text).unwrap()
}

/// An application with a ticket that is large enough for compression.
async fn with_large_ticket() -> (TestApp, String) {
    let app = TestApp::on(TestDatabase::sqlite().await).await;
    let catalog = app.catalog().await;
    let config = testkit::tree_config(domain::PlatformId::Meta, 3, 3);
    let ticket = app.draft(&catalog, domain::PlatformId::Meta, "Moana", config).await;
    (app, format!("/api/v1/tickets/{}", ticket.id))
}

#[tokio::test(flavor = "multi_thread")]
async fn large_answers_are_compressed_for_those_who_ask() {
    let (app, ticket) = with_large_ticket().await;
    for path in [&ticket, "/api/v1/tickets", "/openapi.json", "/api/v1/platforms/meta/schemas"] {
        let plain = app.client.get(path).await;
        assert_eq!((plain.header("content-encoding"), plain.header("vary")), ("", "accept-encoding"), "{path}");
        for (accept, encoding) in
            [("gzip", "gzip"), ("br", "br"), ("gzip;q=0, br", "br"), ("zstd", ""), ("identity", "")]
        {
            let answer = get(&app, path, accept).await;
            assert_eq!(answer.header("content-encoding"), encoding, "{path} {accept}");
            assert_eq!(decoded(&answer), plain.json(), "{path} {accept}");
            assert_eq!(answer.bytes.len() < plain.bytes.len(), !encoding.is_empty(), "{path} {accept}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn small_answers_problems_and_what_is_no_json_stay_as_they_are() {
    let (app, _) = with_large_ticket().await;
    for path in ["/api/v1/brands", "/api/v1/tickets/nonsense", "/metrics", "/health", "/docs/index.html", "/"] {
        let answer = get(&app, path, "br, gzip").await;
        assert_eq!(answer.header("content-encoding"), "", "{path}");
        assert!(!answer.bytes.is_empty(), "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_tag_of_a_compressed_answer_is_its_own_and_still_names_the_version() {
    let (app, ticket) = with_large_ticket().await;
    for (version, accept, tag) in [(1, "gzip", "\"1-gzip\""), (2, "br", "\"2-br\""), (3, "", "\"3\"")] {
        let read = get(&app, &ticket, accept).await;
        assert_eq!((read.header("etag"), &decoded(&read)["version"]), (tag, &json!(version)));
        let put = |tag: String, variant: String| {
            let (client, ticket) = (&app.client, &ticket);
            async move {
                let body = json!({"variant": variant});
                client.request(Method::PUT, ticket, Some(&body), &[("if-match", &tag)]).await
            }
        };
        put(tag.to_owned(), format!("V{version}")).await.expect(200);
        put(tag.to_owned(), "Late".to_owned()).await.expect_problem(412);
    }
    // A proxy that compresses by itself makes a weak tag of ours.
    let body = json!({"variant": "Proxied"});
    app.client.request(Method::PUT, &ticket, Some(&body), &[("if-match", "W/\"4\"")]).await.expect(200);
    for nonsense in ["\"5-zstd\"", "\"-br\"", "\"br\""] {
        app.client.request(Method::PUT, &ticket, Some(&body), &[("if-match", nonsense)]).await.expect_problem(412);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn schemas_are_sent_once() {
    let app = TestApp::on(TestDatabase::sqlite().await).await;
    let mut tags = std::collections::BTreeSet::new();
    for path in
        ["/api/v1/platforms/meta/schemas", "/api/v1/platforms/tiktok/schemas", "/api/v1/platforms/meta/combinations"]
    {
        for accept in ["br", "gzip", "identity"] {
            let first = get(&app, path, accept).await;
            assert_eq!((first.status.as_u16(), first.header("cache-control")), (200, "no-cache"));
            let tag = first.header("etag");
            assert!(tags.insert(tag.to_owned()), "{tag} stands for several things");
            let headers = [("accept-encoding", accept), ("if-none-match", tag)];
            let again = app.client.request(Method::GET, path, None, &headers).await;
            assert_eq!((again.status.as_u16(), again.header("etag"), again.bytes.len()), (304, tag, 0));
            assert_eq!(get(&app, path, accept).await.bytes, first.bytes);
        }
    }
    let stale = [("if-none-match", "\"0123456789abcdef\"")];
    app.client.request(Method::GET, "/api/v1/platforms/meta/schemas", None, &stale).await.expect(200);
}
