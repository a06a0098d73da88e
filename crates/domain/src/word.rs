//! Words: the members of closed sets as the API, the database, the event log and settings write them.
//!
//! An enum of the domain derives its words with `strum`: `IntoStaticStr` to write one, `EnumString` to read one,
//! `VariantNames` for a sentence that lists them, `EnumIter` to go through the members. None of them is written by hand.

/// A member of a closed set that has a word.
pub trait Word {
    /// The word.
    fn as_str(&self) -> &'static str;
}

impl<T> Word for T
where
    for<'a> &'a T: Into<&'static str>,
{
    fn as_str(&self) -> &'static str {
        self.into()
    }
}

#[cfg(test)]
mod tests {
    use std::{fmt::Debug, str::FromStr};

    use serde::{Serialize, de::DeserializeOwned};
    use serde_json::{Value, from_value, to_value};
    use strum::VariantNames;

    use super::*;
    use crate::{
        CampaignStatus, PlatformId, RequestType, TicketStatus,
        channel::Platform,
        deployment::{DeploymentStatus, InFlight, ObjectKind, Outcome, StepState, account::ParkReason},
        job::{ItemState, JobKind, JobStatus, Refusal},
    };

    /// Each word is read, and what was read is written as the same word.
    fn read<T: Word + FromStr<Err: Debug>>(words: &[&str]) {
        for word in words {
            assert_eq!(word.parse::<T>().unwrap().as_str(), *word);
        }
    }

    /// The same, and JSON has the same word.
    fn read_in_json<T>(words: &[&str])
    where
        T: Word + FromStr<Err: Debug> + Serialize + DeserializeOwned,
    {
        read::<T>(words);
        for word in words {
            let member: T = from_value(Value::from(*word)).unwrap();
            assert_eq!((member.as_str(), to_value(&member).unwrap()), (*word, Value::from(*word)));
        }
    }

    #[test]
    fn the_words_that_are_stored_stay_the_same() {
        read_in_json::<CampaignStatus>(&["DRAFT", "ACTIVE", "PAUSED", "COMPLETED"]);
        read_in_json::<TicketStatus>(&["DRAFT", "QA_TESTING", "QA_FAILED"]);
        read_in_json::<TicketStatus>(&["READY_FOR_API", "TRAFFICKED_SUCCESS", "FAILED"]);
        read_in_json::<RequestType>(&["CREATE_CAMPAIGN", "CREATE_CAMPAIGN_TREE", "PAUSE", "RESUME", "UPDATE_BUDGET"]);
        read_in_json::<DeploymentStatus>(&["PENDING", "STARTED", "RETRY", "SUCCESS", "FAILURE", "REVOKED"]);
        read_in_json::<ParkReason>(&["throttled", "unauthorized", "outage", "paced"]);
        read_in_json::<ObjectKind>(&["campaign", "ad_set", "creative", "ad", "update"]);
        read_in_json::<PlatformId>(&["meta", "tiktok"]);
        read_in_json::<Platform>(&["meta", "tiktok", "google_ads"]);
        read::<JobKind>(&["deploy", "retry"]);
        read::<JobStatus>(&["running", "done", "stopped"]);
        read::<Refusal>(&["not_found", "invalid", "taken", "not_ready", "conflict", "stale", "internal"]);
        read::<InFlight>(&["answered", "dropped", "silent", "unheard"]);
        assert_eq!(ItemState::VARIANTS, ["waiting", "accepted", "refused", "stopped"]);
        assert_eq!(StepState::Refused { reason: String::new() }.as_str(), "REFUSED");
        assert_eq!(Outcome::Refused { code: String::new(), message: String::new() }.as_str(), "refused");
    }
}
