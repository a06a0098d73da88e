//! The floors: the parts alone, with the same statements and requests. Each figure is compared with its floor.

use std::{
    path::Path,
    process::Stdio,
    time::{Duration, Instant},
};

use connectors::http::{ANSWER_LIMIT, HttpClient, SendGate, WireRequest};
use domain::{Secret, Timestamp};
use tokio::process::Command;

/// The statements of `POST /campaigns`: read the brand and the market, insert the campaign and its event.
const PGBENCH: &str = r"
\set n random(1, 2000000000)
SELECT * FROM brands LIMIT 1;
SELECT * FROM markets LIMIT 1;
BEGIN;
INSERT INTO campaigns SELECT gen_random_uuid(), 'F' || :n || '_' || gen_random_uuid(), brand_code, market_code, channel_token,
  year, stem, campaign_name, brand_id, market_id, budget_micros, currency, status, start_date, end_date, created_at, updated_at, 1
  FROM (SELECT * FROM campaigns LIMIT 1) AS one;
INSERT INTO events (id, kind, subject, actor, time, data)
  SELECT gen_random_uuid(), kind, subject, actor, time, data FROM (SELECT * FROM events ORDER BY seq DESC LIMIT 1) AS one;
COMMIT;
";

/// The database of one measurement.
pub(crate) enum Database {
    Sqlite,
    Postgres(String),
}

pub(crate) async fn fresh_database(postgres: Option<&str>, name: &str) -> Database {
    let Some(cluster) = postgres else {
        return Database::Sqlite;
    };
    for sql in [format!("DROP DATABASE IF EXISTS {name}"), format!("CREATE DATABASE {name}")] {
        run(Command::new("psql").args([cluster, "-qc", &sql])).await;
    }
    let (server, _) = cluster.rsplit_once('/').expect("a database's name at the end of BENCH_POSTGRES_URL");
    Database::Postgres(format!("{server}/{name}"))
}

impl Database {
    pub(crate) fn env(&self) -> Vec<(String, String)> {
        match self {
            Self::Sqlite => Vec::new(),
            Self::Postgres(url) => vec![("DATABASE_URL".into(), url.clone())],
        }
    }

    /// Returns the transactions per second of the same statements without the product.
    pub(crate) async fn floor(&self, directory: &Path) -> f64 {
        match self {
            Self::Postgres(url) => pgbench(url, directory).await,
            Self::Sqlite => sqlite(&directory.join("data/omnitraffick.db"), directory).await,
        }
    }
}

async fn pgbench(url: &str, directory: &Path) -> f64 {
    let script = directory.join("post_campaigns.sql");
    std::fs::write(&script, PGBENCH).unwrap();
    let output = run(Command::new("pgbench")
        .args(["-n", "-M", "prepared", "-c", "16", "-j", "1", "-T", "5", "-f"])
        .arg(script)
        .arg(url))
    .await;
    let tps = output.lines().find_map(|line| line.strip_prefix("tps = ")).expect("pgbench prints its tps");
    tps.split(' ').next().unwrap().parse().unwrap()
}

/// SQLite has one writer, so its floor is one shell that commits as fast as it can, with the server's settings.
async fn sqlite(file: &Path, directory: &Path) -> f64 {
    const TRANSACTIONS: usize = 3_000;
    let mut script = String::from("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;\n");
    for n in 0..TRANSACTIONS {
        use std::fmt::Write as _;
        let _ = writeln!(
            script,
            "SELECT count(*) FROM (SELECT * FROM brands LIMIT 1); SELECT count(*) FROM (SELECT * FROM markets LIMIT 1);\n\
             BEGIN IMMEDIATE;\n\
             INSERT INTO campaigns SELECT randomblob(16), 'F{n}', brand_code, market_code, channel_token, year, stem, campaign_name,\
             brand_id, market_id, budget_micros, currency, status, start_date, end_date, created_at, updated_at, 1 \
             FROM (SELECT * FROM campaigns LIMIT 1);\n\
             INSERT INTO events (id, kind, subject, actor, time, data) SELECT randomblob(16), kind, subject, actor, time, data \
             FROM (SELECT * FROM events ORDER BY seq DESC LIMIT 1);\n\
             COMMIT;"
        );
    }
    let path = directory.join("post_campaigns.sql");
    std::fs::write(&path, script).unwrap();
    let input = std::fs::File::open(path).unwrap();
    let began = Instant::now();
    run(Command::new("sqlite3").args(["-batch", "-bail"]).arg(file).stdin(Stdio::from(input))).await;
    TRANSACTIONS as f64 / began.elapsed().as_secs_f64()
}

/// Posts per second of the connectors' own HTTP client, `at_once` at a time.
pub(crate) async fn bare_client(base: &str, at_once: usize) -> f64 {
    let client = HttpClient::new(Duration::from_secs(30)).unwrap();
    let began = Instant::now();
    let mut tasks = tokio::task::JoinSet::new();
    for _ in 0..at_once {
        let (client, url) = (client.clone(), format!("{base}/v26.0/act_1234567890/campaigns"));
        tasks.spawn(async move {
            let mut count = 0;
            while began.elapsed() < Duration::from_secs(3) {
                let request = WireRequest {
                    method: "POST".parse().unwrap(),
                    url: url.clone(),
                    auth: Some(("authorization".parse().unwrap(), Secret::new("Bearer bench-token"))),
                    body: serde_json::json!({"name": "Bench", "objective": "OUTCOME_TRAFFIC", "status": "PAUSED"}),
                    most: ANSWER_LIMIT,
                };
                let (answer, _) = client.exchange(request, SendGate::open(), Timestamp::UNIX_EPOCH).await;
                assert_eq!(answer.unwrap().status, 200);
                count += 1;
            }
            count
        });
    }
    let count: usize = tasks.join_all().await.into_iter().sum();
    count as f64 / began.elapsed().as_secs_f64()
}

/// Runs a program to its end and returns its output.
pub(crate) async fn run(command: &mut Command) -> String {
    let output = command.stderr(Stdio::piped()).output().await.expect("the program is installed");
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}
