//! Entities in the event log: with the fields of the API.

use domain::{Brand, Campaign, Channel, Market, Ticket};
use serde_json::{Map, Value, json};

/// An entity that the event log can show.
pub(crate) trait Snapshot {
    /// The type of the event of its creation.
    const CREATED: &'static str;
    /// The type of the event of its change.
    const CHANGED: &'static str;
    /// The type of the event of its deletion.
    const DELETED: &'static str;

    /// The entity's name in events: `markets/<id>`.
    fn subject(&self) -> String;

    /// Its fields.
    fn snapshot(&self) -> Value;

    /// Further data in every event of it, for readers who follow only some entities.
    fn context(&self) -> Map<String, Value> {
        Map::new()
    }
}

impl Snapshot for Market {
    const CREATED: &'static str = "market.created";
    const CHANGED: &'static str = "market.changed";
    const DELETED: &'static str = "market.deleted";

    fn subject(&self) -> String {
        format!("markets/{}", self.id)
    }

    fn snapshot(&self) -> Value {
        json!({
            "code": self.code, "country": self.country, "country_code": self.country_code, "countries": self.countries,
            "region": self.region, "version": self.version,
        })
    }
}

impl Snapshot for Brand {
    const CREATED: &'static str = "brand.created";
    const CHANGED: &'static str = "brand.changed";
    const DELETED: &'static str = "brand.deleted";

    fn subject(&self) -> String {
        format!("brands/{}", self.id)
    }

    fn snapshot(&self) -> Value {
        json!({
            "name": self.name, "internal_code": self.internal_code, "family_friendly": self.family_friendly,
            "version": self.version,
        })
    }
}

impl Snapshot for Channel {
    const CREATED: &'static str = "channel.created";
    const CHANGED: &'static str = "channel.changed";
    const DELETED: &'static str = "channel.deleted";

    fn subject(&self) -> String {
        format!("channels/{}", self.id)
    }

    fn snapshot(&self) -> Value {
        json!({
            "platform_name": self.platform_name, "platform": self.recorded_platform,
            "api_identifier": self.api_identifier, "version": self.version,
        })
    }
}

impl Snapshot for Campaign {
    const CREATED: &'static str = "campaign.created";
    const CHANGED: &'static str = "campaign.changed";
    const DELETED: &'static str = "campaign.deleted";

    fn subject(&self) -> String {
        format!("campaigns/{}", self.id)
    }

    fn snapshot(&self) -> Value {
        json!({
            "name": self.name, "campaign_name": self.campaign_name, "brand_id": self.brand_id, "market_id": self.market_id,
            "budget": self.budget.to_decimal(), "currency": self.budget.currency, "status": self.status,
            "start_date": self.start_date, "end_date": self.end_date, "version": self.version,
        })
    }
}

impl Snapshot for Ticket {
    const CREATED: &'static str = "ticket.created";
    const CHANGED: &'static str = "ticket.changed";
    const DELETED: &'static str = "ticket.deleted";

    fn subject(&self) -> String {
        format!("tickets/{}", self.id)
    }

    fn snapshot(&self) -> Value {
        json!({
            "name": self.name, "campaign_id": self.campaign_id, "channel_id": self.channel_id,
            "request_type": self.request_type, "payload_config": self.payload_config, "variant": self.variant,
            "status": self.state.status(), "external_platform_id": self.state.external_id(),
            "qa_failure_reason": self.state.reason(), "version": self.version,
        })
    }

    fn context(&self) -> Map<String, Value> {
        ticket_context(self)
    }
}

/// The campaign and the channel of a ticket, in the data of all `ticket.*` events.
pub(crate) fn ticket_context(ticket: &Ticket) -> Map<String, Value> {
    [("campaign_id", ticket.campaign_id.to_string()), ("channel_id", ticket.channel_id.to_string())]
        .map(|(key, id)| (key.to_owned(), Value::from(id)))
        .into_iter()
        .collect()
}

/// `data` and `context` in one object.
pub(crate) fn with_context(mut data: Value, context: Map<String, Value>) -> Value {
    if let Value::Object(fields) = &mut data {
        fields.extend(context);
    }
    data
}

/// `{"before": …, "after": …}` with the fields that differ.
pub(crate) fn difference(before: Value, after: Value) -> Value {
    let (Value::Object(before), Value::Object(after)) = (before, after) else {
        return Value::Null;
    };
    let mut was = Map::new();
    let mut is = Map::new();
    for (key, value) in after {
        let old = before.get(&key).cloned().unwrap_or_default();
        if old != value {
            was.insert(key.clone(), old);
            is.insert(key, value);
        }
    }
    json!({"before": was, "after": is})
}
