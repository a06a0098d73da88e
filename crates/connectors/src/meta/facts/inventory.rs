//! Whether an ad set keeps to suitable inventory.

use domain::qa::{AdFacts, InventoryFilter, Located};

use crate::schema::Node;

/// Which publisher platforms each filter is for. Meta Marketing API, brand safety and suitability.
const FILTERS: [(&str, &[&str]); 3] = [
    ("FACEBOOK_STANDARD", &["facebook", "instagram"]),
    ("FEED_STANDARD", &["facebook", "instagram"]),
    ("AN_STANDARD", &["audience_network"]),
];

/// Notes an ad set's inventory filter: on when there is one and none of its levels is relaxed.
pub(super) fn gather(targeting: &Node<'_>, facts: &mut AdFacts) {
    let levels = targeting.field("brand_safety_content_filter_levels");
    let listed = levels.items();
    let relaxed = |level: &Node<'_>| level.text().is_none_or(|level| level.ends_with("_RELAXED"));
    let filter = if !listed.is_empty() && !listed.iter().any(relaxed) {
        InventoryFilter::On
    } else {
        InventoryFilter::Off { remedy: remedy(&targeting.field("publisher_platforms")) }
    };
    facts.inventory_filters.push(Located::at(levels.pointer(), filter));
}

/// The filters of the platforms that the ads run on; of all where Meta chooses.
fn remedy(platforms: &Node<'_>) -> String {
    let runs_on = |wanted: &[&str]| !platforms.exists() || wanted.iter().any(|platform| platforms.holds(platform));
    let mut values: Vec<String> =
        FILTERS.iter().filter(|(_, on)| runs_on(on)).map(|(value, _)| format!("\"{value}\"")).collect();
    if values.is_empty() {
        values.push("\"FEED_STANDARD\"".to_owned());
    }
    format!("Set \"brand_safety_content_filter_levels\" to [{}] in the ad set's targeting.", values.join(", "))
}
