//! How long an account rests.
#![expect(clippy::unwrap_used, reason = "in tests, a panic is the report")]

use std::time::Duration;

use domain::{
    AccountRef, PlatformId, Timestamp,
    deployment::{
        RetryPolicy,
        account::{Park, ParkReason},
    },
};
use store::{Store, accounts};
use testkit::on_both_databases;

fn at(ms: i64) -> Timestamp {
    Timestamp::from_millisecond(1_790_035_200_000 + ms).unwrap()
}

async fn park(store: &Store, reason: ParkReason, said: Option<u64>, ms: i64) {
    let account = AccountRef::whole(PlatformId::Tiktok);
    let park = Park { account, reason, said: said.map(Duration::from_secs), message: "Too many requests.".into() };
    let tx = store.begin().await.unwrap();
    accounts::park(&tx, &park, &RetryPolicy::default(), at(ms)).await.unwrap();
    tx.commit().await.unwrap();
}

/// How often in a row it was parked, and until when.
async fn parked(store: &Store) -> (i32, i64) {
    let [parked] = accounts::list(store).await.unwrap().try_into().unwrap();
    (parked.in_a_row, parked.parked_until.as_millisecond() - at(0).as_millisecond())
}

on_both_databases! {
    async fn requests_that_were_under_way_together_count_once(database) {
        let store = &database.store;
        for ms in 0..8 {
            park(store, ParkReason::Throttled, None, ms).await;
        }
        assert_eq!(parked(store).await, (1, 2_007), "two seconds, and not two minutes");
        // One went first, and was throttled: that is another time.
        for ms in 2_100..2_104 {
            park(store, ParkReason::Throttled, None, ms).await;
        }
        assert_eq!(parked(store).await, (2, 6_103));
        // What the platform says itself still holds, if it is longer.
        park(store, ParkReason::Throttled, Some(60), 2_200).await;
        assert_eq!(parked(store).await, (2, 62_200));
    }
}
