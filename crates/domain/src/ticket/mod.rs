//! Tickets: one request to one platform, and the way it takes there.

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
    /// Where it goes.
    pub channel_id: ChannelId,
    /// What is asked of the platform.
    pub request_type: RequestType,
    /// What the planner configured, in the connector's terms.
    pub payload_config: Map<String, Value>,
    /// Tells tickets of one campaign on one channel apart.
    pub variant: Option<String>,
    /// The generated name, with the real channel; unique. It is how our objects are found again on the platform.
    pub name: String,
    /// Where it is on its way.
    pub state: TicketState,
    /// What QA last found, warnings included.
    pub findings: Vec<Finding>,
    /// What it would spend over its whole flight, where its configuration says so.
    pub planned: Option<Money>,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it last changed.
    pub updated_at: Timestamp,
    /// How often it changed.
    pub version: Version,
}

const QA_FAILURE_REASON: Field = Field::lines("/qa_failure_reason", "The reason", 2_000);

/// Reads the reason for which a person refuses a ticket; may be empty.
pub fn parse_qa_failure_reason(typed: &str) -> Result<String, Violation> {
    QA_FAILURE_REASON.read_or_empty(typed)
}

/// Reads a variant: 1 to 40 ASCII letters and digits, kept as typed.
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
