//! Cursors: the sorted-by value and the id of a page's last row, in hexadecimal digits.

use domain::list::Cursor;
use sea_orm::{ColumnTrait, EntityTrait, Value};

use crate::{Result, StoreError};

/// The cursor of a row with this value of the sorted column and this id.
pub(super) fn of(value: &Value, id: &Value) -> Cursor {
    let text = serde_json::json!([plain(value), plain(id)]).to_string();
    Cursor(text.bytes().fold(String::with_capacity(text.len() * 2), |mut hex, byte| {
        use std::fmt::Write as _;
        let _ = write!(hex, "{byte:02x}");
        hex
    }))
}

/// The value of the sorted column and the id, with the columns' types.
pub(super) fn read<E: EntityTrait>(cursor: &Cursor, column: E::Column, id: E::Column) -> Result<(Value, Value)> {
    let (value, last) = parts(cursor).ok_or(StoreError::Cursor)?;
    typed(column, &value).zip(typed(id, &last)).ok_or(StoreError::Cursor)
}

fn parts(cursor: &Cursor) -> Option<(serde_json::Value, serde_json::Value)> {
    let bytes: Option<Vec<u8>> = (0..cursor.0.len())
        .step_by(2)
        .map(|at| cursor.0.get(at..at + 2).and_then(|pair| u8::from_str_radix(pair, 16).ok()))
        .collect();
    serde_json::from_slice(&bytes?).ok()
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

fn typed(column: impl ColumnTrait, value: &serde_json::Value) -> Option<Value> {
    use sea_orm::ColumnType as T;
    Some(match column.def().get_column_type() {
        T::Uuid => Value::from(uuid::Uuid::parse_str(value.as_str()?).ok()?),
        T::BigInteger => Value::from(value.as_i64()?),
        T::Integer => Value::from(i32::try_from(value.as_i64()?).ok()?),
        T::SmallInteger => Value::from(i16::try_from(value.as_i64()?).ok()?),
        T::Boolean => Value::from(value.as_bool()?),
        _ => Value::from(value.as_str().filter(|text| !text.contains('\0'))?.to_owned()),
    })
}
