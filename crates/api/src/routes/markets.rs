//! `/markets`.

use app::{MarketChange, NewMarket};
use axum::extract::State;
use domain::MarketId;
use serde::Deserialize;
use store::markets::MarketFilter;
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::{router::OpenApiRouter, routes};

use crate::{
    answer::{Changed, Created, Deleted, Listing},
    bodies::MarketBody,
    extract::{Body, Caller, Id, IfMatch, Page, Query},
    problem::{Problem, Problems},
    state::ApiState,
};

pub(super) fn router() -> OpenApiRouter<ApiState> {
    OpenApiRouter::new().routes(routes!(create, list)).routes(routes!(get, change, delete))
}

/// A new market.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct MarketCreate {
    /// Unique; `[A-Za-z0-9_]{1,10}`, stored upper case.
    #[schema(example = "US")]
    code: String,
    /// A country's ISO 3166-1 name or code, or the name of a group of countries.
    #[schema(example = "United States")]
    country: String,
    /// For a group such as EMEA: its countries, by name or code.
    #[serde(default)]
    countries: Vec<String>,
    /// The sales region.
    #[schema(example = "NA")]
    region: String,
}

/// Changes of a market; missing fields stay.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct MarketUpdate {
    /// Names of existing campaigns keep the old code.
    #[schema(nullable = false)]
    code: Option<String>,
    /// A country's ISO 3166-1 name or code, or the name of a group of countries.
    #[schema(nullable = false)]
    country: Option<String>,
    /// For a group: its countries.
    #[schema(nullable = false)]
    countries: Option<Vec<String>>,
    /// The sales region.
    #[schema(nullable = false)]
    region: Option<String>,
}

/// Filters of markets.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct MarketQuery {
    /// Only this code.
    code: Option<String>,
    /// Only this region.
    region: Option<String>,
    /// Only this country, by alpha-2 code.
    country_code: Option<String>,
    /// Only those whose code or country contains this, in upper or lower case.
    search: Option<String>,
}

/// Create a market.
#[utoipa::path(post, path = "/markets", tag = "markets", request_body = MarketCreate,
    responses((status = 201, body = MarketBody), Problems))]
async fn create(
    State(state): State<ApiState>,
    caller: Caller,
    Body(new): Body<MarketCreate>,
) -> Result<Created<MarketBody>, Problem> {
    let new = NewMarket { code: new.code, country: new.country, countries: new.countries, region: new.region };
    let market = state.app.create_market(&caller.0, new).await?;
    Ok(Created::at("markets", market.id, market.version, market.into()))
}

/// List markets, newest first. Sort by `code`, `country`, `region`, `created_at` or `updated_at`.
#[utoipa::path(get, path = "/markets", tag = "markets", params(MarketQuery, Page),
    responses((status = 200, body = Vec<MarketBody>), Problems))]
async fn list(
    State(state): State<ApiState>,
    page: Page,
    Query(query): Query<MarketQuery>,
) -> Result<Listing<MarketBody>, Problem> {
    let filter =
        MarketFilter { code: query.code, region: query.region, country_code: query.country_code, search: query.search };
    let sorted = page.sortable::<domain::Market>()?;
    Ok(Listing::of(page, state.app.list_markets(&filter, &sorted).await?))
}

/// One market.
#[utoipa::path(get, path = "/markets/{id}", tag = "markets", params(Id<MarketId>),
    responses((status = 200, body = MarketBody), Problems))]
async fn get(State(state): State<ApiState>, Id(id): Id<MarketId>) -> Result<Changed<MarketBody>, Problem> {
    let market = state.app.market(id).await?;
    Ok(Changed::to(market.version, market.into()))
}

/// Change a market. Only the fields given change.
#[utoipa::path(put, path = "/markets/{id}", tag = "markets", params(Id<MarketId>, IfMatch), request_body = MarketUpdate,
    responses((status = 200, body = MarketBody), Problems))]
async fn change(
    State(state): State<ApiState>,
    caller: Caller,
    Id(id): Id<MarketId>,
    if_match: IfMatch,
    Body(change): Body<MarketUpdate>,
) -> Result<Changed<MarketBody>, Problem> {
    let change =
        MarketChange { code: change.code, country: change.country, countries: change.countries, region: change.region };
    let market = state.app.change_market(&caller.0, id, change, if_match.0).await?;
    Ok(Changed::to(market.version, market.into()))
}

/// Delete a market that no campaign refers to.
#[utoipa::path(delete, path = "/markets/{id}", tag = "markets", params(Id<MarketId>, IfMatch),
    responses((status = 204, description = "Deleted"), Problems))]
async fn delete(
    State(state): State<ApiState>,
    caller: Caller,
    Id(id): Id<MarketId>,
    if_match: IfMatch,
) -> Result<Deleted, Problem> {
    state.app.delete_market(&caller.0, id, if_match.0).await?;
    Ok(Deleted)
}
