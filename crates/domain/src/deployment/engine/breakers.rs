//! Circuit breakers of accounts and platforms: a throttle, an outage or a refused token concerns an account, not each of its
//! tickets. An open breaker lets nothing through. When its time is over it is half open: one deployment goes first, as a trial,
//! and its answer decides for the others. A breaker without a row is closed.

use std::time::Duration;

use crate::{
    AccountRef, DeploymentId, Timestamp, Version,
    deployment::{
        RetryPolicy,
        account::{Park, ParkReason},
    },
};

use super::{BreakerWrite, Happened};

/// An open or half-open circuit breaker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Breaker {
    /// The account; `*` for every account of the platform.
    pub account: AccountRef,
    /// Why it opened.
    pub reason: ParkReason,
    /// The platform's message.
    pub message: String,
    /// Since when it has been open, without a success in between.
    pub opened_at: Timestamp,
    /// Until when nothing is sent.
    pub open_until: Timestamp,
    /// The number of times in a row that it opened, without a success in between.
    pub in_a_row: i32,
    /// The deployment that goes first.
    pub trial: Option<Trial>,
    /// The time of its last change.
    pub changed_at: Timestamp,
    /// Counts its changes.
    pub version: Version,
}

/// The deployment that tries an account out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Trial {
    /// Which.
    pub deployment: DeploymentId,
    /// Until when the others wait for it.
    pub until: Timestamp,
}

impl Breaker {
    /// The breaker that an answer opens, and for how long that answer asks. A longer wait that another worker has heard of stays as
    /// it is.
    pub fn opened(before: Option<Self>, park: &Park, policy: &RetryPolicy, now: Timestamp) -> (Self, Duration) {
        let same = before.as_ref().filter(|breaker| breaker.reason == park.reason);
        // Requests that were under way together are answered alike, one after another: only the first of them counts.
        let again = same.is_some_and(|breaker| breaker.is_open(now));
        let in_a_row = same.map_or(0, |breaker| breaker.in_a_row - i32::from(again));
        let delay = park.how_long(policy, in_a_row);
        let open_until = later(now, delay);
        let opened = match before {
            Some(longer) if longer.open_until > open_until => Self { trial: None, ..longer },
            before => Self {
                account: park.account.clone(),
                reason: park.reason,
                message: park.message.clone(),
                opened_at: before.as_ref().map_or(now, |breaker| breaker.opened_at),
                open_until,
                in_a_row: in_a_row + 1,
                trial: None,
                changed_at: now,
                version: before.map_or(0, |breaker| breaker.version),
            },
        };
        (opened, delay)
    }

    /// Returns whether nothing may be sent now.
    pub fn is_open(&self, now: Timestamp) -> bool {
        self.open_until > now
    }

    /// Returns whether another deployment may try the account out.
    fn takes_trial(&self, now: Timestamp) -> bool {
        !self.is_open(now) && self.trial.is_none_or(|trial| trial.until <= now)
    }
}

/// The circuit breakers that concern one account.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Breakers {
    /// The account's own.
    pub own: Option<Breaker>,
    /// The whole platform's.
    pub whole: Option<Breaker>,
}

impl Breakers {
    /// Those that are not closed.
    pub fn rows(&self) -> impl Iterator<Item = &Breaker> {
        self.own.iter().chain(&self.whole)
    }

    /// Returns whether all are closed.
    pub fn are_closed(&self) -> bool {
        self.own.is_none() && self.whole.is_none()
    }
}

/// An answer's proof about the account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Proof {
    /// A request that writes was dealt with: the account may be called as usual.
    Written,
    /// Only a search was answered: the platform is there, but a limit on writes may still hold.
    Read,
}

/// Changes to the circuit breakers of one deployment's account.
#[derive(Debug)]
pub(super) struct Changing<'a> {
    before: &'a Breakers,
    account: &'a AccountRef,
    deployment: DeploymentId,
    now: Timestamp,
    pub(super) after: Breakers,
    due_again: Vec<AccountRef>,
    outages: Vec<AccountRef>,
    pub(super) events: Vec<Happened>,
}

/// The outcome of [`Changing`].
pub(super) struct Changed {
    pub(super) after: Breakers,
    pub(super) breakers: Vec<BreakerWrite>,
    pub(super) due_again: Vec<AccountRef>,
    pub(super) outages: Vec<AccountRef>,
    pub(super) events: Vec<Happened>,
}

