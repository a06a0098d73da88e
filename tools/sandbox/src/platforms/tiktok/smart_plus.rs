//! Upgraded Smart+: the flow that replaces manual campaigns (docs/platforms.md 2.6).

use serde_json::{Value, json};

use super::ad::identity;
use super::budget::{self, DYNAMIC, INFINITE, Level};
use super::create::{SMART_PLUS, draft, is_smart_plus, kept, name, parent, request_id, status, store, view};
use super::enums::{
    BID_TYPES, BILLING_EVENTS, BUDGET_MODES, OPTIMIZATION_GOALS, SMART_PLUS_AD_FORMATS, SMART_PLUS_APP_PROMOTION_TYPES,
    SMART_PLUS_OBJECTIVES, SMART_PLUS_PROMOTION_TYPES, SMART_PLUS_SALES_DESTINATIONS,
};
use super::error::{self, Refusal, Result};
use super::input::Input;
use super::route::Call;
use super::schedule::Schedule;
use super::{adgroup as manual, fit, text};
use crate::reply::Reply;
use crate::store::{Created, Draft, Guard};
use crate::{Kind, Object, Outcome};

/// The most ad groups of a campaign, and ads of an ad group.
const MOST_CHILDREN: usize = 30;
const MOST_CREATIVES: usize = 50;

pub(super) fn campaign(call: Call<'_>) -> Result<Reply> {
    let input = &call.request.input;
    let advertiser = call.advertiser()?;
    let key = required_request_id(input)?;
    let objective = input.required_one_of("objective_type", SMART_PLUS_OBJECTIVES)?;
    let name = name(input, "campaign_name")?;
    match objective.as_str() {
        "WEB_CONVERSIONS" => {
            input.required_one_of("sales_destination", SMART_PLUS_SALES_DESTINATIONS)?;
        }
        "APP_PROMOTION" => {
            input.required_one_of("app_promotion_type", SMART_PLUS_APP_PROMOTION_TYPES)?;
        }
        _ => {}
    }
    let optimizes = input.flag("budget_optimize_on")?.unwrap_or(true);
    let usual = if optimizes { DYNAMIC } else { INFINITE };
    let mode = input.one_of("budget_mode", BUDGET_MODES)?.unwrap_or_else(|| usual.to_owned());
    budget::of_campaign(input, &mode, optimizes, call.currency())?;
    let status = status(input)?;

    let mut fields = kept(input);
    fields.insert("budget_optimize_on".to_owned(), json!(optimizes));
    fields.insert("budget_mode".to_owned(), json!(mode));
    fields.insert("campaign_automation_type".to_owned(), json!(SMART_PLUS));
    store(call, Draft { request_id: Some(key), ..draft(Kind::Campaign, advertiser, name, status, fields) })
}

pub(super) fn adgroup(call: Call<'_>) -> Result<Reply> {
    let input = &call.request.input;
    let advertiser = call.advertiser()?;
    let key = required_request_id(input)?;
    let campaign_id = input.required("campaign_id")?;
    let name = name(input, "adgroup_name")?;
    input.required_one_of("promotion_type", SMART_PLUS_PROMOTION_TYPES)?;
    let goal = input.required_one_of("optimization_goal", OPTIMIZATION_GOALS)?;
    input.required_one_of("bid_type", BID_TYPES)?;
    let billing = input.required_one_of("billing_event", BILLING_EVENTS)?;
    fit::smart_plus(&goal, &billing)?;
    let targeting = input.object("targeting_spec")?.ok_or_else(|| Refusal::missing("targeting_spec"))?;
    if targeting.texts("location_ids")?.is_empty() {
        return Err(Refusal::missing("targeting_spec.location_ids"));
    }
    targeting.one_of("spc_audience_age", &["ALL", "18+", "25+"])?;
    let mode = input.one_of("targeting_optimization_mode", &["AUTOMATIC", "MANUAL"])?;
    Schedule::read(input, call.sandbox.now())?;
    manual::bid(input, &billing, call.currency())?;
    let status = status(input)?;
    let campaign = smart_plus_parent(call, &advertiser, Kind::Campaign, "campaign_id", &campaign_id)?;
    if campaign.fields.get("budget_optimize_on").is_some_and(|on| on == false) {
        input.required_one_of("budget_mode", BUDGET_MODES)?;
        let amount = input.number("budget")?.ok_or_else(|| Refusal::missing("budget"))?;
        budget::check(Level::AdGroup, amount, 1, call.currency())?;
    }
    room_below(call, &campaign, "ad groups")?;

    let mut fields = kept(input);
    // Targeting that does not fit the mode is ignored without an error.
    if mode.as_deref() != Some("MANUAL") {
        let ignored = ["gender", "age_groups", "interest_category_ids", "interest_keyword_ids"];
        if let Some(Value::Object(spec)) = fields.get_mut("targeting_spec") {
            spec.retain(|key, _| !ignored.contains(&key.as_str()));
        }
    }
    fields.insert("campaign_automation_type".to_owned(), json!(SMART_PLUS));
    let draft = draft(Kind::AdGroup, advertiser, name, status, fields);
    store(
        call,
        Draft { request_id: Some(key), campaign_id: Some(campaign_id.clone()), parent_id: Some(campaign_id), ..draft },
    )
}

