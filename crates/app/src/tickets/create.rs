//! Creates a ticket: its name, and the check that the name is free.

use domain::{
    Campaign, CampaignId, Channel, ChannelId, RequestType, Ticket, Violation, Violations,
    event::Actor,
    list::TicketFilter,
    ticket::{TicketState, parse_variant},
};
use serde_json::{Map, Value};
use store::{StoreError, dossier};

use super::context::{translate, within_limits};
use crate::{App, AppError, Result, campaigns::unknown};

/// A new ticket.
#[derive(Debug, Clone)]
pub struct NewTicket {
    /// The campaign that it traffics.
    pub campaign_id: CampaignId,
    /// The channel.
    pub channel_id: ChannelId,
    /// The type of the request to the platform.
    pub request_type: RequestType,
    /// The planner's configuration.
    pub payload_config: Map<String, Value>,
    /// Distinguishes tickets of one campaign on one channel.
    pub variant: Option<String>,
}

impl App {
    /// Creates a ticket, as a draft, under its one correct name.
    pub async fn create_ticket(&self, actor: &Actor, new: NewTicket) -> Result<Ticket> {
        let mut violations = Violations::default();
        let reader = self.store().reader();
        let campaign: Option<Campaign> = store::find(reader, new.campaign_id).await?;
        let channel: Option<Channel> = store::find(reader, new.channel_id).await?;
        if campaign.is_none() {
            violations.push(unknown("/campaign_id", "campaign", new.campaign_id));
        }
        if channel.is_none() {
            violations.push(unknown("/channel_id", "channel", new.channel_id));
        }
        let variant = new.variant.as_deref().and_then(|variant| violations.take(parse_variant(variant)));
        let (Some(campaign), Some(channel), true) = (campaign, channel, violations.0.is_empty()) else {
            return Err(AppError::Invalid(violations));
        };
        within_limits(self, &channel, &new.payload_config)?;
        let now = self.now();
        let mut ticket = Ticket {
            id: self.new_id(),
            campaign_id: new.campaign_id,
            channel_id: new.channel_id,
            request_type: new.request_type,
            payload_config: new.payload_config,
            name: ticket_name(&campaign, &channel, variant.as_deref())?,
            variant,
            state: TicketState::Draft,
            findings: Vec::new(),
            planned: None,
            created_at: now,
            updated_at: now,
            version: 1,
        };
        if !ticket.request_type.creates() && ticket.variant.is_none() {
            self.number_change(&mut ticket, &campaign, &channel).await?;
        }
        ticket.planned = self.planned(&ticket).await?;
        match self.insert_ticket(actor, &ticket).await {
            Err(AppError::Taken(violation)) => match self.variant_for_another_account(&ticket).await? {
                Some(variant) => {
                    ticket.name = ticket_name(&campaign, &channel, Some(&variant))?;
                    ticket.variant = Some(variant);
                    self.insert_ticket(actor, &ticket).await?;
                }
                None => return Err(AppError::Taken(violation)),
            },
            other => other?,
        }
        Ok(ticket)
    }

    async fn insert_ticket(&self, actor: &Actor, ticket: &Ticket) -> Result<()> {
        let tx = self.store().begin().await?;
        self.record_new(&tx, actor, ticket).await.map_err(|error| match error {
            StoreError::Taken(_) => AppError::Taken(
                Violation::at("/variant", format!("There is a ticket named {} already.", ticket.name))
                    .suggest("Give this one a variant, such as \"B\": it is appended to the name."),
            ),
            StoreError::Referenced => AppError::Invalid(
                Violation::at("/campaign_id", "The campaign or the channel has just been deleted.").into(),
            ),
            other => other.into(),
        })?;
        tx.commit().await?;
        Ok(())
    }

    /// A pause, resume or new budget is a request, not an object: it is numbered, so that the next one needs no variant.
    async fn number_change(&self, ticket: &mut Ticket, campaign: &Campaign, channel: &Channel) -> Result<()> {
        let filter = TicketFilter {
            campaign_id: Some(campaign.id),
            channel_id: Some(channel.id),
            request_type: Some(ticket.request_type),
            ..TicketFilter::default()
        };
        let earlier = store::tickets::count_of(self.store().reader(), &filter).await?;
        let word = match ticket.request_type {
            RequestType::Pause => "Pause",
            RequestType::Resume => "Resume",
            _ => "Budget",
        };
        let variant = format!("{word}{}", earlier + 1);
        ticket.name = ticket_name(campaign, channel, Some(&variant))?;
        ticket.variant = Some(variant);
        Ok(())
    }

    /// If the name's holder is in another ad account, the account distinguishes the two, and no planner has to choose a
    /// variant.
    async fn variant_for_another_account(&self, ticket: &Ticket) -> Result<Option<String>> {
        if ticket.variant.is_some() {
            return Ok(None);
        }
        let Some(holder) = store::tickets::find_by_name(self.store().reader(), &ticket.name).await? else {
            return Ok(None);
        };
        let reader = self.store().reader();
        let theirs = translate(self, &dossier::of(reader, holder).await?).await.facts.account_id;
        let ours = translate(self, &dossier::of(reader, ticket.clone()).await?).await.facts.account_id;
        Ok(ours.filter(|ours| Some(ours) != theirs.as_ref()).map(|account| format!("Acct{account}")))
    }

    /// The planned budget of a ticket, as far as its configuration contains it.
    pub(super) async fn planned(&self, ticket: &Ticket) -> Result<Option<domain::Money>> {
        let dossier = dossier::of(self.store().reader(), ticket.clone()).await?;
        Ok(translate(self, &dossier).await.facts.planned)
    }
}

/// The name of a campaign's ticket on a channel.
pub(super) fn ticket_name(campaign: &Campaign, channel: &Channel, variant: Option<&str>) -> Result<String> {
    let parts = campaign.parts.with_channel(&channel.token()?);
    Ok(variant.map_or_else(|| parts.to_string(), |variant| parts.with_variant(variant).to_string()))
}
