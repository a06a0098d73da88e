//! The search for anything that names an account.

use domain::AccountRef;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbBackend, EntityTrait, QueryFilter, QuerySelect,
    sea_query::{Expr, ExprTrait, SimpleExpr},
};
use uuid::Uuid;

use super::is;
use crate::{
    Result,
    entity::{account, deployment, ticket},
    holds,
};

/// Returns whether a deployment, a ticket, a pause or a circuit breaker names the account. The tickets are looked at last, one
/// after another: few people mistype an account.
/// `named` is how a configuration names it: the field, and the texts that mean this account.
pub async fn is_known(
    connection: &impl ConnectionTrait,
    account: &AccountRef,
    named: Option<(&'static str, Vec<String>)>,
) -> Result<bool> {
    let deployed: Option<Uuid> = deployment::Entity::find()
        .select_only()
        .column(deployment::Column::Id)
        .filter(deployment::Column::AccountId.eq(account.account_id.as_str()))
        .filter(deployment::Column::Platform.eq(account.platform.key()))
        .into_tuple()
        .one(connection)
        .await?;
    if deployed.is_some() || account::Entity::find().filter(is(account)).one(connection).await?.is_some() {
        return Ok(true);
    }
    if holds::list(connection).await?.iter().any(|hold| hold.account == *account) {
        return Ok(true);
    }
    let Some((field, texts)) = named else { return Ok(false) };
    let named: Option<Uuid> = ticket::Entity::find()
        .select_only()
        .column(ticket::Column::Id)
        .filter(is_named(connection.get_database_backend(), field, texts))
        .into_tuple()
        .one(connection)
        .await?;
    Ok(named.is_some())
}

/// A ticket whose configuration has one of these texts in this field.
fn is_named(backend: DbBackend, field: &'static str, texts: Vec<String>) -> SimpleExpr {
    let value: SimpleExpr = match backend {
        DbBackend::Postgres => Expr::cust(format!("payload_config ->> '{field}'")),
        _ => Expr::cust(format!("CAST(json_extract(payload_config, '$.{field}') AS text)")),
    };
    value.is_in(texts)
}
