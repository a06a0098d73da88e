//! `/campaigns/usage`: the usage of many campaigns by their tickets, at once.

use axum::{Json, extract::State};
use domain::CampaignId;
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::{router::OpenApiRouter, routes};
use uuid::Uuid;

use crate::{
    bodies::CampaignUsageBody,
    extract::{PlainQuery, list_of},
    problem::{Problem, Problems},
    state::ApiState,
};

/// The most campaigns at once: a screen of them, and a margin.
const MOST: usize = 200;

pub(super) fn router() -> OpenApiRouter<ApiState> {
    OpenApiRouter::new().routes(routes!(usage))
}

/// The campaigns.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct UsageQuery {
    /// Ids of campaigns, 1 to 200, separated by commas.
    ids: String,
}

/// The sums that the tickets of campaigns plan to spend, and their numbers by status. Unknown ids are left out.
#[utoipa::path(get, path = "/campaigns/usage", tag = "campaigns", params(UsageQuery),
    responses((status = 200, body = Vec<CampaignUsageBody>), Problems))]
async fn usage(
    State(state): State<ApiState>,
    PlainQuery(query): PlainQuery<UsageQuery>,
) -> Result<Json<Vec<CampaignUsageBody>>, Problem> {
    let mut ids: Vec<Uuid> =
        list_of("ids", Some(&query.ids), |word| word.parse().ok(), "the ids of campaigns, which are UUIDs")?;
    ids.sort_unstable();
    ids.dedup();
    if !(1..=MOST).contains(&ids.len()) {
        return Err(Problem::parameter(
            "ids",
            format!("ids names {} campaigns, which is not 1 to {MOST}.", ids.len()),
            Some(format!("Name 1 to {MOST} ids, separated by commas.")),
        ));
    }
    let ids: Vec<CampaignId> = ids.into_iter().map(CampaignId).collect();
    let usages = state.app.campaign_usage(&ids).await?;
    Ok(Json(usages.into_iter().map(CampaignUsageBody::from).collect()))
}
