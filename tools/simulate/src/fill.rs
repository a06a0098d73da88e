//! The deployments of a run: campaigns alone, and trees of two to four objects, spread over accounts.

use domain::{
    AccountRef, CampaignId, ChannelId, Deployment, DeploymentId, PlatformId, StepId, TicketId, Timestamp,
    deployment::{
        DeploymentStatus, Lookup, ObjectKind, PlannedStep, RequestTemplate, Step, StepState, engine::TicketHead,
    },
    ticket::TicketState,
};
use rand::{Rng, rngs::SmallRng};
use serde_json::Value;
use uuid::Uuid;

use crate::{plan::Plan, store::Row};

/// The kinds of a tree's objects, in the platform's order.
const TREE: [(&str, ObjectKind); 4] = [
    ("campaign", ObjectKind::Campaign),
    ("ad_set_1", ObjectKind::AdSet),
    ("creative_1_1", ObjectKind::Creative),
    ("ad_1_1", ObjectKind::Ad),
];

/// The deployment of that number.
pub(crate) fn row(number: usize, plan: &Plan, now: Timestamp, rng: &mut SmallRng) -> Row {
    let id = |kind: u128| Uuid::from_u128((kind << 96) | number as u128);
    // Most accounts have few deployments, and the first has many.
    let account = if rng.random_ratio(1, 3) { 0 } else { rng.random_range(0..plan.accounts) };
    let account = AccountRef { platform: PlatformId::Meta, account_id: (10_000 + account).to_string() };
    let deployment = Deployment {
        id: DeploymentId(id(1)),
        ticket_id: TicketId(id(2)),
        account: account.clone(),
        status: DeploymentStatus::Pending,
        attempt: 0,
        retries: 0,
        due_at: now,
        lease_token: None,
        lease_until: None,
        error: None,
        created_at: now,
        updated_at: now,
        finished_at: None,
    };
    let length = if rng.random_ratio(1, 4) { rng.random_range(2..=TREE.len()) } else { 1 };
    let steps = (0..length).map(|position| step(number, position, &deployment, rng)).collect();
    let ticket = TicketHead {
        id: deployment.ticket_id,
        campaign_id: CampaignId(id(3)),
        channel_id: ChannelId(id(4)),
        name: format!("N{number}"),
        state: TicketState::ReadyForApi { digest: "d".to_owned() },
        findings: Vec::new(),
        version: 1,
    };
    Row { deployment, parked: false, steps, ticket }
}

fn step(number: usize, position: usize, deployment: &Deployment, rng: &mut SmallRng) -> Step {
    let (key, kind) = TREE[position];
    let name = format!("N{number}_{key}");
    let lookup = Lookup { kind, account_id: deployment.account.account_id.clone(), name: name.clone(), parent: None };
    Step {
        id: StepId(Uuid::from_u128((5 << 96) | (number * TREE.len() + position) as u128)),
        deployment_id: deployment.id,
        position: i32::try_from(position).unwrap_or_default(),
        plan: PlannedStep {
            key: key.to_owned(),
            kind,
            name,
            request: RequestTemplate::of_markers("POST".to_owned(), "/objects".to_owned(), Value::Null, &[]),
            lookup: Some(lookup),
        },
        idempotency_key: rng.random::<u32>().to_string(),
        state: StepState::Planned,
        read_back: None,
    }
}
