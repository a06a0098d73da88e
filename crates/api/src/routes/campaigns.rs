//! `/campaigns`.

use app::{CampaignChange, NewCampaign};
use axum::extract::State;
use domain::{
    CampaignId, CampaignStatus, Currency, Date, Violation, Violations,
    list::{CampaignFilter, Filter as _},
};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};
use uuid::Uuid;

use crate::{
    answer::{Changed, Created, Deleted, Listing},
    bodies::CampaignBody,
    extract::{Amount, Body, Caller, Change, Fixed, Id, IfMatch, ListOf, given, summary},
    problem::{Problem, Problems},
    state::ApiState,
    words::CampaignStatusWord,
};

pub(super) fn router() -> OpenApiRouter<ApiState> {
    OpenApiRouter::new().routes(routes!(create, list)).routes(routes!(get, change, delete))
}

/// A new campaign.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct CampaignCreate {
    /// The name for people; becomes the last part of the generated name.
    #[schema(example = "Moana Launch!")]
    campaign_name: String,
    /// The brand.
    brand_id: Uuid,
    /// The market.
    market_id: Uuid,
    /// For a campaign on one channel only: its name then contains that channel instead of `MULTI`.
    channel_id: Option<Uuid>,
    /// The most that all its tickets may spend: an exact decimal above 0, as text or number, in `currency`.
    #[schema(example = "50000.00")]
    budget: Amount,
    /// ISO 4217; USD by default.
    #[schema(example = "USD")]
    currency: Option<String>,
    /// `DRAFT` by default.
    status: Option<CampaignStatusWord>,
    /// First day of the flight.
    #[schema(format = Date, example = "2026-05-01")]
    start_date: Option<String>,
    /// Last day of the flight.
    #[schema(format = Date, example = "2026-06-30")]
    end_date: Option<String>,
    /// The year in its name; by default the current one (UTC).
    #[schema(minimum = 2000, maximum = 2099)]
    year: Option<i16>,
}

/// Changes of a campaign; missing fields stay. All other fields are immutable.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct CampaignUpdate {
    /// The most that all its tickets may spend; sends tickets that had passed QA back to it.
    #[schema(nullable = false)]
    budget: Option<Amount>,
    /// Its status.
    #[schema(nullable = false)]
    status: Option<CampaignStatusWord>,
    /// First day of the flight; null for none.
    #[serde(default, deserialize_with = "given")]
    #[schema(format = Date)]
    start_date: Option<Option<String>>,
    /// Last day of the flight; null for none.
    #[serde(default, deserialize_with = "given")]
    #[schema(format = Date)]
    end_date: Option<Option<String>>,
}

impl Fixed for CampaignUpdate {
    const FIXED: &'static [(&'static str, &'static str)] = &[
        ("name", "The name never changes: platforms and reports know the campaign by it."),
        ("campaign_name", "What was typed never changes: the campaign's name, which stays, was made of it."),
        ("brand_id", "The brand never changes: the campaign's name, which stays, carries its code."),
        ("market_id", "The market never changes: the campaign's name, which stays, carries its code."),
        ("channel_id", "The channel never changes: the campaign's name, which stays, carries it."),
        ("year", "The year never changes: the campaign's name, which stays, carries it."),
        ("currency", "The currency never changes: the budgets of the campaign's tickets are amounts of it."),
    ];
}

/// Create a campaign; its name is generated.
#[utoipa::path(post, path = "/campaigns", tag = "campaigns", request_body = CampaignCreate,
    responses((status = 201, body = CampaignBody), Problems))]
