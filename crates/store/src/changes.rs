//! Several changes that are made together or not at all, in as few round trips as the database allows.
//!
//! Somebody else may change the rows that a use case has read before it writes. So a set of changes begins with what must
//! still be so: rows that are held, and at most one that is changed by compare-and-swap. Where one of them is not as it was
//! read, nothing happens at all, and the caller reads again. On PostgreSQL the whole set is one statement, and so one round
//! trip, which is a transaction of its own; on SQLite it is a transaction of several statements.

use sea_orm::{
    ActiveModelTrait, ActiveValue, ConnectionTrait, DbBackend, EntityTrait, Iterable, QueryTrait, StatementBuilder,
    UpdateMany,
    sea_query::{
        Alias, Asterisk, CommonTableExpression, DynIden, Expr, Func, InsertStatement, IntoIden, IntoTableRef, Query,
        SelectStatement, SubQueryStatement, TableRef, UpdateStatement, Value, ValueTuple, WithClause,
    },
};

use crate::{Result, Store, StoreError, entity::event, error::in_doubt};

/// Changes that are made together or not at all.
#[derive(Debug, Default)]
pub struct Changes {
    /// Rows that must be as they were read; held from then on, in this order.
    held: Vec<SelectStatement>,
    /// The row that decides: changed only if it is as it was read.
    decisive: Option<UpdateStatement>,
    rest: Vec<Change>,
    /// Set where the event log grows.
    grows: bool,
}

#[derive(Debug)]
enum Change {
    Insert(Rows),
    Update(Box<UpdateStatement>),
}

/// Rows to be added to one table.
#[derive(Debug)]
struct Rows {
    table: TableRef,
    columns: Vec<DynIden>,
    values: Vec<Vec<Value>>,
}

impl Changes {
    /// The rows that `select` finds, and locks, must be there.
    pub(crate) fn hold(&mut self, select: SelectStatement) {
        self.held.push(select);
    }

    /// The row that `update` changes must be there.
    pub(crate) fn decide_by<E: EntityTrait>(&mut self, update: UpdateMany<E>) {
        self.decisive = Some(update.into_query());
    }

    /// Changes rows. No row may be changed twice.
    pub(crate) fn update<E: EntityTrait>(&mut self, update: UpdateMany<E>) {
        self.rest.push(Change::Update(Box::new(update.into_query())));
    }

    /// Adds rows, all with the same columns.
    pub(crate) fn insert<A: ActiveModelTrait>(&mut self, rows: impl IntoIterator<Item = A>) {
        let mut columns = Vec::new();
        let mut values = Vec::new();
        for row in rows {
            let (names, fields): (Vec<_>, Vec<_>) = <A::Entity as EntityTrait>::Column::iter()
                .filter_map(|column| match row.get(column) {
                    ActiveValue::Set(value) | ActiveValue::Unchanged(value) => Some((column.into_iden(), value)),
                    ActiveValue::NotSet => None,
                })
                .unzip();
            columns = names;
            values.push(fields);
        }
        if !values.is_empty() {
            self.rest.push(Change::Insert(Rows { table: A::Entity::default().into_table_ref(), columns, values }));
        }
    }

    /// Appends events to the log.
    pub(crate) fn append(&mut self, rows: Vec<event::ActiveModel>) {
        self.grows |= !rows.is_empty();
        self.insert(rows);
    }

    /// Makes the changes. `false` when something was not as it was read; then nothing has happened.
    pub async fn commit(self, store: &Store) -> Result<bool> {
        if !store.is_sqlite() {
            let grows = self.grows;
            let statement = DbBackend::Postgres.build(&self.into_one_statement()?);
            let found = store.by_key().query_one_raw(statement).await.map_err(in_doubt)?.ok_or(StoreError::Missing)?;
            let done = found.try_get_by_index::<i64>(0)? > 0;
            if done && grows {
                store.append_signal().committed();
            }
            return Ok(done);
        }
        let tx = store.begin().await?;
        for select in &self.held {
            if tx.connection().query_one(select).await?.is_none() {
                return Ok(false);
            }
        }
        if let Some(update) = &self.decisive
            && tx.connection().execute(update).await?.rows_affected() == 0
        {
            return Ok(false);
        }
        for change in self.rest {
            match change {
                Change::Insert(rows) => tx.connection().execute(&rows.into_values()?).await?,
                Change::Update(update) => tx.connection().execute(&*update).await?,
            };
        }
        if self.grows {
            tx.appended_events();
        }
        tx.commit().await?;
        Ok(true)
    }

