//! The live feed: events as they happen, from the client's last position.

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
use futures_util::{SinkExt as _, StreamExt as _, stream};
use serde::Deserialize;
use tokio::sync::{broadcast, watch};
use tracing::warn;

use crate::{
    live::{self, QUEUE, Sent},
    problem::Problem,
    state::ApiState,
};

/// The feed goes one way: a client has no reason to send more than a few words.
const MOST_RECEIVED: usize = 4 * 1024;
/// A message of up to this size is read to its end, so that the client sees why it is refused. A longer one ends the
/// connection.
const MOST_READ: usize = 16 * 1024;
/// The amount that is gathered before it is sent.
const WRITE_BUFFER: usize = 16 * 1024;
/// The most data that waits in the process for a client; no event is larger.
const MOST_BUFFERED: usize = 1024 * 1024;
/// A client that reads nothing for this long is considered gone.
const SEND_TIMEOUT: Duration = Duration::from_secs(20);
/// The time that a client has to close after it got the reason for the feed's end.
const CLOSING: Duration = Duration::from_secs(5);
/// Keeps proxies from closing a quiet connection.
const PING_INTERVAL: Duration = Duration::from_secs(20);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Resume {
    /// The last `seq` that the client has seen. Without it, or with one that the log never gave out, only new events
    /// are sent.
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
    upgrade
        .max_message_size(MOST_READ)
        .max_frame_size(MOST_READ)
        .read_buffer_size(MOST_RECEIVED)
        .write_buffer_size(WRITE_BUFFER)
        .max_write_buffer_size(MOST_BUFFERED)
        .on_upgrade(move |socket| feed(socket, state, resume.after))
}

/// The reason for a feed's end.
enum End {
    /// The client is gone, or reads nothing any more.
    Gone,
    /// The client gets the reason.
    Told(u16, String),
}

impl End {
    fn stopping() -> Self {
        Self::Told(close_code::AWAY, "the server stops".to_owned())
    }

    fn said_too_much() -> Self {
        Self::Told(close_code::SIZE, "the feed goes one way: messages over 4 kB are not accepted".to_owned())
    }

    /// The client reads slower than events arrive.
    fn too_slow(position: i64) -> Self {
        Self::Told(close_code::AGAIN, format!("too slow: resume with ?after={position}"))
    }
}

async fn feed(mut socket: WebSocket, state: ApiState, after: Option<i64>) {
    let mut stopping = state.stopping.clone();
    // A server that stops does not wait for a slow client.
    let end = tokio::select! {
        end = follow(&mut socket, &state, after) => end,
        () = stopped(&mut stopping) => End::stopping(),
    };
    if let End::Told(code, reason) = end
        && send(&mut socket, [Message::Close(Some(CloseFrame { code, reason: reason.into() }))]).await
    {
        // If a socket is closed while data from the client is unread, it is reset, and the client would not see the
        // reason: so its data (mostly pongs) is read until it closes, too.
        let _ = tokio::time::timeout(CLOSING, async { while let Some(Ok(_)) = socket.recv().await {} }).await;
    }
}

async fn follow(socket: &mut WebSocket, state: &ApiState, after: Option<i64>) -> End {
    let mut safe = state.safe.clone();
    let Some(mut position) = first_position(state, &mut safe, after).await else {
        return End::Told(close_code::AGAIN, "the event log cannot be read: try again later".to_owned());
    };
    // Events that become final after this are in the queue; earlier ones are read from the log.
    let mut news = state.live.subscribe(&state.app, &safe).await;
    loop {
        let up_to = *safe.borrow_and_update();
        if let Err(end) = catch_up(socket, state, up_to, &mut position).await {
            return end;
        }
        if news.len() < QUEUE / 2 {
            break;
        }
        // The queue overflowed meanwhile, so the log is read as well.
        news = news.resubscribe();
    }
    let mut pings = tokio::time::interval(PING_INTERVAL);
    loop {
        tokio::select! {
            event = news.recv() => match event {
                Ok(event) => if let Err(end) = pass_on(socket, event, &mut news, &mut position).await { return end },
                Err(broadcast::error::RecvError::Lagged(_)) => return End::too_slow(position),
                Err(broadcast::error::RecvError::Closed) => return End::stopping(),
            },
            _ = pings.tick() => if !send(socket, [Message::Ping(Vec::new().into())]).await { return End::Gone },
            received = socket.recv() => match received {
                Some(Ok(Message::Close(_))) | None => return End::Gone,
                Some(Ok(message)) if message.clone().into_data().len() > MOST_RECEIVED => return End::said_too_much(),
                // The feed goes one way; messages of a client are ignored.
                Some(Ok(_)) => {}
                Some(Err(error)) => return of_error(&error),
            },
        }
    }
}

/// A client that sends too much gets the reason; one with a broken connection cannot.
fn of_error(error: &axum::Error) -> End {
    if error.to_string().contains("Space limit exceeded") || error.to_string().contains("too long") {
        return End::said_too_much();
    }
    End::Gone
}

/// The event after which the client continues; none if that cannot be determined.
///
/// Events that a client has seen on another server may not be final yet for this one, so a position beyond ours is
/// waited for. One beyond the log's own end was never given out by this log, which may have been restored from a
/// backup: such a client gets only new events, like one without a position.
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

/// Sends all events after `position` up to `up_to`.
async fn catch_up(socket: &mut WebSocket, state: &ApiState, up_to: i64, position: &mut i64) -> Result<(), End> {
    while *position < up_to {
        let events = live::read(&state.app, *position, up_to).await.map_err(|error| {
            warn!(%error, "the live feed could not read the event log: {error}");
            End::Told(close_code::AGAIN, format!("the event log cannot be read: resume with ?after={position}"))
        })?;
        let last = events.last().map_or(up_to, |last| last.seq);
        if !send(socket, events.into_iter().map(|event| Message::Text(event.text))).await {
            return Err(End::too_slow(*position));
        }
        *position = last;
    }
    Ok(())
}

/// Sends an event together with all that wait after it.
async fn pass_on(
    socket: &mut WebSocket,
    first: Sent,
    news: &mut broadcast::Receiver<Sent>,
    position: &mut i64,
) -> Result<(), End> {
    let mut events = vec![first];
    while events.len() < QUEUE
        && let Ok(event) = news.try_recv()
    {
        events.push(event);
    }
    events.retain(|event| event.seq > *position);
    let Some(last) = events.last().map(|last| last.seq) else { return Ok(()) };
    if !send(socket, events.into_iter().map(|event| Message::Text(event.text))).await {
        return Err(End::too_slow(*position));
    }
    *position = last;
    Ok(())
}

/// Returns true if the client read all of it in time.
async fn send(socket: &mut WebSocket, messages: impl IntoIterator<Item = Message>) -> bool {
    let mut messages = stream::iter(messages).map(Ok);
    matches!(tokio::time::timeout(SEND_TIMEOUT, socket.send_all(&mut messages)).await, Ok(Ok(())))
}

/// Ends when the server stops.
async fn stopped(stopping: &mut watch::Receiver<bool>) {
    // A sender that is gone has stopped too.
    let _ = stopping.wait_for(|stops| *stops).await.map(|_| ());
}
