//! `/markets`.

use app::{MarketChange, NewMarket};
use axum::extract::State;
use domain::{
    MarketId,
    list::{Filter as _, MarketFilter},
};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};

use crate::{
    answer::{Changed, Created, Deleted, Listing},
    bodies::MarketBody,
    extract::{Body, Caller, Id, IfMatch, ListOf, summary},
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

/// The list of markets.
#[utoipa::path(get, path = "/markets", tag = "markets", summary = summary(&MarketFilter::RESOURCE), params(ListOf<MarketFilter>),
    responses((status = 200, body = Vec<MarketBody>), Problems))]
async fn list(State(state): State<ApiState>, list: ListOf<MarketFilter>) -> Result<Listing<MarketBody>, Problem> {
    let markets = state.app.list_markets(&list.filter, &list.query).await?;
    Ok(list.answer(markets))
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
