//! The further guarantees of Redis: each hint goes to one worker, and survives it.

use std::{
    collections::HashSet,
    io,
    sync::{Arc, Mutex},
};

use app::BrokerHealth;
use redis::{Commands, streams::StreamInfoConsumersReply};

use crate::{
    servers::Server,
    stage::{Stage, UNACKNOWLEDGED, all_hear, eventually, new_id, new_ids, server},
};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_a_dead_worker_held_comes_to_another() {
    let stage = Stage::redis();
    let (publisher, dead) = (stage.publisher(), stage.worker());
    dead.hears(&*publisher).await;
    let ids = new_ids(3);
    publisher.publish(&ids).await;
    let in_hand = dead.queue.next().await;
    eventually("the others wait", || dead.queue.len() == 2).await;
    drop((in_hand, dead));
    let heir = stage.impatient_worker();
    let expected: HashSet<_> = ids.into_iter().collect();
    heir.drive_until(|driven| driven.is_superset(&expected)).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_worker_holds_no_more_than_it_may_and_the_others_get_the_rest() {
    let stage = Stage::redis();
    let (publisher, full, other) = (stage.publisher(), stage.worker(), stage.worker());
    all_hear(&[&full, &other], &*publisher).await;
    full.settle().await;
    other.settle().await;
    let ids = new_ids(50);
    publisher.publish(&ids).await;
    // One of the two drives nothing. It gets as many as it may hold, and each hint is given once.
    other
        .drive_until(|driven| driven.intersection(&ids.iter().copied().collect()).count() == 50 - UNACKNOWLEDGED)
        .await;
    assert_eq!(full.queue.len(), UNACKNOWLEDGED);
    assert!(other.queue.is_empty());
    full.drive_until(|driven| driven.intersection(&ids.iter().copied().collect()).count() == UNACKNOWLEDGED).await;
    assert!(full.driven().is_disjoint(&other.driven()));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_over_is_gone_and_so_are_dead_workers_without_work() {
    let stage = Stage::redis();
    let publisher = stage.publisher();
    let (dead, worker) = (stage.worker(), stage.worker());
    all_hear(&[&dead, &worker], &*publisher).await;
    dead.settle().await;
    drop(dead);
    let mut redis = redis::Client::open(server("TEST_REDIS_URL")).unwrap().get_connection().unwrap();
    eventually("only the living is known", || {
        let known: StreamInfoConsumersReply = redis.xinfo_consumers(&stage.name, "workers").unwrap();
        known.consumers.len() == 1
    })
    .await;
    let ids = new_ids(100);
    publisher.publish(&ids).await;
    worker.drive_until(|driven| ids.iter().all(|id| driven.contains(id))).await;
    worker.settle().await;
    let left: usize = redis.xlen(&stage.name).unwrap();
    assert_eq!(left, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_somebody_else_writes_to_the_stream_is_passed_over() {
    let stage = Stage::redis();
    let mut redis = redis::Client::open(server("TEST_REDIS_URL")).unwrap().get_connection().unwrap();
    for _ in 0..3 * UNACKNOWLEDGED {
        let _: String = redis.xadd(&stage.name, "*", &[("id", "no id")]).unwrap();
    }
    let (publisher, worker) = (stage.publisher(), stage.worker());
    worker.hears(&*publisher).await;
}

#[test]
fn a_wrong_url_is_refused_and_not_repeated() {
    let url = domain::Secret::new("redis://:pass-word@127.0.0.1/not-a-number");
    let refused = worker::RedisBroker::new(&url, worker::RedisSettings::default(), crate::stage::rng());
    let words = refused.unwrap_err();
    assert!(words.contains("redis://user:password@host:port/number") && !words.contains("pass-word"), "{words}");
}

/// The log of a test.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

// One thread, so that the log of this test is that of its tasks.
#[tokio::test]
async fn a_password_opens_and_is_in_no_log_and_no_health_text() {
    let log = Log::default();
    let to = log.clone();
    let subscriber =
        tracing_subscriber::fmt().with_max_level(tracing::Level::TRACE).with_writer(move || to.clone()).finish();
    let _guard = tracing::subscriber::set_default(subscriber);

    let mut redis = Server::redis();
    redis.redis_command(&["CONFIG", "SET", "requirepass", "right-pass-word"]);
    let with = |password: &str| Stage::redis_at(&format!("redis://:{password}@{}/1", redis.address()));
    let right = with("right-pass-word");
    let (publisher, worker) = (right.publisher(), right.worker());
    worker.hears(&*publisher).await;

    let wrong = with("wrong-pass-word");
    let (refused, _deaf) = (wrong.publisher(), wrong.worker());
    let refusal = "does not answer (Password authentication failed";
    eventually("it is refused", || matches!(refused.health(), BrokerHealth::Degraded(why) if why.contains(refusal)))
        .await;
    refused.publish(&[new_id()]).await;
    redis.kill();
    eventually("it is gone", || publisher.health() != BrokerHealth::Up).await;

    let log = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
    assert!(log.contains("does not answer"), "{log}");
    for text in [log, format!("{:?} {:?}", refused.health(), publisher.health())] {
        assert!(!text.contains("pass-word"), "{text}");
    }
}
