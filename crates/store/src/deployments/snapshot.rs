//! Reads deployments with all that decisions about them depend on, as many as are asked for in one statement.

use std::collections::HashMap;

use domain::{
    AccountRef, CampaignId, ChannelId, Deployment, DeploymentId, TicketId, Timestamp,
    deployment::engine::{Breakers, Snapshot, TicketHead},
};
use sea_orm::{
    ColumnTrait, DbBackend, EntityTrait, FromQueryResult, QueryFilter, QueryResult, Statement,
    sea_query::{Expr, ExprTrait, JoinType, Order, PostgresQueryBuilder, Query, SqliteQueryBuilder},
};

use super::{deployment, steps};
use crate::{
    Connection, Result, Store, accounts, convert,
    entity::{
        account,
        deployment::{Column, Entity, Model},
        deployment_step, hold, ticket,
    },
    holds, joined, tickets,
};

/// Deployments as they were read at one moment.
#[derive(Debug)]
pub struct Readings {
    /// The snapshots. An id that no deployment has is left out; a deployment whose rows cannot be understood has the error.
    pub snapshots: HashMap<DeploymentId, Result<Snapshot>>,
    /// The moment by the database's clock; none where the caller's clock counts.
    pub moment: Option<Timestamp>,
}

/// The part of a deployment that must be readable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Care {
    /// All of it.
    Strict,
    /// Only its own row: steps and a ticket that cannot be understood are left out. For ending a deployment that is damaged.
    Damaged,
}

/// Reads deployments for decisions.
pub async fn snapshots(store: &Store, ids: &[DeploymentId], care: Care) -> Result<Readings> {
    let rows = store.by_key().query_all_raw(statement(store, ids)).await?;
    let moment = rows.first().map(|row| row.try_get::<Option<i64>>("", "moment")).transpose()?.flatten();
    let mut groups: HashMap<DeploymentId, Vec<&QueryResult>> = HashMap::new();
    for row in &rows {
        groups.entry(DeploymentId(row.try_get("deployment_", "id")?)).or_default().push(row);
    }
    let mut known = Vec::new();
    let mut snapshots = HashMap::with_capacity(groups.len());
    for (id, rows) in groups {
        let snapshot = snapshot(&rows, care);
        if let Ok(snapshot) = &snapshot
            && rows[0].try_get::<bool>("", "account_known")?
        {
            known.push((id, snapshot.deployment.account.clone()));
        }
        snapshots.insert(id, snapshot);
    }
    if !known.is_empty() {
        add_accounts(store, &known, &mut snapshots).await?;
    }
    Ok(Readings { snapshots, moment: moment.map(convert::timestamp) })
}

/// The statement has one parameter, so the database plans it once, however many ids there are.
fn statement(store: &Store, ids: &[DeploymentId]) -> Statement {
    let ids: Vec<String> = ids.iter().map(ToString::to_string).collect();
    if store.is_sqlite() {
        let list = serde_json::Value::from(ids.iter().map(|id| id.replace('-', "")).collect::<Vec<_>>()).to_string();
        let sql = select("IN (SELECT unhex(value) FROM json_each($1))", "NULL").to_string(SqliteQueryBuilder);
        return Statement::from_sql_and_values(DbBackend::Sqlite, sql, [list.into()]);
    }
    let moment = if store.has_own_clock() {
        "(extract(epoch FROM statement_timestamp()) * 1000000)::bigint"
    } else {
        "NULL::bigint"
    };
    let sql = select("= ANY($1::text::uuid[])", moment).to_string(PostgresQueryBuilder);
    Statement::from_sql_and_values(DbBackend::Postgres, sql, [format!("{{{}}}", ids.join(",")).into()])
}

fn select(are_asked_for: &str, moment: &'static str) -> sea_orm::sea_query::SelectStatement {
    let mut select = Query::select();
    select
        .from(Entity)
        .cond_where(Expr::cust(format!("\"deployments\".\"id\" {are_asked_for}")))
        .order_by((deployment_step::Entity, deployment_step::Column::Position), Order::Asc);
    joined::columns_of::<Entity>(&mut select, "deployment_");
    select.join(
        JoinType::InnerJoin,
        ticket::Entity,
        Expr::col((ticket::Entity, ticket::Column::Id)).equals((Entity, Column::TicketId)),
    );
    for column in HEAD {
        let name = format!("ticket_{}", sea_orm::IdenStatic::as_str(&column));
        select.expr_as(Expr::col((ticket::Entity, column)), name);
    }
    let (step, its) = (deployment_step::Column::DeploymentId, Column::Id);
    joined::join::<deployment_step::Entity, Entity>(&mut select, "step_", JoinType::LeftJoin, step, its);
    select.expr_as(Expr::cust(format!("({} OR {})", names_it("accounts"), names_it("holds"))), "account_known");
    select.expr_as(Expr::cust(OUTAGE), "outage_ended_at");
    select.expr_as(Expr::cust(moment), "moment");
    select
}

