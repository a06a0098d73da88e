//! The common part of all aggregates: an id, a version, a row.

use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, IntoActiveModel, ModelTrait,
    QueryFilter,
};
use uuid::Uuid;

use crate::{
    ListQuery, Listed, Result, Store, StoreError, Tx,
    list::{self, Filtered},
};

/// An entity of the domain with a table of its own.
pub trait Aggregate: Sized {
    /// Its table.
    type Entity: EntityTrait<Model = Self::Row>;
    /// Its row as read.
    type Row: ModelTrait<Entity = Self::Entity> + FromQueryResult + IntoActiveModel<Self::Active> + Send + Sync;
    /// Its row as written.
    type Active: ActiveModelTrait<Entity = Self::Entity> + Send;
    /// Its identity.
    type Id: Copy + Into<Uuid> + Send;

    /// The column of the id.
    const ID: <Self::Entity as EntityTrait>::Column;
    /// The column of the version.
    const VERSION: <Self::Entity as EntityTrait>::Column;
    /// The fields that a list can be sorted by, besides `created_at`.
    const SORTABLE: &'static [(&'static str, <Self::Entity as EntityTrait>::Column)];

    /// Its identity.
    fn key(&self) -> Uuid;
    /// The number of its changes.
    fn version(&self) -> i64;
    /// Its row.
    fn to_row(&self) -> Result<Self::Active>;
    /// The entity of a row.
    fn from_row(row: Self::Row) -> Result<Self>;
}

/// One entity.
pub async fn get<A: Aggregate>(connection: &impl ConnectionTrait, id: A::Id) -> Result<A> {
    find(connection, id).await?.ok_or(StoreError::Missing)
}

/// One entity, if it exists.
pub async fn find<A: Aggregate>(connection: &impl ConnectionTrait, id: A::Id) -> Result<Option<A>> {
    A::Entity::find().filter(A::ID.eq(id.into())).one(connection).await?.map(A::from_row).transpose()
}

/// A page of the entities that match the filters.
pub(crate) async fn page<A: Aggregate>(
    store: &Store,
    filtered: impl Into<Filtered<A::Entity>>,
    query: &ListQuery,
) -> Result<Listed<A>> {
    list::page(store, filtered.into(), query, A::SORTABLE, A::ID).await?.try_map(A::from_row)
}

impl Tx {
    /// Adds an entity.
    pub async fn insert<A: Aggregate>(&self, entity: &A) -> Result<()> {
        A::Entity::insert(entity.to_row()?).exec_without_returning(self.connection()).await?;
        Ok(())
    }

    /// Writes a changed entity, whose version was one less; [`StoreError::Stale`] if it has changed meanwhile.
    pub async fn update<A: Aggregate>(&self, entity: &A) -> Result<()> {
        let changed = A::Entity::update_many()
            .set(entity.to_row()?)
            .filter(A::ID.eq(entity.key()))
            .filter(A::VERSION.eq(entity.version() - 1))
            .exec(self.connection())
            .await?;
        if changed.rows_affected == 1 { Ok(()) } else { Err(StoreError::Stale) }
    }

    /// Removes an entity; [`StoreError::Referenced`] if others refer to it.
    pub async fn delete<A: Aggregate>(&self, id: A::Id) -> Result<()> {
        let deleted = A::Entity::delete_many().filter(A::ID.eq(id.into())).exec(self.connection()).await?;
        if deleted.rows_affected == 1 { Ok(()) } else { Err(StoreError::Missing) }
    }
}
