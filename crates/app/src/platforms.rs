//! The platforms that have a connector: how each is set up, and what a planner may configure there.

use connectors::Connector;
use domain::PlatformId;
use serde::Serialize;
use serde_json::Value;
use strum::VariantNames as _;

use crate::{App, AppError, Result};

/// A platform that has a connector.
#[derive(Clone, Copy)]
pub struct PlatformView<'a>(&'a Connector);

/// The JSON Schema of `payload_config` for one request type and objective.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PayloadSchema {
    /// `CREATE_CAMPAIGN` and so on.
    pub request_type: &'static str,
    /// The objective that it holds for; none where it holds for all.
    pub objective: Option<String>,
    /// JSON Schema 2020-12; `x-` keywords carry what forms need besides.
    pub schema: Value,
}

impl PlatformView<'_> {
    /// Its identity.
    pub fn id(&self) -> PlatformId {
        self.0.platform
    }

    /// Returns whether the sandbox takes its calls.
    pub fn sandbox(&self) -> bool {
        self.0.settings.sandbox
    }

    /// True if a token is configured.
    pub fn has_credentials(&self) -> bool {
        self.0.settings.access_token.is_some()
    }

    /// The version of its API.
    pub fn api_version(&self) -> &str {
        &self.0.settings.api_version
    }

    /// The default account of tickets.
    pub fn default_account(&self) -> Option<&str> {
        self.0.settings.default_account.as_deref()
    }

    /// The schemas of `payload_config`, for every request type and objective. Computed again for each call.
    pub fn schemas(&self) -> Vec<PayloadSchema> {
        let schemas = self.0.translator.schemas().into_iter();
        schemas
            .map(|connectors::PayloadSchema { request_type, objective, schema }| PayloadSchema {
                request_type,
                objective,
                schema,
            })
            .collect()
    }

    /// Valid combinations of objective, optimisation goal, billing event and bid strategy, with their source.
    pub fn combinations(&self) -> Value {
        self.0.translator.combinations()
    }
}

impl App {
    /// Every platform that has a connector.
    pub fn platforms(&self) -> impl Iterator<Item = PlatformView<'_>> {
        self.connectors().iter().map(PlatformView)
    }

    /// The platform of that key or name.
    pub fn platform(&self, name: &str) -> Result<PlatformView<'_>> {
        let connector = PlatformId::from_name(name).and_then(|platform| self.connectors().get(platform));
        connector.map(PlatformView).ok_or_else(|| {
            let known = PlatformId::VARIANTS.join(", ");
            AppError::NotFound(format!("There is no connector for {name:?}; there are {known}."))
        })
    }
}
