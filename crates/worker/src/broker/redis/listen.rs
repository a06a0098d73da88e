//! The worker's side: reads the stream, and takes over the entries of dead workers.

use std::{convert::Infallible, sync::Arc, time::Duration};

use redis::{
    Value, cmd,
    streams::{StreamAutoClaimReply, StreamId, StreamInfoConsumersReply, StreamReadReply},
};
use tokio::{
    sync::{OwnedSemaphorePermit, Semaphore},
    time::{Instant, sleep},
};
use tracing::{debug, info};

use super::{
    RedisBroker, RedisSettings, Trouble,
    acknowledge::Acknowledgement,
    server::{Connection, Refused},
};
use crate::{
    Queue,
    broker::{PATIENCE, background_sender::OutboxHandle, condition::Condition, reconnect::Backoff},
    queue::Receipt,
};

/// The reader for one queue.
pub(super) struct Reader<'a> {
    broker: &'a RedisBroker,
    queue: Arc<Queue>,
    acknowledged: OutboxHandle<Acknowledgement>,
    /// One place for each entry that may be unacknowledged.
    places: Arc<Semaphore>,
    /// Our name in the group.
    consumer: String,
}

impl<'a> Reader<'a> {
    pub(super) fn new(broker: &'a RedisBroker, queue: Arc<Queue>, acknowledged: OutboxHandle<Acknowledgement>) -> Self {
        let places = Arc::new(Semaphore::new(broker.settings.unacknowledged.max(1)));
        let consumer = format!("{:016x}{:016x}", broker.rng.number(), broker.rng.number());
        Self { broker, queue, acknowledged, places, consumer }
    }

    fn settings(&self) -> &RedisSettings {
        &self.broker.settings
    }

    /// Reads for ever, and reconnects as often as needed.
    pub(super) async fn run(&self, condition: &Condition) -> Infallible {
        let mut backoff = Backoff::new(self.broker.rng.clone());
        loop {
            let Err(trouble) = self.read_until_it_fails(condition, &mut backoff).await;
            condition.fails(&trouble, 0);
            sleep(backoff.next()).await;
        }
    }

    async fn read_until_it_fails(&self, condition: &Condition, backoff: &mut Backoff) -> Result<Infallible, Trouble> {
        let mut connection = self.broker.server.connect().await?;
        self.create_group(&mut connection).await?;
        let mut next_look = Instant::now();
        loop {
            condition.works();
            backoff.reset();
            let places = self.free_places().await;
            let until_look = next_look.saturating_duration_since(Instant::now());
            let outcome = if until_look.is_zero() {
                next_look = Instant::now() + self.settings().look_every;
                match self.look_after_the_dead(&mut connection, places).await {
                    // Reading continues: without this, the sweeper finds the entries of dead workers.
                    Err(refused) if refused.is_an_answer() && !refused.is_wiped() => {
                        debug!("hints of dead workers are not looked for: {refused}");
                        Ok(())
                    }
                    outcome => outcome,
                }
            } else {
                self.read(&mut connection, places, until_look).await
            };
            match outcome {
                Err(refused) if refused.is_wiped() => self.create_group(&mut connection).await?,
                other => other?,
            }
        }
    }

    /// All free places; waits for at least one.
    async fn free_places(&self) -> Option<OwnedSemaphorePermit> {
        // The semaphore is never closed, and nothing else takes places.
        let mut places = self.places.clone().acquire_owned().await.ok()?;
        let more = u32::try_from(self.places.available_permits()).unwrap_or(u32::MAX);
        if let Ok(more) = self.places.clone().try_acquire_many_owned(more) {
            places.merge(more);
        }
        Some(places)
    }

    /// Creates the group, starting with hints from before its existence.
    async fn create_group(&self, connection: &mut Connection) -> Result<(), Trouble> {
        let RedisSettings { stream, group, .. } = self.settings();
        let mut create = cmd("XGROUP");
        create.arg("CREATE").arg(stream).arg(group).arg("0").arg("MKSTREAM");
        match connection.ask::<()>(&create).await {
            Err(refused) if !refused.is_there() => Err(refused.into()),
            _ => Ok(()),
        }
    }

