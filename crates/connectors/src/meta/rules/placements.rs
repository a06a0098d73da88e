//! Where ads appear. Meta Marketing API, placement-targeting; brand safety and suitability.

use super::{super::config::AdSetView, Report, View};

/// The positions of each platform.
const POSITIONS: [(&str, &str); 6] = [
    ("facebook_positions", "facebook"),
    ("instagram_positions", "instagram"),
    ("audience_network_positions", "audience_network"),
    ("messenger_positions", "messenger"),
    ("threads_positions", "threads"),
    ("whatsapp_positions", "whatsapp"),
];

pub(super) fn check(view: &View<'_>, report: &mut Report) {
    for each in &view.ad_sets {
        positions_have_their_platform(each, report);
        let targeting = each.targeting();
        let messenger = targeting.field("messenger_positions");
        if messenger.holds("story") {
            report.warn(
                messenger
                    .violation("Meta silently drops the Messenger placement \"story\".")
                    .suggest("Remove \"story\"."),
            );
        }
        let platforms = targeting.field("publisher_platforms");
        if platforms.holds("audience_network") && view.brief.brand.family_friendly {
            report.warn(
                platforms
                    .violation(
                        "The Audience Network shows the ads in other publishers' apps, beyond Meta's own inventory.",
                    )
                    .suggest("Remove \"audience_network\" for a family-friendly brand, or name publisher block lists."),
            );
        }
    }
}

fn positions_have_their_platform(each: &AdSetView<'_>, report: &mut Report) {
    let targeting = each.targeting();
    let platforms = targeting.field("publisher_platforms");
    for (field, platform) in POSITIONS {
        let positions = targeting.field(field);
        if positions.exists() && !platforms.holds(platform) {
            report.violation(
                positions
                    .violation(format!("{field} are given, but \"{platform}\" is not among the publisher_platforms."))
                    .suggest(format!("Add \"{platform}\" to \"publisher_platforms\", or remove {field}.")),
            );
        }
    }
}
