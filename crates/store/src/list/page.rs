//! One page: read from an index in its order, starting at the cursor's row.

use domain::list::{Cursor, ListQuery, Listed, Position, SortOrder};
use sea_orm::{
    ColumnTrait, EntityTrait, ModelTrait, Order, QueryFilter, QueryOrder, QuerySelect, QueryTrait, Select, Value,
    sea_query::{Alias, Expr, ExprTrait, Query, SelectStatement, SimpleExpr, UnionType},
};

use super::{Filtered, cursor, total};
use crate::{Result, Store};

/// Up to this number, rows are skipped by reading them. Skipping more reads only ids, which indexes contain.
const SKIPPED_WHOLE: u64 = 100;

/// In a list of a million, from this number of matching rows on, sorting them takes longer than skipping the others.
const MANY: u64 = 4_000;

/// The page of `filtered` for `query`. `sortable` maps field names to columns; `id` decides between equals, and
/// replaces `created_at` because ids are time-ordered.
pub(crate) async fn page<E, M>(
    store: &Store,
    filtered: Filtered<E>,
    query: &ListQuery,
    sortable: &[(&str, E::Column)],
    id: E::Column,
) -> Result<Listed<M>>
where
    E: EntityTrait<Model = M>,
    M: ModelTrait<Entity = E> + sea_orm::FromQueryResult + Sized + Send + Sync,
{
    page_with(store, filtered, query, sortable, id, |rows| rows).await
}

/// The same, with other columns for each row. The rows and their order stay.
pub(crate) async fn page_with<E, M>(
    store: &Store,
    filtered: Filtered<E>,
    query: &ListQuery,
    sortable: &[(&str, E::Column)],
    id: E::Column,
    columns: impl FnOnce(Select<E>) -> Select<E>,
) -> Result<Listed<M>>
where
    E: EntityTrait<Model = M>,
    M: ModelTrait<Entity = E> + sea_orm::FromQueryResult + Sized + Send + Sync,
{
    let total = total::of(store, filtered.clone().whole()).await?;
    let order = Sorting::of(query, sortable, id);
    let rows = query.limit + 1;
    let (skip, behind) = match &query.position {
        Position::Skip(rows) => (*rows, None),
        Position::After(cursor) => (0, Some(order.behind::<E>(cursor)?)),
    };
    // If few rows match the filter, they are found by it and sorted. If many do, the next ones are close along the
    // order's index, which also contains the filtered columns.
    let along = store.is_sqlite() && total > Ord::min(MANY, store.counted_up_to()) && order.columns().len() > 1;
    let parts = if along { filtered.along(order.column) } else { filtered.parts() };
    let mut parts = parts.into_iter().map(|part| match &behind {
        Some(behind) => part.filter(behind.clone()),
        None => part,
    });
    let select = match (parts.next(), parts.next()) {
        (Some(only), None) if skip <= SKIPPED_WHOLE => only.offset((skip > 0).then_some(skip)),
        (first, second) => {
            let parts = first.into_iter().chain(second).chain(parts);
            E::find().filter(id.in_subquery(order.ids(parts, skip, rows)))
        }
    };
    let mut items = columns(order.sort(select)).limit(rows).all(store.reader()).await?;
    let more = items.len() as u64 > query.limit;
    items.truncate(usize::try_from(query.limit).unwrap_or(usize::MAX));
    let next = items.last().filter(|_| more).map(|last| cursor::of(&last.get(order.column), &last.get(order.id)));
    Ok(Listed { items, total, next })
}

/// An order without equals.
struct Sorting<C> {
    column: C,
    id: C,
    order: SortOrder,
}

impl<C: ColumnTrait> Sorting<C> {
    fn of(query: &ListQuery, sortable: &[(&str, C)], id: C) -> Self {
        let newest_first = ("created_at", SortOrder::Descending);
        let (field, order) = query.sort.as_ref().map_or(newest_first, |(field, order)| (field.as_str(), *order));
        let column = sortable.iter().find(|(name, _)| *name == field).map_or(id, |(_, column)| *column);
        Self { column, id, order }
    }

    /// The columns of the order, the most important first.
    fn columns(&self) -> Vec<C> {
        if self.column.as_str() == self.id.as_str() { vec![self.id] } else { vec![self.column, self.id] }
    }

    fn direction(&self) -> Order {
        match self.order {
            SortOrder::Ascending => Order::Asc,
            SortOrder::Descending => Order::Desc,
        }
    }

    fn sort<E: EntityTrait<Column = C>>(&self, select: Select<E>) -> Select<E> {
        self.columns().into_iter().fold(select, |select, column| select.order_by(column, self.direction()))
    }

    /// The rows after the cursor's. As one comparison of two pairs: with it both databases begin at that place of an
    /// index, with OR they do not.
    fn behind<E: EntityTrait<Column = C>>(&self, cursor: &Cursor) -> Result<SimpleExpr> {
        let (value, last) = cursor::read::<E>(cursor, self.column, self.id)?;
        let values: Vec<Value> = if self.columns().len() == 1 { vec![last] } else { vec![value, last] };
        let here = Expr::tuple(self.columns().into_iter().map(ColumnTrait::into_expr));
        let there = Expr::tuple(values.into_iter().map(Expr::val));
        Ok(match self.order {
            SortOrder::Ascending => here.gt(there),
            SortOrder::Descending => here.lt(there),
        })
    }

    /// The ids of `rows` rows after the first `skip` of all `parts` together. Each part is read in the order of its
    /// index, and only as far as the page can reach.
    fn ids<E: EntityTrait<Column = C>>(
        &self,
        parts: impl Iterator<Item = Select<E>>,
        skip: u64,
        rows: u64,
    ) -> SelectStatement {
        let names: Vec<Alias> = self.columns().iter().map(|column| Alias::new(column.as_str())).collect();
        let reach = Ord::min(skip.saturating_add(rows), i64::MAX.unsigned_abs());
        let mut all: Option<SelectStatement> = None;
        for part in parts {
            let part = self.columns().into_iter().fold(part.select_only(), QuerySelect::column);
            // A subquery, because a part of a union cannot have a limit of its own.
            let mut bracketed = Query::select();
            bracketed.columns(names.clone()).from_subquery(self.sort(part).limit(reach).into_query(), "part");
            all = Some(match all {
                None => bracketed,
                Some(mut all) => all.union(UnionType::All, bracketed).to_owned(),
            });
        }
        let mut page = Query::select();
        page.column(Alias::new(self.id.as_str()))
            .from_subquery(all.unwrap_or_default(), "parts")
            .limit(rows)
            .offset(skip);
        for name in names {
            page.order_by(name, self.direction());
        }
        page
    }
}
