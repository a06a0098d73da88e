//! Answers that no platform should give: huge, endless, full of control characters, with invalid ids, with tokens in
//! them. Each deployment ends, or waits for a reason; nothing is made twice; no answer harms its readers.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use app::deployments::DeploymentDetail;
use domain::{PlatformId, Ticket, deployment::DeploymentStatus};
use serde_json::{Value, json};
use testkit::{StubAnswer, StubPlatform, StubRequest, TOKEN, TestApp, TestDatabase, on_both_databases};

use super::BOTH;

const META_TOKEN: &str = "EAABsbCS1iHgBO7ZAyPzN4uZCdmQ0bZC8dk1ZB";
const TIKTOK_TOKEN: &str = "9f3a1c5e7b2d4f6a8c0e1d3b5a7f9c2e4d6b8a0f";
const ID: &str = "120210000000000001";
const MIB: u64 = 1 << 20;

/// A platform on which the object exists after the request, with any first answer.
struct Odd {
    stub: StubPlatform,
    creates: Arc<AtomicUsize>,
}

impl Odd {
    /// `create` answers the first create request, `list` each search; none for the normal answer.
    async fn new(
        create: impl Fn() -> Option<StubAnswer> + Send + Sync + 'static,
        list: impl Fn() -> Option<StubAnswer> + Send + Sync + 'static,
    ) -> Self {
        let creates = Arc::new(AtomicUsize::new(0));
        let (count, made) = (creates.clone(), Arc::new(std::sync::Mutex::new(None::<Value>)));
        let stub = StubPlatform::start(move |request: &StubRequest| {
            let tiktok = request.path.starts_with("/open_api/");
            if request.method == "POST" {
                *made.lock().unwrap() = Some(request.body.clone());
                let first = count.fetch_add(1, Ordering::SeqCst) == 0;
                let usual = || {
                    StubAnswer::json(
                        200,
                        &if tiktok { enveloped(&json!({"campaign_id": ID})) } else { json!({"id": ID}) },
                    )
                };
                return first.then(&create).flatten().unwrap_or_else(usual);
            }
            let mut object = made.lock().unwrap().clone().unwrap_or_default();
            let name = object["name"].as_str().or(object["campaign_name"].as_str()).map(str::to_owned);
            if !tiktok && request.path.starts_with(&format!("/v26.0/{ID}")) {
                object["id"] = json!(ID);
                return StubAnswer::json(200, &object);
            }
            list().unwrap_or_else(|| {
                let found = name.map(|name| json!({"id": ID, "name": name, "campaign_id": ID, "campaign_name": name}));
                let found: Vec<Value> = found.into_iter().collect();
                let page = json!({"list": found, "page_info": {"total_page": 1}});
                StubAnswer::json(200, &if tiktok { enveloped(&page) } else { json!({"data": found}) })
            })
        })
        .await;
        Self { stub, creates }
    }

    async fn create(create: impl Fn() -> StubAnswer + Send + Sync + 'static) -> Self {
        Self::new(move || Some(create()), || None).await
    }
}

/// A text with each character in the form of `form`.
fn each(text: &str, form: impl Fn(u8) -> String) -> String {
    text.bytes().map(form).collect()
}

fn enveloped(data: &Value) -> Value {
    json!({"code": 0, "message": "OK", "data": data})
}

/// An application that calls the stub, with a token for each platform.
async fn calling(database: TestDatabase, odd: &Odd) -> TestApp {
    let mut app = TestApp::on(database).await;
    app.restart_with(|settings| {
        for settings in settings {
            let token = if settings.descriptor().id == PlatformId::Meta { META_TOKEN } else { TIKTOK_TOKEN };
            let settings = settings.common_mut();
            settings.base_url.clone_from(&odd.stub.url);
            settings.access_token = Some(domain::Secret::new(token));
        }
    });
    app
}

async fn deploy(app: &TestApp, platform: PlatformId, name: &str) -> (Ticket, domain::DeploymentId) {
    let catalog = app.catalog().await;
    let ticket = app.ready_ticket(&catalog, platform, name).await;
    let id = app.deploy(ticket.id).await;
    (ticket, id)
}

/// Adopted after one create, and readable everywhere.
async fn expect_adopted(app: &TestApp, odd: &Odd, story: &DeploymentDetail) {
    assert_eq!(story.deployment.status, DeploymentStatus::Success, "{:?}", story.deployment.error);
    assert_eq!(story.ticket.state.external_id().unwrap().as_str(), ID);
    assert_eq!(odd.creates.load(Ordering::SeqCst), 1, "looked up, and not sent again");
    expect_readable(app, story).await;
}

