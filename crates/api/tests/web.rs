//! The web app from the binary: pages, files, caching, and an unchanged API beside it.

use api::{Options, WebApp, WebFile};
use axum::http::Method;
use testkit::{Answer, TestApp, TestClient, TestDatabase};

const POLICY: &str = "default-src 'self'; script-src 'self' 'sha256-abc'";

/// A file without compressed content.
fn plain(path: &'static str, content_type: &'static str, plain: &'static [u8]) -> WebFile {
    let policy = content_type.starts_with("text/html").then_some(POLICY);
    WebFile { path, content_type, hash: "cafe", policy, plain, gzip: None, brotli: None }
}

/// A small version of a web app's build.
fn export() -> WebApp {
    let html = "text/html; charset=utf-8";
    let chunk = plain("_next/static/chunks/0a1b.js", "text/javascript; charset=utf-8", b"plain");
    [
        WebFile { gzip: Some(b"gzipped"), brotli: Some(b"br"), ..plain("index.html", html, b"<h1>Home</h1>") },
        plain("board/index.html", html, b"<h1>Board</h1>"),
        plain("board/index.txt", "text/plain; charset=utf-8", b"page data"),
        plain("404.html", html, b"<h1>Not found</h1>"),
        // No real build has these, and yet they must not replace the API's paths.
        plain("api/v1/markets/index.html", html, b"<h1>Markets</h1>"),
        plain("docs/index.html", html, b"<h1>Docs</h1>"),
        WebFile { gzip: Some(b"zip"), ..chunk },
        plain("_next/static/media/[a b].svg", "image/svg+xml", b"<svg/>"),
    ]
    .into_iter()
    .collect()
}

struct Site {
    client: TestClient,
    /// Its database lives as long as this.
    _app: TestApp,
}

async fn site() -> Site {
    let app = TestApp::on(TestDatabase::sqlite().await).await;
    Site { client: TestClient::with(&app.app, Options { web: export(), ..Options::default() }), _app: app }
}

impl Site {
    async fn ask(&self, method: Method, path: &str, headers: &[(&str, &str)]) -> Answer {
        self.client.request(method, path, None, headers).await
    }

    /// `GET` as a browser does.
    async fn open(&self, path: &str) -> Answer {
        let accept =
            [("accept", "text/html,application/xhtml+xml,*/*;q=0.8"), ("accept-encoding", "gzip, deflate, br")];
        self.ask(Method::GET, path, &accept).await
    }
}

#[tokio::test]
async fn pages_live_below_a_slash_and_are_found_without() {
    let site = site().await;
    for (path, text) in
        [("/board/", "<h1>Board</h1>"), ("/board/index.txt", "page data"), ("/board/?open=1", "<h1>Board</h1>")]
    {
        let answer = site.ask(Method::GET, path, &[]).await;
        assert_eq!((answer.status.as_u16(), answer.text().as_str()), (200, text), "{path}");
    }
    for (path, location) in [("/board", "/board/"), ("/board?open=1&x=%2F", "/board/?open=1&x=%2F")] {
        let answer = site.open(path).await;
        assert_eq!((answer.status.as_u16(), answer.header("location")), (308, location));
    }
    let home = site.ask(Method::GET, "/", &[]).await;
    assert_eq!((home.status.as_u16(), home.text().as_str()), (200, "<h1>Home</h1>"));
    assert_eq!(site.open("/_next/static/media/%5Ba%20b%5D.svg").await.text(), "<svg/>");
}

#[tokio::test]
async fn a_file_tells_what_it_is_and_is_kept_as_long_as_its_name_means_it() {
    let site = site().await;
    for (path, content_type, keep) in [
        ("/board/", "text/html; charset=utf-8", "no-cache"),
        ("/board/index.txt", "text/plain; charset=utf-8", "no-cache"),
        ("/_next/static/chunks/0a1b.js", "text/javascript; charset=utf-8", "public, max-age=31536000, immutable"),
    ] {
        let answer = site.open(path).await;
        assert_eq!((answer.header("content-type"), answer.header("cache-control")), (content_type, keep), "{path}");
        assert_eq!(
            (answer.header("x-content-type-options"), answer.header("referrer-policy")),
            ("nosniff", "same-origin")
        );
        assert_eq!(answer.header("content-security-policy"), if path == "/board/" { POLICY } else { "" }, "{path}");
        assert_eq!(answer.header("content-length"), answer.bytes.len().to_string());
        assert!(!answer.header("x-request-id").is_empty());
    }
}

