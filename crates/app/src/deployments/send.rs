//! One exchange with the platform, outside of any transaction.

use std::time::{Duration, Instant};

use connectors::{Connector, http::SendGate};
use domain::{
    Deployment, Timestamp,
    deployment::{AttemptRecord, Cause, Outcome as Answer, Step, StepState, next::Found, step},
};

use crate::App;

/// A step in hand: its intent is written, and now it is sent or looked up.
pub(super) struct Sending {
    pub deployment: Deployment,
    pub steps: Vec<Step>,
    /// Which step.
    pub index: usize,
    /// Whether the object is looked for, rather than made.
    pub look_up: bool,
    /// When the lease was last granted.
    pub granted_at: Instant,
}

/// What came of it, and its record for the timeline.
pub(super) struct Reply {
    pub result: Outcome,
    pub record: Option<AttemptRecord>,
}

/// What came of an exchange.
#[derive(Debug, Clone)]
pub(super) enum Outcome {
    /// The request was sent; the platform answered, or did not.
    Sent(Answer),
    /// The look-up found this.
    Found(Found),
    /// The look-up itself failed.
    LookUpFailed(Answer),
    /// Nothing was sent: too little was left of the lease.
    HeldBack,
}

impl App {
    /// Sends the step's request, or looks for its object.
    pub(super) async fn perform(&self, sending: &Sending) -> Reply {
        let Some(connector) = self.connectors().get(sending.deployment.account.platform) else {
            return refused(format!("There is no connector for {}.", sending.deployment.account.platform));
        };
        let step = &sending.steps[sending.index];
        let value_of = |key: &str| value_of(&sending.steps, step, key);
        let gate = self.gate(sending);
        if !gate.is_open() {
            return Reply { result: Outcome::HeldBack, record: None };
        }
        if sending.look_up {
            return self.look(connector, step, &value_of).await;
        }
        match step.plan.request.fill(&value_of) {
            Ok(request) => {
                let exchange = connector.client.send(&step.plan, &request, gate, self.now()).await;
                // A change may be said twice, so there is nothing to look up: it is simply said again.
                let outcome = match exchange.outcome {
                    Answer::Unknown(cause, _) if step.is_repeatable() => Answer::Unavailable(cause),
                    outcome => outcome,
                };
                let held_back = matches!(&outcome, Answer::Unavailable(Cause { code, .. }) if code == "lease");
                let result = if held_back { Outcome::HeldBack } else { Outcome::Sent(outcome) };
                Reply { result, record: Some(exchange.record) }
            }
            Err(key) => refused(format!("The step {} needs the id of {key}, which is not there.", step.plan.key)),
        }
    }

    async fn look(
        &self,
        connector: &Connector,
        step: &Step,
        value_of: &(dyn Fn(&str) -> Option<String> + Sync),
    ) -> Reply {
        let Some(mut lookup) = step.plan.lookup.clone() else {
            return refused(format!("The step {} cannot be looked up.", step.plan.key));
        };
        lookup.parent = lookup.parent.and_then(|parent| step::fill_text(&parent, &|key| value_of(key)).ok());
        let since = match step.state {
            StepState::Sent { at, .. } => at,
            _ => Timestamp::UNIX_EPOCH,
        };
        let found = connector.client.look_up(&lookup, since, self.now()).await;
        let result = found.found.map_or_else(Outcome::LookUpFailed, Outcome::Found);
        Reply { result, record: Some(found.record) }
    }

    /// Open while enough of the lease is left for the longest request. Two clocks must agree: the steady one stands still
    /// while the machine sleeps, the wall clock can be set back.
    fn gate(&self, sending: &Sending) -> SendGate {
        const MARGIN: Duration = Duration::from_secs(2);
        let engine = self.engine();
        let usable = engine.lease.saturating_sub(engine.http_timeout).saturating_sub(MARGIN);
        let (granted_at, clock) = (sending.granted_at, self.clock());
        let wall_granted_at = clock.now();
        SendGate::new(move || {
            let wall = clock.now().duration_since(wall_granted_at);
            granted_at.elapsed() < usable && Duration::try_from(wall).unwrap_or_default() < usable
        })
    }
}

fn value_of(steps: &[Step], own: &Step, key: &str) -> Option<String> {
    if key == "idempotency_key" {
        return Some(own.idempotency_key.clone());
    }
    steps.iter().find(|step| step.plan.key == key).and_then(|step| match &step.state {
        StepState::Done { external_id } => Some(external_id.as_str().to_owned()),
        _ => None,
    })
}

fn refused(message: String) -> Reply {
    Reply { result: Outcome::Sent(Answer::Refused { code: "internal".to_owned(), message }), record: None }
}
