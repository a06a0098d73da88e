//! `TikTok`'s rate limits (docs/platforms.md 2.11): no header reports them, only the code in a 200 body.

use std::collections::HashMap;

use jiff::Timestamp;

use super::error::Refusal;
use crate::quota::Window;
use crate::{TiktokQuotas, TiktokRate};

const SECOND: i64 = 1000;
const MINUTE: i64 = 60 * SECOND;
const DAY: i64 = 24 * 60 * MINUTE;
/// The block after the minute's limit is exceeded: five minutes.
const MINUTE_PENALTY: i64 = 5 * MINUTE;

const TOO_MANY: &str = "Too many requests. Please retry in some time.";

#[derive(Debug, Default)]
pub(crate) struct TiktokUsage {
    app: Counter,
    ad_create: Counter,
    advertisers: HashMap<String, Window>,
}

#[derive(Debug, Default)]
struct Counter {
    second: Window,
    minute: Window,
    day: Window,
    blocked_until_ms: i64,
}

impl TiktokUsage {
    /// Counts a call, or refuses it when a limit is reached.
    pub(super) fn count(
        &mut self,
        quotas: &TiktokQuotas,
        path: &str,
        advertiser: Option<&str>,
        now: Timestamp,
    ) -> Result<(), Refusal> {
        let now_ms = now.as_millisecond();
        let app = self.app.passes(quotas.app, now_ms);
        let endpoint = path != "/ad/create/" || self.ad_create.passes(quotas.ad_create, now_ms);
        if !app || !endpoint {
            return Err(Refusal::throttled(40_100, TOO_MANY));
        }
        if let (Some(limit), Some(advertiser)) = (quotas.advertiser_qps, advertiser) {
            let window = self.advertisers.entry(advertiser.to_owned()).or_default();
            if window.count(now_ms, SECOND) > limit {
                return Err(Refusal::throttled(40_133, TOO_MANY));
            }
        }
        Ok(())
    }
}

impl Counter {
    fn passes(&mut self, rate: TiktokRate, now_ms: i64) -> bool {
        let over = |count: u32, limit: Option<u32>| limit.is_some_and(|limit| count > limit);
        let day = over(self.day.count(now_ms, DAY), rate.qpd);
        if over(self.minute.count(now_ms, MINUTE), rate.qpm) && self.blocked_until_ms <= now_ms {
            self.blocked_until_ms = now_ms + MINUTE_PENALTY;
        }
        let blocked = rate.qpm.is_some() && self.blocked_until_ms > now_ms;
        let second = over(self.second.count(now_ms, SECOND), rate.qps);
        !(day || blocked || second)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Quotas;

    fn at(ms: i64) -> Timestamp {
        Timestamp::from_millisecond(1_790_035_200_000 + ms).unwrap()
    }

    fn count(usage: &mut TiktokUsage, quotas: &TiktokQuotas, path: &str, ms: i64) -> Option<i64> {
        usage.count(quotas, path, Some("7"), at(ms)).err().map(|refusal| refusal.code)
    }

    #[test]
    fn the_second_recovers_with_the_next() {
        let mut usage = TiktokUsage::default();
        let quotas = TiktokQuotas::default();
        let seen: Vec<_> = (0..11).map(|_| count(&mut usage, &quotas, "/campaign/get/", 0)).collect();
        assert_eq!(seen.iter().flatten().count(), 1);
        assert_eq!(seen[10], Some(40_100));
        assert_eq!(count(&mut usage, &quotas, "/campaign/get/", 1000), None);
    }

    #[test]
    fn the_minute_blocks_for_five() {
        let mut usage = TiktokUsage::default();
        let quotas = TiktokQuotas { app: TiktokRate { qpm: Some(2), ..TiktokRate::off() }, ..Quotas::off().tiktok };
        let mut call = |ms| count(&mut usage, &quotas, "/campaign/get/", ms);
        assert_eq!([call(0), call(1), call(2)], [None, None, Some(40_100)]);
        assert_eq!(call(4 * MINUTE), Some(40_100));
        assert_eq!(call(5 * MINUTE + 2), None);
    }

    #[test]
    fn the_day_ends_at_midnight() {
        let mut usage = TiktokUsage::default();
        let quotas = TiktokQuotas { app: TiktokRate { qpd: Some(1), ..TiktokRate::off() }, ..Quotas::off().tiktok };
        let midnight = DAY - at(0).as_millisecond().rem_euclid(DAY);
        let mut call = |ms| count(&mut usage, &quotas, "/campaign/get/", ms);
        assert_eq!([call(0), call(1), call(midnight - 1), call(midnight)], [None, Some(40_100), Some(40_100), None]);
    }

    #[test]
    fn creating_ads_has_a_limit_of_its_own_and_so_has_an_advertiser() {
        let mut usage = TiktokUsage::default();
        let quotas = TiktokQuotas {
            ad_create: TiktokRate { qps: Some(1), ..TiktokRate::off() },
            advertiser_qps: Some(2),
            ..Quotas::off().tiktok
        };
        assert_eq!(count(&mut usage, &quotas, "/ad/create/", 0), None);
        assert_eq!(count(&mut usage, &quotas, "/ad/create/", 0), Some(40_100));
        assert_eq!(count(&mut usage, &quotas, "/ad/get/", 0), None);
        assert_eq!(count(&mut usage, &quotas, "/ad/get/", 0), Some(40_133));
    }
}
