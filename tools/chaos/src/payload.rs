//! The requests of the tickets: mostly a campaign alone, sometimes a whole tree.

use std::time::{Duration, SystemTime};

use jiff::Timestamp;
use serde_json::{Value, json};

use crate::Rng;

/// An ad platform.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Platform {
    Meta,
    Tiktok,
}

/// A request: its type and its configuration.
pub(crate) fn request(platform: Platform, account: u64, rng: &mut Rng) -> (&'static str, Value) {
    let tree = rng.one_in(10);
    let (mut config, account_field) = match (platform, tree) {
        (Platform::Meta, false) => {
            (json!({"objective": "OUTCOME_TRAFFIC", "special_ad_categories": []}), "ad_account_id")
        }
        (Platform::Tiktok, false) => (json!({"objective_type": "TRAFFIC"}), "advertiser_id"),
        (Platform::Meta, true) => (meta_tree(rng), "ad_account_id"),
        (Platform::Tiktok, true) => (tiktok_tree(rng), "advertiser_id"),
    };
    config[account_field] = json!(account.to_string());
    (if tree { "CREATE_CAMPAIGN_TREE" } else { "CREATE_CAMPAIGN" }, config)
}

/// Returns up to `most` results of `one`.
fn few(rng: &mut Rng, most: u64, one: impl Fn(&mut Rng) -> Value) -> Vec<Value> {
    (0..rng.between(1, most)).map(|_| one(rng)).collect()
}

fn meta_tree(rng: &mut Rng) -> Value {
    let ad = json!({"creative": {"object_story_spec": {"page_id": "11", "link_data": {
        "link": "https://example.com/chaos", "message": "Hold on.", "name": "Chaos", "image_hash": "a1b2c3",
        "call_to_action": {"type": "LEARN_MORE", "value": {"link": "https://example.com/chaos"}},
    }}}});
    let ad_set = |rng: &mut Rng| {
        json!({"optimization_goal": "LINK_CLICKS", "destination_type": "WEBSITE", "daily_budget": "25.00",
            "ads": few(rng, 3, |_| ad.clone())})
    };
    json!({"objective": "OUTCOME_TRAFFIC", "ad_sets": few(rng, 2, ad_set)})
}

fn tiktok_tree(rng: &mut Rng) -> Value {
    let ad = json!({"ad_format": "SINGLE_VIDEO", "identity_type": "TT_USER", "identity_id": "id-1", "video_id": "v0001",
        "image_ids": ["img-1"], "ad_text": "Hold on", "landing_page_url": "https://example.com/chaos",
        "call_to_action": "LEARN_MORE"});
    let ad_group = |rng: &mut Rng| {
        json!({"promotion_type": "WEBSITE", "optimization_goal": "CLICK", "billing_event": "CPC", "bid_price": 0.55,
            "daily_budget": "25", "ads": few(rng, 3, |_| ad.clone())})
    };
    json!({"objective_type": "TRAFFIC", "placements": ["PLACEMENT_TIKTOK"], "location_ids": ["6252001"],
        "schedule_start_time": in_days(10), "schedule_end_time": in_days(20), "ad_groups": few(rng, 2, ad_group)})
}

fn in_days(days: u64) -> String {
    let time = SystemTime::now() + Duration::from_hours(24 * days);
    Timestamp::try_from(time).map(|time| time.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()).unwrap_or_default()
}
