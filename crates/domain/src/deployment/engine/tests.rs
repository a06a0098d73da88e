//! Decisions that no single deployment shows: how circuit breakers add up. The rest is shown by the simulation.

use std::time::Duration;

use super::*;
use crate::{
    AccountRef, PlatformId,
    deployment::account::{Park, ParkReason},
};

fn at(ms: i64) -> Timestamp {
    Timestamp::from_millisecond(1_790_035_200_000 + ms).unwrap()
}

/// Opens a breaker once more. Returns how often in a row it has opened, and until when.
fn open(breaker: &mut Option<Breaker>, said: Option<u64>, ms: i64) -> (i32, i64) {
    let park = Park {
        account: AccountRef::whole(PlatformId::Tiktok),
        reason: ParkReason::Throttled,
        said: said.map(Duration::from_secs),
        message: "Too many requests.".into(),
    };
    let (opened, _) = Breaker::opened(breaker.take(), &park, &RetryPolicy::default(), at(ms));
    let told = (opened.in_a_row, opened.open_until.as_millisecond() - at(0).as_millisecond());
    *breaker = Some(opened);
    told
}

#[test]
fn requests_that_were_under_way_together_count_once() {
    let mut breaker = None;
    for ms in 0..7 {
        open(&mut breaker, None, ms);
    }
    assert_eq!(open(&mut breaker, None, 7), (1, 2_007), "two seconds, and not two minutes");
    // One went first, and was throttled: that counts again.
    for ms in 2_100..2_103 {
        open(&mut breaker, None, ms);
    }
    assert_eq!(open(&mut breaker, None, 2_103), (2, 6_103));
    assert_eq!(open(&mut breaker, Some(60), 2_200), (2, 62_200), "the platform's own word holds, where it is longer");
    assert_eq!(open(&mut breaker, Some(1), 2_300), (2, 62_200), "and a shorter one does not end it");
}
