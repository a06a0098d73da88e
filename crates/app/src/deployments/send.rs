//! One exchange with the platform, outside of any transaction.

use std::{
    pin::pin,
    time::{Duration, Instant},
};

use connectors::{Connector, http::SendGate};
use domain::{
    Deployment, Ticket, Timestamp,
    deployment::{
        AttemptRecord, Cause, Outcome as Answer, Parent, ReadBack, RequestTemplate, Source, Step, StepState,
        account::Usage, next::Found,
    },
    ticket::lifecycle::ExternalId,
};

use crate::{App, Failpoint};

/// A step in hand: its intent is written, and now it is sent or looked up.
pub(super) struct Sending {
    pub deployment: Deployment,
    pub steps: Vec<Step>,
    /// Which step.
    pub index: usize,
    /// What is done with it.
    pub mode: Mode,
    /// When the lease was last granted.
    pub granted_at: Instant,
    /// The ticket, where it was read when the deployment was taken up.
    pub ticket: Option<Ticket>,
}

impl Sending {
    /// The step in hand.
    pub(super) fn step(&self) -> &Step {
        &self.steps[self.index]
    }
}

/// What is done with a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    /// Its request is sent.
    Send,
    /// Its object is looked for.
    FindByName,
    /// Its object is read back once more.
    ReadBack,
}

/// What came of it, and its records for the timeline.
pub(super) struct Reply {
    pub result: Outcome,
    pub usage: Option<Usage>,
    pub read_back: Option<ReadBack>,
    pub records: Vec<AttemptRecord>,
}

impl Reply {
    fn of(result: Outcome, record: Option<AttemptRecord>) -> Self {
        Self { result, usage: None, read_back: None, records: record.into_iter().collect() }
    }
}

/// How long reading an object back may take: it must not keep the answer from being written down.
const READ_BACK_PATIENCE: Duration = Duration::from_secs(10);

/// What came of an exchange.
#[derive(Debug, Clone)]
pub(super) enum Outcome {
    /// The request was sent; the platform answered, or did not.
    Sent(Answer),
    /// The look-up found this.
    Found(Found),
    /// The look-up itself failed.
    FindFailed(Answer),
    /// Nothing was sent: too little was left of the lease.
    HeldBack,
    /// Nothing was sent, and never can be: something is wrong on our side. Says what; the platform has no part in it.
    Impossible(String),
}

impl App {
    /// Sends the step's request, looks for its object, or reads it back.
    pub(super) async fn perform(&self, sending: &Sending) -> Reply {
        let Some(connector) = self.connectors().get(sending.deployment.account.platform) else {
            return impossible(format!("there is no connector for {}", sending.deployment.account.platform));
        };
        let step = sending.step();
        let value_of = |source: &Source| value_of(&sending.steps, step, source);
        let gate = self.gate(sending);
        if !gate.is_open() {
            return Reply::of(Outcome::HeldBack, None);
        }
        let request = match step.plan.request.fill(&value_of) {
            Ok(request) => request,
            Err(error) => return impossible(format!("in the step {}, {error}", step.plan.key)),
        };
        let mut reply = match sending.mode {
            Mode::Send => self.send(connector, step, &request, gate.clone()).await,
            Mode::FindByName => self.look(connector, step, &value_of).await,
            Mode::ReadBack => Reply::of(Outcome::HeldBack, None),
        };
        let made = match (&reply.result, &step.state) {
            (Outcome::Sent(Answer::Done(id)) | Outcome::Found(Found::One(id)), _) => Some(id.clone()),
            (_, StepState::Done { external_id }) => Some(external_id.clone()),
            _ => None,
        };
        if let Some(id) = made.filter(|id| self.engine().read_back && !step.is_repeatable() && id.has_the_form()) {
            if gate.is_open() {
                self.read_back(connector, step, &request, &id, &mut reply).await;
            } else {
                reply.read_back = Some(ReadBack::Later("There was no time left for it.".to_owned()));
            }
        }
        reply
    }

    async fn send(&self, connector: &Connector, step: &Step, request: &RequestTemplate, gate: SendGate) -> Reply {
        let exchange = match self.failpoints() {
            None => connector.client.send(&step.plan, request, gate, self.now()).await,
            Some(failpoints) => {
                let (gate, left) = gate.that_tells();
                let mut sending = pin!(connector.client.send(&step.plan, request, gate, self.now()));
                let exchange = tokio::select! {
                    () = left.notified() => None,
                    exchange = &mut sending => Some(exchange),
                };
                failpoints.reached(Failpoint::AfterSend, &step.plan.key).await;
                match exchange {
                    Some(exchange) => exchange,
                    None => sending.await,
                }
            }
        };
        // A change may be said twice, so there is nothing to look up: it is simply said again.
        let outcome = match exchange.outcome {
            Answer::Unknown(cause, _) if step.is_repeatable() => Answer::Unavailable(cause),
            outcome => outcome,
        };
        let held_back = matches!(&outcome, Answer::Unavailable(Cause { code, .. }) if code == "lease");
        let result = if held_back { Outcome::HeldBack } else { Outcome::Sent(outcome) };
        Reply { usage: exchange.usage, ..Reply::of(result, Some(exchange.record)) }
    }

    async fn read_back(
        &self,
        connector: &Connector,
        step: &Step,
        request: &RequestTemplate,
        id: &ExternalId,
        reply: &mut Reply,
    ) {
        let reading = connector.client.read_back(&step.plan, request, id, self.now());
        match tokio::time::timeout(READ_BACK_PATIENCE, reading).await {
            Ok(Some(read)) => {
                reply.read_back = Some(read.read_back);
                reply.records.push(read.record);
            }
            Ok(None) => {}
            Err(_) => {
                let seconds = READ_BACK_PATIENCE.as_secs();
                reply.read_back = Some(ReadBack::Later(format!("No answer came within {seconds} s.")));
            }
        }
    }

    async fn look(
        &self,
        connector: &Connector,
        step: &Step,
        value_of: &(dyn Fn(&Source) -> Result<String, String> + Sync),
    ) -> Reply {
        let Some(mut lookup) = step.plan.lookup.clone() else {
            return impossible(format!("the step {} cannot be looked up", step.plan.key));
        };
        lookup.parent = lookup.parent.and_then(|parent| match parent {
            Parent::Step(key) => value_of(&Source::IdOf(key)).ok().and_then(ExternalId::new).map(Parent::Id),
            known @ Parent::Id(_) => Some(known),
        });
        let since = match step.state {
            StepState::Sent { at, .. } => at,
            _ => Timestamp::UNIX_EPOCH,
        };
        let found = connector.client.find_by_name(&step.plan, &lookup, since, self.now()).await;
        Reply::of(found.found.map_or_else(Outcome::FindFailed, Outcome::Found), Some(found.record))
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

/// What a reference of a step stands for; a sentence's end where that is not there.
fn value_of(steps: &[Step], own: &Step, source: &Source) -> Result<String, String> {
    let key = match source {
        Source::IdempotencyKey => return Ok(own.idempotency_key.clone()),
        Source::IdOf(key) => key,
    };
    match steps.iter().find(|step| step.plan.key == *key).map(|step| &step.state) {
        Some(StepState::Done { external_id }) if external_id.has_the_form() => Ok(external_id.as_str().to_owned()),
        Some(StepState::Done { .. }) => Err(format!("the id of {key} is none ({})", ExternalId::FORM)),
        _ => Err(format!("the id of {key} is needed, which is not there")),
    }
}

fn impossible(what: String) -> Reply {
    Reply::of(Outcome::Impossible(what), None)
}
