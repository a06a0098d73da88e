//! The hinted ids of this process, each at most once, until it has been driven.

mod accounts;

use std::{
    collections::{HashMap, HashSet, VecDeque},
    fmt, mem,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use parking_lot::{Mutex, MutexGuard};

use domain::{AccountRef, DeploymentId};
use tokio::sync::{Notify, Semaphore};

use accounts::{Accounts, Admission};

/// A queue without doubles: an id that waits, or is in flight, is not queued again.
#[derive(Debug)]
pub struct Queue {
    inner: Mutex<Inner>,
    /// One permit per id: a task waits for an id by waiting for a permit.
    waiting: Semaphore,
    /// Notified when few ids are left.
    low: Notify,
    /// Hints are accepted while fewer ids wait.
    room: usize,
}

/// The most hints; further ones are dropped. Hints are processed in their order of arrival, so an account with ten
/// thousand would delay all others. The sweeper finds the dropped ones, and takes turns among the accounts.
const MOST_HINTS: usize = 512;

/// The number of ids that keeps the drivers busy while more are fetched.
const LOW: usize = 8;

/// The number of ended deployments that are remembered: a late hint, after the sweeper found the row and a driver ended
/// it, costs no read of the row any more.
const ENDED: usize = 2_048;

#[derive(Debug, Default)]
struct Inner {
    order: VecDeque<DeploymentId>,
    /// The ids that wait or are in flight, each with the receipts for its driver.
    known: HashMap<DeploymentId, Vec<Receipt>>,
    /// The ids that have ended recently, and will never be due again.
    ended: HashSet<DeploymentId>,
    accounts: Accounts,
    /// The same ids in the order in which they are forgotten.
    ended_in_order: VecDeque<DeploymentId>,
}

impl Inner {
    fn is_known(&self, id: DeploymentId) -> bool {
        self.known.contains_key(&id) || self.ended.contains(&id)
    }

    fn remember(&mut self, ended: DeploymentId) {
        if self.ended.insert(ended) {
            self.ended_in_order.push_back(ended);
        }
        if self.ended_in_order.len() > ENDED
            && let Some(oldest) = self.ended_in_order.pop_front()
        {
            self.ended.remove(&oldest);
        }
    }
}

impl Default for Queue {
    fn default() -> Self {
        Self { inner: Mutex::default(), waiting: Semaphore::new(0), low: Notify::new(), room: MOST_HINTS }
    }
}

impl Queue {
    /// A queue with another limit of hints.
    pub fn with_room(room: usize) -> Self {
        Self { room, ..Self::default() }
    }

    /// Sets how many deployments of one account are driven at once.
    pub fn limit_accounts(&self, most: usize) {
        self.lock().accounts.limit(most);
    }

    /// Adds deployments that are due and not known yet. One whose account has as many in flight as it may have waits for its turn.
    pub fn push_due(&self, due: &[(DeploymentId, AccountRef)]) {
        let mut inner = self.lock();
        for (id, account) in due {
            if !inner.accounts.is_full(account) {
                let _ = self.add(&mut inner, *id, None);
            } else if !inner.is_known(*id) && inner.accounts.admit(*id, account) == Admission::SetAside {
                inner.known.insert(*id, Vec::new());
            }
        }
    }

    /// Adds ids that are not known yet.
    pub fn push(&self, ids: &[DeploymentId]) {
        let mut inner = self.lock();
        for id in ids {
            let _ = self.add(&mut inner, *id, None);
        }
    }

    /// Adds hinted ids, while not too many wait.
    pub fn hint(&self, ids: &[DeploymentId]) {
        let mut inner = self.lock();
        for id in ids {
            if inner.order.len() >= self.room {
                return;
            }
            let _ = self.add(&mut inner, *id, None);
        }
    }

    /// Adds an id whose broker needs a receipt at the end of the work. If it is known already, that work counts.
    pub fn push_with(&self, id: DeploymentId, receipt: Receipt) {
        let left = self.add(&mut self.lock(), id, Some(receipt));
        if let Some(receipt) = left {
            (receipt.0)();
        }
    }

    /// Queues an unknown id; returns the receipt if its deployment has ended already.
    fn add(&self, inner: &mut Inner, id: DeploymentId, receipt: Option<Receipt>) -> Option<Receipt> {
        if inner.ended.contains(&id) {
            return receipt;
        }
        let known = inner.known.len();
        inner.known.entry(id).or_default().extend(receipt);
        if inner.known.len() > known {
            inner.order.push_back(id);
            self.waiting.add_permits(1);
        }
        None
    }

    /// The next id to drive; waits for one. It may be dropped while it waits.
    pub async fn next(self: &Arc<Self>) -> Delivery {
        loop {
            // The semaphore is never closed; a missing permit is waited for again.
            if let Ok(permit) = self.waiting.acquire().await {
                permit.forget();
            }
            let mut inner = self.lock();
            if let Some(id) = inner.order.pop_front() {
                if inner.order.len() + inner.accounts.aside() <= LOW {
                    self.low.notify_one();
                }
                return Delivery { id, queue: Some(self.clone()), set_aside: AtomicBool::new(false) };
            }
        }
    }

    /// Waits until few ids are left.
    pub async fn runs_low(&self) {
        loop {
            if self.len() <= LOW {
                return;
            }
            self.low.notified().await;
        }
    }

    /// The number of waiting ids.
    pub fn len(&self) -> usize {
        let inner = self.lock();
        inner.order.len() + inner.accounts.aside()
    }

    /// Returns true if no id waits.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn lock(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock()
    }
}

