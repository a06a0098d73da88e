//! Changes of an object that an earlier ticket created: stop it, start it, give it another budget.

use domain::{
    RequestType,
    deployment::{ObjectKind, PlannedStep, RequestTemplate},
    qa::{AdFacts, Located},
};

use crate::{Brief, Target, http::path, schema::Node};

use super::{
    super::{
        facts::budgets,
        wire::{Change, Status},
    },
    minor_units,
    step::body_of,
};

/// The one step of a ticket that changes an object. Saying it twice is harmless, so it needs no look-up.
pub(super) fn steps(brief: &Brief<'_>, root: &Node<'_>, facts: &mut AdFacts) -> Vec<PlannedStep> {
    let change = change(brief, root, facts);
    let Some(target) = brief.target else {
        facts.payload_violations.push(
            root.field("target_ticket_id")
                .violation("There is no object on Meta to change: no earlier ticket that created one was found.")
                .suggest("Deploy the ticket that creates the campaign first, or name it in \"target_ticket_id\"."),
        );
        return Vec::new();
    };
    facts.account_id = Some(digits(target));
    vec![PlannedStep {
        key: "update".to_owned(),
        kind: ObjectKind::Update,
        name: target.name.clone(),
        request: RequestTemplate::post(path(&[target.external_id.as_str()]), body_of(&change), Vec::new()),
        lookup: None,
    }]
}

fn change(brief: &Brief<'_>, root: &Node<'_>, facts: &mut AdFacts) -> Change {
    match brief.ticket.request_type {
        RequestType::Pause => Change { status: Some(Status::Paused), ..Change::default() },
        RequestType::Resume => Change { status: Some(Status::Active), ..Change::default() },
        _ => new_budget(brief, root, facts),
    }
}

fn new_budget(brief: &Brief<'_>, root: &Node<'_>, facts: &mut AdFacts) -> Change {
    let currency = brief.campaign.budget.currency;
    let (daily, lifetime) = (root.field("daily_budget"), root.field("lifetime_budget"));
    let located = |node: &Node<'_>| node.amount(currency)?.ok().map(|money| Located::at(node.pointer(), money));
    facts.daily_budgets.extend(located(&daily));
    facts.lifetime_budgets.extend(located(&lifetime));
    facts.planned = budgets::of_change(facts, brief);
    Change {
        status: None,
        daily_budget: minor_units::of_node(&daily, currency, &mut facts.payload_violations),
        lifetime_budget: minor_units::of_node(&lifetime, currency, &mut facts.payload_violations),
    }
}

fn digits(target: &Target) -> String {
    target.account_id.strip_prefix("act_").unwrap_or(&target.account_id).to_owned()
}
