//! Writes to the event log as the use cases do: a change first, then its events, in one transaction.

use domain::{Channel, ChannelId, Event, EventId, Timestamp, event::Actor};
use serde_json::Value;
use testkit::store::{Store, Tx, events};
use uuid::Uuid;

/// Makes a change and appends its events; the caller commits, or not.
pub(crate) async fn append(store: &Store, number: u128, data: Vec<Value>) -> Tx {
    let now = Timestamp::UNIX_EPOCH;
    let tx = store.begin().await.unwrap();
    let channel = Channel {
        id: ChannelId(Uuid::from_u128(number)),
        platform_name: "Meta".into(),
        recorded_platform: Some(domain::channel::Platform::Meta),
        api_identifier: format!("channel-{number}"),
        created_at: now,
        updated_at: now,
        version: 1,
    };
    tx.insert(&channel).await.unwrap();
    let event = |data| Event {
        id: EventId(Uuid::now_v7()),
        kind: "test.happened",
        subject: format!("writers/{number}"),
        actor: Actor::user("tester"),
        time: now,
        data,
    };
    events::append(&tx, data.into_iter().map(event).collect()).await.unwrap();
    tx
}

/// The position and id of every event of the log.
pub(crate) async fn whole(store: &Store) -> Vec<(i64, String)> {
    let all = events::between(store.reader(), 0, i64::MAX, 1_000_000).await.unwrap();
    all.into_iter().map(|event| (event.seq, event.id.to_string())).collect()
}
