//! When to try again: pure arithmetic. Chance comes in as a number between 0 and 1.

use std::time::Duration;

/// The bounds of retrying.
#[derive(Debug, Clone, PartialEq)]
pub struct RetryPolicy {
    /// The number of times that a deployment may fail for reasons of its own before it ends in `FAILURE`.
    pub max_retries: i32,
    /// The longest that a backoff grows.
    pub cap: Duration,
    /// The wait for a throttled account when the platform does not say how long; doubles with each throttle in a row.
    pub throttle_base: Duration,
    /// The longest that such a wait grows.
    pub throttle_cap: Duration,
    /// The longest wait, even if a platform names a longer one: an absurd number must not stop an account for good.
    pub longest_wait: Duration,
    /// The wait before a refused token is tried again; doubles with each refusal in a row.
    pub unauthorized_base: Duration,
    /// The wait for an account that does not answer, from its second failure in a row on; doubles with each further one.
    pub outage_base: Duration,
    /// The longest that such a wait grows: how late an account is found to be back.
    pub outage_cap: Duration,
    /// The age at which a deployment ends in `FAILURE` while its platform is out.
    pub outage_patience: Duration,
    /// From how many per cent of an account's call limit on we slow down.
    pub pace_from: u32,
    /// The time that a new object may be missing from searches.
    pub settle: Duration,
    /// The time after a broken connection, or after our time-out, in which a platform may still create the object.
    pub dropped_horizon: Duration,
    /// The time after its intent was committed in which a request may still lead to an object, where its worker was never
    /// heard of again. A request leaves while the rest of the lease is longer than the time-out, and may take as long as that: so this is
    /// the length of a lease.
    pub unheard_horizon: Duration,
}

impl Default for RetryPolicy {
    fn default() -> Self {
        Self::SEED
    }
}

impl RetryPolicy {
    /// The seed's five retries; the waits are chosen so that a fault of a second costs seconds.
    pub const SEED: Self = Self {
        max_retries: 5,
        cap: Duration::from_mins(5),
        throttle_base: Duration::from_secs(2),
        throttle_cap: Duration::from_mins(5),
        longest_wait: Duration::from_hours(24),
        unauthorized_base: Duration::from_secs(30),
        outage_base: Duration::from_secs(1),
        outage_cap: Duration::from_mins(1),
        outage_patience: Duration::from_hours(24),
        pace_from: 75,
        settle: Duration::from_secs(2),
        dropped_horizon: Duration::from_secs(5),
        unheard_horizon: Duration::from_secs(45),
    };

    /// Exponential backoff with full jitter: anything from 0 to `2^retries` seconds, capped. `chance` lies in `0..1`.
    pub fn backoff(&self, retries: i32, chance: f64) -> Duration {
        doubled(Duration::from_secs(1), retries, self.cap).mul_f64(chance.clamp(0.0, 1.0))
    }

    /// Returns the wait of a throttled account: what the platform said, up to the longest wait.
    pub fn throttle(&self, said: Option<Duration>, throttles_in_a_row: i32) -> Duration {
        said.unwrap_or_else(|| doubled(self.throttle_base, throttles_in_a_row, self.throttle_cap))
            .min(self.longest_wait)
    }

    /// Returns the wait of an account whose token was refused.
    pub fn unauthorized(&self, refusals_in_a_row: i32) -> Duration {
        doubled(self.unauthorized_base, refusals_in_a_row, self.unauthorized_base * 30)
    }

    /// Returns the wait of an account that did not answer as it should. One failure may be chance: the account is only
    /// under suspicion, and one deployment at a time goes there until one succeeds.
    pub fn outage(&self, failures_in_a_row: i32) -> Duration {
        if failures_in_a_row <= 0 {
            return Duration::ZERO;
        }
        doubled(self.outage_base, failures_in_a_row - 1, self.outage_cap)
    }

    /// The pause between two requests of an account that has used up so much of its limit: a second, and twice as long for
    /// every five per cent more, at most a minute. None while there is room.
    pub fn pace(&self, percent: u32) -> Option<Duration> {
        let above = percent.checked_sub(self.pace_from)?;
        let times = i32::try_from(above / 5).unwrap_or(i32::MAX);
        Some(doubled(Duration::from_secs(1), times, Duration::from_mins(1)))
    }
}

fn doubled(base: Duration, times: i32, cap: Duration) -> Duration {
    let factor = 2_u32.checked_pow(times.max(0).unsigned_abs()).unwrap_or(u32::MAX);
    base.checked_mul(factor).unwrap_or(cap).min(cap)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn backoff_lies_between_nothing_and_the_cap(retries in 0_i32..100, chance in 0.0_f64..1.0) {
            let policy = RetryPolicy::default();
            let delay = policy.backoff(retries, chance);
            prop_assert!(delay <= policy.cap);
            prop_assert!(delay <= Duration::from_secs(1) * 2_u32.saturating_pow(retries.unsigned_abs()));
        }

        #[test]
        fn a_throttle_is_what_the_platform_said_up_to_the_longest_wait(secs in 0_u64..=u64::MAX, row in 0_i32..100) {
            let (policy, said) = (RetryPolicy::default(), Duration::from_secs(secs));
            prop_assert_eq!(policy.throttle(Some(said), row), said.min(policy.longest_wait));
        }

        #[test]
        fn waits_grow_with_failures_in_a_row(row in 0_i32..40) {
            let policy = RetryPolicy::default();
            prop_assert!(policy.throttle(None, row + 1) >= policy.throttle(None, row));
            prop_assert!(policy.unauthorized(row + 1) >= policy.unauthorized(row));
            prop_assert!(policy.throttle(None, row) <= policy.throttle_cap);
            prop_assert!(policy.outage(row + 1) >= policy.outage(row));
            prop_assert!(policy.outage(row) <= policy.outage_cap);
        }
    }

    #[test]
    fn an_account_goes_slower_the_fuller_its_limit() {
        let policy = RetryPolicy::default();
        let secs = |percent| policy.pace(percent).map(|pause| pause.as_secs());
        assert_eq!(
            [0, 74, 75, 79, 80, 90, 100, 1_000].map(secs),
            [None, None, Some(1), Some(1), Some(2), Some(8), Some(32), Some(60)]
        );
    }

    #[test]
    fn full_jitter_doubles_from_a_second() {
        let policy = RetryPolicy::default();
        let most: Vec<u64> = (0..10).map(|n| policy.backoff(n, 1.0).as_secs()).collect();
        assert_eq!(most, [1, 2, 4, 8, 16, 32, 64, 128, 256, 300]);
        assert_eq!(policy.backoff(5, 0.0), Duration::ZERO);
    }
}
