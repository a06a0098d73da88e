//! How long Meta says to wait. Marketing API, rate-limiting: there is no `Retry-After`, but headers of JSON.

use std::{collections::BTreeMap, time::Duration};

use domain::Timestamp;
use serde::Deserialize;

use crate::http::Answer;

/// One entry of `X-Business-Use-Case-Usage`.
#[derive(Deserialize)]
struct UseCase {
    /// Minutes.
    #[serde(default)]
    estimated_time_to_regain_access: u64,
}

/// `X-Ad-Account-Usage`.
#[derive(Deserialize)]
struct AccountUsage {
    /// Per cent of the limit.
    acc_id_util_pct: f64,
    /// Seconds.
    #[serde(default)]
    reset_time_duration: u64,
}

/// Until the account may be called again. The header is keyed by ad account or business; without an entry of the account's
/// own the longest of all counts.
pub(super) fn until_access(answer: &Answer, account: Option<&str>) -> Option<Duration> {
    let by_use_case = answer
        .header("x-business-use-case-usage")
        .and_then(|text| serde_json::from_str::<BTreeMap<String, Vec<UseCase>>>(text).ok())
        .and_then(|usage| {
            let own = account.and_then(|account| usage.get(account));
            let entries: Vec<&UseCase> =
                own.map_or_else(|| usage.values().flatten().collect(), |own| own.iter().collect());
            entries.iter().map(|entry| entry.estimated_time_to_regain_access).max()
        })
        .and_then(|minutes| minutes.checked_mul(60));
    let by_account = answer
        .header("x-ad-account-usage")
        .and_then(|text| serde_json::from_str::<AccountUsage>(text).ok())
        .filter(|usage| usage.acc_id_util_pct >= 100.0)
        .map(|usage| usage.reset_time_duration);
    by_use_case.max(by_account).filter(|seconds| *seconds > 0).map(Duration::from_secs)
}

/// `Retry-After` (RFC 9110, 10.2.3), in seconds or as a date: Meta sends none, proxies and sandboxes do.
pub(super) fn retry_after(answer: &Answer, now: Timestamp) -> Option<Duration> {
    let text = answer.header("retry-after")?.trim();
    if let Ok(seconds) = text.parse() {
        return Some(Duration::from_secs(seconds));
    }
    let until = jiff::fmt::rfc2822::parse(text).ok()?.timestamp();
    // A date is cut to whole seconds, so one that is passing now still means a moment.
    Some(Duration::try_from(until.duration_since(now)).unwrap_or(Duration::ZERO))
}
