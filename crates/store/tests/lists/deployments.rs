//! Deployments by properties of their tickets.

use domain::{
    Deployment, DeploymentId, PlatformId,
    deployment::DeploymentStatus,
    list::{DeploymentFilter, ListQuery, Position, SortOrder},
};
use store::Store;
use strum::IntoEnumIterator as _;
use testkit::on_both_databases;

use crate::{
    pages::{Row, deployments, insert, rows},
    world::{brand, channel, deployment, market},
};

fn filters() -> Vec<DeploymentFilter> {
    use DeploymentStatus as S;
    let none = DeploymentFilter::default;
    vec![
        none(),
        DeploymentFilter { brand_id: Some(brand(1)), ..none() },
        DeploymentFilter { market_id: Some(market(0)), status: vec![S::Success], ..none() },
        DeploymentFilter { channel_id: Some(channel(1)), status: vec![S::Pending, S::Retry], ..none() },
        DeploymentFilter { search: Some("t1".into()), ..none() },
        // SQLite finds it by its trigrams.
        DeploymentFilter { search: Some("t12".into()), ..none() },
        DeploymentFilter { search: Some("T".into()), brand_id: Some(brand(0)), market_id: Some(market(1)), ..none() },
        DeploymentFilter { search: Some("no such".into()), ..none() },
        DeploymentFilter { platform: vec![PlatformId::Tiktok], ..none() },
        DeploymentFilter { platform: PlatformId::iter().collect(), status: vec![S::Success, S::Retry], ..none() },
    ]
}

fn matches_filter(filter: &DeploymentFilter, one: &Deployment, (ticket, of, at): &Row) -> bool {
    filter.brand_id.is_none_or(|id| id == brand(*of))
        && filter.market_id.is_none_or(|id| id == market(*at))
        && filter.channel_id.is_none_or(|id| id == ticket.channel_id)
        && (filter.status.is_empty() || filter.status.contains(&one.status))
        && (filter.platform.is_empty() || filter.platform.contains(&one.account.platform))
        && filter.search.as_ref().is_none_or(|text| ticket.name.to_lowercase().contains(&text.to_lowercase()))
}

/// The ids and statuses from a plain scan of all rows, in the order of the ids.
fn expected(rows: &[Row], filter: &DeploymentFilter) -> Vec<(DeploymentId, DeploymentStatus)> {
    let all = rows.iter().flat_map(|row| {
        let statuses = deployments(&row.0).into_iter().enumerate();
        statuses.map(move |(number, status)| (deployment(&row.0, number as u128, status), row))
    });
    let mut found: Vec<_> =
        all.filter(|(one, row)| matches_filter(filter, one, row)).map(|(one, _)| (one.id, one.status)).collect();
    found.sort_by_key(|(id, _)| *id);
    found
}

async fn found(store: &Store, filter: &DeploymentFilter, field: &str) -> Vec<DeploymentId> {
    let sort = Some((field.to_owned(), SortOrder::Ascending));
    let mut query = ListQuery { limit: 7, position: Position::Skip(0), sort };
    let mut ids = Vec::new();
    loop {
        let page = store::deployments::list(store, filter, &query).await.unwrap();
        ids.extend(page.items.iter().map(|deployment| deployment.id));
        let Some(cursor) = page.next else {
            assert_eq!(page.total, ids.len() as u64, "{filter:?}");
            return ids;
        };
        query.position = Position::After(cursor);
    }
}

on_both_databases! {
    async fn deployments_are_found_by_what_their_tickets_are(database) {
        let rows = rows();
        insert(&database.store, &rows).await;
        for store in [database.store.clone(), database.store.with_long_lists_for_tests(10)] {
            for filter in filters() {
                let expected = expected(&rows, &filter);
                let ids: Vec<DeploymentId> = expected.iter().map(|(id, _)| *id).collect();
                // All were updated at the same time, so the ids decide there too.
                for field in ["created_at", "updated_at"] {
                    assert_eq!(found(&store, &filter, field).await, ids, "{filter:?} by {field}");
                }
                for (status, count) in store::deployments::count_filtered(&store, &filter).await.unwrap() {
                    let expected = expected.iter().filter(|(_, one)| *one == status).count();
                    assert_eq!(count, expected as u64, "{filter:?} {status:?}");
                }
            }
        }
        let all = expected(&rows, &DeploymentFilter::default()).len();
        for filter in &filters()[1..] {
            assert!(expected(&rows, filter).len() < all, "{filter:?} lets everything through");
        }
    }
}
