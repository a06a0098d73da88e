//! The platforms that the sandbox imitates. This file alone names them all: a new one is a `mod` and a variant with its side.

mod meta;
mod tiktok;

use std::fmt::Debug;

use bytes::Bytes;
use http::request::Parts;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::reply::Reply;
use crate::{Rule, Sandbox};

/// The platform that an object or a request belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Platform {
    /// Meta Marketing API.
    Meta,
    /// `TikTok` Marketing API.
    Tiktok,
}

/// The calls that each platform's quotas have counted.
#[derive(Debug, Default)]
pub(crate) struct Usage {
    pub(crate) meta: meta::MetaUsage,
    pub(crate) tiktok: tiktok::TiktokUsage,
}

/// A platform's side of the conversation.
pub(crate) trait Side: Sync {
    /// Returns true for a path of the platform. Meta has every path that no other has.
    fn has(&self, path: &str) -> bool;

    /// The number that its ids begin after.
    fn first_id(&self) -> u64;

    /// Reads a request.
    fn read(&self, parts: &Parts, body: Option<&Bytes>) -> Box<dyn Call>;

    /// The answer under a fault when the request is not carried out.
    fn fault(&self, rule: &Rule, account: Option<&str>) -> Reply;

    /// The body of a success that has no id.
    fn without_id(&self) -> Value;
}

/// A request that a platform has read.
pub(crate) trait Call: Debug + Send + Sync {
    /// The account that it concerns.
    fn account(&self) -> Option<&str>;

    /// The name of the object that it creates.
    fn name(&self) -> Option<&str>;

    /// Carries it out.
    fn answer(&self, sandbox: &Sandbox) -> Reply;
}

impl Platform {
    /// Every platform.
    pub const ALL: [Self; 2] = [Self::Meta, Self::Tiktok];

    /// The platform of a path.
    pub(crate) fn of(path: &str) -> Self {
        Self::ALL.into_iter().find(|platform| platform.side().has(path)).unwrap_or(Self::Meta)
    }

    /// Its side.
    pub(crate) fn side(self) -> &'static dyn Side {
        match self {
            Self::Meta => &meta::Meta,
            Self::Tiktok => &tiktok::Tiktok,
        }
    }
}
