//! Sends in the background, so that callers never wait and never fail: all waiting items are sent together, and at once
//! if the connection is idle. Items that cannot be sent are dropped and counted.

use std::{
    mem,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use parking_lot::Mutex;

use app::Rng;
use tokio::{sync::Notify, time::sleep};
use tokio_util::task::AbortOnDropHandle;

use super::{Trouble, condition::Condition, in_time, reconnect::Backoff};

/// The number of items that may wait; the sweeper finds a hint that has no room.
const ROOM: usize = 100_000;

/// The number of items that are sent together.
const BATCH: usize = 1_000;

/// The interval at which an idle connection is tested, so that its loss is known before it is needed.
const PING_EVERY: Duration = Duration::from_secs(1);

/// The connection of a background sender to its server.
pub(super) trait Transport: Send + Sync + 'static {
    type Item: Send + 'static;
    type Connection: Send;

    fn connect(&self) -> impl Future<Output = Result<Self::Connection, Trouble>> + Send;

    fn send(
        &self,
        connection: &mut Self::Connection,
        items: &[Self::Item],
    ) -> impl Future<Output = Result<(), Trouble>> + Send;

    fn ping(&self, connection: &mut Self::Connection) -> impl Future<Output = Result<(), Trouble>> + Send;
}

/// A sender in the background; ends when the last handle is dropped.
#[derive(Debug)]
pub(super) struct BackgroundSender<T> {
    outbox: Arc<Outbox<T>>,
    _task: AbortOnDropHandle<()>,
}

#[derive(Debug)]
struct Outbox<T> {
    waiting: Mutex<Vec<T>>,
    /// The number of items that wait or are being sent.
    unsent: AtomicUsize,
    filled: Notify,
    emptied: Notify,
    condition: Arc<Condition>,
}

impl<T: Send + 'static> BackgroundSender<T> {
    pub(super) fn start<R: Transport<Item = T>>(transport: R, condition: Arc<Condition>, rng: Arc<dyn Rng>) -> Self {
        let outbox = Arc::new(Outbox {
            waiting: Mutex::default(),
            unsent: AtomicUsize::new(0),
            filled: Notify::new(),
            emptied: Notify::new(),
            condition,
        });
        let task = tokio::spawn(run(transport, outbox.clone(), Backoff::new(rng)));
        Self { outbox, _task: AbortOnDropHandle::new(task) }
    }

    /// Accepts items. Never waits.
    pub(super) fn take(&self, items: impl IntoIterator<Item = T>) {
        self.outbox.put(items);
    }

    /// A handle that puts items into the outbox, and does not keep the sender alive.
    pub(super) fn outbox_handle(&self) -> OutboxHandle<T> {
        OutboxHandle(self.outbox.clone())
    }

    /// Waits until nothing is left to send.
    pub(super) async fn settle(&self) {
        loop {
            let emptied = self.outbox.emptied.notified();
            if self.outbox.unsent.load(Ordering::Acquire) == 0 {
                return;
            }
            emptied.await;
        }
    }
}

/// The outbox of a background sender.
pub(super) struct OutboxHandle<T>(Arc<Outbox<T>>);

impl<T> Clone for OutboxHandle<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T> OutboxHandle<T> {
    pub(super) fn put(&self, item: T) {
        self.0.put([item]);
    }
}

impl<T> Outbox<T> {
    fn put(&self, items: impl IntoIterator<Item = T>) {
        let mut refused = 0;
        {
            let mut waiting = self.waiting.lock();
            let before = waiting.len();
            for item in items {
                if waiting.len() < ROOM { waiting.push(item) } else { refused += 1 }
            }
            self.unsent.fetch_add(waiting.len() - before, Ordering::AcqRel);
        }
        self.filled.notify_one();
        if refused > 0 {
            self.condition.overflows(refused);
        }
    }

    /// Takes up to a batch of the waiting items.
    fn collect(&self) -> Vec<T> {
        let mut waiting = self.waiting.lock();
        if waiting.len() <= BATCH {
            return mem::take(&mut waiting);
        }
        waiting.drain(..BATCH).collect()
    }

    /// Takes all waiting items.
    fn collect_all(&self) -> Vec<T> {
        mem::take(&mut *self.waiting.lock())
    }

    /// Marks `count` items as sent or dropped.
    fn done_with(&self, count: usize) {
        if self.unsent.fetch_sub(count, Ordering::AcqRel) == count {
            self.emptied.notify_waiters();
        }
    }
}

