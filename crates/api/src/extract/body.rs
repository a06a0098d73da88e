//! Bodies: JSON that is checked against the schema of its documentation, with all violations at once, before it is
//! parsed into a type.

use std::{
    any::TypeId,
    collections::HashMap,
    sync::{Arc, OnceLock},
};

use parking_lot::RwLock;

use axum::{
    body::{Bytes, to_bytes},
    extract::{FromRequest, Request},
    http::{StatusCode, header},
};
use domain::{Violation, Violations, schema::Schema, violation::pointer_token};
use http_body_util::LengthLimitError;
use serde::{Deserialize, Deserializer, de::DeserializeOwned};
use serde_json::{Map, Value};
use utoipa::ToSchema;

use super::shape;
use crate::{
    large::{Large, aside},
    problem::Problem,
    server::BodyLimit,
};

/// A checked JSON body.
pub(crate) struct Body<T>(pub(crate) T);

impl<T, S> FromRequest<S> for Body<T>
where
    T: DeserializeOwned + ToSchema + 'static,
    S: Send + Sync,
{
    type Rejection = Problem;

    async fn from_request(request: Request, _: &S) -> Result<Self, Problem> {
        checked(request, &[]).await.map(Self)
    }
}

/// A checked JSON body with changes of an entity that has immutable fields.
pub(crate) struct Change<T>(pub(crate) T);

/// Immutable fields that a caller may expect to be mutable.
pub(crate) trait Fixed {
    /// The fields, and the reason for each.
    const FIXED: &'static [(&'static str, &'static str)];
}

impl<T, S> FromRequest<S> for Change<T>
where
    T: DeserializeOwned + ToSchema + Fixed + 'static,
    S: Send + Sync,
{
    type Rejection = Problem;

    async fn from_request(request: Request, _: &S) -> Result<Self, Problem> {
        checked(request, T::FIXED).await.map(Self)
    }
}

async fn checked<T>(request: Request, fixed: &[(&str, &str)]) -> Result<T, Problem>
where
    T: DeserializeOwned + ToSchema + 'static,
{
    let bytes = bytes(request).await?;
    aside(bytes.len() > LARGE, || read(&bytes, fixed))
}

/// Parses and checks the bytes of a body.
fn read<T>(bytes: &[u8], fixed: &[(&str, &str)]) -> Result<T, Problem>
where
    T: DeserializeOwned + ToSchema + 'static,
{
    shape::check(bytes).map_err(|violation| Problem::invalid(violation.into()))?;
    let value: Value = serde_json::from_slice(bytes).map_err(|error| {
        let problem =
            if bytes.is_empty() { "The body is empty.".to_owned() } else { format!("The body is not JSON: {error}.") };
        Problem::invalid(Violation::at("", problem).suggest("Send one JSON object.").into())
    })?;
    let mut violations = Vec::new();
    find_nul(&value, &mut String::new(), &mut violations);
    violations.extend(schema_of::<T>()?.check(&value).into_iter().map(|violation| explained(violation, fixed)));
    Violations(violations).none_or(|| ()).map_err(Problem::invalid)?;
    serde_json::from_value(value)
        .map_err(|error| Problem::invalid(Violation::at("", format!("The body is not valid: {error}.")).into()))
}

/// The violation; for an immutable field outside of the schema, the reason instead.
fn explained(violation: Violation, fixed: &[(&str, &str)]) -> Violation {
    match fixed.iter().find(|(field, _)| violation.pointer.strip_prefix('/') == Some(*field)) {
        Some((_, why)) => Violation::at(violation.pointer, *why).suggest("Leave it out."),
        None => violation,
    }
}

