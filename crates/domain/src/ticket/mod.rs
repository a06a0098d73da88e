//! Tickets: one request to one platform, and its states.

pub mod lifecycle;
mod request_type;

use serde_json::{Map, Value};

use crate::{CampaignId, ChannelId, Money, TicketId, Timestamp, Version, Violation, qa::Finding, text::Field};

pub use lifecycle::{IllegalMove, TicketEvent, TicketState, TicketStatus};
pub use request_type::RequestType;

/// A ticket.
#[derive(Debug, Clone, PartialEq)]
pub struct Ticket {
    /// Identity.
    pub id: TicketId,
    /// The campaign that it traffics.
    pub campaign_id: CampaignId,
    /// The channel.
    pub channel_id: ChannelId,
    /// The type of the request to the platform.
    pub request_type: RequestType,
    /// The planner's configuration, in the connector's terms.
    pub payload_config: Map<String, Value>,
    /// Distinguishes tickets of one campaign on one channel.
    pub variant: Option<String>,
    /// The generated name, with the real channel; unique. By it our objects are found again on the platform.
    pub name: String,
    /// Its state.
    pub state: TicketState,
    /// QA's last findings, including warnings.
    pub findings: Vec<Finding>,
    /// The budget over its whole flight, if its configuration contains it.
    pub planned: Option<Money>,
    /// The time of its creation.
    pub created_at: Timestamp,
    /// The time of its last change.
    pub updated_at: Timestamp,
    /// The number of its changes.
    pub version: Version,
}

const QA_FAILURE_REASON: Field = Field::lines("/qa_failure_reason", "The reason", 2_000);

/// Reads a person's reason for refusing a ticket; may be empty.
pub fn parse_qa_failure_reason(typed: &str) -> Result<String, Violation> {
    QA_FAILURE_REASON.read_or_empty(typed)
}

/// Reads a variant: 1 to 40 ASCII letters and digits, kept in the typed form.
pub fn parse_variant(variant: &str) -> Result<String, Violation> {
    if (1..=40).contains(&variant.len()) && variant.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        Ok(variant.to_owned())
    } else {
        Err(Violation::at(
            "/variant",
            format!("{variant:?} is not a valid variant: it is appended to the ticket's name."),
        )
        .suggest("Use 1 to 40 letters and digits, such as \"B\" or \"Retargeting2\"."))
    }
}
