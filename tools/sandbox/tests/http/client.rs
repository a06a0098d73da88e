//! Two ways to call a sandbox: through its router, and over TCP with a client that sees how a connection ends.

#![expect(clippy::unwrap_used, reason = "a helper of tests: what goes wrong here fails the test")]
#![expect(clippy::needless_pass_by_value, reason = "calls read better when literals are handed over")]

use std::io;
use std::net::SocketAddr;

use axum::body::{Body, to_bytes};
use http::{HeaderMap, Request};
use jiff::Timestamp;
use sandbox::{ManualClock, Quotas, Sandbox, Settings};
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use tower::ServiceExt;

/// The time of all tests: before the end of manual `TikTok` campaigns.
pub(crate) const NOW: &str = "2026-11-25T12:00:00Z";

pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Value,
}

impl Answer {
    /// Meta: code and subcode; 0 when there is none.
    pub(crate) fn error(&self) -> (i64, i64) {
        let number = |key: &str| self.body["error"][key].as_i64().unwrap_or(0);
        (number("code"), number("error_subcode"))
    }

    /// `TikTok`'s code.
    pub(crate) fn code(&self) -> i64 {
        self.body["code"].as_i64().unwrap_or(-1)
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// The value at a JSON pointer, as text.
    pub(crate) fn at(&self, pointer: &str) -> String {
        let value = self.body.pointer(pointer).unwrap_or_else(|| panic!("no {pointer} in {}", self.body));
        value.as_str().map_or_else(|| value.to_string(), str::to_owned)
    }
}

/// A sandbox whose clock stands still and whose quotas are off, called through its router.
pub(crate) struct Local {
    pub(crate) sandbox: Sandbox,
    pub(crate) clock: ManualClock,
}

impl Local {
    pub(crate) fn new() -> Self {
        Self::with(|_| {})
    }

    pub(crate) fn with(change: impl FnOnce(&mut Settings)) -> Self {
        let clock = ManualClock::at(NOW.parse::<Timestamp>().unwrap());
        let mut settings = Settings { clock: clock.clock(), quotas: Quotas::off(), ..Settings::default() };
        change(&mut settings);
        Self { sandbox: Sandbox::open(settings).unwrap(), clock }
    }

    pub(crate) async fn send(&self, request: Request<Body>) -> Answer {
        let response = self.sandbox.router().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = to_bytes(body, usize::MAX).await.unwrap();
        let body = serde_json::from_slice(&bytes).unwrap_or(Value::Null);
        Answer { status: parts.status.as_u16(), headers: parts.headers, body }
    }

    pub(crate) async fn call(&self, method: &str, path: &str, body: Value) -> Answer {
        let text = if body.is_null() { String::new() } else { body.to_string() };
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header("host", "sandbox.test")
            .header("content-type", "application/json")
            .header("authorization", "Bearer token-1")
            .header("access-token", "token-1")
            .body(Body::from(text));
        self.send(request.unwrap()).await
    }

    pub(crate) async fn get(&self, path: &str) -> Answer {
        self.call("GET", path, Value::Null).await
    }

    /// `GET` with a query that needs encoding.
    pub(crate) async fn query(&self, path: &str, query: &[(&str, &str)]) -> Answer {
        let mut encoded = url::form_urlencoded::Serializer::new(String::new());
        encoded.extend_pairs(query);
        self.get(&format!("{path}?{}", encoded.finish())).await
    }

    /// `POST` to Meta's current version.
    pub(crate) async fn meta(&self, path: &str, body: Value) -> Answer {
        self.call("POST", &format!("/v26.0/{path}"), body).await
    }

    /// Creates at Meta and returns the id.
    pub(crate) async fn meta_id(&self, path: &str, body: Value) -> String {
        self.meta(path, body).await.at("/id")
    }

    pub(crate) async fn tiktok(&self, path: &str, body: Value) -> Answer {
        self.call("POST", &format!("/open_api/v1.3{path}"), body).await
    }

    pub(crate) async fn tiktok_id(&self, path: &str, key: &str, body: Value) -> String {
        let answer = self.tiktok(path, body).await;
        assert_eq!(answer.code(), 0, "{}", answer.body);
        answer.at(&format!("/data/{key}"))
    }

    pub(crate) async fn tiktok_get(&self, path: &str, query: &[(&str, &str)]) -> Answer {
        self.query(&format!("/open_api/v1.3{path}"), query).await
    }

