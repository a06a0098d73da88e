//! Tickets.

mod filter;

use domain::Word as _;
use std::collections::HashMap;

use domain::{
    CampaignId, ChannelId, Currency, Money, Ticket, TicketId, TicketStatus,
    list::{Filter, ListQuery, Listed, TicketFilter},
    ticket::lifecycle::{ExternalId, TicketState},
};
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait, ConnectionTrait, EntityTrait, IdenStatic, Iterable, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, Select,
    sea_query::{Expr, ExprTrait, LockType},
};

use uuid::Uuid;

use crate::{
    Aggregate, Result, Store, Tx, convert,
    entity::ticket::{ActiveModel, Column, Entity, Model},
    list,
};

pub(crate) use filter::is_one_of;

/// The ticket of that name.
pub async fn find_by_name(connection: &impl ConnectionTrait, name: &str) -> Result<Option<Ticket>> {
    Entity::find().filter(Column::Name.eq(name)).one(connection).await?.map(Ticket::from_row).transpose()
}

/// The request types that create objects.
pub(crate) const CREATING: [&str; 2] = ["CREATE_CAMPAIGN", "CREATE_CAMPAIGN_TREE"];

/// A ticket in a list.
#[derive(Debug, Clone, PartialEq)]
pub struct ListedTicket {
    /// The ticket, without the parts that are left out.
    pub ticket: Ticket,
    /// The fields that are left out because they are large.
    pub omitted: Vec<&'static str>,
}

/// A page of tickets. Their large parts are not read: a page of a thousand would take gigabytes.
pub async fn list(store: &Store, filter: &TicketFilter, query: &ListQuery) -> Result<Listed<ListedTicket>> {
    let filtered = filter::narrowed(store, filter).await?;
    let sortable = list::sortable::<Entity>(&TicketFilter::RESOURCE)?;
    let page =
        list::page_with(store, filtered, query, &sortable, Ticket::ID, |rows| small_parts(rows, store.is_sqlite()));
    page.await?.try_map(listed)
}

/// The parts of a ticket that can be large.
const LARGE_PARTS: [Column; 2] = [Column::PayloadConfig, Column::QaFindings];

/// The most bytes of each part in a list.
const MOST_SHOWN: u32 = 8 * 1024;

fn small_parts(rows: Select<Entity>, sqlite: bool) -> Select<Entity> {
    Column::iter().fold(rows.select_only(), |rows, column| {
        let name = column.as_str();
        if LARGE_PARTS.iter().any(|large| large.as_str() == name) {
            rows.expr_as(Expr::cust(small_part(name, sqlite)), name)
        } else {
            rows.column(column)
        }
    })
}

/// JSON's null for a large part. Both databases know the stored size without reading it; on PostgreSQL a small one may
/// be compressed.
fn small_part(name: &str, sqlite: bool) -> String {
    let column = format!("\"tickets\".\"{name}\"");
    if sqlite {
        format!("CASE WHEN octet_length({column}) > {MOST_SHOWN} THEN 'null' ELSE {column} END")
    } else {
        format!(
            "CASE WHEN pg_column_size({column}) > {MOST_SHOWN} THEN 'null'::jsonb \
             WHEN octet_length({column}::text) > {MOST_SHOWN} THEN 'null'::jsonb ELSE {column} END"
        )
    }
}

fn listed(mut row: Model) -> Result<ListedTicket> {
    let mut omitted = Vec::new();
    for (name, part, empty) in [
        ("payload_config", &mut row.payload_config, serde_json::json!({})),
        ("qa_findings", &mut row.qa_findings, serde_json::json!([])),
    ] {
        if *part == serde_json::Value::Null {
            *part = empty;
            omitted.push(name);
        }
    }
    Ok(ListedTicket { ticket: Ticket::from_row(row)?, omitted })
}

/// The names of these tickets, in one statement.
pub async fn names_of(connection: &impl ConnectionTrait, tickets: &[TicketId]) -> Result<HashMap<TicketId, String>> {
    if tickets.is_empty() {
        return Ok(HashMap::new());
    }
    let rows: Vec<(Uuid, String)> = Entity::find()
        .select_only()
        .column(Column::Id)
        .column(Column::Name)
        .filter(Column::Id.is_in(tickets.iter().map(|id| id.0)))
        .into_tuple()
        .all(connection)
        .await?;
    Ok(rows.into_iter().map(|(id, name)| (TicketId(id), name)).collect())
}

/// The number of tickets that match the filter.
pub async fn count_of(connection: &impl ConnectionTrait, filter: &TicketFilter) -> Result<u64> {
    Ok(filter::filtered(filter)?.whole().count(connection).await?)
}

/// The sum that the campaign's tickets that create objects plan to spend, in `currency`, except those in `except`.
pub async fn planned_by_others(
    connection: &impl ConnectionTrait,
    campaign: CampaignId,
    except: &[TicketId],
    currency: Currency,
) -> Result<Option<Money>> {
    let sum: Option<Option<i64>> = Entity::find()
        .select_only()
        .expr(Expr::col(Column::PlannedMicros).sum().cast_as("bigint"))
        .filter(Column::CampaignId.eq(campaign.0))
        .filter(Column::Id.is_not_in(except.iter().map(|id| id.0)))
        .filter(Column::RequestType.is_in(CREATING))
        // A ticket that QA refused will not spend this plan.
        .filter(Column::Status.ne(TicketStatus::QaFailed.as_str()))
        .filter(Column::PlannedCurrency.eq(currency.code()))
        .into_tuple()
        .one(connection)
        .await?;
    Ok(sum.flatten().map(|micros| Money::of_micros(micros, currency)))
}

