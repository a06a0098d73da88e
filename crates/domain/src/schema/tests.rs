use serde_json::{Value, json};

use super::Schema;

/// All violations of `value`, one per line: pointer, problem, suggestion.
fn told(schema: &Value, value: &Value) -> String {
    Schema::compile(schema)
        .unwrap()
        .check(value)
        .into_iter()
        .map(|violation| {
            let suggestion = violation.suggestion.map(|suggestion| format!(" | {suggestion}")).unwrap_or_default();
            format!("{} | {}{suggestion}", violation.pointer, violation.problem)
        })
        .collect::<Vec<_>>()
        .join("\n")
}

fn campaign_schema() -> Value {
    json!({
        "type": "object",
        "additionalProperties": false,
        "required": ["objective", "budget"],
        "properties": {
            "objective": { "enum": ["OUTCOME_SALES", "OUTCOME_LEADS", "OUTCOME_TRAFFIC"] },
            "budget": { "type": ["string", "number"], "examples": ["50000.00"] },
            "start": { "type": "string", "format": "date-time" },
            "countries": { "type": "array", "uniqueItems": true, "minItems": 1, "items": { "type": "string", "pattern": "^[A-Z]{2}$", "description": "A country's alpha-2 code. Upper case." } },
            "ad_sets": { "type": "array", "maxItems": 2, "items": { "$ref": "#/$defs/ad_set" } },
            "paused": { "const": true },
        },
        "$defs": {
            "ad_set": {
                "type": "object",
                "required": ["name"],
                "unevaluatedProperties": false,
                "properties": {
                    "name": { "type": "string", "minLength": 1, "maxLength": 10 },
                    "age_min": { "type": "integer", "minimum": 13, "maximum": 65 },
                    "bid": { "type": "number", "exclusiveMinimum": 0 },
                },
            },
        },
    })
}

