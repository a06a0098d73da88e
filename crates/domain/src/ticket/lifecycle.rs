//! A ticket's way from draft to the platform. `TicketState::apply` is the only authority on it: the API, the board and
//! the worker all use this one table.

use serde::{Deserialize, Serialize};
use strum::{EnumIter, EnumString, IntoStaticStr, VariantNames};

use crate::Word;

/// The state of a ticket, with its data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TicketState {
    /// Being filled in.
    Draft,
    /// QA is checking it.
    QaTesting,
    /// QA refused it.
    QaFailed {
        /// The summary of all findings.
        reason: String,
    },
    /// QA passed exactly the input of this digest.
    ReadyForApi {
        /// The digest of QA's whole input: ticket, campaign, brand, market, requests and rules.
        digest: String,
    },
    /// The object exists on the platform under this id.
    TraffickedSuccess {
        /// The platform's id of the object; never empty.
        external_id: ExternalId,
    },
    /// The platform refused it, or was unreachable for too long.
    Failed {
        /// The reason, for a planner.
        reason: String,
    },
}

/// A platform's id of an object: 1 to 64 digits, not all of them 0. Platforms write their ids like this, and other text
/// must never become a part of an address.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct ExternalId(String);

impl ExternalId {
    /// The form of an id, for sentences.
    pub const FORM: &str = "1 to 64 digits, such as 120210000000000000";

    /// The longest id, in digits.
    const LONGEST: usize = 64;

    /// The id, if it has an id's form.
    pub fn new(id: impl Into<String>) -> Option<Self> {
        Some(Self(id.into())).filter(Self::has_the_form)
    }

    /// An id from our own database, in any form: older versions accepted any text. Check [`Self::has_the_form`] before
    /// it is sent.
    pub fn stored(id: impl Into<String>) -> Self {
        Self(id.into())
    }

    /// Returns true if it has an id's form.
    pub fn has_the_form(&self) -> bool {
        (1..=Self::LONGEST).contains(&self.0.len())
            && self.0.bytes().all(|byte| byte.is_ascii_digit())
            && self.0.bytes().any(|byte| byte != b'0')
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Returns true if a text is the id of an ad account, without a platform's prefix: 1 to 64 digits.
pub fn is_account_id(text: &str) -> bool {
    (1..=ExternalId::LONGEST).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

impl std::fmt::Display for ExternalId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// A ticket's state without its data: the word in the API and the database.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    EnumString,
    IntoStaticStr,
    EnumIter,
    VariantNames,
)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum TicketStatus {
    /// See [`TicketState::Draft`].
    Draft,
    /// See [`TicketState::QaTesting`].
    QaTesting,
    /// See [`TicketState::QaFailed`].
    QaFailed,
    /// See [`TicketState::ReadyForApi`].
    ReadyForApi,
    /// See [`TicketState::TraffickedSuccess`].
    TraffickedSuccess,
    /// See [`TicketState::Failed`].
    Failed,
}

impl TicketStatus {
    /// The moves that a person may make with a ticket here, for the sentence of a refusal.
    pub fn legal_moves(self) -> &'static str {
        match self {
            Self::Draft => "run QA (QA_TESTING), edit it, or write back an id by hand (TRAFFICKED_SUCCESS)",
            Self::QaTesting => "wait for QA to end in READY_FOR_API or QA_FAILED",
            Self::QaFailed | Self::Failed => {
                "edit it (DRAFT), run QA again (QA_TESTING), or write back an id by hand (TRAFFICKED_SUCCESS)"
            }
            Self::ReadyForApi => {
                "deploy it, edit it (DRAFT), run QA again (QA_TESTING), or write back an id by hand (TRAFFICKED_SUCCESS)"
            }
            Self::TraffickedSuccess => "nothing: it is on the platform, and this state is final",
        }
    }
}

/// The events of a ticket.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TicketEvent {
    /// Somebody requests QA.
    QaRequested,
    /// QA found no error in the input of this digest.
    QaPassed {
        /// The digest of QA's whole input.
        digest: String,
    },
    /// QA found errors.
    QaBlocked {
        /// The summary of all findings.
        reason: String,
    },
    /// A reviewer refuses the ticket by hand.
    Rejected {
        /// The reason.
        reason: String,
    },
    /// The ticket, or another input of QA, changed.
    Edited,
    /// A deployment brought it to the platform.
    Trafficked {
        /// The id in the platform's answer.
        external_id: ExternalId,
    },
    /// A deployment ended without success.
    DeploymentFailed {
        /// The reason, for a planner.
        reason: String,
    },
    /// It was trafficked outside the system, and somebody writes its id back.
    WrittenBack {
        /// The id on the platform.
        external_id: ExternalId,
    },
}