/// This endpoint has no idempotency key either.
pub(super) fn ad(call: Call<'_>) -> Result<Reply> {
    let input = &call.request.input;
    let advertiser = call.advertiser()?;
    let group_id = input.required("adgroup_id")?;
    let creatives = input.objects("creative_list")?;
    if !(1..=MOST_CREATIVES).contains(&creatives.len()) {
        return Err(Refusal::invalid(format!("creative_list: Must hold 1 to {MOST_CREATIVES} creatives.")));
    }
    for creative in &creatives {
        let info = creative.object("creative_info")?.unwrap_or_else(|| creative.clone());
        info.one_of("ad_format", SMART_PLUS_AD_FORMATS)?;
        if info.has("identity_type") {
            identity(&info, info.has("tiktok_item_id"), true)?;
        }
    }
    for (key, most) in [("ad_text_list", 5), ("call_to_action_list", 3), ("landing_page_url_list", 1), ("page_list", 3)]
    {
        if input.list(key)?.is_some_and(|list| list.len() > most) {
            return Err(Refusal::invalid(format!("{key}: At most {most} items are allowed.")));
        }
    }
    let name = input.text("ad_name")?.unwrap_or_default();
    text::check("ad_name", &name, text::NAME_LIMIT)?;
    let status = status(input)?;
    let group = smart_plus_parent(call, &advertiser, Kind::AdGroup, "adgroup_id", &group_id)?;
    room_below(call, &group, "ads")?;

    let mut fields = kept(input);
    fields.insert("campaign_automation_type".to_owned(), json!(SMART_PLUS));
    let draft = draft(Kind::Ad, advertiser, name, status, fields);
    let draft = Draft { campaign_id: group.campaign_id.clone(), parent_id: Some(group_id), ..draft };
    let mut store = call.sandbox.store();
    let created = store.create(draft, Guard::default(), call.sandbox.now());
    let Created::New(ad) = created.map_err(|cause| Refusal::journal(&cause))? else {
        return Err(Refusal::new(50_000, "System error"));
    };
    Ok(error::ok(&view(&store, &ad), Outcome::Created, call.trace).about(&ad.id))
}

fn required_request_id(input: &Input) -> Result<String> {
    request_id(input)?.ok_or_else(|| Refusal::missing("request_id"))
}

fn smart_plus_parent(
    call: Call<'_>,
    advertiser: &str,
    kind: Kind,
    key: &str,
    id: &str,
) -> Result<std::sync::Arc<Object>> {
    let parent = parent(call, advertiser, kind, key, id)?;
    if is_smart_plus(&parent) {
        Ok(parent)
    } else {
        Err(Refusal::invalid(format!("{key}: {id} does not belong to an Upgraded Smart+ campaign.")))
    }
}

fn room_below(call: Call<'_>, parent: &Object, what: &str) -> Result<()> {
    let living = call.sandbox.store().children(&parent.id).filter(|child| !child.is_deleted()).count();
    if living < MOST_CHILDREN {
        return Ok(());
    }
    Err(Refusal::new(40_502, format!("At most {MOST_CHILDREN} {what} are allowed.")))
}
