//! The files of `schema/` are readable, and what they make compiles.

use domain::{RequestType, schema::Schema};
use strum::IntoEnumIterator as _;

use crate::rules::Books;

use super::super::{
    schemas::{TiktokSchemas, ad, ad_group, campaign, combinations, objectives},
    settings::Flow,
};

#[test]
fn the_data_files_are_readable_and_complete() {
    assert_eq!(objectives().count(), 9);
    for level in [campaign(), ad_group(), ad()] {
        assert!(!level.properties.is_empty() && !level.conditions.is_empty() && !level.source.is_empty());
        for (name, field) in level.properties.iter().chain(&level.budget_properties) {
            for keyword in ["title", "description", "type"] {
                assert!(field.get(keyword).is_some(), "{name} has no {keyword}");
            }
        }
        for condition in &level.conditions {
            let shared = ad_group().field(&condition.field).is_some();
            assert!(level.field(&condition.field).is_some() || shared, "{} is no field", condition.field);
            assert!(
                !condition.source.is_empty() && condition.problem.ends_with('.') && condition.suggestion.ends_with('.')
            );
        }
    }
    assert!(combinations()["goals"].as_array().unwrap().len() > 15);
}

#[test]
fn every_book_compiles_in_both_flows() {
    for flow in [Flow::Manual, Flow::SmartPlus] {
        let books = Books::new(TiktokSchemas(flow));
        for request in RequestType::iter() {
            if request.creates() {
                for objective in objectives() {
                    books.get(request, Some(objective)).map(|_| ()).unwrap();
                }
            } else {
                books.get(request, None).map(|_| ()).unwrap();
            }
        }
        assert!(books.get(RequestType::CreateCampaign, Some("SALES")).is_err());
    }
}

#[test]
fn what_is_published_compiles_and_narrows_the_goals() {
    let published = Books::new(TiktokSchemas(Flow::Manual)).published();
    assert_eq!(published.len(), 2 * 9 + 3);
    for schema in &published {
        Schema::compile(&schema.schema).map_err(|error| format!("{schema:?}: {error}")).unwrap();
    }
    let reach = published.iter().find(|schema| schema.objective.as_deref() == Some("REACH")).unwrap();
    let properties = &reach.schema["properties"];
    assert_eq!(properties["objective_type"]["enum"], serde_json::json!(["REACH"]));
    assert_eq!(properties["optimization_goal"]["enum"][0], "REACH");
    assert!(properties["app_promotion_type"].is_null(), "a field of other objectives");
    assert!(properties["targeting_optimization_mode"].is_null(), "a field of Smart+");
}
