//! Steps: the objects that a ticket becomes, in the order in which the platform wants them.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use strum::{EnumString, IntoStaticStr};

use crate::{DeploymentId, StepId, Timestamp, ticket::lifecycle::ExternalId};

use super::{
    InFlight,
    request::{RequestTemplate, marked, marker},
};

/// The kind of the object that a step makes or changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, EnumString, IntoStaticStr)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum ObjectKind {
    /// A campaign.
    Campaign,
    /// An ad set (Meta) or ad group (`TikTok`, Google).
    AdSet,
    /// An ad creative (Meta).
    Creative,
    /// An ad.
    Ad,
    /// A change of an object that exists: saying it twice is harmless.
    Update,
}

/// The search for a step's object by its exact name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lookup {
    /// The kind of the object.
    pub kind: ObjectKind,
    /// The account's id without prefix.
    pub account_id: String,
    /// The exact name.
    pub name: String,
    /// The parent that the object lies in, where that narrows the search.
    pub parent: Option<Parent>,
}

/// The object that another lies in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub enum Parent {
    /// The object of the step with this key, whose id is not known yet.
    Step(String),
    /// An object whose id is known.
    Id(ExternalId),
}

impl Parent {
    /// The id, once it is known.
    pub fn id(&self) -> Option<&ExternalId> {
        match self {
            Self::Step(_) => None,
            Self::Id(id) => Some(id),
        }
    }
}

impl From<String> for Parent {
    fn from(stored: String) -> Self {
        match marked(&stored) {
            Some(key) => Self::Step(key.to_owned()),
            None => Self::Id(ExternalId::stored(stored)),
        }
    }
}

impl From<Parent> for String {
    fn from(parent: Parent) -> Self {
        match parent {
            Parent::Step(key) => marker(&key),
            Parent::Id(id) => id.as_str().to_owned(),
        }
    }
}

/// A step as a connector plans it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PlannedStep {
    /// Unique within the ticket: `campaign`, `ad_set_1`, `creative_1_2`, `ad_1_2`.
    pub key: String,
    /// The kind of its object.
    pub kind: ObjectKind,
    /// The object's unique name on the platform.
    pub name: String,
    /// The request.
    pub request: RequestTemplate,
    /// The search for the object; none for a change that may be repeated.
    pub lookup: Option<Lookup>,
}

/// The state of a step.
#[derive(Debug, Clone, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "UPPERCASE")]
pub enum StepState {
    /// Nothing was sent, or what was sent was surely not accepted.
    Planned,
    /// The intent is written: it may have been sent, and its outcome is not known.
    Sent {
        /// The time of the event.
        at: Timestamp,
        /// The platform may still be at it, or not.
        in_flight: InFlight,
        /// The number of searches in a row that found nothing.
        misses: i32,
    },
    /// The object exists.
    Done {
        /// Its id.
        external_id: ExternalId,
    },
    /// The platform refused it.
    Refused {
        /// The platform's message.
        reason: String,
    },
}

/// A field of an object that is not on the platform as it was meant.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Difference {
    /// Its path in the request's body: `daily_budget`, `targeting/geo_locations/countries`.
    pub field: String,
    /// The value that was sent.
    pub meant: Value,
    /// The platform's value; null where it shows nothing.
    pub found: Value,
}

/// The result of reading an object back after it was created.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReadBack {
    /// These fields differ from what was meant; none when all is well.
    Compared(Vec<Difference>),
    /// It could not be read yet, and is tried once more before the deployment ends; says why.
    Later(String),
    /// It could not be read; says why.
    Unread(String),
}

impl ReadBack {
    /// The word in the timeline of attempts.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Compared(differences) if differences.is_empty() => "agrees",
            Self::Compared(_) => "differs",
            Self::Later(_) | Self::Unread(_) => "unread",
        }
    }
}

/// A step of a deployment.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// Identity.
    pub id: StepId,
    /// The deployment.
    pub deployment_id: DeploymentId,
    /// Its place in the order, from 0.
    pub position: i32,
    /// The plan.
    pub plan: PlannedStep,
    /// A 63-bit number as text, the same however often the step is sent.
    pub idempotency_key: String,
    /// The state.
    pub state: StepState,
    /// The result of reading its object back; none before, and for changes.
    pub read_back: Option<ReadBack>,
}

impl Step {
    /// Returns whether its object is, or may be, on the platform.
    pub fn may_exist(&self) -> bool {
        matches!(self.state, StepState::Sent { .. } | StepState::Done { .. })
    }

    /// Returns whether sending it twice is harmless, so that an unknown outcome needs no search.
    pub fn is_repeatable(&self) -> bool {
        self.plan.lookup.is_none()
    }
}