/// An id in flight. Call [`over`](Self::over) at the end of the work; a delivery that is dropped was interrupted, and
/// its broker gets no receipt.
#[derive(Debug)]
pub struct Delivery {
    id: DeploymentId,
    /// The queue that knows it; none after its end.
    queue: Option<Arc<Queue>>,
    /// Set where it waits for its account, and stays known.
    set_aside: AtomicBool,
}

impl Delivery {
    /// The deployment to drive.
    pub fn id(&self) -> DeploymentId {
        self.id
    }

    /// Returns whether the deployment may be driven, now that its account is known. Otherwise it waits until another one of the
    /// account is over, or is left to the sweeper; either way this delivery is over.
    pub fn admit(&self, account: &AccountRef) -> bool {
        let Some(queue) = &self.queue else { return false };
        let admission = queue.lock().accounts.admit(self.id, account);
        self.set_aside.store(admission == Admission::SetAside, Ordering::Relaxed);
        admission == Admission::Admitted
    }

    /// The work is over, with any result: the row tells what is left to do.
    pub fn over(mut self) {
        for receipt in self.forget() {
            (receipt.0)();
        }
    }

    /// The same, and the deployment has ended: it is never due again.
    pub fn over_for_good(self) {
        if let Some(queue) = &self.queue {
            queue.lock().remember(self.id);
        }
        self.over();
    }

    fn forget(&mut self) -> Vec<Receipt> {
        let Some(queue) = self.queue.take() else { return Vec::new() };
        if self.set_aside.load(Ordering::Relaxed) {
            return Vec::new();
        }
        let mut inner = queue.lock();
        if let Some(next) = inner.accounts.leave(self.id) {
            inner.order.push_back(next);
            queue.waiting.add_permits(1);
        }
        inner.known.remove(&self.id).unwrap_or_default()
    }
}

impl Drop for Delivery {
    fn drop(&mut self) {
        mem::drop(self.forget());
    }
}

/// A receipt for the broker at the end of the work.
pub struct Receipt(Box<dyn FnOnce() + Send>);

impl Receipt {
    /// `acknowledge` is called at the end of the work; it must not block. If the work was interrupted, it is dropped
    /// without a call.
    pub fn new(acknowledge: impl FnOnce() + Send + 'static) -> Self {
        Self(Box::new(acknowledge))
    }
}

