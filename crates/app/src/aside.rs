//! Long computations, outside of the threads that answer requests.

use std::{num::NonZeroUsize, thread};

use serde_json::{Map, Value};
use tokio::{
    runtime::{Handle, RuntimeFlavor},
    sync::Semaphore,
    task::block_in_place,
};

use crate::App;

/// Places for long computations: one core stays free for everything else.
#[derive(Debug)]
pub(crate) struct Places(Semaphore);

impl Default for Places {
    fn default() -> Self {
        let cores = thread::available_parallelism().map_or(1, NonZeroUsize::get);
        Self(Semaphore::new(cores.saturating_sub(1).max(1)))
    }
}

impl App {
    /// Runs `work`. If it is `long`, it waits for a place, and the runtime's thread hands over its other tasks.
    ///
    /// A computation is not interrupted: its input is limited (`connectors/src/limits.rs`), so that it ends in time. It
    /// holds nothing that another computation waits for, so a transaction may be open around it.
    pub(crate) async fn aside<T>(&self, long: bool, work: impl FnOnce() -> T) -> T {
        if !long || Handle::current().runtime_flavor() == RuntimeFlavor::CurrentThread {
            return work();
        }
        // The places are never closed, so a permit is always available in the end.
        let _place = self.places().0.acquire().await;
        block_in_place(work)
    }
}

/// Returns true if a configuration is so large that processing all of it takes long.
pub(crate) fn is_large(config: &Map<String, Value>) -> bool {
    let mut left = SMALL;
    !config.iter().all(|(name, value)| fits(name, value, &mut left))
}

/// Values, and 64 bytes of text each: some milliseconds of work.
const SMALL: usize = 1_000;

fn fits(name: &str, value: &Value, left: &mut usize) -> bool {
    let text = name.len() + value.as_str().map_or(0, str::len);
    match left.checked_sub(1 + text / 64) {
        None => return false,
        Some(rest) => *left = rest,
    }
    match value {
        Value::Array(items) => items.iter().all(|item| fits("", item, left)),
        Value::Object(fields) => fields.iter().all(|(name, field)| fits(name, field, left)),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::is_large;

    #[test]
    fn many_values_or_long_texts_are_large() {
        let large = |config: serde_json::Value| is_large(config.as_object().unwrap());
        assert!(!large(json!({"ad_sets": vec![json!({"name": "x"}); 300]})));
        assert!(large(json!({"ad_sets": vec![json!({"name": "x"}); 600]})));
        assert!(large(json!({"text": "x".repeat(100_000)})));
    }
}
