//! Rows by the hundred thousand, with the database's own shell.

use std::{
    fmt::Write as _,
    path::{Path, PathBuf},
    process::Stdio,
};

use tokio::process::Command;

use crate::floors::run;

/// The number of brands; tickets are spread over them evenly.
pub(crate) const BRANDS: u64 = 20;
/// The markets; tickets are spread over them evenly.
pub(crate) const MARKETS: [&str; 10] = ["US", "FR", "DE", "IT", "ES", "GB", "NL", "SE", "PL", "JP"];
/// The number of due deployments, independent of the number of ended ones.
const DUE: u64 = 10_000;

/// The database that receives the rows.
pub(crate) enum Target {
    Sqlite(PathBuf),
    Postgres(String),
}

impl Target {
    pub(crate) fn url(&self) -> String {
        match self {
            Self::Sqlite(file) => format!("sqlite://{}", file.display()),
            Self::Postgres(url) => url.clone(),
        }
    }

    /// Adds tickets, each with an ended deployment, and a tenth as many campaigns, until there are `to` of them.
    pub(crate) async fn fill(&self, from: u64, to: u64, directory: &Path) {
        let mut sql = self.script(from, to);
        let script = directory.join("fill.sql");
        match self {
            Self::Sqlite(file) => {
                sql.insert_str(
                    0,
                    "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF; PRAGMA cache_size=-1000000;\nBEGIN;\n",
                );
                sql.push_str("COMMIT;\nPRAGMA wal_checkpoint(TRUNCATE);\n");
                std::fs::write(&script, sql).unwrap();
                let input = std::fs::File::open(script).unwrap();
                run(Command::new("sqlite3").args(["-batch", "-bail"]).arg(file).stdin(Stdio::from(input))).await;
            }
            Self::Postgres(url) => {
                // Autovacuum would do this after a while.
                sql.push_str("VACUUM ANALYZE;\n");
                std::fs::write(&script, sql).unwrap();
                run(Command::new("psql").args([url, "-qv", "ON_ERROR_STOP=1", "-f"]).arg(script)).await;
            }
        }
    }

    fn script(&self, from: u64, to: u64) -> String {
        let (campaigns, campaign_from) = (to / 10, from / 10);
        // A row's number in an order that is independent of its age.
        let shuffled = format!("((n * 7919) % {to})");
        let market = MARKETS.iter().enumerate().fold(String::new(), |mut cases, (index, code)| {
            let _ = write!(cases, " WHEN {index} THEN '{code}'");
            cases
        });
        let (campaign, ticket, deployment, due) = (self.id(1, "n"), self.id(2, "n"), self.id(3, "n"), self.id(4, "n"));
        let (of_campaign, meta, tiktok) = (self.id(1, "(n - 1) / 10 + 1"), channel("META"), channel("TIKTOK"));
        let (campaign_rows, rows) = (self.numbers(campaign_from, campaigns), self.numbers(from, to));
        let mut sql = format!(
            "INSERT INTO campaigns (id, name, brand_code, market_code, channel_token, year, stem, campaign_name, brand_id,
                 market_id, budget_micros, currency, status, created_at, updated_at, version)
             SELECT {campaign}, 'B' || (n % {BRANDS}) || '_US_MULTI_2026_Camp' || n, 'B' || (n % {BRANDS}), 'US', 'MULTI', 2026,
                 'Camp' || n, 'Camp' || n, (SELECT id FROM brands WHERE internal_code = 'B' || (n % {BRANDS})),
                 (SELECT id FROM markets WHERE code = CASE n / {BRANDS} % 10 {market} END), 1500000000, 'USD', 'DRAFT',
                 1700000000000000 + n, 1700000000000000 + n, 1
             FROM {campaign_rows};
             INSERT INTO tickets (id, campaign_id, channel_id, request_type, payload_config, name, status,
                 external_platform_id, qa_digest, qa_findings, created_at, updated_at, version)
             SELECT {ticket}, {of_campaign}, CASE n % 2 WHEN 0 THEN ({meta}) ELSE ({tiktok}) END,
                 CASE n % 7 WHEN 0 THEN 'PAUSE' WHEN 1 THEN 'RESUME' ELSE 'CREATE_CAMPAIGN' END, '{{}}',
                 'B' || ((n - 1) / 10 % {BRANDS}) || '_US_' || CASE n % 2 WHEN 0 THEN 'META' ELSE 'TIKTOK' END || '_2026_Camp' || n,
                 CASE WHEN n % 97 < 10 THEN 'DRAFT' WHEN n % 97 < 15 THEN 'QA_FAILED' WHEN n % 97 < 20 THEN 'READY_FOR_API'
                     WHEN n % 97 < 90 THEN 'TRAFFICKED_SUCCESS' ELSE 'FAILED' END,
                 CASE WHEN n % 97 >= 20 AND n % 97 < 90 THEN 'ext' || n END, 'digest', '[]',
                 1700000000000000 + n * 1000, 1700000000000000 + {shuffled} * 1000, 1
             FROM {rows};
             INSERT INTO deployments (id, ticket_id, platform, account_id, status, attempt, retries, due_at, parked,
                 created_at, updated_at, finished_at)
             SELECT {deployment}, {ticket}, CASE n % 2 WHEN 0 THEN 'meta' ELSE 'tiktok' END, n % 50,
                 CASE WHEN n % 97 < 80 THEN 'SUCCESS' WHEN n % 97 < 90 THEN 'FAILURE' ELSE 'REVOKED' END, 1, 0,
                 1700000000000000 + {shuffled} * 1000, false, 1700000000000000 + n * 1000,
                 1700000000000000 + {shuffled} * 1000, 1700000000000000 + {shuffled} * 1000
             FROM {rows};
             INSERT INTO events (id, kind, subject, actor, time, data)
             SELECT {deployment}, 'deployment.finished', 'deployments/' || n, 'worker', 1700000000000000 + n, '{{}}'
             FROM {rows};
"
        );
        if from == 0 {
            let rows = self.numbers(0, DUE);
            let _ = write!(
                sql,
                "INSERT INTO deployments (id, ticket_id, platform, account_id, status, attempt, retries, due_at, parked,
                     created_at, updated_at)
                 SELECT {due}, {ticket}, CASE n % 2 WHEN 0 THEN 'meta' ELSE 'tiktok' END, n % 50,
                     CASE n % 3 WHEN 0 THEN 'RETRY' ELSE 'PENDING' END, 0, 0, 1700000000000000 + n * 1000, false,
                     1700000000000000 + n * 1000, 1700000000000000 + n * 1000
                 FROM {rows};
"
            );
        }
        sql
    }

    /// The id of row `number` of the `kind`-th table. Ids grow with the numbers.
    fn id(&self, kind: u8, number: &str) -> String {
        match self {
            // Any sixteen bytes are a valid id.
            Self::Sqlite(_) => format!("CAST(printf('{kind}%015d', {number}) AS BLOB)"),
            Self::Postgres(_) => {
                format!("('0{kind}000000-0000-7000-8000-' || lpad(({number})::text, 12, '0'))::uuid")
            }
        }
    }

    /// The numbers after `from` up to `to`, as `n`.
    fn numbers(&self, from: u64, to: u64) -> String {
        let from = from + 1;
        match self {
            Self::Sqlite(_) => format!("(SELECT value AS n FROM generate_series({from}, {to}))"),
            Self::Postgres(_) => format!("generate_series({from}::bigint, {to}) AS numbers (n)"),
        }
    }
}

fn channel(identifier: &str) -> String {
    format!("SELECT id FROM channels WHERE upper(api_identifier) = '{identifier}'")
}
