//! The requests to the lists: every filter in every order, and pages far down.

use std::fmt::Write as _;

use serde_json::{Value, json};

use crate::http::Client;

/// One request, which is repeated.
pub(crate) struct Request {
    /// The list and its filter.
    pub(crate) what: String,
    /// The order; empty for the default one.
    pub(crate) order: String,
    pub(crate) path: String,
}

const TICKETS: [&str; 6] = ["", "name", "-updated_at", "updated_at", "status", "-request_type"];
const DEPLOYMENTS: [&str; 5] = ["", "updated_at", "-updated_at", "status", "next_attempt_at"];

/// Returns all requests, with ids of existing rows.
pub(crate) async fn all(client: &Client, rows: u64) -> Vec<Request> {
    let some = format!("/api/v1/tickets?limit=1&skip={}", rows / 2);
    let ticket = client.get(&some).await.0[0].clone();
    let campaign = client.get(&format!("/api/v1/campaigns/{}", text(&ticket, "campaign_id"))).await.0;
    let deployment = client.get("/api/v1/deployments?limit=1&skip=77").await.0[0].clone();
    let name = text(&ticket, "name");
    let part = &name[name.len() - 6..];
    let mut requests = Vec::new();
    let tickets = [
        ("none", String::new()),
        ("campaign", format!("campaign_id={}", text(&ticket, "campaign_id"))),
        ("channel", format!("channel_id={}", text(&ticket, "channel_id"))),
        ("brand", format!("brand_id={}", text(&campaign, "brand_id"))),
        ("market", format!("market_id={}", text(&campaign, "market_id"))),
        ("brand and status", format!("brand_id={}&status=DRAFT", text(&campaign, "brand_id"))),
        ("status", "status=QA_FAILED".into()),
        ("two statuses", "status=DRAFT,READY_FOR_API".into()),
        ("request type", "request_type=PAUSE".into()),
        ("name", format!("name={name}")),
        ("search, few hits", format!("search={part}")),
        ("search, many hits", "search=meta".into()),
        ("search, no hits", "search=nosuchname".into()),
        ("search, two letters", "search=_u".into()),
        ("external id", "external_platform_id=ext77".into()),
    ];
    for (what, filter) in tickets {
        for order in TICKETS {
            requests.push(request("tickets", what, &filter, order));
        }
    }
    let deployments = [
        ("none", String::new()),
        ("status", "status=FAILURE".into()),
        ("active", "status=PENDING,STARTED,RETRY".into()),
        ("ticket", format!("ticket_id={}", text(&deployment, "ticket_id"))),
        ("platform", "platform=meta".into()),
        ("account", "account=7".into()),
        ("platform and account", "platform=meta&account=8".into()),
    ];
    for (what, filter) in deployments {
        for order in DEPLOYMENTS {
            requests.push(request("deployments", what, &filter, order));
        }
    }
    requests.extend(deep(client, rows).await);
    requests
}

fn request(list: &str, what: &str, filter: &str, order: &str) -> Request {
    let sort = if order.is_empty() { String::new() } else { format!("&sort={order}") };
    Request { what: format!("{list}: {what}"), order: order.into(), path: format!("/api/v1/{list}?{filter}{sort}") }
}

/// Returns requests for pages in the middle of a list, by cursor and by offset.
async fn deep(client: &Client, rows: u64) -> Vec<Request> {
    let mut requests = Vec::new();
    for (order, field) in [("", "id"), ("name", "name"), ("status", "status")] {
        let sort = if order.is_empty() { String::new() } else { format!("&sort={order}") };
        let middle = client.get(&format!("/api/v1/tickets?limit=1&skip={}{sort}", rows / 2)).await.0[0].clone();
        let cursor = json!([middle[field], middle["id"]]).to_string();
        let cursor = cursor.bytes().fold(String::new(), |mut hex, byte| {
            let _ = write!(hex, "{byte:02x}");
            hex
        });
        requests.push(Request {
            what: "tickets: a page in the middle, behind a cursor".into(),
            order: order.into(),
            path: format!("/api/v1/tickets?cursor={cursor}{sort}"),
        });
        requests.push(Request {
            what: "tickets: a page in the middle, by skip".into(),
            order: order.into(),
            path: format!("/api/v1/tickets?skip={}{sort}", rows / 2),
        });
        requests.push(Request {
            what: "tickets: the page after 9,000 rows, by skip".into(),
            order: order.into(),
            path: format!("/api/v1/tickets?skip=9000{sort}"),
        });
    }
    requests
}

fn text<'a>(value: &'a Value, field: &str) -> &'a str {
    value[field].as_str().unwrap()
}
