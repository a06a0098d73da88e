//! The final count: duplicates, losses, and contradictions. Pure.

use std::collections::{BTreeMap, HashMap, HashSet};

use serde_json::Value;

use crate::{api::text, evidence::Evidence};

/// The result of the count.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Verdict {
    /// Tickets whose deployment was accepted.
    pub accepted: usize,
    /// Deployments that are on their platform.
    pub succeeded: usize,
    /// The reasons of the other deployments, with their numbers.
    pub failed: BTreeMap<String, usize>,
    /// Objects on the platforms.
    pub objects: usize,
    /// Events in the log.
    pub events: usize,
    /// Objects of the same name in one account.
    pub duplicates: Vec<String>,
    /// Accepted deployments without a valid end, and events that a reader missed.
    pub lost: Vec<String>,
    /// All other contradictions.
    pub wrong: Vec<String>,
}

/// Platform, account, kind and name of an object.
type Key = (String, String, String, String);

/// Judges the evidence.
pub(crate) fn judge(evidence: &Evidence) -> Verdict {
    let mut verdict = Verdict {
        accepted: evidence.accepted.len(),
        objects: evidence.objects.len(),
        events: evidence.events.len(),
        ..Verdict::default()
    };
    let mut objects: HashMap<Key, Vec<String>> = HashMap::new();
    for object in &evidence.objects {
        let key = ["platform", "account", "kind", "name"].map(|field| text(object, field));
        objects.entry(key.into()).or_default().push(text(object, "id"));
    }
    for (key, ids) in objects.iter().filter(|(_, ids)| ids.len() > 1) {
        verdict.duplicates.push(format!("{key:?} exists {} times: {}", ids.len(), ids.join(", ")));
    }
    let planned: HashSet<Key> = evidence
        .deployments
        .iter()
        .flat_map(|deployment| steps(deployment).map(|step| key(deployment, step)))
        .collect();
    for key in objects.keys().filter(|key| !planned.contains(*key)) {
        verdict.wrong.push(format!("{key:?} exists on the platform and belongs to no ticket"));
    }
    tickets(evidence, &objects, &mut verdict);
    for (number, seen) in evidence.feeds.iter().enumerate() {
        feed(number + 1, &evidence.events, seen, &mut verdict);
    }
    verdict
}

fn steps(deployment: &Value) -> impl Iterator<Item = &Value> {
    deployment["steps"].as_array().into_iter().flatten()
}

/// The object that a step makes.
fn key(deployment: &Value, step: &Value) -> Key {
    let platform = text(deployment, "platform");
    let kind = match (step["kind"].as_str().unwrap_or_default(), platform.as_str()) {
        ("ad_set", "tiktok") => "adgroup",
        ("ad_set", _) => "adset",
        ("creative", _) => "adcreative",
        (kind, _) => kind,
    };
    let account = text(deployment, "account_id").trim_start_matches("act_").to_owned();
    (platform, account, kind.to_owned(), text(step, "name"))
}

fn tickets(evidence: &Evidence, objects: &HashMap<Key, Vec<String>>, verdict: &mut Verdict) {
    let tickets: HashMap<String, &Value> = evidence.tickets.iter().map(|ticket| (text(ticket, "id"), ticket)).collect();
    let mut deployments: HashMap<String, Vec<&Value>> = HashMap::new();
    for deployment in &evidence.deployments {
        deployments.entry(text(deployment, "ticket_id")).or_default().push(deployment);
    }
    for id in &evidence.accepted {
        let Some(ticket) = tickets.get(id) else {
            verdict.lost.push(format!("ticket {id} is gone"));
            continue;
        };
        let [deployment] = deployments.get(id).map(Vec::as_slice).unwrap_or_default() else {
            let count = deployments.get(id).map_or(0, Vec::len);
            verdict.lost.push(format!("ticket {id} has {count} deployments rather than one"));
            continue;
        };
        let reason = text(ticket, "qa_failure_reason");
        match (text(ticket, "status").as_str(), text(deployment, "status").as_str()) {
            ("TRAFFICKED_SUCCESS", "SUCCESS") => {
                verdict.succeeded += 1;
                verdict.wrong.extend(success(ticket, deployment, objects));
            }
            ("FAILED", "FAILURE") if !reason.trim().is_empty() => {
                *verdict.failed.entry(alike(&reason)).or_default() += 1;
            }
            (ticket_is, deployment_is) => verdict.lost.push(format!(
                "ticket {id} is {ticket_is} and its deployment {} is {deployment_is}: {}",
                text(deployment, "id"),
                text(deployment, "error")
            )),
        }
    }
}

/// The contradictions of a successful deployment.
fn success(ticket: &Value, deployment: &Value, objects: &HashMap<Key, Vec<String>>) -> Vec<String> {
    let name = text(ticket, "name");
    let mut wrong = Vec::new();
    let mut first = None;
    for step in steps(deployment) {
        let id = text(step, "external_id");
        let made = objects.get(&key(deployment, step)).map(Vec::as_slice).unwrap_or_default();
        if text(step, "state") != "DONE" || !made.contains(&id) {
            wrong.push(format!(
                "{name}: step {} is {} with id {id:?}, and the platform has {made:?}",
                text(step, "key"),
                text(step, "state")
            ));
        }
        first.get_or_insert(id);
    }
    let written = text(ticket, "external_platform_id");
    if written.is_empty() || first.as_deref() != Some(&written) {
        wrong.push(format!("{name}: the id written is {written:?}, that of its first step is {first:?}"));
    }
    wrong
}

/// A reader must see every event of the log once, in order, and nothing else.
fn feed(number: usize, log: &[(i64, String)], seen: &[(i64, String)], verdict: &mut Verdict) {
    if seen.windows(2).any(|pair| pair[0].0 >= pair[1].0) {
        verdict.wrong.push(format!("the feed of server {number} came out of order, or with something twice"));
    }
    let known: HashSet<&(i64, String)> = seen.iter().collect();
    let missed: Vec<i64> = log.iter().filter(|event| !known.contains(event)).map(|event| event.0).collect();
    if !missed.is_empty() {
        let first = &missed[..missed.len().min(10)];
        verdict.lost.push(format!("the feed of server {number} missed {} events: {first:?} …", missed.len()));
    }
    if seen.len() + missed.len() > log.len() {
        verdict.wrong.push(format!("the feed of server {number} told of events that the log does not have"));
    }
}

/// A reason without names and numbers, so that similar reasons are counted together.
fn alike(reason: &str) -> String {
    let word = |word: &str| {
        if word.contains('_') || word.bytes().any(|byte| byte.is_ascii_digit()) { "…" } else { word }.to_owned()
    };
    reason.split_whitespace().map(word).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
#[path = "judge_tests.rs"]
mod tests;
