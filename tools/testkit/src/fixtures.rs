//! Master data and tickets that tests start from, made through the use cases.

use app::{NewBrand, NewCampaign, NewChannel, NewMarket, NewTicket, deployments::DeploymentDetail};
use domain::{
    Brand, Channel, DeploymentId, Market, PlatformId, RequestType, Ticket, TicketId, TicketStatus, event::Actor,
};
use serde_json::{Map, Value, json};

use crate::TestApp;

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
}

impl Catalog {
    /// The channel of a platform.
    pub fn channel(&self, platform: PlatformId) -> &Channel {
        match platform {
            PlatformId::Meta => &self.meta,
            PlatformId::Tiktok => &self.tiktok,
        }
    }
}

/// The smallest configuration of a campaign that a platform accepts.
pub fn smallest_config(platform: PlatformId) -> Map<String, Value> {
    let config = match platform {
        PlatformId::Meta => json!({"objective": "OUTCOME_TRAFFIC", "special_ad_categories": []}),
        PlatformId::Tiktok => json!({"objective_type": "TRAFFIC"}),
    };
    serde_json::from_value(config).unwrap()
}

/// The configuration of a whole tree: `ad_sets` ad sets (ad groups) with `ads_each` ads each.
pub fn tree_config(platform: PlatformId, ad_sets: usize, ads_each: usize) -> Map<String, Value> {
    let config = match platform {
        PlatformId::Meta => {
            let ad = json!({"creative": {"object_story_spec": {"page_id": "11", "link_data": {
                "link": "https://example.com/moana", "message": "Sail again.", "name": "Moana", "image_hash": "a1b2c3",
            }}}});
            let ad_set = json!({
                "optimization_goal": "LINK_CLICKS", "destination_type": "WEBSITE", "daily_budget": "25.00",
                "ads": vec![ad; ads_each],
            });
            json!({"objective": "OUTCOME_TRAFFIC", "special_ad_categories": [], "ad_sets": vec![ad_set; ad_sets]})
        }
        PlatformId::Tiktok => {
            let ad = json!({
                "ad_format": "SINGLE_VIDEO", "identity_type": "TT_USER", "identity_id": "id-1", "video_id": "v0001",
                "image_ids": ["img-1"], "ad_text": "Set sail", "landing_page_url": "https://example.com/moana",
                "call_to_action": "LEARN_MORE",
            });
            let ad_group = json!({
                "promotion_type": "WEBSITE", "optimization_goal": "CLICK", "billing_event": "CPC", "bid_price": "0.55",
                "daily_budget": "200", "ads": vec![ad; ads_each],
            });
            json!({
                "objective_type": "TRAFFIC", "placements": ["PLACEMENT_TIKTOK"], "location_ids": ["6252001"],
                "schedule_start_time": "2026-12-01T00:00:00Z", "schedule_end_time": "2026-12-31T00:00:00Z",
                "ad_groups": vec![ad_group; ad_sets],
            })
        }
    };
    serde_json::from_value(config).unwrap()
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
        Catalog {
            market: self.app.create_market(&who, market).await.unwrap(),
            brand: self.app.create_brand(&who, brand).await.unwrap(),
            meta: self.app.create_channel(&who, channel("Meta")).await.unwrap(),
            tiktok: self.app.create_channel(&who, channel("TikTok")).await.unwrap(),
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
        let has_ads = config.contains_key("ad_sets") || config.contains_key("ad_groups");
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
