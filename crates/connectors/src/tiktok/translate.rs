//! Tickets to requests. Pure: the same ticket always makes the same requests.

mod change;
mod create;
mod values;

use domain::{RequestType, qa::AdFacts};
use serde_json::Value;

use crate::{Brief, ConnectorSettings, PayloadSchema, PlatformTranslator, Translation};

use super::{
    options::Options,
    rulebook::{self, Rulebooks},
};

/// Tickets to requests.
pub(super) struct TiktokTranslator {
    settings: ConnectorSettings,
    options: Options,
    books: Rulebooks,
}

impl TiktokTranslator {
    /// A translator for these settings.
    pub(super) fn new(settings: ConnectorSettings, options: Options) -> Self {
        let books = Rulebooks::new(options.flow);
        Self { settings, options, books }
    }

    /// The account of a ticket that creates: its own, or the configured one.
    fn advertiser(&self, named: Option<&Value>) -> Option<String> {
        let configured = || self.settings.default_account.as_deref();
        let id = named.and_then(Value::as_str).or_else(configured)?.trim();
        (!id.is_empty()).then(|| id.to_owned())
    }
}

impl PlatformTranslator for TiktokTranslator {
    fn translate(&self, brief: &Brief<'_>) -> Translation {
        let translation = match brief.ticket.request_type {
            RequestType::CreateCampaign | RequestType::CreateCampaignTree => create::translate(self, brief),
            RequestType::Pause | RequestType::Resume | RequestType::UpdateBudget => change::translate(self, brief),
        };
        let facts = AdFacts {
            has_credentials: self.settings.access_token.is_some(),
            sandbox: self.settings.sandbox,
            ..translation.facts
        };
        // A request that is known to be wrong is not offered for sending.
        let steps = if facts.payload_faults.is_empty() { translation.steps } else { Vec::new() };
        Translation { steps, facts }
    }

    fn schemas(&self) -> Vec<PayloadSchema> {
        self.books.published()
    }

    fn combinations(&self) -> Value {
        rulebook::combinations()
    }
}

/// What to say where neither ticket nor settings name an account.
const NO_ADVERTISER: (&str, &str) =
    ("No advertiser is named.", "Add \"advertiser_id\", or configure TIKTOK_ADVERTISER_ID.");
