use proptest::prelude::*;

use super::*;
use crate::PlatformId;

fn account() -> AccountRef {
    AccountRef { platform: PlatformId::Meta, account_id: "123".into() }
}

fn sent_at() -> Timestamp {
    "2026-03-02T12:00:00Z".parse().unwrap()
}

fn seeking(account: &AccountRef, misses: i32, in_flight: InFlight, retries: i32, asked_at: Timestamp) -> Seeking<'_> {
    Seeking {
        name: "DIS_US_META_2026_Moana",
        misses,
        in_flight,
        excused: false,
        asked_at,
        situation: situation(account, retries, Duration::ZERO),
    }
}

fn after(seconds: i64) -> Timestamp {
    sent_at().checked_add(jiff::SignedDuration::from_secs(seconds)).unwrap()
}

fn situation(account: &AccountRef, retries: i32, age: Duration) -> Situation<'_> {
    Situation { account, sent_at: sent_at(), now: after(1), retries, age, chance: 0.5 }
}

fn id(text: &str) -> ExternalId {
    ExternalId::new(text).unwrap()
}

#[test]
fn a_step_in_doubt_is_looked_up_and_never_simply_sent_again() {
    let doubt = StepState::Sent { at: sent_at(), in_flight: InFlight::Silent, misses: 0 };
    assert_eq!(next(&doubt, false), Next::FindByName);
    assert_eq!(next(&doubt, true), Next::Send, "a change may be said twice");
    assert_eq!(next(&StepState::Planned, false), Next::Send);
    assert_eq!(next(&StepState::Refused { reason: String::new() }, false), Next::Send, "after the fix");
    assert_eq!(next(&StepState::Done { external_id: id("1") }, false), Next::Finished);
}

#[test]
fn what_is_found_once_is_adopted_and_what_is_found_twice_stops() {
    let account = account();
    let policy = RetryPolicy::default();
    let found = |found| after_find(found, seeking(&account, 0, InFlight::Silent, 0, after(0)), &policy);
    assert_eq!(found(Found::One(id("77"))), Verdict::Done(id("77")));
    let Verdict::Fail { reason, .. } = found(Found::Several(vec![id("77"), id("78")])) else { panic!("two stop it") };
    assert!(reason.contains("77, 78"), "{reason}");
}

#[test]
fn an_unknown_outcome_stays_in_doubt_even_when_the_retries_are_used_up() {
    let outcome = Outcome::Unknown(Cause::new("timeout", "No answer came."), InFlight::Silent);
    let verdict = after_send(outcome, situation(&account(), 99, Duration::ZERO), &RetryPolicy::default());
    let Verdict::Again { state: StepState::Sent { at, .. }, counts: false, .. } = verdict else {
        panic!("{verdict:?}")
    };
    assert_eq!(at, after(1), "the platform's time to finish it counts from the failure, not from the intent");
}

#[test]
fn a_throttle_of_the_app_parks_the_whole_platform() {
    let throttled = |scope| Outcome::Throttled { retry_after: None, scope, message: "slow down".into() };
    let park = |outcome| match after_send(outcome, situation(&account(), 0, Duration::ZERO), &RetryPolicy::default()) {
        Verdict::Park(park) => park,
        other => panic!("{other:?}"),
    };
    assert_eq!(park(throttled(Scope::Account)).account, account());
    assert_eq!(park(throttled(Scope::Platform)).account, AccountRef::whole(PlatformId::Meta));
    assert_eq!(park(Outcome::Unauthorized(Cause::new("190", "expired"))).reason, ParkReason::Unauthorized);
}

#[test]
fn a_failed_look_up_leaves_the_step_in_doubt() {
    let doubt = StepState::Sent { at: sent_at(), in_flight: InFlight::Dropped, misses: 1 };
    let refused = Outcome::Refused { code: "100".into(), message: "no".into() };
    let account = account();
    let policy = RetryPolicy::default();
    let after = |outcome, age| after_failed_find(outcome, doubt.clone(), situation(&account, 0, age), &policy);
    let verdict = after(refused, Duration::ZERO);
    assert!(matches!(&verdict, Verdict::Fail { state, .. } if *state == doubt), "{verdict:?}");
    let down = || Outcome::Unavailable(Cause::new("503", "down"));
    let verdict = after(down(), Duration::ZERO);
    assert!(matches!(&verdict, Verdict::Park(Park { reason: ParkReason::Outage, .. })), "{verdict:?}");
    let verdict = after(down(), policy.outage_patience);
    assert!(matches!(&verdict, Verdict::Fail { state, .. } if *state == doubt), "{verdict:?}");
}

#[test]
fn an_outage_parks_the_account_until_patience_ends() {
    let account = account();
    let policy = RetryPolicy::default();
    let down = || Outcome::Unavailable(Cause::new("connect", "No connection could be made."));
    let after = |age| after_send(down(), situation(&account, 5, age), &policy);
    let Verdict::Park(park) = after(Duration::from_hours(1)) else { panic!("an hour is waited out") };
    assert_eq!((park.reason, park.account), (ParkReason::Outage, account.clone()));
    assert!(matches!(after(policy.outage_patience), Verdict::Fail { .. }), "but not for ever");
}

proptest! {
    #[test]
    fn nothing_is_sent_again_before_two_misses_and_the_horizon(
        misses in 0_i32..5,
        seconds in 0_i64..120,
        kind in 0_usize..4,
        retries in 0_i32..5,
    ) {
        let policy = RetryPolicy::default();
        let in_flight = [InFlight::Answered, InFlight::Dropped, InFlight::Silent, InFlight::Unheard][kind];
        let horizon =
            policy.settle + [Duration::ZERO, policy.dropped_horizon, policy.dropped_horizon, policy.unheard_horizon][kind];
        let account = account();
        let verdict = after_find(Found::Nothing, seeking(&account, misses, in_flight, retries, after(seconds)), &policy);
        let Verdict::Again { state, delay, .. } = verdict else { panic!("{verdict:?}") };
        let late_enough = misses >= 1 && Duration::from_secs(seconds.unsigned_abs()) >= horizon;
        match state {
            StepState::Planned => prop_assert!(late_enough),
            StepState::Sent { misses: counted, .. } => {
                prop_assert!(!late_enough);
                prop_assert_eq!(counted, misses + 1);
                prop_assert!(delay >= policy.settle, "a look-up is not repeated at once");
            }
            other => prop_assert!(false, "{other:?}"),
        }
    }
}
