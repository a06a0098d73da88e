//! `up --demo`: a small realistic data set, made through the use cases as a planner would.

use app::{App, AppError, NewBrand, NewCampaign, NewChannel, NewMarket, NewTicket};
use domain::{Brand, Campaign, CampaignStatus, Channel, Currency, Market, RequestType, Ticket, event::Actor};
use serde_json::{Value, json};
use store::{ListQuery, brands::BrandFilter};
use tracing::info;

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

/// A campaign in a row of the data set: name, budget, currency, status.
type Plan<'a> = (&'a str, &'a str, &'a str, CampaignStatus);

impl Demo<'_> {
    async fn load(&self) -> Result<(), AppError> {
        let us = self.market("US", "United States", &[], "NA").await?;
        let uk = self.market("UK", "United Kingdom", &[], "EMEA").await?;
        let dach = self.market("DACH", "DACH", &["Germany", "Austria", "Switzerland"], "EMEA").await?;
        let disney = self.brand("Disney", "DIS", true).await?;
        let marvel = self.brand("Marvel", "MVL", false).await?;
        let espn = self.brand("ESPN", "ESPN", false).await?;
        let meta = self.channel("Meta", "meta_ads").await?;
        let tiktok = self.channel("TikTok", "tiktok_ads").await?;
        self.channel("Pinterest", "pinterest_ads").await?;

        let (active, draft) = (CampaignStatus::Active, CampaignStatus::Draft);
        let moana = self.campaign(&disney, &us, ("Moana Launch", "250000", "USD", active)).await?;
        let avengers = self.campaign(&marvel, &us, ("Avengers: Encore", "900000", "USD", active)).await?;
        let encanto = self.campaign(&disney, &uk, ("Encanto – Été", "80000", "GBP", draft)).await?;
        let football = self.campaign(&espn, &dach, ("Champions Night", "120000", "EUR", draft)).await?;

        let family = json!({
            "objective": "OUTCOME_AWARENESS", "special_ad_categories": [], "daily_budget": "2500.00",
            "targeting": {
                "geo_locations": {"countries": ["US"]},
                "flexible_spec": [{"interests": [{"id": "6003139266461", "name": "Family films"}]}],
                "brand_safety_content_filter_levels": ["FACEBOOK_STANDARD", "AN_STANDARD", "FEED_STANDARD"],
            },
        });
        let live = self.ticket(&moana, &meta, family).await?;
        self.deploy(&live).await?;
        let video =
            self.ticket(&moana, &tiktok, json!({"objective_type": "VIDEO_VIEWS", "daily_budget": "1500.00"})).await?;
        self.deploy(&video).await?;
        let traffic = json!({"objective": "OUTCOME_TRAFFIC", "special_ad_categories": [], "daily_budget": "5000.00"});
        let ready = self.ticket(&avengers, &meta, traffic).await?;
        self.app.run_qa(&self.who, ready.id).await?;
        let blocked = json!({"objective": "OUTCOME_AWARENESS", "daily_budget": "150000.00", "targeting": {
            "geo_locations": {"countries": ["FR"]}, "flexible_spec": [{"interests": [{"id": "6003012317397", "name": "Beer"}]}]}});
        let refused = self.ticket(&encanto, &meta, blocked).await?;
        self.app.run_qa(&self.who, refused.id).await?;
        self.ticket(&football, &tiktok, json!({"objective_type": "REACH"})).await?;
        Ok(())
    }

    async fn market(&self, code: &str, country: &str, countries: &[&str], region: &str) -> Result<Market, AppError> {
        let countries = countries.iter().map(ToString::to_string).collect();
        let new = NewMarket { code: code.into(), country: country.into(), countries, region: region.into() };
        self.app.create_market(&self.who, new).await
    }

    async fn brand(&self, name: &str, code: &str, family_friendly: bool) -> Result<Brand, AppError> {
        let new = NewBrand { name: name.into(), internal_code: code.into(), family_friendly };
        self.app.create_brand(&self.who, new).await
    }

    async fn channel(&self, platform: &str, identifier: &str) -> Result<Channel, AppError> {
        let new = NewChannel { platform_name: platform.into(), api_identifier: identifier.into() };
        self.app.create_channel(&self.who, new).await
    }

    async fn campaign(&self, brand: &Brand, market: &Market, plan: Plan<'_>) -> Result<Campaign, AppError> {
        let (name, budget, currency, status) = plan;
        let new = NewCampaign {
            campaign_name: name.into(),
            brand_id: brand.id,
            market_id: market.id,
            channel_id: None,
            budget_micros: domain::money::micros_of_decimal(budget)?,
            currency: Some(Currency::parse(currency)?),
            status: Some(status),
            start_date: None,
            end_date: None,
            year: None,
        };
        self.app.create_campaign(&self.who, new).await
    }

    async fn ticket(&self, campaign: &Campaign, channel: &Channel, config: Value) -> Result<Ticket, AppError> {
        let new = NewTicket {
            campaign_id: campaign.id,
            channel_id: channel.id,
            request_type: RequestType::CreateCampaign,
            payload_config: config.as_object().cloned().unwrap_or_default(),
            variant: None,
        };
        self.app.create_ticket(&self.who, new).await
    }

    async fn deploy(&self, ticket: &Ticket) -> Result<(), AppError> {
        let judged = self.app.run_qa(&self.who, ticket.id).await?;
        if judged.state.status() == domain::TicketStatus::ReadyForApi {
            self.app.request_deployment(&self.who, ticket.id).await?;
        }
        Ok(())
    }
}
