//! A ticket with everything that belongs to it, for QA and the translators.

use domain::{
    AccountRef, Brand, Campaign, Channel, Deployment, Market, Ticket, TicketId,
    deployment::StepState,
    ticket::lifecycle::{ExternalId, TicketState},
};

use sea_orm::{
    FromQueryResult, QueryResult,
    sea_query::{Expr, ExprTrait, JoinType, Query, SelectStatement},
};

use crate::{
    Aggregate, Connection, Result, StoreError,
    aggregate::get,
    deployments,
    entity::{brand, campaign, channel, market, ticket},
    joined, tickets,
};

/// A ticket and everything that belongs to it.
#[derive(Debug, Clone, PartialEq)]
pub struct Dossier {
    /// The ticket.
    pub ticket: Ticket,
    /// Its campaign.
    pub campaign: Campaign,
    /// The campaign's brand.
    pub brand: Brand,
    /// The campaign's market.
    pub market: Market,
    /// The ticket's channel.
    pub channel: Channel,
    /// The object that the ticket changes, if it changes one.
    pub target: Option<TargetObject>,
    /// For a ticket that creates and was deployed before: the path of the request of its first object, if that exists
    /// or may exist.
    pub made_by: Option<String>,
}

/// An object on a platform that an earlier ticket created.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TargetObject {
    /// The ticket that created it.
    pub ticket_id: TicketId,
    /// Its id on the platform.
    pub external_id: ExternalId,
    /// The account of its creation, if we created it.
    pub account: Option<AccountRef>,
    /// Its name.
    pub name: String,
    /// The path of the request that created it; none if its id was written back by hand.
    pub made_by: Option<String>,
}

/// Reads a ticket's dossier.
pub async fn load(connection: &impl Connection, id: TicketId) -> Result<Dossier> {
    let row = connection.query_one(&select(id)).await?.ok_or(StoreError::Missing)?;
    let mut dossier = read(connection, &row).await?;
    if dossier.ticket.request_type.creates() {
        let last = deployments::latest_of(connection, id).await?;
        dossier.made_by = made_by(connection, last.as_ref()).await?;
    }
    Ok(dossier)
}

/// The path of the request of a deployment's first object, if that exists or may exist.
pub(crate) async fn made_by(connection: &impl Connection, last: Option<&Deployment>) -> Result<Option<String>> {
    let Some(last) = last else { return Ok(None) };
    let first = deployments::steps_of(connection, last.id).await?.into_iter().next();
    Ok(first.filter(|step| step.may_exist() && !step.is_repeatable()).map(|step| step.plan.request.path))
}

/// A ticket and everything that belongs to it in one row, except its target.
pub(crate) fn select(id: TicketId) -> SelectStatement {
    let mut select = Query::select();
    select.from(ticket::Entity).and_where(Expr::col((ticket::Entity, ticket::Column::Id)).eq(id.0));
    joined::columns_of::<ticket::Entity>(&mut select, "ticket_");
    let inner = JoinType::InnerJoin;
    let (id, campaign_id) = (campaign::Column::Id, ticket::Column::CampaignId);
    joined::join::<campaign::Entity, ticket::Entity>(&mut select, "campaign_", inner, id, campaign_id);
    let (id, brand_id) = (brand::Column::Id, campaign::Column::BrandId);
    joined::join::<brand::Entity, campaign::Entity>(&mut select, "brand_", inner, id, brand_id);
    let (id, market_id) = (market::Column::Id, campaign::Column::MarketId);
    joined::join::<market::Entity, campaign::Entity>(&mut select, "market_", inner, id, market_id);
    let (id, channel_id) = (channel::Column::Id, ticket::Column::ChannelId);
    joined::join::<channel::Entity, ticket::Entity>(&mut select, "channel_", inner, id, channel_id);
    select
}

/// The dossier of a row of [`select`].
pub(crate) async fn read(connection: &impl Connection, row: &QueryResult) -> Result<Dossier> {
    let ticket = Ticket::from_row(FromQueryResult::from_query_result(row, "ticket_")?)?;
    let target = target(connection, &ticket).await?;
    Ok(Dossier {
        ticket,
        campaign: Campaign::from_row(FromQueryResult::from_query_result(row, "campaign_")?)?,
        brand: Brand::from_row(FromQueryResult::from_query_result(row, "brand_")?)?,
        market: Market::from_row(FromQueryResult::from_query_result(row, "market_")?)?,
        channel: Channel::from_row(FromQueryResult::from_query_result(row, "channel_")?)?,
        target,
        made_by: None,
    })
}

/// Completes the dossier of a ticket that was read already, or is not stored yet.
pub async fn of(connection: &impl Connection, ticket: Ticket) -> Result<Dossier> {
    let campaign: Campaign = get(connection, ticket.campaign_id).await?;
    let brand = get(connection, campaign.brand_id).await?;
    let market = get(connection, campaign.market_id).await?;
    let channel = get(connection, ticket.channel_id).await?;
    let target = target(connection, &ticket).await?;
    Ok(Dossier { ticket, campaign, brand, market, channel, target, made_by: None })
}

/// The object that a ticket changes: the one of the ticket that it names, or the newest of its campaign on its channel.
async fn target(connection: &impl Connection, ticket: &Ticket) -> Result<Option<TargetObject>> {
    if ticket.request_type.creates() {
        return Ok(None);
    }
    let named = ticket.payload_config.get("target_ticket_id").and_then(|id| id.as_str());
    let creator = match named {
        Some(id) => match id.parse::<TicketId>() {
            Ok(id) => crate::aggregate::find::<Ticket>(connection, id)
                .await?
                .filter(|found| found.campaign_id == ticket.campaign_id && found.channel_id == ticket.channel_id),
            Err(_) => None,
        },
        None => tickets::latest_created(connection, ticket.campaign_id, ticket.channel_id).await?,
    };
    let Some(creator) = creator else { return Ok(None) };
    let TicketState::TraffickedSuccess { external_id } = creator.state else {
        return Ok(None);
    };
    let last = deployments::latest_of(connection, creator.id).await?;
    let made_by = match &last {
        Some(last) => deployments::steps_of(connection, last.id)
            .await?
            .into_iter()
            .find(|step| matches!(&step.state, StepState::Done { external_id: id } if *id == external_id))
            .map(|step| step.plan.request.path),
        None => None,
    };
    let account = last.map(|deployment| deployment.account);
    Ok(Some(TargetObject { ticket_id: creator.id, external_id, account, name: creator.name, made_by }))
}
