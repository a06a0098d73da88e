//! Master data and tickets that tests start from, made through the use cases.

use std::collections::BTreeMap;

use app::{NewBrand, NewCampaign, NewChannel, NewMarket, NewTicket, deployments::DeploymentDetail};
use connectors::PLATFORMS;
use domain::{
    Brand, Channel, DeploymentId, Market, PlatformId, RequestType, Ticket, TicketId, TicketStatus, event::Actor,
};
use serde_json::{Map, Value};

use crate::{TestApp, smallest_config};

/// The actor of the tests.
pub fn tester() -> Actor {
    Actor::user("tester")
}

/// Master data of a small house.
#[derive(Debug, Clone)]
pub struct Catalog {
    /// `US`.
    pub market: Market,
    /// `DIS`, not family-friendly.
    pub brand: Brand,
    /// Meta's channel.
    pub meta: Channel,
    /// `TikTok`'s channel.
    pub tiktok: Channel,
    /// The channel of each platform that has a connector.
    channels: BTreeMap<PlatformId, Channel>,
}

impl Catalog {
    /// The channel of a platform.
    pub fn channel(&self, platform: PlatformId) -> &Channel {
        &self.channels[&platform]
    }
}

impl TestApp {
    /// Records the master data.
    pub async fn catalog(&self) -> Catalog {
        let who = tester();
        let market =
            NewMarket { code: "US".into(), country: "United States".into(), countries: vec![], region: "NA".into() };
        let brand = NewBrand { name: "Disney".into(), internal_code: "DIS".into(), family_friendly: false };
        let channel =
            |name: &str| NewChannel { platform_name: name.into(), platform: None, api_identifier: name.to_lowercase() };
        let mut channels = BTreeMap::new();
        for platform in PLATFORMS.map(|descriptor| descriptor.id) {
            let channel = self.app.create_channel(&who, channel(platform.display_name())).await.unwrap();
            channels.insert(platform, channel);
        }
        Catalog {
            meta: channels[&PlatformId::Meta].clone(),
            tiktok: channels[&PlatformId::Tiktok].clone(),
            channels,
            market: self.app.create_market(&who, market).await.unwrap(),
            brand: self.app.create_brand(&who, brand).await.unwrap(),
        }
    }

    /// A draft of a ticket with a campaign of its own.
    pub async fn draft(
        &self,
        catalog: &Catalog,
        platform: PlatformId,
        name: &str,
        config: Map<String, Value>,
    ) -> Ticket {
        let campaign = NewCampaign {
            campaign_name: name.into(),
            brand_id: catalog.brand.id,
            market_id: catalog.market.id,
            channel_id: None,
            budget_micros: 50_000_000_000,
            currency: None,
            status: None,
            start_date: None,
            end_date: None,
            year: None,
        };
        let campaign = self.app.create_campaign(&tester(), campaign).await.unwrap();
        let has_ads = PLATFORMS.iter().flat_map(|descriptor| descriptor.parts).any(|part| config.contains_key(*part));
        let request_type = if has_ads { RequestType::CreateCampaignTree } else { RequestType::CreateCampaign };
        let ticket = NewTicket {
            campaign_id: campaign.id,
            channel_id: catalog.channel(platform).id,
            request_type,
            payload_config: config,
            variant: None,
        };
        self.app.create_ticket(&tester(), ticket).await.unwrap()
    }

    /// A ticket with this configuration that has passed QA.
    pub async fn ready_with(
        &self,
        catalog: &Catalog,
        platform: PlatformId,
        name: &str,
        config: Map<String, Value>,
    ) -> Ticket {
        let draft = self.draft(catalog, platform, name, config).await;
        let ready = self.app.run_qa(&tester(), draft.id).await.unwrap();
        assert_eq!(ready.state.status(), TicketStatus::ReadyForApi, "{:?}", ready.findings);
        ready
    }

    /// A ticket that has passed QA.
    pub async fn ready_ticket(&self, catalog: &Catalog, platform: PlatformId, name: &str) -> Ticket {
        self.ready_with(catalog, platform, name, smallest_config(platform)).await
    }

    /// Asks for a deployment of a ticket.
    pub async fn deploy(&self, ticket: TicketId) -> DeploymentId {
        self.app.request_deployment(&tester(), ticket).await.unwrap().deployment.id
    }

    /// A deployment with its history.
    pub async fn story(&self, id: DeploymentId) -> DeploymentDetail {
        self.app.deployment(id).await.unwrap()
    }
}