/// The columns of a ticket that its deployment changes or tells of. The configuration, which may be large, is none.
const HEAD: [ticket::Column; 10] = [
    ticket::Column::Id,
    ticket::Column::CampaignId,
    ticket::Column::ChannelId,
    ticket::Column::Name,
    ticket::Column::Status,
    ticket::Column::ExternalPlatformId,
    ticket::Column::QaDigest,
    ticket::Column::QaFailureReason,
    ticket::Column::QaFindings,
    ticket::Column::Version,
];

const OUTAGE: &str = "(SELECT max(\"outages\".\"ended_at\") FROM \"outages\" \
    WHERE \"outages\".\"platform\" = \"deployments\".\"platform\" \
    AND \"outages\".\"account_id\" IN (\"deployments\".\"account_id\", '*'))";

fn names_it(table: &str) -> String {
    format!(
        "EXISTS (SELECT 1 FROM \"{table}\" WHERE \"{table}\".\"platform\" = \"deployments\".\"platform\" \
         AND \"{table}\".\"account_id\" IN (\"deployments\".\"account_id\", '*'))"
    )
}

#[derive(FromQueryResult)]
struct HeadRow {
    id: uuid::Uuid,
    campaign_id: uuid::Uuid,
    channel_id: uuid::Uuid,
    name: String,
    status: String,
    external_platform_id: Option<String>,
    qa_digest: Option<String>,
    qa_failure_reason: Option<String>,
    qa_findings: serde_json::Value,
    version: i64,
}

/// One deployment, from the rows that have its steps.
fn snapshot(rows: &[&QueryResult], care: Care) -> Result<Snapshot> {
    let first = rows[0];
    let deployment: Deployment = deployment(Model::from_query_result(first, "deployment_")?)?;
    let (steps, ticket) = (steps_of(rows), head(first));
    Ok(Snapshot {
        deployment,
        steps: if care == Care::Damaged { steps.unwrap_or_default() } else { steps? },
        ticket: if care == Care::Damaged { ticket.ok() } else { Some(ticket?) },
        breakers: Breakers::default(),
        hold: None,
        outage_ended_at: convert::timestamp_opt(first.try_get("", "outage_ended_at")?),
    })
}

fn steps_of(rows: &[&QueryResult]) -> Result<Vec<domain::deployment::Step>> {
    let rows =
        rows.iter().filter_map(|row| deployment_step::Model::from_query_result_optional(row, "step_").transpose());
    steps::steps_of_rows(rows.collect::<Result<_, _>>()?)
}

fn head(row: &QueryResult) -> Result<TicketHead> {
    let row = HeadRow::from_query_result(row, "ticket_")?;
    Ok(TicketHead {
        id: TicketId(row.id),
        campaign_id: CampaignId(row.campaign_id),
        channel_id: ChannelId(row.channel_id),
        name: row.name,
        state: tickets::state(&row.status, row.external_platform_id, row.qa_digest, row.qa_failure_reason)?,
        findings: convert::from_json(row.qa_findings)?,
        version: row.version,
    })
}

/// Adds the circuit breakers and pauses of accounts that have some.
async fn add_accounts(
    store: &Store,
    known: &[(DeploymentId, AccountRef)],
    snapshots: &mut HashMap<DeploymentId, Result<Snapshot>>,
) -> Result<()> {
    let ids: Vec<&str> =
        known.iter().map(|(_, account)| account.account_id.as_str()).chain([AccountRef::ALL]).collect();
    let breakers = account::Entity::find()
        .filter(account::Column::AccountId.is_in(ids.iter().copied()))
        .all(store.reader())
        .await?;
    let breakers = breakers.into_iter().map(accounts::breaker).collect::<Result<Vec<_>>>()?;
    let holds = hold::Entity::find().filter(hold::Column::AccountId.is_in(ids)).all(store.reader()).await?;
    let holds = holds.into_iter().map(holds::hold_of).collect::<Result<Vec<_>>>()?;
    for (id, account) in known {
        let Some(Ok(snapshot)) = snapshots.get_mut(id) else { continue };
        let whole = AccountRef::whole(account.platform);
        let of = |wanted: &AccountRef| breakers.iter().find(|breaker| breaker.account == *wanted).cloned();
        snapshot.breakers = Breakers { own: of(account), whole: of(&whole) };
        snapshot.hold = holds.iter().find(|hold| hold.account == *account || hold.account == whole).cloned();
    }
    Ok(())
}
