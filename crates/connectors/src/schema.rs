//! Payload schemas: the one that is published is the one that checks, and reading a configuration that may be wrong.

mod node;

use domain::{RequestType, Violation, schema::Schema};
use serde_json::Value;

pub use node::Node;

use crate::PayloadSchema;

/// Where `payload_config` stands in a ticket.
pub const PAYLOAD: &str = "/payload_config";

/// A platform's published schemas, compiled.
pub struct PayloadSchemas {
    published: Vec<PayloadSchema>,
    compiled: Vec<Result<Schema, domain::schema::SchemaError>>,
}

impl PayloadSchemas {
    /// Compiles what is to be published.
    pub fn new(published: Vec<PayloadSchema>) -> Self {
        let compiled = published.iter().map(|one| Schema::compile(&one.schema)).collect();
        Self { published, compiled }
    }

    /// What is published.
    pub fn published(&self) -> &[PayloadSchema] {
        &self.published
    }

    /// Everything that is wrong with `config`, by the schema of its request type and objective. An objective that has no
    /// schema is checked by the one for all, which refuses it. Pointers start at the ticket's root.
    pub fn check(&self, request_type: RequestType, objective: Option<&str>, config: &Value) -> Vec<Violation> {
        let found = self.position(request_type, objective).or_else(|| self.position(request_type, None));
        match found.and_then(|index| self.compiled.get(index)) {
            Some(Ok(schema)) => schema.check(config).into_iter().map(|violation| violation.below(PAYLOAD)).collect(),
            Some(Err(error)) => vec![Violation::at(PAYLOAD, format!("It cannot be checked: {error}."))],
            None => vec![Violation::at("/request_type", format!("{} is not supported here.", request_type.as_str()))],
        }
    }

    fn position(&self, request_type: RequestType, objective: Option<&str>) -> Option<usize> {
        self.published
            .iter()
            .position(|one| one.request_type == request_type.as_str() && one.objective.as_deref() == objective)
    }
}

/// A JSON file that is embedded in the binary; null where it is broken, which a test of its platform rules out.
pub fn embedded(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_default()
}
