//! The database keeps names unique, references valid, states consistent and versions in order; on both databases.
#![expect(clippy::unwrap_used, reason = "in tests, a panic is the report")]

use domain::{
    Brand, BrandId, Campaign, CampaignId, CampaignStatus, Channel, ChannelId, Currency, Market, MarketId, Money,
    RequestType, Ticket, TicketId, Timestamp,
    list::{Cursor, ListQuery, Position, SortOrder, TicketFilter},
    taxonomy::NameParts,
    ticket::lifecycle::{ExternalId, TicketState},
};
use store::{Store, StoreError};
use testkit::on_both_databases;
use uuid::Uuid;

fn now() -> Timestamp {
    "2026-03-02T12:00:00.123456Z".parse().unwrap()
}

fn market() -> Market {
    Market {
        id: MarketId(Uuid::from_u128(1)),
        code: "US".into(),
        country: "United States".into(),
        country_code: domain::CountryCode::parse("US"),
        countries: vec![],
        region: "NA".into(),
        created_at: now(),
        updated_at: now(),
        version: 1,
    }
}

fn brand() -> Brand {
    Brand {
        id: BrandId(Uuid::from_u128(2)),
        name: "Disney".into(),
        internal_code: "DIS".into(),
        family_friendly: true,
        created_at: now(),
        updated_at: now(),
        version: 1,
    }
}

fn channel() -> Channel {
    Channel {
        id: ChannelId(Uuid::from_u128(3)),
        platform_name: "Meta".into(),
        recorded_platform: Some(domain::channel::Platform::Meta),
        api_identifier: "meta".into(),
        created_at: now(),
        updated_at: now(),
        version: 1,
    }
}

fn campaign(number: u128, stem: &str) -> Campaign {
    let parts = NameParts {
        brand: "DIS".into(),
        market: "US".into(),
        channel: "MULTI".into(),
        year: 2026,
        campaign: stem.into(),
    };
    Campaign {
        id: CampaignId(Uuid::from_u128(100 + number)),
        name: parts.to_string(),
        parts,
        campaign_name: stem.into(),
        brand_id: brand().id,
        market_id: market().id,
        budget: Money::parse("50000.01", Currency::USD).unwrap(),
        status: CampaignStatus::Draft,
        start_date: Some("2026-05-01".parse().unwrap()),
        end_date: None,
        created_at: now(),
        updated_at: now(),
        version: 1,
    }
}

