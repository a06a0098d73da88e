//! The usage of Meta's limits, and the waits that it asks for. Marketing API, rate-limiting: there is no `Retry-After`,
//! but headers of JSON.

use std::{collections::BTreeMap, time::Duration};

use domain::deployment::account::Usage;
use serde::Deserialize;

use crate::http::{Answer, wait};

/// One entry of `X-Business-Use-Case-Usage`.
#[derive(Deserialize)]
struct UseCase {
    /// Minutes.
    #[serde(default, deserialize_with = "wait::whole")]
    estimated_time_to_regain_access: u64,
    /// This and the two below: per cent of the limit.
    #[serde(default, deserialize_with = "wait::percent")]
    call_count: f64,
    #[serde(default, deserialize_with = "wait::percent")]
    total_cputime: f64,
    #[serde(default, deserialize_with = "wait::percent")]
    total_time: f64,
}

impl UseCase {
    fn percent(&self) -> f64 {
        self.call_count.max(self.total_cputime).max(self.total_time)
    }
}

/// `X-Ad-Account-Usage`.
#[derive(Deserialize)]
struct AccountUsage {
    /// Per cent of the limit.
    #[serde(deserialize_with = "wait::percent")]
    acc_id_util_pct: f64,
    /// Seconds.
    #[serde(default, deserialize_with = "wait::whole")]
    reset_time_duration: u64,
}

/// The usage of the account's limits, by the fullest header; none if there is none. `X-App-Usage` concerns all accounts
/// alike and counts here too.
pub(in crate::meta) fn usage_of(answer: &Answer, account: Option<&str>) -> Option<Usage> {
    let of_account = by_account(answer).map(|usage| usage.acc_id_util_pct);
    let of_app = answer
        .header("x-app-usage")
        .and_then(|text| serde_json::from_str::<UseCase>(text).ok())
        .map(|usage| usage.percent());
    let of_use_case = by_use_case(answer, account).iter().map(UseCase::percent).reduce(f64::max);
    let percent = [of_account, of_app, of_use_case].into_iter().flatten().reduce(f64::max)?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to what fits")]
    Some(Usage { percent: percent.ceil().clamp(0.0, 1_000.0) as u32 })
}

/// The time until the account may be called again. The header's keys are ad accounts or businesses; without an entry of
/// the account's own, the longest of all counts.
pub(super) fn until_access(answer: &Answer, account: Option<&str>) -> Option<Duration> {
    let by_use_case =
        by_use_case(answer, account).iter().map(|entry| entry.estimated_time_to_regain_access).max().map(wait::of_mins);
    let by_account = by_account(answer)
        .filter(|usage| usage.acc_id_util_pct >= 100.0)
        .map(|usage| wait::of_secs(usage.reset_time_duration));
    by_use_case.max(by_account).filter(|wait| !wait.is_zero())
}

/// The account's own entries, or all of them if it has none.
fn by_use_case(answer: &Answer, account: Option<&str>) -> Vec<UseCase> {
    let Some(mut usage) = answer
        .header("x-business-use-case-usage")
        .and_then(|text| serde_json::from_str::<BTreeMap<String, Vec<UseCase>>>(text).ok())
    else {
        return Vec::new();
    };
    account.and_then(|account| usage.remove(account)).unwrap_or_else(|| usage.into_values().flatten().collect())
}

fn by_account(answer: &Answer) -> Option<AccountUsage> {
    answer.header("x-ad-account-usage").and_then(|text| serde_json::from_str(text).ok())
}
