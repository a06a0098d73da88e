//! `/channels`.

use app::{ChannelChange, NewChannel};
use axum::extract::State;
use domain::{
    ChannelId,
    channel::Platform,
    list::{ChannelFilter, Filter as _},
};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};

use crate::{
    answer::{Changed, Created, Deleted, Listing},
    bodies::ChannelBody,
    extract::{Body, Caller, Id, IfMatch, ListOf, given, summary},
    problem::{Problem, Problems},
    state::ApiState,
    words::PlatformWord,
};

pub(super) fn router() -> OpenApiRouter<ApiState> {
    OpenApiRouter::new().routes(routes!(create, list)).routes(routes!(get, change, delete))
}

/// A new channel.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct ChannelCreate {
    /// The channel's name for people. A platform's own name (`Meta`, `TikTok`, `Google Ads`, in upper or lower case)
    /// also sets the platform.
    #[schema(example = "Meta")]
    platform_name: String,
    /// The platform, for a channel with any other name, such as `Meta EU`. Null, or missing with such a name: the
    /// channel has no platform, and answers `"supported": false`.
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<PlatformWord>)]
    platform: Option<Option<PlatformWord>>,
    /// Unique; the channel's name in other systems.
    #[schema(example = "meta_ads")]
    api_identifier: String,
}

/// Changes of a channel; missing fields stay.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct ChannelUpdate {
    /// While tickets refer to the channel, its part in names cannot change.
    #[schema(nullable = false)]
    platform_name: Option<String>,
    /// The platform; null for a channel without one. If it is missing, a new name that is a platform's own sets it.
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<PlatformWord>)]
    platform: Option<Option<PlatformWord>>,
    /// Unique; the channel's name in other systems.
    #[schema(nullable = false)]
    api_identifier: Option<String>,
}

/// Create a channel.
#[utoipa::path(post, path = "/channels", tag = "channels", request_body = ChannelCreate,
    responses((status = 201, body = ChannelBody), Problems))]
async fn create(
    State(state): State<ApiState>,
    caller: Caller,
    Body(new): Body<ChannelCreate>,
) -> Result<Created<ChannelBody>, Problem> {
    let platform = new.platform.map(|word| word.map(Platform::from));
    let new = NewChannel { platform_name: new.platform_name, platform, api_identifier: new.api_identifier };
    let channel = state.app.create_channel(&caller.0, new).await?;
    Ok(Created::at("channels", channel.id, channel.version, channel.into()))
}

/// The list of channels.
#[utoipa::path(get, path = "/channels", tag = "channels", summary = summary(&ChannelFilter::RESOURCE), params(ListOf<ChannelFilter>),
    responses((status = 200, body = Vec<ChannelBody>), Problems))]
async fn list(State(state): State<ApiState>, list: ListOf<ChannelFilter>) -> Result<Listing<ChannelBody>, Problem> {
    let channels = state.app.list_channels(&list.filter, &list.query).await?;
    Ok(list.answer(channels))
}

/// One channel.
#[utoipa::path(get, path = "/channels/{id}", tag = "channels", params(Id<ChannelId>),
    responses((status = 200, body = ChannelBody), Problems))]
async fn get(State(state): State<ApiState>, Id(id): Id<ChannelId>) -> Result<Changed<ChannelBody>, Problem> {
    let channel = state.app.channel(id).await?;
    Ok(Changed::to(channel.version, channel.into()))
}

/// Change a channel. Only the fields given change.
#[utoipa::path(put, path = "/channels/{id}", tag = "channels", params(Id<ChannelId>, IfMatch), request_body = ChannelUpdate,
    responses((status = 200, body = ChannelBody), Problems))]
async fn change(
    State(state): State<ApiState>,
    caller: Caller,
    Id(id): Id<ChannelId>,
    if_match: IfMatch,
    Body(change): Body<ChannelUpdate>,
) -> Result<Changed<ChannelBody>, Problem> {
    let platform = change.platform.map(|word| word.map(Platform::from));
    let change = ChannelChange { platform_name: change.platform_name, platform, api_identifier: change.api_identifier };
    let channel = state.app.change_channel(&caller.0, id, change, if_match.0).await?;
    Ok(Changed::to(channel.version, channel.into()))
}

/// Delete a channel that no ticket refers to.
#[utoipa::path(delete, path = "/channels/{id}", tag = "channels", params(Id<ChannelId>, IfMatch),
    responses((status = 204, description = "Deleted"), Problems))]
async fn delete(
    State(state): State<ApiState>,
    caller: Caller,
    Id(id): Id<ChannelId>,
    if_match: IfMatch,
) -> Result<Deleted, Problem> {
    state.app.delete_channel(&caller.0, id, if_match.0).await?;
    Ok(Deleted)
}
