//! All that a decision about a deployment depends on, as it was read at one moment.

use uuid::Uuid;

use crate::{
    CampaignId, ChannelId, Deployment, TicketId, Timestamp, Version,
    deployment::{DeploymentStatus, Next, ReadBack, Step, account::Hold, next},
    qa::Finding,
    ticket::TicketState,
};

use super::Breakers;

/// A deployment with everything that decisions about it depend on.
#[derive(Debug, Clone, PartialEq)]
pub struct Snapshot {
    /// The deployment.
    pub deployment: Deployment,
    /// Its steps, in order.
    pub steps: Vec<Step>,
    /// Its ticket; none where the stored ticket cannot be read.
    pub ticket: Option<TicketHead>,
    /// The open circuit breakers of its account and of the whole platform.
    pub breakers: Breakers,
    /// The pause of its account, or of the whole platform.
    pub hold: Option<Hold>,
    /// When the last outage of its account, or of the whole platform, ended.
    pub outage_ended_at: Option<Timestamp>,
}

/// The part of a ticket that its deployment changes.
#[derive(Debug, Clone, PartialEq)]
pub struct TicketHead {
    /// Identity.
    pub id: TicketId,
    /// The campaign.
    pub campaign_id: CampaignId,
    /// The channel.
    pub channel_id: ChannelId,
    /// The generated name.
    pub name: String,
    /// The ticket's state.
    pub state: TicketState,
    /// The findings that planners see.
    pub findings: Vec<Finding>,
    /// Counts its changes.
    pub version: Version,
}

impl Snapshot {
    /// Returns whether the deployment is leased under `token`.
    pub fn is_leased_by(&self, token: Uuid) -> bool {
        self.deployment.status == DeploymentStatus::Started && self.deployment.lease_token == Some(token)
    }

    /// Returns whether nobody has a lease that is still good.
    pub(super) fn is_unleased(&self, now: Timestamp) -> bool {
        self.deployment.lease_until.is_none_or(|until| until < now)
    }

    /// Returns whether a worker may take it up now, as far as the deployment itself goes.
    pub(super) fn is_due(&self, now: Timestamp) -> bool {
        self.deployment.status.is_active() && self.deployment.due_at <= now && self.is_unleased(now)
    }

    /// The index of the first step that is not finished.
    pub(super) fn unfinished(&self) -> Option<usize> {
        self.steps.iter().position(|step| next::next(&step.state, step.is_repeatable()) != Next::Finished)
    }

    /// The index of the first object that is to be read back once more.
    pub(super) fn to_verify(&self) -> Option<usize> {
        self.steps.iter().position(|step| matches!(step.read_back, Some(ReadBack::Later(_))))
    }

    /// The reason why the account may not be called now; none where it may.
    pub(super) fn blocked(&self, now: Timestamp) -> Option<String> {
        if let Some(hold) = &self.hold {
            return Some(format!("{} is paused by {}.", hold.account, hold.actor.0));
        }
        let open = self.breakers.rows().find(|breaker| breaker.is_open(now))?;
        Some(format!("{} is parked: {}", open.account, open.message))
    }
}
