//! What a connector passes on is kept: in rows, events and the log. Its size is limited here, for every connector.

use async_trait::async_trait;
use domain::{
    Timestamp,
    deployment::{
        AttemptRecord, Cause, Difference, Lookup, Outcome, PlannedStep, ReadBack, RequestTemplate, next::Found,
    },
    ticket::lifecycle::ExternalId,
};

use crate::{
    Exchange, FoundByName, PlatformClient, Preview, ReadBackReply,
    http::{
        SendGate,
        text::{CODE, MESSAGE, kept, shortened},
    },
};

/// The most differences between what was meant and what a platform has that are kept of an object.
const DIFFERENCES: usize = 100;
/// The most objects of one name that are told of.
const SEVERAL: usize = 100;

/// A connector's client whose replies have a size.
pub(crate) struct Bounded(Box<dyn PlatformClient>);

impl Bounded {
    pub(crate) fn new(client: Box<dyn PlatformClient>) -> Self {
        Self(client)
    }
}

#[async_trait]
impl PlatformClient for Bounded {
    fn preview(&self, request: &RequestTemplate) -> Preview {
        self.0.preview(request)
    }

    async fn send(&self, step: &PlannedStep, request: &RequestTemplate, gate: SendGate, now: Timestamp) -> Exchange {
        let Exchange { outcome: told, usage, record } = self.0.send(step, request, gate, now).await;
        Exchange { outcome: outcome(told), usage, record: recorded(record) }
    }

    async fn find_by_name(&self, step: &PlannedStep, lookup: &Lookup, since: Timestamp, now: Timestamp) -> FoundByName {
        let FoundByName { found, record } = self.0.find_by_name(step, lookup, since, now).await;
        let found = found.map_err(outcome).map(|found| match found {
            Found::Several(mut ids) => {
                ids.truncate(SEVERAL);
                Found::Several(ids)
            }
            found => found,
        });
        FoundByName { found, record: recorded(record) }
    }

    async fn read_back(
        &self,
        step: &PlannedStep,
        request: &RequestTemplate,
        id: &ExternalId,
        now: Timestamp,
    ) -> Option<ReadBackReply> {
        let ReadBackReply { read_back, record } = self.0.read_back(step, request, id, now).await?;
        Some(ReadBackReply { read_back: compared(read_back), record: recorded(record) })
    }
}

fn outcome(outcome: Outcome) -> Outcome {
    let message = |text: String| shortened(&text, MESSAGE);
    let cause =
        |cause: Cause| Cause { code: shortened(&cause.code, CODE), message: shortened(&cause.message, MESSAGE) };
    match outcome {
        Outcome::Done(id) => Outcome::Done(id),
        Outcome::Throttled { retry_after, scope, message: text } => {
            Outcome::Throttled { retry_after, scope, message: message(text) }
        }
        Outcome::Unavailable(why) => Outcome::Unavailable(cause(why)),
        Outcome::HeldBack(why) => Outcome::HeldBack(cause(why)),
        Outcome::Unknown(why, in_flight) => Outcome::Unknown(cause(why), in_flight),
        Outcome::Refused { code, message: text } => {
            Outcome::Refused { code: shortened(&code, CODE), message: message(text) }
        }
        Outcome::Unauthorized(why) => Outcome::Unauthorized(cause(why)),
    }
}

fn recorded(record: AttemptRecord) -> AttemptRecord {
    AttemptRecord {
        platform_code: record.platform_code.map(|code| shortened(&code, CODE)),
        request: kept(record.request),
        response: kept(record.response),
        ..record
    }
}

fn compared(read_back: ReadBack) -> ReadBack {
    match read_back {
        ReadBack::Compared(mut differences) => {
            differences.truncate(DIFFERENCES);
            ReadBack::Compared(differences.into_iter().map(difference).collect())
        }
        ReadBack::Later(why) => ReadBack::Later(shortened(&why, MESSAGE)),
        ReadBack::Unread(why) => ReadBack::Unread(shortened(&why, MESSAGE)),
    }
}

/// A difference, with so much of each value as a person compares.
fn difference(difference: Difference) -> Difference {
    let short = |value: serde_json::Value| match value.to_string() {
        long if long.len() > MESSAGE => shortened(&long, MESSAGE).into(),
        _ => value,
    };
    Difference { field: difference.field, meant: short(difference.meant), found: short(difference.found) }
}

#[cfg(test)]
mod tests {
    use domain::{
        Word,
        deployment::{InFlight, Scope},
    };

    use super::*;

    #[test]
    fn no_outcome_is_longer_than_a_sentence() {
        let long = || "x".repeat(1 << 20);
        let cause = || Cause::new(long(), long());
        let outcomes = [
            Outcome::Throttled { retry_after: None, scope: Scope::Account, message: long() },
            Outcome::Unavailable(cause()),
            Outcome::Unknown(cause(), InFlight::Answered),
            Outcome::Refused { code: long(), message: long() },
            Outcome::Unauthorized(cause()),
        ];
        for told in outcomes {
            assert!(format!("{:?}", outcome(told.clone())).len() < MESSAGE + CODE + 200, "{}", told.as_str());
        }
    }

    #[test]
    fn a_difference_is_as_long_as_a_person_compares() {
        let long = Difference { field: "targeting".into(), meant: 1.into(), found: vec!["x"; 100_000].into() };
        let ReadBack::Compared(kept) = compared(ReadBack::Compared(vec![long; 1_000])) else { panic!("compared") };
        assert_eq!(kept.len(), DIFFERENCES);
        assert!(kept[0].found.as_str().is_some_and(|found| found.len() < MESSAGE + 10) && kept[0].meant == 1);
    }
}
