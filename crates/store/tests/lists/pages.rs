//! Every filter in every order, page by page.

use domain::Word as _;
use domain::{
    Campaign, Event, EventId, RequestType, Ticket, TicketStatus,
    deployment::DeploymentStatus,
    event::Actor,
    list::{ListQuery, Position, SortOrder, TicketFilter},
};
use store::Store;
use strum::IntoEnumIterator as _;
use testkit::on_both_databases;

use crate::world::{brand, build, by_cursor, campaign, channel, deployment, market, moment, state, ticket};

/// A ticket with its campaign's brand and market.
pub(crate) type Row = (Ticket, u128, u128);

const KINDS: [RequestType; 3] = [RequestType::CreateCampaign, RequestType::Pause, RequestType::Resume];

/// Tickets of every kind; of each, some are updated at the same time.
pub(crate) fn rows() -> Vec<Row> {
    let row = |n: u128| {
        let (of, at) = (n / 2 % 2, n / 3 % 2);
        // Names whose order is independent of the ids'.
        let mut ticket = ticket(n, &format!("T{:02}", n * 37 % 97));
        ticket.campaign_id = campaign(of, at).id;
        ticket.channel_id = channel(n % 2);
        ticket.request_type = KINDS[usize::try_from(n / 5).unwrap() % 3];
        ticket.state = state(n / 7 + n);
        ticket.updated_at = moment(i64::try_from(n * 13 % 11).unwrap());
        (ticket, of, at)
    };
    (0..96).map(row).collect()
}

/// The deployments of a ticket: none, ended ones, and an active one of each kind.
pub(crate) fn deployments(ticket: &Ticket) -> Vec<DeploymentStatus> {
    use DeploymentStatus as S;
    match ticket.id.0.as_u128() % 64 % 7 {
        0 => vec![S::Pending],
        1 => vec![S::Failure, S::Revoked, S::Started],
        2 => vec![S::Success, S::Retry],
        3 => vec![S::Failure, S::Success],
        _ => vec![],
    }
}

/// Adds them, with their deployments.
pub(crate) async fn insert(store: &Store, rows: &[Row]) {
    build(store).await;
    let tx = store.begin().await.unwrap();
    for (ticket, ..) in rows {
        tx.insert(ticket).await.unwrap();
    }
    tx.commit().await.unwrap();
    for (ticket, ..) in rows {
        for (number, status) in deployments(ticket).into_iter().enumerate() {
            let one = deployment(ticket, number as u128, status);
            let dossier = store::dossier::load(store.reader(), ticket.id).await.unwrap();
            let told = Event {
                id: EventId(one.id.0),
                kind: "deployment.accepted",
                subject: format!("deployments/{}", one.id),
                actor: Actor::worker(),
                time: one.created_at,
                data: serde_json::json!({}),
            };
            assert!(store::deployments::accept(store, &dossier, &one, &[], told).await.unwrap());
        }
    }
}

fn filters() -> Vec<TicketFilter> {
    use TicketStatus as S;
    let none = TicketFilter::default;
    vec![
        none(),
        TicketFilter { campaign_id: Some(campaign(1, 0).id), ..none() },
        TicketFilter { channel_id: Some(channel(1)), ..none() },
        TicketFilter { brand_id: Some(brand(1)), ..none() },
        TicketFilter { market_id: Some(market(0)), ..none() },
        TicketFilter { status: vec![S::Draft], ..none() },
        TicketFilter { status: vec![S::Failed, S::Draft, S::Failed], ..none() },
        TicketFilter { status: S::iter().collect(), ..none() },
        TicketFilter { request_type: Some(RequestType::Pause), ..none() },
        TicketFilter { search: Some("t1".into()), ..none() },
        TicketFilter { deploying: Some(true), ..none() },
        TicketFilter { deploying: Some(false), ..none() },
        TicketFilter { deploying: Some(true), search: Some("t1".into()), ..none() },
        TicketFilter { deploying: Some(false), status: vec![S::ReadyForApi], ..none() },
        TicketFilter {
            brand_id: Some(brand(0)),
            market_id: Some(market(1)),
            status: vec![S::QaFailed, S::ReadyForApi],
            ..none()
        },
        TicketFilter {
            channel_id: Some(channel(0)),
            search: Some("T0".into()),
            status: vec![S::Draft, S::QaTesting],
            ..none()
        },
        TicketFilter {
            deploying: Some(true),
            brand_id: Some(brand(1)),
            status: vec![S::ReadyForApi, S::Draft, S::Failed],
            ..none()
        },
        TicketFilter { deploying: Some(false), market_id: Some(market(1)), search: Some("T".into()), ..none() },
    ]
}

fn is_match(filter: &TicketFilter, (ticket, of, at): &Row) -> bool {
    let is_deploying = deployments(ticket).iter().any(|status| status.is_active());
    filter.deploying.is_none_or(|wanted| wanted == is_deploying)
        && filter.campaign_id.is_none_or(|id| id == ticket.campaign_id)
        && filter.channel_id.is_none_or(|id| id == ticket.channel_id)
        && filter.brand_id.is_none_or(|id| id == brand(*of))
        && filter.market_id.is_none_or(|id| id == market(*at))
        && filter.request_type.is_none_or(|kind| kind == ticket.request_type)
        && (filter.status.is_empty() || filter.status.contains(&ticket.state.status()))
        && filter.search.as_ref().is_none_or(|text| ticket.name.to_lowercase().contains(&text.to_lowercase()))
}

