//! Tickets to requests. Pure: the same ticket always gives the same requests.

mod ad;
mod ad_set;
mod campaign;
mod change;
pub(super) mod minor_units;
mod names;
mod step;
mod targeting;

pub(super) use step::edge;

use domain::{Violation, qa::AdFacts};
use serde_json::Value;

use crate::{
    Brief, PayloadSchema, PlatformTranslator, Translation,
    rules::{Report, judge},
    schema::{Node, PAYLOAD},
};

use super::{
    config::View,
    facts,
    rules::MetaRules,
    schemas::{self, COMBINATIONS, SCHEMAS},
    settings::Settings,
};

/// The translator.
pub(super) struct MetaTranslator {
    settings: Settings,
}

impl MetaTranslator {
    pub(super) fn new(settings: Settings) -> Self {
        Self { settings }
    }
}

impl PlatformTranslator for MetaTranslator {
    fn translate(&self, brief: &Brief<'_>) -> Translation {
        let config = Value::Object(brief.ticket.payload_config.clone());
        let payload_violations = schema_violations(brief, &Node::new(PAYLOAD, &config));
        let root = Node::new(PAYLOAD, &config);
        let mut facts = AdFacts {
            has_credentials: self
                .settings
                .common
                .access_token
                .as_ref()
                .is_some_and(|token| !token.reveal().trim().is_empty()),
            sandbox: self.settings.common.sandbox,
            payload_violations,
            ..AdFacts::default()
        };
        if brief.ticket.request_type.creates() {
            let view = View::new(*brief, root, &self.settings);
            let account = self.account(&view.root, &mut facts);
            let mut report = Report::default();
            judge::<MetaRules>(&view, std::mem::take(&mut facts.payload_violations), &mut report);
            (facts.payload_violations, facts.payload_warnings) = (report.violations, report.warnings);
            facts::gather(&view, &mut facts);
            let steps = account.map_or_else(Vec::new, |account| campaign::steps(&view, &account, &mut facts));
            finish(steps, facts)
        } else {
            let steps = change::steps(brief, &root, &mut facts);
            finish(steps, facts)
        }
    }

    fn schemas(&self) -> Vec<PayloadSchema> {
        SCHEMAS.published()
    }

    fn combinations(&self) -> Value {
        COMBINATIONS.clone()
    }
}

impl MetaTranslator {
    /// The account's digits, from the ticket or the settings.
    fn account(&self, root: &Node<'_>, facts: &mut AdFacts) -> Option<String> {
        let named = root.field("ad_account_id");
        let given = named
            .text()
            .or_else(|| if named.exists() { None } else { self.settings.common.default_account.as_deref() });
        let digits = given.map(|given| given.trim().strip_prefix("act_").unwrap_or(given.trim()).to_owned());
        match digits {
            Some(digits) if !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()) => {
                facts.account_id = Some(digits.clone());
                Some(digits)
            }
            // The schema has said what is wrong with an account that the ticket names.
            _ if named.exists() => None,
            _ => {
                facts.payload_violations.push(
                    named
                        .violation("Neither the ticket nor the settings name an ad account.")
                        .suggest("Add \"ad_account_id\", such as \"act_1234567890\", or set META_AD_ACCOUNT_ID."),
                );
                None
            }
        }
    }
}

/// Requests of a ticket with violations would only be refused, so there are none.
fn finish(steps: Vec<domain::deployment::PlannedStep>, facts: AdFacts) -> Translation {
    if facts.payload_violations.is_empty() {
        Translation { steps, facts }
    } else {
        Translation { steps: Vec::new(), facts }
    }
}

/// What the schema of the request type and objective says, a legacy objective being told apart from a mistyped one.
fn schema_violations(brief: &Brief<'_>, root: &Node<'_>) -> Vec<Violation> {
    let objective = root.field("objective");
    let mut violations: Vec<Violation> = match SCHEMAS.get(brief.ticket.request_type, objective.text()) {
        Ok(book) => book.check(root.value()).into_iter().map(|violation| violation.below(PAYLOAD)).collect(),
        Err(violation) => vec![violation],
    };
    if let Some(legacy) = objective.text()
        && let Some(successor) = schemas::successor(legacy)
    {
        for violation in violations.iter_mut().filter(|violation| violation.pointer == objective.pointer()) {
            *violation = objective
                .violation(format!("{legacy} is a legacy objective, which Meta no longer takes for new campaigns."))
                .suggest(format!("Use {successor}."));
        }
    }
    violations
}
