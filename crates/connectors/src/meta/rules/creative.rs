//! What creatives say. Meta Marketing API, ad-account/adcreatives.

use crate::schema::Node;

use super::{super::schemas, Report, View};

pub(super) fn check(view: &View<'_>, report: &mut Report) {
    let political = view.special_categories().contains(&"ISSUES_ELECTIONS_POLITICS");
    for each in &view.ad_sets {
        for ad in each.own_field("ads").items() {
            let creative = ad.field("creative");
            let story = creative.field("object_story_spec");
            for kind in ["link_data", "template_data", "video_data"] {
                let data = story.field(kind);
                call_to_action(&data, report);
                for card in data.field("child_attachments").items() {
                    call_to_action(&card, report);
                }
            }
            let category = creative.field("authorization_category");
            let declared = category.text().is_some_and(|category| category != "NONE");
            if political && !declared {
                report.warn(
                    category
                        .violation("Political ads say so in their creative too.")
                        .suggest("Set \"authorization_category\" to \"POLITICAL\"."),
                );
            }
            if !political && declared {
                report.warn(category.violation("The creative is declared political, the campaign is not.").suggest(
                    "Add \"ISSUES_ELECTIONS_POLITICS\" to \"special_ad_categories\", or remove authorization_category.",
                ));
            }
        }
        if view.is_tree() && each.own_field("ads").items().is_empty() {
            let ads = each.own_field("ads");
            report.warn(
                ads.violation(format!("{} has no ads, so it shows nothing.", each.label()))
                    .suggest("Add \"ads\", each with its creative."),
            );
        }
    }
}

fn call_to_action(data: &Node<'_>, report: &mut Report) {
    let kind = data.at(&["call_to_action", "type"]);
    if let Some(word) = kind.text()
        && !schemas::is_common_call_to_action(word)
    {
        report.warn(
            kind.violation(format!(
                "{word} is not one of the common calls to action; Meta decides whether it takes it."
            ))
            .suggest("Common ones are LEARN_MORE, SHOP_NOW, SIGN_UP, BOOK_NOW and DOWNLOAD."),
        );
    }
}
