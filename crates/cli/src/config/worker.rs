//! `[worker]`: the worker.

use std::time::Duration;

use super::{
    parse,
    reader::{Noted, Read, Reader},
};

/// The seconds by which a lease must exceed a request's time-out: the answer still has to be stored.
const LEASE_MARGIN: Duration = Duration::from_secs(5);

/// The worker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Worker {
    /// The number of deployments that one process drives at once.
    pub(crate) concurrency: usize,
    /// The most of them that are of one ad account.
    pub(crate) per_account: usize,
    /// The number of further deployments that each of them reserves in the broker.
    pub(crate) prefetch: usize,
    /// The most retries of a deployment.
    pub(crate) max_retries: i32,
    /// The wait of a throttled account whose platform does not name one.
    pub(crate) retry_delay: Duration,
    /// The time after which a task is aborted.
    pub(crate) hard_time_limit: Duration,
    /// The time after which a task starts no further step.
    pub(crate) soft_time_limit: Duration,
    /// The time that a platform may take to answer.
    pub(crate) http_timeout: Duration,
    /// The time that a claim lasts without a renewal.
    pub(crate) lease: Duration,
    /// Reads each object back after its creation.
    pub(crate) read_back: bool,
    /// The longest wait of an account, even if its platform asks for more.
    pub(crate) longest_wait: Duration,
}

impl Worker {
    pub(super) fn read(reader: &mut Reader<'_>) -> Read<Self> {
        let concurrency = reader.required("worker.concurrency", parse::number(1..=256));
        let per_account = reader.required("worker.per_account", parse::number(1..=256));
        let prefetch = reader.required("worker.prefetch", parse::number(0..=1000));
        let max_retries = reader.required("worker.max_retries", parse::number(0..=100));
        let retry_delay = reader.required("worker.retry_delay_s", parse::seconds(1..=86_400));
        let hard_time_limit = reader.required("worker.hard_time_limit_s", parse::seconds(1..=86_400));
        let soft_time_limit = reader.required("worker.soft_time_limit_s", parse::seconds(1..=86_400));
        let http_timeout = reader.required("worker.http_timeout_s", parse::seconds(1..=600));
        let lease = reader.required("worker.lease_s", parse::seconds(1..=3600));
        let read_back = reader.required("worker.read_back", parse::one_of(&[("true", true), ("false", false)]));
        let longest_wait = reader.required("worker.longest_wait_s", parse::seconds(1..=2_592_000));
        let worker = Self {
            concurrency: concurrency?,
            per_account: per_account?,
            prefetch: prefetch?,
            max_retries: max_retries?,
            retry_delay: retry_delay?,
            hard_time_limit: hard_time_limit?,
            soft_time_limit: soft_time_limit?,
            http_timeout: http_timeout?,
            lease: lease?,
            read_back: read_back?,
            longest_wait: longest_wait?,
        };
        worker.check(reader)
    }

    /// Checks settings that depend on each other.
    fn check(self, reader: &mut Reader<'_>) -> Read<Self> {
        let mut wrong: Option<Noted> = None;
        let shortest_lease = self.http_timeout + LEASE_MARGIN;
        if self.lease <= shortest_lease {
            let allowed = format!(
                "more than worker.http_timeout_s, which is {}, and {} seconds: at least {}",
                self.http_timeout.as_secs(),
                LEASE_MARGIN.as_secs(),
                shortest_lease.as_secs() + 1
            );
            wrong = Some(reader.refuse("worker.lease_s", &allowed));
        }
        if self.soft_time_limit >= self.hard_time_limit {
            let allowed = format!("less than worker.hard_time_limit_s, which is {}", self.hard_time_limit.as_secs());
            wrong = Some(reader.refuse("worker.soft_time_limit_s", &allowed));
        }
        if self.hard_time_limit <= self.http_timeout {
            let allowed = format!("more than worker.http_timeout_s, which is {}", self.http_timeout.as_secs());
            wrong = Some(reader.refuse("worker.hard_time_limit_s", &allowed));
        }
        wrong.map_or(Ok(self), Err)
    }
}
