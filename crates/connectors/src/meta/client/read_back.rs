//! Reading an object back after it was created. Graph API, reading: `GET /{id}?fields=…`; only fields that were sent are
//! asked for, since Meta refuses a read as a whole for one field that a node does not have.

use domain::{
    Timestamp,
    deployment::{ObjectKind, PlannedStep, ReadBack, RequestTemplate},
    ticket::lifecycle::ExternalId,
};
use reqwest::Method;
use serde_json::Value;

use crate::{
    ReadBackReply, compare,
    http::{ANSWER_LIMIT, SendGate, path},
};

use super::{
    super::classify::{self, Asked, Context, Verdict},
    MetaClient, no_token,
};

/// What Meta shows of what can be sent (platforms.md 1.3 to 1.7), but for what it shows in another form: an ad's `creative`
/// is asked by id, and a creative's content is stored as a post.
fn shown(kind: ObjectKind) -> &'static [&'static str] {
    match kind {
        ObjectKind::Campaign => &[
            "name",
            "objective",
            "status",
            "special_ad_categories",
            "special_ad_category_country",
            "buying_type",
            "daily_budget",
            "lifetime_budget",
            "bid_strategy",
            "spend_cap",
            "start_time",
            "stop_time",
        ],
        ObjectKind::AdSet => &[
            "name",
            "campaign_id",
            "status",
            "targeting",
            "billing_event",
            "optimization_goal",
            "daily_budget",
            "lifetime_budget",
            "bid_amount",
            "bid_strategy",
            "start_time",
            "end_time",
            "destination_type",
            "promoted_object",
        ],
        ObjectKind::Ad => &["name", "adset_id", "status"],
        ObjectKind::Creative => &["name"],
        ObjectKind::Update => &[],
    }
}

pub(super) async fn run(
    client: &MetaClient,
    step: &PlannedStep,
    request: &RequestTemplate,
    id: &ExternalId,
    now: Timestamp,
) -> ReadBackReply {
    let Value::Object(meant) = &request.body else {
        let (_, record) = no_token("GET", client.url(""), Value::Null, now);
        return ReadBackReply { read_back: ReadBack::Unread("Nothing was meant.".to_owned()), record };
    };
    let fields: Vec<&str> = shown(step.kind).iter().copied().filter(|field| meant.contains_key(*field)).collect();
    let url = client.url(&format!("{}?fields={}", path(&[id.as_str()]), fields.join(",")));
    let Some(wire) = client.request(Method::GET, url.clone(), Value::Null, ANSWER_LIMIT) else {
        let (_, record) = no_token("GET", url, Value::Null, now);
        return ReadBackReply { read_back: ReadBack::Unread("There is no token.".to_owned()), record };
    };
    let (answer, mut record) = client.http.exchange(wire, SendGate::open(), now).await;
    let read_back = match answer {
        Err(none) => ReadBack::Later(none.message),
        Ok(answer) => {
            let context = Context { asked: Asked::Read, account: None, now };
            match (classify::failure(&answer, context), answer.json()) {
                (Some(Verdict { code, outcome }), _) => {
                    let why = format!("Meta answered {}.", code.as_deref().unwrap_or("a failure"));
                    record.platform_code = code;
                    crate::compare::unread(&outcome, why)
                }
                (None, Some(found @ Value::Object(_))) => {
                    ReadBack::Compared(compare::differences(meant, found, &fields))
                }
                (None, _) => ReadBack::Unread("Meta's answer was not the JSON that it documents.".to_owned()),
            }
        }
    };
    read_back.word().clone_into(&mut record.outcome);
    ReadBackReply { read_back, record }
}
