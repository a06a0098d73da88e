//! The surroundings of the resources: unknown routes, foreign pages, request ids, health, metrics, the pages for
//! people.
#![expect(clippy::unwrap_used, reason = "in tests, a panic is the report")]

use axum::{
    body::Body,
    http::{Method, Request},
};
use domain::PlatformId;
use serde_json::{Value, json};
use testkit::{Answer, TOKEN, TestApp, TestDatabase};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
};

async fn app() -> TestApp {
    TestApp::on(TestDatabase::sqlite().await).await
}

async fn with_headers(app: &TestApp, method: Method, path: &str, headers: &[(&str, &str)]) -> Answer {
    let mut request = Request::builder().method(method).uri(path);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    app.client.send(request.body(Body::empty()).unwrap()).await
}

#[tokio::test]
async fn an_unknown_route_is_not_found() {
    let app = app().await;
    for path in
        ["/nope", "/api", "/api/v1", "/api/v1/nope", "/api/v2/markets", "/api/v1/markets/a/b", "/%00", "/..%2f..%2fetc"]
    {
        let problem = app.client.get(path).await.expect_problem(404);
        assert!(problem["detail"].as_str().unwrap().contains(path), "{problem}");
    }
}

#[tokio::test]
async fn a_wrong_method_is_told_the_right_ones() {
    let app = app().await;
    for (method, path, allowed) in [
        (Method::PATCH, "/api/v1/markets", "POST"),
        (Method::DELETE, "/api/v1/markets", "GET"),
        (Method::POST, "/api/v1/markets/0198c0de-0000-7000-8000-00000000dead", "PUT"),
        (Method::GET, "/api/v1/deploy", "POST"),
        (Method::POST, "/health", "GET"),
        (Method::from_bytes(b"BREW").unwrap(), "/api/v1/brands", "GET"),
    ] {
        let answer = app.client.request(method.clone(), path, None, &[]).await;
        assert!(answer.header("allow").contains(allowed), "{path}: {}", answer.header("allow"));
        let problem = answer.expect_problem(405);
        assert!(problem["detail"].as_str().unwrap().contains(allowed), "{problem}");
    }
}

#[tokio::test]
async fn other_people_s_pages_are_kept_out() {
    let app = app().await;
    let own = ("host", "127.0.0.1:8000");
    for headers in [
        vec![("host", "evil.example")],
        vec![],
        vec![own, ("origin", "http://evil.example")],
        vec![own, ("origin", "null")],
        vec![own, ("host", "evil.example")],
        vec![own, ("origin", "http://127.0.0.1:3000")],
    ] {
        for path in ["/api/v1/markets", "/", "/metrics", "/api/v1/ws", "/openapi.json"] {
            let answer = with_headers(&app, Method::GET, path, &headers).await;
            assert!(answer.headers.get("access-control-allow-origin").is_none());
            answer.expect_problem(403);
        }
    }
    let brand = json!({"name": "Evil", "internal_code": "EVIL"});
    let evil = [("origin", "http://evil.example")];
    app.client.request(Method::POST, "/api/v1/brands", Some(&brand), &evil).await.expect_problem(403);
    let from_here = [own, ("origin", "http://127.0.0.1:8000")];
    with_headers(&app, Method::GET, "/api/v1/markets", &from_here).await.expect(200);
    with_headers(&app, Method::GET, "/api/v1/markets", &[("host", "localhost:8000")]).await.expect(200);
}

#[tokio::test]
async fn every_answer_carries_its_request_s_id() {
    let app = app().await;
    for path in ["/api/v1/markets", "/nope", "/health", "/"] {
        let given = app.client.request(Method::GET, path, None, &[("x-request-id", "job-7_a.b")]).await;
        assert_eq!(given.header("x-request-id"), "job-7_a.b", "{path}");
        if given.status.is_client_error() {
            assert_eq!(given.json()["request_id"], "job-7_a.b");
        }
        let (one, two) = (app.client.get(path).await, app.client.get(path).await);
        assert!(!one.header("x-request-id").is_empty());
        assert_ne!(one.header("x-request-id"), two.header("x-request-id"));
        for unfit in ["", "a b", "<script>", &"x".repeat(101)] {
            let answer = app.client.request(Method::GET, path, None, &[("x-request-id", unfit)]).await;
            assert_ne!(answer.header("x-request-id"), unfit, "{path}");
        }
    }
}

#[tokio::test]
async fn health_tells_alive_from_ready() {
    let app = app().await;
    for path in ["/health", "/health/live", "/health/"] {
        assert_eq!(app.client.get(path).await.expect(200), json!({"status": "healthy"}));
    }
    let ready = app.client.get("/health/ready").await.expect(200);
    assert_eq!(ready, json!({"status": "ready", "database": {"status": "up"}, "broker": {"status": "up"}}));
    app.database.store.clone().close().await.unwrap();
    app.client.get("/health/ready").await.expect_problem(503);
    app.client.get("/health").await.expect(200);
    let problem = app.client.get("/api/v1/markets").await.expect_problem(503);
    assert!(!problem.to_string().contains("test.db"), "no address of the database: {problem}");
}

