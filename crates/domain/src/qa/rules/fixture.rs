//! A ticket without a violation, for the rules' tests.

use uuid::Uuid;

use crate::{
    Brand, BrandId, Campaign, CampaignId, CampaignStatus, Channel, ChannelId, CountryCode, Currency, Market, MarketId,
    Money, RequestType, Ticket, TicketId, Timestamp,
    channel::Platform,
    qa::{AdFacts, Candidate, Finding, Policy},
    taxonomy::{NameParts, Registry},
    ticket::TicketState,
};

pub(super) struct Fixture {
    pub(super) ticket: Ticket,
    pub(super) campaign: Campaign,
    pub(super) brand: Brand,
    pub(super) market: Market,
    pub(super) channel: Channel,
    pub(super) facts: AdFacts,
    pub(super) registry: Registry,
    pub(super) committed: Option<Money>,
    pub(super) policy: Policy,
}

pub(super) fn at(time: &str) -> Timestamp {
    time.parse().unwrap()
}

pub(super) fn usd(amount: &str) -> Money {
    Money::parse(amount, Currency::USD).unwrap()
}

impl Default for Fixture {
    fn default() -> Self {
        let now = at("2026-03-02T12:00:00Z");
        let id = Uuid::from_u128(1);
        let (parts, _) = NameParts::new("DIS", "US", "MULTI", 2026, "Moana Launch").unwrap();
        let mut registry = Registry::default();
        registry.add_brand("DIS", BrandId(id));
        registry.add_market("US", MarketId(id));
        registry.add_channel("Meta", ChannelId(id));
        Self {
            ticket: Ticket {
                id: TicketId(id),
                campaign_id: CampaignId(id),
                channel_id: ChannelId(id),
                request_type: RequestType::CreateCampaign,
                payload_config: serde_json::Map::new(),
                variant: None,
                name: parts.with_channel("META").to_string(),
                state: TicketState::Draft,
                findings: vec![],
                planned: None,
                created_at: now,
                updated_at: now,
                version: 1,
            },
            campaign: Campaign {
                id: CampaignId(id),
                name: parts.to_string(),
                parts,
                campaign_name: "Moana Launch".into(),
                brand_id: BrandId(id),
                market_id: MarketId(id),
                budget: usd("50000"),
                status: CampaignStatus::Draft,
                start_date: None,
                end_date: None,
                created_at: now,
                updated_at: now,
                version: 1,
            },
            brand: Brand {
                id: BrandId(id),
                name: "Disney".into(),
                internal_code: "DIS".into(),
                family_friendly: false,
                created_at: now,
                updated_at: now,
                version: 1,
            },
            market: Market {
                id: MarketId(id),
                code: "US".into(),
                country: "United States".into(),
                country_code: CountryCode::parse("US"),
                countries: vec![],
                region: "NA".into(),
                created_at: now,
                updated_at: now,
                version: 1,
            },
            channel: Channel {
                id: ChannelId(id),
                platform_name: "Meta".into(),
                recorded_platform: Some(Platform::Meta),
                api_identifier: "meta".into(),
                created_at: now,
                updated_at: now,
                version: 1,
            },
            facts: AdFacts { account_id: Some("123".into()), has_credentials: true, ..AdFacts::default() },
            registry,
            committed: None,
            policy: Policy::default(),
        }
    }
}

impl Fixture {
    pub(super) fn findings(&self) -> Vec<Finding> {
        let candidate = Candidate {
            ticket: &self.ticket,
            campaign: &self.campaign,
            brand: &self.brand,
            market: &self.market,
            channel: &self.channel,
            facts: &self.facts,
            registry: &self.registry,
            committed: self.committed,
            now: at("2026-03-02T12:00:00Z"),
        };
        crate::qa::run(&candidate, &self.policy)
    }

    /// Code and pointer of each finding.
    pub(super) fn codes(&self) -> Vec<(String, String)> {
        self.findings().into_iter().map(|finding| (finding.code, finding.pointer)).collect()
    }
}

#[test]
fn the_fixture_is_without_a_violation() {
    assert_eq!(Fixture::default().findings(), []);
}
