//! Minor units and minimum budgets (docs/platforms.md 1.4).

use serde_json::{Value, json};

/// Currencies whose amounts are whole units. Every other one has two places, BHD and JOD included.
const WHOLE: &[(&str, i64)] = &[
    // Each with the rough value of one US dollar.
    ("CLP", 900),
    ("COP", 4000),
    ("CRC", 500),
    ("HUF", 350),
    ("ISK", 130),
    ("IDR", 16_000),
    ("JPY", 150),
    ("KRW", 1400),
    ("PYG", 7500),
    ("TWD", 32),
    ("VND", 25_000),
];

/// Removes a spend cap.
pub(super) const NO_CAP: i64 = 922_337_203_685_478;

/// About one US dollar in the currency's minor units. The documents have no table of minimum budgets, so the sandbox
/// uses one dollar; all currencies with two decimal places count as dollars.
pub(super) fn dollar(currency: &str) -> i64 {
    WHOLE.iter().find(|(code, _)| *code == currency).map_or(100, |(_, rate)| *rate)
}

/// 1 for currencies without minor units, else 100.
pub(super) fn offset(currency: &str) -> i64 {
    if WHOLE.iter().any(|(code, _)| *code == currency) { 1 } else { 100 }
}

/// The smallest daily budgets of an account, by billing event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Minimums {
    pub(super) impressions: i64,
    pub(super) video_views: i64,
    pub(super) low_frequency: i64,
    pub(super) high_frequency: i64,
}

impl Minimums {
    pub(super) fn of(currency: &str) -> Self {
        let dollar = dollar(currency);
        Self { impressions: dollar, video_views: dollar, low_frequency: dollar * 5, high_frequency: dollar * 40 }
    }

    /// The minimum for a billing event.
    pub(super) fn for_event(self, billing_event: &str) -> i64 {
        match billing_event {
            "IMPRESSIONS" | "NONE" => self.impressions,
            "THRUPLAY" => self.video_views,
            "APP_INSTALLS" | "PURCHASE" | "OFFER_CLAIMS" => self.high_frequency,
            _ => self.low_frequency,
        }
    }

    pub(super) fn row(self, currency: &str) -> Value {
        json!({
            "currency": currency,
            "min_daily_budget_imp": self.impressions,
            "min_daily_budget_video_views": self.video_views,
            "min_daily_budget_low_freq": self.low_frequency,
            "min_daily_budget_high_freq": self.high_frequency,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eleven_currencies_have_whole_units() {
        assert_eq!(WHOLE.len(), 11);
        assert_eq!((offset("JPY"), offset("COP"), offset("USD"), offset("BHD")), (1, 1, 100, 100));
    }

    #[test]
    fn minimums_depend_on_what_is_paid_for() {
        let minimums = Minimums::of("USD");
        assert_eq!(minimums.for_event("IMPRESSIONS"), 100);
        assert_eq!(minimums.for_event("LINK_CLICKS"), 500);
        assert_eq!(minimums.for_event("APP_INSTALLS"), 4000);
        assert_eq!(Minimums::of("JPY").for_event("IMPRESSIONS"), 150);
    }
}
