//! Accepting a deployment: one statement reads all that it depends on, and one set of changes writes it, if the ticket and its
//! campaign are then as they were read.

use domain::{Deployment, Event, TicketId, Version, deployment::Step, qa::Policy};
use sea_orm::{
    ColumnTrait, EntityTrait, FromQueryResult, QueryFilter, QuerySelect, QueryTrait,
    sea_query::{Expr, ExprTrait, JoinType, LockType},
};

use super::{deployment, row, steps};
use crate::{
    Changes, Result, Store, StoreError,
    dossier::{self, Dossier},
    entity::{campaign, deployment as table, qa_policy, ticket},
    events,
    jobs::{self, ItemClaim},
    joined, policy,
};

/// All that accepting a ticket's deployment depends on.
#[derive(Debug, Clone, PartialEq)]
pub struct DeployInput {
    /// The ticket, and what belongs to it.
    pub dossier: Dossier,
    /// The rules of the house.
    pub policy: Policy,
    /// Their version.
    pub policy_version: Version,
    /// The ticket's deployments until now, the newest first.
    pub earlier: Vec<Deployment>,
}

/// Reads all that accepting a ticket's deployment depends on.
pub async fn deploy_input(store: &Store, id: TicketId) -> Result<DeployInput> {
    let mut select = dossier::select(id);
    select.join(JoinType::LeftJoin, qa_policy::Entity, Expr::col((qa_policy::Entity, qa_policy::Column::Id)).eq(1));
    joined::columns_of::<qa_policy::Entity>(&mut select, "policy_");
    let (left, ticket_id, id) = (JoinType::LeftJoin, table::Column::TicketId, ticket::Column::Id);
    joined::join::<table::Entity, ticket::Entity>(&mut select, "deployment_", left, ticket_id, id);
    let connection = store.by_key();
    let rows = crate::Connection::query_all(connection, &select).await?;
    let first = rows.first().ok_or(StoreError::Missing)?;
    let mut dossier = dossier::read(connection, first).await?;
    let (policy, policy_version) = policy::of_row(qa_policy::Model::from_query_result_optional(first, "policy_")?)?;
    let mut earlier = rows
        .iter()
        .filter_map(|found| table::Model::from_query_result_optional(found, "deployment_").transpose())
        .map(|found| deployment(found?))
        .collect::<Result<Vec<_>>>()?;
    earlier.sort_by_key(|deployment| std::cmp::Reverse(deployment.id));
    if dossier.ticket.request_type.creates() {
        dossier.made_by = dossier::made_by(connection, earlier.first()).await?;
    }
    Ok(DeployInput { dossier, policy, policy_version, earlier })
}

/// Adds a deployment with its steps and its event. `false` when the ticket or its campaign is not as the dossier has it any
/// more; [`StoreError::Taken`] when the ticket has an active deployment already.
pub async fn accept(
    store: &Store,
    dossier: &Dossier,
    deployment: &Deployment,
    planned: &[Step],
    event: Event,
) -> Result<bool> {
    accepting(dossier, deployment, planned, event)?.commit(store).await
}

/// The same for a job's item, whose result, with its sentence, is written in the same set of changes. `false` also when the claim
/// on the job is lost.
pub async fn accept_item(
    store: &Store,
    dossier: &Dossier,
    deployment: &Deployment,
    planned: &[Step],
    event: Event,
    (item, message): (ItemClaim, String),
) -> Result<bool> {
    let mut changes = accepting(dossier, deployment, planned, event)?;
    jobs::accept_with(&mut changes, item, deployment.id, message, deployment.created_at);
    changes.commit(store).await
}

fn accepting(dossier: &Dossier, deployment: &Deployment, planned: &[Step], event: Event) -> Result<Changes> {
    let mut changes = Changes::default();
    // In the order that locks.rs prescribes.
    let campaign = campaign::Entity::find_by_id(dossier.campaign.id.0)
        .select_only()
        .column(campaign::Column::Id)
        .filter(campaign::Column::Version.eq(dossier.campaign.version))
        .lock(LockType::Share);
    let ticket = ticket::Entity::find_by_id(dossier.ticket.id.0)
        .select_only()
        .column(ticket::Column::Id)
        .filter(ticket::Column::Version.eq(dossier.ticket.version))
        .lock(LockType::NoKeyUpdate);
    changes.hold(campaign.into_query());
    changes.hold(ticket.into_query());
    changes.insert([row(deployment)]);
    changes.insert(steps::rows(planned)?);
    events::append_with(&mut changes, [event]);
    Ok(changes)
}
