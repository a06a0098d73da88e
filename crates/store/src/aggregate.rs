//! The common part of all aggregates: an id, a version, a row.

use domain::list::{Filter, ListQuery, Listed};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, IntoActiveModel, ModelTrait,
    PaginatorTrait, QueryFilter,
};
use uuid::Uuid;

use crate::{Result, Store, StoreError, Tx, list};

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

/// An aggregate whose list its resource's descriptor describes wholly, so that it needs no code of its own.
pub trait Described: Aggregate {
    /// The filter of its list.
    type Filter: Filter;
}

/// A page of the entities that pass the filter.
pub async fn page<A: Described>(store: &Store, filter: &A::Filter, query: &ListQuery) -> Result<Listed<A>> {
    let sortable = list::sortable::<A::Entity>(&A::Filter::RESOURCE)?;
    let rows = list::filtered::<A::Entity>(filter)?.whole();
    list::page(store, rows.into(), query, &sortable, A::ID).await?.try_map(A::from_row)
}

/// The number of entities that pass the filter, counted now.
pub async fn count<A: Described>(connection: &impl ConnectionTrait, filter: &A::Filter) -> Result<u64> {
    Ok(list::filtered::<A::Entity>(filter)?.whole().count(connection).await?)
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
