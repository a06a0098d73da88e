//! Meta's side: the Marketing API as docs/platforms.md 1 describes it. One file for each kind of object (`campaign.rs`,
//! `adset.rs`, `creative.rs`, `ad.rs`), one for each action on existing objects.

mod ad;
mod adset;
mod budget;
mod campaign;
mod create;
mod creative;
mod enums;
mod error;
mod faults;
mod fields;
mod filter;
mod fit;
mod list;
mod money;
mod params;
mod quota;
mod read;
mod request;
mod route;
mod targeting;
mod time;
mod update;

use bytes::Bytes;
use http::request::Parts;
use serde_json::{Value, json};

use self::request::Request;
use crate::platforms::{Call, Side};
use crate::reply::Reply;
use crate::{Rule, Sandbox};

pub(crate) use self::quota::MetaUsage;

/// Returns true for ids like those in the path `/act_<id>`.
fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The platform.
pub(super) struct Meta;

impl Side for Meta {
    fn has(&self, _path: &str) -> bool {
        false
    }

    /// Real Meta campaign ids have 18 digits and begin like this.
    fn first_id(&self) -> u64 {
        120_210_000_000_000_000
    }

    fn read(&self, parts: &Parts, body: Option<&Bytes>) -> Box<dyn Call> {
        Box::new(Request::read(parts, body))
    }

    fn fault(&self, rule: &Rule, account: Option<&str>) -> Reply {
        faults::answer(rule, account)
    }

    /// The shape of `validate_only` (docs/platforms.md 1.8).
    fn without_id(&self) -> Value {
        json!({ "success": true })
    }
}

impl Call for Request {
    fn account(&self) -> Option<&str> {
        self.account()
    }

    fn name(&self) -> Option<&str> {
        self.name()
    }

    fn answer(&self, sandbox: &Sandbox) -> Reply {
        route::answer(sandbox, self)
    }
}
