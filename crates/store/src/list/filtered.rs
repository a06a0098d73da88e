//! The rows that match a list's filters.

use sea_orm::{
    ColumnTrait, EntityTrait, IdenStatic, QueryFilter, Select, Value,
    sea_query::{Expr, ExprTrait, IntoCondition, SelectStatement, SimpleExpr},
};

/// The rows that match a list's filters.
pub(crate) struct Filtered<E: EntityTrait> {
    rows: Select<E>,
    equal: Vec<(E::Column, Value)>,
    /// One column that may have any of several values.
    any_of: Option<(E::Column, Vec<&'static str>)>,
    /// Filters that have an index of their own in an order: filter and order.
    paired: &'static [(E::Column, E::Column)],
}

impl<E: EntityTrait> From<Select<E>> for Filtered<E> {
    fn from(rows: Select<E>) -> Self {
        Self { rows, equal: Vec::new(), any_of: None, paired: &[] }
    }
}

impl<E: EntityTrait> Filtered<E> {
    /// All rows.
    pub(crate) fn all() -> Self {
        E::find().into()
    }

    /// Sets the filters that have an index of their own in an order.
    pub(crate) fn paired(self, paired: &'static [(E::Column, E::Column)]) -> Self {
        Self { paired, ..self }
    }

    /// Only those with this value, if there is one.
    pub(crate) fn equal(mut self, column: E::Column, value: Option<impl Into<Value>>) -> Self {
        self.equal.extend(value.map(|value| (column, value.into())));
        self
    }

    /// Only those with one of these values; all where there are none. The first column that may have several is the one by
    /// which a page is put together.
    pub(crate) fn any_of(mut self, column: E::Column, mut values: Vec<&'static str>) -> Self {
        values.sort_unstable();
        values.dedup();
        match values[..] {
            [] => self,
            [one] => self.equal(column, Some(one)),
            _ if self.any_of.is_some() => self.and(column.is_in(values)),
            _ => {
                self.any_of = Some((column, values));
                self
            }
        }
    }

    /// Only those that also fulfil a condition.
    pub(crate) fn and(mut self, condition: impl IntoCondition) -> Self {
        self.rows = self.rows.filter(condition);
        self
    }

    /// Only those with one of these ids.
    pub(crate) fn among(self, id: E::Column, ids: SelectStatement) -> Self {
        self.and(id.in_subquery(ids))
    }

    /// All rows in one query, in no order of an index.
    pub(crate) fn whole(self) -> Select<E> {
        let rows = self.equal.into_iter().fold(self.rows, |rows, (column, value)| rows.filter(column.eq(value)));
        match self.any_of {
            None => rows,
            Some((column, values)) => rows.filter(column.is_in(values)),
        }
    }

    /// Disjoint parts. An index gives the rows of one value in order but not those of several, so a page is merged from
    /// one part for each.
    pub(super) fn parts(mut self) -> Vec<Select<E>> {
        match self.any_of.take() {
            None => vec![self.whole()],
            Some((column, values)) => {
                values.into_iter().map(|value| self.clone().equal(column, Some(value)).whole()).collect()
            }
        }
    }

    /// The same, written so that SQLite uses only the indexes of `sorted_by`. It does not know how many rows match a
    /// filter, and would sort all of them instead of skipping others along the order.
    pub(super) fn along(mut self, sorted_by: E::Column) -> Vec<Select<E>> {
        let same = |one: &E::Column, other: &E::Column| one.as_str() == other.as_str();
        let paired = self.paired;
        let is_order = |column: &E::Column| {
            let pair = |(filter, order): &(E::Column, E::Column)| same(filter, column) && same(order, &sorted_by);
            same(column, &sorted_by) || paired.iter().any(pair)
        };
        for (column, value) in std::mem::take(&mut self.equal) {
            self = if is_order(&column) { self.equal(column, Some(value)) } else { self.and(bare(column).eq(value)) };
        }
        if let Some((column, values)) = self.any_of.take_if(|(column, _)| !is_order(column)) {
            self = self.and(bare(column).is_in(values));
        }
        self.parts()
    }
}

/// The column's value, as an expression that no index matches.
fn bare(column: impl ColumnTrait) -> SimpleExpr {
    Expr::cust_with_exprs("+?", [column.into_expr()])
}

impl<E: EntityTrait> Clone for Filtered<E> {
    fn clone(&self) -> Self {
        Self { rows: self.rows.clone(), equal: self.equal.clone(), any_of: self.any_of.clone(), paired: self.paired }
    }
}
