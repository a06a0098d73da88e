//! `PAUSE`, `RESUME` and `UPDATE_BUDGET`.

use domain::{RequestType, deployment::ObjectKind};
use serde_json::{Value, json};

use super::{super::settings::Flow, World};

fn request(request: RequestType, config: &Value) -> (String, Value) {
    let translation = World::new(request, config).with_target().translate();
    assert_eq!(translation.facts.payload_violations, []);
    assert_eq!(
        translation.facts.account_id.as_deref(),
        Some("7000000000000000009"),
        "the target's, not the configured one"
    );
    let [step] = translation.steps.as_slice() else { panic!("one step") };
    assert_eq!((step.key.as_str(), step.kind, step.lookup.is_none()), ("update", ObjectKind::Update, true));
    (step.request.path.clone(), step.request.body.clone())
}

#[test]
fn a_campaign_is_paused_and_resumed() {
    for (kind, status) in [(RequestType::Pause, "DISABLE"), (RequestType::Resume, "ENABLE")] {
        let (path, body) = request(kind, &json!({}));
        assert_eq!(path, "/campaign/status/update/");
        assert_eq!(
            body,
            json!({"advertiser_id": "7000000000000000009", "campaign_ids": ["1800000000000000001"], "operation_status": status})
        );
    }
}

#[test]
fn a_budget_is_changed_exactly() {
    for (config, printed) in [
        (json!({"budget": "1234.56"}), "1234.56"),
        (json!({"daily_budget": 75}), "75"),
        (json!({"lifetime_budget": "9000.10", "target_ticket_id": "01900000-0000-7000-8000-000000000001"}), "9000.1"),
    ] {
        let (path, body) = request(RequestType::UpdateBudget, &config);
        assert_eq!(path, "/campaign/update/");
        assert_eq!(body["budget"].to_string(), printed);
        assert_eq!(body["campaign_id"], "1800000000000000001");
        assert!(body.get("budget_mode").is_none(), "it cannot be changed");
    }
}

#[test]
fn smart_plus_campaigns_have_endpoints_of_their_own() {
    let told = json!({"campaign_automation_type": "UPGRADED_SMART_PLUS"});
    assert_eq!(request(RequestType::Pause, &told).0, "/smart_plus/campaign/status/update/");
    let flow = World::new(RequestType::UpdateBudget, &json!({"budget": 100})).with_target().in_flow(Flow::SmartPlus);
    assert_eq!(flow.translate().steps[0].request.path, "/smart_plus/campaign/update/");
    let older = World::new(RequestType::Resume, &json!({"campaign_automation_type": "MANUAL"})).with_target();
    assert_eq!(older.in_flow(Flow::SmartPlus).translate().steps[0].request.path, "/campaign/status/update/");
}

#[test]
fn a_change_goes_where_the_campaign_was_made() {
    for (kind, end) in [
        (RequestType::Pause, "status/update/"),
        (RequestType::Resume, "status/update/"),
        (RequestType::UpdateBudget, "update/"),
    ] {
        for (made_by, prefix) in [("/campaign/create/", ""), ("/smart_plus/campaign/create/", "/smart_plus")] {
            for today in [Flow::Manual, Flow::SmartPlus] {
                for said in ["MANUAL", "UPGRADED_SMART_PLUS"] {
                    let budget = kind == RequestType::UpdateBudget;
                    let mut config = json!({"campaign_automation_type": said});
                    if budget {
                        config["budget"] = json!(100);
                    }
                    let world = World::new(kind, &config).with_target().in_flow(today);
                    let translation = world.made_by(made_by).translate();
                    assert_eq!(
                        translation.steps[0].request.path,
                        format!("{prefix}/campaign/{end}"),
                        "{today:?} {said}"
                    );
                }
            }
        }
    }
}

#[test]
fn what_is_missing_of_a_tree_is_made_as_the_rest_was() {
    let paths = |today: Flow, made_by: Option<&str>| {
        let world = World::new(RequestType::CreateCampaignTree, &super::payloads::tree("WEB_CONVERSIONS"));
        let world = world.in_flow(today);
        let world = match made_by {
            Some(path) => world.made_by(path),
            None => world,
        };
        world.translate().steps.into_iter().map(|step| step.request.path).collect::<Vec<_>>()
    };
    let (manual, smart_plus) = (paths(Flow::Manual, None), paths(Flow::SmartPlus, None));
    assert!(manual.iter().all(|path| !path.starts_with("/smart_plus/")) && manual.len() > 2, "{manual:?}");
    assert!(smart_plus.iter().all(|path| path.starts_with("/smart_plus/")), "{smart_plus:?}");
    assert_eq!(paths(Flow::SmartPlus, Some("/campaign/create/")), manual);
    assert_eq!(paths(Flow::Manual, Some("/smart_plus/campaign/create/")), smart_plus);
}

#[test]
fn without_a_target_nothing_is_sent() {
    let translation = World::new(RequestType::Pause, &json!({})).translate();
    assert_eq!(translation.steps, []);
    let violation = &translation.facts.payload_violations[0];
    assert_eq!(violation.pointer, "/payload_config/target_ticket_id");
    assert!(violation.problem.contains("no campaign to change"));
}

#[test]
fn a_change_that_is_wrong_is_refused() {
    let violations = |kind, config: Value| World::new(kind, &config).with_target().violations();
    assert!(violations(RequestType::UpdateBudget, json!({}))[0].contains("budget"));
    assert!(violations(RequestType::UpdateBudget, json!({"daily_budget": "49"}))[0].contains("at least 50 USD"));
    assert!(violations(RequestType::UpdateBudget, json!({"budget": "50.001"}))[0].contains("finer than 0.01 USD"));
    assert!(violations(RequestType::Pause, json!({"objective_type": "REACH"}))[0].contains("objective_type"));
    assert!(violations(RequestType::Pause, json!({"target_ticket_id": "yesterday's"}))[0].contains("target_ticket_id"));
}

#[test]
fn the_new_budget_is_told_to_qa() {
    let facts = |config: Value| World::new(RequestType::UpdateBudget, &config).with_target().translate().facts;
    let daily = facts(json!({"daily_budget": 100}));
    assert_eq!(daily.daily_budgets[0].pointer, "/payload_config/daily_budget");
    assert_eq!(daily.planned.unwrap().to_decimal(), "3100.00");
    let lifetime = facts(json!({"lifetime_budget": 5000}));
    assert_eq!((lifetime.lifetime_budgets.len(), lifetime.planned.unwrap().to_decimal()), (1, "5000.00".into()));
    assert_eq!(facts(json!({"budget": 100})).daily_budgets.len(), 1, "the stricter limit, where it is not said");
}
