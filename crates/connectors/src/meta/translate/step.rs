//! Steps that create: a request, and how to find its object again.

use domain::deployment::{Lookup, ObjectKind, Parent, PlannedStep, Reference, RequestTemplate};
use serde::Serialize;
use serde_json::Value;

use crate::http::path;

/// A new object of an account.
pub(super) struct Create<'a> {
    pub(super) key: String,
    pub(super) kind: ObjectKind,
    pub(super) account: &'a str,
    pub(super) name: String,
    /// The key of the step that makes the parent that it lies in.
    pub(super) parent: Option<&'a str>,
}

impl Create<'_> {
    /// The step that sends `body`, with these references filled in, to the object's edge.
    pub(super) fn step(self, body: &impl Serialize, references: Vec<Reference>) -> PlannedStep {
        let path = path(&[&format!("act_{}", self.account), edge(self.kind)]);
        PlannedStep {
            request: RequestTemplate::post(path, body_of(body), references),
            lookup: Some(Lookup {
                kind: self.kind,
                account_id: self.account.to_owned(),
                name: self.name.clone(),
                parent: self.parent.map(|key| Parent::Step(key.to_owned())),
            }),
            key: self.key,
            kind: self.kind,
            name: self.name,
        }
    }
}

/// The account's edge where objects of a kind are created and listed.
pub(in crate::meta) fn edge(kind: ObjectKind) -> &'static str {
    match kind {
        ObjectKind::AdSet => "adsets",
        ObjectKind::Creative => "adcreatives",
        ObjectKind::Ad => "ads",
        ObjectKind::Campaign | ObjectKind::Update => "campaigns",
    }
}

/// A body as JSON. Our bodies have string keys only, so this cannot fail; a test translates every kind.
pub(super) fn body_of(body: &impl Serialize) -> Value {
    serde_json::to_value(body).unwrap_or_default()
}

/// A time as Meta writes it. Graph API, dates.
pub(super) fn time(at: domain::Timestamp) -> String {
    at.strftime("%Y-%m-%dT%H:%M:%S+0000").to_string()
}
