//! The product's API as a patient client sees it: several servers, any of which may be down.

use std::{
    net::SocketAddr,
    sync::atomic::{AtomicUsize, Ordering},
    time::Duration,
};

use futures_util::{StreamExt, TryStreamExt, stream};
use serde_json::{Value, json};
use tokio::time::{Instant, sleep};

use crate::{
    Result,
    http::{Answer, Request},
};

/// The time that a client waits for an answer; a suspended server gives none.
const PATIENCE: Duration = Duration::from_secs(6);

/// The time that a client waits before it asks again.
const PAUSE: Duration = Duration::from_millis(100);

/// The servers.
#[derive(Debug)]
pub(crate) struct Api {
    servers: Vec<SocketAddr>,
    turn: AtomicUsize,
}

/// Ids of the master data.
#[derive(Debug, Clone)]
pub(crate) struct Catalog {
    pub(crate) market: String,
    pub(crate) brand: String,
    pub(crate) meta: String,
    pub(crate) tiktok: String,
}

impl Api {
    pub(crate) fn new(servers: &[SocketAddr]) -> Self {
        Self { servers: servers.to_vec(), turn: AtomicUsize::new(0) }
    }

    /// Asks the next server. Returns nothing if the server is down or busy, answers 5xx, or breaks off.
    pub(crate) async fn ask(&self, request: Request<'_>) -> Option<Answer> {
        let server = self.servers[self.turn.fetch_add(1, Ordering::Relaxed) % self.servers.len()];
        let answer = request.send(server, PATIENCE).await?;
        (answer.status < 500 && answer.status != 408 && answer.status != 429).then_some(answer)
    }

    /// Reads a path, and asks until there is an answer.
    pub(crate) async fn get(&self, path: &str) -> Result<Answer> {
        let began = Instant::now();
        loop {
            match self.ask(Request::get(path)).await {
                Some(answer) if answer.status == 200 => return Ok(answer),
                Some(answer) => return Err(unexpected("GET", path, &answer)),
                None if began.elapsed() > crate::PATIENCE => return Err(format!("GET {path}: no answer").into()),
                None => sleep(PAUSE).await,
            }
        }
    }

    /// Reads a whole list, page by page.
    pub(crate) async fn all(&self, path: &str) -> Result<Vec<Value>> {
        let mut rows = Vec::new();
        loop {
            let answer = self.get(&format!("{path}?limit=1000&sort=created_at&skip={}", rows.len())).await?;
            let page = answer.body.as_array().cloned().unwrap_or_default();
            let full = page.len() == 1000;
            rows.extend(page);
            if !full {
                return Ok(rows);
            }
        }
    }

    /// Reads each deployment with its steps.
    pub(crate) async fn deployments(&self) -> Result<Vec<Value>> {
        let paths: Vec<String> = self
            .all("/api/v1/deployments")
            .await?
            .iter()
            .map(|row| format!("/api/v1/deployments/{}", text(row, "id")))
            .collect();
        stream::iter(&paths).map(async |path| Ok(self.get(path).await?.body)).buffered(8).try_collect().await
    }

    /// Reads the position and the id of every event, in order.
    pub(crate) async fn events(&self) -> Result<Vec<(i64, String)>> {
        let mut events = Vec::new();
        let mut path = "/api/v1/events?limit=1000".to_owned();
        loop {
            let page = self.get(&path).await?.body;
            let page: Vec<(i64, String)> = page.as_array().into_iter().flatten().filter_map(place).collect();
            let Some((oldest, _)) = page.last() else { break };
            path = format!("/api/v1/events?limit=1000&before={oldest}");
            events.extend(page);
        }
        events.reverse();
        Ok(events)
    }

    /// Records market, brand and channels before the chaos begins.
    pub(crate) async fn set_up(&self) -> Result<Catalog> {
        let make = async |path: &str, body: Value| {
            let answer = self.ask(Request::post(path, &body)).await.ok_or("a server does not answer")?;
            if answer.status == 201 { Ok(text(&answer.body, "id")) } else { Err(unexpected("POST", path, &answer)) }
        };
        let channel = |name: &str| json!({"platform_name": name, "api_identifier": name});
        Ok(Catalog {
            market: make("/api/v1/markets", json!({"code": "US", "country": "United States", "region": "NA"})).await?,
            brand: make("/api/v1/brands", json!({"name": "Chaos", "internal_code": "CHA"})).await?,
            meta: make("/api/v1/channels", channel("Meta")).await?,
            tiktok: make("/api/v1/channels", channel("TikTok")).await?,
        })
    }
}

/// The position and the id of an event.
pub(crate) fn place(event: &Value) -> Option<(i64, String)> {
    Some((event["seq"].as_i64()?, event["id"].as_str()?.to_owned()))
}

/// A field as text; empty if it is no text.
pub(crate) fn text(value: &Value, field: &str) -> String {
    value[field].as_str().unwrap_or_default().to_owned()
}

/// The error for an unexpected answer.
pub(crate) fn unexpected(method: &str, path: &str, answer: &Answer) -> crate::Error {
    format!("{method} {path}: {} {}", answer.status, answer.body).into()
}
