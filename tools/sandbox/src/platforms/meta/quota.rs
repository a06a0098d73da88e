//! Meta's rate limits and the headers that report them (docs/platforms.md 1.11), counted per ad account.

use std::collections::{HashMap, VecDeque};

use jiff::Timestamp;

use super::error::Refusal;
use crate::MetaQuotas;
use crate::quota::Window;
use crate::reply::Reply;

const SECOND: i64 = 1000;
const MINUTE: i64 = 60 * SECOND;
const HOUR: i64 = 60 * MINUTE;

#[derive(Debug, Default)]
pub(crate) struct MetaUsage {
    accounts: HashMap<String, Account>,
    budget_changes: HashMap<String, VecDeque<i64>>,
}

#[derive(Debug, Default)]
struct Account {
    /// Thousandths of points, so that the decay needs no fractions.
    score: i64,
    scored_at_ms: i64,
    blocked_until_ms: i64,
    writes: Window,
    calls: Window,
}

/// The values that the headers report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Meter {
    /// Hundredths of a percent of the score.
    score: i64,
    reset_s: i64,
    /// Percent of the hour's calls.
    calls: i64,
    minutes: i64,
}

impl MetaUsage {
    /// Counts a call, or refuses it when a limit is reached.
    pub(super) fn count(
        &mut self,
        quotas: &MetaQuotas,
        account: &str,
        is_write: bool,
        ads: usize,
        now: Timestamp,
    ) -> (Meter, Option<Refusal>) {
        let now_ms = now.as_millisecond();
        if !self.accounts.contains_key(account) {
            self.accounts.insert(account.to_owned(), Account::default());
        }
        let Some(usage) = self.accounts.get_mut(account) else {
            return (Meter::default(), None);
        };
        let score = usage.score(quotas, is_write, now_ms);
        let (calls, minutes) = usage.hour(quotas, ads, now_ms);
        let burst =
            is_write && quotas.mutations_per_second.is_some_and(|limit| usage.writes.count(now_ms, SECOND) > limit);
        let meter = Meter { score, reset_s: quotas.decay_s.into(), calls, minutes };
        let refusal = if usage.blocked_until_ms > now_ms {
            Some(Refusal::new(17, "User request limit reached").subcode(2_446_079))
        } else if minutes > 0 {
            Some(Refusal::new(80_004, "There have been too many calls to this ad-account. Wait a bit and try again."))
        } else if burst {
            Some(Refusal::new(613, "Calls to this api have exceeded the rate limit.").subcode(5_044_001))
        } else {
            None
        };
        (meter, refusal.map(Refusal::throttled))
    }

    /// More than four budget changes of one ad set in an hour: code 613 / 1487632, blocked for an hour.
    pub(super) fn budget_change(&mut self, limit: Option<u32>, adset: &str, now: Timestamp) -> Result<(), Refusal> {
        let Some(limit) = limit else { return Ok(()) };
        let now_ms = now.as_millisecond();
        let changes = self.budget_changes.entry(adset.to_owned()).or_default();
        changes.retain(|at| *at + HOUR > now_ms);
        if changes.len() >= limit.try_into().unwrap_or(usize::MAX) {
            return Err(Refusal::new(613, "(#613) Calls to this api have exceeded the rate limit.")
                .subcode(1_487_632)
                .throttled());
        }
        changes.push_back(now_ms);
        Ok(())
    }
}

impl Account {
    /// Adds the call's points, blocks when the score is full, and returns hundredths of a percent.
    fn score(&mut self, quotas: &MetaQuotas, is_write: bool, now_ms: i64) -> i64 {
        let Some(max) = quotas.max_score.map(i64::from).filter(|max| *max > 0) else {
            return 0;
        };
        let passed = (now_ms - self.scored_at_ms).max(0);
        // `max` points decay in `decay_s` seconds: in thousandths per millisecond that is max / decay_s.
        let decayed = passed.saturating_mul(max) / i64::from(quotas.decay_s.max(1));
        self.score = self.score.saturating_sub(decayed).max(0);
        self.scored_at_ms = now_ms;
        if self.blocked_until_ms <= now_ms {
            let points = if is_write { quotas.write_score } else { quotas.read_score };
            let after = self.score + i64::from(points) * 1000;
            if after > max * 1000 {
                self.blocked_until_ms = now_ms + i64::from(quotas.block_s) * SECOND;
            } else {
                self.score = after;
            }
        }
        self.score * 10 / max
    }

    /// Counts the call in its hour. Returns the percentage, and the minutes to wait if the limit is exceeded.
    fn hour(&mut self, quotas: &MetaQuotas, ads: usize, now_ms: i64) -> (i64, i64) {
        let Some(base) = quotas.calls_per_hour else {
            return (0, 0);
        };
        let ads = u32::try_from(ads).unwrap_or(u32::MAX);
        let limit = base.saturating_add(quotas.calls_per_hour_and_ad.saturating_mul(ads)).max(1);
        let count = self.calls.count(now_ms, HOUR);
        let left_ms = self.calls.end_ms(HOUR) - now_ms;
        let minutes = if count > limit { (left_ms + MINUTE - 1) / MINUTE } else { 0 };
        (i64::from(count) * 100 / i64::from(limit), minutes)
    }
}

