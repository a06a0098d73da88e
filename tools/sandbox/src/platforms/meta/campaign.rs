//! `POST /act_<id>/campaigns` (docs/platforms.md 1.3).

use super::budget::{self, BOTH_BUDGETS};
use super::create::{Checked, Context};
use super::enums::{BID_STRATEGIES, BUYING_TYPES, LEGACY_OBJECTIVES, OBJECTIVES, SPECIAL_AD_CATEGORIES};
use super::error::{Refusal, Result};
use super::fields;
use super::money::{Minimums, NO_CAP, dollar};
use super::params::Params;
use crate::Kind;

pub(super) fn check(context: Context<'_>, params: &Params) -> Result<Checked> {
    let currency = &context.behaviour.meta.currency;
    params.required("name")?;
    objective(params)?;
    categories(params)?;
    params.one_of("buying_type", BUYING_TYPES)?;
    params.one_of("bid_strategy", BID_STRATEGIES)?;
    params.object("promoted_object")?;
    if params.has("smart_promotion_type") {
        return Err(Refusal::invalid(
            "smart_promotion_type",
            "Advantage+ campaign creation has ended",
            "Advantage+ shopping and app campaigns can no longer be created with smart_promotion_type.",
        ));
    }
    money(params, currency)?;
    Ok(Checked { fields: fields::kept(params, Kind::Campaign), ..Checked::default() })
}

fn objective(params: &Params) -> Result<()> {
    let objective = params.required("objective")?;
    if LEGACY_OBJECTIVES.contains(&objective.as_str()) {
        return Err(Refusal::invalid(
            "objective",
            "Objective is no longer available",
            format!("{objective} cannot be used for new campaigns. Use one of {}.", OBJECTIVES.join(", ")),
        ));
    }
    params.one_of("objective", OBJECTIVES).map(drop)
}

/// `special_ad_categories` is required, even if there is none.
pub(super) fn categories(params: &Params) -> Result<()> {
    let Some(categories) = params.list("special_ad_categories")? else {
        return Err(Refusal::required("special_ad_categories"));
    };
    let categories: Option<Vec<&str>> = categories.iter().map(|category| category.as_str()).collect();
    let categories = categories.unwrap_or_else(|| vec![""]);
    if !categories.iter().all(|category| SPECIAL_AD_CATEGORIES.contains(category)) {
        return Err(Refusal::not_one_of("special_ad_categories", SPECIAL_AD_CATEGORIES));
    }
    let real: Vec<&str> = categories.into_iter().filter(|category| *category != "NONE").collect();

    let countries = params.list("special_ad_category_country")?.unwrap_or_default();
    let alpha2 = |country: &serde_json::Value| {
        country.as_str().is_some_and(|code| code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase()))
    };
    if !countries.iter().all(alpha2) {
        return Err(Refusal::typed("special_ad_category_country", "a list of ISO 3166-1 alpha-2 country codes"));
    }
    // Housing, employment and credit default to the account's tax country; the others have no default.
    let defaulted = ["HOUSING", "EMPLOYMENT", "CREDIT"];
    if countries.is_empty() && real.iter().any(|category| !defaulted.contains(category)) {
        return Err(Refusal::required("special_ad_category_country"));
    }
    if real.contains(&"CREDIT") && countries.iter().any(|country| country == "US") {
        return Err(Refusal::invalid(
            "special_ad_categories",
            "Category has been replaced",
            "In the United States, credit ads use FINANCIAL_PRODUCTS_SERVICES.",
        ));
    }
    Ok(())
}

fn money(params: &Params, currency: &str) -> Result<()> {
    let daily = params.amount("daily_budget")?;
    let lifetime = params.amount("lifetime_budget")?;
    let sharing = params.flag("is_adset_budget_sharing_enabled")?;
    if daily.is_some() && lifetime.is_some() {
        return Err(budget::both("daily_budget").subcode(BOTH_BUDGETS));
    }
    let Some(amount) = daily.or(lifetime) else {
        if params.has("bid_strategy") {
            return Err(Refusal::invalid(
                "bid_strategy",
                "Bid strategy needs a campaign budget",
                "bid_strategy can be set on a campaign only together with a campaign budget.",
            ));
        }
        if sharing.is_none() {
            return Err(Refusal::invalid(
                "is_adset_budget_sharing_enabled",
                "Must specify True or False in is_adset_budget_sharing_enabled field",
                "A campaign without a budget must say whether its ad sets share up to 20% of theirs.",
            )
            .subcode(4_834_011));
        }
        return spend_cap(params, currency);
    };
    if amount < Minimums::of(currency).impressions {
        let field = if daily.is_some() { "daily_budget" } else { "lifetime_budget" };
        return Err(budget::too_low(field, Minimums::of(currency).impressions));
    }
    spend_cap(params, currency)
}

/// At least about 100 US dollars.
pub(super) fn spend_cap(params: &Params, currency: &str) -> Result<()> {
    match params.amount("spend_cap")? {
        Some(cap) if cap != NO_CAP && cap < 100 * dollar(currency) => Err(Refusal::invalid(
            "spend_cap",
            "Spend cap is too low",
            format!("The spend cap must be at least {}.", 100 * dollar(currency)),
        )),
        _ => Ok(()),
    }
}
