//! Lets the database fail: at one point, or at many that a seed chooses.

use std::sync::{
    Arc, Mutex,
    atomic::{AtomicBool, AtomicUsize, Ordering},
};

use store::faults::{Moment, StatementFault, StatementFaults};
use testkit::{TestApp, TestDatabase};

/// The points that fail.
#[derive(Debug)]
enum Plan {
    /// The point of that number, counted from the start.
    At(usize, StatementFault),
    /// Each with this probability, in a kind that is drawn as well.
    Often { in_a_thousand: u64, state: u64 },
}

/// A database that fails while it is switched on.
#[derive(Debug)]
pub(crate) struct Breaker {
    on: AtomicBool,
    seen: AtomicUsize,
    broken: AtomicUsize,
    plan: Mutex<Plan>,
}

impl Breaker {
    pub(crate) fn at(number: usize, fault: StatementFault) -> Arc<Self> {
        Self::of(Plan::At(number, fault))
    }

    pub(crate) fn often(in_a_thousand: u64, seed: u64) -> Arc<Self> {
        Self::of(Plan::Often { in_a_thousand, state: seed })
    }

    fn of(plan: Plan) -> Arc<Self> {
        let (seen, broken) = (AtomicUsize::new(0), AtomicUsize::new(0));
        Arc::new(Self { on: AtomicBool::new(false), seen, broken, plan: Mutex::new(plan) })
    }

    pub(crate) fn switch(&self, on: bool) {
        self.on.store(on, Ordering::SeqCst);
    }

    /// The number of points that passed while it was on.
    pub(crate) fn seen(&self) -> usize {
        self.seen.load(Ordering::SeqCst)
    }

    /// The number of failed points.
    pub(crate) fn broken(&self) -> usize {
        self.broken.load(Ordering::SeqCst)
    }
}

impl StatementFaults for Breaker {
    fn at(&self, _: Moment<'_>) -> Option<StatementFault> {
        if !self.on.load(Ordering::SeqCst) {
            return None;
        }
        let number = self.seen.fetch_add(1, Ordering::SeqCst);
        let fault = match &mut *self.plan.lock().unwrap() {
            Plan::At(at, fault) => (*at == number).then_some(*fault),
            Plan::Often { in_a_thousand, state } => {
                let drawn = next(state);
                let ways = [StatementFault::NotDone, StatementFault::AnswerLost, StatementFault::Aborted];
                (drawn % 1_000 < *in_a_thousand).then(|| ways[usize::try_from(drawn >> 32).unwrap() % ways.len()])
            }
        };
        self.broken.fetch_add(usize::from(fault.is_some()), Ordering::SeqCst);
        fault
    }
}

/// `SplitMix64`.
fn next(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut z = *state;
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// An application on a database that fails as `breaker` says.
pub(crate) async fn app_on(mut database: TestDatabase, breaker: &Arc<Breaker>) -> TestApp {
    let faults: Arc<dyn StatementFaults> = breaker.clone();
    database.store = database.store.with_faults_for_tests(&faults);
    TestApp::on(database).await
}
