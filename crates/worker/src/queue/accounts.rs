//! A limit on the deployments of one account that are driven at once: an account with ten thousand must not take every driver, and a platform
//! throttles those who call it with too many at a time.

use std::collections::{HashMap, VecDeque};

use domain::{AccountRef, DeploymentId};

/// So many of one account are driven at once unless the settings say otherwise.
const USUAL: usize = 8;

/// So many ids of one account wait for their turn. Further ones are left to the sweeper.
const MOST_ASIDE: usize = 64;

/// The decision about a deployment that a driver has read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Admission {
    /// It may be driven.
    Admitted,
    /// It waits until another one of its account is over.
    SetAside,
    /// Too many wait already.
    TooMany,
}

/// The accounts of what is driven.
#[derive(Debug)]
pub(super) struct Accounts {
    most: usize,
    places: HashMap<AccountRef, Place>,
    /// The accounts of what is driven or set aside.
    of: HashMap<DeploymentId, AccountRef>,
    aside: usize,
}

#[derive(Debug, Default)]
struct Place {
    driven: usize,
    aside: VecDeque<DeploymentId>,
}

impl Default for Accounts {
    fn default() -> Self {
        Self { most: USUAL, places: HashMap::new(), of: HashMap::new(), aside: 0 }
    }
}

impl Accounts {
    pub(super) fn limit(&mut self, most: usize) {
        self.most = most.max(1);
    }

    /// The number of ids that are set aside.
    pub(super) fn aside(&self) -> usize {
        self.aside
    }

    /// Returns whether no further deployment of the account may be driven now.
    pub(super) fn is_full(&self, account: &AccountRef) -> bool {
        self.places.get(account).is_some_and(|place| place.driven >= self.most)
    }

    pub(super) fn admit(&mut self, id: DeploymentId, account: &AccountRef) -> Admission {
        let place = self.places.entry(account.clone()).or_default();
        let admission = if place.driven < self.most {
            place.driven += 1;
            Admission::Admitted
        } else if place.aside.len() < MOST_ASIDE {
            place.aside.push_back(id);
            self.aside += 1;
            return Admission::SetAside;
        } else {
            return Admission::TooMany;
        };
        self.of.insert(id, account.clone());
        admission
    }

    /// An admitted deployment is over. Returns the one whose turn it is.
    pub(super) fn leave(&mut self, id: DeploymentId) -> Option<DeploymentId> {
        let account = self.of.remove(&id)?;
        let place = self.places.get_mut(&account)?;
        place.driven = place.driven.saturating_sub(1);
        let next = place.aside.pop_front();
        self.aside -= usize::from(next.is_some());
        if place.driven == 0 && place.aside.is_empty() {
            self.places.remove(&account);
        }
        next
    }
}
