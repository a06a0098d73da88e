//! Lists: one page of a filtered, sorted table, by offset or behind a cursor, with the total.

use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, Iterable, ModelTrait, Order, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect, Select, Value,
};

use crate::{Result, StoreError};

/// Which page of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListQuery {
    /// Rows at most.
    pub limit: u64,
    /// Where the page begins.
    pub position: Position,
    /// The field to sort by; none for the newest first.
    pub sort: Option<(String, SortOrder)>,
}

impl Default for ListQuery {
    fn default() -> Self {
        Self { limit: 100, position: Position::Skip(0), sort: None }
    }
}

/// Where a page begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Position {
    /// After so many rows.
    Skip(u64),
    /// Behind the row that the cursor names; costs the same however deep the page lies.
    After(Cursor),
}

/// Which way a list is sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SortOrder {
    /// Smallest first.
    Ascending,
    /// Largest first.
    Descending,
}

/// The last row of a page, as opaque text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cursor(pub String);

impl Cursor {
    /// The sorted-by value and the id of the last row.
    fn parts(&self) -> Option<(serde_json::Value, serde_json::Value)> {
        let bytes: Option<Vec<u8>> = (0..self.0.len())
            .step_by(2)
            .map(|at| self.0.get(at..at + 2).and_then(|pair| u8::from_str_radix(pair, 16).ok()))
            .collect();
        serde_json::from_slice(&bytes?).ok()
    }
}

/// One page, and how it goes on.
#[derive(Debug, Clone, PartialEq)]
pub struct Listed<T> {
    /// The rows.
    pub items: Vec<T>,
    /// How many rows the filters let through in all.
    pub total: u64,
    /// The cursor of the next page; none on the last.
    pub next: Option<Cursor>,
}

impl<T> Listed<T> {
    /// The same page of something else.
    pub fn try_map<U>(self, map: impl FnMut(T) -> Result<U>) -> Result<Listed<U>> {
        Ok(Listed {
            items: self.items.into_iter().map(map).collect::<Result<_>>()?,
            total: self.total,
            next: self.next,
        })
    }
}

/// The page of `select` that `query` asks for. `sortable` maps field names to columns; `id` decides between equals, and
/// stands for `created_at` because ids are time-ordered.
pub(crate) async fn page<E, C, M>(
    connection: &C,
    select: Select<E>,
    query: &ListQuery,
    sortable: &[(&str, E::Column)],
    id: E::Column,
) -> Result<Listed<M>>
where
    E: EntityTrait<Model = M>,
    M: ModelTrait<Entity = E> + sea_orm::FromQueryResult + Sized + Send + Sync,
    C: ConnectionTrait,
{
    let (field, order) =
        query.sort.as_ref().map_or(("created_at", SortOrder::Descending), |(field, order)| (field.as_str(), *order));
    let column = sortable.iter().find(|(name, _)| *name == field).map_or(id, |(_, column)| *column);
    let by_id_alone = same(column, id);
    let total = select.clone().count(connection).await?;
    let direction = match order {
        SortOrder::Ascending => Order::Asc,
        SortOrder::Descending => Order::Desc,
    };
    let mut select = select.order_by(column, direction.clone());
    if !by_id_alone {
        select = select.order_by(id, direction);
    }
    select = match &query.position {
        Position::Skip(0) => select,
        Position::Skip(rows) => select.offset(*rows),
        Position::After(cursor) => {
            let (value, last_id) = read_cursor::<E>(cursor, column, id)?;
            let beyond = |column: E::Column, value: Value| match order {
                SortOrder::Ascending => column.gt(value),
                SortOrder::Descending => column.lt(value),
            };
            select.filter(if by_id_alone {
                Condition::all().add(beyond(id, last_id))
            } else {
                Condition::any()
                    .add(beyond(column, value.clone()))
                    .add(Condition::all().add(column.eq(value)).add(beyond(id, last_id)))
            })
        }
    };
    let mut items = select.limit(query.limit + 1).all(connection).await?;
    let more = items.len() as u64 > query.limit;
    items.truncate(usize::try_from(query.limit).unwrap_or(usize::MAX));
    let next = items.last().filter(|_| more).map(|last| write_cursor(&last.get(column), &last.get(id)));
    Ok(Listed { items, total, next })
}

fn same<C: Iterable + sea_orm::IdenStatic>(one: C, other: C) -> bool {
    one.as_str() == other.as_str()
}

fn write_cursor(value: &Value, id: &Value) -> Cursor {
    let text = serde_json::json!([plain(value), plain(id)]).to_string();
    Cursor(text.bytes().fold(String::with_capacity(text.len() * 2), |mut hex, byte| {
        use std::fmt::Write as _;
        let _ = write!(hex, "{byte:02x}");
        hex
    }))
}

fn plain(value: &Value) -> serde_json::Value {
    match value {
        Value::String(Some(text)) => text.as_str().into(),
        Value::BigInt(Some(number)) => (*number).into(),
        Value::Int(Some(number)) => (*number).into(),
        Value::SmallInt(Some(number)) => (*number).into(),
        Value::Bool(Some(flag)) => (*flag).into(),
        Value::Uuid(Some(id)) => id.to_string().into(),
        _ => serde_json::Value::Null,
    }
}

fn read_cursor<E: EntityTrait>(cursor: &Cursor, column: E::Column, id: E::Column) -> Result<(Value, Value)> {
    let (value, last) = cursor.parts().ok_or(StoreError::Cursor)?;
    let typed = |column: E::Column, value: serde_json::Value| -> Option<Value> {
        use sea_orm::ColumnType as T;
        Some(match column.def().get_column_type() {
            T::Uuid => Value::from(uuid::Uuid::parse_str(value.as_str()?).ok()?),
            T::BigInteger => Value::from(value.as_i64()?),
            T::Integer => Value::from(i32::try_from(value.as_i64()?).ok()?),
            T::SmallInteger => Value::from(i16::try_from(value.as_i64()?).ok()?),
            T::Boolean => Value::from(value.as_bool()?),
            _ => Value::from(value.as_str().filter(|text| !text.contains('\0'))?.to_owned()),
        })
    };
    typed(column, value).zip(typed(id, last)).ok_or(StoreError::Cursor)
}

/// Whether `column` contains `text` in any case.
pub(crate) fn contains<C: ColumnTrait>(column: C, text: &str) -> Condition {
    use sea_orm::sea_query::{Expr, ExprTrait, Func, LikeExpr};
    let pattern = text.to_lowercase().replace('\\', r"\\").replace('%', r"\%").replace('_', r"\_");
    Condition::all()
        .add(Expr::expr(Func::lower(column.into_expr())).like(LikeExpr::new(format!("%{pattern}%")).escape('\\')))
}
