//! `CREATE_CAMPAIGN` and `CREATE_CAMPAIGN_TREE`: campaign, then ad groups, then one request for each ad.

mod manual;
mod smart_plus;

use domain::{
    Violation,
    deployment::{Lookup, ObjectKind, Parent, PlannedStep, Reference, RequestTemplate},
    qa::AdFacts,
};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Map, Value};

use crate::{Brief, Translation, rules::Report};

use super::{
    super::{
        config::{AdGroup, canonical},
        facts,
        rules::{self, Names, Plan},
        schemas,
        settings::Flow,
    },
    NO_ADVERTISER, TiktokTranslator,
    values::on_the_wire,
};

/// The key of the campaign's step.
const CAMPAIGN: &str = "campaign";

/// A ticket that creates, as steps and facts.
pub(super) fn translate(translator: &TiktokTranslator, brief: &Brief<'_>) -> Translation {
    let canonical = canonical(&brief.ticket.payload_config);
    let mut report = Report { violations: canonical.violations.clone(), ..Report::default() };
    let setup = translator.setup(brief.made_by);
    let advertiser = translator.advertiser(canonical.config.get("advertiser_id"));
    if advertiser.is_none() {
        report.violation(Violation::at("/advertiser_id", NO_ADVERTISER.0).suggest(NO_ADVERTISER.1));
    }
    let (mut steps, mut found) = (Vec::new(), AdFacts::default());
    match rules::objective(&canonical.config) {
        Err(violation) => report.violation(violation),
        Ok(objective) => match setup.books.get(brief.ticket.request_type, Some(objective)) {
            Err(violation) => report.violation(violation),
            Ok(book) => {
                let plan = Plan::new(brief, &canonical, objective, book, &setup.settings, &mut report);
                rules::check(&plan, &mut report);
                found = facts::of_creation(&plan);
                if let Some(advertiser) = &advertiser
                    && report.violations.is_empty()
                {
                    match planned(&plan, advertiser) {
                        Ok(planned) => steps = planned,
                        Err(violation) => report.violation(violation),
                    }
                }
            }
        },
    }
    let facts = AdFacts { account_id: advertiser, ..facts::finish(found, report, &canonical) };
    Translation { steps, facts }
}

/// The steps of a plan without violations.
fn planned(plan: &Plan<'_>, advertiser: &str) -> Result<Vec<PlannedStep>, Violation> {
    let maker = Maker { plan, advertiser };
    let mut steps = vec![match plan.flow {
        Flow::Manual => manual::campaign(&maker)?,
        Flow::SmartPlus => smart_plus::campaign(&maker)?,
    }];
    if !plan.is_tree() {
        return Ok(steps);
    }
    for (index, (group, names)) in plan.groups.iter().zip(Names::all(plan)).enumerate() {
        let number = index + 1;
        let key = format!("ad_set_{number}");
        steps.push(match plan.flow {
            Flow::Manual => manual::ad_group(&maker, group, &key, &names.group)?,
            Flow::SmartPlus => smart_plus::ad_group(&maker, group, &key, &names.group)?,
        });
        for (index, name) in names.ads.iter().enumerate() {
            let place = Place { parent: &key, key: format!("ad_{number}_{}", index + 1), name };
            steps.push(match plan.flow {
                Flow::Manual => manual::ad(&maker, group, index, &place)?,
                Flow::SmartPlus => smart_plus::ad(&maker, group, index, &place)?,
            });
        }
    }
    Ok(steps)
}

/// Where an ad stands among the steps.
struct Place<'a> {
    parent: &'a str,
    key: String,
    name: &'a str,
}

/// Makes steps of one ticket.
struct Maker<'a> {
    plan: &'a Plan<'a>,
    advertiser: &'a str,
}

impl Maker<'_> {
    #[expect(clippy::too_many_arguments, reason = "all that tells one step from another, named one by one")]
    fn step(
        &self,
        key: &str,
        kind: ObjectKind,
        name: &str,
        path: &str,
        body: impl Serialize,
        parent: Option<&str>,
        references: Vec<Reference>,
    ) -> PlannedStep {
        PlannedStep {
            key: key.to_owned(),
            kind,
            name: name.to_owned(),
            request: post(path, body, references),
            lookup: Some(Lookup {
                kind,
                account_id: self.advertiser.to_owned(),
                name: name.to_owned(),
                parent: parent.map(|key| Parent::Step(key.to_owned())),
            }),
        }
    }

    /// The campaign's fields.
    fn campaign<T: DeserializeOwned>(&self) -> Result<T, Violation> {
        let mut fields = self.plan.config.clone();
        fields.insert("objective_type".to_owned(), self.plan.objective.into());
        fields.entry("budget_mode").or_insert_with(|| "BUDGET_MODE_INFINITE".into());
        if self.plan.campaign.text("campaign_type") != Some("IOS14_CAMPAIGN") {
            // The app of any other campaign is the ad group's.
            fields.remove("app_id");
        }
        if !self.plan.shares_budget() {
            for field in ["bid_type", "deep_bid_type", "roas_bid", "optimization_goal"] {
                fields.remove(field);
            }
        }
        typed(on_the_wire(&fields, schemas::campaign(), &|field| self.plan.campaign.pointer(field))?)
    }

    /// An ad group's fields. `TikTok` asks for a budget even where the campaign's is shared, and then ignores it: it gets the
    /// campaign's.
    fn ad_group<T: DeserializeOwned>(&self, group: &AdGroup<'_>) -> Result<T, Violation> {
        let mut fields = group.effective.clone();
        if self.plan.shares_budget() {
            for field in ["budget", "budget_mode"] {
                if let Some(value) = fields.get(&format!("campaign_{field}")).cloned() {
                    fields.insert(field.to_owned(), value);
                }
            }
        }
        typed(on_the_wire(&fields, schemas::ad_group(), &|field| group.scope.pointer(field))?)
    }
}

/// An ad's fields.
fn ad_fields<T: DeserializeOwned>(group: &AdGroup<'_>, index: usize) -> Result<T, Violation> {
    let ad = group.ads.get(index).ok_or_else(|| group.scope.violation("ads", "The ad is missing."))?;
    typed(on_the_wire(ad.value, schemas::ad(), &|field| format!("{}/{field}", ad.pointer))?)
}

/// A request.
pub(super) fn post(path: &str, body: impl Serialize, references: Vec<Reference>) -> RequestTemplate {
    // The wire's structs serialize whatever they hold.
    RequestTemplate::post(path.to_owned(), serde_json::to_value(body).unwrap_or_default(), references)
}

/// Fields as a struct of the wire. The schema has checked their types, so a mismatch is a fault of ours; it is told all the same.
fn typed<T: DeserializeOwned>(fields: Map<String, Value>) -> Result<T, Violation> {
    serde_json::from_value(Value::Object(fields))
        .map_err(|error| Violation::at("", format!("It cannot be sent as it is: {error}.")))
}

/// The key that makes a creation safe to repeat.
fn request_id() -> Reference {
    Reference::idempotency_key("/request_id")
}