/// Tickets in `READY_FOR_API` without an active deployment that match the filter; locked until the transaction ends.
pub async fn hold_ready_and_idle(tx: &Tx, filter: &TicketFilter) -> Result<Vec<Ticket>> {
    let ready = filter::filtered(filter)?
        .whole()
        .filter(Column::Status.eq(TicketStatus::ReadyForApi.as_str()))
        .order_by_asc(Column::Id)
        .lock(LockType::NoKeyUpdate)
        .all(tx.connection())
        .await?;
    // A separate statement: it sees the deployments for which the lock waited.
    let active = super::deployments::active_ticket_ids(tx.connection()).await?;
    ready.into_iter().filter(|row| !active.contains(&row.id)).map(Ticket::from_row).collect()
}

/// The newest ticket of a campaign on a channel that created an object there.
pub async fn latest_created(
    connection: &impl ConnectionTrait,
    campaign: CampaignId,
    channel: ChannelId,
) -> Result<Option<Ticket>> {
    Entity::find()
        .filter(Column::CampaignId.eq(campaign.0))
        .filter(Column::ChannelId.eq(channel.0))
        .filter(Column::Status.eq(TicketStatus::TraffickedSuccess.as_str()))
        .filter(Column::RequestType.is_in(CREATING))
        .order_by_desc(Column::Id)
        .one(connection)
        .await?
        .map(Ticket::from_row)
        .transpose()
}

/// A ticket's state as its columns.
pub(crate) struct StateColumns {
    pub(crate) status: &'static str,
    pub(crate) external_platform_id: Option<String>,
    pub(crate) qa_digest: Option<String>,
    pub(crate) qa_failure_reason: Option<String>,
}

pub(crate) fn state_columns(state: &TicketState) -> StateColumns {
    let digest = match state {
        TicketState::ReadyForApi { digest } => Some(digest.clone()),
        _ => None,
    };
    StateColumns {
        status: state.status().as_str(),
        external_platform_id: state.external_id().map(|id| id.as_str().to_owned()),
        qa_digest: digest,
        qa_failure_reason: state.reason().map(str::to_owned),
    }
}

/// A ticket's state from its columns.
pub(crate) fn state(
    status: &str,
    external_id: Option<String>,
    digest: Option<String>,
    reason: Option<String>,
) -> Result<TicketState> {
    let reason = reason.unwrap_or_default();
    Ok(match convert::word(status)? {
        TicketStatus::Draft => TicketState::Draft,
        TicketStatus::QaTesting => TicketState::QaTesting,
        TicketStatus::QaFailed => TicketState::QaFailed { reason },
        TicketStatus::ReadyForApi => TicketState::ReadyForApi { digest: digest.unwrap_or_default() },
        TicketStatus::TraffickedSuccess => TicketState::TraffickedSuccess {
            external_id: external_id
                .filter(|id| !id.trim().is_empty())
                .map(ExternalId::stored)
                .ok_or_else(|| convert::corrupt("a trafficked ticket without an id"))?,
        },
        TicketStatus::Failed => TicketState::Failed { reason },
    })
}

impl Aggregate for Ticket {
    type Entity = Entity;
    type Row = Model;
    type Active = ActiveModel;
    type Id = TicketId;

    const ID: Column = Column::Id;
    const VERSION: Column = Column::Version;

    fn key(&self) -> Uuid {
        self.id.0
    }

    fn version(&self) -> i64 {
        self.version
    }

    fn to_row(&self) -> Result<ActiveModel> {
        let columns = state_columns(&self.state);
        Ok(ActiveModel {
            id: Set(self.id.0),
            campaign_id: Set(self.campaign_id.0),
            channel_id: Set(self.channel_id.0),
            // The database takes them from the campaign.
            brand_id: NotSet,
            market_id: NotSet,
            request_type: Set(self.request_type.as_str().to_owned()),
            payload_config: Set(serde_json::Value::Object(self.payload_config.clone())),
            variant: Set(self.variant.clone()),
            name: Set(self.name.clone()),
            status: Set(columns.status.to_owned()),
            external_platform_id: Set(columns.external_platform_id),
            qa_digest: Set(columns.qa_digest),
            qa_failure_reason: Set(columns.qa_failure_reason),
            qa_findings: Set(convert::to_json(&self.findings)?),
            planned_micros: Set(self.planned.map(|money| money.micros)),
            planned_currency: Set(self.planned.map(|money| money.currency.code().to_owned())),
            created_at: Set(convert::micros(self.created_at)),
            updated_at: Set(convert::micros(self.updated_at)),
            version: Set(self.version),
        })
    }

    fn from_row(row: Model) -> Result<Self> {
        let state = state(&row.status, row.external_platform_id, row.qa_digest, row.qa_failure_reason)?;
        let planned = match (row.planned_micros, row.planned_currency) {
            (Some(micros), Some(code)) => {
                let currency = Currency::parse(&code).map_err(|fault| convert::corrupt(fault.problem))?;
                Some(Money::of_micros(micros, currency))
            }
            _ => None,
        };
        Ok(Ticket {
            id: TicketId(row.id),
            campaign_id: CampaignId(row.campaign_id),
            channel_id: ChannelId(row.channel_id),
            request_type: convert::word(&row.request_type)?,
            payload_config: convert::from_json(row.payload_config)?,
            variant: row.variant,
            name: row.name,
            state,
            findings: convert::from_json(row.qa_findings)?,
            planned,
            created_at: convert::timestamp(row.created_at),
            updated_at: convert::timestamp(row.updated_at),
            version: row.version,
        })
    }
}
