//! Measures the release binary and its floors: the database alone and the bare HTTP client, in the same run. Begin with
//! `main.rs`; `make bench` starts the services that it needs.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::cast_precision_loss,
    reason = "a program that measures stops at the first surprise, and prints what it found"
)]

mod attack;
mod floors;
mod http;
mod scale;
mod server;
mod stub;

use std::{env, time::Duration};

use serde_json::{Value, json};

use http::{Client, load};
use server::Server;

const CONNECTIONS: usize = 16;
const SECONDS: u64 = 5;
const DEPLOYMENTS: usize = 2_000;

#[tokio::main]
async fn main() {
    let mut arguments = env::args().skip(1);
    let binary = arguments.next().expect("the path of the release binary");
    let postgres = env::var("BENCH_POSTGRES_URL").ok();
    let what = arguments.next();
    if what.as_deref() == Some("attack") {
        return attack::run(&binary, arguments.next().as_deref()).await;
    }
    if what.as_deref() == Some("scale") {
        let rows = arguments.next().map_or(1_000_000, |rows| rows.parse().expect("how many rows, as a number"));
        return scale::run(&binary, rows, postgres.as_deref()).await;
    }
    println!("| figure | value |\n| --- | --- |");
    start(&binary).await;
    posts("SQLite", &binary, None).await;
    if let Some(url) = &postgres {
        posts("PostgreSQL", &binary, Some(url)).await;
    }
    deployments("SQLite", &binary, None).await;
    if let Some(url) = &postgres {
        deployments("PostgreSQL", &binary, Some(url)).await;
    }
}

fn row(figure: &str, value: &str) {
    println!("| {figure} | {value} |");
}

/// Cold starts: from the launch to the first 200 of `/health`.
async fn start(binary: &str) {
    let mut times = Vec::new();
    for _ in 0..5 {
        let directory = tempfile::tempdir().unwrap();
        let server = Server::launch(binary, directory.path(), &[]).await;
        times.push(server.started_in);
        if times.len() == 5 {
            tokio::time::sleep(Duration::from_secs(2)).await;
            row("resident memory, idle", &format!("{:.1} MB", server.resident_mb()));
        }
        server.stop().await;
    }
    times.sort();
    row("cold start to healthy, median of 5 (fresh SQLite)", &format!("{:.0} ms", times[2].as_secs_f64() * 1e3));
}

/// `POST /campaigns` beside the same statements on the database alone.
async fn posts(name: &str, binary: &str, postgres: Option<&str>) {
    let directory = tempfile::tempdir().unwrap();
    let database = floors::fresh_database(postgres, "bench_posts").await;
    let server = Server::launch(binary, directory.path(), &database.env()).await;
    let client = Client::new(server.address);
    let (brand, market, _) = master_data(&client).await;
    let path = "/api/v1/campaigns";
    let (rate, p50, p99) = load(server.address, CONNECTIONS, Duration::from_secs(SECONDS), move |worker, n| {
        (path, json!({"campaign_name": format!("Load{worker}x{n}"), "brand_id": brand, "market_id": market, "budget": 1500}))
    })
    .await;
    server.stop().await;
    let floor = database.floor(directory.path()).await;
    row(
        &format!("POST /campaigns, {CONNECTIONS} connections, {name}"),
        &format!("{rate:.0}/s (p50 {p50:.1} ms, p99 {p99:.1} ms)"),
    );
    row(&format!("… the database alone, same statements, {name}"), &format!("{floor:.0}/s; ratio {:.2}", rate / floor));
}

/// Deployments against a platform that answers at once, beside the bare HTTP client.
async fn deployments(name: &str, binary: &str, postgres: Option<&str>) {
    let stub = stub::start().await;
    let bare = floors::bare_client(&format!("http://{stub}"), 4).await;
    let directory = tempfile::tempdir().unwrap();
    let database = floors::fresh_database(postgres, "bench_deployments").await;
    let mut environment = database.env();
    environment.push(("META_API_BASE".into(), format!("http://{stub}")));
    environment.push(("META_ACCESS_TOKEN".into(), "bench-token".into()));
    environment.push(("META_AD_ACCOUNT_ID".into(), "1234567890".into()));
    let server = Server::launch(binary, directory.path(), &environment).await;
    let client = Client::new(server.address);
    let (brand, market, channel) = master_data(&client).await;
    let mut tickets = Vec::new();
    for n in 0..DEPLOYMENTS {
        let body =
            json!({"campaign_name": format!("Deploy{n}"), "brand_id": brand, "market_id": market, "budget": 1500});
        let campaign = client.post("/api/v1/campaigns", &body).await["id"].clone();
        let config = json!({"objective": "OUTCOME_TRAFFIC", "special_ad_categories": []});
        let body = json!({"campaign_id": campaign, "channel_id": channel, "request_type": "CREATE_CAMPAIGN", "payload_config": config});
        let ticket = client.post("/api/v1/tickets", &body).await["id"].as_str().unwrap().to_owned();
        let ready = client.put(&format!("/api/v1/tickets/{ticket}"), &json!({"status": "QA_TESTING"})).await;
        assert_eq!(ready["status"], "READY_FOR_API", "{ready}");
        tickets.push(ticket);
    }
    let began = std::time::Instant::now();
    http::each(server.address, CONNECTIONS, &tickets, |ticket| ("/api/v1/deploy", json!({"ticket_id": ticket}))).await;
    loop {
        let done = client.get("/api/v1/deployments?status=SUCCESS&limit=1").await.1;
        if done >= DEPLOYMENTS as u64 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    let rate = DEPLOYMENTS as f64 / began.elapsed().as_secs_f64();
    row(&format!("deployments, stub platform, {name}"), &format!("{rate:.0}/s"));
    row(
        &format!("… the bare HTTP client, 4 at once ({name}'s run)"),
        &format!("{bare:.0}/s; ratio {:.2}", rate / bare),
    );
    row(
        &format!("resident memory after {DEPLOYMENTS} deployments, {name}"),
        &format!("{:.1} MB", server.resident_mb()),
    );
    server.stop().await;
}

async fn master_data(client: &Client) -> (Value, Value, Value) {
    let brand = client.post("/api/v1/brands", &json!({"name": "Acme", "internal_code": "ACME"})).await;
    let market = json!({"code": "US", "country": "United States", "region": "NA"});
    let market = client.post("/api/v1/markets", &market).await;
    let channel = client.post("/api/v1/channels", &json!({"platform_name": "Meta", "api_identifier": "META"})).await;
    (brand["id"].clone(), market["id"].clone(), channel["id"].clone())
}
