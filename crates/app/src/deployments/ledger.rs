//! The engine's way to the database: what many drivers read or commit at the same moment is read or committed together, so that
//! they share its round trip and its sync.
//!
//! A driver that comes alone is served at once. Those who come while the database is at work share the next turn.

use std::{collections::HashMap, sync::OnceLock, time::Instant};

use domain::{DeploymentId, Timestamp, deployment::engine::Snapshot};
use store::{
    Store, StoreError,
    deployments::{self, Care, Commit, Readings},
};
use tokio::sync::{mpsc, oneshot};

/// The most deployments that one turn serves.
const MOST: usize = 128;

/// A deployment as it was read.
#[derive(Debug, Clone)]
pub(super) struct Reading {
    /// The deployment with all that decisions depend on.
    pub(super) snapshot: Snapshot,
    /// The moment by the database's clock, where it counts.
    moment: Option<Timestamp>,
    /// The same moment by our steady clock, or an earlier one.
    read_at: Instant,
}

impl Reading {
    /// The time by the database's clock; `ours` where ours counts.
    pub(super) fn now(&self, ours: Timestamp) -> Timestamp {
        self.moment.map_or(ours, |moment| moment.saturating_add(self.read_at.elapsed()).unwrap_or(Timestamp::MAX))
    }

    /// The same deployment after a write.
    pub(super) fn with(&self, snapshot: Snapshot) -> Self {
        Self { snapshot, ..self.clone() }
    }
}

/// Reads and commits for all drivers of a process.
#[derive(Default)]
pub(crate) struct Ledger {
    reads: Turns<DeploymentId, Result<Option<Reading>, StoreError>>,
    commits: Turns<Commit, Result<bool, StoreError>>,
}

impl Ledger {
    /// Reads a deployment; none where there is no such deployment.
    pub(super) async fn read(&self, store: &Store, id: DeploymentId) -> Result<Option<Reading>, StoreError> {
        let work = |store: Store, ids: Vec<DeploymentId>| async move { read(&store, &ids).await };
        self.reads.ask(store, id, work).await.unwrap_or_else(|| Err(cut_off()))
    }

    /// Commits a decision. `false` where a guard did not hold.
    pub(super) async fn commit(&self, store: &Store, commit: Commit) -> Result<bool, StoreError> {
        if !commit.write.is_plain() {
            return alone(store.clone(), commit).await;
        }
        let work = |store: Store, commits: Vec<Commit>| async move { deployments::commit(&store, &commits).await };
        self.commits.ask(store, commit, work).await.unwrap_or_else(|| Err(cut_off()))
    }
}

/// A decision that moves other deployments of its account takes longer, and keeps nobody else waiting. It runs to its end even
/// where the driver is cut off.
async fn alone(store: Store, commit: Commit) -> Result<bool, StoreError> {
    let committing = tokio::spawn(async move { deployments::commit(&store, &[commit]).await.pop() });
    committing.await.ok().flatten().unwrap_or_else(|| Err(cut_off()))
}

async fn read(store: &Store, ids: &[DeploymentId]) -> Vec<Result<Option<Reading>, StoreError>> {
    let read_at = Instant::now();
    let Readings { snapshots, moment } = match deployments::snapshots(store, ids, Care::Strict).await {
        Ok(readings) => readings,
        Err(error) => return ids.iter().map(|_| Err(error.again())).collect(),
    };
    reading_of_each(ids, &snapshots, moment, read_at)
}

fn reading_of_each(
    ids: &[DeploymentId],
    snapshots: &HashMap<DeploymentId, Result<Snapshot, StoreError>>,
    moment: Option<Timestamp>,
    read_at: Instant,
) -> Vec<Result<Option<Reading>, StoreError>> {
    ids.iter()
        .map(|id| match snapshots.get(id) {
            None => Ok(None),
            Some(Ok(snapshot)) => Ok(Some(Reading { snapshot: snapshot.clone(), moment, read_at })),
            Some(Err(error)) => Err(error.again()),
        })
        .collect()
}

/// Reads a deployment whose steps or ticket cannot be understood, as far as it can.
pub(super) async fn read_damaged(store: &Store, id: DeploymentId) -> Result<Option<Reading>, StoreError> {
    let read_at = Instant::now();
    let Readings { snapshots, moment } = deployments::snapshots(store, &[id], Care::Damaged).await?;
    reading_of_each(&[id], &snapshots, moment, read_at).pop().unwrap_or(Ok(None))
}

fn cut_off() -> StoreError {
    StoreError::cut_off()
}

/// Serves many callers in turns, each turn for all who have come.
struct Turns<I, O>(OnceLock<mpsc::UnboundedSender<(I, oneshot::Sender<O>)>>);

impl<I, O> Default for Turns<I, O> {
    fn default() -> Self {
        Self(OnceLock::new())
    }
}

impl<I: Send + 'static, O: Send + 'static> Turns<I, O> {
    /// Waits for the caller's turn. None where the process ends before.
    async fn ask<W, F>(&self, store: &Store, item: I, work: W) -> Option<O>
    where
        W: Fn(Store, Vec<I>) -> F + Send + 'static,
        F: Future<Output = Vec<O>> + Send + 'static,
    {
        let (answer, answered) = oneshot::channel();
        let sender = self.0.get_or_init(|| {
            let (sender, waiting) = mpsc::unbounded_channel();
            tokio::spawn(serve(store.clone(), waiting, work));
            sender
        });
        sender.send((item, answer)).ok()?;
        answered.await.ok()
    }
}

/// Serves until nobody can ask any more.
async fn serve<I, O, W, F>(store: Store, mut waiting: mpsc::UnboundedReceiver<(I, oneshot::Sender<O>)>, work: W)
where
    W: Fn(Store, Vec<I>) -> F,
    F: Future<Output = Vec<O>>,
{
    let mut turn = Vec::with_capacity(MOST);
    while waiting.recv_many(&mut turn, MOST).await > 0 {
        let (items, answers): (Vec<I>, Vec<oneshot::Sender<O>>) = turn.drain(..).unzip();
        for (answer, result) in answers.into_iter().zip(work(store.clone(), items).await) {
            // A driver that was cut off does not wait for it any more.
            let _ = answer.send(result);
        }
    }
}
