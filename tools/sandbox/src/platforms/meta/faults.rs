//! Meta's answers under a fault when the request is not carried out.

use serde_json::json;

use super::error::Refusal;
use super::quota::use_case;
use crate::faults::FaultKind;
use crate::reply::Reply;
use crate::{Outcome, Rule};

pub(crate) fn answer(rule: &Rule, account: Option<&str>) -> Reply {
    let message = |usual: &str| rule.message.clone().unwrap_or_else(|| usual.to_owned());
    let refusal = match rule.kind {
        FaultKind::RateLimit429 => {
            Refusal::new(rule.code.unwrap_or(4), message("(#4) Application request limit reached"))
                .status(429)
                .throttled()
        }
        FaultKind::MetaThrottle | FaultKind::TiktokThrottle => {
            let usual = "There have been too many calls to this ad-account. Wait a bit and try again.";
            Refusal::new(rule.code.unwrap_or(80_004), message(usual)).throttled()
        }
        FaultKind::ServerError => {
            let usual = "An unexpected error has occurred. Please retry your request later.";
            Refusal::new(rule.code.unwrap_or(2), message(usual)).transient().status(500)
        }
        FaultKind::ExpiredToken => {
            let usual = "Error validating access token: Session has expired. The current time is later.";
            Refusal::new(rule.code.unwrap_or(190), message(usual)).subcode(463).status(401)
        }
        FaultKind::BadRequest => Refusal::new(rule.code.unwrap_or(100), message("(#100) Invalid parameter")),
        FaultKind::NoId
        | FaultKind::MalformedJson
        | FaultKind::PartialBody
        | FaultKind::Slow
        | FaultKind::Alter
        | FaultKind::DropBefore
        | FaultKind::DropAfter => {
            return Reply::json(200, json!({ "id": "0", "success": true }), Outcome::Faulted);
        }
    };
    let refusal = rule.subcode.into_iter().fold(refusal.faulted(), Refusal::subcode);
    let mut reply = rule.status.into_iter().fold(refusal, Refusal::status).into_reply(0);
    match rule.kind {
        FaultKind::RateLimit429 => {
            reply = reply.header("retry-after", &rule.retry_after_s.unwrap_or(30).to_string());
        }
        FaultKind::MetaThrottle => {
            let minutes = i64::try_from(rule.minutes.unwrap_or(5)).unwrap_or(i64::MAX);
            reply = reply.header("x-business-use-case-usage", &use_case(account.unwrap_or("0"), 100, minutes));
        }
        _ => {}
    }
    reply
}
