//! Outages of a broker: publishing never notices them, health does, and hints flow again by themselves.

use app::BrokerHealth;

use crate::{
    servers::Server,
    stage::{PATIENCE, Stage, eventually, new_id, new_ids},
};

async fn survives_an_outage(stage: Stage, mut server: Server, engine: &str) {
    let (publisher, worker) = (stage.publisher(), stage.worker());
    worker.hears(&*publisher).await;
    eventually("the broker is up", || publisher.health() == BrokerHealth::Up).await;

    server.kill();
    eventually("health degrades", || publisher.health() != BrokerHealth::Up).await;
    // Nobody receives them: this ends, or the test does.
    let lost = async {
        for some in new_ids(3_000).chunks(7) {
            publisher.publish(some).await;
        }
    };
    tokio::time::timeout(PATIENCE, lost).await.unwrap();
    let BrokerHealth::Degraded(why) = publisher.health() else { panic!("nobody is there") };
    assert!(why.starts_with(&format!("{engine} at {} does not answer (", server.address())), "{why}");
    assert!(why.ends_with("): deployments start within a second instead of at once"), "{why}");

    server.come_back();
    eventually("health recovers", || publisher.health() == BrokerHealth::Up).await;
    worker.hears(&*publisher).await;
    let id = new_id();
    publisher.publish(&[id]).await;
    worker.drive_until(|driven| driven.contains(&id)).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn postgres_is_killed_and_comes_back() {
    let server = Server::postgres();
    let stage = Stage::postgres_at(&format!("postgres://postgres@{}/postgres", server.address()));
    survives_an_outage(stage, server, "PostgreSQL").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn redis_is_killed_and_comes_back() {
    let server = Server::redis();
    let stage = Stage::redis_at(&format!("redis://{}", server.address()));
    survives_an_outage(stage, server, "Redis").await;
}

/// The first connection works like the hundredth.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_redis_that_comes_late_is_found() {
    let mut server = Server::redis();
    server.kill();
    let stage = Stage::redis_at(&format!("redis://{}", server.address()));
    let (publisher, worker) = (stage.publisher(), stage.worker());
    assert!(matches!(publisher.health(), BrokerHealth::Degraded(_)));
    server.come_back();
    worker.hears(&*publisher).await;
    eventually("health recovers", || publisher.health() == BrokerHealth::Up).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn hints_flow_again_after_redis_was_wiped() {
    let server = Server::redis();
    let stage = Stage::redis_at(&format!("redis://{}", server.address()));
    let (publisher, worker) = (stage.publisher(), stage.worker());
    worker.hears(&*publisher).await;
    for _ in 0..3 {
        // After a wipe, an entry of the same millisecond has the same number: its acknowledgement must not arrive after
        // that.
        worker.settle().await;
        server.redis_command(&["FLUSHALL"]);
        // Everything that is published now is read as soon as the group exists again.
        let id = new_id();
        publisher.publish(&[id]).await;
        worker.drive_until(|driven| driven.contains(&id)).await;
    }
    assert_eq!(publisher.health(), BrokerHealth::Up);
}
