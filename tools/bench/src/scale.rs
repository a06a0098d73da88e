//! The growth of lists, filters and the claim: the same requests at 10,000 rows and at many more, side by side. Begin
//! with `run`; `scale/fill.rs` makes the rows, `scale/requests.rs` has the requests.

mod fill;
mod requests;

use std::{collections::BTreeMap, path::Path, time::Instant};

use domain::{
    DeploymentId, Timestamp,
    deployment::{
        RetryPolicy,
        engine::{self, Input, Rules},
    },
};
use serde_json::json;
use store::{
    Options, Store,
    deployments::{self, Care, Commit},
};
use uuid::Uuid;

use crate::{
    floors,
    http::{Client, Connection},
    server::Server,
};

/// The number of rows at the start; the larger counts are compared with it.
const FEW: u64 = 10_000;
/// The number of repeats; a figure is their median.
const REPEATS: usize = 31;

/// Milliseconds by list and filter, and by order.
type Times = BTreeMap<(String, String), f64>;

/// Measures at 10,000 and at `many` rows of tickets and of deployments.
pub(crate) async fn run(binary: &str, many: u64, postgres: Option<&str>) {
    println!(
        "| database | list and filter | at {FEW} | at {many} | ratio | worst order | at {FEW} | at {many} | ratio |"
    );
    println!("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
    database("SQLite", binary, many, None).await;
    if let Some(cluster) = postgres {
        database("PostgreSQL", binary, many, Some(cluster)).await;
    }
}

async fn database(name: &str, binary: &str, many: u64, postgres: Option<&str>) {
    let directory = tempfile::tempdir().unwrap();
    let target = match floors::fresh_database(postgres, "bench_scale").await {
        floors::Database::Sqlite => fill::Target::Sqlite(directory.path().join("scale.db")),
        floors::Database::Postgres(url) => fill::Target::Postgres(url),
    };
    let server = Server::serve(binary, directory.path(), &target.url()).await;
    catalog(&Client::new(server.address)).await;
    server.stop().await;

    let began = Instant::now();
    target.fill(0, FEW, directory.path()).await;
    let before = measure(binary, directory.path(), &target, FEW).await;
    target.fill(FEW, many, directory.path()).await;
    eprintln!("{name}: {many} rows after {:.0} s", began.elapsed().as_secs_f64());
    let after = measure(binary, directory.path(), &target, many).await;
    table(name, &before, &after);
}

/// The master data that the rows refer to.
async fn catalog(client: &Client) {
    for n in 0..fill::BRANDS {
        let brand = json!({"name": format!("Brand {n}"), "internal_code": format!("B{n}")});
        client.post("/api/v1/brands", &brand).await;
    }
    for code in fill::MARKETS {
        client.post("/api/v1/markets", &json!({"code": code, "country": code, "region": "EMEA"})).await;
    }
    for platform in ["Meta", "TikTok"] {
        let channel = json!({"platform_name": platform, "api_identifier": platform.to_uppercase()});
        client.post("/api/v1/channels", &channel).await;
    }
}

async fn measure(binary: &str, directory: &Path, target: &fill::Target, rows: u64) -> Times {
    let server = Server::serve(binary, directory, &target.url()).await;
    let mut times = Times::new();
    let client = Client::new(server.address);
    for request in requests::all(&client, rows).await {
        let mut connection = Connection::open(server.address).await;
        let mut took = Vec::with_capacity(REPEATS);
        // The first request counts the total, which takes long in a large list; it has a figure of its own.
        for _ in 0..=REPEATS {
            let sent = Instant::now();
            let answer = connection.request("GET", &request.path, None).await;
            took.push(sent.elapsed().as_secs_f64() * 1e3);
            assert_eq!(answer.status, 200, "{}: {}", request.path, String::from_utf8_lossy(&answer.body));
        }
        let first = took.remove(0);
        if first > 100.0 {
            eprintln!("{}: {first:.0} ms for the first time", request.path);
        }
        let slowest = times.entry(("the first request of any filter".into(), request.order.clone())).or_default();
        *slowest = slowest.max(first);
        times.insert((request.what, request.order), median(took));
    }
    server.stop().await;
    claims(target, &mut times).await;
    times
}

/// Measures the query by which the worker looks for due deployments.
async fn claims(target: &fill::Target, times: &mut Times) {
    let store = Store::open(&Options::new(&target.url())).await.unwrap();
    let now = Timestamp::try_from(std::time::SystemTime::now()).unwrap();
    let due = deployments::due(&store, now, 64).await.unwrap();
    assert_eq!(due.len(), 64, "deployments are due");
    let mut took = BTreeMap::<&str, Vec<f64>>::new();
    for (deployment, _) in due.into_iter().take(REPEATS) {
        let mut time = |what, began: Instant| took.entry(what).or_default().push(began.elapsed().as_secs_f64() * 1e3);
        let began = Instant::now();
        deployments::due(&store, now, 64).await.unwrap();
        time("worker: what is due", began);
        let began = Instant::now();
        deployments::next_due(&store, now).await.unwrap();
        time("worker: what is due next", began);
        let began = Instant::now();
        claim(&store, deployment, now).await;
        time("worker: claim", began);
        let began = Instant::now();
        store::metrics::tallies(&store).await.unwrap();
        store::metrics::queue(&store, now).await.unwrap();
        time("metrics", began);
    }
    store.close().await.unwrap();
    for (what, took) in took {
        times.insert((what.into(), String::new()), median(took));
    }
}

async fn claim(store: &Store, deployment: DeploymentId, now: Timestamp) {
    let read = deployments::snapshots(store, &[deployment], Care::Strict).await.unwrap();
    let snapshot = read.snapshots[&deployment].as_ref().unwrap();
    let now = read.moment.unwrap_or(now);
    let policy = RetryPolicy::default();
    let rules = Rules { retry: &policy, lease: std::time::Duration::from_secs(45) };
    let decision = engine::decide(snapshot, Input::TakeUp { token: Uuid::from_u128(1) }, rules, now);
    let write = decision.unwrap_or_else(|| panic!("{deployment} can be taken up")).write;
    let written = deployments::commit(store, &[Commit { write, attempts: Vec::new(), events: Vec::new() }]).await;
    assert!(matches!(written[..], [Ok(true)]), "{written:?}");
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

/// Prints a row for each filter: the order "newest first", and the order that slowed down most.
fn table(name: &str, before: &Times, after: &Times) {
    let mut filters: Vec<&String> = after.keys().map(|(what, _)| what).collect();
    filters.dedup();
    for filter in filters {
        let cells = |order: &str| {
            let key = (filter.clone(), order.to_owned());
            let (few, many) = (before[&key], after[&key]);
            (many / few, format!("{few:.2} ms | {many:.2} ms | {:.2}", many / few))
        };
        let usual = cells("").1;
        let orders = after.keys().filter(|(what, order)| what == filter && !order.is_empty()).map(|(_, order)| order);
        let worst = orders.map(|order| (cells(order), order)).max_by(|(one, _), (other, _)| one.0.total_cmp(&other.0));
        let worst = worst.map_or("| | | ".to_owned(), |((_, cells), order)| format!("{order} | {cells}"));
        println!("| {name} | {filter} | {usual} | {worst} |");
    }
}
