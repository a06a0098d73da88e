//! An ad platform: it creates an object for each request that it accepts, even if it has one of that name, and answers when and how
//! the plan says.

use std::{collections::HashMap, time::Duration};

use domain::{
    Timestamp,
    deployment::{Cause, InFlight, Outcome, ReadBack, Scope, engine::Exchange, next::Found},
    ticket::lifecycle::ExternalId,
};
use rand::{Rng, rngs::SmallRng};

use crate::plan::Plan;

/// The client's time-out. A platform may be at a request for as long.
const TIME_OUT: Duration = Duration::from_secs(30);

/// The longest time that a new object is missing from searches.
const LISTING_LAG: Duration = Duration::from_secs(2);

/// The platform.
#[derive(Default)]
pub(crate) struct Platform {
    objects: HashMap<String, Vec<Object>>,
    created: u64,
    /// Until when it is out.
    pub(crate) out_until: Option<Timestamp>,
}

struct Object {
    id: ExternalId,
    listed_at: Timestamp,
}

/// The answer to a request, and when it comes.
pub(crate) struct Answer {
    pub(crate) result: Exchange,
    pub(crate) read_back: Option<ReadBack>,
    pub(crate) after: Duration,
    /// The object that the platform creates, and when it does.
    pub(crate) creates: Option<(ExternalId, Duration)>,
}

impl Answer {
    fn plain(result: Exchange, after: Duration) -> Self {
        Self { result, read_back: None, after, creates: None }
    }
}

fn cause(code: &str) -> Cause {
    Cause::new(code, "The simulated platform says so.")
}

fn millis(rng: &mut SmallRng, most: u64) -> Duration {
    Duration::from_millis(rng.random_range(1..=most))
}

fn chosen(rng: &mut SmallRng, in_a_thousand: u32) -> bool {
    in_a_thousand > 0 && rng.random_ratio(in_a_thousand, 1_000)
}

impl Platform {
    /// A request that creates an object arrives.
    pub(crate) fn create(&mut self, now: Timestamp, plan: &Plan, rng: &mut SmallRng) -> Answer {
        let quick = millis(rng, 400);
        if self.is_out(now) {
            return self.out(rng);
        }
        if chosen(rng, plan.lost_answers) {
            // The connection breaks; within five seconds the platform is done with what it was sent.
            let creates = rng.random_bool(0.5).then(|| (self.next_id(), quick + millis(rng, 4_500)));
            let result = Exchange::Sent(Outcome::Unknown(cause("connection"), InFlight::Dropped));
            return Answer { creates, ..Answer::plain(result, quick) };
        }
        if chosen(rng, plan.silence) {
            let creates = rng.random_bool(0.5).then(|| (self.next_id(), millis(rng, 29_900)));
            let result = Exchange::Sent(Outcome::Unknown(cause("timeout"), InFlight::Silent));
            return Answer { creates, ..Answer::plain(result, TIME_OUT) };
        }
        if chosen(rng, plan.server_errors) {
            let creates = rng.random_bool(0.5).then(|| (self.next_id(), quick));
            let result = Exchange::Sent(Outcome::Unknown(cause("http 500"), InFlight::Answered));
            return Answer { creates, ..Answer::plain(result, quick) };
        }
        if let Some(refusal) = refusal(plan, rng) {
            return Answer::plain(Exchange::Sent(refusal), quick);
        }
        let id = self.next_id();
        let read_back = rng.random_ratio(1, 50).then(|| ReadBack::Later("It is not shown yet.".to_owned()));
        let result = Exchange::Sent(Outcome::Done(id.clone()));
        Answer { read_back, creates: Some((id, quick / 2)), ..Answer::plain(result, quick) }
    }

    fn is_out(&self, now: Timestamp) -> bool {
        self.out_until.is_some_and(|until| until > now)
    }

    /// While it is out it refuses connections, or breaks them with the request perhaps accepted.
    fn out(&mut self, rng: &mut SmallRng) -> Answer {
        let after = millis(rng, 50);
        if rng.random_bool(0.8) {
            return Answer::plain(Exchange::Sent(Outcome::Unavailable(cause("connect"))), after);
        }
        let creates = rng.random_bool(0.2).then(|| (self.next_id(), after + millis(rng, 4_500)));
        let result = Exchange::Sent(Outcome::Unknown(cause("connection"), InFlight::Dropped));
        Answer { creates, ..Answer::plain(result, after) }
    }

    /// A search by name arrives.
    pub(crate) fn find(&self, name: &str, now: Timestamp, plan: &Plan, rng: &mut SmallRng) -> Answer {
        let quick = millis(rng, 300);
        if self.is_out(now) {
            return Answer::plain(Exchange::FindFailed(Outcome::Unavailable(cause("connect"))), quick);
        }
        if chosen(rng, plan.failed_searches) {
            let outcome = match rng.random_range(0..3) {
                0 => Outcome::Unknown(cause("timeout"), InFlight::Silent),
                1 => throttled(rng),
                _ => Outcome::Unavailable(cause("http 503")),
            };
            return Answer::plain(Exchange::FindFailed(outcome), quick);
        }
        let mut listed: Vec<ExternalId> = self
            .objects
            .get(name)
            .into_iter()
            .flatten()
            .filter(|object| object.listed_at <= now)
            .map(|object| object.id.clone())
            .collect();
        let found = match listed.len() {
            0 => Found::Nothing,
            1 => Found::One(listed.remove(0)),
            _ => Found::Several(listed),
        };
        Answer::plain(Exchange::Found(found), quick)
    }

    /// Creates an object. Returns how many of its name there are.
    pub(crate) fn add(&mut self, name: &str, id: ExternalId, now: Timestamp, rng: &mut SmallRng) -> usize {
        let lag = LISTING_LAG.mul_f64(rng.random_range(0.0..0.95));
        let listed_at = now.saturating_add(lag).unwrap_or(Timestamp::MAX);
        let objects = self.objects.entry(name.to_owned()).or_default();
        objects.push(Object { id, listed_at });
        objects.len()
    }

    /// The ids of the objects of a name.
    pub(crate) fn ids_of(&self, name: &str) -> Vec<&ExternalId> {
        self.objects.get(name).into_iter().flatten().map(|object| &object.id).collect()
    }

    fn next_id(&mut self) -> ExternalId {
        self.created += 1;
        ExternalId::stored((1_000_000 + self.created).to_string())
    }
}

/// An answer that surely accepts nothing.
fn refusal(plan: &Plan, rng: &mut SmallRng) -> Option<Outcome> {
    if chosen(rng, plan.throttles) {
        return Some(throttled(rng));
    }
    if chosen(rng, plan.refusals) {
        return Some(Outcome::Refused { code: "100".to_owned(), message: "It is not valid.".to_owned() });
    }
    if chosen(rng, plan.unauthorized) {
        return Some(Outcome::Unauthorized(cause("190")));
    }
    None
}

fn throttled(rng: &mut SmallRng) -> Outcome {
    let scope = if rng.random_ratio(1, 20) { Scope::Platform } else { Scope::Account };
    let retry_after = rng.random_bool(0.5).then(|| Duration::from_secs(rng.random_range(1..=20)));
    Outcome::Throttled { retry_after, scope, message: "Too many calls.".to_owned() }
}