impl<'a> Changing<'a> {
    pub(super) fn new(before: &'a Breakers, account: &'a AccountRef, deployment: DeploymentId, now: Timestamp) -> Self {
        let after = before.clone();
        Self { before, account, deployment, now, after, due_again: Vec::new(), outages: Vec::new(), events: Vec::new() }
    }

    /// Makes the deployment the trial of each half-open breaker. `false` where one lets nothing through.
    pub(super) fn begin_trial(&mut self, length: Duration) -> bool {
        let until = later(self.now, length);
        for breaker in [&mut self.after.own, &mut self.after.whole].into_iter().flatten() {
            if !breaker.takes_trial(self.now) {
                return false;
            }
            breaker.trial = Some(Trial { deployment: self.deployment, until });
        }
        true
    }

    /// Ends the deployment's trial without a verdict: the next deployment in line tries.
    pub(super) fn end_trial(&mut self) {
        for breaker in [&mut self.after.own, &mut self.after.whole].into_iter().flatten() {
            if breaker.trial.is_some_and(|trial| trial.deployment == self.deployment) {
                breaker.trial = None;
                self.due_again.push(breaker.account.clone());
            }
        }
    }

    /// The account answered: each breaker that the proof refutes closes, and what waited for it is due. A wait that the platform
    /// asked for lasts until its time is over, even if an older request succeeds meanwhile.
    pub(super) fn close(&mut self, proof: Proof) {
        for slot in [&mut self.after.own, &mut self.after.whole] {
            let refuted = |breaker: &mut Breaker| {
                breaker.reason == ParkReason::Outage || proof == Proof::Written && !breaker.is_open(self.now)
            };
            let Some(closed) = slot.take_if(refuted) else { continue };
            self.due_again.push(closed.account.clone());
            // A single failure is no outage: it may well be the ticket's own.
            if closed.reason == ParkReason::Outage && closed.in_a_row > 1 {
                self.outages.push(closed.account.clone());
            }
            self.events.push(Happened::Freed { account: closed.account, reason: closed.reason });
        }
        self.end_trial();
    }

    /// Opens a breaker. Returns for how long.
    pub(super) fn open(&mut self, park: &Park, policy: &RetryPolicy) -> Duration {
        let whole = park.account.account_id == AccountRef::ALL;
        let slot = if whole { &mut self.after.whole } else { &mut self.after.own };
        let (opened, delay) = Breaker::opened(slot.take(), park, policy, self.now);
        *slot = Some(opened);
        delay
    }

    /// Opens a breaker, and tells of it where others notice.
    pub(super) fn open_and_tell(&mut self, park: &Park, policy: &RetryPolicy) -> Duration {
        let delay = self.open(park, policy);
        if !delay.is_zero() {
            self.events.push(Happened::Parked { park: park.clone(), delay });
        }
        delay
    }

    /// Returns whether an outage of the account, or of its platform, ends with this.
    pub(super) fn ended_an_outage(&self) -> bool {
        !self.outages.is_empty()
    }

    /// The account as whose deployment this changes.
    pub(super) fn account(&self) -> &AccountRef {
        self.account
    }

    /// The writes that make the changes. Where all breakers are closed before and after there is none, and the write must
    /// expect that there still is none.
    pub(super) fn finish(mut self) -> Changed {
        let mut breakers = Vec::new();
        let whole = AccountRef::whole(self.account.platform);
        let slots = [
            (self.account, &self.before.own, &mut self.after.own),
            (&whole, &self.before.whole, &mut self.after.whole),
        ];
        let known = !self.before.are_closed() || slots.iter().any(|(_, _, after)| after.is_some());
        for (account, before, after) in slots {
            let changes = *before != *after;
            if changes && let Some(after) = after {
                after.version += 1;
                after.changed_at = self.now;
            }
            if known {
                let read = before.as_ref().map(|breaker| breaker.version);
                breakers.push(BreakerWrite { account: account.clone(), read, after: after.clone(), changes });
            }
        }
        let Self { after, due_again, outages, events, .. } = self;
        Changed { after, breakers, due_again, outages, events }
    }
}

/// A moment later; the end of time where the sum lies beyond it.
fn later(now: Timestamp, delay: Duration) -> Timestamp {
    now.saturating_add(delay).unwrap_or(Timestamp::MAX)
}
