//! Query parameters. Unknown ones are refused, so that a typo does not count as no filter.

use axum::{
    extract::{FromRequestParts, Query as AxumQuery},
    http::request::Parts,
};
use domain::count::grouped;
use serde::de::DeserializeOwned;
use utoipa::{IntoParams, openapi::path::Parameter};

use super::Page;
use crate::problem::Problem;

/// Checked query parameters, beside those of [`Page`].
pub(crate) struct Query<T>(pub(crate) T);

impl<T, S> FromRequestParts<S> for Query<T>
where
    T: DeserializeOwned + IntoParams,
    S: Send + Sync,
{
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        read(parts, Page::into_params(|| None)).map(Self)
    }
}

/// The same for operations without pages.
pub(crate) struct PlainQuery<T>(pub(crate) T);

impl<T, S> FromRequestParts<S> for PlainQuery<T>
where
    T: DeserializeOwned + IntoParams,
    S: Send + Sync,
{
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        read(parts, Vec::new()).map(Self)
    }
}

fn read<T: DeserializeOwned + IntoParams>(parts: &Parts, others: Vec<Parameter>) -> Result<T, Problem> {
    let known: Vec<String> =
        T::into_params(|| None).into_iter().chain(others).map(|parameter| parameter.name).collect();
    known_pairs(parts, &known)?;
    AxumQuery::<T>::try_from_uri(&parts.uri).map(|AxumQuery(query)| query).map_err(|rejection| {
        let text = std::error::Error::source(&rejection).map_or_else(|| rejection.body_text(), ToString::to_string);
        let (name, problem) = text.split_once(": ").unwrap_or(("", &text));
        Problem::parameter(name, format!("The query parameter {name:?} is not valid: {problem}."), None)
    })
}

/// The query's parameters; all of them are known here.
pub(super) fn known_pairs(parts: &Parts, known: &[String]) -> Result<Vec<(String, String)>, Problem> {
    let pairs = pairs(parts)?;
    for (name, value) in &pairs {
        if value.contains('\0') {
            return Err(Problem::parameter(
                name,
                "The value holds the character U+0000, which nothing here has.",
                None,
            ));
        }
        if !known.contains(name) {
            let near = domain::nearest(name, known.iter().map(String::as_str));
            let suggestion = near.map(|near| format!("Did you mean {near:?}?"));
            let suggestion = Some(suggestion.unwrap_or_else(|| format!("Known are {}.", known.join(", "))));
            return Err(Problem::parameter(name, format!("There is no query parameter {name:?} here."), suggestion));
        }
    }
    Ok(pairs)
}

/// The longest name, code, id, cursor or list of words.
const LONGEST: usize = 1_000;

/// The longest list of ids; the operation limits their number itself.
const LONGEST_IDS: usize = 20_000;

/// The query's parameters, decoded; text that cannot be decoded stays unchanged. A parameter that is longer than any
/// valid one is refused.
pub(super) fn pairs(parts: &Parts) -> Result<Vec<(String, String)>, Problem> {
    let pairs: Vec<(String, String)> =
        AxumQuery::try_from_uri(&parts.uri).map(|AxumQuery(pairs)| pairs).unwrap_or_default();
    for (name, value) in &pairs {
        let length = value.chars().count();
        let most = if name == "ids" { LONGEST_IDS } else { LONGEST };
        if length > most {
            return Err(Problem::parameter(
                name,
                format!("The value has {} characters; the most are {}.", grouped(length), grouped(most)),
                Some("Use a shorter one.".to_owned()),
            ));
        }
    }
    Ok(pairs)
}

/// The words of a comma-separated parameter.
pub(crate) fn list_of<T>(
    name: &str,
    text: Option<&str>,
    read: impl Fn(&str) -> Option<T>,
    known: &str,
) -> Result<Vec<T>, Problem> {
    text.into_iter()
        .flat_map(|text| text.split(','))
        .map(str::trim)
        .filter(|word| !word.is_empty())
        .map(|word| {
            read(word).ok_or_else(|| {
                Problem::parameter(
                    name,
                    format!("{word:?} is not a {name}."),
                    Some(format!("Use one or more of {known}, separated by commas.")),
                )
            })
        })
        .collect()
}
