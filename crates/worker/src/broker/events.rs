//! Tells other processes on the same PostgreSQL that the event log grew, so that their live feeds look at once. A hint as
//! well: whoever does not hear it looks a moment later.

use std::{sync::Arc, time::Duration};

use app::Chance;
use domain::Secret;
use store::{
    Growth,
    notify::{Address, Notifier, NotifyError},
};
use tokio::{task::JoinSet, time::sleep};

use super::{
    Trouble,
    condition::Condition,
    courier::{Courier, Route},
    in_time,
    postgres::{Notifications, hear},
};

/// The channel that all processes of a database share.
const CHANNEL: &str = "omnitraffick_events";

/// However much is written, others are told no more often than this.
const TELL_EVERY: Duration = Duration::from_millis(5);

/// Rings, and hears, until it is dropped.
#[derive(Debug)]
pub struct EventBell {
    _tasks: JoinSet<()>,
}

impl EventBell {
    /// Tells others on the PostgreSQL at `url` when this process has written to the log; where it `listens`, passes on what
    /// others tell.
    pub fn start(url: &Secret, growth: &Growth, listens: bool, chance: &Arc<dyn Chance>) -> Result<Self, NotifyError> {
        let address = Address::parse(url)?;
        let condition = |what: &str| Condition::new(format!("PostgreSQL at {address}, {what},"), "the live feed polls");
        let mut tasks = JoinSet::new();
        // What we told ourselves comes back too, and is no news.
        let name = format!("{:016x}", chance.number());
        let route =
            Told { name: [name.clone()], to: Notifications { address: address.clone(), channel: CHANNEL.to_owned() } };
        let courier = Courier::start(route, Arc::new(condition("told of new events")), chance.clone());
        let mut own = growth.own();
        tasks.spawn(async move {
            while own.changed().await.is_ok() {
                courier.take([()]);
                sleep(TELL_EVERY).await;
            }
        });
        if listens {
            let (growth, chance) = (growth.clone(), chance.clone());
            let condition = condition("asked for new events");
            tasks.spawn(async move {
                let heard = |teller: &str| {
                    if teller != name {
                        growth.heard_from_elsewhere();
                    }
                };
                hear(&address, CHANNEL, &condition, chance, heard).await;
            });
        }
        Ok(Self { _tasks: tasks })
    }
}

/// News on their way; several at once are one.
struct Told {
    name: [String; 1],
    to: Notifications,
}

impl Route for Told {
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
