//! `/brands`.

use app::{BrandChange, NewBrand};
use axum::extract::State;
use domain::BrandId;
use serde::Deserialize;
use store::brands::BrandFilter;
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::{router::OpenApiRouter, routes};

use crate::{
    answer::{Changed, Created, Deleted, Listing},
    bodies::BrandBody,
    extract::{Body, Caller, Id, IfMatch, Page, Query},
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

/// Filters of brands.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct BrandQuery {
    /// Only this code.
    internal_code: Option<String>,
    /// Only this name.
    name: Option<String>,
    /// Only family-friendly ones, or only others.
    family_friendly: Option<bool>,
    /// Only those whose code or name contains this, in upper or lower case.
    search: Option<String>,
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

/// List brands, newest first. Sort by `name`, `internal_code`, `created_at` or `updated_at`.
#[utoipa::path(get, path = "/brands", tag = "brands", params(BrandQuery, Page),
    responses((status = 200, body = Vec<BrandBody>), Problems))]
async fn list(
    State(state): State<ApiState>,
    page: Page,
    Query(query): Query<BrandQuery>,
) -> Result<Listing<BrandBody>, Problem> {
    let filter = BrandFilter {
        internal_code: query.internal_code,
        name: query.name,
        family_friendly: query.family_friendly,
        search: query.search,
    };
    let sorted = page.sortable::<domain::Brand>()?;
    Ok(Listing::of(page, state.app.list_brands(&filter, &sorted).await?))
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
