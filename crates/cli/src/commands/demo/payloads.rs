//! The configurations of the demo's tickets, in the platforms' terms.

use domain::RequestType;
use serde_json::{Map, Value, json};

use super::plan::Channel;

/// A kind of ticket; the text is its daily budget.
#[derive(Clone, Copy)]
pub(super) enum Payload {
    /// Awareness among families, with the inventory filter that a family-friendly brand needs.
    Family(&'static str),
    /// Traffic to a page.
    Traffic(&'static str),
    /// Views of a video.
    Views(&'static str),
    /// A campaign with an ad set and two ads; the budget is the ad set's.
    Tree(&'static str),
    /// Blocked by QA: beer, another country, and for some too much money.
    Blocked(&'static str),
    /// A draft that is not finished.
    Unfinished,
}

impl Payload {
    /// The type of the ticket's request.
    pub(super) fn request_type(self) -> RequestType {
        if matches!(self, Self::Tree(_)) { RequestType::CreateCampaignTree } else { RequestType::CreateCampaign }
    }

    /// The ticket's configuration for a campaign in these countries.
    pub(super) fn config(self, channel: Channel, countries: &[String]) -> Map<String, Value> {
        let config = match channel {
            Channel::Meta => self.meta(countries),
            Channel::Tiktok => self.tiktok(),
        };
        config.as_object().cloned().unwrap_or_default()
    }

    fn meta(self, countries: &[String]) -> Value {
        let interest = |id: &str, name: &str| json!([{"interests": [{"id": id, "name": name}]}]);
        match self {
            Self::Family(daily) => json!({
                "objective": "OUTCOME_AWARENESS", "special_ad_categories": [], "daily_budget": daily,
                "targeting": {
                    "geo_locations": {"countries": countries},
                    "flexible_spec": interest("6003139266461", "Family films"),
                    "brand_safety_content_filter_levels": ["FACEBOOK_STANDARD", "AN_STANDARD", "FEED_STANDARD"],
                },
            }),
            Self::Traffic(daily) | Self::Views(daily) => {
                json!({"objective": "OUTCOME_TRAFFIC", "special_ad_categories": [], "daily_budget": daily})
            }
            Self::Tree(daily) => {
                let ad = |message: &str| {
                    json!({"creative": {"object_story_spec": {"page_id": "104523988710", "link_data": {
                        "link": "https://example.com/encore", "message": message, "name": "Encore",
                        "image_hash": "9f86d081884c7d659a2feaa0c55ad015",
                    }}}})
                };
                json!({
                    "objective": "OUTCOME_TRAFFIC", "special_ad_categories": [],
                    "ad_sets": [{
                        "optimization_goal": "LINK_CLICKS", "destination_type": "WEBSITE", "daily_budget": daily,
                        "ads": [ad("They are back."), ad("One last time.")],
                    }],
                })
            }
            Self::Blocked(daily) => json!({
                "objective": "OUTCOME_AWARENESS", "daily_budget": daily,
                "targeting": {
                    "geo_locations": {"countries": ["BE"]},
                    "flexible_spec": interest("6003012317397", "Beer"),
                },
            }),
            Self::Unfinished => json!({"special_ad_categories": [], "daily_budget": "2000.00"}),
        }
    }

    fn tiktok(self) -> Value {
        match self {
            Self::Views(daily) | Self::Family(daily) | Self::Tree(daily) | Self::Blocked(daily) => {
                json!({"objective_type": "VIDEO_VIEWS", "daily_budget": daily})
            }
            Self::Traffic(daily) => json!({"objective_type": "TRAFFIC", "daily_budget": daily}),
            Self::Unfinished => json!({"objective_type": "REACH"}),
        }
    }
}
