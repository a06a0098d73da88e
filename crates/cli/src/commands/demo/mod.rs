//! `up --demo`: a small realistic data set, made through the use cases as planners would.

mod house;
mod payloads;
mod plan;

use std::collections::HashMap;

use app::{App, AppError, NewBrand, NewCampaign, NewChannel, NewMarket, NewTicket};
use domain::{
    Brand, Campaign, Currency, Market, Ticket, TicketStatus,
    event::Actor,
    list::{BrandFilter, ListQuery},
};
use jiff::ToSpan;
use tracing::info;

use self::plan::{Channel, Goal, Plan, Planned};

/// Loads the demo, unless there are brands already.
pub(super) async fn load(app: &App) -> Result<(), AppError> {
    let there = app.list_brands(&BrandFilter::default(), &ListQuery { limit: 1, ..ListQuery::default() }).await?;
    if there.total > 0 {
        info!("the demo is not loaded: the database is not empty");
        return Ok(());
    }
    Demo { app, who: Actor::user("demo") }.load().await?;
    info!("the demo is loaded");
    Ok(())
}

struct Demo<'a> {
    app: &'a App,
    who: Actor,
}

impl Demo<'_> {
    async fn load(&self) -> Result<(), AppError> {
        let mut markets = HashMap::new();
        for (code, country, countries, region) in house::MARKETS {
            let countries = countries.iter().map(ToString::to_string).collect();
            let new = NewMarket { code: code.into(), country: country.into(), countries, region: region.into() };
            markets.insert(code, self.app.create_market(&self.who, new).await?);
        }
        let mut brands = HashMap::new();
        for (name, code, family_friendly) in house::BRANDS {
            let new = NewBrand { name: name.into(), internal_code: code.into(), family_friendly };
            brands.insert(code, self.app.create_brand(&self.who, new).await?);
        }
        let channels = Channels {
            meta: self.channel("Meta", "meta_ads").await?,
            tiktok: self.channel("TikTok", "tiktok_ads").await?,
        };
        // A channel without a connector.
        self.channel("Pinterest", "pinterest_ads").await?;
        for plan in &house::CAMPAIGNS {
            let (Some(brand), Some(market)) = (brands.get(plan.brand), markets.get(plan.market)) else { continue };
            let campaign = self.campaign(plan, brand, market).await?;
            for ticket in plan.tickets {
                self.ticket(&campaign, market, &channels, ticket).await?;
            }
        }
        Ok(())
    }

    async fn channel(&self, platform: &str, identifier: &str) -> Result<domain::Channel, AppError> {
        let new = NewChannel { platform_name: platform.into(), platform: None, api_identifier: identifier.into() };
        self.app.create_channel(&self.who, new).await
    }

    async fn campaign(&self, plan: &Plan, brand: &Brand, market: &Market) -> Result<Campaign, AppError> {
        let today = domain::utc_date(self.app.now());
        let (amount, currency) = plan.budget;
        let new = NewCampaign {
            campaign_name: plan.name.into(),
            brand_id: brand.id,
            market_id: market.id,
            channel_id: None,
            budget_micros: domain::money::micros_of_decimal(amount)?,
            currency: Some(Currency::parse(currency)?),
            status: Some(plan.status),
            start_date: plan.flight.map(|(first, _)| today.saturating_add(first.days())),
            end_date: plan.flight.map(|(_, last)| today.saturating_add(last.days())),
            year: None,
        };
        self.app.create_campaign(&self.who, new).await
    }

    async fn ticket(
        &self,
        campaign: &Campaign,
        market: &Market,
        channels: &Channels,
        &(channel, variant, payload, goal): &Planned,
    ) -> Result<(), AppError> {
        let countries: Vec<String> = market.all_countries().iter().map(ToString::to_string).collect();
        let new = NewTicket {
            campaign_id: campaign.id,
            channel_id: if channel == Channel::Meta { channels.meta.id } else { channels.tiktok.id },
            request_type: payload.request_type(),
            payload_config: payload.config(channel, &countries),
            variant: (!variant.is_empty()).then(|| variant.to_owned()),
        };
        let mut ticket: Ticket = self.app.create_ticket(&self.who, new).await?;
        if goal != Goal::Drafted {
            ticket = self.app.run_qa(&self.who, ticket.id).await?;
        }
        if goal == Goal::Live && ticket.state.status() == TicketStatus::ReadyForApi {
            self.app.request_deployment(&self.who, ticket.id).await?;
        }
        Ok(())
    }
}

struct Channels {
    meta: domain::Channel,
    tiktok: domain::Channel,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_campaign_is_of_a_brand_and_a_market_that_are_made() {
        for plan in &house::CAMPAIGNS {
            assert!(house::BRANDS.iter().any(|(_, code, _)| *code == plan.brand), "{}: {}", plan.name, plan.brand);
            assert!(house::MARKETS.iter().any(|(code, ..)| *code == plan.market), "{}: {}", plan.name, plan.market);
        }
    }
}
