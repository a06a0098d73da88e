//! The shared handle of a sandbox.

use std::io;

use parking_lot::{Mutex, MutexGuard, RwLock};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use axum::Router;
use axum::extract::DefaultBodyLimit;
use jiff::Timestamp;

use crate::faults::{Faults, mix};
use crate::platforms::Usage;
use crate::requests::RequestLog;
use crate::settings::Behaviour;
use crate::store::Store;
use crate::{Clock, InvalidSettings, Object, Quotas, RequestEntry, Rule, Settings, control, pipeline};

/// A sandbox. All clones are the same one.
#[derive(Clone, Debug)]
pub struct Sandbox {
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    seed: u64,
    clock: Clock,
    behaviour: RwLock<Arc<Behaviour>>,
    store: Mutex<Store>,
    usage: Mutex<Usage>,
    faults: Mutex<Faults>,
    requests: Mutex<RequestLog>,
    answers: AtomicU64,
}

impl Sandbox {
    /// Opens a sandbox and loads the objects of its journal.
    pub fn open(settings: Settings) -> io::Result<Self> {
        let store = Store::open(settings.journal.as_deref())?;
        let behaviour = Behaviour { quotas: settings.quotas, meta: settings.meta, tiktok: settings.tiktok };
        Ok(Self {
            inner: Arc::new(Inner {
                seed: settings.seed,
                clock: settings.clock,
                behaviour: RwLock::new(Arc::new(behaviour)),
                store: Mutex::new(store),
                usage: Mutex::default(),
                faults: Mutex::new(Faults::new(settings.seed)),
                requests: Mutex::new(RequestLog::new(settings.request_log)),
                answers: AtomicU64::new(0),
            }),
        })
    }

    /// Both platforms and the control paths under `/_sandbox`.
    pub fn router(&self) -> Router {
        control::router()
            .fallback(pipeline::platform)
            .layer(DefaultBodyLimit::max(pipeline::BODY_LIMIT))
            .with_state(self.clone())
    }

    /// All objects in the order of their ids, deleted ones included.
    pub fn objects(&self) -> Vec<Object> {
        self.store().all().map(|object| Object::clone(object)).collect()
    }

    /// Groups of living objects with the same platform, kind, account and name.
    pub fn duplicates(&self) -> Vec<Vec<Object>> {
        let groups = self.store().duplicates();
        groups.into_iter().map(|group| group.iter().map(|object| Object::clone(object)).collect()).collect()
    }

    /// The remembered requests in the order of their arrival.
    pub fn requests(&self) -> Vec<RequestEntry> {
        self.request_log().iter().cloned().collect()
    }

    /// Adds a fault rule and returns its number, or returns the mistake of an invalid rule.
    pub fn set_fault(&self, rule: Rule) -> Result<u64, String> {
        match rule.fault() {
            Some(fault) => Err(fault),
            None => Ok(self.faults().add(rule)),
        }
    }

    /// Removes all fault rules.
    pub fn clear_faults(&self) {
        self.faults().clear();
    }

    /// Replaces the quotas.
    pub fn set_quotas(&self, quotas: Quotas) {
        self.change(|behaviour| behaviour.quotas = quotas);
    }

    /// Changes settings by a JSON object with the settings that change, as `PUT /_sandbox/settings` does.
    pub fn set_settings(&self, patch: &serde_json::Value) -> Result<(), InvalidSettings> {
        control::patch_settings(self, patch).map(drop)
    }

    /// Forgets objects, faults, requests and the usage of quotas. Keeps the settings.
    pub fn reset(&self) -> io::Result<()> {
        self.store().reset()?;
        *lock(&self.inner.usage) = Usage::default();
        self.request_log().clear();
        let mut faults = self.faults();
        *faults = Faults::new(self.inner.seed);
        Ok(())
    }

    pub(crate) fn now(&self) -> Timestamp {
        self.inner.clock.now()
    }

    pub(crate) fn behaviour(&self) -> Arc<Behaviour> {
        Arc::clone(&self.inner.behaviour.read())
    }

    pub(crate) fn change(&self, change: impl FnOnce(&mut Behaviour)) {
        let mut guard = self.inner.behaviour.write();
        change(Arc::make_mut(&mut guard));
    }

    pub(crate) fn store(&self) -> MutexGuard<'_, Store> {
        lock(&self.inner.store)
    }

    pub(crate) fn usage(&self) -> MutexGuard<'_, Usage> {
        lock(&self.inner.usage)
    }

    pub(crate) fn faults(&self) -> MutexGuard<'_, Faults> {
        lock(&self.inner.faults)
    }

    pub(crate) fn request_log(&self) -> MutexGuard<'_, RequestLog> {
        lock(&self.inner.requests)
    }

    /// A number for the trace id of one answer; the seed makes it reproducible.
    pub(crate) fn trace(&self) -> u64 {
        mix(self.inner.seed ^ self.inner.answers.fetch_add(1, Ordering::Relaxed))
    }
}

/// No change under these locks is left half done, so the data behind a poisoned one is valid.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock()
}