/// The three headers; the one of the account is in seconds, the one of the use case in minutes.
pub(super) fn headers(reply: Reply, account: Option<&str>, meter: Meter) -> Reply {
    let Meter { score, reset_s, calls, minutes } = meter;
    let reply = reply
        .header("x-app-usage", &format!(r#"{{"call_count":{calls},"total_cputime":{calls},"total_time":{calls}}}"#));
    let Some(account) = account else { return reply };
    reply
        .header(
            "x-ad-account-usage",
            &format!(
                r#"{{"acc_id_util_pct":{}.{:02},"reset_time_duration":{reset_s},"ads_api_access_tier":"standard_access"}}"#,
                score / 100,
                score % 100,
            ),
        )
        .header("x-business-use-case-usage", &use_case(account, calls, minutes))
}

/// The value of `X-Business-Use-Case-Usage`.
pub(super) fn use_case(account: &str, calls: i64, minutes: i64) -> String {
    format!(
        concat!(
            r#"{{"{}":[{{"type":"ads_management","call_count":{},"total_cputime":{},"total_time":{},"#,
            r#""estimated_time_to_regain_access":{},"ads_api_access_tier":"standard_access"}}]}}"#
        ),
        account, calls, calls, calls, minutes
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Quotas;

    fn at(ms: i64) -> Timestamp {
        Timestamp::from_millisecond(1_790_000_000_000 + ms).unwrap()
    }

    fn key(outcome: (Meter, Option<Refusal>)) -> Option<(i64, Option<i64>)> {
        outcome.1.map(|refusal| refusal.key())
    }

    #[test]
    fn a_full_score_blocks_the_account_and_no_other() {
        let quotas = MetaQuotas { max_score: Some(9), ..Quotas::off().meta };
        let mut usage = MetaUsage::default();
        for _ in 0..3 {
            assert_eq!(key(usage.count(&quotas, "1", true, 0, at(0))), None);
        }
        assert_eq!(key(usage.count(&quotas, "1", true, 0, at(1))), Some((17, Some(2_446_079))));
        assert_eq!(key(usage.count(&quotas, "2", true, 0, at(1))), None);
        assert_eq!(key(usage.count(&quotas, "1", false, 0, at(59_000))), Some((17, Some(2_446_079))));
        assert_eq!(key(usage.count(&quotas, "1", false, 0, at(60_100))), None);
    }

    #[test]
    fn a_read_costs_less_than_a_write() {
        let quotas = MetaQuotas { max_score: Some(9), ..Quotas::off().meta };
        let mut usage = MetaUsage::default();
        let passed = (0..20).take_while(|_| key(usage.count(&quotas, "1", false, 0, at(0))).is_none()).count();
        assert_eq!(passed, 9);
    }

    #[test]
    fn the_score_decays() {
        let quotas = MetaQuotas { max_score: Some(9000), ..Quotas::off().meta };
        let mut usage = MetaUsage::default();
        for _ in 0..1500 {
            usage.count(&quotas, "1", true, 0, at(0));
        }
        let (meter, _) = usage.count(&quotas, "1", false, 0, at(0));
        assert_eq!(meter.score, 5001);
        let (meter, _) = usage.count(&quotas, "1", false, 0, at(100_000));
        assert!(meter.score < 1700, "{meter:?}");
    }

    #[test]
    fn too_many_calls_in_an_hour_are_refused_with_minutes() {
        let quotas = MetaQuotas { calls_per_hour: Some(2), calls_per_hour_and_ad: 1, ..Quotas::off().meta };
        let mut usage = MetaUsage::default();
        for _ in 0..3 {
            assert_eq!(key(usage.count(&quotas, "1", false, 1, at(0))), None);
        }
        let (meter, refusal) = usage.count(&quotas, "1", false, 1, at(0));
        assert_eq!(refusal.map(|refusal| refusal.key()), Some((80_004, None)));
        assert!((1..=60).contains(&meter.minutes), "{meter:?}");
        assert_eq!(key(usage.count(&quotas, "1", false, 1, at(HOUR))), None);
    }

    #[test]
    fn a_burst_of_writes_is_refused_for_its_second() {
        let quotas = MetaQuotas { mutations_per_second: Some(2), ..Quotas::off().meta };
        let mut usage = MetaUsage::default();
        let mut write = |ms| key(usage.count(&quotas, "1", true, 0, at(ms)));
        assert_eq!([write(0), write(0), write(0)], [None, None, Some((613, Some(5_044_001)))]);
        assert_eq!(write(1000), None);
    }

    #[test]
    fn the_fifth_budget_change_in_an_hour_is_refused() {
        let mut usage = MetaUsage::default();
        for _ in 0..4 {
            usage.budget_change(Some(4), "1", at(0)).unwrap();
        }
        assert_eq!(usage.budget_change(Some(4), "1", at(1)).unwrap_err().key(), (613, Some(1_487_632)));
        usage.budget_change(Some(4), "2", at(1)).unwrap();
        usage.budget_change(Some(4), "1", at(HOUR)).unwrap();
        usage.budget_change(None, "1", at(HOUR)).unwrap();
    }
}
