//! The page of a list, and the links to its neighbours.

use axum::{
    extract::{FromRequestParts, OriginalUri},
    http::{Uri, request::Parts},
};
use domain::list::{Cursor, ListQuery, Position, SortOrder};
use utoipa::{
    IntoParams,
    openapi::{
        ObjectBuilder, Required, Type,
        path::{Parameter, ParameterBuilder, ParameterIn},
    },
};

use super::query::pairs;
use crate::problem::Problem;

const DEFAULT: u64 = 100;
const MOST: u64 = 1000;
/// Skipping more rows than this takes notably longer than continuing after a cursor.
const DEEP: u64 = 10_000;

/// The page of a list: `limit`, `skip` or `cursor`, `sort`.
#[derive(Debug, Clone)]
pub(crate) struct Page {
    limit: u64,
    position: Position,
    skip_given: bool,
    sort: Option<(String, SortOrder)>,
    uri: Uri,
    others: Vec<(String, String)>,
}

impl<S: Send + Sync> FromRequestParts<S> for Page {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        let mut page = Self {
            limit: DEFAULT,
            position: Position::Skip(0),
            skip_given: false,
            sort: None,
            // The router of `/api/v1` sees only the rest of the path.
            uri: parts
                .extensions
                .get::<OriginalUri>()
                .map_or_else(|| parts.uri.clone(), |OriginalUri(uri)| uri.clone()),
            others: Vec::new(),
        };
        let mut cursor = None;
        for (name, value) in pairs(parts)? {
            match name.as_str() {
                "limit" => page.limit = number("limit", &value, 1, MOST)?,
                "skip" => {
                    // SQL's offset is a signed 64-bit number.
                    page.position = Position::Skip(number("skip", &value, 0, i64::MAX.unsigned_abs())?);
                    page.skip_given = true;
                }
                "cursor" => cursor = Some(Cursor(value)),
                "sort" => {
                    page.sort = Some(match value.strip_prefix('-') {
                        Some(field) => (field.to_owned(), SortOrder::Descending),
                        None => (value.clone(), SortOrder::Ascending),
                    });
                    page.others.push((name, value));
                }
                _ => page.others.push((name, value)),
            }
        }
        if let Some(cursor) = cursor {
            if page.skip_given {
                return Err(Problem::parameter(
                    "skip",
                    "A page begins after a number of rows or after a cursor, not both.",
                    Some("Leave out \"skip\" or \"cursor\".".into()),
                ));
            }
            page.position = Position::After(cursor);
        }
        Ok(page)
    }
}

impl Page {
    /// The page as a list query, where `sort` is `created_at` or one of `fields`.
    pub(crate) fn sortable_by(&self, fields: &[&str]) -> Result<ListQuery, Problem> {
        if let Some((field, _)) = &self.sort
            && field != "created_at"
            && !fields.contains(&field.as_str())
        {
            let known = fields.join(", ");
            return Err(Problem::parameter(
                "sort",
                format!("The list cannot be sorted by {field:?}."),
                Some(format!("Use created_at, {known}; with a - in front for the largest first.")),
            ));
        }
        let sort = self.sort.clone();
        Ok(ListQuery { limit: self.limit, position: self.position.clone(), sort })
    }

    /// The page as a list query, of a list that has one order: by `order`.
    pub(crate) fn in_one_order(&self, order: &str) -> Result<ListQuery, Problem> {
        if self.sort.is_some() {
            let problem = format!("This list has no sort: it has one order, by {order}.");
            return Err(Problem::parameter("sort", problem, Some("Leave out \"sort\".".into())));
        }
        Ok(ListQuery { limit: self.limit, position: self.position.clone(), sort: None })
    }

    /// The most rows of a page, in a list that has one order and is paged by `by` alone.
    pub(crate) fn limit_only(&self, by: &str) -> Result<u64, Problem> {
        let given = match (&self.sort, &self.position) {
            (Some(_), _) => "sort",
            (None, Position::After(_)) => "cursor",
            (None, Position::Skip(_)) if self.skip_given => "skip",
            (None, Position::Skip(_)) => return Ok(self.limit),
        };
        let suggestion = Some(format!("Use {by}, or follow the Link header."));
        Err(Problem::parameter(
            given,
            format!("This list has no {given}: it has one order, and continues by {by}."),
            suggestion,
        ))
    }

    /// The `Link` header of such a list, to the page that continues at `value`.
    pub(crate) fn link_by(&self, by: &str, value: &str) -> String {
        let others = self.others.iter().filter(|(name, _)| name != by).cloned().collect();
        Self { others, ..self.clone() }.link("next", Some((by, value)))
    }

    /// The `Link` header (RFC 8288). Pages after a cursor always cost the same, so links use cursors unless the caller
    /// pages by `skip` and is not deep yet.
    pub(crate) fn links(&self, next: Option<&Cursor>) -> String {
        let mut links = Vec::new();
        match &self.position {
            Position::Skip(rows) if self.skip_given => {
                let skipped = rows.saturating_add(self.limit);
                match next {
                    Some(_) if skipped <= DEEP => {
                        links.push(self.link("next", Some(("skip", &skipped.to_string()))));
                    }
                    Some(cursor) => links.push(self.link("next", Some(("cursor", &cursor.0)))),
                    None => {}
                }
                if *rows > 0 {
                    links.push(self.link("prev", Some(("skip", &rows.saturating_sub(self.limit).to_string()))));
                    links.push(self.link("first", Some(("skip", "0"))));
                }
            }
            _ => {
                if let Some(cursor) = next {
                    links.push(self.link("next", Some(("cursor", &cursor.0))));
                }
                if matches!(self.position, Position::After(_)) {
                    links.push(self.link("first", None));
                }
            }
        }
        links.join(", ")
    }

    fn link(&self, rel: &str, position: Option<(&str, &str)>) -> String {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        query.append_pair("limit", &self.limit.to_string());
        for (name, value) in &self.others {
            query.append_pair(name, value);
        }
        if let Some((name, value)) = position {
            query.append_pair(name, value);
        }
        format!("<{}?{}>; rel=\"{rel}\"", self.uri.path(), query.finish())
    }
}

fn number(name: &str, text: &str, least: u64, most: u64) -> Result<u64, Problem> {
    text.parse().ok().filter(|number| (least..=most).contains(number)).ok_or_else(|| {
        Problem::parameter(
            name,
            format!("{name} is {text:?}, which is not a whole number from {least} to {most}."),
            Some(format!("Use a whole number from {least} to {most}.")),
        )
    })
}

impl IntoParams for Page {
    fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        let parameter = |name: &str, kind: Type, description: &str| {
            ParameterBuilder::new()
                .name(name)
                .parameter_in(ParameterIn::Query)
                .required(Required::False)
                .description(Some(description))
                .schema(Some(ObjectBuilder::new().schema_type(kind)))
                .build()
        };
        vec![
            parameter("limit", Type::Integer, "The most rows of a page, 1 to 1000; 100 by default."),
            parameter(
                "skip",
                Type::Integer,
                "Begin after this number of rows. They are read to be skipped, so skip no more than about 10,000: from there on the \
                 `Link` header continues by `cursor`, which costs the same for every page.",
            ),
            parameter("cursor", Type::String, "Begin after this cursor, from the `Link` header of the previous page."),
            parameter(
                "sort",
                Type::String,
                "Sort by this field; with a `-` in front, largest first. By default the newest first.",
            ),
        ]
    }
}
