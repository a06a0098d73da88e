//! The use of campaigns: their tickets in groups of one channel and one status.

use domain::{CampaignId, ChannelId, Currency, TicketStatus};
use sea_orm::{
    ConnectionTrait, FromQueryResult,
    sea_query::{Alias, CaseStatement, Expr, ExprTrait, Query, SelectStatement},
};
use uuid::Uuid;

use crate::{
    Result, convert,
    entity::{campaign, ticket},
    tickets::CREATING,
};

/// The tickets of a campaign that have one status on one channel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UsageGroup {
    /// The campaign.
    pub campaign_id: CampaignId,
    /// The currency of its budget.
    pub currency: Currency,
    /// The sum, in micro-units of that currency, that those of them that create objects plan to spend; none where none does.
    pub planned: Option<i64>,
    /// The channel, the status and the number of tickets; none in the one group of a campaign without tickets.
    pub tickets: Option<(ChannelId, TicketStatus, u64)>,
}

#[derive(FromQueryResult)]
struct Row {
    campaign_id: Uuid,
    currency: String,
    channel_id: Option<Uuid>,
    status: Option<String>,
    tickets: i64,
    planned: Option<i64>,
}

/// The groups of those campaigns that there are; those of one campaign by channel and status.
pub async fn groups(connection: &impl ConnectionTrait, campaigns: &[CampaignId]) -> Result<Vec<UsageGroup>> {
    let statement = connection.get_database_backend().build(&statement(campaigns));
    Row::find_by_statement(statement).all(connection).await?.into_iter().map(group).collect()
}

fn group(row: Row) -> Result<UsageGroup> {
    let tickets = match (row.channel_id, row.status) {
        (Some(channel), Some(status)) => {
            Some((ChannelId(channel), convert::word(&status)?, u64::try_from(row.tickets).unwrap_or_default()))
        }
        _ => None,
    };
    Ok(UsageGroup {
        campaign_id: CampaignId(row.campaign_id),
        currency: Currency::parse(&row.currency).map_err(|fault| convert::corrupt(fault.problem))?,
        planned: row.planned,
        tickets,
    })
}

/// One row for each campaign, channel and status; one without channel for a campaign without tickets. The tickets are
/// found by the index of their campaigns.
fn statement(campaigns: &[CampaignId]) -> SelectStatement {
    use campaign::Column as C;
    use ticket::Column as T;
    let of_campaign = |column: C| Expr::col((campaign::Entity, column));
    let of_ticket = |column: T| Expr::col((ticket::Entity, column));
    let counts =
        of_ticket(T::RequestType).is_in(CREATING).and(of_ticket(T::PlannedCurrency).eq(of_campaign(C::Currency)));
    let planned: Expr = CaseStatement::new().case(counts, of_ticket(T::PlannedMicros)).into();
    Query::select()
        .expr_as(of_campaign(C::Id), "campaign_id")
        .expr_as(of_campaign(C::Currency), "currency")
        .expr_as(of_ticket(T::ChannelId), "channel_id")
        .expr_as(of_ticket(T::Status), "status")
        .expr_as(of_ticket(T::Id).count(), "tickets")
        .expr_as(planned.sum().cast_as(Alias::new("bigint")), "planned")
        .from(campaign::Entity)
        .left_join(ticket::Entity, of_ticket(T::CampaignId).eq(of_campaign(C::Id)))
        .and_where(of_campaign(C::Id).is_in(campaigns.iter().map(|id| id.0)))
        .group_by_columns([(campaign::Entity, C::Id), (campaign::Entity, C::Currency)])
        .group_by_columns([(ticket::Entity, T::ChannelId), (ticket::Entity, T::Status)])
        .order_by((ticket::Entity, T::ChannelId), sea_orm::Order::Asc)
        .order_by((ticket::Entity, T::Status), sea_orm::Order::Asc)
        .to_owned()
}
