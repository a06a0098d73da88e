//! The counts for operators.

use domain::Timestamp;
use sea_orm::{
    ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect, QueryTrait,
    sea_query::{Expr, ExprTrait},
};

use crate::{
    Result, Store, accounts, deployments,
    entity::{account, attempt, deployment},
    list::total,
};

/// The counts that grow without end.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tallies {
    /// Deployments by platform and status.
    pub deployments: Vec<(String, String, i64)>,
    /// Attempts by outcome.
    pub attempts: Vec<(String, i64)>,
}

/// The queue at one time.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Queue {
    /// Deployments that are due and not claimed; those of parked and paused accounts are not due.
    pub depth: i64,
    /// The longest time that one of those has been due, in seconds.
    pub oldest_due_seconds: f64,
    /// The number of parked accounts.
    pub parked_accounts: i64,
}

/// The current queue.
pub async fn queue(store: &Store, now: Timestamp) -> Result<Queue> {
    let connection = store.reader();
    let due = deployment::Entity::find()
        .filter(deployment::Column::Status.is_in(["PENDING", "RETRY"]))
        .filter(Expr::col(deployment::Column::DueAt).lte(store.now(now)))
        .filter(accounts::is_free(store.now(now)));
    let oldest: Option<Option<i64>> = due
        .clone()
        .select_only()
        .expr(store.now(now).sub(Expr::col(deployment::Column::DueAt).min()))
        .into_tuple()
        .one(connection)
        .await?;
    #[expect(clippy::cast_precision_loss, reason = "a metric in seconds needs no more than 52 bits of micro-seconds")]
    let oldest_due_seconds = oldest.flatten().unwrap_or_default() as f64 / 1e6;
    let parked = account::Entity::find()
        .filter(Expr::col(account::Column::ParkedUntil).gt(store.now(now)))
        .count(connection)
        .await?;
    Ok(Queue {
        depth: i64::try_from(due.count(connection).await?).unwrap_or(i64::MAX),
        oldest_due_seconds,
        parked_accounts: i64::try_from(parked).unwrap_or(i64::MAX),
    })
}

/// Counts now. Where there are more than 10,000 attempts or deployments, they are counted in the background, and the answer is
/// the last count.
pub async fn tallies(store: &Store) -> Result<Tallies> {
    let again = {
        let store = store.clone();
        move || async move { tally(&store).await }
    };
    if let Some(known) = store.tallies().known("all", again.clone()) {
        return Ok(known);
    }
    let one = |statement: sea_orm::sea_query::SelectStatement| total::if_not_long(store, statement);
    let attempts = attempt::Entity::find().select_only().column(attempt::Column::Id).into_query();
    let deployments = deployment::Entity::find().select_only().column(deployment::Column::Id).into_query();
    if one(attempts).await?.is_some() && one(deployments).await?.is_some() {
        return tally(store).await;
    }
    store.tallies().count("all", again).await
}

async fn tally(store: &Store) -> Result<Tallies> {
    let attempts = attempt::Entity::find()
        .select_only()
        .column(attempt::Column::Outcome)
        .column_as(attempt::Column::Id.count(), "count")
        .group_by(attempt::Column::Outcome)
        .into_tuple()
        .all(store.reader())
        .await?;
    Ok(Tallies { deployments: deployments::count_by_status(store.reader()).await?, attempts })
}
