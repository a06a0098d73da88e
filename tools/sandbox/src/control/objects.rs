//! `/_sandbox/objects`: the objects, and the duplicates among them.

use axum::Json;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use serde::Deserialize;
use serde_json::json;

use super::problem;
use crate::{Kind, Object, Platform, Sandbox};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Filter {
    platform: Option<Platform>,
    kind: Option<Kind>,
    name: Option<String>,
    name_contains: Option<String>,
    account: Option<String>,
    /// Only living objects that share platform, kind, account and name with another.
    #[serde(default)]
    duplicates: bool,
}

impl Filter {
    fn matches(&self, object: &Object) -> bool {
        self.platform.is_none_or(|platform| platform == object.platform)
            && self.kind.is_none_or(|kind| kind == object.kind)
            && self.name.as_deref().is_none_or(|name| name == object.name)
            && self.name_contains.as_deref().is_none_or(|part| object.name.contains(part))
            && self.account.as_deref().is_none_or(|account| account.trim_start_matches("act_") == object.account)
    }
}

pub(super) async fn list(State(sandbox): State<Sandbox>, filter: Result<Query<Filter>, QueryRejection>) -> Response {
    let filter = match filter {
        Ok(Query(filter)) => filter,
        Err(rejection) => return problem(StatusCode::UNPROCESSABLE_ENTITY, &rejection.body_text()),
    };
    let store = sandbox.store();
    if filter.duplicates {
        let groups = store.duplicates();
        drop(store);
        let groups: Vec<_> = groups
            .into_iter()
            .filter(|group| group.iter().all(|object| filter.matches(object)))
            .map(|group| {
                let objects: Vec<&Object> = group.iter().map(AsRef::as_ref).collect();
                json!({ "name": objects.first().map(|object| &object.name), "count": objects.len(), "objects": objects })
            })
            .collect();
        return Json(json!({ "count": groups.len(), "duplicates": groups })).into_response();
    }
    let objects: Vec<_> = store.all().filter(|object| filter.matches(object)).cloned().collect();
    drop(store);
    let objects: Vec<&Object> = objects.iter().map(AsRef::as_ref).collect();
    Json(json!({ "count": objects.len(), "objects": objects })).into_response()
}