impl TicketEvent {
    /// The event's name in a sentence.
    fn describe(&self) -> &'static str {
        match self {
            Self::QaRequested => "run QA on it",
            Self::QaPassed { .. } => "pass QA",
            Self::QaBlocked { .. } => "fail QA",
            Self::Rejected { .. } => "reject it",
            Self::Edited => "edit it",
            Self::Trafficked { .. } => "be trafficked",
            Self::DeploymentFailed { .. } => "fail to deploy",
            Self::WrittenBack { .. } => "write back an id",
        }
    }
}

/// A move that the table does not have.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("The ticket is {}, so you cannot {attempted}. You can {}.", from.as_str(), from.legal_moves())]
pub struct IllegalMove {
    /// The ticket's status.
    pub from: TicketStatus,
    /// The attempted event.
    pub attempted: &'static str,
}

impl TicketState {
    /// The state after `event`, or the refusal.
    pub fn apply(self, event: TicketEvent) -> Result<Self, IllegalMove> {
        use TicketEvent as E;
        use TicketState as S;
        match (self, event) {
            (S::Draft | S::QaFailed { .. } | S::Failed { .. } | S::ReadyForApi { .. }, E::QaRequested) => {
                Ok(S::QaTesting)
            }
            (S::QaTesting, E::QaPassed { digest }) => Ok(S::ReadyForApi { digest }),
            (S::QaTesting, E::QaBlocked { reason })
            | (S::Draft | S::QaFailed { .. } | S::ReadyForApi { .. }, E::Rejected { reason }) => {
                Ok(S::QaFailed { reason })
            }
            (S::Draft | S::QaFailed { .. } | S::Failed { .. } | S::ReadyForApi { .. }, E::Edited) => Ok(S::Draft),
            (S::ReadyForApi { .. }, E::DeploymentFailed { reason }) => Ok(S::Failed { reason }),
            (S::ReadyForApi { .. }, E::Trafficked { external_id })
            | (
                S::Draft | S::QaFailed { .. } | S::Failed { .. } | S::ReadyForApi { .. },
                E::WrittenBack { external_id },
            ) => Ok(S::TraffickedSuccess { external_id }),
            (from, event) => Err(IllegalMove { from: from.status(), attempted: event.describe() }),
        }
    }

    /// The state's word.
    pub fn status(&self) -> TicketStatus {
        match self {
            Self::Draft => TicketStatus::Draft,
            Self::QaTesting => TicketStatus::QaTesting,
            Self::QaFailed { .. } => TicketStatus::QaFailed,
            Self::ReadyForApi { .. } => TicketStatus::ReadyForApi,
            Self::TraffickedSuccess { .. } => TicketStatus::TraffickedSuccess,
            Self::Failed { .. } => TicketStatus::Failed,
        }
    }

    /// The reason why it cannot continue, in the states that have one.
    pub fn reason(&self) -> Option<&str> {
        match self {
            Self::QaFailed { reason } | Self::Failed { reason } => Some(reason),
            _ => None,
        }
    }

    /// The platform's id, if there is one.
    pub fn external_id(&self) -> Option<&ExternalId> {
        match self {
            Self::TraffickedSuccess { external_id } => Some(external_id),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests;
