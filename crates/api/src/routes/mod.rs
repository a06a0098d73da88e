//! The resources of `/api/v1`. A handler extracts, calls one use case, and converts.

mod accounts;
mod brands;
mod campaigns;
mod channels;
mod deploy;
mod deployments;
mod events;
mod jobs;
mod markets;
mod operate;
mod platforms;
mod policy;
mod taxonomy;
mod tickets;
mod usage;

use utoipa_axum::router::OpenApiRouter;

use crate::state::ApiState;

/// Everything below `/api/v1`.
pub(crate) fn v1() -> OpenApiRouter<ApiState> {
    OpenApiRouter::new()
        .merge(markets::router())
        .merge(brands::router())
        .merge(channels::router())
        .merge(campaigns::router())
        .merge(usage::router())
        .merge(tickets::router())
        .merge(deploy::router())
        .merge(deployments::router())
        .merge(jobs::router())
        .merge(accounts::router())
        .merge(operate::router())
        .merge(taxonomy::router())
        .merge(platforms::router())
        .merge(policy::router())
        .merge(events::router())
}