#[tokio::test]
async fn the_smallest_encoding_is_sent() {
    let site = site().await;
    for (accept, encoding, content, tag) in [
        ("gzip, deflate, br", "br", "br", "\"cafe-br\""),
        ("gzip", "gzip", "gzipped", "\"cafe-gzip\""),
        ("br;q=0", "", "<h1>Home</h1>", "\"cafe\""),
    ] {
        let answer = site.ask(Method::GET, "/", &[("accept-encoding", accept)]).await;
        assert_eq!((answer.header("content-encoding"), answer.text().as_str()), (encoding, content), "{accept}");
        assert_eq!((answer.header("vary"), answer.header("etag")), ("Accept-Encoding", tag), "{accept}");
    }
    let chunk = site.open("/_next/static/chunks/0a1b.js").await;
    assert_eq!((chunk.header("content-encoding"), chunk.text().as_str()), ("gzip", "zip"), "there is no Brotli of it");
    let page = site.open("/board/").await;
    assert_eq!((page.header("content-encoding"), page.header("vary"), page.header("etag")), ("", "", "\"cafe\""));
}

#[tokio::test]
async fn what_a_browser_has_is_not_sent_again() {
    let site = site().await;
    let known = [("accept-encoding", "br"), ("if-none-match", "\"old\", W/\"cafe-br\"")];
    let answer = site.ask(Method::GET, "/", &known).await;
    assert_eq!((answer.status.as_u16(), answer.bytes.len()), (304, 0));
    assert_eq!(
        (answer.header("etag"), answer.header("vary"), answer.header("cache-control")),
        ("\"cafe-br\"", "Accept-Encoding", "no-cache")
    );
    assert_eq!(answer.header("content-security-policy"), POLICY);
    let other = [("accept-encoding", "gzip"), ("if-none-match", "\"cafe-br\"")];
    assert_eq!(site.ask(Method::GET, "/", &other).await.text(), "gzipped");
}

#[tokio::test]
async fn head_tells_the_same_without_the_content() {
    let site = site().await;
    for path in ["/", "/board/", "/board/index.txt"] {
        let (head, get) = (site.ask(Method::HEAD, path, &[]).await, site.ask(Method::GET, path, &[]).await);
        assert_eq!((head.status, head.bytes.len()), (get.status, 0), "{path}");
        for name in ["content-length", "content-type", "etag", "cache-control"] {
            assert_eq!(head.header(name), get.header(name), "{path}: {name}");
        }
    }
    assert_eq!(site.ask(Method::HEAD, "/board", &[]).await.status.as_u16(), 308);
}

#[tokio::test]
async fn people_get_a_page_where_there_is_nothing_and_programs_a_problem() {
    let site = site().await;
    for path in ["/nope", "/nope/", "/board/nope", "/_next/static/chunks/gone.js", "/..%2f..%2fetc", "/%ff", "//board"]
    {
        let answer = site.open(path).await;
        assert_eq!((answer.status.as_u16(), answer.text().as_str()), (404, "<h1>Not found</h1>"), "{path}");
        assert_eq!((answer.header("etag"), answer.header("content-security-policy")), ("", POLICY), "{path}");
        site.ask(Method::GET, path, &[("accept", "*/*")]).await.expect_problem(404);
        site.ask(Method::GET, path, &[]).await.expect_problem(404);
        site.ask(Method::POST, path, &[("accept", "text/html")]).await.expect_problem(404);
    }
    let refused = site.ask(Method::POST, "/board/", &[]).await;
    assert_eq!(refused.header("allow"), "GET,HEAD");
    refused.expect_problem(405);
}

#[tokio::test]
async fn the_api_stays_the_api() {
    let site = site().await;
    for path in ["/api", "/api/", "/api/v1/nope", "/health/nope", "/metrics/nope", "/openapi.json/nope"] {
        site.open(path).await.expect_problem(404);
    }
    for path in ["/api/v1/markets", "/api/v1/markets/", "/health/", "/health/ready", "/openapi.json"] {
        site.ask(Method::GET, path, &[]).await.expect(200);
    }
    let docs = site.open("/docs/").await;
    assert!(docs.text().contains("swagger"), "{}", docs.text());
    assert!(site.open("/metrics").await.text().ends_with("# EOF\n"));
    // Names that only begin like those of the API belong to the web app.
    assert_eq!(site.open("/healthy").await.text(), "<h1>Not found</h1>");
}

#[tokio::test]
async fn other_people_s_names_are_refused_here_too() {
    let site = site().await;
    let request = |host: &str| axum::http::Request::get("/board/").header("host", host);
    let foreign = request("evil.example").header("accept", "text/html").body(axum::body::Body::empty()).unwrap();
    site.client.send(foreign).await.expect_problem(403);
    let own = request("localhost:8000").body(axum::body::Body::empty()).unwrap();
    assert_eq!(site.client.send(own).await.status.as_u16(), 200);
}

#[tokio::test]
async fn without_a_web_app_the_home_page_says_how_to_get_it() {
    let app = TestApp::on(TestDatabase::sqlite().await).await;
    let home = app.client.get("/").await;
    assert!(home.text().contains("make build") && home.text().contains("Node.js"), "{}", home.text());
    let headers = [("accept", "text/html")];
    app.client.request(Method::GET, "/board/", None, &headers).await.expect_problem(404);
}
