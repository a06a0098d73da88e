//! One test for each problem that the count must find.

use serde_json::json;

use super::*;

/// The evidence of one ticket that succeeded.
fn good() -> Evidence {
    let object = json!({"platform": "tiktok", "account": "7", "kind": "campaign", "name": "N", "id": "1"});
    let group = json!({"platform": "tiktok", "account": "7", "kind": "adgroup", "name": "N_G", "id": "2"});
    let step = json!({"key": "campaign", "kind": "campaign", "name": "N", "state": "DONE", "external_id": "1"});
    let second = json!({"key": "ad_set_1", "kind": "ad_set", "name": "N_G", "state": "DONE", "external_id": "2"});
    let events = vec![(1, "a".to_owned()), (4, "b".to_owned())];
    Evidence {
        accepted: vec!["t".to_owned()],
        tickets: vec![json!({"id": "t", "name": "N", "status": "TRAFFICKED_SUCCESS", "external_platform_id": "1"})],
        deployments: vec![json!({"id": "d", "ticket_id": "t", "status": "SUCCESS", "platform": "tiktok",
            "account_id": "7", "steps": [step, second]})],
        objects: vec![object, group],
        events: events.clone(),
        feeds: vec![events],
    }
}

/// The numbers of duplicates, losses and contradictions after a change.
fn found(change: impl FnOnce(&mut Evidence)) -> (usize, usize, usize) {
    let mut evidence = good();
    change(&mut evidence);
    let verdict = judge(&evidence);
    (verdict.duplicates.len(), verdict.lost.len(), verdict.wrong.len())
}

#[test]
fn all_is_well() {
    let verdict = judge(&good());
    let expected = Verdict { accepted: 1, succeeded: 1, objects: 2, events: 2, ..Verdict::default() };
    assert_eq!(verdict, expected);
}

#[test]
fn an_object_that_exists_twice() {
    let twin = |evidence: &mut Evidence| {
        let mut twin = evidence.objects[0].clone();
        twin["id"] = json!("3");
        evidence.objects.push(twin);
    };
    assert_eq!(found(twin), (1, 0, 0));
}

#[test]
fn an_object_of_nobody() {
    let stray = |evidence: &mut Evidence| {
        evidence.objects.push(json!({"platform": "meta", "account": "7", "kind": "campaign", "name": "N", "id": "3"}));
    };
    assert_eq!(found(stray), (0, 0, 1));
}

#[test]
fn a_success_without_its_object_or_with_another_id() {
    assert_eq!(found(|evidence| drop(evidence.objects.pop())), (0, 0, 1));
    assert_eq!(found(|evidence| evidence.tickets[0]["external_platform_id"] = json!("2")), (0, 0, 1));
    assert_eq!(found(|evidence| evidence.tickets[0]["external_platform_id"] = json!(null)), (0, 0, 1));
    assert_eq!(found(|evidence| evidence.deployments[0]["steps"][1]["state"] = json!("SENT")), (0, 0, 1));
}

#[test]
fn a_deployment_that_did_not_end() {
    assert_eq!(found(|evidence| evidence.deployments[0]["status"] = json!("STARTED")), (0, 1, 0));
    assert_eq!(found(|evidence| evidence.tickets[0]["status"] = json!("READY_FOR_API")), (0, 1, 0));
    assert_eq!(found(|evidence| evidence.tickets.clear()), (0, 1, 0));
    let twice = |evidence: &mut Evidence| evidence.deployments.push(evidence.deployments[0].clone());
    assert_eq!(found(twice), (0, 1, 0));
}

#[test]
fn a_failure_needs_a_reason() {
    let failed = |reason: &str| {
        let mut evidence = good();
        evidence.deployments[0]["status"] = json!("FAILURE");
        evidence.tickets[0]["status"] = json!("FAILED");
        evidence.tickets[0]["qa_failure_reason"] = json!(reason);
        judge(&evidence)
    };
    assert_eq!(failed(" ").lost.len(), 1);
    let verdict = failed("Meta refused CHA_US_1: no (code 100)");
    assert_eq!((verdict.lost.len(), verdict.succeeded), (0, 0));
    assert_eq!(verdict.failed, BTreeMap::from([("Meta refused … no (code …".to_owned(), 1)]));
}

#[test]
fn a_feed_that_skips_repeats_or_invents() {
    assert_eq!(found(|evidence| drop(evidence.feeds[0].remove(0))), (0, 1, 0));
    let twice = |evidence: &mut Evidence| evidence.feeds[0].insert(0, (1, "a".to_owned()));
    assert_eq!(found(twice), (0, 0, 2));
    assert_eq!(found(|evidence| evidence.feeds[0].push((5, "c".to_owned()))), (0, 0, 1));
}
