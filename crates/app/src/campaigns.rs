//! Campaigns: the use cases.

mod usage;

use domain::{
    Brand, BrandId, Campaign, CampaignId, CampaignStatus, Channel, ChannelId, Currency, Date, Market, MarketId, Money,
    Version, Violation, Violations,
    campaign::{check_budget, check_flight, parse_campaign_name},
    event::Actor,
    list::{CampaignFilter, ListQuery, Listed, TicketFilter},
    taxonomy::{MULTI, NameParts},
};
use store::{StoreError, locks, tickets};

use crate::{
    App, AppError, Result,
    app::{expect_version, or_not_found},
    catalog::refers,
};

pub use usage::{CampaignUsage, TicketCount};

/// A new campaign.
#[derive(Debug, Clone)]
pub struct NewCampaign {
    /// The typed name.
    pub campaign_name: String,
    /// The brand.
    pub brand_id: BrandId,
    /// The market.
    pub market_id: MarketId,
    /// For a campaign on one channel only, that channel; its name then contains it.
    pub channel_id: Option<ChannelId>,
    /// The most that all its tickets may spend, in micro-units of the currency.
    pub budget_micros: i64,
    /// The currency; USD by default.
    pub currency: Option<Currency>,
    /// The status; `DRAFT` by default.
    pub status: Option<CampaignStatus>,
    /// First day of the flight.
    pub start_date: Option<Date>,
    /// Last day of the flight.
    pub end_date: Option<Date>,
    /// The year in its name; by default the current one (UTC).
    pub year: Option<i16>,
}

/// Changes of a campaign. Its name, brand, market and currency never change.
#[derive(Debug, Clone, Default)]
pub struct CampaignChange {
    /// The most that all its tickets may spend, in micro-units of the currency.
    pub budget_micros: Option<i64>,
    /// Its status.
    pub status: Option<CampaignStatus>,
    /// First day of the flight, or none.
    pub start_date: Option<Option<Date>>,
    /// Last day of the flight, or none.
    pub end_date: Option<Option<Date>>,
}

impl App {
    /// A page of campaigns.
    pub async fn list_campaigns(&self, filter: &CampaignFilter, query: &ListQuery) -> Result<Listed<Campaign>> {
        Ok(store::page(self.store(), filter, query).await?)
    }

    /// One campaign.
    pub async fn campaign(&self, id: CampaignId) -> Result<Campaign> {
        or_not_found(store::get(self.store().reader(), id).await, "campaign", id)
    }

    /// Creates a campaign under its one correct name.
    pub async fn create_campaign(&self, actor: &Actor, new: NewCampaign) -> Result<Campaign> {
        let mut violations = Violations::default();
        let budget =
            violations.take(check_budget(Money::of_micros(new.budget_micros, new.currency.unwrap_or(Currency::USD))));
        if let Err(wrong) = check_flight(new.start_date, new.end_date) {
            violations.0.extend(wrong.0);
        }
        let reader = self.store().reader();
        let brand: Option<Brand> = store::find(reader, new.brand_id).await?;
        let market: Option<Market> = store::find(reader, new.market_id).await?;
        let channel: Option<Channel> = match new.channel_id {
            Some(id) => {
                let channel = store::find(reader, id).await?;
                if channel.is_none() {
                    violations.push(unknown("/channel_id", "channel", id));
                }
                channel
            }
            None => None,
        };
        if brand.is_none() {
            violations.push(unknown("/brand_id", "brand", new.brand_id));
        }
        if market.is_none() {
            violations.push(unknown("/market_id", "market", new.market_id));
        }
        let token = match &channel {
            Some(channel) => channel.token()?,
            None => MULTI.to_owned(),
        };
        let typed = violations.take(parse_campaign_name(&new.campaign_name)).unwrap_or_default();
        let now = self.now();
        let year = new.year.unwrap_or_else(|| domain::utc_date(now).year());
        let brand_code = brand.as_ref().map_or("X", |brand| &brand.internal_code);
        let market_code = market.as_ref().map_or("X", |market| &market.code);
        let parts = NameParts::new(brand_code, market_code, &token, year, &typed)
            .map_err(|wrong| add_new(&mut violations, wrong))
            .ok();
        let (Some(budget), Some((parts, _)), true) = (budget, parts, violations.0.is_empty()) else {
            return Err(AppError::Invalid(violations));
        };
        let campaign = Campaign {
            id: self.new_id(),
            name: parts.to_string(),
            parts,
            campaign_name: typed,
            brand_id: new.brand_id,
            market_id: new.market_id,
            budget,
            status: new.status.unwrap_or(CampaignStatus::Draft),
            start_date: new.start_date,
            end_date: new.end_date,
            created_at: now,
            updated_at: now,
            version: 1,
        };
        let tx = self.store().begin().await?;
        self.record_new(&tx, actor, &campaign).await.map_err(|error| match error {
            StoreError::Taken(_) => AppError::Taken(
                Violation::at("/campaign_name", format!("There is a campaign named {} already.", campaign.name))
                    .suggest("Choose another campaign name: each name is used once."),
            ),
            // It existed a moment ago: somebody deleted the brand or the market in between.
            StoreError::Referenced => {
                AppError::Invalid(Violation::at("/brand_id", "The brand or the market has just been deleted.").into())
            }
            other => other.into(),
        })?;
        tx.commit().await?;
        Ok(campaign)
    }

