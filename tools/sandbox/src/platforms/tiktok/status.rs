//! `…/status/update/`: pause, resume, delete (docs/platforms.md 2.9).

use serde_json::{Value, json};

use super::create::is_smart_plus;
use super::enums::STATUSES;
use super::error::{self, Refusal, Result};
use super::route::Call;
use crate::reply::Reply;
use crate::{Kind, Outcome, Platform};

const MOST: usize = 20;
const PARTIAL: i64 = 20_001;

pub(super) fn update(call: Call<'_>, kind: Kind, smart_plus: bool) -> Result<Reply> {
    let input = &call.request.input;
    let advertiser = call.advertiser()?;
    let key = match (kind, smart_plus) {
        (Kind::Campaign, _) => "campaign_ids",
        (Kind::Ad, true) => "smart_plus_ad_ids",
        (Kind::Ad, false) => "ad_ids",
        _ => "adgroup_ids",
    };
    let ids = input.ids(key, MOST)?;
    let status = input.required_one_of("operation_status", STATUSES)?;
    let partial = input.flag("allow_partial_success")?.unwrap_or(false);

    let mut store = call.sandbox.store();
    let (mut good, mut errors) = (Vec::new(), Vec::<Value>::new());
    for id in ids {
        let found = store.get(&id).filter(|object| {
            object.platform == Platform::Tiktok && object.kind == kind && object.account == advertiser
        });
        let problem = match found {
            None => Some(Refusal::no_such_object(key, &id)),
            Some(object) if object.is_deleted() => {
                Some(Refusal::invalid(format!("{key}: {id} is deleted and cannot be changed.")))
            }
            Some(object) if is_smart_plus(&object) != smart_plus => Some(wrong_flow(key, &id)),
            Some(_) => None,
        };
        match problem {
            None => good.push(id),
            Some(problem) if partial => {
                errors.push(json!({ "id": id, "error_code": problem.code, "error_message": problem.message }));
            }
            Some(problem) => return Err(problem),
        }
    }
    let now = call.sandbox.now();
    for id in &good {
        let changed = if status == "DELETE" {
            store.set_status_below(id, "DELETE", now)
        } else {
            store.update(id, now, |object| object.status.clone_from(&status)).map(drop)
        };
        changed.map_err(|cause| Refusal::journal(&cause))?;
    }
    drop(store);
    let first = good.first().cloned().unwrap_or_default();
    let mut data = json!({ key: good, "status": status });
    if errors.is_empty() {
        return Ok(error::ok(&data, Outcome::Updated, call.trace).about(&first));
    }
    data["error_list"] = json!(errors);
    Ok(error::envelope(200, PARTIAL, "Partial success", &data, Outcome::Updated, call.trace).about(&first))
}

/// Manual endpoints cannot change Smart+ objects, nor the reverse (2.6).
pub(super) fn wrong_flow(key: &str, id: &str) -> Refusal {
    Refusal::invalid(format!("{key}: {id} cannot be changed by this endpoint; manual and Smart+ have their own."))
}
