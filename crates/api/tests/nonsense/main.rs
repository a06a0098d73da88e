//! Nonsense of every kind sent to every operation of the OpenAPI document: each answer is a 4xx problem document.
#![expect(clippy::unwrap_used, reason = "in tests, a panic is the report")]

mod operations;

use axum::{
    body::Body,
    http::{Request, header},
};
use serde_json::{Value, json};
use testkit::{Answer, TestApp, on_both_databases};

use operations::{furnished, operations, sound_body};

async fn send(app: &TestApp, method: &str, path: &str, media_type: &str, body: impl Into<Body>) -> Answer {
    let request = Request::builder().method(method).uri(path).header(header::HOST, "127.0.0.1:8000");
    app.client.send(request.header(header::CONTENT_TYPE, media_type).body(body.into()).unwrap()).await
}

/// The answer is a problem document with a 4xx status.
fn expect_refused(what: &str, answer: Answer) -> Value {
    assert!(answer.status.is_client_error(), "{what}: {} {}", answer.status, answer.text());
    let status = answer.status.as_u16();
    answer.expect_problem(status)
}

/// `body` with one field replaced by JSON text, which may be more than a [`Value`] holds.
fn with_field(body: &Value, field: &str, value: &str) -> String {
    let others = body.as_object().unwrap().iter().filter(|(name, _)| *name != field);
    let fields: Vec<String> = others.map(|(name, value)| format!("{}: {value}", json!(name))).collect();
    let mut fields = fields.join(", ");
    if !fields.is_empty() {
        fields.push_str(", ");
    }
    format!("{{{fields}{}: {value}}}", json!(field))
}

/// Bodies that are no JSON object, for every operation.
fn no_objects() -> Vec<Vec<u8>> {
    let deep = |open: &str, close: &str| format!("{}1{}", open.repeat(5_000), close.repeat(5_000)).into_bytes();
    let mut bodies: Vec<Vec<u8>> = [
        "",
        " ",
        "null",
        "true",
        "7",
        "1e308",
        "\"text\"",
        "[]",
        "[{}]",
        "{",
        "{\"a\":",
        "{}{}",
        "{'a': 1}",
        "\u{feff}{}",
    ]
    .map(|text| text.as_bytes().to_vec())
    .into();
    bodies.push(b"{\"name\": \"\xff\xfe\"}".to_vec());
    bodies.push(b"\x00\x01\x02".to_vec());
    bodies.push(deep("[", "]"));
    bodies.push(deep("{\"a\":", "}"));
    bodies
}

/// Values that no field accepts, as JSON text.
fn no_values() -> Vec<String> {
    let mut values: Vec<String> = [
        "1e308",
        "-1",
        "0.1",
        "-0",
        "9007199254740993",
        "99999999999999999999999",
        "true",
        "\"\"",
        "\"\\u0000\"",
        "\"a\\u0000b\"",
        "\"\\ud800\"",
        "\"\u{202e}\u{200b}\"",
        "\"'; DROP TABLE tickets; --\"",
        "\"NaN\"",
        "[]",
        "[[]]",
        "[\"\\u0000\"]",
        "{}",
        "{\"a\": {\"\\u0000\": 1}}",
        "{\"$ref\": \"#\"}",
    ]
    .map(str::to_owned)
    .into();
    values.push(format!("1{}", "0".repeat(400)));
    values.push(format!("\"{}\"", "x".repeat(100_000)));
    values.push(format!("\"{}\"", "é".repeat(5_000)));
    values
}

on_both_databases! {
    async fn bodies_that_are_no_json_object(database) {
        let (app, ids) = furnished(database).await;
        for operation in operations(&ids).iter().filter(|operation| operation.body.is_some()) {
            let path = &operation.paths[0];
            for body in no_objects() {
                let what = format!("{} {path} {:.80}", operation.method, String::from_utf8_lossy(&body));
                expect_refused(&what, send(&app, &operation.method, path, "application/json", body).await);
            }
            let large = send(&app, &operation.method, path, "application/json", vec![b' '; 10_000_000]).await;
            large.expect_problem(413);
            for media_type in ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "json", ""] {
                send(&app, &operation.method, path, media_type, "{}").await.expect_problem(415);
            }
        }
    }

    async fn fields_of_every_wrong_kind(database) {
        let (app, ids) = furnished(database).await;
        for operation in operations(&ids) {
            let Some(schema) = &operation.body else { continue };
            let path = &operation.paths[0];
            let unknown = send(&app, &operation.method, path, "application/json", r#"{"no_such_field": 1}"#).await;
            let problem = expect_refused(path, unknown);
            assert!(problem.to_string().contains("no_such_field"), "{path}: {problem}");
            for field in schema["properties"].as_object().into_iter().flat_map(|fields| fields.keys()) {
                for value in no_values() {
                    let body = with_field(&sound_body(&operation, &ids), field, &value);
                    let what = format!("{} {path} {body:.120}", operation.method);
                    let answer = send(&app, &operation.method, path, "application/json", body).await;
                    assert!(!answer.status.is_server_error(), "{what}: {} {}", answer.status, answer.text());
                    // A field that accepts the value is not tested with it.
                    if answer.status.is_client_error() {
                        expect_refused(&what, answer);
                    }
                }
            }
        }
    }

    async fn ids_that_name_nothing(database) {
        let (app, ids) = furnished(database).await;
        for operation in operations(&ids) {
            for path in operation.paths.iter().skip(1) {
                let answer = send(&app, &operation.method, path, "application/json", "{}").await;
                let problem = expect_refused(path, answer);
                assert_eq!(problem["status"], 404, "{} {path}: {problem}", operation.method);
            }
        }
    }

    async fn parameters_that_mean_nothing(database) {
        let (app, ids) = furnished(database).await;
        let long = "x".repeat(5_000);
        let general = [
            "limit=0", "limit=abc", "limit=1001", "limit=99999999999999999999", "limit=-1", "limit=", "skip=-1", "skip=1.5",
            "skip=9223372036854775808", "cursor=zz", "cursor=", "cursor=%00", "cursor=%FF", "cursor=e30", "cursor=bnVsbA",
            "sort=nope", "sort=", "sort=-", "sort=id%3B--", "no_such_parameter=1", "skip=0&cursor=zz", "limit=%ZZ", "%FF=1",
        ];
        for operation in operations(&ids).iter().filter(|operation| !operation.query.is_empty()) {
            let path = &operation.paths[0];
            for query in general {
                let answer = app.client.get(&format!("{path}?{query}")).await;
                expect_refused(&format!("{path}?{query}"), answer);
            }
            for name in &operation.query {
                for value in ["%00", "a%00b", "%FF", "-1", "", "1e400", "'", "%25", "_", "%F0%9F%92%A9", long.as_str()] {
                    let what = format!("{path}?{name}={value}");
                    let answer = app.client.get(&what).await;
                    assert!(!answer.status.is_server_error(), "{what}: {} {}", answer.status, answer.text());
                    if value.contains("%00") {
                        expect_refused(&what, answer);
                    }
                }
            }
        }
    }

    async fn headers_that_mean_nothing(database) {
        let (app, ids) = furnished(database).await;
        for operation in operations(&ids).iter().filter(|operation| operation.method == "PUT" || operation.method == "DELETE") {
            for tag in ["x", "\"-1\"", "\"99999999999999999999\"", "", "\"7\", \"8\"", "W/"] {
                let method = operation.method.parse().unwrap();
                let answer = app.client.request(method, &operation.paths[0], Some(&json!({})), &[("if-match", tag)]).await;
                answer.expect_problem(412);
            }
        }
    }
}