    /// Changes a campaign. If its money or its flight changes, tickets that had passed QA are sent back.
    pub async fn change_campaign(
        &self,
        actor: &Actor,
        id: CampaignId,
        change: CampaignChange,
        expected: Option<Version>,
    ) -> Result<Campaign> {
        let tx = self.store().begin().await?;
        or_not_found(locks::campaign(&tx, id).await, "campaign", id)?;
        let before: Campaign = or_not_found(store::get(tx.connection(), id).await, "campaign", id)?;
        expect_version(expected, before.version, "The campaign")?;
        let mut after = before.clone();
        let mut violations = Violations::default();
        if let Some(micros) = change.budget_micros {
            let budget = Money::of_micros(micros, before.budget.currency);
            after.budget = violations.take(check_budget(budget)).unwrap_or(budget);
        }
        after.status = change.status.unwrap_or(after.status);
        after.start_date = change.start_date.unwrap_or(after.start_date);
        after.end_date = change.end_date.unwrap_or(after.end_date);
        if let Err(wrong) = check_flight(after.start_date, after.end_date) {
            violations.0.extend(wrong.0);
        }
        violations.none_or(|| ())?;
        let judged = |campaign: &Campaign| (campaign.budget, campaign.start_date, campaign.end_date);
        if judged(&after) != judged(&before) {
            let under_way = store::deployments::active_in_campaign(tx.connection(), id).await?;
            if under_way > 0 {
                return Err(AppError::Conflict(format!(
                    "{under_way} of the campaign's tickets are being deployed with the budget and flight that QA has checked: \
                     wait until they are through, or cancel their deployments."
                )));
            }
            let filter = TicketFilter { campaign_id: Some(id), ..TicketFilter::default() };
            self.send_back(&tx, &filter, "its campaign's budget or flight changed").await?;
        }
        after.updated_at = self.now();
        after.version += 1;
        self.record_change(&tx, actor, &before, &after).await?;
        tx.commit().await?;
        Ok(after)
    }

    /// Deletes a campaign that no ticket refers to.
    pub async fn delete_campaign(&self, actor: &Actor, id: CampaignId, expected: Option<Version>) -> Result<()> {
        let tx = self.store().begin().await?;
        let campaign: Campaign = or_not_found(store::get(tx.connection(), id).await, "campaign", id)?;
        expect_version(expected, campaign.version, "The campaign")?;
        let filter = TicketFilter { campaign_id: Some(id), ..TicketFilter::default() };
        let tickets = tickets::count_of(tx.connection(), &filter).await?;
        let refused = || {
            AppError::Conflict(format!(
                "{} to the campaign {}, so it stays.",
                refers(tickets.max(1), "ticket"),
                campaign.name
            ))
        };
        if tickets > 0 {
            return Err(refused());
        }
        self.record_end(&tx, actor, id, &campaign).await.map_err(|error| match error {
            StoreError::Referenced => refused(),
            other => other.into(),
        })?;
        tx.commit().await?;
        Ok(())
    }
}

/// Adds violations of fields that have none yet.
pub(crate) fn add_new(violations: &mut Violations, wrong: Violations) {
    let known: Vec<String> = violations.0.iter().map(|violation| violation.pointer.clone()).collect();
    violations.0.extend(wrong.0.into_iter().filter(|violation| !known.contains(&violation.pointer)));
}

/// A reference to something that does not exist.
pub(crate) fn unknown(pointer: &str, what: &str, id: impl std::fmt::Display) -> Violation {
    Violation::at(pointer, format!("There is no {what} with the id {id}."))
        .suggest(format!("Use the id of an existing {what}."))
}