#[tokio::test]
async fn metrics_count_by_route_and_not_by_path() {
    let app = app().await;
    let catalog = app.catalog().await;
    let ticket = app.ready_ticket(&catalog, PlatformId::Meta, "Moana").await;
    app.deploy(ticket.id).await;
    app.client.get(&format!("/api/v1/tickets/{}", ticket.id)).await.expect(200);
    app.client.get("/api/v1/tickets/0198c0de-0000-7000-8000-00000000dead").await.expect_problem(404);
    let answer = app.client.get("/metrics").await;
    assert!(answer.header("content-type").starts_with("application/openmetrics-text"));
    let text = answer.text();
    for line in [
        "omnitraffick_deployments{platform=\"meta\",status=\"PENDING\"} 1",
        "omnitraffick_queue_depth 1",
        "omnitraffick_parked_accounts 0",
        "omnitraffick_http_requests_total{method=\"GET\",route=\"/api/v1/tickets/{id}\",status=\"200\"} 1",
        "omnitraffick_http_requests_total{method=\"GET\",route=\"/api/v1/tickets/{id}\",status=\"404\"} 1",
    ] {
        assert!(text.lines().any(|found| found == line), "no {line}:\n{text}");
    }
    for family in ["http_request_duration_seconds", "oldest_due_seconds", "attempts"] {
        assert!(text.contains(&format!("# TYPE omnitraffick_{family} ")), "{family}");
    }
    assert!(!text.contains(&ticket.id.to_string()) && !text.contains(TOKEN));
    assert_eq!(text.lines().last(), Some("# EOF"));
    let types: Vec<&str> = text.lines().filter(|line| line.starts_with("# TYPE ")).collect();
    let mut distinct = types.clone();
    distinct.sort_unstable();
    distinct.dedup();
    assert_eq!(distinct.len(), types.len(), "each family once: {types:?}");
}

/// The resources from elsewhere that a page loads by itself.
fn foreign(text: &str) -> Vec<&str> {
    ["src=\"http", "src='http", "src=\"url(http", "url(\"http", "@import"]
        .into_iter()
        .filter(|mark| text.contains(mark))
        .collect()
}

#[track_caller]
fn page_of(answer: &Answer) -> String {
    assert_eq!(answer.status.as_u16(), 200, "{}", answer.text());
    assert!(answer.header("content-type").starts_with("text/html"), "{}", answer.header("content-type"));
    answer.text()
}

#[tokio::test]
async fn the_pages_need_nothing_from_elsewhere() {
    let app = app().await;
    let home = app.client.get("/").await;
    assert!(home.header("content-security-policy").contains("default-src 'none'"));
    let home = page_of(&home);
    assert!(!home.contains("http://") && !home.contains("https://"), "{home}");

    let redirect = app.client.get("/docs").await;
    assert!(redirect.status.is_redirection());
    assert_eq!(redirect.header("location"), "/docs/");
    let docs = page_of(&app.client.get("/docs/").await);
    assert_eq!(foreign(&docs), [""; 0]);
    let files: Vec<&str> = docs.split(['"', '\'']).filter(|word| word.starts_with("./")).collect();
    assert!(files.len() >= 3, "{docs}");
    for file in files {
        let answer = app.client.get(&file.replacen("./", "/docs/", 1)).await;
        assert_eq!(answer.status.as_u16(), 200, "{file}");
        if file.rsplit('.').next() == Some("css") {
            assert_eq!(foreign(&answer.text()), [""; 0], "{file}");
        }
    }
    assert!(home.contains("/docs"));
    let start = app.client.get("/docs/swagger-initializer.js").await.text();
    assert!(start.contains("/openapi.json"), "{start}");
    let served: Value = app.client.get("/openapi.json").await.expect(200);
    assert_eq!(served, serde_json::to_value(api::openapi()).unwrap());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_body_of_10_mb_is_answered_and_not_cut_off() {
    let app = app().await;
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(api::serve(listener, app.client.router(), api::Limits::default(), std::future::pending()));
    for (path, status) in [("/api/v1/brands", 413), ("/api/v1/nothing", 404)] {
        let mut stream = TcpStream::connect(address).await.unwrap();
        let length = 10 * 1024 * 1024;
        let head = format!(
            "POST {path} HTTP/1.1\r\nHost: {address}\r\nContent-Type: application/json\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n"
        );
        stream.write_all(head.as_bytes()).await.unwrap();
        stream.write_all(&vec![b' '; length]).await.unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).await.unwrap();
        let text = String::from_utf8_lossy(&answer);
        assert!(text.starts_with(&format!("HTTP/1.1 {status}")), "{text}");
    }
}
