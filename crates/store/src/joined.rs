//! Several tables read in one row: each entity's columns have a prefix of their own, by which its model finds them.

use sea_orm::{
    EntityTrait, IdenStatic, Iterable,
    sea_query::{Expr, ExprTrait, JoinType, SelectStatement},
};

/// Adds the columns of a table that is in the statement.
pub(crate) fn columns_of<E: EntityTrait>(select: &mut SelectStatement, prefix: &str) {
    for column in E::Column::iter() {
        select.expr_as(Expr::col((E::default(), column)), format!("{prefix}{}", column.as_str()));
    }
}

/// Joins a table on `column` = `theirs`, a column of `F`, and adds its columns.
pub(crate) fn join<E: EntityTrait, F: EntityTrait>(
    select: &mut SelectStatement,
    prefix: &str,
    how: JoinType,
    column: E::Column,
    theirs: F::Column,
) {
    select.join(how, E::default(), Expr::col((E::default(), column)).equals((F::default(), theirs)));
    columns_of::<E>(select, prefix);
}
