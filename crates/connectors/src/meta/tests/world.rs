//! A ticket and all that belongs to it.

use std::fmt::Write;

use domain::{
    Brand, Campaign, CampaignStatus, Channel, CountryCode, Currency, Market, Money, RequestType, Secret, Ticket,
    Timestamp, taxonomy::NameParts, ticket::TicketState,
};
use serde_json::Value;

use crate::{Brief, ConnectorSettings, PlatformTranslator, Target, Translation, meta::Settings};

use super::super::translate::MetaTranslator;

/// The name of every ticket here.
pub(in crate::meta) const NAME: &str = "DIS_US_META_2026_MoanaLaunch";

/// A ticket to translate.
pub(in crate::meta) struct Given {
    pub(in crate::meta) settings: Settings,
    pub(in crate::meta) ticket: Ticket,
    pub(in crate::meta) campaign: Campaign,
    pub(in crate::meta) brand: Brand,
    pub(in crate::meta) market: Market,
    pub(in crate::meta) channel: Channel,
    pub(in crate::meta) target: Option<Target>,
}

pub(in crate::meta) fn settings(base_url: &str) -> Settings {
    let common = ConnectorSettings {
        base_url: base_url.to_owned(),
        api_version: "v26.0".to_owned(),
        access_token: Some(Secret::new("EAAB-very-secret-token")),
        default_account: Some("act_1001".to_owned()),
        sandbox: false,
    };
    Settings { common, dsa_defaults: false }
}

/// A ticket of `request_type` in the market of the United States.
pub(in crate::meta) fn given(request_type: RequestType, config: Value) -> Given {
    let at = Timestamp::UNIX_EPOCH;
    let Value::Object(payload_config) = config else { panic!("a configuration is an object") };
    let parts = NameParts {
        brand: "DIS".into(),
        market: "US".into(),
        channel: "MULTI".into(),
        year: 2026,
        campaign: "MoanaLaunch".into(),
    };
    Given {
        settings: settings("https://graph.facebook.com"),
        ticket: Ticket {
            id: id(1),
            campaign_id: id(2),
            channel_id: id(3),
            request_type,
            payload_config,
            variant: None,
            name: NAME.into(),
            state: TicketState::Draft,
            findings: Vec::new(),
            planned: None,
            created_at: at,
            updated_at: at,
            version: 1,
        },
        campaign: Campaign {
            id: id(2),
            name: "DIS_US_MULTI_2026_MoanaLaunch".into(),
            parts,
            campaign_name: "Moana Launch".into(),
            brand_id: id(4),
            market_id: id(5),
            budget: Money::parse("50000", Currency::USD).unwrap(),
            status: CampaignStatus::Draft,
            start_date: None,
            end_date: None,
            created_at: at,
            updated_at: at,
            version: 1,
        },
        brand: Brand {
            id: id(4),
            name: "Disney".into(),
            internal_code: "DIS".into(),
            family_friendly: true,
            created_at: at,
            updated_at: at,
            version: 1,
        },
        market: Market {
            id: id(5),
            code: "US".into(),
            country: "United States".into(),
            country_code: CountryCode::parse("US"),
            countries: Vec::new(),
            region: "NA".into(),
            created_at: at,
            updated_at: at,
            version: 1,
        },
        channel: Channel {
            id: id(3),
            platform_name: "Meta".into(),
            recorded_platform: Some(domain::channel::Platform::Meta),
            api_identifier: "meta_ads".into(),
            created_at: at,
            updated_at: at,
            version: 1,
        },
        target: None,
    }
}

fn id<T: std::str::FromStr<Err: std::fmt::Debug>>(number: u8) -> T {
    format!("00000000-0000-7000-8000-0000000000{number:02}").parse().unwrap()
}

impl Given {
    pub(in crate::meta) fn translate(&self) -> Translation {
        let brief = Brief {
            ticket: &self.ticket,
            campaign: &self.campaign,
            brand: &self.brand,
            market: &self.market,
            channel: &self.channel,
            target: self.target.as_ref(),
            made_by: None,
        };
        MetaTranslator::new(self.settings.clone()).translate(&brief)
    }

    /// In another currency.
    pub(in crate::meta) fn in_currency(mut self, code: &str) -> Self {
        self.campaign.budget = Money::parse("50000", Currency::parse(code).unwrap()).unwrap();
        self
    }

    /// In another market.
    pub(in crate::meta) fn in_country(mut self, code: &str) -> Self {
        self.market.country_code = CountryCode::parse(code);
        self
    }
}

/// The violations and warnings of a translation, one a line.
pub(in crate::meta) fn told(translation: &Translation) -> String {
    let violations = translation.facts.payload_violations.iter().map(|violation| ("violation", violation));
    let warnings = translation.facts.payload_warnings.iter().map(|violation| ("warning", violation));
    violations.chain(warnings).fold(String::new(), |mut told, (kind, violation)| {
        let suggestion = violation.suggestion.as_deref().unwrap_or_default();
        writeln!(told, "{kind} {} | {} | {suggestion}", violation.pointer, violation.problem).unwrap();
        told
    })
}
