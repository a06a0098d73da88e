//! Tickets to requests. Pure: the same ticket always makes the same requests.

mod change;
mod create;
mod values;

use domain::{RequestType, qa::AdFacts, ticket::lifecycle::is_account_id};
use serde_json::Value;

use crate::{Brief, PayloadSchema, PlatformTranslator, Translation, rules::Books};

use super::{
    schemas::{self, TiktokSchemas},
    settings::{Flow, Settings},
};

/// Tickets to requests.
pub(super) struct TiktokTranslator {
    settings: Settings,
    manual: Setup,
    smart_plus: Setup,
}

/// The settings and schemas of one flow.
pub(super) struct Setup {
    settings: Settings,
    books: Books<TiktokSchemas>,
}

impl Setup {
    fn new(settings: &Settings, flow: Flow) -> Self {
        Self { settings: Settings { campaign_flow: flow, ..settings.clone() }, books: Books::new(TiktokSchemas(flow)) }
    }
}

impl TiktokTranslator {
    /// A translator for these settings.
    pub(super) fn new(settings: Settings) -> Self {
        let setup = |flow| Setup::new(&settings, flow);
        Self { manual: setup(Flow::Manual), smart_plus: setup(Flow::SmartPlus), settings }
    }

    /// The flow of a ticket: the flow that made what exists of it, whatever is configured by now.
    fn setup(&self, made_by: Option<&str>) -> &Setup {
        match made_by.map_or(self.settings.campaign_flow, Flow::that_made) {
            Flow::Manual => &self.manual,
            Flow::SmartPlus => &self.smart_plus,
        }
    }

    /// The account of a ticket that creates: its own, or the configured one.
    fn advertiser(&self, named: Option<&Value>) -> Option<String> {
        let configured = || self.settings.common.default_account.as_deref();
        let id = named.and_then(Value::as_str).or_else(configured)?.trim();
        is_account_id(id).then(|| id.to_owned())
    }
}

impl PlatformTranslator for TiktokTranslator {
    fn translate(&self, brief: &Brief<'_>) -> Translation {
        let translation = match brief.ticket.request_type {
            RequestType::CreateCampaign | RequestType::CreateCampaignTree => create::translate(self, brief),
            RequestType::Pause | RequestType::Resume | RequestType::UpdateBudget => change::translate(self, brief),
        };
        let facts = AdFacts {
            has_credentials: self.settings.common.access_token.is_some(),
            sandbox: self.settings.common.sandbox,
            ..translation.facts
        };
        // A request that is known to be wrong is not offered for sending.
        let steps = if facts.payload_violations.is_empty() { translation.steps } else { Vec::new() };
        Translation { steps, facts }
    }

    fn schemas(&self) -> Vec<PayloadSchema> {
        self.setup(None).books.published()
    }

    fn combinations(&self) -> Value {
        schemas::combinations()
    }
}

/// What to say where neither ticket nor settings name an account.
const NO_ADVERTISER: (&str, &str) =
    ("No advertiser is named.", "Add \"advertiser_id\", or configure TIKTOK_ADVERTISER_ID.");
