//! The live feed: events as they happen, and from where a client left off.

use std::time::Duration;

use axum::{
    extract::{
        Query, State, WebSocketUpgrade,
        rejection::QueryRejection,
        ws::{CloseFrame, Message, WebSocket, close_code, rejection::WebSocketUpgradeRejection},
    },
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use serde::Deserialize;
use tokio::sync::watch;
use tracing::warn;

use crate::{bodies::EventBody, problem::Problem, state::ApiState};

/// Events read at a time; also the most that are held in memory for a client.
const BATCH: u64 = 200;
/// A client that takes nothing for so long is not there any more.
const SEND_TIMEOUT: Duration = Duration::from_secs(20);
/// Keeps proxies from closing a quiet connection.
const PING_INTERVAL: Duration = Duration::from_secs(20);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Resume {
    /// The last `seq` that the client has seen; without it, or with one that the log never gave out, only new events are
    /// sent.
    after: Option<i64>,
}

/// `GET /api/v1/ws?after=<seq>`.
pub(crate) async fn connect(
    State(state): State<ApiState>,
    resume: Result<Query<Resume>, QueryRejection>,
    upgrade: Result<WebSocketUpgrade, WebSocketUpgradeRejection>,
) -> Response {
    let Ok(Query(resume)) = resume else {
        return Problem::parameter(
            "after",
            "The one parameter here is after: the seq of the last event that you have seen, a whole number.",
            None,
        )
        .into_response();
    };
    let Ok(upgrade) = upgrade else {
        let problem = Problem::new(
            StatusCode::UPGRADE_REQUIRED,
            "upgrade-required",
            "Connect a WebSocket",
            "The live feed is a WebSocket, and this request opens none: connect to it with ws:// or wss://.",
        );
        return ([(header::UPGRADE, "websocket")], problem).into_response();
    };
    upgrade.on_upgrade(move |socket| feed(socket, state, resume.after))
}

async fn feed(mut socket: WebSocket, state: ApiState, after: Option<i64>) {
    let mut safe = state.safe.clone();
    let mut stopping = state.stopping.clone();
    let mut position = tokio::select! {
        position = first_position(&state, &mut safe, after) => match position {
            Some(position) => position,
            None => return close(socket, close_code::AGAIN, "the event log cannot be read: try again later").await,
        },
        () = stopped(&mut stopping) => return close(socket, close_code::AWAY, "the server stops").await,
    };
    let mut pings = tokio::time::interval(PING_INTERVAL);
    loop {
        // However far behind the client is, and however slow: a server that stops does not wait for it.
        let still_there = tokio::select! {
            still_there = catch_up(&mut socket, &state, &mut safe, &mut position) => still_there,
            () = stopped(&mut stopping) => return close(socket, close_code::AWAY, "the server stops").await,
        };
        if !still_there {
            return;
        }
        tokio::select! {
            changed = safe.changed() => if changed.is_err() {
                return close(socket, close_code::AWAY, "the server stops").await;
            },
            () = stopped(&mut stopping) => return close(socket, close_code::AWAY, "the server stops").await,
            _ = pings.tick() => if !send(&mut socket, Message::Ping(Vec::new().into())).await { return },
            received = socket.recv() => match received {
                Some(Ok(Message::Close(_)) | Err(_)) | None => return,
                // The feed goes one way; what a client says is not listened to.
                Some(Ok(_)) => {}
            },
        }
    }
}

/// Behind which event the client goes on; none when that cannot be found out.
///
/// What a client has seen on another server may not be final yet for ours, so a position beyond ours is waited for. One
/// beyond the log's own end was never given out by this log, which was perhaps restored from a backup: such a client gets
/// what comes, like one that asks for no position.
async fn first_position(state: &ApiState, safe: &mut watch::Receiver<i64>, after: Option<i64>) -> Option<i64> {
    let end = *safe.wait_for(|safe| *safe >= 0).await.ok()?;
    match after {
        None => Some(end),
        Some(after) if after <= end => Some(after),
        Some(after) => match state.app.last_event().await {
            Ok(last) => Some(if after > last { end } else { after }),
            Err(error) => {
                warn!(%error, "the live feed could not read the event log: {error}");
                None
            }
        },
    }
}

/// Sends everything that is final and not sent yet; whether the client is still there.
async fn catch_up(
    socket: &mut WebSocket,
    state: &ApiState,
    safe: &mut watch::Receiver<i64>,
    position: &mut i64,
) -> bool {
    loop {
        let up_to = *safe.borrow_and_update();
        if *position >= up_to {
            return true;
        }
        let events = match state.app.events_after(*position, up_to, BATCH).await {
            Ok(events) => events,
            Err(error) => {
                // The next change tries again; the client misses nothing.
                warn!(%error, "the live feed could not read the event log: {error}");
                return true;
            }
        };
        if events.is_empty() {
            *position = up_to;
        }
        for event in events {
            let seq = event.seq;
            let Ok(text) = serde_json::to_string(&EventBody::from(event)) else {
                continue;
            };
            if !send(socket, Message::Text(text.into())).await {
                return false;
            }
            *position = seq;
        }
    }
}

async fn send(socket: &mut WebSocket, message: Message) -> bool {
    matches!(tokio::time::timeout(SEND_TIMEOUT, socket.send(message)).await, Ok(Ok(())))
}

/// Over when the server stops.
async fn stopped(stopping: &mut watch::Receiver<bool>) {
    // A sender that is gone has stopped too.
    let _ = stopping.wait_for(|stops| *stops).await.map(|_| ());
}

async fn close(mut socket: WebSocket, code: u16, why: &'static str) {
    let _ = send(&mut socket, Message::Close(Some(CloseFrame { code, reason: why.into() }))).await;
}
