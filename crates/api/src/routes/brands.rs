//! `/brands`.

use app::{BrandChange, NewBrand};
use axum::extract::State;
use domain::{
    BrandId,
    list::{BrandFilter, Filter as _},
};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};

use crate::{
    answer::{Changed, Created, Deleted, Listing},
    bodies::BrandBody,
    extract::{Body, Caller, Id, IfMatch, ListOf, summary},
    problem::{Problem, Problems},
    state::ApiState,
};

pub(super) fn router() -> OpenApiRouter<ApiState> {
    OpenApiRouter::new().routes(routes!(create, list)).routes(routes!(get, change, delete))
}

/// A new brand.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct BrandCreate {
    /// The name for people.
    #[schema(example = "Disney")]
    name: String,
    /// Unique; `[A-Za-z0-9_]{1,20}`, stored upper case.
    #[schema(example = "DIS")]
    internal_code: String,
    /// True if brand safety must keep it off sensitive interests and inventory.
    #[serde(default)]
    family_friendly: bool,
}

/// Changes of a brand; missing fields stay.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct BrandUpdate {
    /// The name for people.
    #[schema(nullable = false)]
    name: Option<String>,
    /// Names of existing campaigns keep the old code.
    #[schema(nullable = false)]
    internal_code: Option<String>,
    /// True if brand safety must keep it off sensitive interests and inventory.
    #[schema(nullable = false)]
    family_friendly: Option<bool>,
}

/// Create a brand.
#[utoipa::path(post, path = "/brands", tag = "brands", request_body = BrandCreate,
    responses((status = 201, body = BrandBody), Problems))]
async fn create(
    State(state): State<ApiState>,
    caller: Caller,
    Body(new): Body<BrandCreate>,
) -> Result<Created<BrandBody>, Problem> {
    let new = NewBrand { name: new.name, internal_code: new.internal_code, family_friendly: new.family_friendly };
    let brand = state.app.create_brand(&caller.0, new).await?;
    Ok(Created::at("brands", brand.id, brand.version, brand.into()))
}

/// The list of brands.
#[utoipa::path(get, path = "/brands", tag = "brands", summary = summary(&BrandFilter::RESOURCE), params(ListOf<BrandFilter>),
    responses((status = 200, body = Vec<BrandBody>), Problems))]
async fn list(State(state): State<ApiState>, list: ListOf<BrandFilter>) -> Result<Listing<BrandBody>, Problem> {
    let brands = state.app.list_brands(&list.filter, &list.query).await?;
    Ok(list.answer(brands))
}

/// One brand.
#[utoipa::path(get, path = "/brands/{id}", tag = "brands", params(Id<BrandId>),
    responses((status = 200, body = BrandBody), Problems))]
async fn get(State(state): State<ApiState>, Id(id): Id<BrandId>) -> Result<Changed<BrandBody>, Problem> {
    let brand = state.app.brand(id).await?;
    Ok(Changed::to(brand.version, brand.into()))
}

/// Change a brand. Only the fields given change.
#[utoipa::path(put, path = "/brands/{id}", tag = "brands", params(Id<BrandId>, IfMatch), request_body = BrandUpdate,
    responses((status = 200, body = BrandBody), Problems))]
async fn change(
    State(state): State<ApiState>,
    caller: Caller,
    Id(id): Id<BrandId>,
    if_match: IfMatch,
    Body(change): Body<BrandUpdate>,
) -> Result<Changed<BrandBody>, Problem> {
    let change =
        BrandChange { name: change.name, internal_code: change.internal_code, family_friendly: change.family_friendly };
    let brand = state.app.change_brand(&caller.0, id, change, if_match.0).await?;
    Ok(Changed::to(brand.version, brand.into()))
}

/// Delete a brand that no campaign refers to.
#[utoipa::path(delete, path = "/brands/{id}", tag = "brands", params(Id<BrandId>, IfMatch),
    responses((status = 204, description = "Deleted"), Problems))]
async fn delete(
    State(state): State<ApiState>,
    caller: Caller,
    Id(id): Id<BrandId>,
    if_match: IfMatch,
) -> Result<Deleted, Problem> {
    state.app.delete_brand(&caller.0, id, if_match.0).await?;
    Ok(Deleted)
}
