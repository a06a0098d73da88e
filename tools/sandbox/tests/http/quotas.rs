//! Quotas from a caller's point of view (docs/platforms.md 1.11, 2.11). The counts are tested beside the counters.

use sandbox::{Quotas, Settings};
use serde_json::{Value, json};

use crate::client::{Local, but, meta_adset, meta_campaign, tiktok_campaign};

fn on(settings: &mut Settings) {
    settings.quotas = Quotas::default();
}

#[tokio::test]
async fn headers_report_the_usage() {
    let local = Local::with(on);
    let answer = local.meta("act_1/campaigns", meta_campaign()).await;
    let app: Value = serde_json::from_str(answer.header("x-app-usage")).unwrap();
    assert!(app["call_count"].is_i64());
    let account: Value = serde_json::from_str(answer.header("x-ad-account-usage")).unwrap();
    assert_eq!(account["acc_id_util_pct"], json!(0.03));
    assert_eq!(account["reset_time_duration"], 300);
    let case: Value = serde_json::from_str(answer.header("x-business-use-case-usage")).unwrap();
    assert_eq!(case["1"][0]["estimated_time_to_regain_access"], 0);
}

#[tokio::test]
async fn an_exhausted_account_is_blocked_alone_and_for_a_minute() {
    let local = Local::with(|settings| settings.quotas.meta.max_score = Some(15));
    for _ in 0..5 {
        assert_eq!(local.meta("act_1/campaigns", meta_campaign()).await.status, 200);
    }
    let blocked = local.meta("act_1/campaigns", meta_campaign()).await;
    assert_eq!((blocked.status, blocked.error()), (400, (17, 2_446_079)));
    assert_eq!(local.meta("act_2/campaigns", meta_campaign()).await.status, 200);
    local.clock.advance_ms(60_001);
    assert_eq!(local.meta("act_1/campaigns", meta_campaign()).await.status, 200);
    assert_eq!(local.sandbox.objects().len(), 7);
}

#[tokio::test]
async fn the_use_case_limit_names_minutes_and_may_be_403() {
    let local = Local::with(|settings| {
        settings.quotas.meta.calls_per_hour = Some(1);
        settings.meta.throttle_status = 403;
    });
    local.meta("act_1/campaigns", meta_campaign()).await;
    let blocked = local.meta("act_1/campaigns", meta_campaign()).await;
    assert_eq!((blocked.status, blocked.error().0), (403, 80_004));
    let case: Value = serde_json::from_str(blocked.header("x-business-use-case-usage")).unwrap();
    assert_eq!(case["1"][0]["estimated_time_to_regain_access"], 60);
}

#[tokio::test]
async fn an_ad_sets_budget_changes_four_times_an_hour() {
    let local = Local::with(on);
    let campaign = local.meta_id("act_1/campaigns", meta_campaign()).await;
    let adset = local.meta_id("act_1/adsets", meta_adset(&campaign)).await;
    for budget in 6001..6005 {
        assert_eq!(local.meta(&adset, json!({"daily_budget": budget})).await.status, 200);
    }
    assert_eq!(local.meta(&adset, json!({"daily_budget": 7000})).await.error(), (613, 1_487_632));
    assert_eq!(local.meta(&adset, json!({"name": "free"})).await.status, 200);
}

#[tokio::test]
async fn an_account_has_room_for_so_many_ad_sets() {
    let local = Local::with(|settings| settings.quotas.meta.adsets_per_account = Some(1));
    let campaign = local.meta_id("act_1/campaigns", meta_campaign()).await;
    let adset = local.meta_id("act_1/adsets", meta_adset(&campaign)).await;
    assert_eq!(local.meta("act_1/adsets", meta_adset(&campaign)).await.error().0, 100);
    local.meta(&adset, json!({"status": "DELETED"})).await;
    assert_eq!(local.meta("act_1/adsets", meta_adset(&campaign)).await.status, 200);
}

#[tokio::test]
async fn tiktok_lets_ten_pass_in_a_second_and_says_so_in_the_body_alone() {
    let local = Local::with(on);
    let mut codes = Vec::new();
    for number in 0..11 {
        let body = but(tiktok_campaign(), json!({"campaign_name": format!("c{number}")}));
        let answer = local.tiktok("/campaign/create/", body).await;
        assert_eq!((answer.status, answer.header("retry-after")), (200, ""));
        codes.push(answer.code());
    }
    assert_eq!(codes[..10], [0; 10]);
    assert_eq!(codes[10], 40_100);
    assert_eq!(local.sandbox.objects().len(), 10);
}
