//! Tells other processes on the same PostgreSQL that the event log grew, so that their live feeds read at once. This is
//! a hint too: a process that misses it reads a moment later.

use std::{sync::Arc, time::Duration};

use app::Rng;
use domain::Secret;
use store::{
    AppendSignal,
    notify::{Address, Notifier, NotifyError},
};
use tokio::{task::JoinSet, time::sleep};

use super::{
    Trouble,
    background_sender::{BackgroundSender, Transport},
    condition::Condition,
    in_time,
    postgres::{Notifications, hear},
};

/// The channel that all processes of a database share.
const CHANNEL: &str = "omnitraffick_events";

/// The shortest time between two notifications, independent of the number of writes.
const TELL_EVERY: Duration = Duration::from_millis(5);

/// Notifies and listens until it is dropped.
#[derive(Debug)]
pub struct EventBell {
    _tasks: JoinSet<()>,
}

impl EventBell {
    /// Notifies others on the PostgreSQL at `url` when this process has written to the log. If it `listens`, it passes
    /// on the notifications of others.
    pub fn start(
        url: &Secret,
        append_signal: &AppendSignal,
        listens: bool,
        rng: &Arc<dyn Rng>,
    ) -> Result<Self, NotifyError> {
        let address = Address::parse(url)?;
        let condition = |what: &str| Condition::new(format!("PostgreSQL at {address}, {what},"), "the live feed polls");
        let mut tasks = JoinSet::new();
        // Our own notifications return too, and are ignored.
        let name = format!("{:016x}", rng.number());
        let transport =
            Told { name: [name.clone()], to: Notifications { address: address.clone(), channel: CHANNEL.to_owned() } };
        let background_sender =
            BackgroundSender::start(transport, Arc::new(condition("told of new events")), rng.clone());
        let mut own = append_signal.own();
        tasks.spawn(async move {
            while own.changed().await.is_ok() {
                background_sender.take([()]);
                sleep(TELL_EVERY).await;
            }
        });
        if listens {
            let (append_signal, rng) = (append_signal.clone(), rng.clone());
            let condition = condition("asked for new events");
            tasks.spawn(async move {
                let heard = |teller: &str| {
                    if teller != name {
                        append_signal.heard_from_elsewhere();
                    }
                };
                hear(&address, CHANNEL, &condition, rng, heard).await;
            });
        }
        Ok(Self { _tasks: tasks })
    }
}

/// Notifications under way; several at once are merged.
struct Told {
    name: [String; 1],
    to: Notifications,
}

impl Transport for Told {
    type Item = ();
    type Connection = Notifier;

    async fn connect(&self) -> Result<Notifier, Trouble> {
        self.to.connect().await
    }

    async fn send(&self, notifier: &mut Notifier, _: &[()]) -> Result<(), Trouble> {
        self.to.notify(notifier, &self.name).await
    }

    async fn ping(&self, notifier: &mut Notifier) -> Result<(), Trouble> {
        in_time(notifier.ping()).await
    }
}
