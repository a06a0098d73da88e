//! `/tickets`.

use app::{NewTicket, TicketChange};
use axum::{Json, extract::State};
use domain::{BrandId, CampaignId, ChannelId, MarketId, RequestType, TicketId, TicketStatus};
use serde::Deserialize;
use serde_json::{Map, Value};
use store::tickets::TicketFilter;
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::{router::OpenApiRouter, routes};
use uuid::Uuid;

use crate::{
    answer::{Changed, Created, Deleted, Listing},
    bodies::{PreviewBody, TicketBody},
    extract::{Body, Caller, Change, Fixed, Id, IfMatch, Page, Query, given, words},
    problem::{Problem, Problems},
    state::ApiState,
    words::{RequestTypeWord, TicketStatusWord},
};

pub(super) fn router() -> OpenApiRouter<ApiState> {
    OpenApiRouter::new().routes(routes!(create, list)).routes(routes!(get, change, delete)).routes(routes!(preview))
}

/// A new ticket.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct TicketCreate {
    /// The campaign that it traffics.
    campaign_id: Uuid,
    /// The channel.
    channel_id: Uuid,
    /// The type of the request to the platform.
    request_type: RequestTypeWord,
    /// The configuration in the platform's terms; its schema is at `/api/v1/platforms/{platform}/schemas`.
    #[serde(default)]
    #[schema(value_type = Object)]
    payload_config: Map<String, Value>,
    /// Letters and digits, appended to the name: distinguishes tickets of one campaign on one channel.
    variant: Option<String>,
}

/// Changes of a ticket; missing fields stay.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct TicketUpdate {
    /// `QA_TESTING` runs QA, and the answer has the result. `TRAFFICKED_SUCCESS`, together with `external_platform_id`,
    /// records an object that was trafficked outside the system. `QA_FAILED`, with `qa_failure_reason`, refuses it by
    /// hand.
    #[schema(nullable = false)]
    status: Option<TicketStatusWord>,
    /// The whole new configuration.
    #[schema(value_type = Object, nullable = false, required = false)]
    payload_config: Option<Map<String, Value>>,
    /// Another variant; null for none.
    #[serde(default, deserialize_with = "given")]
    variant: Option<Option<String>>,
    /// The id of an object that was trafficked outside the system.
    #[schema(nullable = false)]
    external_platform_id: Option<String>,
    /// A reviewer's reason for a refusal.
    #[schema(nullable = false)]
    qa_failure_reason: Option<String>,
}

impl Fixed for TicketUpdate {
    const FIXED: &'static [(&'static str, &'static str)] = &[
        ("name", "The name never changes by hand: it is made of the campaign's, the channel and the variant."),
        ("campaign_id", "The campaign never changes: make another ticket for another campaign."),
        ("channel_id", "The channel never changes: make another ticket for another channel."),
        ("request_type", "The request type never changes: make another ticket for another request."),
    ];
}

/// Filters of tickets.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct TicketQuery {
    /// Only those of this campaign.
    campaign_id: Option<Uuid>,
    /// Only those of this channel.
    channel_id: Option<Uuid>,
    /// Only those of this brand's campaigns.
    brand_id: Option<Uuid>,
    /// Only those of this market's campaigns.
    market_id: Option<Uuid>,
    /// Only in these statuses, separated by commas.
    status: Option<String>,
    /// Only this request type.
    request_type: Option<RequestTypeWord>,
    /// Only the one with exactly this name.
    name: Option<String>,
    /// Only those whose name contains this, in upper or lower case.
    search: Option<String>,
    /// Only the one with this id on its platform.
    external_platform_id: Option<String>,
    /// Only those that have an active deployment (`true`), or have none (`false`).
    deploying: Option<bool>,
}

/// Create a ticket, as a draft; its name is generated.
#[utoipa::path(post, path = "/tickets", tag = "tickets", request_body = TicketCreate,
    responses((status = 201, body = TicketBody), Problems))]
