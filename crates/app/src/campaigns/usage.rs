//! The use of campaigns: how much their tickets plan to spend, and how many tickets have each status.

use std::collections::BTreeMap;

use domain::{CampaignId, ChannelId, Currency, Money, TicketStatus};
use store::usage::UsageGroup;

use crate::{App, Result};

/// The use that the tickets of a campaign make of it.
#[derive(Debug, Clone, PartialEq)]
pub struct CampaignUsage {
    /// The campaign.
    pub campaign_id: CampaignId,
    /// The currency of its budget.
    pub currency: Currency,
    /// The sum that its tickets that create objects plan to spend, in any state: one that QA refused for its budget shows here
    /// why. None where none plans anything.
    pub planned: Option<Money>,
    /// The number of tickets by channel and status; in a fixed order.
    pub tickets: Vec<TicketCount>,
}

/// The number of a campaign's tickets that have a status on a channel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TicketCount {
    /// The channel.
    pub channel_id: ChannelId,
    /// The status.
    pub status: TicketStatus,
    /// The number of tickets; never 0.
    pub count: u64,
}

impl App {
    /// The use of these campaigns, by id; those that do not exist are left out.
    pub async fn campaign_usage(&self, ids: &[CampaignId]) -> Result<Vec<CampaignUsage>> {
        Ok(of_groups(store::usage::groups(self.store().reader(), ids).await?))
    }
}

fn of_groups(groups: Vec<UsageGroup>) -> Vec<CampaignUsage> {
    let mut usages = BTreeMap::new();
    for UsageGroup { campaign_id, currency, planned, tickets } in groups {
        let usage = usages.entry(campaign_id).or_insert_with(|| CampaignUsage {
            campaign_id,
            currency,
            planned: None,
            tickets: Vec::new(),
        });
        if let Some(micros) = planned {
            let sum = usage.planned.map_or(0, |planned| planned.micros).saturating_add(micros);
            usage.planned = Some(Money::of_micros(sum, currency));
        }
        usage.tickets.extend(tickets.map(|(channel_id, status, count)| TicketCount { channel_id, status, count }));
    }
    usages.into_values().collect()
}
