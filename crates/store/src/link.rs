//! A connection that remembers a failed statement.

use std::sync::atomic::{AtomicBool, Ordering};

use async_trait::async_trait;
use sea_orm::{ConnectionTrait, DbBackend, DbErr, ExecResult, QueryResult, Statement};

use crate::{
    faults::{Faults, Moment, StatementFault, injected},
    health::Ailment,
};

/// A pool, or the connection of one transaction.
#[derive(Debug)]
pub struct Link<C> {
    inner: C,
    faults: Faults,
    ailment: Ailment,
    failed: AtomicBool,
}

impl<C: Clone> Clone for Link<C> {
    fn clone(&self) -> Self {
        Self::of(self.inner.clone(), self.faults.clone(), self.ailment.clone())
    }
}

impl<C> Link<C> {
    pub(crate) fn of(inner: C, faults: Faults, ailment: Ailment) -> Self {
        Self { inner, faults, ailment, failed: AtomicBool::new(false) }
    }

    /// Another connection of the same pool.
    pub(crate) fn beside<D>(&self, inner: D) -> Link<D> {
        Link::of(inner, self.faults.clone(), self.ailment.clone())
    }

    /// The same pool, which fails as `faults` says.
    pub(crate) fn failing(&self, faults: Faults) -> Self
    where
        C: Clone,
    {
        Self::of(self.inner.clone(), faults, self.ailment.clone())
    }

    pub(crate) fn ailment(&self) -> &Ailment {
        &self.ailment
    }

    /// The wrapped connection.
    pub(crate) fn inner(&self) -> &C {
        &self.inner
    }

    pub(crate) fn into_inner(self) -> C {
        self.inner
    }

    pub(crate) fn faults(&self) -> &Faults {
        &self.faults
    }

    /// Returns true if a statement has failed. Such a transaction must not be committed: PostgreSQL answers the COMMIT
    /// of a failed transaction with a rollback that looks like success.
    pub(crate) fn has_failed(&self) -> bool {
        self.failed.load(Ordering::Relaxed)
    }
}

impl<C: ConnectionTrait> Link<C> {
    async fn watch<T>(
        &self,
        fault: Option<StatementFault>,
        work: impl Future<Output = Result<T, DbErr>> + Send,
    ) -> Result<T, DbErr> {
        let done = match fault {
            None => work.await,
            Some(StatementFault::NotDone) => Err(injected()),
            Some(StatementFault::AnswerLost) => work.await.and(Err(injected())),
            Some(StatementFault::Aborted) => {
                self.abort().await;
                Err(injected())
            }
            Some(StatementFault::Rejected) => Err(self.reject().await),
        };
        if let Err(error) = &done {
            self.ailment.note(error);
            self.failed.store(true, Ordering::Relaxed);
        }
        done
    }

    /// Ends the transaction without the driver's knowledge, as the database does.
    async fn abort(&self) {
        let aborting = match self.inner.get_database_backend() {
            DbBackend::Sqlite => "ROLLBACK",
            _ => "SELECT 1 / 0",
        };
        let _ = self.inner.execute_unprepared(aborting).await;
    }

    /// The database's own error for a value that it does not accept.
    async fn reject(&self) -> DbErr {
        let rejected = match self.inner.get_database_backend() {
            DbBackend::Sqlite => "SELECT json('{')",
            _ => "SELECT 'x'::integer",
        };
        self.inner.execute_unprepared(rejected).await.err().unwrap_or_else(injected)
    }
}

#[async_trait]
impl<C: ConnectionTrait> ConnectionTrait for Link<C> {
    fn get_database_backend(&self) -> DbBackend {
        self.inner.get_database_backend()
    }

    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        let fault = self.faults.at(Moment::Statement(&statement.sql));
        self.watch(fault, self.inner.execute_raw(statement)).await
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        let fault = self.faults.at(Moment::Statement(sql));
        self.watch(fault, self.inner.execute_unprepared(sql)).await
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        let fault = self.faults.at(Moment::Statement(&statement.sql));
        self.watch(fault, self.inner.query_one_raw(statement)).await
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        let fault = self.faults.at(Moment::Statement(&statement.sql));
        self.watch(fault, self.inner.query_all_raw(statement)).await
    }
}
