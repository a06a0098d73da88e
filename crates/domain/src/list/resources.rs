//! The lists that there are. A filter, a field to sort by or a text to search in is added here; the API's parameters and their
//! documentation, the use cases and the store's statements follow.

use super::{
    resource::{Filter, Matching, Parameter, Resource, resource},
    value::{Code, Criterion, Wanted},
};
use crate::{
    BrandId, CampaignId, CampaignStatus, ChannelId, MarketId, PlatformId, RequestType, TicketId, TicketStatus,
    Violation,
    deployment::DeploymentStatus,
    job::{JobKind, JobStatus},
};

resource! {
    /// A filter of markets.
    MarketFilter of "markets", sorted by [code, country, region, updated_at] {
        /// Only this code.
        code: Option<Code>,
        /// Only this region.
        region: Option<String>,
        /// Only this country, by alpha-2 code.
        country_code: Option<Code>,
        /// Only those whose code or country contains this, in upper or lower case.
        search: Option<String> => Matching::TextContains(&["code", "country"]),
    }
}

resource! {
    /// A filter of brands.
    BrandFilter of "brands", sorted by [name, internal_code, updated_at] {
        /// Only this code.
        internal_code: Option<Code>,
        /// Only this name.
        name: Option<String>,
        /// Only family-friendly ones, or only others.
        family_friendly: Option<bool>,
        /// Only those whose code or name contains this, in upper or lower case.
        search: Option<String> => Matching::TextContains(&["internal_code", "name"]),
    }
}

resource! {
    /// A filter of channels.
    ChannelFilter of "channels", sorted by [platform_name, api_identifier, updated_at] {
        /// Only this platform name.
        platform_name: Option<String>,
        /// Only this identifier.
        api_identifier: Option<String>,
        /// Only those whose identifier or platform name contains this, in upper or lower case.
        search: Option<String> => Matching::TextContains(&["api_identifier", "platform_name"]),
    }
}

resource! {
    /// A filter of campaigns.
    CampaignFilter of "campaigns", sorted by [name, campaign_name, budget in budget_micros, status, updated_at] {
        /// Only this brand's.
        brand_id: Option<BrandId>,
        /// Only this market's.
        market_id: Option<MarketId>,
        /// Only in this status.
        status: Option<CampaignStatus>,
        /// Only the one with exactly this generated name.
        name: Option<String>,
        /// Only those whose generated name contains this, in upper or lower case.
        search: Option<String> => Matching::NameContains("name"),
    }
}

resource! {
    /// A filter of tickets.
    TicketFilter of "tickets", sorted by [name, status, request_type, updated_at] {
        /// Only those of this campaign.
        campaign_id: Option<CampaignId>,
        /// Only those of this channel.
        channel_id: Option<ChannelId>,
        /// Only those of this brand's campaigns.
        brand_id: Option<BrandId>,
        /// Only those of this market's campaigns.
        market_id: Option<MarketId>,
        /// Only in these statuses, separated by commas.
        status: Vec<TicketStatus>,
        /// Only this request type.
        request_type: Option<RequestType>,
        /// Only the one with exactly this name.
        name: Option<String>,
        /// Only those whose name contains this, in upper or lower case.
        search: Option<String> => Matching::NameContains("name"),
        /// Only the one with this id on its platform.
        external_platform_id: Option<String>,
        /// Only those that have an active deployment (`true`), or have none (`false`).
        deploying: Option<bool> => Matching::ByRepository,
    }
}

resource! {
    /// A filter of deployments.
    DeploymentFilter of "deployments", sorted by [status, next_attempt_at in due_at, updated_at] {
        /// Only in these statuses, separated by commas.
        status: Vec<DeploymentStatus>,
        /// Only those of this ticket.
        ticket_id: Option<TicketId>,
        /// Only to this platform, by key or name.
        platform: Vec<PlatformId>,
        /// Only to this account.
        account_id as "account": Option<String>,
        /// Only those of tickets of this brand's campaigns.
        brand_id: Option<BrandId> => Matching::ByRepository,
        /// Only those of tickets of this market's campaigns.
        market_id: Option<MarketId> => Matching::ByRepository,
        /// Only those of this channel's tickets.
        channel_id: Option<ChannelId> => Matching::ByRepository,
        /// Only those of tickets whose name contains this, in upper or lower case.
        search: Option<String> => Matching::ByRepository,
    }
}

resource! {
    /// A filter of jobs.
    JobFilter of "jobs", sorted by [updated_at] {
        /// Only in these statuses (`running`, `done`, `stopped`), separated by commas.
        status: Vec<JobStatus>,
        /// Only of this kind (`deploy`, `retry`).
        kind: Vec<JobKind>,
    }
}

resource! {
    /// A filter of the event log, which has one order.
    EventFilter of "events", sorted by [] {
        /// Only those of this entity, such as `tickets/<id>`.
        subject: Option<String>,
        /// Only of this type, such as `ticket.status_changed`.
        kind as "type": Option<String>,
        /// Only by this actor.
        actor: Option<String>,
        /// Only those whose subject contains this, in upper or lower case.
        search: Option<String> => Matching::NameContains("subject"),
        /// Only those before this `seq`.
        before: Option<i64> => Matching::ByRepository,
    }
}

#[cfg(test)]
mod tests;
