//! A ticket and what surrounds it.

use domain::{
    Brand, Campaign, CampaignStatus, Channel, CountryCode, Currency, Market, Money, RequestType, Secret, Ticket,
    Timestamp, Version,
    taxonomy::NameParts,
    ticket::{TicketState, lifecycle::ExternalId},
};
use serde_json::Value;

use crate::{Brief, ConnectorSettings, PlatformTranslator, Target, Translation};

use super::super::{
    settings::{Flow, Settings},
    translate::TiktokTranslator,
};

/// A ticket, its surroundings, and the connector's settings.
pub(in crate::tiktok) struct World {
    pub(in crate::tiktok) ticket: Ticket,
    pub(in crate::tiktok) campaign: Campaign,
    pub(in crate::tiktok) brand: Brand,
    pub(in crate::tiktok) market: Market,
    channel: Channel,
    pub(in crate::tiktok) target: Option<Target>,
    made_by: Option<String>,
    pub(in crate::tiktok) settings: Settings,
}

const VERSION: Version = 1;

/// Settings as a first run has them.
pub(in crate::tiktok) fn settings(base_url: &str) -> Settings {
    Settings::new(ConnectorSettings {
        base_url: base_url.to_owned(),
        api_version: "v1.3".to_owned(),
        access_token: Some(Secret::new("tt-secret-token")),
        default_account: Some("7000000000000000001".to_owned()),
        sandbox: true,
    })
}

impl World {
    /// A ticket with this configuration.
    pub(in crate::tiktok) fn new(request_type: RequestType, config: &Value) -> Self {
        let at: Timestamp = "2026-11-25T09:00:00Z".parse().unwrap();
        let id = "00000000-0000-7000-8000-000000000007";
        let name = "DIS_US_TIKTOK_2026_MoanaLaunch";
        let parts = NameParts {
            brand: "DIS".into(),
            market: "US".into(),
            channel: "TIKTOK".into(),
            year: 2026,
            campaign: "MoanaLaunch".into(),
        };
        Self {
            ticket: Ticket {
                id: id.parse().unwrap(),
                campaign_id: id.parse().unwrap(),
                channel_id: id.parse().unwrap(),
                request_type,
                payload_config: config.as_object().unwrap().clone(),
                variant: None,
                name: name.into(),
                state: TicketState::Draft,
                findings: vec![],
                planned: None,
                created_at: at,
                updated_at: at,
                version: VERSION,
            },
            campaign: Campaign {
                id: id.parse().unwrap(),
                name: name.into(),
                parts,
                campaign_name: "Moana Launch".into(),
                brand_id: id.parse().unwrap(),
                market_id: id.parse().unwrap(),
                budget: Money::parse("500000", Currency::USD).unwrap(),
                status: CampaignStatus::Active,
                start_date: Some("2026-12-01".parse().unwrap()),
                end_date: Some("2026-12-31".parse().unwrap()),
                created_at: at,
                updated_at: at,
                version: VERSION,
            },
            brand: Brand {
                id: id.parse().unwrap(),
                name: "Disney".into(),
                internal_code: "DIS".into(),
                family_friendly: true,
                created_at: at,
                updated_at: at,
                version: VERSION,
            },
            market: Market {
                id: id.parse().unwrap(),
                code: "US".into(),
                country: "United States".into(),
                country_code: CountryCode::parse("US"),
                countries: vec![],
                region: "NA".into(),
                created_at: at,
                updated_at: at,
                version: VERSION,
            },
            channel: Channel {
                id: id.parse().unwrap(),
                platform_name: "TikTok".into(),
                recorded_platform: Some(domain::channel::Platform::Tiktok),
                api_identifier: "tiktok".into(),
                created_at: at,
                updated_at: at,
                version: VERSION,
            },
            target: None,
            made_by: None,
            settings: settings("http://127.0.0.1:9000"),
        }
    }

    /// The same in another market and currency.
    pub(in crate::tiktok) fn in_market(mut self, country: &str, currency: &str) -> Self {
        self.market.country_code = CountryCode::parse(country);
        self.campaign.budget.currency = Currency::parse(currency).unwrap();
        self
    }

    /// The same in another flow.
    pub(in crate::tiktok) fn in_flow(mut self, flow: Flow) -> Self {
        self.settings.campaign_flow = flow;
        self
    }

    /// The same with an object to change.
    pub(in crate::tiktok) fn with_target(mut self) -> Self {
        self.target = Some(Target {
            external_id: ExternalId::new("1800000000000000001").unwrap(),
            account_id: "7000000000000000009".into(),
            name: "DIS_US_TIKTOK_2026_MoanaLaunch".into(),
            made_by: None,
        });
        self
    }

    /// With a target, or objects of its own, that a request with this path made.
    pub(in crate::tiktok) fn made_by(mut self, path: &str) -> Self {
        self.made_by = Some(path.to_owned());
        self.target.iter_mut().for_each(|target| target.made_by = Some(path.to_owned()));
        self
    }

    pub(in crate::tiktok) fn translator(&self) -> TiktokTranslator {
        TiktokTranslator::new(self.settings.clone())
    }

    /// The ticket's translation.
    pub(in crate::tiktok) fn translate(&self) -> Translation {
        self.translator().translate(&Brief {
            ticket: &self.ticket,
            campaign: &self.campaign,
            brand: &self.brand,
            market: &self.market,
            channel: &self.channel,
            target: self.target.as_ref(),
            made_by: self.made_by.as_deref(),
        })
    }

    /// What is wrong, one line each.
    pub(in crate::tiktok) fn violations(&self) -> Vec<String> {
        lines(&self.translate().facts.payload_violations)
    }

    /// What is odd, one line each.
    pub(in crate::tiktok) fn warnings(&self) -> Vec<String> {
        lines(&self.translate().facts.payload_warnings)
    }
}

fn lines(violations: &[domain::Violation]) -> Vec<String> {
    let line = |violation: &domain::Violation| {
        let fix = violation.suggestion.as_deref().unwrap_or("-");
        format!("{}: {} [{fix}]", violation.pointer, violation.problem)
    };
    violations.iter().map(line).collect()
}
