//! The guarantees of every broker, tested on each: in the process, on a real PostgreSQL, and on a real Redis.
#![expect(clippy::unwrap_used, reason = "in tests, a panic is the report")]

mod events;
mod outages;
mod redis_only;
mod servers;
mod stage;

use std::collections::HashSet;

use stage::{Stage, all_hear, eventually, new_id, new_ids};

/// Runs each test three times: in the process, on PostgreSQL, on Redis.
macro_rules! on_every_broker {
    ($($(#[$attribute:meta])* async fn $name:ident($stage:ident) $body:block)+) => {$(
        mod $name {
            use super::*;

            $(#[$attribute])*
            async fn run($stage: Stage) $body

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn in_process() {
                run(Stage::in_process()).await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn postgres() {
                run(Stage::postgres()).await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn redis() {
                run(Stage::redis()).await;
            }
        }
    )+};
}

on_every_broker! {
    async fn a_published_id_arrives(stage) {
        let (publisher, worker) = (stage.publisher(), stage.worker());
        worker.hears(&*publisher).await;
        let id = new_id();
        publisher.publish(&[id]).await;
        worker.drive_until(|driven| driven.contains(&id)).await;
        eventually("the broker is up", || publisher.health() == app::BrokerHealth::Up).await;
    }

    async fn thousands_arrive_each_at_least_once(stage) {
        let (publisher, worker) = (stage.publisher(), stage.worker());
        worker.hears(&*publisher).await;
        let ids = new_ids(5_000);
        for some in ids.chunks(7) {
            publisher.publish(some).await;
        }
        let expected: HashSet<_> = ids.into_iter().collect();
        worker.drive_until(|driven| driven.is_superset(&expected)).await;
    }

    async fn what_is_acknowledged_does_not_come_again(stage) {
        let (publisher, worker) = (stage.publisher(), stage.worker());
        worker.hears(&*publisher).await;
        let id = new_id();
        publisher.publish(&[id]).await;
        worker.drive_until(|driven| driven.contains(&id)).await;
        worker.settle().await;
        drop(worker);
        // It takes over all unacknowledged entries first, and reads new hints only then.
        let heir = stage.impatient_worker();
        heir.hears(&*publisher).await;
        assert!(!heir.driven().contains(&id));
    }

    async fn an_id_that_is_published_twice_while_it_waits_is_driven_once(stage) {
        let (publisher, worker) = (stage.publisher(), stage.worker());
        worker.hears(&*publisher).await;
        let (id, marker) = (new_id(), new_id());
        publisher.publish(&[id, id]).await;
        publisher.publish(&[id]).await;
        publisher.publish(&[marker]).await;
        eventually("both wait", || worker.queue.len() == 2).await;
        let first = worker.queue.next().await;
        assert_eq!(first.id(), id);
        assert_eq!(worker.queue.next().await.id(), marker);
        // While it is in flight, it is not queued either.
        let marker = new_id();
        publisher.publish(&[id]).await;
        publisher.publish(&[marker]).await;
        assert_eq!(worker.queue.next().await.id(), marker);
        first.over();
        assert!(worker.queue.is_empty());
    }

    async fn two_workers_share_the_work(stage) {
        let (publisher, one, other) = (stage.publisher(), stage.worker(), stage.worker());
        all_hear(&[&one, &other], &*publisher).await;
        let ids = new_ids(200);
        publisher.publish(&ids).await;
        let expected: HashSet<_> = ids.into_iter().collect();
        let all = || one.driven().union(&other.driven()).copied().collect::<HashSet<_>>().is_superset(&expected);
        tokio::select! {
            () = one.drive_until(|_| all()) => {}
            () = other.drive_until(|_| all()) => {}
        }
    }
}
