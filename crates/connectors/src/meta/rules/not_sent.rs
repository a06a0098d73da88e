//! A request for the campaign alone sends nothing of its ad sets, which a planner should know.

use domain::Violation;

use super::{super::schemas, Report, View};

pub(super) fn check(view: &View<'_>, report: &mut Report) {
    if view.is_tree() {
        return;
    }
    let bid_strategy = (!view.campaign_has_budget()).then_some("bid_strategy");
    let fields = schemas::shared_fields()
        .filter(|name| !schemas::is_campaign_field(name) && *name != "promoted_object")
        .chain(["ad_sets"])
        .chain(bid_strategy);
    for field in fields.map(|name| view.root.field(name)).filter(crate::schema::Node::exists) {
        let name = field.pointer().rsplit('/').next().unwrap_or_default();
        report.warn(
            Violation::at(
                field.pointer(),
                format!("{name} is checked, but not sent: CREATE_CAMPAIGN creates the campaign alone."),
            )
            .suggest("Use CREATE_CAMPAIGN_TREE to create the ad sets and ads too."),
        );
    }
}
