//! Meta's error body (docs/platforms.md 1.10).

use serde_json::{Map, Value, json};

use crate::Outcome;
use crate::reply::Reply;

pub(super) type Result<T> = std::result::Result<T, Refusal>;

/// The reason for a refusal.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Refusal(Box<Error>);

#[derive(Clone, Debug, PartialEq)]
struct Error {
    status: u16,
    kind: &'static str,
    code: i64,
    subcode: Option<i64>,
    message: String,
    user: Option<(String, String)>,
    blame: Option<String>,
    transient: bool,
    outcome: Outcome,
}

impl Refusal {
    pub(super) fn new(code: i64, message: impl Into<String>) -> Self {
        Self(Box::new(Error {
            status: 400,
            kind: "OAuthException",
            code,
            subcode: None,
            message: message.into(),
            user: None,
            blame: None,
            transient: false,
            outcome: Outcome::Refused,
        }))
    }

    /// Code 100.
    pub(super) fn parameter(message: impl AsRef<str>) -> Self {
        Self::new(100, format!("(#100) {}", message.as_ref()))
    }

    /// Code 100 with a message for a person.
    pub(super) fn invalid(field: &str, title: &str, detail: impl Into<String>) -> Self {
        let mut refusal = Self::new(100, "Invalid parameter").blame(field);
        refusal.0.user = Some((title.to_owned(), detail.into()));
        refusal
    }

    pub(super) fn required(key: &str) -> Self {
        Self::parameter(format!("The parameter {key} is required")).blame(key)
    }

    pub(super) fn typed(key: &str, expected: &str) -> Self {
        Self::parameter(format!("Param {key} must be {expected}.")).blame(key)
    }

    pub(super) fn not_one_of(key: &str, allowed: &[&str]) -> Self {
        Self::parameter(format!("Param {key} must be one of {{{}}}", allowed.join(", "))).blame(key)
    }

    /// The object does not exist, is not visible or does not support this: Meta does not say which.
    pub(super) fn no_such_object(id: &str, verb: &str) -> Self {
        let mut refusal = Self::new(
            100,
            format!(
                "Unsupported {verb} request. Object with ID '{id}' does not exist, cannot be loaded due to missing \
                 permissions, or does not support this operation. Please read the Graph API documentation"
            ),
        )
        .subcode(33);
        refusal.0.kind = "GraphMethodException";
        refusal
    }

    pub(super) fn unknown_path(path: &str) -> Self {
        Self::new(2500, format!("Unknown path components: {path}"))
    }

    /// The "reduce the amount of data" variant of code 1.
    pub(super) fn too_large() -> Self {
        Self::new(1, "Please reduce the amount of data you're asking for, then retry your request").subcode(99)
    }

    pub(super) fn internal() -> Self {
        Self::new(2, "An unexpected error has occurred. Please retry your request later.").transient().status(500)
    }

    /// The journal cannot be written: nothing was created, and the log has the cause.
    pub(super) fn journal(cause: &std::io::Error) -> Self {
        tracing::error!("the sandbox cannot write its journal: {cause}");
        Self::internal()
    }

    pub(super) fn subcode(mut self, subcode: i64) -> Self {
        self.0.subcode = Some(subcode);
        self
    }

    pub(super) fn status(mut self, status: u16) -> Self {
        self.0.status = status;
        self
    }

    pub(super) fn blame(mut self, field: &str) -> Self {
        self.0.blame = Some(field.to_owned());
        self
    }

    pub(super) fn throttled(mut self) -> Self {
        self.0.outcome = Outcome::Throttled;
        self
    }

    pub(super) fn transient(mut self) -> Self {
        self.0.transient = true;
        self
    }

    pub(super) fn faulted(mut self) -> Self {
        self.0.outcome = Outcome::Faulted;
        self
    }

    /// Code and subcode.
    #[cfg(test)]
    pub(super) fn key(&self) -> (i64, Option<i64>) {
        (self.0.code, self.0.subcode)
    }

    pub(super) fn into_reply(self, trace: u64) -> Reply {
        let error = *self.0;
        let mut body = Map::new();
        body.insert("message".to_owned(), json!(error.message));
        body.insert("type".to_owned(), json!(error.kind));
        body.insert("code".to_owned(), json!(error.code));
        if let Some(subcode) = error.subcode {
            body.insert("error_subcode".to_owned(), json!(subcode));
        }
        body.insert("is_transient".to_owned(), json!(error.transient));
        if let Some((title, detail)) = error.user {
            body.insert("error_user_title".to_owned(), json!(title));
            body.insert("error_user_msg".to_owned(), json!(detail));
        }
        if let Some(field) = error.blame {
            body.insert("error_data".to_owned(), error_data(&field, trace));
        }
        body.insert("fbtrace_id".to_owned(), json!(trace_id(trace)));
        Reply::json(error.status, json!({ "error": body }), error.outcome).code(error.code)
    }
}

/// `error_data` may be an object or JSON inside a string. The answers alternate, so that a client meets both.
fn error_data(field: &str, trace: u64) -> Value {
    let data = json!({ "blame_field_specs": [field.split('.').collect::<Vec<_>>()] });
    if trace.is_multiple_of(2) { data } else { Value::String(data.to_string()) }
}

/// `AbC…`: 23 characters, as in real ids.
pub(super) fn trace_id(trace: u64) -> String {
    format!("A{trace:016x}SBXxyz")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_body_has_the_documented_shape() {
        let reply = Refusal::invalid("targeting.age_min", "Title", "Detail").subcode(7).into_reply(2);
        assert_eq!(reply.status, 400);
        assert_eq!(reply.code, Some(100));
        let error = &reply.body["error"];
        assert_eq!(error["type"], "OAuthException");
        assert_eq!(error["error_subcode"], 7);
        assert_eq!(error["error_user_msg"], "Detail");
        assert_eq!(error["error_data"]["blame_field_specs"], json!([["targeting", "age_min"]]));
        assert_eq!(error["fbtrace_id"].as_str().map(str::len), Some(23));
    }

    #[test]
    fn error_data_is_sometimes_text() {
        let reply = Refusal::required("name").into_reply(3);
        let text = reply.body["error"]["error_data"].as_str().unwrap().to_owned();
        assert_eq!(text, r#"{"blame_field_specs":[["name"]]}"#);
    }
}
