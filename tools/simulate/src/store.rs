//! A database in memory that commits decisions by their guards, as `store/src/deployments/commit/write.sql` does.

use std::collections::{BTreeSet, HashMap};

use domain::{
    AccountRef, Deployment, Timestamp,
    deployment::{
        Step,
        account::Hold,
        engine::{Breaker, BreakerWrite, Breakers, DeploymentGuard, Due, GuardedWrite, Snapshot, TicketHead},
    },
};

/// The rows.
#[derive(Default)]
pub(crate) struct Store {
    rows: Vec<Row>,
    /// Active deployments by the first moment at which they may be taken up.
    waiting: BTreeSet<(Timestamp, usize)>,
    /// Deployments that wait for their account.
    parked: BTreeSet<usize>,
    breakers: HashMap<AccountRef, Breaker>,
    pub(crate) holds: HashMap<AccountRef, Hold>,
    outages: HashMap<AccountRef, Timestamp>,
}

/// A deployment with what belongs to it.
pub(crate) struct Row {
    pub(crate) deployment: Deployment,
    pub(crate) parked: bool,
    pub(crate) steps: Vec<Step>,
    pub(crate) ticket: TicketHead,
}

impl Row {
    fn key(&self, index: usize) -> Option<(Timestamp, usize)> {
        let Deployment { status, due_at, lease_until, .. } = &self.deployment;
        status.is_active().then(|| (lease_until.map_or(*due_at, |until| until.max(*due_at)), index))
    }
}

impl Store {
    pub(crate) fn insert(&mut self, row: Row) {
        let index = self.rows.len();
        self.waiting.extend(row.key(index));
        self.rows.push(row);
    }

    pub(crate) fn rows(&self) -> &[Row] {
        &self.rows
    }

    pub(crate) fn row(&self, index: usize) -> &Row {
        &self.rows[index]
    }

    /// The number of deployments that have not ended.
    pub(crate) fn left(&self) -> usize {
        self.waiting.len()
    }

    /// The next moment at which a deployment may be taken up, as far as the deployments themselves go.
    pub(crate) fn next_due(&self) -> Option<Timestamp> {
        self.waiting.first().map(|(at, _)| *at)
    }

    /// Deployments that may be taken up now, as a sweep finds them.
    pub(crate) fn due(&self, now: Timestamp, most: usize) -> Vec<usize> {
        const LOOKED_AT: usize = 512;
        self.waiting
            .iter()
            .take_while(|(at, _)| *at <= now)
            .take(LOOKED_AT)
            .map(|(_, index)| *index)
            .filter(|index| self.may_be_called(&self.rows[*index].deployment.account, now))
            .take(most)
            .collect()
    }

    fn may_be_called(&self, account: &AccountRef, now: Timestamp) -> bool {
        let whole = AccountRef::whole(account.platform);
        [account, &whole].into_iter().all(|account| {
            let breaker = self.breakers.get(account);
            let closed = breaker
                .is_none_or(|breaker| !breaker.is_open(now) && breaker.trial.is_none_or(|trial| trial.until <= now));
            closed && !self.holds.contains_key(account)
        })
    }

    pub(crate) fn read(&self, index: usize) -> Snapshot {
        let Row { deployment, steps, ticket, .. } = &self.rows[index];
        let (own, whole) = (&deployment.account, AccountRef::whole(deployment.account.platform));
        let breaker = |account: &AccountRef| self.breakers.get(account).cloned();
        let outage = |account: &AccountRef| self.outages.get(account).copied();
        Snapshot {
            deployment: deployment.clone(),
            steps: steps.clone(),
            ticket: Some(ticket.clone()),
            breakers: Breakers { own: breaker(own), whole: breaker(&whole) },
            hold: self.holds.get(own).or_else(|| self.holds.get(&whole)).cloned(),
            outage_ended_at: outage(own).max(outage(&whole)),
        }
    }

    /// Commits a decision if its guards hold.
    pub(crate) fn commit(&mut self, index: usize, write: &GuardedWrite, now: Timestamp) -> bool {
        if !self.holds_true(index, write, now) {
            return false;
        }
        if let Some(key) = self.rows[index].key(index) {
            self.waiting.remove(&key);
        }
        let row = &mut self.rows[index];
        apply(row, write, now);
        if row.parked {
            self.parked.insert(index);
        } else {
            self.parked.remove(&index);
        }
        let row = &self.rows[index];
        if let Some(key) = row.key(index) {
            self.waiting.insert(key);
        }
        self.write_account(index, write, now);
        true
    }

