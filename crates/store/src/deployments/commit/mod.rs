//! Commits decisions of the deployment engine, as many as there are in one transaction: each is written as a whole if its guards
//! hold, independent of the others.
//!
//! On PostgreSQL the decisions that concern no circuit breaker are one statement over arrays (`write.sql`), and so one round
//! trip and one sync. On SQLite they are one transaction. A decision that changes what is known of an account has a transaction
//! of its own: it also moves other deployments, and must not keep the rest waiting.

mod accounts;
mod postgres;
mod rows;
mod sqlite;

use std::collections::HashSet;

use domain::{Event, deployment::engine::GuardedWrite};

use super::Attempt;
use crate::{Result, Store};

/// A decision, with the ids that the caller gives to what it adds.
#[derive(Debug, Clone)]
pub struct Commit {
    /// The changes and their guards.
    pub write: GuardedWrite,
    /// The exchanges with the platform that led to it.
    pub attempts: Vec<Attempt>,
    /// The events.
    pub events: Vec<Event>,
}

/// Commits decisions. Returns for each, in their order, whether it was written; `false` where a guard
/// did not hold.
pub async fn commit(store: &Store, commits: &[Commit]) -> Vec<Result<bool>> {
    let mut results: Vec<Option<Result<bool>>> = commits.iter().map(|_| None).collect();
    let mut seen = HashSet::new();
    // One statement changes a row once: what is decided twice about a deployment comes one after the other.
    let (first, later): (Vec<usize>, Vec<usize>) =
        (0..commits.len()).partition(|index| seen.insert(commits[*index].write.id));
    let (plain, others): (Vec<usize>, Vec<usize>) =
        first.into_iter().partition(|index| commits[*index].write.is_plain());
    together(store, commits, &plain, &mut results).await;
    for index in others.into_iter().chain(later) {
        results[index] = Some(alone(store, &commits[index]).await);
    }
    results.into_iter().map(|result| result.unwrap_or(Ok(false))).collect()
}

/// Commits decisions that concern no account, together. Where the database refuses a value, it does not say whose: each decision is
/// then tried alone.
async fn together(store: &Store, commits: &[Commit], plain: &[usize], results: &mut [Option<Result<bool>>]) {
    if plain.is_empty() {
        return;
    }
    let chosen: Vec<&Commit> = plain.iter().map(|index| &commits[*index]).collect();
    match plainly(store, &chosen).await {
        Ok(written) => {
            for (index, written) in plain.iter().zip(written) {
                results[*index] = Some(Ok(written));
            }
        }
        Err(error) if plain.len() == 1 => results[plain[0]] = Some(Err(error)),
        Err(error) => {
            for index in plain {
                let alone = if error.is_lasting() { alone(store, &commits[*index]).await } else { Err(error.again()) };
                results[*index] = Some(alone);
            }
        }
    }
}

async fn plainly(store: &Store, commits: &[&Commit]) -> Result<Vec<bool>> {
    if store.is_sqlite() {
        let tx = store.begin().await?;
        let mut written = Vec::with_capacity(commits.len());
        for commit in commits {
            written.push(sqlite::write(&tx, commit).await?);
        }
        if written.contains(&true) {
            tx.commit().await?;
        }
        return Ok(written);
    }
    postgres::write(store.by_key(), store, commits).await
}

async fn alone(store: &Store, commit: &Commit) -> Result<bool> {
    if commit.write.is_plain() {
        return Ok(plainly(store, &[commit]).await?.contains(&true));
    }
    with_account(store, commit).await
}

async fn with_account(store: &Store, commit: &Commit) -> Result<bool> {
    let tx = store.begin().await?;
    let written = if store.is_sqlite() {
        accounts::are_as_read(&tx, &commit.write).await? && sqlite::write(&tx, commit).await?
    } else {
        postgres::write(tx.connection(), store, &[commit]).await?.contains(&true)
    };
    if !written || !accounts::write(&tx, &commit.write).await? {
        return Ok(false);
    }
    if !commit.events.is_empty() {
        tx.appended_events();
    }
    tx.commit().await?;
    Ok(true)
}