    pub(crate) async fn fault(&self, rule: Value) -> Answer {
        self.call("POST", "/_sandbox/faults", rule).await
    }
}

/// `base` with some fields replaced; null removes a field.
pub(crate) fn but(mut base: Value, changes: Value) -> Value {
    for (key, value) in changes.as_object().unwrap() {
        if value.is_null() {
            base.as_object_mut().unwrap().remove(key);
        } else {
            base[key] = value.clone();
        }
    }
    base
}

pub(crate) fn meta_campaign() -> Value {
    json!({
        "name": "DIS_US_META_2026_Launch",
        "objective": "OUTCOME_TRAFFIC",
        "special_ad_categories": [],
        "status": "PAUSED",
        "is_adset_budget_sharing_enabled": false,
    })
}

pub(crate) fn meta_adset(campaign: &str) -> Value {
    json!({
        "name": "Set",
        "campaign_id": campaign,
        "targeting": { "geo_locations": { "countries": ["US"] } },
        "billing_event": "IMPRESSIONS",
        "optimization_goal": "LINK_CLICKS",
        "daily_budget": 5000,
        "bid_strategy": "LOWEST_COST_WITHOUT_CAP",
        "status": "PAUSED",
    })
}

pub(crate) fn meta_creative() -> Value {
    json!({
        "name": "Creative",
        "object_story_spec": { "page_id": "1", "link_data": { "link": "https://example.com", "message": "Hi" } },
    })
}

pub(crate) fn tiktok_campaign() -> Value {
    json!({
        "advertiser_id": "7000",
        "campaign_name": "DIS_US_TIKTOK_2026_Launch",
        "objective_type": "TRAFFIC",
        "budget_mode": "BUDGET_MODE_INFINITE",
        "operation_status": "DISABLE",
    })
}

pub(crate) fn tiktok_adgroup(campaign: &str) -> Value {
    json!({
        "advertiser_id": "7000",
        "campaign_id": campaign,
        "adgroup_name": "Group",
        "billing_event": "CPC",
        "optimization_goal": "CLICK",
        "promotion_type": "WEBSITE",
        "placement_type": "PLACEMENT_TYPE_NORMAL",
        "placements": ["PLACEMENT_TIKTOK"],
        "location_ids": ["6252001"],
        "budget_mode": "BUDGET_MODE_DAY",
        "budget": 20,
        "pacing": "PACING_MODE_SMOOTH",
        "schedule_type": "SCHEDULE_FROM_NOW",
        "schedule_start_time": "2026-11-26 00:00:00",
        "operation_status": "DISABLE",
    })
}

pub(crate) fn tiktok_ad(group: &str) -> Value {
    json!({ "advertiser_id": "7000", "adgroup_id": group, "creatives": [tiktok_creative()] })
}

pub(crate) fn tiktok_creative() -> Value {
    json!({
        "ad_name": "Ad",
        "ad_format": "SINGLE_VIDEO",
        "identity_type": "TT_USER",
        "identity_id": "i1",
        "video_id": "v1",
        "ad_text": "Hello",
        "landing_page_url": "https://example.com",
        "operation_status": "DISABLE",
    })
}

/// A sandbox on a socket.
pub(crate) struct Served {
    pub(crate) sandbox: Sandbox,
    pub(crate) address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    task: JoinHandle<io::Result<()>>,
}

/// The end of a call over TCP.
#[derive(Debug)]
pub(crate) enum Heard {
    /// A whole answer: status and body.
    Answer(u16, String),
    /// Fewer bytes than announced.
    Partial(u16, String),
    /// Not a single byte.
    Nothing,
}

impl Served {
    pub(crate) async fn new() -> Self {
        Self::with(Settings { quotas: Quotas::off(), ..Settings::default() }).await
    }

    pub(crate) async fn with(settings: Settings) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let sandbox = Sandbox::open(settings).unwrap();
        let (stop, stopped) = oneshot::channel();
        let shutdown = async move {
            let _ = stopped.await;
        };
        let task = tokio::spawn(sandbox::serve(listener, sandbox.clone(), shutdown));
        Self { sandbox, address, stop: Some(stop), task }
    }

    pub(crate) async fn stop(mut self) {
        drop(self.stop.take());
        self.task.await.unwrap().unwrap();
    }

    /// Sends one request on a connection of its own.
    pub(crate) async fn post(&self, path: &str, body: &Value) -> Heard {
        let mut stream = TcpStream::connect(self.address).await.unwrap();
        send(&mut stream, path, body).await;
        hear(&mut stream).await
    }

    pub(crate) async fn fault(&self, rule: Value) {
        let Heard::Answer(201, _) = self.post("/_sandbox/faults", &rule).await else { panic!("{rule}") };
    }
}

pub(crate) async fn send(stream: &mut TcpStream, path: &str, body: &Value) {
    let body = body.to_string();
    let head = format!(
        "POST {path} HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\nauthorization: Bearer t\r\n\
         access-token: t\r\ncontent-length: {}\r\n\r\n",
        body.len()
    );
    stream.write_all(format!("{head}{body}").as_bytes()).await.unwrap();
}

/// Reads one answer, or its part before the connection closes.
pub(crate) async fn hear(stream: &mut TcpStream) -> Heard {
    let mut seen = Vec::new();
    loop {
        let text = String::from_utf8_lossy(&seen).into_owned();
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let head = head.to_lowercase();
            let status = head.split(' ').nth(1).unwrap().parse().unwrap();
            let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")).unwrap();
            if body.len() >= length.parse().unwrap() {
                return Heard::Answer(status, body.to_owned());
            }
        }
        let mut chunk = [0; 4096];
        match stream.read(&mut chunk).await {
            Ok(0) | Err(_) if seen.is_empty() => return Heard::Nothing,
            Ok(0) | Err(_) => {
                let status = text.split(' ').nth(1).unwrap().parse().unwrap();
                return Heard::Partial(status, text.split_once("\r\n\r\n").unwrap_or_default().1.to_owned());
            }
            Ok(count) => seen.extend_from_slice(&chunk[..count]),
        }
    }
}