    /// Waits for new entries, at most for this time.
    async fn read(
        &self,
        connection: &mut Connection,
        mut places: Option<OwnedSemaphorePermit>,
        at_most: Duration,
    ) -> Result<(), Refused> {
        let RedisSettings { stream, group, .. } = self.settings();
        let count = places.as_ref().map_or(1, OwnedSemaphorePermit::num_permits);
        // Redis waits for ever if the time is zero.
        let block = at_most.max(Duration::from_millis(1));
        let mut read = cmd("XREADGROUP");
        read.arg("GROUP").arg(group).arg(&self.consumer).arg("COUNT").arg(count);
        read.arg("BLOCK").arg(milliseconds(block)).arg("STREAMS").arg(stream).arg(">");
        let answer: Option<StreamReadReply> = connection.ask_patiently(&read, block + PATIENCE).await?;
        for entry in answer.into_iter().flat_map(|answer| answer.keys).flat_map(|key| key.ids) {
            self.deliver(entry, &mut places);
        }
        Ok(())
    }

    /// Takes over entries that were held for longer than a lease, as far as there are places, and forgets workers that
    /// are gone.
    async fn look_after_the_dead(
        &self,
        connection: &mut Connection,
        mut places: Option<OwnedSemaphorePermit>,
    ) -> Result<(), Refused> {
        let RedisSettings { stream, group, idle, gone, .. } = self.settings();
        let mut cursor = "0-0".to_owned();
        while let Some(count) = places.as_ref().map(OwnedSemaphorePermit::num_permits).filter(|count| *count > 0) {
            let mut claim = cmd("XAUTOCLAIM");
            claim
                .arg(stream)
                .arg(group)
                .arg(&self.consumer)
                .arg(milliseconds(*idle))
                .arg(&cursor)
                .arg("COUNT")
                .arg(count);
            let answer: StreamAutoClaimReply = connection.ask(&claim).await?;
            if !answer.claimed.is_empty() {
                let count = answer.claimed.len();
                info!(count, "{count} hints were held by a worker that is gone, or slow; they are taken over");
            }
            for entry in answer.claimed {
                self.deliver(entry, &mut places);
            }
            cursor = answer.next_stream_id;
            if cursor == "0-0" {
                break;
            }
        }
        let known: StreamInfoConsumersReply =
            connection.ask(cmd("XINFO").arg("CONSUMERS").arg(stream).arg(group)).await?;
        for consumer in known.consumers {
            let is_gone =
                consumer.pending == 0 && u128::try_from(consumer.idle).is_ok_and(|idle| idle > gone.as_millis());
            if is_gone && consumer.name != self.consumer {
                debug!(consumer = consumer.name, "a worker is gone");
                let mut forget = cmd("XGROUP");
                connection.ask::<()>(forget.arg("DELCONSUMER").arg(stream).arg(group).arg(consumer.name)).await?;
            }
        }
        Ok(())
    }

    fn deliver(&self, entry: StreamId, places: &mut Option<OwnedSemaphorePermit>) {
        let Some(place) = places.as_mut().and_then(|places| places.split(1)) else { return };
        let acknowledgement = Acknowledgement { entry: entry.id, _place: place };
        let id = match entry.map.get("id") {
            Some(Value::BulkString(text)) => std::str::from_utf8(text).ok().and_then(|text| text.parse().ok()),
            _ => None,
        };
        let acknowledged = self.acknowledged.clone();
        if let Some(id) = id {
            self.queue.push_with(id, Receipt::new(move || acknowledged.put(acknowledgement)));
        } else {
            debug!("somebody else writes to our stream: an entry has no id");
            acknowledged.put(acknowledgement);
        }
    }
}

fn milliseconds(duration: Duration) -> u64 {
    u64::try_from(duration.as_millis()).unwrap_or(u64::MAX)
}
