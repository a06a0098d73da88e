use proptest::prelude::*;

use super::*;
use crate::PlatformId;

fn account() -> AccountRef {
    AccountRef { platform: PlatformId::Meta, account_id: "123".into() }
}

fn sent_at() -> Timestamp {
    "2026-03-02T12:00:00Z".parse().unwrap()
}

fn seeking(account: &AccountRef, misses: i32, in_flight: InFlight, retries: i32) -> Seeking<'_> {
    Seeking { name: "DIS_US_META_2026_Moana", account, sent_at: sent_at(), misses, in_flight, retries }
}

fn after(seconds: i64) -> Timestamp {
    sent_at().checked_add(jiff::SignedDuration::from_secs(seconds)).unwrap()
}

fn id(text: &str) -> ExternalId {
    ExternalId::new(text).unwrap()
}

#[test]
fn a_step_in_doubt_is_looked_up_and_never_simply_sent_again() {
    let doubt = StepState::Sent { at: sent_at(), in_flight: InFlight::Silent, misses: 0 };
    assert_eq!(next(&doubt, false), Next::LookUp);
    assert_eq!(next(&doubt, true), Next::Send, "a change may be said twice");
    assert_eq!(next(&StepState::Planned, false), Next::Send);
    assert_eq!(next(&StepState::Refused { reason: String::new() }, false), Next::Send, "after the fix");
    assert_eq!(next(&StepState::Done { external_id: id("1") }, false), Next::Finished);
}

#[test]
fn what_is_found_once_is_adopted_and_what_is_found_twice_stops() {
    let account = account();
    let policy = RetryPolicy::default();
    let found = |found| after_lookup(found, seeking(&account, 0, InFlight::Silent, 0), after(0), &policy);
    assert_eq!(found(Found::One(id("77"))), Verdict::Done(id("77")));
    let Verdict::Fail { reason, .. } = found(Found::Several(vec![id("77"), id("78")])) else { panic!("two stop it") };
    assert!(reason.contains("77, 78"), "{reason}");
}

#[test]
fn an_unknown_outcome_stays_in_doubt_even_when_the_retries_are_used_up() {
    let outcome = Outcome::Unknown(Cause::new("timeout", "No answer came."), InFlight::Silent);
    let verdict = after_send(outcome, &account(), sent_at(), 99, &RetryPolicy::default(), 0.5);
    let Verdict::Again { state: StepState::Sent { .. }, .. } = verdict else { panic!("{verdict:?}") };
}

#[test]
fn a_throttle_of_the_app_parks_the_whole_platform() {
    let throttled = |scope| Outcome::Throttled { retry_after: None, scope, message: "slow down".into() };
    let park = |outcome| match after_send(outcome, &account(), sent_at(), 0, &RetryPolicy::default(), 0.5) {
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
    let verdict = after_failed_lookup(refused, &account(), doubt.clone(), 0, &RetryPolicy::default(), 0.5);
    assert!(matches!(&verdict, Verdict::Fail { state, .. } if *state == doubt), "{verdict:?}");
    let down = Outcome::Unavailable(Cause::new("503", "down"));
    let verdict = after_failed_lookup(down, &account(), doubt.clone(), 0, &RetryPolicy::default(), 0.5);
    assert!(matches!(&verdict, Verdict::Again { state, counts: true, .. } if *state == doubt), "{verdict:?}");
}

proptest! {
    #[test]
    fn nothing_is_sent_again_before_two_misses_and_the_horizon(
        misses in 0_i32..5,
        seconds in 0_i64..120,
        kind in 0_usize..3,
        retries in 0_i32..5,
    ) {
        let policy = RetryPolicy::default();
        let in_flight = [InFlight::Answered, InFlight::Dropped, InFlight::Silent][kind];
        let horizon = [policy.settle, policy.dropped_horizon, policy.silent_horizon][kind];
        let account = account();
        let verdict = after_lookup(Found::Nothing, seeking(&account, misses, in_flight, retries), after(seconds), &policy);
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
