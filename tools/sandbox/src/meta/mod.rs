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
pub(crate) mod faults;
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

pub(crate) use self::quota::MetaUsage;
pub(crate) use self::request::Request;
pub(crate) use self::route::answer;

/// Returns true for ids like those in the path `/act_<id>`.
fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}
