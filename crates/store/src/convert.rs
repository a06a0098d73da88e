//! Columns to domain values and back. Times are micro-seconds since 1970 in UTC: one integer on both databases, so that
//! the same statement compares them on either.

use std::{str::FromStr, time::Duration};

use domain::{CountryCode, Date, Timestamp};
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::{Result, StoreError};

/// A time as its column.
pub fn micros(time: Timestamp) -> i64 {
    time.as_microsecond()
}

/// A column as its time. A value outside of the valid range becomes the nearest valid one: one bad row must not make a
/// list fail.
pub fn timestamp(micros: i64) -> Timestamp {
    Timestamp::from_microsecond(micros).unwrap_or(if micros < 0 { Timestamp::MIN } else { Timestamp::MAX })
}

/// A span of time in micro-seconds, at most a hundred years: added to any realistic time, it can be stored and shown.
pub fn span_micros(span: Duration) -> i64 {
    const LONGEST: i64 = 100 * 366 * 86_400 * 1_000_000;
    i64::try_from(span.as_micros()).unwrap_or(LONGEST).min(LONGEST)
}

/// The same for a column that may be null.
pub fn timestamp_opt(micros: Option<i64>) -> Option<Timestamp> {
    micros.map(timestamp)
}

/// A date as its column.
pub fn date_text(date: Option<Date>) -> Option<String> {
    date.map(|date| date.to_string())
}

/// A column as its date.
pub fn date(text: Option<&str>) -> Result<Option<Date>> {
    text.map(|text| text.parse().map_err(corrupt)).transpose()
}

/// Country codes as their column.
pub fn countries_json(countries: &[CountryCode]) -> Value {
    countries.iter().map(|code| Value::from(code.as_str())).collect()
}

/// A JSON column as its value.
pub fn from_json<T: DeserializeOwned>(value: Value) -> Result<T> {
    serde_json::from_value(value).map_err(corrupt)
}

/// A domain value as its JSON column.
pub fn to_json<T: serde::Serialize>(value: &T) -> Result<Value> {
    serde_json::to_value(value).map_err(corrupt)
}

/// A word of a closed list that the column must contain.
pub fn word<T: FromStr>(text: &str) -> Result<T> {
    text.parse().map_err(|_| unknown_word(text))
}

/// A word that is not of the closed set that the column must hold.
pub fn unknown_word(text: &str) -> StoreError {
    StoreError::Corrupt(format!("unknown word {text:?}"))
}

/// The error for an invalid stored value.
pub fn corrupt(error: impl std::fmt::Display) -> StoreError {
    StoreError::Corrupt(error.to_string())
}