    /// Each part looks for a row of the part before it, so that the locks are taken in their order. All that follows looks for
    /// the row that decides: a transaction thus has its id before it takes a number of the event log, as the feed demands.
    fn into_one_statement(self) -> Result<impl StatementBuilder> {
        let mut with = WithClause::new();
        let mut gate: Option<DynIden> = None;
        let mut count = 0;
        let mut add = |with: &mut WithClause, query: SubQueryStatement| -> DynIden {
            let name = Alias::new(format!("part_{count}")).into_iden();
            count += 1;
            with.cte(CommonTableExpression::new().table_name(name.clone()).query(query).to_owned());
            name
        };
        for mut select in self.held {
            if let Some(gate) = &gate {
                select.and_where(is_there(gate));
            }
            gate = Some(add(&mut with, select.into()));
        }
        if let Some(mut update) = self.decisive {
            if let Some(gate) = &gate {
                update.and_where(is_there(gate));
            }
            update.returning(Query::returning().column(Alias::new("id")));
            gate = Some(add(&mut with, update.into()));
        }
        // Without anything that decides, nothing is certain: there is no such set of changes.
        let gate = gate.ok_or(StoreError::Stale)?;
        for change in self.rest {
            match change {
                Change::Insert(rows) => add(&mut with, rows.where_there_is(&gate)?.into()),
                Change::Update(mut update) => {
                    update.and_where(is_there(&gate));
                    add(&mut with, (*update).into())
                }
            };
        }
        Ok(Query::select().expr(Func::count(Expr::col(Asterisk))).from(gate).to_owned().with(with))
    }
}

fn is_there(gate: &DynIden) -> Expr {
    Expr::exists(Query::select().expr(Expr::val(1)).from(gate.clone()).to_owned())
}

impl Rows {
    fn into_values(self) -> Result<InsertStatement> {
        let mut insert = Query::insert();
        insert.into_table(self.table).columns(self.columns);
        for row in self.values {
            insert.values(row.into_iter().map(Expr::value)).map_err(crate::convert::corrupt)?;
        }
        Ok(insert)
    }

    fn where_there_is(self, gate: &DynIden) -> Result<InsertStatement> {
        let mut select = Query::select();
        // The names that PostgreSQL gives to the columns of a list of values.
        select.columns((1..=self.columns.len()).map(|place| Alias::new(format!("column{place}"))));
        select.from_values(self.values.into_iter().map(ValueTuple::Many), Alias::new("row"));
        select.and_where(is_there(gate));
        let mut insert = Query::insert();
        insert.into_table(self.table).columns(self.columns);
        insert.select_from(select).map_err(crate::convert::corrupt)?;
        Ok(insert)
    }
}

#[cfg(test)]
mod tests {
    use sea_orm::{ActiveValue::Set, ColumnTrait, QueryFilter, QuerySelect, sea_query::LockType};
    use uuid::Uuid;

    use super::*;
    use crate::entity::{hold, ticket};

    #[test]
    fn all_that_follows_looks_for_the_part_that_decides() {
        let id = Uuid::from_u128(1);
        let mut changes = Changes::default();
        let held = ticket::Entity::find_by_id(id).select_only().column(ticket::Column::Id).lock(LockType::Share);
        changes.hold(held.into_query());
        changes.decide_by(
            ticket::Entity::update_many()
                .col_expr(ticket::Column::Version, Expr::val(2))
                .filter(ticket::Column::Id.eq(id)),
        );
        let row = |account: &str| hold::ActiveModel {
            platform: Set("meta".to_owned()),
            account_id: Set(account.to_owned()),
            ..Default::default()
        };
        changes.insert([row("1"), row("2")]);
        let statement = DbBackend::Postgres.build(&changes.into_one_statement().unwrap());
        let sql = statement.sql.split_whitespace().collect::<Vec<_>>().join(" ");
        for part in [
            r#"WITH "part_0" AS (SELECT "tickets"."id" FROM "tickets" WHERE "tickets"."id" = $1 FOR SHARE)"#,
            r#""tickets"."id" = $3 AND EXISTS(SELECT $4 FROM "part_0") RETURNING "id")"#,
            r#"SELECT "column1", "column2" FROM (VALUES ($5, $6), ($7, $8)) AS "row" WHERE EXISTS(SELECT $9 FROM "part_1")"#,
            r#"SELECT COUNT(*) FROM "part_1""#,
        ] {
            assert!(sql.contains(part), "{part}\nis not in\n{sql}");
        }
    }

    #[test]
    fn nothing_is_changed_without_a_part_that_decides() {
        let mut changes = Changes::default();
        changes.update(ticket::Entity::update_many().col_expr(ticket::Column::Version, Expr::val(2)));
        assert!(changes.into_one_statement().is_err());
    }
}
