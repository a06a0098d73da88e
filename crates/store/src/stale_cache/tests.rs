use std::sync::atomic::{AtomicU64, Ordering};

use super::*;

const LONG: Duration = Duration::from_hours(1);

fn stale_cache(fresh: Duration, usable: Duration) -> StaleCache<u64> {
    StaleCache::new(Terms { fresh, usable, most: 3 })
}

/// Counts its calls.
#[derive(Clone, Default)]
struct Counter(Arc<AtomicU64>);

impl Counter {
    fn again(&self) -> impl FnOnce() -> std::future::Ready<Result<u64>> + Send + use<> {
        let counter = self.clone();
        move || std::future::ready(Ok(counter.0.fetch_add(1, Ordering::Relaxed) + 1))
    }

    fn counted(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }
}

/// Lets background work finish.
async fn background() {
    for _ in 0..10 {
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn a_fresh_count_is_taken_as_it_is() {
    let (stale_cache, counter) = (stale_cache(LONG, LONG), Counter::default());
    assert_eq!(stale_cache.known("rows", counter.again()), None, "nothing is known before it was counted");
    assert_eq!(stale_cache.count("rows", counter.again()).await.unwrap(), 1);
    assert_eq!(stale_cache.known("rows", counter.again()), Some(1));
    assert_eq!(stale_cache.count("rows", counter.again()).await.unwrap(), 1);
    background().await;
    assert_eq!(counter.counted(), 1);
}

#[tokio::test]
async fn an_old_count_is_refreshed_once_for_the_next_request() {
    let (stale_cache, counter) = (stale_cache(Duration::ZERO, LONG), Counter::default());
    stale_cache.count("rows", counter.again()).await.unwrap();
    assert_eq!(stale_cache.known("rows", counter.again()), Some(1));
    assert_eq!(stale_cache.known("rows", counter.again()), Some(1));
    background().await;
    assert_eq!(counter.counted(), 2, "the second request did not count again");
    assert_eq!(stale_cache.known("rows", counter.again()), Some(2));
}

#[tokio::test]
async fn a_count_that_is_too_old_is_not_taken() {
    let (stale_cache, counter) = (stale_cache(Duration::ZERO, Duration::ZERO), Counter::default());
    stale_cache.count("rows", counter.again()).await.unwrap();
    assert_eq!(stale_cache.known("rows", counter.again()), None);
    assert_eq!(stale_cache.count("rows", counter.again()).await.unwrap(), 2);
}

#[tokio::test]
async fn a_failure_is_not_kept_and_does_not_stop_the_next() {
    let (stale_cache, counter) = (stale_cache(Duration::ZERO, LONG), Counter::default());
    stale_cache.count("rows", counter.again()).await.unwrap();
    assert_eq!(stale_cache.known("rows", || std::future::ready(Err(crate::StoreError::Missing))), Some(1));
    background().await;
    assert_eq!(stale_cache.known("rows", counter.again()), Some(1));
    background().await;
    assert_eq!(stale_cache.known("rows", counter.again()), Some(2));
}

#[tokio::test]
async fn the_oldest_go_when_there_are_too_many() {
    let (stale_cache, counter) = (stale_cache(LONG, LONG), Counter::default());
    for key in ["a", "b", "c", "d"] {
        stale_cache.count(key, counter.again()).await.unwrap();
    }
    assert_eq!(stale_cache.known("a", counter.again()), None);
    assert_eq!(stale_cache.known("d", counter.again()), Some(4));
    assert_eq!(stale_cache.lock().len(), 3);
}