async fn create(
    State(state): State<ApiState>,
    caller: Caller,
    Body(new): Body<CampaignCreate>,
) -> Result<Created<CampaignBody>, Problem> {
    let mut violations = Violations::default();
    let currency = new
        .currency
        .as_deref()
        .and_then(|code| violations.take(Currency::parse(code).map_err(|f| f.below("/currency"))));
    let budget = violations.take(new.budget.micros().map_err(|violation| violation.below("/budget")));
    let start_date = new.start_date.as_deref().and_then(|text| violations.take(date(text, "/start_date")));
    let end_date = new.end_date.as_deref().and_then(|text| violations.take(date(text, "/end_date")));
    violations.none_or(|| ()).map_err(Problem::invalid)?;
    let new = NewCampaign {
        campaign_name: new.campaign_name,
        brand_id: new.brand_id.into(),
        market_id: new.market_id.into(),
        channel_id: new.channel_id.map(Into::into),
        budget_micros: budget.unwrap_or_default(),
        currency,
        status: new.status.map(CampaignStatus::from),
        start_date,
        end_date,
        year: new.year,
    };
    let campaign = state.app.create_campaign(&caller.0, new).await?;
    Ok(Created::at("campaigns", campaign.id, campaign.version, campaign.into()))
}

/// The list of campaigns.
#[utoipa::path(get, path = "/campaigns", tag = "campaigns", summary = summary(&CampaignFilter::RESOURCE), params(ListOf<CampaignFilter>),
    responses((status = 200, body = Vec<CampaignBody>), Problems))]
async fn list(State(state): State<ApiState>, list: ListOf<CampaignFilter>) -> Result<Listing<CampaignBody>, Problem> {
    let campaigns = state.app.list_campaigns(&list.filter, &list.query).await?;
    Ok(list.answer(campaigns))
}

/// One campaign.
#[utoipa::path(get, path = "/campaigns/{id}", tag = "campaigns", params(Id<CampaignId>),
    responses((status = 200, body = CampaignBody), Problems))]
async fn get(State(state): State<ApiState>, Id(id): Id<CampaignId>) -> Result<Changed<CampaignBody>, Problem> {
    let campaign = state.app.campaign(id).await?;
    Ok(Changed::to(campaign.version, campaign.into()))
}

/// Change a campaign's budget, status or flight. Its name, brand, market and currency never change.
#[utoipa::path(put, path = "/campaigns/{id}", tag = "campaigns", params(Id<CampaignId>, IfMatch), request_body = CampaignUpdate,
    responses((status = 200, body = CampaignBody), Problems))]
async fn change(
    State(state): State<ApiState>,
    caller: Caller,
    Id(id): Id<CampaignId>,
    if_match: IfMatch,
    Change(change): Change<CampaignUpdate>,
) -> Result<Changed<CampaignBody>, Problem> {
    let mut violations = Violations::default();
    let budget = change
        .budget
        .and_then(|amount| violations.take(amount.micros().map_err(|violation| violation.below("/budget"))));
    let mut day = |given: Option<Option<String>>, pointer: &str| {
        given.map(|text| text.as_deref().and_then(|text| violations.take(date(text, pointer))))
    };
    let (start_date, end_date) = (day(change.start_date, "/start_date"), day(change.end_date, "/end_date"));
    violations.none_or(|| ()).map_err(Problem::invalid)?;
    let change =
        CampaignChange { budget_micros: budget, status: change.status.map(CampaignStatus::from), start_date, end_date };
    let campaign = state.app.change_campaign(&caller.0, id, change, if_match.0).await?;
    Ok(Changed::to(campaign.version, campaign.into()))
}

/// Delete a campaign that no ticket refers to.
#[utoipa::path(delete, path = "/campaigns/{id}", tag = "campaigns", params(Id<CampaignId>, IfMatch),
    responses((status = 204, description = "Deleted"), Problems))]
async fn delete(
    State(state): State<ApiState>,
    caller: Caller,
    Id(id): Id<CampaignId>,
    if_match: IfMatch,
) -> Result<Deleted, Problem> {
    state.app.delete_campaign(&caller.0, id, if_match.0).await?;
    Ok(Deleted)
}

fn date(text: &str, pointer: &str) -> Result<Date, Violation> {
    text.parse().map_err(|_| {
        Violation::at(pointer, format!("{text:?} is not a date.")).suggest("Write it like \"2026-05-01\".")
    })
}