impl fmt::Debug for Receipt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Receipt")
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    fn id(n: u128) -> DeploymentId {
        DeploymentId(uuid::Uuid::from_u128(n))
    }

    #[tokio::test]
    async fn an_id_waits_once_however_often_it_is_hinted_at() {
        let queue = Arc::new(Queue::default());
        queue.push(&[id(1), id(2), id(1)]);
        queue.push(&[id(2)]);
        assert_eq!(queue.len(), 2);
        let (first, second) = (queue.next().await, queue.next().await);
        assert_eq!((first.id(), second.id()), (id(1), id(2)));
        queue.push(&[id(1)]);
        assert!(queue.is_empty(), "it is in flight");
        first.over();
        queue.push(&[id(1)]);
        assert_eq!(queue.next().await.id(), id(1));
        assert!(queue.is_empty());
    }

    /// A receipt that counts its use.
    fn counted(given: &Arc<AtomicUsize>) -> Receipt {
        let given = given.clone();
        Receipt::new(move || {
            given.fetch_add(1, Ordering::Relaxed);
        })
    }

    #[tokio::test]
    async fn what_has_ended_is_not_looked_at_again_and_its_receipt_is_given_at_once() {
        let given = Arc::new(AtomicUsize::new(0));
        let receipt = || counted(&given);
        let queue = Arc::new(Queue::default());
        queue.push(&[id(0)]);
        queue.next().await.over_for_good();
        queue.push(&[id(0)]);
        queue.push_with(id(0), receipt());
        assert_eq!((queue.len(), given.load(Ordering::Relaxed)), (0, 1));
        for number in (1..=ENDED).map(|number| number as u128) {
            queue.push(&[id(number)]);
            queue.next().await.over_for_good();
        }
        queue.push_with(id(0), receipt());
        assert_eq!((queue.len(), given.load(Ordering::Relaxed)), (1, 1), "so far back it is not remembered");
        assert_eq!(queue.lock().ended.len(), ENDED);
    }

    fn account(number: u64) -> AccountRef {
        AccountRef { platform: domain::PlatformId::Meta, account_id: number.to_string() }
    }

    #[tokio::test]
    async fn an_account_has_so_many_in_flight_and_the_next_takes_the_place_of_one_that_is_over() {
        let queue = Arc::new(Queue::default());
        queue.limit_accounts(2);
        let due: Vec<_> = (0..5).map(|number| (id(number), account(1))).collect();
        queue.push_due(&due);
        let (first, second, third) = (queue.next().await, queue.next().await, queue.next().await);
        assert_eq!([&first, &second, &third].map(|delivery| delivery.admit(&account(1))), [true, true, false]);
        drop(third);
        queue.push_due(&due);
        queue.push(&[id(2)]);
        assert_eq!(queue.len(), 3, "what was set aside is known, and waits once");
        let fourth = queue.next().await;
        assert!(!fourth.admit(&account(1)));
        fourth.over();
        queue.push_due(&[(id(7), account(2))]);
        let fifth = queue.next().await;
        assert!(!fifth.admit(&account(1)));
        fifth.over();
        let other = queue.next().await;
        assert_eq!((other.id(), other.admit(&account(2))), (id(7), true), "another account is not kept waiting");
        first.over();
        let next = queue.next().await;
        assert_eq!((next.id(), next.admit(&account(1))), (id(2), true), "in the order in which they came");
        drop((second, next));
        let both = [queue.next().await, queue.next().await];
        assert_eq!(both.map(|delivery| (delivery.id(), delivery.admit(&account(1)))), [(id(3), true), (id(4), true)]);
    }

    #[tokio::test]
    async fn hints_beyond_a_bound_are_left_to_the_sweeper() {
        let queue = Arc::new(Queue::default());
        let many: Vec<DeploymentId> = (0..10_000).map(id).collect();
        queue.hint(&many);
        assert_eq!(queue.len(), MOST_HINTS);
        for _ in LOW..MOST_HINTS {
            queue.next().await.over();
        }
        queue.runs_low().await;
        assert_eq!(queue.len(), LOW);
    }

    #[tokio::test]
    async fn every_receipt_is_given_when_the_work_is_over_and_none_when_it_was_cut_off() {
        let given = Arc::new(AtomicUsize::new(0));
        let receipt = || counted(&given);
        let queue = Arc::new(Queue::default());
        queue.push(&[id(1)]);
        queue.push_with(id(1), receipt());
        let delivery = queue.next().await;
        queue.push_with(id(1), receipt());
        assert_eq!(given.load(Ordering::Relaxed), 0);
        delivery.over();
        assert_eq!(given.load(Ordering::Relaxed), 2);
        queue.push_with(id(1), receipt());
        drop(queue.next().await);
        assert_eq!(given.load(Ordering::Relaxed), 2);
        queue.push(&[id(1)]);
        assert_eq!(queue.len(), 1, "what was cut off is not known any more");
    }
}