/// The names in the order of `sort`.
fn sorted(mut rows: Vec<&Row>, sort: Option<&(String, SortOrder)>) -> Vec<String> {
    let (field, order) = sort.map_or(("created_at", SortOrder::Descending), |(field, order)| (field, *order));
    rows.sort_by_key(|(ticket, ..)| {
        let by = match field {
            "name" => ticket.name.clone(),
            "status" => ticket.state.status().as_str().to_owned(),
            "request_type" => ticket.request_type.as_str().to_owned(),
            "updated_at" => ticket.updated_at.to_string(),
            _ => String::new(),
        };
        (by, ticket.id)
    });
    if order == SortOrder::Descending {
        rows.reverse();
    }
    rows.into_iter().map(|(ticket, ..)| ticket.name.clone()).collect()
}

/// All orders.
fn sorts() -> Vec<Option<(String, SortOrder)>> {
    let fields = ["created_at", "name", "status", "request_type", "updated_at"];
    let orders = [SortOrder::Ascending, SortOrder::Descending];
    let sorts = fields.iter().flat_map(|field| orders.map(|order| Some(((*field).to_owned(), order))));
    sorts.chain([None]).collect()
}

async fn expect_as_naive(store: &Store, rows: &[Row], filter: &TicketFilter, sort: Option<&(String, SortOrder)>) {
    let matching: Vec<&Row> = rows.iter().filter(|row| is_match(filter, row)).collect();
    assert!(!matching.is_empty(), "{filter:?}");
    let expected = sorted(matching, sort);
    assert_eq!(by_cursor(store, filter, sort.cloned(), 11).await, expected, "{filter:?} {sort:?}");
    for skip in [1, 9, 200] {
        let query = ListQuery { limit: 5, position: Position::Skip(skip), sort: sort.cloned() };
        let page = store::tickets::list(store, filter, &query).await.unwrap();
        let found: Vec<String> = page.items.into_iter().map(|one| one.ticket.name).collect();
        let skip = usize::try_from(skip).unwrap();
        let expected: Vec<String> = expected.iter().skip(skip).take(5).cloned().collect();
        assert_eq!(found, expected, "{filter:?} {sort:?} skip {skip}");
    }
}

on_both_databases! {
    async fn every_filter_in_every_order_shows_each_row_once(database) {
        let rows = rows();
        insert(&database.store, &rows).await;
        // The lists are short, and then long enough that pages are read in other ways.
        for store in [database.store.clone(), database.store.with_long_lists_for_tests(10)] {
            for sort in sorts() {
                for filter in filters() {
                    expect_as_naive(&store, &rows, &filter, sort.as_ref()).await;
                }
            }
        }
    }

    async fn rows_are_skipped_however_many(database) {
        let store = &database.store;
        build(store).await;
        let tx = store.begin().await.unwrap();
        for n in 0..130 {
            tx.insert(&Ticket { state: state(n), ..ticket(n, &format!("T{n:03}")) }).await.unwrap();
        }
        tx.commit().await.unwrap();
        let sort = Some(("name".to_owned(), SortOrder::Ascending));
        for (skip, expected) in [(120, "T120"), (129, "T129"), (100, "T100"), (101, "T101")] {
            let query = ListQuery { limit: 1, position: Position::Skip(skip), sort: sort.clone() };
            let page = store::tickets::list(store, &TicketFilter::default(), &query).await.unwrap();
            assert_eq!((page.items[0].ticket.name.as_str(), page.next.is_some()), (expected, skip < 129));
        }
        let beyond = ListQuery { position: Position::Skip(i64::MAX.unsigned_abs()), ..ListQuery::default() };
        assert!(store::tickets::list(store, &TicketFilter::default(), &beyond).await.unwrap().items.is_empty());
    }

    async fn a_ticket_always_has_its_campaigns_brand_and_market(database) {
        let (store, rows) = (&database.store, rows());
        insert(store, &rows).await;
        let tx = store.begin().await.unwrap();
        tx.update(&Campaign { brand_id: brand(1), market_id: market(1), version: 2, ..campaign(0, 0) }).await.unwrap();
        tx.commit().await.unwrap();
        for number in 0..2 {
            let place = |(_, of, at): &&Row| if (*of, *at) == (0, 0) { (1, 1) } else { (*of, *at) };
            let of_brand = rows.iter().filter(|row| place(row).0 == number).count();
            let filter = TicketFilter { brand_id: Some(brand(number)), ..TicketFilter::default() };
            assert_eq!(by_cursor(store, &filter, None, 50).await.len(), of_brand);
            let of_market = rows.iter().filter(|row| place(row).1 == number).count();
            let filter = TicketFilter { market_id: Some(market(number)), ..TicketFilter::default() };
            assert_eq!(by_cursor(store, &filter, None, 50).await.len(), of_market);
        }
    }
}
