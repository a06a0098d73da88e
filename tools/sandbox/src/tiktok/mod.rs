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
pub(crate) mod faults;
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

pub(crate) use self::quota::TiktokUsage;
pub(crate) use self::request::Request;
pub(crate) use self::route::answer;
