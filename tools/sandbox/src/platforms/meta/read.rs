//! Reading one account or one object.

use serde_json::{Map, Value, json};

use super::Request;
use super::error::{Refusal, Result};
use super::fields::Selection;
use super::money::{Minimums, offset};
use crate::reply::Reply;
use crate::settings::Behaviour;
use crate::{Outcome, Platform, Sandbox};

/// `GET /act_<id>`.
pub(super) fn account(behaviour: &Behaviour, account: &str, request: &Request) -> Result<Reply> {
    let settings = &behaviour.meta;
    let all = json!({
        "id": format!("act_{account}"),
        "account_id": account,
        "name": "Sandbox ad account",
        "account_status": 1,
        "currency": settings.currency,
        "currency_offset": offset(&settings.currency),
        "timezone_name": "Etc/UTC",
        "timezone_offset_hours_utc": 0,
        "min_daily_budget": Minimums::of(&settings.currency).impressions,
        "amount_spent": "0",
        "balance": "0",
        "spend_cap": "0",
        "business": { "id": "100000000000001", "name": "Sandbox" },
        "default_dsa_beneficiary": settings.default_dsa_beneficiary,
        "default_dsa_payor": settings.default_dsa_payor,
    });
    let wanted = request.params.text("fields").unwrap_or_default();
    let mut chosen = Map::new();
    for name in std::iter::once("id").chain(wanted.split(',').map(str::trim)).filter(|name| !name.is_empty()) {
        match all.get(name) {
            Some(Value::Null) => {}
            Some(value) => {
                chosen.insert(name.to_owned(), value.clone());
            }
            None => {
                return Err(Refusal::parameter(format!(
                    "Tried accessing nonexisting field ({name}) on node type (AdAccount)"
                )));
            }
        }
    }
    Ok(Reply::json(200, Value::Object(chosen), Outcome::Read))
}

/// `GET /<id>`: archived and deleted objects remain readable.
pub(super) fn object(sandbox: &Sandbox, request: &Request, id: &str) -> Result<Reply> {
    let store = sandbox.store();
    let found = store.get(id).filter(|object| object.platform == Platform::Meta);
    let object = found.ok_or_else(|| Refusal::no_such_object(id, "get"))?;
    let selection = Selection::read(&request.params, object.kind)?;
    let body = selection.apply(&store, &object);
    Ok(Reply::json(200, body, Outcome::Read).about(id))
}
