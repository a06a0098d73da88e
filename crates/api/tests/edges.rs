//! What surrounds the resources: unknown routes, foreign pages, health, docs, metrics, large bodies.

use axum::http::Method;
use serde_json::json;
use testkit::{TestApp, TestDatabase};
use tokio::io::{AsyncReadExt, AsyncWriteExt};

async fn app() -> TestApp {
    TestApp::on(TestDatabase::sqlite().await).await
}

#[tokio::test(flavor = "multi_thread")]
async fn unknown_routes_and_methods_are_problems() {
    let app = app().await;
    app.client.get("/api/v1/nothing").await.expect_problem(404);
    app.client.get("/api/v1/brands/not-an-id").await.expect_problem(404);
    let answer = app.client.request(Method::PATCH, "/api/v1/brands", None, &[]).await;
    assert!(answer.header("allow").contains("POST"));
    answer.expect_problem(405);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_elsewhere_cannot_drive_the_server() {
    let app = app().await;
    let brand = json!({"name": "Evil", "internal_code": "EVIL"});
    for headers in [[("host", "evil.example")], [("origin", "http://evil.example")], [("origin", "null")]] {
        app.client.request(Method::POST, "/api/v1/brands", Some(&brand), &headers).await.expect_problem(403);
    }
    let own = [("origin", "http://127.0.0.1:8000")];
    app.client.request(Method::POST, "/api/v1/brands", Some(&brand), &own).await.expect(201);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_request_keeps_its_id() {
    let app = app().await;
    let answer = app.client.request(Method::GET, "/api/v1/nothing", None, &[("x-request-id", "trace-7")]).await;
    assert_eq!(answer.expect_problem(404)["request_id"], "trace-7");
    let answer = app.client.request(Method::GET, "/health", None, &[("x-request-id", "no spaces")]).await;
    assert_ne!(answer.header("x-request-id"), "no spaces");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_pages_of_the_binary_need_nothing_from_elsewhere() {
    let app = app().await;
    for path in ["/", "/docs/", "/docs/swagger-initializer.js"] {
        let page = app.client.get(path).await;
        assert_eq!(page.status, 200, "{path}");
        let text = page.text();
        for attribute in ["src=\"http", "href=\"http", "url(http", "import(\"http"] {
            assert!(!text.contains(attribute), "{path} refers elsewhere");
        }
    }
    assert!(app.client.get("/").await.text().contains("/docs"));
    assert_eq!(app.client.get("/openapi.json").await.expect(200)["openapi"], "3.1.0");
}

#[tokio::test(flavor = "multi_thread")]
async fn health_and_metrics_tell_how_it_is() {
    let app = app().await;
    assert_eq!(app.client.get("/health").await.expect(200), json!({"status": "healthy"}));
    app.client.get("/health/live").await.expect(200);
    assert_eq!(app.client.get("/health/ready").await.expect(200)["database"]["status"], "up");
    app.client.get("/api/v1/brands?limit=1").await.expect(200);
    let metrics = app.client.get("/metrics").await.text();
    for name in
        ["http_requests_total", "http_request_duration_seconds", "queue_depth", "oldest_due_seconds", "parked_accounts"]
    {
        assert!(metrics.contains(&format!("omnitraffick_{name}")), "{name}");
    }
    assert!(metrics.contains("route=\"/api/v1/brands\""), "by route, not by path: {metrics}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_body_of_10_mb_is_answered_and_not_cut_off() {
    let app = app().await;
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(api::serve(listener, app.client.router(), std::future::pending()));
    for path in ["/api/v1/brands", "/api/v1/nothing"] {
        let mut stream = tokio::net::TcpStream::connect(address).await.unwrap();
        let length = 10 * 1024 * 1024;
        let head = format!(
            "POST {path} HTTP/1.1\r\nHost: {address}\r\nContent-Type: application/json\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n"
        );
        stream.write_all(head.as_bytes()).await.unwrap();
        stream.write_all(&vec![b' '; length]).await.unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).await.unwrap();
        let text = String::from_utf8_lossy(&answer);
        let status = if path.ends_with("brands") { "413" } else { "404" };
        assert!(text.starts_with(&format!("HTTP/1.1 {status}")), "{text}");
    }
}