/// The stored parts of it have a limited size, no control characters and no token, in every place where they are read.
async fn expect_readable(app: &TestApp, story: &DeploymentDetail) {
    for path in [
        format!("/api/v1/deployments/{}", story.deployment.id),
        format!("/api/v1/tickets/{}", story.ticket.id),
        "/api/v1/tickets".into(),
        "/api/v1/deployments".into(),
        "/api/v1/accounts".into(),
        "/api/v1/events?limit=1000".into(),
    ] {
        let answer = app.client.get(&path).await;
        assert_eq!(answer.status, 200, "{path}");
        let text = answer.text();
        assert!(text.len() < 1_000_000, "{path} has {} bytes", text.len());
        assert!(!text.contains("\\u0000") && !text.contains("\\u001b"), "{path}");
        for secret in [META_TOKEN, TIKTOK_TOKEN, TOKEN] {
            assert!(!text.contains(secret) && !text.contains(&secret[..12]), "{path}");
        }
    }
}

on_both_databases! {
    async fn an_answer_that_cannot_be_used_is_looked_up(database) {
        type Create = fn() -> StubAnswer;
        let answers: Vec<(&str, Create)> = vec![
            ("a NUL in the id", || StubAnswer::json(200, &json!({"id": "12021\0"}))),
            ("an id that is a path", || StubAnswer::json(200, &json!({"id": "../v26.0/act_999/users?role=ADMIN"}))),
            ("an id of a spreadsheet", || StubAnswer::json(200, &json!({"id": "1.20299E+17"}))),
            ("an id with an underscore", || StubAnswer::json(200, &json!({"id": "123_456"}))),
            ("an id of 1 MB", || StubAnswer::json(200, &json!({"id": "9".repeat(1_000_000)}))),
            ("an id of 2 MB", || StubAnswer::json(200, &json!({"id": "9".repeat(2_000_000)}))),
            ("no JSON", || StubAnswer::new(200, "<html>\0\u{1b}[31m</html>").header("content-type", "text/html")),
            ("no UTF-8", || StubAnswer::new(200, vec![0xff, 0xfe, 0, 1]).header("content-type", "application/octet-stream")),
            ("JSON as text", || StubAnswer::new(502, "{\"id\":").header("content-type", "text/plain")),
            ("odd headers", || {
                StubAnswer::new(500, "").header("retry-after", vec![0xff, b'1']).header("x-app-usage", "{").header("x-business-use-case-usage", "[1]")
            }),
            ("very deep JSON", || StubAnswer::new(200, "[".repeat(500_000))),
        ];
        for (what, create) in answers {
            let odd = Odd::create(create).await;
            let app = calling(database.another().await, &odd).await;
            let (_, id) = deploy(&app, PlatformId::Meta, "Moana").await;
            app.settle().await;
            let story = app.story(id).await;
            assert_eq!(story.deployment.status, DeploymentStatus::Success, "{what}: {:?}", story.deployment.error);
            expect_adopted(&app, &odd, &story).await;
        }
    }

    async fn a_refusal_full_of_control_characters_ends_it(database) {
        for platform in BOTH {
            let odd = Odd::create(move || {
                let message = format!("no\0 \u{1b}[31m\u{85}good\r\nERROR forged line {}", "x".repeat(500_000));
                if platform == PlatformId::Meta {
                    StubAnswer::json(400, &json!({"error": {"message": message, "code": 100, "error_data": "\0"}}))
                } else {
                    StubAnswer::json(200, &json!({"code": 40002, "message": message, "data": {"a\0b": "\0"}}))
                }
            })
            .await;
            let app = calling(database.another().await, &odd).await;
            let (_, id) = deploy(&app, platform, "Moana").await;
            app.settle().await;
            let story = app.story(id).await;
            assert_eq!(story.deployment.status, DeploymentStatus::Failure);
            let error = story.deployment.error.clone().unwrap();
            assert!(error.contains("refused it: no\u{fffd} \u{fffd}[31m\u{fffd}good") && error.len() < 7_000, "{error}");
            assert_eq!((odd.creates.load(Ordering::SeqCst), story.attempts.len()), (1, 1));
            expect_readable(&app, &story).await;
        }
    }

    async fn an_error_of_5_mb_is_not_believed_and_not_read(database) {
        for platform in BOTH {
            let odd = Odd::create(move || {
                let (before, after) = if platform == PlatformId::Meta {
                    ("{\"error\":{\"code\":100,\"message\":\"", "\"}}")
                } else {
                    ("{\"code\":40002,\"message\":\"", "\"}")
                };
                StubAnswer::new(400, format!("{before}{}{after}", "x".repeat(5_000_000)))
            })
            .await;
            let app = calling(database.another().await, &odd).await;
            let (_, id) = deploy(&app, platform, "Moana").await;
            app.settle().await;
            let story = app.story(id).await;
            expect_adopted(&app, &odd, &story).await;
            assert_eq!(story.attempts[0].record.outcome, "unknown");
            assert!(story.attempts[0].record.response.to_string().len() < 64 << 10);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_of_200_mb_and_one_without_end_are_cut_off() {
    let block = vec![b' '; 1 << 16];
    let (large, endless) = (block.clone(), block);
    for odd in [
        Odd::create(move || StubAnswer::new(200, large.clone()).repeated(200 * 16)).await,
        Odd::create(move || StubAnswer::new(200, endless.clone()).endless()).await,
    ] {
        for platform in BOTH {
            odd.creates.store(0, Ordering::SeqCst);
            let app = calling(TestDatabase::sqlite().await, &odd).await;
            let (_, id) = deploy(&app, platform, "Moana").await;
            app.settle().await;
            let story = app.story(id).await;
            expect_adopted(&app, &odd, &story).await;
        }
        // A limit of one, and the buffers of two sockets.
        assert!(odd.stub.most_taken() < 24 * MIB, "{} bytes were taken", odd.stub.most_taken());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_look_up_of_10_mb_says_nothing() {
    // The first answer is lost; the list is too large until somebody fixes that.
    let odd = {
        let lists = Arc::new(AtomicUsize::new(0));
        let huge = format!("{{\"data\":[{}{{\"id\":\"5\"}}]}}", "{\"id\":\"5\",\"name\":\"another\"},".repeat(400_000));
        assert!(huge.len() > 10_000_000);
        Odd::new(
            || Some(StubAnswer::new(500, "")),
            move || (lists.fetch_add(1, Ordering::SeqCst) < 3).then(|| StubAnswer::new(200, huge.clone())),
        )
        .await
    };
    let app = calling(TestDatabase::sqlite().await, &odd).await;
    let (_, id) = deploy(&app, PlatformId::Meta, "Moana").await;
    app.settle().await;
    let story = app.story(id).await;
    expect_adopted(&app, &odd, &story).await;
    let failed: Vec<&str> = story.attempts.iter().map(|attempt| attempt.record.outcome.as_str()).collect();
    assert_eq!(failed[..4], ["unknown", "unavailable", "unavailable", "unavailable"], "{failed:?}");
    assert!(odd.stub.most_taken() > 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_absurd_wait_is_a_long_one() {
    for header in ["18446744073709551615", "99999999999", "999999999999999999999999"] {
        let odd = Odd::create(move || StubAnswer::new(429, "").header("retry-after", header)).await;
        let app = calling(TestDatabase::sqlite().await, &odd).await;
        let (_, id) = deploy(&app, PlatformId::Meta, "Moana").await;
        app.run_due_work().await;
        let story = app.story(id).await;
        assert_eq!(story.deployment.status, DeploymentStatus::Retry, "{:?}", story.deployment.error);
        expect_readable(&app, &story).await;
    }
    let usage = r#"{"1234567890":[{"call_count":100,"estimated_time_to_regain_access":1000000000000000}]}"#;
    let odd = Odd::create(move || {
        let error = json!({"error": {"message": "Too many calls", "code": 80004}});
        StubAnswer::json(400, &error).header("x-business-use-case-usage", usage)
    })
    .await;
    let app = calling(TestDatabase::sqlite().await, &odd).await;
    let (_, id) = deploy(&app, PlatformId::Meta, "Moana").await;
    app.run_due_work().await;
    let story = app.story(id).await;
    assert_eq!(story.deployment.status, DeploymentStatus::Retry, "{:?}", story.deployment.error);
    expect_readable(&app, &story).await;
}

on_both_databases! {
    async fn a_token_in_an_echo_reaches_nobody(database) {
        let hex = each(TIKTOK_TOKEN, |byte| format!("{byte:02x}"));
        let percent = each(META_TOKEN, |byte| format!("%{byte:02X}"));
        let escaped = each(META_TOKEN, |byte| format!("\\u{byte:04x}"));
        let echoes = [META_TOKEN.to_owned(), TIKTOK_TOKEN.to_owned(), META_TOKEN[5..].to_owned(), hex, percent, escaped];
        for platform in BOTH {
            for echo in &echoes {
                let text = format!("Malformed access token {echo} in {{\\\"{echo}\\\":1}}");
                let body = if platform == PlatformId::Meta {
                    format!("{{\"error\":{{\"message\":\"{text}\",\"code\":100}}}}")
                } else {
                    format!("{{\"code\":40002,\"message\":\"{text}\"}}")
                };
                let odd = Odd::create(move || StubAnswer::new(400, body.clone())).await;
                let app = calling(database.another().await, &odd).await;
                let (_, id) = deploy(&app, platform, "Moana").await;
                app.settle().await;
                let story = app.story(id).await;
                assert_eq!(story.deployment.status, DeploymentStatus::Failure);
                let error = story.deployment.error.clone().unwrap();
                assert!(error.contains("Malformed access token [redacted]"), "{error}");
                assert!(!error.contains(&echo[..16]), "{error}");
                expect_readable(&app, &story).await;
                let kept = format!("{:?}", story.attempts);
                assert!(!kept.contains(&echo[..16]), "{kept}");
            }
        }
    }
}
