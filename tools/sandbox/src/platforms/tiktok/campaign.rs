//! `POST /campaign/create/` (docs/platforms.md 2.2, 2.3).

use jiff::tz::TimeZone;
use serde_json::json;

use super::budget;
use super::create::{draft, kept, name, request_id, status, store};
use super::enums::{
    APP_PROMOTION_TYPES, BUDGET_MODES, CAMPAIGN_TYPES, OBJECTIVES, PRODUCT_SOURCES, RF_TYPES, SALES_DESTINATIONS,
    SPECIAL_INDUSTRIES,
};
use super::error::{Refusal, Result};
use super::route::Call;
use crate::Kind;
use crate::reply::Reply;
use crate::store::Draft;

pub(super) fn create(call: Call<'_>) -> Result<Reply> {
    let input = &call.request.input;
    let advertiser = call.advertiser()?;
    let name = name(input, "campaign_name")?;
    let objective = input.required_one_of("objective_type", OBJECTIVES)?;
    sunset(call, &objective)?;
    let status = status(input)?;
    let request_id = request_id(input)?;
    let reserved = objective == "RF_REACH";
    if reserved && status == "DISABLE" {
        return Err(Refusal::invalid("operation_status: RF_REACH campaigns cannot be created as DISABLE."));
    }

    let optimizes = input.flag("budget_optimize_on")?.unwrap_or(false);
    match input.one_of("budget_mode", BUDGET_MODES)? {
        Some(mode) => budget::of_campaign(input, &mode, optimizes, call.currency())?,
        None if reserved => {}
        None => return Err(Refusal::missing("budget_mode")),
    }

    input.words("special_industries", SPECIAL_INDUSTRIES)?;
    let campaign_type = input.one_of("campaign_type", CAMPAIGN_TYPES)?;
    if campaign_type.as_deref() == Some("IOS14_CAMPAIGN") {
        input.required("app_id")?;
    }
    match objective.as_str() {
        "APP_PROMOTION" => drop(input.required_one_of("app_promotion_type", APP_PROMOTION_TYPES)?),
        "PRODUCT_SALES" => drop(input.required_one_of("campaign_product_source", PRODUCT_SOURCES)?),
        "RF_REACH" => drop(input.required_one_of("rf_campaign_type", RF_TYPES)?),
        _ => {}
    }
    if let Some(virtual_objective) = input.one_of("virtual_objective_type", &["SALES"])? {
        if !matches!(objective.as_str(), "WEB_CONVERSIONS" | "PRODUCT_SALES") {
            return Err(Refusal::invalid(format!(
                "virtual_objective_type: {virtual_objective} is not supported for objective {objective}."
            )));
        }
        input.required_one_of("sales_destination", SALES_DESTINATIONS)?;
    }

    let mut fields = kept(input);
    fields.entry("budget_optimize_on").or_insert(json!(false));
    fields.entry("campaign_type").or_insert(json!("REGULAR_CAMPAIGN"));
    fields.insert("campaign_automation_type".to_owned(), json!("MANUAL"));
    store(call, Draft { request_id, ..draft(Kind::Campaign, advertiser, name, status, fields) })
}

/// Manual campaigns are refused from a certain day. The official text gives neither the code nor an exception; code
/// 40002 is assumed, because the endpoint itself stays.
fn sunset(call: Call<'_>, objective: &str) -> Result<()> {
    let settings = &call.behaviour.tiktok;
    let today = TimeZone::UTC.to_datetime(call.sandbox.now()).date();
    let ended = settings.manual_create_ends.is_some_and(|end| today >= end);
    let concerned = settings.manual_create_ends_for.is_empty()
        || settings.manual_create_ends_for.iter().any(|word| word == objective);
    if ended && concerned {
        return Err(Refusal::invalid(
            "Manual campaigns can no longer be created. Use /smart_plus/campaign/create/ instead.",
        ));
    }
    Ok(())
}
