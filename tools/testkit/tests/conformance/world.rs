//! Connectors as a first run has them, and a ticket to translate.

use std::time::Duration;

use connectors::{Brief, Connector, ConnectorSettings, Descriptor, PLATFORMS, Translation, http::HttpClient};
use domain::{
    Brand, Campaign, CampaignStatus, Channel, CountryCode, Currency, Market, Money, PlatformId, RequestType, Secret,
    Ticket, Timestamp, channel::Platform, taxonomy::NameParts, ticket::TicketState,
};
use serde_json::{Map, Value};
use testkit::TOKEN;

/// The connector of a platform that is called at this address.
pub(crate) fn connector(platform: PlatformId, address: &str) -> Connector {
    let descriptor = Descriptor::of(platform).unwrap();
    let common = ConnectorSettings {
        base_url: address.to_owned(),
        api_version: descriptor.api_version.to_owned(),
        access_token: Some(Secret::new(TOKEN)),
        default_account: Some(descriptor.account.in_sandbox.to_owned()),
        sandbox: true,
    };
    let settings = (descriptor.read)(common, Map::new()).unwrap();
    let http = HttpClient::new(Duration::from_secs(5)).unwrap().redacting(settings.secrets());
    settings.connector(http)
}

/// The connector of every platform.
pub(crate) fn connectors(address: &str) -> Vec<Connector> {
    PLATFORMS.iter().map(|descriptor| connector(descriptor.id, address)).collect()
}

/// A ticket, and what surrounds it.
pub(crate) struct Ticketed {
    ticket: Ticket,
    campaign: Campaign,
    brand: Brand,
    market: Market,
    channel: Channel,
}

fn id<T: std::str::FromStr<Err: std::fmt::Debug>>(number: u8) -> T {
    format!("00000000-0000-7000-8000-0000000000{number:02}").parse().unwrap()
}

impl Ticketed {
    /// A ticket in the United States with this configuration.
    pub(crate) fn new(platform: PlatformId, request_type: RequestType, payload_config: Map<String, Value>) -> Self {
        let at = Timestamp::UNIX_EPOCH;
        let recorded_platform = Platform::from_name(platform.display_name());
        let channel_token = recorded_platform.unwrap().token();
        let name = format!("DIS_US_{channel_token}_2026_Moana");
        let parts = NameParts {
            brand: "DIS".into(),
            market: "US".into(),
            channel: channel_token.into(),
            year: 2026,
            campaign: "Moana".into(),
        };
        Self {
            ticket: Ticket {
                id: id(1),
                campaign_id: id(2),
                channel_id: id(3),
                request_type,
                payload_config,
                variant: None,
                name: name.clone(),
                state: TicketState::Draft,
                findings: Vec::new(),
                planned: None,
                created_at: at,
                updated_at: at,
                version: 1,
            },
            campaign: Campaign {
                id: id(2),
                name,
                parts,
                campaign_name: "Moana".into(),
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
                family_friendly: false,
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
                platform_name: platform.display_name().into(),
                recorded_platform,
                api_identifier: platform.key().into(),
                created_at: at,
                updated_at: at,
                version: 1,
            },
        }
    }

    /// Its translation, which must be whole.
    pub(crate) fn translate(&self, connector: &Connector) -> Translation {
        let translation = connector.translate(&Brief {
            ticket: &self.ticket,
            campaign: &self.campaign,
            brand: &self.brand,
            market: &self.market,
            channel: &self.channel,
            target: None,
            made_by: None,
        });
        assert_eq!(translation.facts.payload_violations, [], "{}", connector.platform);
        translation
    }
}
