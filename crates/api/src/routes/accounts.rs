//! `/accounts`: accounts with active deployments, parked and paused ones, and an operator's actions on them.

use app::AppError;
use axum::{
    Json,
    extract::{Path, State, rejection::PathRejection},
};
use domain::{AccountRef, PlatformId, ticket::lifecycle::is_account_id};
use serde::Deserialize;
use strum::VariantNames;
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};

use crate::{
    bodies::{AccountBody, ParkedAccountBody},
    extract::{Body, Caller},
    problem::{Problem, Problems},
    state::ApiState,
};

pub(super) fn router() -> OpenApiRouter<ApiState> {
    OpenApiRouter::new()
        .routes(routes!(list))
        .routes(routes!(parked))
        .routes(routes!(pause))
        .routes(routes!(resume))
        .routes(routes!(release))
}

/// The reason for a pause.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct PauseRequest {
    /// The reason, for other people.
    #[serde(default)]
    #[schema(max_length = 500)]
    reason: String,
}

/// Every account that has active deployments, is parked or is paused. `*` means a whole platform; while that is parked
/// or paused, so are its accounts, and they say so.
#[utoipa::path(get, path = "/accounts", tag = "operate",
    responses((status = 200, body = Vec<AccountBody>), Problems))]
async fn list(State(state): State<ApiState>) -> Result<Json<Vec<AccountBody>>, Problem> {
    Ok(Json(state.app.account_states().await?.into_iter().map(AccountBody::from).collect()))
}

/// Parked accounts, with the reason and the end.
#[utoipa::path(get, path = "/accounts/parked", tag = "operate",
    responses((status = 200, body = Vec<ParkedAccountBody>), Problems))]
async fn parked(State(state): State<ApiState>) -> Result<Json<Vec<ParkedAccountBody>>, Problem> {
    Ok(Json(state.app.parked_accounts().await?.into_iter().map(ParkedAccountBody::from).collect()))
}

/// Pause an account, or with `*` a whole platform: nothing is sent for it until it is resumed. A request that is being
/// sent is finished. Pausing twice is harmless. An account that no setting, ticket or deployment names is 404.
#[utoipa::path(post, path = "/accounts/{platform}/{account_id}/pause", tag = "operate",
    params(("platform" = String, Path, description = "The platform's key or name."), ("account_id" = String, Path, description = "The account, or `*` for all of the platform.")),
    request_body = PauseRequest, responses((status = 200, body = AccountBody), Problems))]
async fn pause(
    State(state): State<ApiState>,
    caller: Caller,
    path: Result<Path<(String, String)>, PathRejection>,
    Body(request): Body<PauseRequest>,
) -> Result<Json<AccountBody>, Problem> {
    let account = account(path)?;
    let reason = domain::account::parse_pause_reason(&request.reason).map_err(AppError::from)?;
    state.app.pause_account(&caller.0, &account, &reason).await?;
    shown(&state, &account).await
}

/// Resume a paused account, or with `*` a platform. Harmless if it is not paused.
#[utoipa::path(post, path = "/accounts/{platform}/{account_id}/resume", tag = "operate",
    params(("platform" = String, Path, description = "The platform's key or name."), ("account_id" = String, Path, description = "The account, or `*` for all of the platform.")),
    responses((status = 200, body = AccountBody), Problems))]
async fn resume(
    State(state): State<ApiState>,
    caller: Caller,
    path: Result<Path<(String, String)>, PathRejection>,
) -> Result<Json<AccountBody>, Problem> {
    let account = account(path)?;
    state.app.resume_account(&caller.0, &account).await?;
    shown(&state, &account).await
}

/// Release a parked account at once, because the cause is gone: a renewed token, a lifted limit. Harmless if it is not
/// parked.
#[utoipa::path(post, path = "/accounts/{platform}/{account_id}/release", tag = "operate",
    params(("platform" = String, Path, description = "The platform's key or name."), ("account_id" = String, Path, description = "The account, or `*` for all of the platform.")),
    responses((status = 200, body = AccountBody), Problems))]
async fn release(
    State(state): State<ApiState>,
    caller: Caller,
    path: Result<Path<(String, String)>, PathRejection>,
) -> Result<Json<AccountBody>, Problem> {
    let account = account(path)?;
    state.app.release_account(&caller.0, &account).await?;
    shown(&state, &account).await
}

/// The account in its current state, even if it is free and has no active deployments.
async fn shown(state: &ApiState, account: &AccountRef) -> Result<Json<AccountBody>, Problem> {
    Ok(Json(state.app.account_state(account).await?.into()))
}

fn account(path: Result<Path<(String, String)>, PathRejection>) -> Result<AccountRef, Problem> {
    let Ok(Path((platform, account_id))) = path else {
        return Err(AppError::NotFound("There is no such account.".to_owned()).into());
    };
    let known = PlatformId::VARIANTS.join(", ");
    let platform = PlatformId::from_name(&platform)
        .ok_or_else(|| Problem::not_found(format!("There is no connector for {platform:?}; there are {known}.")))?;
    let account_id = account_id.trim();
    let account_id = account_id.strip_prefix("act_").unwrap_or(account_id).to_owned();
    if is_account_id(&account_id) || account_id == AccountRef::ALL {
        return Ok(AccountRef { platform, account_id });
    }
    Err(Problem::not_found(format!("{account_id:?} is no ad account; name one by its digits, or `*` for all of them.")))
}
