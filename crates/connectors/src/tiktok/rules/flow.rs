//! The manual flow that ends, and what Smart+ does not take.

use domain::{RequestType, Violation};

use super::{
    super::{schemas, settings::Flow},
    Plan, Report,
};

/// Fields of ad groups that Smart+ has no place for, by its `SmartPlusAdgroupCreateBody.md`.
const NOT_IN_SMART_PLUS: [&str; 27] = [
    "tiktok_subplacements",
    "search_result_enabled",
    "automated_keywords_enabled",
    "search_keywords",
    "creative_material_mode",
    "adgroup_app_profile_page_state",
    "brand_safety_type",
    "brand_safety_partner",
    "category_exclusion_ids",
    "vertical_sensitivity_id",
    "contextual_tag_ids",
    "is_hfss",
    "is_lhf_compliance",
    "bid_display_mode",
    "deep_cpa_bid",
    "next_day_retention",
    "frequency",
    "frequency_schedule",
    "skip_learning_phase",
    "statistic_type",
    "secondary_optimization_event",
    "ios14_targeting",
    "phone_region_code",
    "phone_region_calling_code",
    "phone_number",
    "store_id",
    "store_authorized_bc_id",
];

/// Fields of campaigns that it has no place for, by its `SmartPlusCampaignCreateBody.md`. Its objective alone says "sales".
const CAMPAIGN_NOT_IN_SMART_PLUS: [&str; 4] =
    ["is_search_campaign", "rta_id", "rta_bid_enabled", "rta_product_selection_enabled"];

pub(super) fn check(plan: &Plan<'_>, report: &mut Report) {
    match plan.flow {
        Flow::Manual if plan.settings.manual_flow_ends.iter().any(|objective| objective == plan.objective) => {
            let problem = format!(
                "TikTok ends the manual creation of {} campaigns on 2026-12-31; from then on this request is refused.",
                plan.objective
            );
            report.warn(
                plan.campaign
                    .violation("objective_type", problem)
                    .suggest("Have the ad account allow-listed for Smart+ and set campaign_flow to smart_plus."),
            );
        }
        Flow::Manual => {}
        Flow::SmartPlus => {
            for field in CAMPAIGN_NOT_IN_SMART_PLUS.iter().filter(|field| plan.campaign.get(field).is_some()) {
                let problem = format!("Smart+ has no {field}, so it is not sent.");
                report.warn(plan.campaign.violation(field, problem).suggest("Remove it, or use the manual flow."));
            }
            for group in &plan.groups {
                for field in NOT_IN_SMART_PLUS.iter().filter(|field| group.scope.get(field).is_some()) {
                    let violation = group.scope.violation(field, format!("Smart+ has no {field}, so it is not sent."));
                    report.warn(violation.suggest("Remove it, or use the manual flow."));
                }
            }
        }
    }
    if plan.brief.ticket.request_type == RequestType::CreateCampaign {
        unsent(plan, report);
    }
}

/// Fields of ad groups are checked and judged, though only the campaign is sent.
fn unsent(plan: &Plan<'_>, report: &mut Report) {
    let of_campaign = &schemas::campaign().properties;
    let fields: Vec<&str> = plan
        .config
        .keys()
        .map(String::as_str)
        .filter(|field| !of_campaign.contains_key(*field))
        .filter(|field| *field == "ad_groups" || schemas::ad_group().properties.contains_key(*field))
        .filter(|field| !(*field == "app_id" && plan.campaign.text("campaign_type") == Some("IOS14_CAMPAIGN")))
        .collect();
    if let Some(first) = fields.first() {
        let problem =
            format!("CREATE_CAMPAIGN sends the campaign alone: {} are checked, but not sent.", fields.join(", "));
        report.warn(
            Violation::at(format!("/{first}"), problem)
                .suggest("Use CREATE_CAMPAIGN_TREE to create ad groups as well."),
        );
    }
}
