//! The application: its parts, and the common part of all use cases.

use std::{fmt, sync::Arc, time::Duration};

use connectors::Registry;
use domain::{Event, EventId, Timestamp, Version, deployment::RetryPolicy, event::Actor};
use store::{Aggregate, Store, StoreError, Tx};
use uuid::Uuid;

use crate::{
    AppError, Broker, Clock, Failpoints, Result, Rng,
    aside::Places,
    deployments::Ledger,
    snapshot::{Snapshot, difference, with_context},
};

/// The settings of the deployment engine.
#[derive(Debug, Clone)]
pub struct Engine {
    /// The times of retries.
    pub retry: RetryPolicy,
    /// The time that a claim lasts without a renewal; longer than the longest request.
    pub lease: Duration,
    /// The time that a platform may take to answer.
    pub http_timeout: Duration,
    /// The time after which a task starts no further step; another task continues it later.
    pub soft_time_limit: Duration,
    /// The time after which a task is aborted; another one takes over.
    pub hard_time_limit: Duration,
    /// Reads each object back after its creation, and compares it with the request.
    pub read_back: bool,
}

impl Default for Engine {
    /// The default limits.
    fn default() -> Self {
        Self {
            retry: RetryPolicy::default(),
            lease: Duration::from_secs(45),
            http_timeout: Duration::from_secs(30),
            soft_time_limit: Duration::from_mins(4),
            hard_time_limit: Duration::from_mins(5),
            read_back: true,
        }
    }
}

/// The parts of an application.
pub struct Parts {
    /// The database.
    pub store: Store,
    /// The platforms.
    pub connectors: Registry,
    /// The broker that carries hints about due deployments.
    pub broker: Arc<dyn Broker>,
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// The random number generator.
    pub rng: Arc<dyn Rng>,
    /// The settings of the engine.
    pub engine: Engine,
    /// The failpoints of a test, at which the process may die; none outside of tests.
    pub failpoints: Option<Arc<dyn Failpoints>>,
}

/// The application. Cheap to clone.
#[derive(Clone)]
pub struct App(Arc<Inner>);

struct Inner {
    parts: Parts,
    ids: std::sync::Mutex<uuid::ContextV7>,
    /// Notified when a job of this process has items left to do.
    job_waits: tokio::sync::Notify,
    places: Places,
    ledger: Ledger,
}

impl fmt::Debug for App {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("App")
    }
}

impl App {
    /// Puts the parts together.
    pub fn new(parts: Parts) -> Self {
        let ids = std::sync::Mutex::new(uuid::ContextV7::new());
        Self(Arc::new(Inner {
            parts,
            ids,
            job_waits: tokio::sync::Notify::new(),
            places: Places::default(),
            ledger: Ledger::default(),
        }))
    }

    /// The database.
    pub fn store(&self) -> &Store {
        &self.0.parts.store
    }

    /// The platforms.
    pub fn connectors(&self) -> &Registry {
        &self.0.parts.connectors
    }

    /// The broker that carries hints about due deployments.
    pub fn broker(&self) -> &dyn Broker {
        &*self.0.parts.broker
    }

    /// The settings of the engine.
    pub fn engine(&self) -> &Engine {
        &self.0.parts.engine
    }

    pub(crate) fn job_waits(&self) -> &tokio::sync::Notify {
        &self.0.job_waits
    }

    /// The engine's way to the database.
    pub(crate) fn ledger(&self) -> &Ledger {
        &self.0.ledger
    }

    pub(crate) fn places(&self) -> &Places {
        &self.0.places
    }

    pub(crate) fn failpoints(&self) -> Option<&dyn Failpoints> {
        self.0.parts.failpoints.as_deref()
    }

    /// Now.
    pub fn now(&self) -> Timestamp {
        self.0.parts.clock.now()
    }

    pub(crate) fn clock(&self) -> Arc<dyn Clock> {
        self.0.parts.clock.clone()
    }

    pub(crate) fn rng(&self) -> &dyn Rng {
        &*self.0.parts.rng
    }

    /// A new id; later ones sort after earlier ones.
    pub(crate) fn new_id<T: From<Uuid>>(&self) -> T {
        let now = self.now();
        let seconds = u64::try_from(now.as_second()).unwrap_or_default();
        let nanos = u32::try_from(now.subsec_nanosecond()).unwrap_or_default();
        Uuid::new_v7(uuid::Timestamp::from_unix(&self.0.ids, seconds, nanos)).into()
    }

    /// The event of a change, with the fields that differ.
    pub(crate) fn event(&self, kind: &'static str, subject: String, actor: &Actor, data: serde_json::Value) -> Event {
        Event { id: self.new_id::<EventId>(), kind, subject, actor: actor.clone(), time: self.now(), data }
    }

    /// Adds an entity and its event.
    pub(crate) async fn record_new<A: Aggregate + Snapshot>(
        &self,
        tx: &Tx,
        actor: &Actor,
        entity: &A,
    ) -> Result<(), StoreError> {
        tx.insert(entity).await?;
        let data = with_context(serde_json::json!({"before": null, "after": entity.snapshot()}), entity.context());
        store::events::append(tx, vec![self.event(A::CREATED, entity.subject(), actor, data)]).await
    }

    /// Writes a changed entity and its event. `after.version` must be one more than `before`'s.
    pub(crate) async fn record_change<A: Aggregate + Snapshot>(
        &self,
        tx: &Tx,
        actor: &Actor,
        before: &A,
        after: &A,
    ) -> Result<(), StoreError> {
        tx.update(after).await?;
        let data = with_context(difference(before.snapshot(), after.snapshot()), after.context());
        store::events::append(tx, vec![self.event(A::CHANGED, after.subject(), actor, data)]).await
    }

    /// Removes an entity and records its end.
    pub(crate) async fn record_end<A: Aggregate + Snapshot>(
        &self,
        tx: &Tx,
        actor: &Actor,
        id: A::Id,
        entity: &A,
    ) -> Result<(), StoreError> {
        tx.delete::<A>(id).await?;
        let data = with_context(serde_json::json!({"before": entity.snapshot(), "after": null}), entity.context());
        store::events::append(tx, vec![self.event(A::DELETED, entity.subject(), actor, data)]).await
    }
}

/// Refuses a change that was made from an older version than the current one.
pub(crate) fn expect_version(expected: Option<Version>, current: Version, what: &str) -> Result<()> {
    match expected {
        Some(version) if version != current => Err(AppError::Stale(format!(
            "{what} has changed since you read it (you have version {version}, it is at {current}): read it again, then repeat your change."
        ))),
        _ => Ok(()),
    }
}

/// The entity, or the error that it does not exist.
pub(crate) fn or_not_found<T>(result: Result<T, StoreError>, what: &str, id: impl fmt::Display) -> Result<T> {
    result.map_err(|error| match error {
        StoreError::Missing => AppError::NotFound(format!("There is no {what} with the id {id}.")),
        other => other.into(),
    })
}
