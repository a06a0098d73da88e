//! `GET /advertiser/info/` (docs/platforms.md 2.1).

use serde_json::{Value, json};

use super::error::{self, Result};
use super::route::Call;
use crate::Outcome;
use crate::reply::Reply;

pub(super) fn info(call: Call<'_>) -> Result<Reply> {
    let ids = call.request.input.ids("advertiser_ids", 100)?;
    let rows = ids.iter().map(|id| {
        json!({
            "advertiser_id": id,
            "name": "Sandbox advertiser",
            "currency": call.currency(),
            "timezone": "Etc/UTC",
            "display_timezone": "Etc/UTC",
            "status": "STATUS_ENABLE",
            "role": "ROLE_ADVERTISER",
            "country": "US",
        })
    });
    let rows: Vec<Value> = rows.collect();
    Ok(error::ok(&json!({ "list": rows }), Outcome::Read, call.trace))
}