async fn run<R: Transport>(transport: R, outbox: Arc<Outbox<R::Item>>, mut backoff: Backoff) {
    // Items of a lost connection that may have been sent; they go first over the next one.
    let mut unsure = Vec::new();
    loop {
        let trouble = match in_time(transport.connect()).await {
            Ok(connection) => serve(&transport, connection, &outbox, &mut unsure, &mut backoff).await,
            Err(trouble) => {
                unsure.extend(outbox.collect_all());
                trouble
            }
        };
        if backoff.is_fresh() && !unsure.is_empty() {
            // The loss of an idle connection is often noticed only at its next use: try again at once.
            let _ = backoff.next();
            continue;
        }
        outbox.condition.fails(&trouble, unsure.len());
        outbox.done_with(unsure.len());
        unsure.clear();
        sleep(backoff.next()).await;
    }
}

/// Sends until the connection fails; leaves the current items in `unsure`.
async fn serve<R: Transport>(
    transport: &R,
    mut connection: R::Connection,
    outbox: &Outbox<R::Item>,
    unsure: &mut Vec<R::Item>,
    backoff: &mut Backoff,
) -> Trouble {
    let first = if unsure.is_empty() { in_time(transport.ping(&mut connection)).await } else { Ok(()) };
    if let Err(trouble) = first {
        return trouble;
    }
    loop {
        if unsure.is_empty() {
            outbox.condition.works();
            backoff.reset();
            *unsure = outbox.collect();
        }
        let outcome = if unsure.is_empty() {
            tokio::select! {
                () = outbox.filled.notified() => continue,
                () = sleep(PING_EVERY) => in_time(transport.ping(&mut connection)).await,
            }
        } else {
            in_time(transport.send(&mut connection, unsure)).await
        };
        if let Err(trouble) = outcome {
            return trouble;
        }
        outbox.done_with(unsure.len());
        unsure.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Sure;

    impl Rng for Sure {
        fn fraction(&self) -> f64 {
            1.0
        }

        fn number(&self) -> u64 {
            1
        }
    }

    /// A transport that accepts items once the door is open.
    struct Door(Arc<Mutex<Vec<usize>>>, Arc<Notify>);

    impl Transport for Door {
        type Item = usize;
        type Connection = ();

        async fn connect(&self) -> Result<(), Trouble> {
            self.1.notified().await;
            Ok(())
        }

        async fn send(&self, (): &mut (), items: &[usize]) -> Result<(), Trouble> {
            assert!(items.len() <= BATCH);
            self.0.lock().extend(items);
            Ok(())
        }

        async fn ping(&self, (): &mut ()) -> Result<(), Trouble> {
            Ok(())
        }
    }

    #[tokio::test]
    async fn items_go_out_in_order_and_what_finds_no_room_is_dropped() {
        let (taken, open) = (Arc::default(), Arc::new(Notify::new()));
        let condition = Arc::new(Condition::new("A door".to_owned(), "it is late"));
        let background_sender =
            BackgroundSender::start(Door(Arc::clone(&taken), open.clone()), condition.clone(), Arc::new(Sure));
        background_sender.take(0..ROOM + 7);
        let trouble = "A door does not answer (too many messages wait for it): it is late";
        assert_eq!(condition.trouble().as_deref(), Some(trouble));
        open.notify_one();
        background_sender.settle().await;
        assert_eq!(*taken.lock(), (0..ROOM).collect::<Vec<_>>());
        assert_eq!(condition.trouble(), None);
    }

    /// A transport that never opens.
    struct Wall;

    impl Transport for Wall {
        type Item = ();
        type Connection = ();

        async fn connect(&self) -> Result<(), Trouble> {
            Err("it is a wall".to_owned())
        }

        async fn send(&self, (): &mut (), _: &[()]) -> Result<(), Trouble> {
            Ok(())
        }

        async fn ping(&self, (): &mut ()) -> Result<(), Trouble> {
            Ok(())
        }
    }

    #[tokio::test(start_paused = true)]
    async fn where_nobody_answers_items_are_dropped() {
        let condition = Arc::new(Condition::new("A wall".to_owned(), "it is late"));
        let background_sender = BackgroundSender::start(Wall, condition.clone(), Arc::new(Sure));
        background_sender.take([(), ()]);
        background_sender.settle().await;
        background_sender.take([()]);
        background_sender.settle().await;
        assert_eq!(condition.trouble().as_deref(), Some("A wall does not answer (it is a wall): it is late"));
    }
}