    fn holds_true(&self, index: usize, write: &GuardedWrite, now: Timestamp) -> bool {
        let (row, expects) = (&self.rows[index], &write.expects);
        let deployment = &row.deployment;
        let own_and_whole = [deployment.account.clone(), AccountRef::whole(deployment.account.platform)];
        let guarded = match expects.deployment {
            DeploymentGuard::Leased(token) => {
                deployment.status == domain::deployment::DeploymentStatus::Started
                    && deployment.lease_token == Some(token)
            }
            DeploymentGuard::Unleased { attempt, lease_until, due } => {
                deployment.status.is_active()
                    && deployment.attempt == attempt
                    && deployment.lease_until == lease_until
                    && lease_until.is_none_or(|until| until < now)
                    && (!due || deployment.due_at <= now)
            }
        };
        guarded
            && expects.ticket.is_none_or(|(_, version)| row.ticket.version == version)
            && !(expects.no_breaker && own_and_whole.iter().any(|account| self.breakers.contains_key(account)))
            && !(expects.no_hold && own_and_whole.iter().any(|account| self.holds.contains_key(account)))
            && write.breakers.iter().all(|breaker| self.is_as_read(breaker))
    }

    fn is_as_read(&self, breaker: &BreakerWrite) -> bool {
        self.breakers.get(&breaker.account).map(|row| row.version) == breaker.read
    }

    fn write_account(&mut self, index: usize, write: &GuardedWrite, now: Timestamp) {
        for BreakerWrite { account, after, .. } in &write.breakers {
            match after {
                Some(after) => self.breakers.insert(account.clone(), after.clone()),
                None => self.breakers.remove(account),
            };
        }
        for account in &write.outages {
            self.outages.insert(account.clone(), write.now);
        }
        for account in &write.due_again {
            self.bring_forward(account, index, now);
        }
    }

    /// The other deployments that waited for the account are due.
    fn bring_forward(&mut self, account: &AccountRef, except: usize, now: Timestamp) {
        use domain::deployment::DeploymentStatus::Retry;
        let concerned = |index: &usize| {
            let Row { deployment, .. } = &self.rows[*index];
            let whole = account.account_id == AccountRef::ALL;
            *index != except && deployment.status == Retry && (whole || deployment.account == *account)
        };
        let moved: Vec<usize> = self.parked.iter().copied().filter(concerned).collect();
        for index in moved {
            if let Some(key) = self.rows[index].key(index) {
                self.waiting.remove(&key);
            }
            let row = &mut self.rows[index];
            (row.deployment.due_at, row.parked) = (now, false);
            self.waiting.extend(row.key(index));
            self.parked.remove(&index);
        }
    }

    /// A person pauses an account, or resumes it.
    pub(crate) fn pause(&mut self, hold: Option<Hold>, account: &AccountRef) {
        match hold {
            Some(hold) => self.holds.insert(account.clone(), hold),
            None => self.holds.remove(account),
        };
    }

    /// A person says that an account may be called again.
    pub(crate) fn release(&mut self, account: &AccountRef, now: Timestamp) {
        self.breakers.remove(account);
        self.bring_forward(account, usize::MAX, now);
    }
}

/// Writes a decision to its row.
fn apply(row: &mut Row, write: &GuardedWrite, now: Timestamp) {
    let (deployment, columns) = (&mut row.deployment, &write.deployment);
    deployment.status = columns.status;
    deployment.attempt = columns.attempt;
    deployment.retries = columns.retries;
    deployment.error.clone_from(&columns.error);
    deployment.lease_token = columns.lease.map(|(token, _)| token);
    deployment.lease_until = columns.lease.and_then(|(_, length)| now.checked_add(length).ok());
    if let Due::In(delay) = columns.due {
        deployment.due_at = now.saturating_add(delay).unwrap_or(Timestamp::MAX);
    }
    deployment.finished_at = (!columns.status.is_active()).then_some(write.now);
    row.parked = columns.parked;
    for step in &write.steps {
        if let Some(stored) = row.steps.iter_mut().find(|stored| stored.id == step.id) {
            stored.state = step.state.clone();
            stored.read_back.clone_from(&step.read_back);
        }
    }
    if let Some(ticket) = &write.ticket {
        row.ticket.state = ticket.state.clone();
        row.ticket.findings.clone_from(&ticket.findings);
        row.ticket.version = ticket.version;
    }
}
