//! Two brands, two markets, two channels, a campaign for each pair, and tickets on them.

use domain::{
    AccountRef, Brand, BrandId, Campaign, CampaignId, CampaignStatus, Channel, ChannelId, Currency, Deployment,
    DeploymentId, Market, MarketId, Money, PlatformId, RequestType, Ticket, TicketId, Timestamp,
    deployment::DeploymentStatus,
    list::{ListQuery, Position, SortOrder, TicketFilter},
    taxonomy::NameParts,
    ticket::lifecycle::{ExternalId, TicketState},
};
use store::Store;
use uuid::Uuid;

pub(crate) fn moment(second: i64) -> Timestamp {
    Timestamp::from_second(1_772_452_800 + second).unwrap()
}

fn id(kind: u128, number: u128) -> Uuid {
    Uuid::from_u128(kind << 64 | number)
}

pub(crate) fn brand(number: u128) -> BrandId {
    BrandId(id(1, number))
}

pub(crate) fn market(number: u128) -> MarketId {
    MarketId(id(2, number))
}

pub(crate) fn channel(number: u128) -> ChannelId {
    ChannelId(id(3, number))
}

/// The campaign of a brand in a market.
pub(crate) fn campaign(of: u128, at: u128) -> Campaign {
    let parts = NameParts {
        brand: format!("B{of}"),
        market: format!("M{at}"),
        channel: "MULTI".into(),
        year: 2026,
        campaign: "Moana".into(),
    };
    Campaign {
        id: CampaignId(id(4, of * 2 + at)),
        name: parts.to_string(),
        parts,
        campaign_name: "Moana".into(),
        brand_id: brand(of),
        market_id: market(at),
        budget: Money::parse("50000.01", Currency::USD).unwrap(),
        status: CampaignStatus::Draft,
        start_date: None,
        end_date: None,
        created_at: moment(0),
        updated_at: moment(0),
        version: 1,
    }
}

/// A ticket of the campaign of brand 0 in market 0, on channel 0.
pub(crate) fn ticket(number: u128, name: &str) -> Ticket {
    Ticket {
        id: TicketId(id(5, number)),
        campaign_id: campaign(0, 0).id,
        channel_id: channel(0),
        request_type: RequestType::CreateCampaign,
        payload_config: serde_json::Map::new(),
        variant: None,
        name: name.into(),
        state: TicketState::Draft,
        findings: vec![],
        planned: None,
        created_at: moment(0),
        updated_at: moment(0),
        version: 1,
    }
}

/// A state of each of six kinds.
pub(crate) fn state(kind: u128) -> TicketState {
    match kind % 6 {
        0 => TicketState::Draft,
        1 => TicketState::QaTesting,
        2 => TicketState::QaFailed { reason: "no".into() },
        3 => TicketState::ReadyForApi { digest: "digest".into() },
        4 => TicketState::TraffickedSuccess { external_id: ExternalId::new("1".to_owned()).unwrap() },
        _ => TicketState::Failed { reason: "no".into() },
    }
}

/// The `number`th deployment of a ticket.
pub(crate) fn deployment(ticket: &Ticket, number: u128, status: DeploymentStatus) -> Deployment {
    Deployment {
        id: DeploymentId(id(6, ticket.id.0.as_u128() << 8 | number)),
        ticket_id: ticket.id,
        account: AccountRef {
            platform: if number == 0 { PlatformId::Meta } else { PlatformId::Tiktok },
            account_id: "1".into(),
        },
        status,
        attempt: 0,
        retries: 0,
        due_at: moment(0),
        lease_token: None,
        lease_until: None,
        error: None,
        created_at: moment(0),
        updated_at: moment(0),
        finished_at: (!status.is_active()).then(|| moment(1)),
    }
}

/// Adds the master data and the campaigns.
pub(crate) async fn build(store: &Store) {
    let (created_at, updated_at, version) = (moment(0), moment(0), 1);
    let tx = store.begin().await.unwrap();
    for n in 0..2 {
        let (name, internal_code) = (format!("Brand {n}"), format!("B{n}"));
        let family_friendly = true;
        let one = Brand { id: brand(n), name, internal_code, family_friendly, created_at, updated_at, version };
        tx.insert(&one).await.unwrap();
        let (code, region, countries, country_code) = (format!("M{n}"), "NA".into(), vec![], None);
        let country = "United States".into();
        let id = market(n);
        let one = Market { id, code, country, country_code, countries, region, created_at, updated_at, version };
        tx.insert(&one).await.unwrap();
        let (platform_name, api_identifier) = ("Meta".into(), format!("meta{n}"));
        let (id, recorded_platform) = (channel(n), Some(domain::channel::Platform::Meta));
        let one = Channel { id, platform_name, recorded_platform, api_identifier, created_at, updated_at, version };
        tx.insert(&one).await.unwrap();
    }
    for of in 0..2 {
        for at in 0..2 {
            tx.insert(&campaign(of, at)).await.unwrap();
        }
    }
    tx.commit().await.unwrap();
}

/// The names of all pages, by following cursors; each page's total must be their number.
pub(crate) async fn by_cursor(
    store: &Store,
    filter: &TicketFilter,
    sort: Option<(String, SortOrder)>,
    limit: u64,
) -> Vec<String> {
    let mut query = ListQuery { limit, position: Position::Skip(0), sort };
    let (mut names, mut total) = (Vec::new(), None);
    loop {
        let listed = store::tickets::list(store, filter, &query).await.unwrap();
        assert_eq!(*total.get_or_insert(listed.total), listed.total);
        names.extend(listed.items.into_iter().map(|one| one.ticket.name));
        match listed.next {
            Some(cursor) => query.position = Position::After(cursor),
            None => break,
        }
    }
    assert_eq!(total, Some(names.len() as u64), "{filter:?}");
    names
}
