//! What is published is what is checked.

use domain::{RequestType, Word, schema::Schema};
use serde_json::{Value, json};

use crate::{PayloadSchema, PlatformTranslator, http::HttpClient};

use super::{World, payloads::tree, world::settings};

fn published() -> Vec<PayloadSchema> {
    World::new(RequestType::Pause, &json!({})).translator().schemas()
}

fn schema(request: RequestType, objective: &str) -> Value {
    let found = published()
        .into_iter()
        .find(|one| one.request_type == request.as_str() && one.objective.as_deref() == Some(objective));
    found.unwrap().schema
}

#[test]
fn a_ticket_that_is_right_fits_the_published_schema() {
    for objective in super::super::schemas::objectives() {
        // The published schema has no other names: those are for people who type.
        let config = super::super::config::canonical(tree(objective).as_object().unwrap()).config;
        let schema = schema(RequestType::CreateCampaignTree, objective);
        assert_eq!(Schema::compile(&schema).unwrap().check(&Value::Object(config)), [], "{objective}");
    }
}

#[test]
fn a_condition_that_is_checked_is_published() {
    let schema = Schema::compile(&schema(RequestType::CreateCampaign, "WEB_CONVERSIONS")).unwrap();
    let sales = json!({"objective_type": "WEB_CONVERSIONS", "virtual_objective_type": "SALES"});
    assert!(!schema.check(&sales).is_empty());
    let whole =
        json!({"objective_type": "WEB_CONVERSIONS", "virtual_objective_type": "SALES", "sales_destination": "WEBSITE"});
    assert_eq!(schema.check(&whole), []);
}

#[test]
fn the_effective_ad_group_is_published_with_what_it_needs() {
    let tree = schema(RequestType::CreateCampaignTree, "TRAFFIC");
    let group = &tree["x-effective-ad-group"];
    let required: Vec<_> = group["required"].as_array().unwrap().iter().map(|field| field.as_str().unwrap()).collect();
    assert_eq!(required, ["schedule_start_time", "billing_event", "optimization_goal", "promotion_type"]);
    assert!(group["allOf"].as_array().unwrap().iter().all(|one| one["x-source"].is_string()));
    let alone = schema(RequestType::CreateCampaign, "TRAFFIC");
    assert!(alone["x-effective-ad-group"]["required"].is_null(), "a campaign alone needs no whole ad group");
}

#[test]
fn the_connector_is_whole() {
    let _ = rustls::crypto::ring::default_provider().install_default();
    let http = HttpClient::new(std::time::Duration::from_secs(1)).unwrap();
    let connector = super::super::connector(&settings("http://127.0.0.1:9000"), http);
    assert_eq!(connector.platform, domain::PlatformId::Tiktok);
    assert_eq!(connector.translator.schemas().len(), 21);
    assert_eq!(connector.translator.combinations()["goals"][0]["optimization_goal"], "REACH");
}
