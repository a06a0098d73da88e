//! Whether anything names an account.

use domain::{AccountRef, PlatformId};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbBackend, EntityTrait, QueryFilter, QuerySelect,
    sea_query::{Expr, ExprTrait, SimpleExpr},
};
use uuid::Uuid;

use super::is;
use crate::{
    Result,
    entity::{account, deployment, ticket},
    holds,
};

/// Whether a deployment, a ticket, a pause, or what is known of accounts names this one. The tickets are looked at last, one
/// after another: few people mistype an account.
pub async fn is_known(connection: &impl ConnectionTrait, account: &AccountRef) -> Result<bool> {
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
    let named: Option<Uuid> = ticket::Entity::find()
        .select_only()
        .column(ticket::Column::Id)
        .filter(names(connection.get_database_backend(), account))
        .into_tuple()
        .one(connection)
        .await?;
    Ok(named.is_some())
}

/// A ticket whose configuration names the account, with or without Meta's prefix.
fn names(backend: DbBackend, account: &AccountRef) -> Condition {
    let field = match account.platform {
        PlatformId::Meta => "ad_account_id",
        PlatformId::Tiktok => "advertiser_id",
    };
    let value: SimpleExpr = match backend {
        DbBackend::Postgres => Expr::cust(format!("payload_config ->> '{field}'")),
        _ => Expr::cust(format!("CAST(json_extract(payload_config, '$.{field}') AS text)")),
    };
    let id = account.account_id.as_str();
    Condition::any().add(value.is_in([id.to_owned(), format!("act_{id}")]))
}
