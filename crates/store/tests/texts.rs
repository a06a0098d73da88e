//! Texts are found in any case and form, on both databases, including those of rows older than the search.
#![expect(clippy::unwrap_used, reason = "in tests, a panic is the report")]

use domain::{
    Brand, BrandId, Channel, ChannelId, Timestamp,
    channel::Platform,
    list::{BrandFilter, ChannelFilter, ListQuery},
};
use store::Store;
use testkit::{TestDatabase, on_both_databases};
use uuid::Uuid;

fn brand(number: u128, name: &str) -> Brand {
    let now = Timestamp::from_second(1_772_452_800).unwrap();
    Brand {
        id: BrandId(Uuid::from_u128(number)),
        name: name.into(),
        internal_code: format!("B{number}"),
        family_friendly: false,
        created_at: now,
        updated_at: now,
        version: 1,
    }
}

async fn insert(store: &Store, names: &[&str]) {
    let tx = store.begin().await.unwrap();
    for (name, number) in names.iter().zip(0..) {
        tx.insert(&brand(number, name)).await.unwrap();
    }
    tx.commit().await.unwrap();
}

async fn found(store: &Store, text: &str) -> Vec<String> {
    let filter = BrandFilter { search: Some(text.into()), ..BrandFilter::default() };
    let page = store::page::<Brand>(store, &filter, &ListQuery::default()).await.unwrap();
    page.items.into_iter().map(|brand| brand.name).rev().collect()
}

/// The rows in their form before m0006, and that migration again.
async fn migrate_again(database: &TestDatabase) {
    for sql in [
        "ALTER TABLE channels DROP COLUMN platform",
        "ALTER TABLE brands DROP COLUMN folded",
        "ALTER TABLE markets DROP COLUMN folded",
        "ALTER TABLE channels DROP COLUMN folded",
        "DELETE FROM seaql_migrations WHERE version = 'm0006_texts'",
    ] {
        database.store.execute_for_tests(sql).await.unwrap();
    }
    database.store.migrate().await.unwrap();
}

async fn expect_found(store: &Store) {
    for (text, expected) in [
        ("café", &["Café Noir", "CAFÉ BLANC", "cafe\u{301} crème"][..]),
        ("CAFÉ", &["Café Noir", "CAFÉ BLANC", "cafe\u{301} crème"]),
        ("Cafe\u{301}", &["Café Noir", "CAFÉ BLANC", "cafe\u{301} crème"]),
        ("москва", &["МОСКВА"]),
        ("STRASSE", &["Straße 7_%"]),
        ("7_%", &["Straße 7_%"]),
        ("b3", &["МОСКВА"]),
        ("cafe\nb", &[]),
    ] {
        assert_eq!(found(store, text).await, expected, "{text:?}");
    }
}

on_both_databases! {
    async fn case_and_form_make_no_difference(database) {
        insert(&database.store, &["Café Noir", "CAFÉ BLANC", "cafe\u{301} crème", "МОСКВА", "Straße 7_%", "plain"]).await;
        expect_found(&database.store).await;
        let tx = database.store.begin().await.unwrap();
        tx.update(&Brand { version: 2, ..brand(5, "Élan") }).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(found(&database.store, "ÉLAN").await, ["Élan"], "what is changed is found by its new name");
    }

    async fn older_rows_are_found_too_and_older_channels_have_their_platform(database) {
        insert(&database.store, &["Café Noir", "CAFÉ BLANC", "cafe\u{301} crème", "МОСКВА", "Straße 7_%", "plain"]).await;
        let tx = database.store.begin().await.unwrap();
        for (name, number) in ["meta", "Tik-Tok", "Google Ads", "Meta EU", "Pinterest"].iter().zip(0..) {
            let now = Timestamp::from_second(1_772_452_800).unwrap();
            let channel = Channel {
                id: ChannelId(Uuid::from_u128(number)),
                platform_name: (*name).into(),
                recorded_platform: None,
                api_identifier: format!("c{number}"),
                created_at: now,
                updated_at: now,
                version: 1,
            };
            tx.insert(&channel).await.unwrap();
        }
        tx.commit().await.unwrap();
        migrate_again(&database).await;
        expect_found(&database.store).await;
        let page = store::page::<Channel>(&database.store, &ChannelFilter::default(), &ListQuery::default()).await.unwrap();
        let platforms: Vec<_> = page.items.into_iter().rev().map(|channel| channel.recorded_platform).collect();
        let known = [Platform::Meta, Platform::Tiktok, Platform::GoogleAds].map(Some);
        assert_eq!((&platforms[..3], &platforms[3..]), (&known[..], &[None, None][..]));
    }
}
