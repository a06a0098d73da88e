//! The operations of the OpenAPI document, and entities for their paths.

use std::collections::BTreeMap;

use domain::PlatformId;
use serde_json::{Value, json};
use testkit::TestApp;

/// One operation of the document, with ids of existing entities.
pub(crate) struct Operation {
    pub(crate) method: String,
    /// One path with an existing id, and paths with unknown ids or none at all.
    pub(crate) paths: Vec<String>,
    pub(crate) query: Vec<String>,
    /// The body's fields and their types; `None` without a body.
    pub(crate) body: Option<Value>,
}

/// Every operation; the first path of each has the id of an existing entity.
pub(crate) fn operations(ids: &BTreeMap<&str, String>) -> Vec<Operation> {
    let document = serde_json::to_value(api::openapi()).unwrap();
    let mut all = Vec::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let resource = path.trim_start_matches("/api/v1/").split('/').next().unwrap();
            let parameters = operation["parameters"].as_array().cloned().unwrap_or_default();
            let query = parameters.iter().filter(|one| one["in"] == "query").map(|one| text(&one["name"])).collect();
            let body = operation.pointer("/requestBody/content/application~1json/schema").map(|schema| {
                let name = schema["$ref"].as_str().unwrap_or_default().replace("#/components/schemas/", "");
                document["components"]["schemas"][name].clone()
            });
            let known = ids.get(resource).cloned().unwrap_or_default();
            let paths = if path.contains('{') {
                let others =
                    ["0198c0de-0000-7000-8000-00000000dead", "7000000000", "%00", "%FF", "%2e%2e%2f", "'%3B--"];
                std::iter::once(known.as_str()).chain(others).map(|id| fill(path, id)).collect()
            } else {
                vec![path.clone()]
            };
            all.push(Operation { method: method.to_uppercase(), paths, query, body });
        }
    }
    all
}

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

fn fill(path: &str, id: &str) -> String {
    let (before, rest) = path.split_once('{').unwrap();
    format!("{before}{id}{}", rest.split_once('}').unwrap().1)
}

/// An application with a catalog, a draft and a queued deployment, and their ids by resource.
pub(crate) async fn furnished(database: testkit::TestDatabase) -> (TestApp, BTreeMap<&'static str, String>) {
    let app = TestApp::on(database).await;
    let catalog = app.catalog().await;
    let draft = app.draft(&catalog, PlatformId::Meta, "Draft", testkit::smallest_config(PlatformId::Meta)).await;
    let ready = app.ready_ticket(&catalog, PlatformId::Tiktok, "Queued").await;
    let deployment = app.deploy(ready.id).await.to_string();
    let ids = BTreeMap::from([
        ("markets", catalog.market.id.to_string()),
        ("brands", catalog.brand.id.to_string()),
        ("channels", catalog.meta.id.to_string()),
        ("campaigns", draft.campaign_id.to_string()),
        ("tickets", draft.id.to_string()),
        ("deploy", deployment.clone()),
        ("deployments", deployment),
        ("platforms", "meta".to_owned()),
    ]);
    (app, ids)
}

/// A body that the operation accepts, so that one wrong field is its only error.
pub(crate) fn sound_body(operation: &Operation, ids: &BTreeMap<&str, String>) -> Value {
    if operation.method == "PUT" {
        return json!({});
    }
    match operation.paths[0].trim_start_matches("/api/v1/") {
        "markets" => json!({"code": "NW", "country": "Norway", "region": "EMEA"}),
        "brands" => json!({"name": "New", "internal_code": "NEW"}),
        "channels" => json!({"platform_name": "Pinterest", "api_identifier": "pins"}),
        "campaigns" => json!({
            "campaign_name": "New", "brand_id": ids["brands"], "market_id": ids["markets"], "budget": "1.00",
        }),
        "tickets" => json!({
            "campaign_id": ids["campaigns"], "channel_id": ids["channels"], "request_type": "CREATE_CAMPAIGN", "variant": "New",
        }),
        "taxonomy/preview" => json!({"brand_code": "DIS", "market_code": "US", "campaign_name": "New"}),
        _ => json!({}),
    }
}
