//! `/qa/policy`: the rules of the house.

use axum::extract::State;
use domain::qa::Policy;
use utoipa_axum::{router::OpenApiRouter, routes};

use crate::{
    answer::Changed,
    bodies::PolicyBody,
    extract::{Body, Caller, IfMatch},
    problem::{Problem, Problems},
    state::ApiState,
};

pub(super) fn router() -> OpenApiRouter<ApiState> {
    OpenApiRouter::new().routes(routes!(get, change))
}

/// The QA rules: the severity of each, the limits, and the blocklists per platform.
#[utoipa::path(get, path = "/qa/policy", tag = "qa", responses((status = 200, body = PolicyBody), Problems))]
async fn get(State(state): State<ApiState>) -> Result<Changed<Policy>, Problem> {
    let (policy, version) = state.app.qa_policy().await?;
    Ok(Changed::to(version, policy))
}

/// Change the QA rules. A missing part gets its default. Tickets that had passed the old rules become drafts again.
#[utoipa::path(put, path = "/qa/policy", tag = "qa", params(IfMatch), request_body = PolicyBody,
    responses((status = 200, body = PolicyBody), Problems))]
async fn change(
    State(state): State<ApiState>,
    caller: Caller,
    if_match: IfMatch,
    Body(policy): Body<PolicyBody>,
) -> Result<Changed<Policy>, Problem> {
    let policy: Policy = serde_json::to_value(policy).and_then(serde_json::from_value).map_err(|error| {
        Problem::invalid(domain::Violation::at("", format!("The rules are not valid: {error}.")).into())
    })?;
    let (policy, version) = state.app.change_qa_policy(&caller.0, policy, if_match.0).await?;
    Ok(Changed::to(version, policy))
}
