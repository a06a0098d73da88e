//! Input from a planner, a person, a platform or an older version, and the resulting requests.
#![expect(clippy::unwrap_used, reason = "in tests, a panic is the report")]

mod answers;
mod flows;
mod ids;
mod texts;

use domain::{PlatformId, RequestType, Ticket};
use serde_json::{Map, Value};
use testkit::{TestApp, tester};

const BOTH: [PlatformId; 2] = [PlatformId::Meta, PlatformId::Tiktok];

fn config(value: Value) -> Map<String, Value> {
    serde_json::from_value(value).unwrap()
}

/// A draft of a ticket that changes the object of `of`.
async fn change_of(app: &TestApp, of: &Ticket, request_type: RequestType, wanted: Value) -> Ticket {
    let ticket = app::NewTicket {
        campaign_id: of.campaign_id,
        channel_id: of.channel_id,
        request_type,
        payload_config: config(wanted),
        variant: None,
    };
    app.app.create_ticket(&tester(), ticket).await.unwrap()
}

/// The methods and paths of the sandbox's requests, without queries.
fn asked(app: &TestApp) -> Vec<String> {
    let path = |path: &str| path.split('?').next().unwrap_or_default().to_owned();
    app.sandbox.requests().iter().map(|request| format!("{} {}", request.method, path(&request.path))).collect()
}
