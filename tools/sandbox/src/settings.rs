//! The settings: those of the start ([`Settings`]) and those that can change later (quotas and the platforms'
//! behaviour).

use std::path::PathBuf;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::Clock;

/// The settings at the start.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The seed of the faults' dice and the trace ids: the same seed and the same requests in the same order give the
    /// same answers.
    pub seed: u64,
    /// The file that keeps the objects; without it they are in memory only.
    pub journal: Option<PathBuf>,
    /// The source of the time.
    pub clock: Clock,
    /// The number of received requests that are kept.
    pub request_log: usize,
    /// The platforms' quotas.
    pub quotas: Quotas,
    /// The choices of the Meta side that the documents leave open.
    pub meta: MetaSettings,
    /// The choices of the `TikTok` side that the documents leave open.
    pub tiktok: TiktokSettings,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            seed: 0,
            journal: None,
            clock: Clock::system(),
            request_log: 20_000,
            quotas: Quotas::default(),
            meta: MetaSettings::default(),
            tiktok: TiktokSettings::default(),
        }
    }
}

/// The settings that `PUT /_sandbox/settings` can change.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Behaviour {
    pub(crate) quotas: Quotas,
    pub(crate) meta: MetaSettings,
    pub(crate) tiktok: TiktokSettings,
}

/// The platforms' limits. Every `null` (or `None`) means "no such limit".
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quotas {
    /// Limits of the Meta side.
    pub meta: MetaQuotas,
    /// Limits of the `TikTok` side.
    pub tiktok: TiktokQuotas,
}

impl Quotas {
    /// No limits at all: for benchmarks and for tests that are about something else.
    pub fn off() -> Self {
        Self {
            meta: MetaQuotas {
                max_score: None,
                mutations_per_second: None,
                calls_per_hour: None,
                adsets_per_account: None,
                ads_per_adset: None,
                adset_budget_changes_per_hour: None,
                ..MetaQuotas::default()
            },
            tiktok: TiktokQuotas { app: TiktokRate::off(), ad_create: TiktokRate::off(), advertiser_qps: None },
        }
    }
}

/// docs/platforms.md 1.11, full tier. All are counted per ad account; the sandbox assumes one app.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MetaQuotas {
    /// The Marketing API score at which calls are blocked (limited tier: 60).
    pub max_score: Option<u32>,
    /// Points of a read.
    pub read_score: u32,
    /// Points of a write.
    pub write_score: u32,
    /// The seconds in which a full score decays to nothing.
    pub decay_s: u32,
    /// The seconds for which a full score blocks (limited tier: 300).
    pub block_s: u32,
    /// Writes in one second before code 613 / 5044001.
    pub mutations_per_second: Option<u32>,
    /// Calls of the `ads_management` use case in an hour before code 80004 (limited tier: 300).
    pub calls_per_hour: Option<u32>,
    /// Further calls in an hour for each ad of the account.
    pub calls_per_hour_and_ad: u32,
    /// Non-deleted ad sets of one account (1.4).
    pub adsets_per_account: Option<u32>,
    /// Non-archived ads of one ad set (1.4).
    pub ads_per_adset: Option<u32>,
    /// Budget changes of one ad set in an hour before code 613 / 1487632 (1.4).
    pub adset_budget_changes_per_hour: Option<u32>,
}

impl Default for MetaQuotas {
    fn default() -> Self {
        Self {
            max_score: Some(9000),
            read_score: 1,
            write_score: 3,
            decay_s: 300,
            block_s: 60,
            mutations_per_second: Some(100),
            calls_per_hour: Some(100_000),
            calls_per_hour_and_ad: 40,
            adsets_per_account: Some(5000),
            ads_per_adset: Some(50),
            adset_budget_changes_per_hour: Some(4),
        }
    }
}

/// docs/platforms.md 2.11. Counted per developer app, over all its advertisers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TiktokQuotas {
    /// All calls together (Basic level by default); code 40100.
    pub app: TiktokRate,
    /// `/ad/create/` alone; code 40100.
    pub ad_create: TiktokRate,
    /// Calls of one advertiser in a second; code 40133. The documents name the limit without a value, so there is none
    /// by default.
    pub advertiser_qps: Option<u32>,
}

