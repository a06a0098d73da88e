//! The `get` endpoints: fuzzy names, deleted objects hidden, newest id first (docs/platforms.md 2.8).

use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use super::create::{is_smart_plus, view};
use super::enums::{OBJECTIVES, PRIMARY_STATUSES};
use super::error::{self, Refusal, Result};
use super::input::Input;
use super::route::Call;
use super::time;
use crate::reply::Reply;
use crate::{Kind, Object, Outcome, Platform};

const DEFAULT_PAGE: i64 = 10;
const LARGEST_PAGE: i64 = 1000;
const MOST_IDS: usize = 100;

pub(super) fn list(call: Call<'_>, kind: Kind, only_smart_plus: bool) -> Result<Reply> {
    let input = &call.request.input;
    let advertiser = call.advertiser()?;
    let filter = Filter::read(&input.object("filtering")?.unwrap_or_default(), kind)?;
    let page = in_range(input, "page", 1, i64::MAX)?;
    let size = in_range(input, "page_size", DEFAULT_PAGE, LARGEST_PAGE)?;
    let wanted_fields = input.texts("fields")?;
    let delay = SignedDuration::from_millis(call.behaviour.tiktok.list_delay_ms.into());
    let now = call.sandbox.now();
    let listed_until = now.checked_sub(delay).unwrap_or(now);

    let store = call.sandbox.store();
    // Manual reads return Smart+ objects as well; ads of the two kinds have separate ids.
    let of_kind = |object: &Object| match (only_smart_plus, kind) {
        (true, _) => is_smart_plus(object),
        (false, Kind::Ad) => !is_smart_plus(object),
        (false, _) => true,
    };
    let hits: Vec<&Arc<Object>> = store
        .of_account(Platform::Tiktok, kind, &advertiser)
        .rev()
        .filter(|object| object.created_at <= listed_until && of_kind(object) && filter.matches(object))
        .collect();
    let total = i64::try_from(hits.len()).unwrap_or(i64::MAX);
    let skip = usize::try_from((page - 1).saturating_mul(size)).unwrap_or(usize::MAX);
    let shown = hits.iter().skip(skip).take(usize::try_from(size).unwrap_or(1));
    let shown: Vec<Value> = shown.map(|object| only(view(&store, object), &wanted_fields)).collect();
    let data = json!({
        "list": shown,
        "page_info": {
            "page": page,
            "page_size": size,
            "total_number": total,
            "total_page": (total + size - 1) / size,
        },
    });
    Ok(error::ok(&data, Outcome::Read, call.trace))
}

fn in_range(input: &Input, key: &str, usual: i64, most: i64) -> Result<i64> {
    match input.int(key)?.unwrap_or(usual) {
        number if (1..=most).contains(&number) => Ok(number),
        _ => Err(Refusal::invalid(format!("{key}: Must lie between 1 and {most}."))),
    }
}

fn only(view: Value, fields: &[String]) -> Value {
    match view {
        Value::Object(all) if !fields.is_empty() => {
            Value::Object(all.into_iter().filter(|(key, _)| fields.contains(key)).collect())
        }
        all => all,
    }
}

#[derive(Debug)]
struct Filter {
    ids: Vec<String>,
    campaign_ids: Vec<String>,
    adgroup_ids: Vec<String>,
    /// The name in lower case.
    name: Option<String>,
    status: String,
    secondary_status: Option<String>,
    objective: Option<String>,
    automation: Option<String>,
    from: Option<Timestamp>,
    until: Option<Timestamp>,
}

impl Filter {
    fn read(input: &Input, kind: Kind) -> Result<Self> {
        let (own, name) = match kind {
            Kind::Campaign => ("campaign_ids", "campaign_name"),
            Kind::Ad => ("ad_ids", "ad_name"),
            _ => ("adgroup_ids", "adgroup_name"),
        };
        let ids = |key: &str| -> Result<Vec<String>> {
            if input.list(key)?.is_some_and(|list| list.len() > MOST_IDS) {
                return Err(Refusal::new(40_011, format!("{key}: At most {MOST_IDS} ids are allowed.")));
            }
            input.texts(key)
        };
        let moment = |key: &str| -> Result<Option<Timestamp>> {
            let Some(text) = input.text(key)? else {
                return Ok(None);
            };
            time::parse(&text).map(Some).ok_or_else(|| Refusal::typed(key, "datetime. Expected YYYY-MM-DD HH:MM:SS"))
        };
        let smart = if input.has("smart_plus_ad_ids") { "smart_plus_ad_ids" } else { own };
        Ok(Self {
            ids: ids(smart)?,
            campaign_ids: if kind == Kind::Campaign { Vec::new() } else { ids("campaign_ids")? },
            adgroup_ids: if kind == Kind::Ad { ids("adgroup_ids")? } else { Vec::new() },
            name: input.text(name)?.map(|name| name.to_lowercase()),
            status: input.one_of("primary_status", PRIMARY_STATUSES)?.unwrap_or_else(|| "STATUS_NOT_DELETE".to_owned()),
            secondary_status: input.text("secondary_status")?,
            objective: input.one_of("objective_type", OBJECTIVES)?,
            automation: input.one_of("campaign_automation_type", &["MANUAL", "SMART_PLUS", "UPGRADED_SMART_PLUS"])?,
            from: moment("creation_filter_start_time")?,
            until: moment("creation_filter_end_time")?,
        })
    }

    fn matches(&self, object: &Object) -> bool {
        let one_of =
            |ids: &[String], id: Option<&str>| ids.is_empty() || id.is_some_and(|id| ids.iter().any(|one| one == id));
        let has = |wanted: &Option<String>, field: &str| {
            wanted.as_deref().is_none_or(|wanted| object.text(field) == Some(wanted))
        };
        one_of(&self.ids, Some(&object.id))
            && one_of(&self.campaign_ids, object.campaign_id.as_deref())
            && one_of(&self.adgroup_ids, object.parent_id.as_deref())
            && self.matches_status(object)
            && has(&self.objective, "objective_type")
            && has(&self.automation, "campaign_automation_type")
            && self.from.is_none_or(|from| object.created_at >= from)
            && self.until.is_none_or(|until| object.created_at <= until)
            && self.name.as_deref().is_none_or(|name| object.name_contains(name))
    }

    fn matches_status(&self, object: &Object) -> bool {
        let primary = match self.status.as_str() {
            "STATUS_ALL" => true,
            "STATUS_DELETE" => object.is_deleted(),
            "STATUS_ENABLE" | "STATUS_DELIVERY_OK" => object.status == "ENABLE",
            "STATUS_DISABLE" | "STATUS_NOT_DELIVERY" => object.status == "DISABLE",
            "STATUS_FROZEN" => false,
            _ => !object.is_deleted(),
        };
        let secondary =
            self.secondary_status.as_deref().is_none_or(|wanted| wanted.ends_with(&format!("_{}", object.status)));
        primary && secondary
    }
}
