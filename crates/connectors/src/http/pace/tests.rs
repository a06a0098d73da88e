//! Ten simulated minutes of plenty of work against TikTok's documented limits (docs/platforms.md 2.11), with the
//! engine's reaction to throttling: the account waits for two seconds, doubled each time, and one request goes first.

use super::*;

const WORKERS: usize = 8;
const SPAN: f64 = 600.0;

/// `TikTok`'s limits of an app: per second, and per minute, which stops everything for five when it is exceeded.
struct Platform {
    qps: u32,
    qpm: u32,
    second: (u64, u32),
    minute: (u64, u32),
    blocked_until: f64,
}

impl Platform {
    fn new(qps: u32, qpm: u32) -> Self {
        Self { qps, qpm, second: (0, 0), minute: (0, 0), blocked_until: 0.0 }
    }

    fn takes(&mut self, now: f64) -> bool {
        let count = |window: &mut (u64, u32), length: f64| {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "small and not negative")]
            let number = (now / length) as u64;
            *window = if window.0 == number { (number, window.1 + 1) } else { (number, 1) };
            window.1
        };
        if count(&mut self.minute, 60.0) > self.qpm && self.blocked_until <= now {
            self.blocked_until = now + 300.0;
        }
        count(&mut self.second, 1.0) <= self.qps && self.blocked_until <= now
    }
}

/// The numbers of accepted and of refused requests in [`SPAN`].
fn simulate(paced: bool, latency: f64, mut platform: Platform) -> (u32, u32) {
    let mut pace = Pace::default();
    let (mut taken, mut refused) = (0, 0);
    // The arrival of each worker's next request, and the time at which it asks for its next one.
    let mut free = [0.0_f64; WORKERS];
    let (mut parked_until, mut in_a_row, mut probing) = (0.0_f64, 0_i32, false);
    loop {
        let (worker, now) = free.iter().copied().enumerate().min_by(|one, other| one.1.total_cmp(&other.1)).unwrap();
        if now >= SPAN {
            return (taken, refused);
        }
        if now < parked_until {
            // One goes first; the others follow after its answer.
            free[worker] = if probing { parked_until + latency + 0.001 } else { parked_until };
            probing = true;
            continue;
        }
        let wait = if paced { pace.take(now) } else { Some(0.0) };
        let Some(wait) = wait else {
            free[worker] = now + AHEAD;
            continue;
        };
        let leaves = now + wait;
        if leaves < parked_until {
            free[worker] = parked_until + 0.001;
            continue;
        }
        let answered = leaves + latency;
        if platform.takes(leaves) {
            taken += 1;
            (in_a_row, probing) = (0, false);
            free[worker] = answered;
        } else {
            refused += 1;
            if paced {
                pace.throttled(leaves, answered);
            }
            // Requests that were under way at the parking do not prolong it.
            if answered >= parked_until {
                parked_until = answered + f64::from(2_u32.pow(in_a_row.min(7).unsigned_abs())) * 2.0;
                in_a_row += 1;
            }
            (free[worker], probing) = (parked_until, false);
        }
    }
}

#[test]
fn most_of_what_a_platform_takes_is_used_and_little_is_refused() {
    for (qps, qpm) in [(10, 600), (20, 1_200)] {
        for latency in [0.02, 0.2, 0.5] {
            let possible = f64::from(qpm) * SPAN / 60.0;
            let (taken, refused) = simulate(true, latency, Platform::new(qps, qpm));
            let (share, without) = (f64::from(taken) / possible, simulate(false, latency, Platform::new(qps, qpm)));
            // Eight workers at half a second each send at most 16 per second.
            let most = (f64::from(u32::try_from(WORKERS).unwrap()) / latency * SPAN / possible).min(1.0);
            assert!(share > 0.7 * most, "{qps}/s at {latency} s: {taken} of {possible} were taken");
            assert!(refused * 50 < taken, "{qps}/s at {latency} s: {refused} were refused, {taken} taken");
            assert!(refused <= without.1, "{qps}/s at {latency} s: {refused} were refused, {without:?} without a pace");
        }
    }
}

#[test]
fn nothing_waits_before_anything_is_known() {
    let mut pace = Pace::default();
    assert!((0..1_000).all(|_| pace.take(5.0) == Some(0.0)));
}

#[test]
fn a_burst_of_refusals_cuts_once() {
    let mut pace = Pace::default();
    (0..10).for_each(|_| assert!(pace.take(0.5) == Some(0.0)));
    (0..8).for_each(|_| pace.throttled(0.5, 0.6));
    let rate = pace.known.unwrap().rate;
    assert!((rate - 8.0).abs() < 0.01, "{rate}");
    assert!(pace.take(0.7) == Some(0.0) && pace.take(0.7) > Some(0.1));
}

#[test]
fn a_refusal_of_few_requests_is_no_matter_of_pace() {
    let mut pace = Pace::default();
    // A day's limit, or an injected fault: independent of the number of tests for its end.
    for second in 0..1_000 {
        let now = f64::from(second) * 2.0;
        assert!(pace.take(now) == Some(0.0));
        pace.throttled(now, now + 0.1);
    }
    assert!(pace.known.is_none());
    // And a known pace is not lost by it.
    (0..20).for_each(|_| assert!(pace.take(3_000.0) == Some(0.0)));
    pace.throttled(3_000.0, 3_000.1);
    let rate = pace.known.unwrap().rate;
    for minute in 1..100 {
        let now = 3_000.0 + f64::from(minute) * 60.0;
        pace.take(now);
        pace.throttled(now, now + 0.1);
    }
    assert!(pace.known.is_none_or(|known| known.rate >= rate), "{:?}", pace.known);
}

proptest::proptest! {
    #[test]
    fn a_pace_is_always_a_number_and_a_wait_is_never_endless(steps in proptest::collection::vec((0.0_f64..2.0, 0..4_u8), 1..300)) {
        let (mut pace, mut now) = (Pace::default(), 0.0);
        for (passed, what) in steps {
            now += passed;
            if what == 0 {
                pace.throttled(now, now);
            } else {
                let wait = pace.take(now);
                proptest::prop_assert!(wait.is_none_or(|wait| (0.0..=AHEAD).contains(&wait)), "{wait:?}");
            }
        }
    }
}
