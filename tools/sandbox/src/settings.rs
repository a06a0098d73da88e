//! What can be set: at the start ([`Settings`]) and while running (quotas and the platforms' behaviour).

use std::path::PathBuf;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::Clock;

/// Everything that a sandbox starts with.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Seeds the faults' dice and the trace ids: the same seed and the same requests in the same order give
    /// the same answers.
    pub seed: u64,
    /// The file that remembers the objects; without it they live in memory only.
    pub journal: Option<PathBuf>,
    /// Where the time comes from.
    pub clock: Clock,
    /// How many received requests are remembered.
    pub request_log: usize,
    /// How much the platforms let pass.
    pub quotas: Quotas,
    /// How the Meta side behaves where its documents leave room.
    pub meta: MetaSettings,
    /// How the `TikTok` side behaves where its documents leave room.
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

/// The part that `PUT /_sandbox/settings` can change while the sandbox runs.
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

/// platforms.md 1.11, full tier. All are counted per ad account; one app is assumed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MetaQuotas {
    /// The Marketing API score that blocks (limited tier: 60).
    pub max_score: Option<u32>,
    /// Points of a read.
    pub read_score: u32,
    /// Points of a write.
    pub write_score: u32,
    /// In how many seconds a full score decays to nothing.
    pub decay_s: u32,
    /// How long a full score blocks (limited tier: 300).
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

/// platforms.md 2.11. Counted per developer app, that is over all advertisers together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TiktokQuotas {
    /// All calls together (Basic level by default); code 40100.
    pub app: TiktokRate,
    /// `/ad/create/` alone; code 40100.
    pub ad_create: TiktokRate,
    /// Calls of one advertiser in a second; code 40133. The documents name the limit but not its value, so
    /// there is none by default.
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

/// How the Meta side behaves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MetaSettings {
    /// The versions that live for ads calls (platforms.md 1.1).
    pub versions: Vec<String>,
    /// The currency of every ad account.
    pub currency: String,
    /// HTTP status of a throttled call: 400 or 403, the documents name codes only.
    pub throttle_status: u16,
    /// HTTP status of an invalid token: 400 or 401.
    pub token_status: u16,
    /// Whether list edges take `filtering`, which is common but undocumented there (1.8).
    pub filtering: bool,
    /// How long a new object stays out of lists (1.8: the delay is unverified).
    pub list_delay_ms: u32,
    /// Refuse an ad set that owns its budget and names no `bid_strategy` ("bid amount required", 1.4).
    pub require_bid_strategy: bool,
    /// Where missing DSA fields of an EU ad set surface (1.7 says at the ad).
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

/// How the `TikTok` side behaves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TiktokSettings {
    /// The currency of every advertiser.
    pub currency: String,
    /// What a repeated `request_id` is answered with (platforms.md 2.8: unverified).
    pub replay: Replay,
    /// For how long a `request_id` is remembered; `null` is for ever (2.8: unverified).
    pub replay_window_s: Option<u32>,
    /// The UTC day from which `/campaign/create/` refuses manual campaigns (2.2); `null` is never.
    pub manual_create_ends: Option<Date>,
    /// The objectives that it refuses from then on; empty means all (2.2: the sources differ).
    pub manual_create_ends_for: Vec<String>,
    /// Whether the advertisers are allow-listed for Upgraded Smart+ (2.6).
    pub smart_plus: bool,
    /// How long a new object stays out of lists.
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

/// Why a change of the settings was refused: a sentence for a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidSettings(pub(crate) String);

impl std::fmt::Display for InvalidSettings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for InvalidSettings {}
