//! Reading an object back after it was created, from the list that shows it by its id (the same lists as for look-ups).

use domain::{
    Timestamp,
    deployment::{ObjectKind, PlannedStep, ReadBack, RequestTemplate},
    ticket::lifecycle::ExternalId,
};
use reqwest::Method;
use serde_json::{Map, Value, json};

use crate::{
    ReadBackReply, compare,
    http::{ANSWER_LIMIT, SendGate, value},
};

use super::{
    super::{
        classify::{self, Purpose, Reading},
        settings::Flow,
    },
    TiktokClient,
};

/// One kind of object: its list, how that is narrowed down to one id, and what it shows of what can be sent
/// (platforms.md 2.3 to 2.7).
struct Shown {
    path: &'static str,
    filter: &'static str,
    fields: &'static [&'static str],
}

fn shown(kind: ObjectKind, smart_plus: bool) -> Option<Shown> {
    Some(match kind {
        ObjectKind::Campaign => Shown {
            path: "/campaign/get/",
            filter: "campaign_ids",
            fields: &[
                "campaign_name",
                "objective_type",
                "budget_mode",
                "budget",
                "operation_status",
                "special_industries",
                "app_promotion_type",
            ],
        },
        ObjectKind::AdSet => Shown {
            path: "/adgroup/get/",
            filter: "adgroup_ids",
            fields: &[
                "adgroup_name",
                "campaign_id",
                "operation_status",
                "promotion_type",
                "placements",
                "location_ids",
                "age_groups",
                "gender",
                "languages",
                "budget_mode",
                "budget",
                "schedule_type",
                "schedule_start_time",
                "schedule_end_time",
                "billing_event",
                "optimization_goal",
                "bid_type",
                "bid_price",
                "conversion_bid_price",
                "brand_safety_type",
            ],
        },
        ObjectKind::Ad if smart_plus => Shown {
            path: "/smart_plus/ad/get/",
            filter: "smart_plus_ad_ids",
            fields: &["ad_name", "adgroup_id", "operation_status"],
        },
        ObjectKind::Ad => Shown {
            path: "/ad/get/",
            filter: "ad_ids",
            fields: &["ad_name", "adgroup_id", "operation_status", "ad_format", "video_id", "landing_page_url"],
        },
        ObjectKind::Creative | ObjectKind::Update => return None,
    })
}

pub(super) async fn run(
    client: &TiktokClient,
    step: &PlannedStep,
    request: &RequestTemplate,
    id: &ExternalId,
    now: Timestamp,
) -> Option<ReadBackReply> {
    let smart_plus = Flow::that_made(&request.path) == Flow::SmartPlus;
    let shown = shown(step.kind, smart_plus)?;
    let meant = meant(&request.body)?;
    let advertiser = request.body.get("advertiser_id").and_then(Value::as_str).unwrap_or_default();
    let filtering = json!({shown.filter: [id.as_str()]}).to_string();
    let path = format!("{}?advertiser_id={}&filtering={}", shown.path, value(advertiser), value(&filtering));
    let wire = client.request(Method::GET, &path, Value::Null, ANSWER_LIMIT);
    let (answer, mut record) = client.exchange(wire, SendGate::open(), now).await;
    let read_back = match answer {
        Err(none) => ReadBack::Later(none.message),
        Ok(answer) => {
            let (reading, code) = classify::read(&answer, Purpose::Read, now);
            let read_back = match &reading {
                Reading::Failure(outcome) => compare::unread(outcome, format!("TikTok answered {code}.")),
                Reading::Success(data) => match data.pointer("/list/0") {
                    Some(found) => ReadBack::Compared(compare::differences(&meant, found, shown.fields)),
                    None => ReadBack::Later("TikTok does not list it yet.".to_owned()),
                },
            };
            record.platform_code = Some(code);
            read_back
        }
    };
    read_back.word().clone_into(&mut record.outcome);
    Some(ReadBackReply { read_back, record })
}

/// What a request meant for its object: an ad stands in a list of one.
fn meant(body: &Value) -> Option<Map<String, Value>> {
    let mut fields = body.as_object()?.clone();
    if let Some(Value::Object(ad)) = body.pointer("/creatives/0") {
        fields.extend(ad.clone());
    }
    Some(fields)
}
