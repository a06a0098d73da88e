//! `TikTok`'s side: the Marketing API v1.3 as docs/platforms.md 2 describes it. Every application error is HTTP 200
//! with a code. One file for each kind of object, one for each action on existing objects.

mod ad;
mod adgroup;
mod advertiser;
mod budget;
mod campaign;
mod create;
mod enums;
mod error;
mod faults;
mod fit;
mod input;
mod list;
mod quota;
mod region;
mod request;
mod route;
mod schedule;
mod smart_plus;
mod status;
mod targeting;
mod text;
mod time;
mod update;

use bytes::Bytes;
use http::request::Parts;
use serde_json::{Value, json};

use self::request::Request;
use crate::platforms::{Call, Side};
use crate::reply::Reply;
use crate::{Rule, Sandbox};

pub(crate) use self::quota::TiktokUsage;

/// The platform.
pub(super) struct Tiktok;

impl Side for Tiktok {
    fn has(&self, path: &str) -> bool {
        path.starts_with("/open_api/")
    }

    /// Real `TikTok` ids have up to 19 digits.
    fn first_id(&self) -> u64 {
        1_856_000_000_000_000_000
    }

    fn read(&self, parts: &Parts, body: Option<&Bytes>) -> Box<dyn Call> {
        Box::new(Request::read(parts, body))
    }

    fn fault(&self, rule: &Rule, _account: Option<&str>) -> Reply {
        faults::answer(rule)
    }

    fn without_id(&self) -> Value {
        json!({ "code": 0, "message": "OK", "request_id": "0", "data": {} })
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
