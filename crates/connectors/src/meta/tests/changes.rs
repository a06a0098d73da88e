//! Changes of objects that exist.

use domain::{RequestType, ticket::lifecycle::ExternalId};
use serde_json::{Value, json};

use crate::Target;

use super::world::{Given, NAME, given, told};

fn change(request_type: RequestType, config: Value) -> Given {
    let target = Target {
        external_id: ExternalId::new("120210000000000001").unwrap(),
        account_id: "act_2002".into(),
        name: NAME.into(),
        made_by: Some("/act_2002/campaigns".into()),
    };
    Given { target: Some(target), ..given(request_type, config) }
}

#[test]
fn a_change_is_one_post_to_the_object() {
    for (request_type, config, body) in [
        (RequestType::Pause, json!({}), json!({"status": "PAUSED"})),
        (
            RequestType::Resume,
            json!({"target_ticket_id": "0190a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b"}),
            json!({"status": "ACTIVE"}),
        ),
        (RequestType::UpdateBudget, json!({"daily_budget": "750.50"}), json!({"daily_budget": 75050})),
        (RequestType::UpdateBudget, json!({"lifetime_budget": 9000}), json!({"lifetime_budget": 900_000})),
    ] {
        let translation = change(request_type, config).translate();
        assert_eq!(told(&translation), "");
        let [step] = translation.steps.as_slice() else { panic!("one step") };
        assert_eq!((step.key.as_str(), step.request.path.as_str()), ("update", "/120210000000000001"));
        assert_eq!((&step.request.body, &step.lookup), (&body, &None));
        assert_eq!(translation.facts.account_id.as_deref(), Some("2002"));
    }
}

#[test]
fn a_new_budget_is_judged_over_the_campaigns_days() {
    let mut given = change(RequestType::UpdateBudget, json!({"daily_budget": "100"}));
    assert_eq!(given.translate().facts.planned.unwrap().to_decimal(), "100.00");
    given.campaign.start_date = Some("2027-01-01".parse().unwrap());
    given.campaign.end_date = Some("2027-01-31".parse().unwrap());
    let facts = given.translate().facts;
    assert_eq!(facts.planned.unwrap().to_decimal(), "3100.00");
    assert_eq!(facts.daily_budgets[0].pointer, "/payload_config/daily_budget");
}

#[test]
fn what_a_change_cannot_be_is_told() {
    let wrong = |request_type, config| told(&change(request_type, config).translate());
    let mut all = String::new();
    all += &wrong(RequestType::UpdateBudget, json!({}));
    all += &wrong(RequestType::UpdateBudget, json!({"daily_budget": "1", "lifetime_budget": "2"}));
    all += &wrong(RequestType::UpdateBudget, json!({"daily_budget": "1.005"}));
    all += &wrong(RequestType::Pause, json!({"target_ticket": "x", "daily_budget": 5}));
    all += &wrong(RequestType::Resume, json!({"target_ticket_id": "seven"}));
    all += &told(&given(RequestType::Pause, json!({})).translate());
    insta::assert_snapshot!(all);
}
