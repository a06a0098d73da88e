//! The list of a resource: its filter and its page, read and documented by the resource's descriptor.

use axum::{extract::FromRequestParts, http::request::Parts};
use domain::list::{Filter, Kind, ListQuery, Listed, Parameter as FilterParameter, Resource};
use utoipa::{
    IntoParams,
    openapi::{
        KnownFormat, ObjectBuilder, Ref, RefOr, Required, Schema, SchemaFormat, Type,
        path::{Parameter, ParameterBuilder, ParameterIn},
    },
};

use super::{Page, query::known_pairs};
use crate::{answer::Listing, problem::Problem};

/// A page of a resource's list: filter, position and order.
pub(crate) struct ListOf<F> {
    /// The rows that are asked for.
    pub(crate) filter: F,
    /// The page of them.
    pub(crate) query: ListQuery,
    page: Page,
}

impl<F> ListOf<F> {
    /// The answer, with links to the pages around it.
    pub(crate) fn answer<T, U: Into<T>>(self, listed: Listed<U>) -> Listing<T> {
        Listing::of(self.page, listed)
    }
}

impl<F: Filter, S: Send + Sync> FromRequestParts<S> for ListOf<F> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let page = Page::from_request_parts(parts, state).await?;
        let filter = read(parts, Page::into_params(|| None))?;
        let fields: Vec<&str> = F::RESOURCE.sortable.iter().map(|(field, _)| *field).collect();
        Ok(Self { filter, query: page.sortable_by(&fields)?, page })
    }
}

impl<F: Filter> IntoParams for ListOf<F> {
    fn into_params(place: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        Filters::<F>::into_params(&place).into_iter().chain(Page::into_params(place)).collect()
    }
}

/// A resource's filter, beside the parameters of [`Page`].
pub(crate) struct Filters<F>(pub(crate) F);

impl<F: Filter, S: Send + Sync> FromRequestParts<S> for Filters<F> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        read(parts, Page::into_params(|| None)).map(Self)
    }
}

impl<F: Filter> IntoParams for Filters<F> {
    fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        F::RESOURCE.parameters.iter().map(documented).collect()
    }
}

/// The same for operations without pages.
pub(crate) struct PlainFilters<F>(pub(crate) F);

impl<F: Filter, S: Send + Sync> FromRequestParts<S> for PlainFilters<F> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        read(parts, Vec::new()).map(Self)
    }
}

impl<F: Filter> IntoParams for PlainFilters<F> {
    fn into_params(place: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        Filters::<F>::into_params(place)
    }
}

/// The sentence about a list in the API's documentation.
pub(crate) fn summary(resource: &Resource) -> String {
    let by = resource.sortable.iter().map(|(field, _)| *field).filter(|field| *field != "updated_at");
    let by: Vec<String> = by.chain(["created_at"]).map(|field| format!("`{field}`")).collect();
    format!("List {}, newest first. Sort by {} or `updated_at`.", resource.name, by.join(", "))
}

fn read<F: Filter>(parts: &Parts, others: Vec<Parameter>) -> Result<F, Problem> {
    let own = F::RESOURCE.parameters;
    let others = others.into_iter().map(|parameter| parameter.name);
    let known: Vec<String> = own.iter().map(|parameter| parameter.name.to_owned()).chain(others).collect();
    let pairs = known_pairs(parts, &known)?;
    let mut filter = F::default();
    let mut seen = Vec::new();
    for (name, text) in pairs.iter().filter(|(name, _)| own.iter().any(|parameter| parameter.name == name)) {
        if seen.contains(&name) {
            let problem = format!("The query parameter {name:?} is given more than once.");
            return Err(Problem::parameter(name, problem, Some("Give it once.".to_owned())));
        }
        seen.push(name);
        filter.read(name, text).map_err(|wrong| Problem::parameter(name, wrong.problem, wrong.suggestion))?;
    }
    Ok(filter)
}

fn documented(parameter: &FilterParameter) -> Parameter {
    ParameterBuilder::new()
        .name(parameter.name)
        .parameter_in(ParameterIn::Query)
        .required(Required::False)
        .description(Some(parameter.help))
        .schema(Some(schema(parameter.kind)))
        .build()
}

fn schema(kind: Kind) -> RefOr<Schema> {
    let format = |format| Some(SchemaFormat::KnownFormat(format));
    let (kind, format) = match kind {
        Kind::Word(set) => return Ref::from_schema_name(set).into(),
        Kind::Text | Kind::Words => (Type::String, None),
        Kind::Id => (Type::String, format(KnownFormat::Uuid)),
        Kind::Flag => (Type::Boolean, None),
        Kind::Number => (Type::Integer, format(KnownFormat::Int64)),
    };
    ObjectBuilder::new().schema_type(kind).format(format).into()
}