/// The whole body, if it is declared as JSON and is not too large. A large one waits for its turn.
async fn bytes(request: Request) -> Result<Bytes, Problem> {
    let content_type =
        request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let media_type = content_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    if media_type != "application/json" && !(media_type.starts_with("application/") && media_type.ends_with("+json")) {
        let found = if media_type.is_empty() { "no Content-Type".to_owned() } else { media_type };
        return Err(Problem::new(
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "unsupported-media-type",
            "Unsupported media type",
            format!("The body has {found}: send JSON, with Content-Type: application/json."),
        ));
    }
    let limit = request.extensions().get::<BodyLimit>().map_or(BodyLimit::DEFAULT.0, |limit| limit.0);
    let too_large = || {
        Problem::new(
            StatusCode::PAYLOAD_TOO_LARGE,
            "too-large",
            "Too large",
            format!("The body is larger than {limit} bytes, the limit."),
        )
    };
    let announced =
        request.headers().get(header::CONTENT_LENGTH).and_then(|value| value.to_str().ok()?.parse::<usize>().ok());
    if announced.is_some_and(|length| length > limit) {
        return Err(too_large());
    }
    let large = request.extensions().get::<Large>().cloned();
    let bytes = to_bytes(request.into_body(), limit).await.map_err(|error| {
        let is_too_long =
            std::error::Error::source(&error).is_some_and(<dyn std::error::Error>::is::<LengthLimitError>);
        if is_too_long { too_large() } else { broken_off() }
    })?;
    if bytes.len() > LARGE
        && let Some(large) = large
    {
        large.enter().await;
    }
    Ok(bytes)
}

/// The body ended early, or its chunks are invalid.
fn broken_off() -> Problem {
    Problem::new(
        StatusCode::BAD_REQUEST,
        "bad-request",
        "The body is broken",
        "The body cannot be read to its end: it breaks off, or its chunks are not as HTTP/1.1 has them.",
    )
}

/// The size of a body that takes notable memory once it is parsed.
const LARGE: usize = 64 * 1024;

/// The compiled schema of a body type, as the OpenAPI document has it.
fn schema_of<T: ToSchema + 'static>() -> Result<Arc<Schema>, Problem> {
    static COMPILED: OnceLock<RwLock<HashMap<TypeId, Arc<Schema>>>> = OnceLock::new();
    let compiled = COMPILED.get_or_init(RwLock::default);
    if let Some(schema) = compiled.read().get(&TypeId::of::<T>()) {
        return Ok(schema.clone());
    }
    let schema = Arc::new(compile::<T>().map_err(|error| {
        tracing::error!(%error, "the schema of a body does not compile: {error}");
        Problem::new(
            StatusCode::INTERNAL_SERVER_ERROR,
            "internal",
            "Something went wrong on our side",
            "The schema of this body is broken.",
        )
    })?);
    compiled.write().insert(TypeId::of::<T>(), schema.clone());
    Ok(schema)
}

fn compile<T: ToSchema>() -> Result<Schema, String> {
    let mut schema = serde_json::to_value(T::schema()).map_err(|error| error.to_string())?;
    let mut referenced = Vec::new();
    T::schemas(&mut referenced);
    let parts: Map<String, Value> = referenced
        .into_iter()
        .map(|(name, part)| serde_json::to_value(part).map(|part| (name, part)))
        .collect::<Result<_, _>>()
        .map_err(|error| error.to_string())?;
    if let Value::Object(fields) = &mut schema {
        fields.insert("components".to_owned(), serde_json::json!({"schemas": parts}));
    }
    Schema::compile(&schema).map_err(|error| error.to_string())
}

/// No database stores the character U+0000, and no name, code or sentence needs it.
fn find_nul(value: &Value, pointer: &mut String, violations: &mut Vec<Violation>) {
    match value {
        Value::String(text) if text.contains('\0') => violations.push(
            Violation::at(pointer.clone(), "The text holds the character U+0000, which cannot be stored.")
                .suggest("Leave it out."),
        ),
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                below(pointer, &index.to_string(), |pointer| {
                    find_nul(item, pointer, violations);
                });
            }
        }
        Value::Object(fields) => {
            for (key, field) in fields {
                below(pointer, &pointer_token(key), |pointer| {
                    if key.contains('\0') {
                        violations.push(Violation::at(
                            pointer.clone(),
                            "A field's name holds the character U+0000, which cannot be stored.",
                        ));
                    }
                    find_nul(field, pointer, violations);
                });
            }
        }
        _ => {}
    }
}

fn below(pointer: &mut String, token: &str, then: impl FnOnce(&mut String)) {
    let length = pointer.len();
    pointer.push('/');
    pointer.push_str(token);
    then(pointer);
    pointer.truncate(length);
}

/// Distinguishes a null field from a missing one: `Some(None)` and `None`.
pub(crate) fn given<'de, T, D>(deserializer: D) -> Result<Option<Option<T>>, D::Error>
where
    T: Deserialize<'de>,
    D: Deserializer<'de>,
{
    Option::deserialize(deserializer).map(Some)
}