#[test]
fn every_violation_is_a_sentence_at_its_own_field() {
    insta::assert_snapshot!(told(&campaign_schema(), &json!({
        "objective": "SALES",
        "budgt": 5,
        "start": "tomorrow",
        "countries": ["US", "usa", "US"],
        "paused": false,
        "ad_sets": [
            { "name": "", "age_min": 12, "bid": 0, "agemax": 7 },
            { "age_min": "18" },
            { "name": "much too long a name", "age_min": 18.5, "bid": "0.5" },
        ],
    })), @r#"
    /budget | budget is missing. | Use a value such as "50000.00".
    /ad_sets | ad_sets must have at most 2 items, but has 3.
    /ad_sets/0/age_min | ad_sets[0].age_min must be at least 13, not 12.
    /ad_sets/0/bid | ad_sets[0].bid must be above 0, not 0.
    /ad_sets/0/name | ad_sets[0].name must not be empty.
    /ad_sets/0/agemax | Unknown field "agemax". | Remove it; the fields here are age_min, bid, name.
    /ad_sets/1/name | ad_sets[1].name is missing.
    /ad_sets/1/age_min | ad_sets[1].age_min must be a whole number, not "18". | Write 18 without quotes.
    /ad_sets/2/age_min | ad_sets[2].age_min must be a whole number, not 18.5.
    /ad_sets/2/bid | ad_sets[2].bid must be a number, not "0.5". | Write 0.5 without quotes.
    /ad_sets/2/name | ad_sets[2].name must have at most 10 characters, but has 20.
    /countries | countries has "US" more than once. | Keep one of them.
    /countries/1 | countries[1] has the wrong form: "usa". | A country's alpha-2 code.
    /objective | objective must be "OUTCOME_SALES", "OUTCOME_LEADS" or "OUTCOME_TRAFFIC", not "SALES". | Use "OUTCOME_SALES".
    /paused | paused must be true, not false. | Use true.
    /start | start must be a date and time with its offset from UTC (RFC 3339), not "tomorrow". | Write it like "2026-03-01T09:00:00Z".
    /budgt | Unknown field "budgt"; did you mean "budget"? | Use "budget".
    "#);
}

#[test]
fn what_is_right_has_no_violations() {
    let right = json!({ "objective": "OUTCOME_SALES", "budget": "50000.00", "start": "2026-03-01T09:00:00Z", "ad_sets": [{ "name": "a", "age_min": 18.0 }] });
    assert_eq!(told(&campaign_schema(), &right), "");
}

#[test]
fn types_are_reported_with_the_accepted_ones() {
    insta::assert_snapshot!(told(&campaign_schema(), &json!({ "objective": 7, "budget": true, "countries": "US", "start": 5 })), @r#"
    /budget | budget must be a string or a number, not true. | Use a value such as "50000.00".
    /countries | countries must be an array, not "US". | Write ["US"].
    /objective | objective must be "OUTCOME_SALES", "OUTCOME_LEADS" or "OUTCOME_TRAFFIC", not 7.
    /start | start must be a string, not 5.
    "#);
    insta::assert_snapshot!(told(&campaign_schema(), &json!([1, 2])), @" | The document must be an object, not an array.");
    insta::assert_snapshot!(told(&campaign_schema(), &json!({ "objective": null, "budget": null })), @r#"
    /budget | budget must be a string or a number, not null. | Use a value such as "50000.00".
    /objective | objective must be "OUTCOME_SALES", "OUTCOME_LEADS" or "OUTCOME_TRAFFIC", not null.
    "#);
    insta::assert_snapshot!(told(&json!({ "type": "integer" }), &json!("5")), @r#" | The document must be a whole number, not "5". | Write 5 without quotes."#);
    insta::assert_snapshot!(told(&json!({ "type": "boolean" }), &json!("true")), @r#" | The document must be true or false, not "true". | Write true without quotes."#);
}

#[test]
fn huge_values_are_cut() {
    let violations = told(&json!({ "properties": { "a": { "enum": ["x"] } } }), &json!({ "a": "y".repeat(10_000) }));
    assert!(violations.len() < 200, "{violations}");
}

#[test]
fn unions_speak_of_the_branch_that_was_meant() {
    let amount = json!({ "properties": { "budget": { "anyOf": [{ "type": "string" }, { "type": "number" }] } } });
    insta::assert_snapshot!(told(&amount, &json!({ "budget": true })), @"/budget | budget must be a string or a number, not true.");

    let pattern = json!({ "properties": { "budget": { "oneOf": [{ "type": "string", "pattern": "^[0-9]+$" }, { "type": "number" }] } } });
    insta::assert_snapshot!(told(&pattern, &json!({ "budget": "abc" })), @r#"/budget | budget has the wrong form: "abc". | It must match ^[0-9]+$"#);

    let tagged = json!({ "oneOf": [
        { "type": "object", "properties": { "kind": { "const": "image" }, "hash": { "type": "string" } }, "required": ["kind", "hash"] },
        { "type": "object", "properties": { "kind": { "const": "video" }, "video_id": { "type": "string" } }, "required": ["kind", "video_id"] },
    ] });
    insta::assert_snapshot!(told(&tagged, &json!({ "kind": "video" })), @"/video_id | video_id is missing.");

    let titled = json!({ "properties": { "geo": { "anyOf": [{ "title": "a country", "const": "US" }, { "title": "a region", "const": "EMEA" }] } } });
    insta::assert_snapshot!(told(&titled, &json!({ "geo": "X" })), @r#"/geo | geo must be a country or a region, not "X"."#);
}

#[test]
fn fields_that_exclude_each_other_are_named() {
    let one_budget =
        json!({ "type": "object", "oneOf": [{ "required": ["daily_budget"] }, { "required": ["lifetime_budget"] }] });
    insta::assert_snapshot!(told(&one_budget, &json!({})), @" | One of daily_budget or lifetime_budget is needed.");
    insta::assert_snapshot!(told(&one_budget, &json!({ "daily_budget": 1, "lifetime_budget": 2 })), @" | Only one of daily_budget or lifetime_budget can be given. | Remove all of them but one.");

    let not_both = json!({ "not": { "required": ["daily_budget", "lifetime_budget"] } });
    insta::assert_snapshot!(told(&not_both, &json!({ "daily_budget": 1, "lifetime_budget": 2 })), @" | daily_budget and lifetime_budget cannot be given together. | Remove one of them.");

    let conditional =
        json!({ "if": { "properties": { "kind": { "const": "a" } } }, "then": { "properties": { "b": false } } });
    insta::assert_snapshot!(told(&conditional, &json!({ "kind": "a", "b": 1 })), @"/b | b cannot be given here. | Remove it.");
}

#[test]
fn x_message_replaces_the_sentence_of_its_subschema() {
    let schema = json!({
        "required": ["code"],
        "properties": { "code": { "type": "string", "pattern": "^[A-Z]+$", "x-message": "code has capital letters only.", "examples": ["ABC"] } },
    });
    insta::assert_snapshot!(told(&schema, &json!({ "code": "abc" })), @r#"/code | code has capital letters only. | Use a value such as "ABC"."#);
    insta::assert_snapshot!(told(&schema, &json!({})), @r#"/code | code is missing. | Use a value such as "ABC"."#);
}

#[test]
fn one_problem_of_one_field_is_told_once() {
    let twice = json!({ "allOf": [{ "required": ["a"] }, { "required": ["a"] }] });
    assert_eq!(told(&twice, &json!({})).lines().count(), 1);
}

#[test]
fn pointers_are_escaped_and_labels_are_not() {
    let schema = json!({ "required": ["a/b"], "additionalProperties": false });
    insta::assert_snapshot!(told(&schema, &json!({ "c~d": 1 })), @r#"
    /a~1b | a/b is missing.
    /c~0d | Unknown field "c~d". | Remove it.
    "#);
}

#[test]
fn a_document_wrong_all_over_gets_a_bounded_answer() {
    let schema = Schema::compile(&json!({ "items": { "type": "string" } })).unwrap();
    let violations = schema.check(&Value::from(vec![1; 5_000]));
    assert_eq!(violations.len(), 101);
    assert!(violations[100].problem.contains("not listed"));
}

#[test]
fn a_wrong_schema_is_refused() {
    assert!(Schema::compile(&json!({ "type": "strng" })).is_err());
    assert!(Schema::compile(&json!({ "$ref": "https://example.com/other" })).is_err());
}
