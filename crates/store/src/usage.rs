//! The usage of campaigns by their tickets: planned budgets, and numbers by status.

use std::collections::BTreeMap;

use domain::{CampaignId, ChannelId, Currency, Money, TicketStatus};
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

/// The usage of a campaign by its tickets.
#[derive(Debug, Clone, PartialEq)]
pub struct CampaignUsage {
    /// The campaign.
    pub campaign_id: CampaignId,
    /// The currency of its budget.
    pub currency: Currency,
    /// The sum of the planned budgets of its tickets that create objects, in every state: a ticket that QA refused for
    /// its budget is included, so that the reason is visible. None if nothing is planned.
    pub planned: Option<Money>,
    /// The numbers of tickets by channel and status, in a fixed order.
    pub tickets: Vec<TicketCount>,
}

/// The number of a campaign's tickets with a status on a channel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TicketCount {
    /// The channel.
    pub channel_id: ChannelId,
    /// The status.
    pub status: TicketStatus,
    /// The number of tickets; never 0.
    pub count: u64,
}

#[derive(FromQueryResult)]
struct Group {
    campaign_id: Uuid,
    currency: String,
    channel_id: Option<Uuid>,
    status: Option<String>,
    tickets: i64,
    planned: Option<i64>,
}

/// The usage of the existing ones of these campaigns, by id.
pub async fn of(connection: &impl ConnectionTrait, campaigns: &[CampaignId]) -> Result<Vec<CampaignUsage>> {
    let statement = connection.get_database_backend().build(&groups(campaigns));
    let mut usages = BTreeMap::new();
    for group in Group::find_by_statement(statement).all(connection).await? {
        let currency = Currency::parse(&group.currency).map_err(|fault| convert::corrupt(fault.problem))?;
        let campaign_id = CampaignId(group.campaign_id);
        let usage = usages.entry(group.campaign_id).or_insert_with(|| CampaignUsage {
            campaign_id,
            currency,
            planned: None,
            tickets: Vec::new(),
        });
        if let Some(micros) = group.planned {
            let sum = usage.planned.map_or(0, |planned| planned.micros).saturating_add(micros);
            usage.planned = Some(Money::of_micros(sum, currency));
        }
        if let (Some(channel), Some(status)) = (group.channel_id, group.status) {
            usage.tickets.push(TicketCount {
                channel_id: ChannelId(channel),
                status: convert::word(&status)?,
                count: u64::try_from(group.tickets).unwrap_or_default(),
            });
        }
    }
    Ok(usages.into_values().collect())
}

/// One row for each campaign, channel and status; one without channel for a campaign without tickets. The tickets are
/// found by the index of their campaigns.
fn groups(campaigns: &[CampaignId]) -> SelectStatement {
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
