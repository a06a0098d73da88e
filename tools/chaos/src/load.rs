//! The simulated users: they make tickets, run QA and deploy, and try again when a server is down.

use std::{sync::Arc, time::Duration};

use serde_json::{Value, json};
use tokio::{
    task::JoinSet,
    time::{Instant, sleep, sleep_until},
};

use crate::{
    Result, Rng, Settings,
    api::{Api, Catalog, text, unexpected},
    http::{Answer, Request},
    payload::{Platform, request},
};

/// The number of tickets of a campaign: two on each platform.
const TICKETS: usize = 4;
/// The time that a client waits before it tries again.
const PAUSE: Duration = Duration::from_millis(150);

/// Deploys all tickets, spread over `duration`. Returns their ids; each was accepted with 202.
pub(crate) async fn run(
    api: &Arc<Api>,
    settings: &Settings,
    catalog: &Catalog,
    duration: Duration,
) -> Result<Vec<String>> {
    let began = Instant::now();
    let campaigns = settings.tickets.div_ceil(TICKETS);
    let mut tasks = JoinSet::new();
    for number in 0..campaigns {
        let client = Client {
            api: api.clone(),
            catalog: catalog.clone(),
            rng: Rng::new(settings.seed, &format!("campaign {number}")),
            accounts: settings.accounts,
        };
        let due = began + duration.mul_f64(share(number, campaigns));
        let tickets = TICKETS.min(settings.tickets - number * TICKETS);
        tasks.spawn(async move {
            sleep_until(due).await;
            client.campaign(number, tickets).await
        });
    }
    let mut accepted = Vec::new();
    while let Some(ended) = tasks.join_next().await {
        accepted.extend(ended??);
    }
    Ok(accepted)
}

fn share(number: usize, of: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX)) / f64::from(u32::try_from(of.max(1)).unwrap_or(u32::MAX))
}

/// A user with one campaign.
struct Client {
    api: Arc<Api>,
    catalog: Catalog,
    rng: Rng,
    accounts: u64,
}

impl Client {
    async fn campaign(mut self, number: usize, tickets: usize) -> Result<Vec<String>> {
        let name = format!("Chaos{number}X");
        let body = json!({"campaign_name": name, "brand_id": self.catalog.brand, "market_id": self.catalog.market,
            "budget": "900000.00"});
        let campaign = self.create("/api/v1/campaigns", &body, &format!("/api/v1/campaigns?search={name}")).await?;
        let mut accepted = Vec::new();
        for ticket in 0..tickets {
            accepted.push(self.ticket(&campaign, ticket).await?);
        }
        Ok(accepted)
    }

    /// Creates one ticket and takes it as far as an accepted deployment.
    async fn ticket(&mut self, campaign: &str, number: usize) -> Result<String> {
        let (platform, channel) = match number % 2 {
            0 => (Platform::Meta, self.catalog.meta.clone()),
            _ => (Platform::Tiktok, self.catalog.tiktok.clone()),
        };
        let base = if platform == Platform::Meta { 1_000 } else { 7_000_000 };
        let account = base + self.rng.between(1, self.accounts);
        let (request_type, config) = request(platform, account, &mut self.rng);
        let variant = format!("V{number}");
        let body = json!({"campaign_id": campaign, "channel_id": channel, "request_type": request_type,
            "payload_config": config, "variant": variant});
        let made = format!("/api/v1/tickets?campaign_id={campaign}&search={variant}");
        let ticket = self.create("/api/v1/tickets", &body, &made).await?;
        self.pass_qa(&ticket).await?;
        self.deploy(&ticket).await?;
        Ok(ticket)
    }

    /// Creates something with a unique name. If the outcome is unknown, it searches for the name first.
    async fn create(&self, path: &str, body: &Value, made: &str) -> Result<String> {
        loop {
            match self.api.ask(Request::post(path, body)).await {
                Some(answer) if answer.status == 201 => return Ok(text(&answer.body, "id")),
                // The name is taken by our own earlier request.
                None | Some(Answer { status: 400, .. }) => {}
                Some(answer) => return Err(unexpected("POST", path, &answer)),
            }
            let found = self.api.get(made).await?.body;
            if let Some(one) = found.as_array().and_then(|rows| rows.first()) {
                return Ok(text(one, "id"));
            }
            sleep(PAUSE).await;
        }
    }

    /// Runs QA. The request carries the version, so that a suspended server changes nothing when it wakes up later.
    async fn pass_qa(&self, ticket: &str) -> Result<()> {
        let path = format!("/api/v1/tickets/{ticket}");
        let body = json!({"status": "QA_TESTING"});
        loop {
            let now = self.api.get(&path).await?.body;
            if text(&now, "status") == "READY_FOR_API" {
                return Ok(());
            }
            let put = Request { method: "PUT", path: &path, body: Some(&body), if_match: now["version"].as_i64() };
            match self.api.ask(put).await {
                Some(answer) if answer.body["status"] == "QA_FAILED" => return Err(unexpected("PUT", &path, &answer)),
                None | Some(Answer { status: 200 | 409 | 412, .. }) => {}
                Some(answer) => return Err(unexpected("PUT", &path, &answer)),
            }
            sleep(PAUSE).await;
        }
    }

    /// Deploys, and repeats the request until it is accepted; repeats are harmless.
    async fn deploy(&self, ticket: &str) -> Result<()> {
        let body = json!({"ticket_id": ticket});
        loop {
            match self.api.ask(Request::post("/api/v1/deploy", &body)).await {
                Some(Answer { status: 202, .. }) => return Ok(()),
                // An earlier request was accepted, its answer was lost, and the deployment has ended since.
                Some(answer) if answer.status == 400 => {
                    let now = self.api.get(&format!("/api/v1/tickets/{ticket}")).await?.body;
                    return match now["status"].as_str() {
                        Some("TRAFFICKED_SUCCESS" | "FAILED") => Ok(()),
                        _ => Err(unexpected("POST", "/api/v1/deploy", &answer)),
                    };
                }
                None => {}
                Some(answer) => return Err(unexpected("POST", "/api/v1/deploy", &answer)),
            }
            sleep(PAUSE).await;
        }
    }
}
