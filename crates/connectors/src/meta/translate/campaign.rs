//! The campaign, and below it the tree.

use domain::{
    deployment::{ObjectKind, PlannedStep},
    qa::AdFacts,
};

use super::{
    super::{
        config::View,
        wire::{Status, ad_set::PromotedObject, campaign::CampaignCreate},
    },
    ad_set, minor_units,
    names::Names,
    step::{Create, time},
};
use crate::schema::Node;

/// The steps of a ticket that creates.
pub(super) fn steps(view: &View<'_>, account: &str, facts: &mut AdFacts) -> Vec<PlannedStep> {
    let name = view.brief.ticket.name.clone();
    let campaign = campaign(view, name.clone(), facts);
    let create =
        Create { key: "campaign".to_owned(), kind: ObjectKind::Campaign, account, name: name.clone(), parent: None };
    let mut steps = vec![create.step(&campaign, Vec::new())];
    if view.is_tree() {
        let mut names = Names::default();
        for each in &view.ad_sets {
            ad_set::steps(view, each, account, &mut names, &mut steps, facts);
        }
        facts.payload_violations.extend(names.violations());
    }
    steps
}

fn campaign(view: &View<'_>, name: String, facts: &mut AdFacts) -> CampaignCreate {
    let root = &view.root;
    let mut amount =
        |name: &str| minor_units::of_node(&root.field(name), view.currency(), &mut facts.payload_violations);
    let has_budget = view.campaign_has_budget();
    let sharing = root.field("is_adset_budget_sharing_enabled").value().as_bool();
    CampaignCreate {
        name,
        objective: text(root, "objective").unwrap_or_default(),
        // A human turns spending on.
        status: Status::Paused,
        special_ad_categories: words(root, "special_ad_categories").unwrap_or_default(),
        special_ad_category_country: words(root, "special_ad_category_country"),
        buying_type: text(root, "buying_type"),
        daily_budget: amount("daily_budget"),
        lifetime_budget: amount("lifetime_budget"),
        bid_strategy: text(root, "bid_strategy").filter(|_| has_budget),
        is_adset_budget_sharing_enabled: if has_budget { sharing } else { Some(sharing.unwrap_or(false)) },
        spend_cap: amount("spend_cap"),
        promoted_object: promoted_object(root),
        // The schedule belongs on the ad sets; a campaign that is created alone keeps it until they come.
        start_time: root.field("start_time").time().filter(|_| !view.is_tree()).map(time),
        stop_time: root.field("stop_time").time().map(time),
    }
}

/// What the campaign itself promotes: a catalogue, or the app of an app campaign. All else is the ad sets'.
fn promoted_object(root: &Node<'_>) -> Option<PromotedObject> {
    let given: PromotedObject = serde_json::from_value(root.field("promoted_object").value().clone()).ok()?;
    if let Some(catalogue) = given.product_catalog_id {
        return Some(PromotedObject::of_catalogue(catalogue));
    }
    let app_campaign = root.field("objective").text() == Some("OUTCOME_APP_PROMOTION");
    Some(given).filter(|given| app_campaign && given.application_id.is_some())
}

fn text(root: &Node<'_>, name: &str) -> Option<String> {
    root.field(name).text().map(str::to_owned)
}

fn words(root: &Node<'_>, name: &str) -> Option<Vec<String>> {
    let field = root.field(name);
    field.exists().then(|| field.items().iter().filter_map(Node::text).map(str::to_owned).collect())
}
