//! The part of a decision that concerns an account: its circuit breakers, and the other deployments that wait for it.

use domain::deployment::engine::{BreakerWrite, GuardedWrite};

use crate::{Result, Tx, accounts};

/// Returns whether the circuit breakers are as they were read.
pub(super) async fn are_as_read(tx: &Tx, write: &GuardedWrite) -> Result<bool> {
    for breaker in &write.breakers {
        if accounts::version_of(tx, &breaker.account).await? != breaker.read {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Writes the circuit breakers, and then the other deployments. `false` where a breaker is not as it was read; the transaction must
/// then be rolled back.
pub(super) async fn write(tx: &Tx, write: &GuardedWrite) -> Result<bool> {
    for breaker in &write.breakers {
        if !one(tx, breaker).await? {
            return Ok(false);
        }
    }
    for account in &write.outages {
        accounts::remember_outage(tx, account, write.now).await?;
    }
    for account in &write.due_again {
        accounts::bring_forward(tx, account, Some(write.id), write.now).await?;
    }
    Ok(true)
}

async fn one(tx: &Tx, breaker: &BreakerWrite) -> Result<bool> {
    if !breaker.changes {
        return Ok(accounts::version_of(tx, &breaker.account).await? == breaker.read);
    }
    match (breaker.read, &breaker.after) {
        (None, Some(opened)) => accounts::insert(tx, opened).await,
        (Some(read), Some(changed)) => accounts::update(tx, changed, read).await,
        (Some(read), None) => accounts::delete(tx, &breaker.account, read).await,
        (None, None) => Ok(true),
    }
}
