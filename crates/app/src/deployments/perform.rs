//! One exchange with the platform, outside of any transaction.

use std::{
    pin::pin,
    time::{Duration, Instant},
};

use connectors::{Connector, http::SendGate};
use domain::{
    Deployment, Timestamp,
    deployment::{
        AttemptRecord, Outcome, Parent, ReadBack, RequestTemplate, Source, Step, StepState,
        account::Usage,
        engine::{Exchange, Mode, Snapshot},
        next::Found,
    },
    ticket::lifecycle::ExternalId,
};

use crate::{App, Failpoint};

/// An exchange that is about to be made. Its intent is committed.
pub(super) struct Performing<'a> {
    deployment: &'a Deployment,
    steps: &'a [Step],
    step: &'a Step,
    mode: Mode,
    /// When the lease was last granted.
    granted_at: Instant,
}

impl<'a> Performing<'a> {
    /// The exchange for the step at `index`.
    pub(super) fn of(snapshot: &'a Snapshot, index: usize, mode: Mode, granted_at: Instant) -> Self {
        let Snapshot { deployment, steps, .. } = snapshot;
        Self { deployment, steps, step: &steps[index], mode, granted_at }
    }
}

/// The result of an exchange, and its records for the timeline.
pub(super) struct Reply {
    pub took: Duration,
    pub result: Exchange,
    pub usage: Option<Usage>,
    pub read_back: Option<ReadBack>,
    pub records: Vec<AttemptRecord>,
}

impl Reply {
    fn of(result: Exchange, record: Option<AttemptRecord>) -> Self {
        Self { took: Duration::ZERO, result, usage: None, read_back: None, records: record.into_iter().collect() }
    }
}

/// The longest time for reading an object back: it must not keep the answer from being written down.
const READ_BACK_PATIENCE: Duration = Duration::from_secs(10);

impl App {
    /// Sends the step's request, looks for its object, or reads it back.
    pub(super) async fn perform(&self, performing: &Performing<'_>) -> Reply {
        let began = Instant::now();
        let reply = self.exchange(performing).await;
        Reply { took: began.elapsed(), ..reply }
    }

    async fn exchange(&self, performing: &Performing<'_>) -> Reply {
        let Some(connector) = self.connectors().get(performing.deployment.account.platform) else {
            return impossible(format!("there is no connector for {}", performing.deployment.account.platform));
        };
        let step = performing.step;
        let value_of = |source: &Source| value_of(performing.steps, step, source);
        let gate = self.gate(performing);
        if !gate.is_open() {
            return Reply::of(Exchange::HeldBack, None);
        }
        let request = match step.plan.request.fill(&value_of) {
            Ok(request) => request,
            Err(error) => return impossible(format!("in the step {}, {error}", step.plan.key)),
        };
        let mut reply = match performing.mode {
            Mode::Send => self.send(connector, step, &request, gate.clone()).await,
            Mode::FindByName => self.look(connector, step, &value_of).await,
            Mode::Verify => Reply::of(Exchange::HeldBack, None),
        };
        let made = match (&reply.result, &step.state) {
            (Exchange::Sent(Outcome::Done(id)) | Exchange::Found(Found::One(id)), _) => Some(id.clone()),
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
        // A change may be sent twice, so there is nothing to look for: it is sent again.
        let outcome = match exchange.outcome {
            Outcome::Unknown(cause, _) if step.is_repeatable() => Outcome::Unavailable(cause),
            outcome => outcome,
        };
        let result = match outcome {
            Outcome::HeldBack(_) => Exchange::HeldBack,
            outcome => Exchange::Sent(outcome),
        };
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
        Reply::of(found.found.map_or_else(Exchange::FindFailed, Exchange::Found), Some(found.record))
    }

    /// Open while enough of the lease is left for the longest request. Two clocks must agree: the steady one stands still
    /// while the machine sleeps, the wall clock can be set back.
    fn gate(&self, performing: &Performing<'_>) -> SendGate {
        const MARGIN: Duration = Duration::from_secs(2);
        let engine = self.engine();
        let usable = engine.lease.saturating_sub(engine.http_timeout).saturating_sub(MARGIN);
        let (granted_at, clock) = (performing.granted_at, self.clock());
        let wall_granted_at = clock.now();
        SendGate::new(move || {
            let wall = clock.now().duration_since(wall_granted_at);
            granted_at.elapsed() < usable && Duration::try_from(wall).unwrap_or_default() < usable
        })
    }
}

/// The value of a step's reference. The error is the end of a sentence.
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
    Reply::of(Exchange::Impossible(what), None)
}
