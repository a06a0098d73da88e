//! An ad and its creative.

use domain::{
    deployment::{ObjectKind, Pending, PlannedStep, Reference},
    qa::AdFacts,
};

use crate::schema::Node;

use super::{
    super::wire::{
        Status,
        ad::{AdCreate, CreativeRef},
        creative::CreativeCreate,
    },
    names::Names,
    step::Create,
};

/// Where an ad stands.
pub(super) struct Place<'a> {
    pub(super) ad_set: usize,
    pub(super) number: usize,
    pub(super) ad_set_name: &'a str,
    pub(super) ad_set_key: &'a str,
    pub(super) account: &'a str,
}

/// Appends the steps of one ad: the creative, which only lies in the account, then the ad.
pub(super) fn steps(
    ad: &Node<'_>,
    place: &Place<'_>,
    names: &mut Names,
    steps: &mut Vec<PlannedStep>,
    facts: &mut AdFacts,
) {
    let Place { ad_set, number, ad_set_name, ad_set_key, account } = *place;
    let node = ad.field("creative");
    let content = match serde_json::from_value(node.value().clone()) {
        Ok(content) => content,
        Err(error) => {
            if facts.payload_violations.is_empty() {
                facts
                    .payload_violations
                    .push(node.violation(format!("It cannot be written as Meta takes it: {error}.")));
            }
            return;
        }
    };
    let creative_name = names.below(ad_set_name, &node.field("name"), &format!("Creative{number}"));
    let creative_key = format!("creative_{ad_set}_{number}");
    let creative = CreativeCreate { name: creative_name.clone(), content };
    let create =
        Create { key: creative_key.clone(), kind: ObjectKind::Creative, account, name: creative_name, parent: None };
    steps.push(create.step(&creative, Vec::new()));

    let name = names.below(ad_set_name, &ad.field("name"), &format!("Ad{number}"));
    let wire = AdCreate {
        name: name.clone(),
        adset_id: Pending,
        status: Status::Paused,
        creative: CreativeRef { creative_id: Pending },
        tracking_specs: serde_json::from_value(ad.field("tracking_specs").value().clone()).ok(),
        conversion_domain: ad.field("conversion_domain").text().map(str::to_owned),
    };
    let key = format!("ad_{ad_set}_{number}");
    let references =
        vec![Reference::id_of(ad_set_key, "/adset_id"), Reference::id_of(&creative_key, "/creative/creative_id")];
    let create = Create { key, kind: ObjectKind::Ad, account, name, parent: Some(ad_set_key) };
    steps.push(create.step(&wire, references));
}