impl Default for TiktokQuotas {
    fn default() -> Self {
        Self {
            app: TiktokRate { qps: Some(10), qpm: Some(600), qpd: Some(864_000) },
            ad_create: TiktokRate { qps: Some(5), qpm: Some(150), qpd: Some(86_400) },
            advertiser_qps: None,
        }
    }
}

/// Calls in a second, a minute and a UTC day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TiktokRate {
    /// In a second; recovers with the next second.
    pub qps: Option<u32>,
    /// In a minute; blocks for five minutes.
    pub qpm: Option<u32>,
    /// In a day; blocks until 00:00 UTC.
    pub qpd: Option<u32>,
}

impl TiktokRate {
    /// No limit.
    pub fn off() -> Self {
        Self { qps: None, qpm: None, qpd: None }
    }
}

/// The behaviour of the Meta side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MetaSettings {
    /// The versions that are valid for ads calls (docs/platforms.md 1.1).
    pub versions: Vec<String>,
    /// The currency of every ad account.
    pub currency: String,
    /// HTTP status of a throttled call: 400 or 403; the documents name only codes.
    pub throttle_status: u16,
    /// HTTP status of an invalid token: 400 or 401.
    pub token_status: u16,
    /// Accepts `filtering` on list edges, which is common but undocumented there (1.8).
    pub filtering: bool,
    /// The delay after which a new object appears in lists (1.8: unverified).
    pub list_delay_ms: u32,
    /// Refuse an ad set that owns its budget and names no `bid_strategy` ("bid amount required", 1.4).
    pub require_bid_strategy: bool,
    /// The call that refuses missing DSA fields of an EU ad set (1.7 says the ad).
    pub dsa_level: DsaLevel,
    /// The account's `default_dsa_beneficiary`.
    pub default_dsa_beneficiary: Option<String>,
    /// The account's `default_dsa_payor`.
    pub default_dsa_payor: Option<String>,
}

impl Default for MetaSettings {
    fn default() -> Self {
        Self {
            versions: vec!["v25.0".to_owned(), "v26.0".to_owned()],
            currency: "USD".to_owned(),
            throttle_status: 400,
            token_status: 401,
            filtering: true,
            list_delay_ms: 0,
            require_bid_strategy: false,
            dsa_level: DsaLevel::Ad,
            default_dsa_beneficiary: None,
            default_dsa_payor: None,
        }
    }
}

/// The call that is refused when an EU ad set lacks its DSA fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DsaLevel {
    /// Creating the ad set.
    Adset,
    /// Creating an ad in it.
    Ad,
}

/// The behaviour of the `TikTok` side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TiktokSettings {
    /// The currency of every advertiser.
    pub currency: String,
    /// The answer to a repeated `request_id` (docs/platforms.md 2.8: unverified).
    pub replay: Replay,
    /// The time for which a `request_id` is remembered; `null` is for ever (2.8: unverified).
    pub replay_window_s: Option<u32>,
    /// The UTC day from which `/campaign/create/` refuses manual campaigns (2.2); `null` is never.
    pub manual_create_ends: Option<Date>,
    /// The objectives that are refused from that day; empty means all (2.2: the sources differ).
    pub manual_create_ends_for: Vec<String>,
    /// The advertisers are allow-listed for Upgraded Smart+ (2.6).
    pub smart_plus: bool,
    /// The delay after which a new object appears in lists.
    pub list_delay_ms: u32,
}

impl Default for TiktokSettings {
    fn default() -> Self {
        Self {
            currency: "USD".to_owned(),
            replay: Replay::FirstResult,
            replay_window_s: None,
            manual_create_ends: Some(Date::constant(2027, 1, 1)),
            manual_create_ends_for: Vec::new(),
            smart_plus: true,
            list_delay_ms: 0,
        }
    }
}

/// The two candidates for the answer to a repeated `request_id`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Replay {
    /// The first call's answer once more.
    FirstResult,
    /// Code 40050, "duplicated requests".
    #[serde(rename = "duplicate_40050")]
    Duplicate40050,
}

/// The reason why a change of the settings was refused, as a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidSettings(pub(crate) String);

impl std::fmt::Display for InvalidSettings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for InvalidSettings {}