async fn create(
    State(state): State<ApiState>,
    caller: Caller,
    Body(new): Body<TicketCreate>,
) -> Result<Created<TicketBody>, Problem> {
    let new = NewTicket {
        campaign_id: CampaignId(new.campaign_id),
        channel_id: ChannelId(new.channel_id),
        request_type: new.request_type.into(),
        payload_config: new.payload_config,
        variant: new.variant,
    };
    let ticket = state.app.create_ticket(&caller.0, new).await?;
    Ok(Created::at("tickets", ticket.id, ticket.version, ticket.into()))
}

/// List tickets, newest first. Sort by `name`, `status`, `request_type`, `created_at` or `updated_at`.
#[utoipa::path(get, path = "/tickets", tag = "tickets", params(TicketQuery, Page),
    responses((status = 200, body = Vec<TicketBody>), Problems))]
async fn list(
    State(state): State<ApiState>,
    page: Page,
    Query(query): Query<TicketQuery>,
) -> Result<Listing<TicketBody>, Problem> {
    let filter = TicketFilter {
        campaign_id: query.campaign_id.map(CampaignId),
        channel_id: query.channel_id.map(ChannelId),
        brand_id: query.brand_id.map(BrandId),
        market_id: query.market_id.map(MarketId),
        status: words("status", query.status.as_deref())?,
        request_type: query.request_type.map(RequestType::from),
        name: query.name,
        search: query.search,
        external_platform_id: query.external_platform_id,
        deploying: query.deploying,
    };
    let sorted = page.sortable::<domain::Ticket>()?;
    Ok(Listing::of(page, state.app.list_tickets(&filter, &sorted).await?))
}

/// One ticket.
#[utoipa::path(get, path = "/tickets/{id}", tag = "tickets", params(Id<TicketId>),
    responses((status = 200, body = TicketBody), Problems))]
async fn get(State(state): State<ApiState>, Id(id): Id<TicketId>) -> Result<Changed<TicketBody>, Problem> {
    let view = state.app.ticket_view(id).await?;
    Ok(Changed::to(view.ticket.version, view.into()))
}

/// Edit a ticket, run QA on it, or write back an id by hand. An edit makes it a draft again.
#[utoipa::path(put, path = "/tickets/{id}", tag = "tickets", params(Id<TicketId>, IfMatch), request_body = TicketUpdate,
    responses((status = 200, body = TicketBody), Problems))]
async fn change(
    State(state): State<ApiState>,
    caller: Caller,
    Id(id): Id<TicketId>,
    if_match: IfMatch,
    Change(change): Change<TicketUpdate>,
) -> Result<Changed<TicketBody>, Problem> {
    let change = TicketChange {
        status: change.status.map(TicketStatus::from),
        payload_config: change.payload_config,
        variant: change.variant,
        external_platform_id: change.external_platform_id,
        qa_failure_reason: change.qa_failure_reason,
    };
    let ticket = state.app.change_ticket(&caller.0, id, change, if_match.0).await?;
    Ok(Changed::to(ticket.version, ticket.into()))
}

/// Delete a ticket that was never deployed.
#[utoipa::path(delete, path = "/tickets/{id}", tag = "tickets", params(Id<TicketId>, IfMatch),
    responses((status = 204, description = "Deleted"), Problems))]
async fn delete(
    State(state): State<ApiState>,
    caller: Caller,
    Id(id): Id<TicketId>,
    if_match: IfMatch,
) -> Result<Deleted, Problem> {
    state.app.delete_ticket(&caller.0, id, if_match.0).await?;
    Ok(Deleted)
}

/// The exact requests of a deployment of the ticket, without secrets.
#[utoipa::path(get, path = "/tickets/{id}/preview", tag = "tickets", params(Id<TicketId>),
    responses((status = 200, body = PreviewBody), Problems))]
async fn preview(State(state): State<ApiState>, Id(id): Id<TicketId>) -> Result<Json<PreviewBody>, Problem> {
    Ok(Json(state.app.preview_ticket(id).await?.into()))
}