fn ticket(number: u128, name: &str) -> Ticket {
    Ticket {
        id: TicketId(Uuid::from_u128(1000 + number)),
        campaign_id: campaign(0, "Moana").id,
        channel_id: channel().id,
        request_type: RequestType::CreateCampaign,
        payload_config: serde_json::from_str(r#"{"objective": "OUTCOME_TRAFFIC", "nested": {"b": [1, 2.5, null]}}"#)
            .unwrap(),
        variant: None,
        name: name.into(),
        state: TicketState::Draft,
        findings: vec![],
        planned: Some(Money::parse("12.5", Currency::USD).unwrap()),
        created_at: now(),
        updated_at: now(),
        version: 1,
    }
}

async fn fill(store: &Store) {
    let tx = store.begin().await.unwrap();
    tx.insert(&market()).await.unwrap();
    tx.insert(&brand()).await.unwrap();
    tx.insert(&channel()).await.unwrap();
    tx.insert(&campaign(0, "Moana")).await.unwrap();
    tx.commit().await.unwrap();
}

on_both_databases! {
    async fn everything_reads_back_as_it_was_written(database) {
        let store = &database.store;
        fill(store).await;
        let tx = store.begin().await.unwrap();
        tx.insert(&ticket(1, "T1")).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(store::get::<Market>(store.reader(), market().id).await.unwrap(), market());
        assert_eq!(store::get::<Brand>(store.reader(), brand().id).await.unwrap(), brand());
        assert_eq!(store::get::<Channel>(store.reader(), channel().id).await.unwrap(), channel());
        assert_eq!(store::get::<Campaign>(store.reader(), campaign(0, "Moana").id).await.unwrap(), campaign(0, "Moana"));
        assert_eq!(store::get::<Ticket>(store.reader(), ticket(1, "T1").id).await.unwrap(), ticket(1, "T1"));
        assert!(matches!(store::get::<Ticket>(store.reader(), ticket(9, "").id).await, Err(StoreError::Missing)));
    }

    async fn a_unique_value_is_taken_once(database) {
        let store = &database.store;
        fill(store).await;
        let again = Market { id: MarketId(Uuid::from_u128(9)), ..market() };
        let tx = store.begin().await.unwrap();
        let taken = tx.insert(&again).await.unwrap_err();
        assert!(matches!(&taken, StoreError::Taken(what) if what == "markets.code"), "{taken:?}");
        drop(tx);
        let tx = store.begin().await.unwrap();
        let taken = tx.insert(&campaign(1, "Moana")).await.unwrap_err();
        assert!(matches!(&taken, StoreError::Taken(what) if what == "campaigns.name"), "{taken:?}");
    }

    async fn what_others_refer_to_stays(database) {
        let store = &database.store;
        fill(store).await;
        let tx = store.begin().await.unwrap();
        assert!(matches!(tx.delete::<Brand>(brand().id).await, Err(StoreError::Referenced)));
        drop(tx);
        let tx = store.begin().await.unwrap();
        let orphan = Campaign { brand_id: BrandId(Uuid::from_u128(77)), ..campaign(5, "Orphan") };
        assert!(matches!(tx.insert(&orphan).await, Err(StoreError::Referenced)));
        drop(tx);
        let tx = store.begin().await.unwrap();
        tx.delete::<Campaign>(campaign(0, "Moana").id).await.unwrap();
        tx.delete::<Brand>(brand().id).await.unwrap();
        assert!(matches!(tx.delete::<Brand>(brand().id).await, Err(StoreError::Missing)));
    }

    async fn a_change_names_the_version_it_was_made_from(database) {
        let store = &database.store;
        fill(store).await;
        let tx = store.begin().await.unwrap();
        let second = Brand { name: "Disney+".into(), version: 2, ..brand() };
        tx.update(&second).await.unwrap();
        assert!(matches!(tx.update(&second).await, Err(StoreError::Stale)), "version 1 is gone");
        tx.commit().await.unwrap();
        assert_eq!(store::get::<Brand>(store.reader(), brand().id).await.unwrap(), second);
    }

    async fn the_database_refuses_dishonest_states(database) {
        let store = &database.store;
        fill(store).await;
        for sql in [
            "UPDATE tickets SET status = 'TRAFFICKED_SUCCESS'",
            "UPDATE tickets SET status = 'TRAFFICKED_SUCCESS', external_platform_id = ''",
            "UPDATE tickets SET status = 'READY_FOR_API'",
            "UPDATE tickets SET status = 'LOST'",
            "UPDATE campaigns SET budget_micros = 0",
        ] {
            let tx = store.begin().await.unwrap();
            match tx.insert(&ticket(1, "T1")).await {
                Ok(()) => tx.commit().await.unwrap(),
                Err(_) => drop(tx),
            }
            assert!(store.execute_for_tests(sql).await.is_err(), "{sql}");
        }
    }

    async fn a_transaction_of_which_a_statement_failed_is_not_committed(database) {
        let store = &database.store;
        fill(store).await;
        let tx = store.begin().await.unwrap();
        let other = Brand { id: domain::BrandId(uuid::Uuid::from_u128(77)), internal_code: "OTHER".into(), ..brand() };
        tx.insert(&other).await.unwrap();
        assert!(matches!(tx.insert(&brand()).await, Err(StoreError::Taken(_))));
        // PostgreSQL would answer this commit without an error, and have rolled back.
        assert!(tx.commit().await.is_err());
        assert!(store::find::<Brand>(store.reader(), other.id).await.unwrap().is_none());
    }

    async fn a_transaction_that_is_dropped_leaves_nothing(database) {
        let store = &database.store;
        let tx = store.begin().await.unwrap();
        tx.insert(&market()).await.unwrap();
        drop(tx);
        assert!(matches!(store::get::<Market>(store.reader(), market().id).await, Err(StoreError::Missing)));
    }

    async fn pages_by_offset_and_by_cursor_show_every_row_once(database) {
        let store = &database.store;
        fill(store).await;
        let tx = store.begin().await.unwrap();
        for number in 0..25 {
            let state = if number % 5 == 0 {
                TicketState::TraffickedSuccess { external_id: ExternalId::new((number + 1).to_string()).unwrap() }
            } else {
                TicketState::Draft
            };
            tx.insert(&Ticket { state, ..ticket(number, &format!("DIS_US_T{number:02}")) }).await.unwrap();
        }
        tx.commit().await.unwrap();
        let filter = TicketFilter::default();
        for sort in [None, Some(("status".to_owned(), SortOrder::Ascending)), Some(("name".to_owned(), SortOrder::Descending))] {
            let everything = ListQuery { sort: sort.clone(), ..ListQuery::default() };
            let all: Vec<String> = names(store, &filter, &everything).await.0;
            assert_eq!(all.len(), 25);
            let mut by_offset = Vec::new();
            let mut by_cursor = Vec::new();
            let mut position = Position::Skip(0);
            for page in 0..4 {
                let query = ListQuery { limit: 7, position: Position::Skip(page * 7), sort: sort.clone() };
                by_offset.extend(names(store, &filter, &query).await.0);
                let query = ListQuery { limit: 7, position: position.clone(), sort: sort.clone() };
                let (page, next) = names(store, &filter, &query).await;
                by_cursor.extend(page);
                if let Some(cursor) = next {
                    position = Position::After(cursor);
                }
            }
            assert_eq!(by_offset, all, "{sort:?}");
            assert_eq!(by_cursor, all, "{sort:?}");
        }
        let live = TicketFilter { status: vec![domain::TicketStatus::TraffickedSuccess], search: Some("us_t1".into()), ..filter };
        let (found, _) = names(store, &live, &ListQuery::default()).await;
        assert_eq!(found, ["DIS_US_T15", "DIS_US_T10"]);
    }
}

async fn names(store: &Store, filter: &TicketFilter, query: &ListQuery) -> (Vec<String>, Option<Cursor>) {
    let listed = store::tickets::list(store, filter, query).await.unwrap();
    (listed.items.into_iter().map(|one| one.ticket.name).collect(), listed.next)
}
