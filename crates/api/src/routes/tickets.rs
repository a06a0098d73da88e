//! `/tickets`.

use app::{NewTicket, TicketChange};
use axum::{Json, extract::State};
use domain::{
    CampaignId, ChannelId, TicketId, TicketStatus,
    list::{Filter as _, TicketFilter},
};
use serde::Deserialize;
use serde_json::{Map, Value};
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};
use uuid::Uuid;

use crate::{
    answer::{Changed, Created, Deleted, Listing},
    bodies::{PreviewBody, TicketBody},
    extract::{Body, Caller, Change, Fixed, Id, IfMatch, ListOf, given, summary},
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

/// The list of tickets.
#[utoipa::path(get, path = "/tickets", tag = "tickets", summary = summary(&TicketFilter::RESOURCE), params(ListOf<TicketFilter>),
    responses((status = 200, body = Vec<TicketBody>), Problems))]
async fn list(State(state): State<ApiState>, list: ListOf<TicketFilter>) -> Result<Listing<TicketBody>, Problem> {
    let tickets = state.app.list_tickets(&list.filter, &list.query).await?;
    Ok(list.answer(tickets))
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
