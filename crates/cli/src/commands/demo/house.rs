//! The demo's master data and campaigns.

use domain::CampaignStatus::{self, Active, Completed, Draft, Paused};

use super::{
    payloads::Payload,
    plan::{
        Channel::{Meta, Tiktok},
        Goal::{Checked, Drafted, Live},
        Plan, Planned,
    },
};

/// Code, country (or the market's own name), countries of a market of several, region.
pub(super) const MARKETS: [(&str, &str, &[&str], &str); 6] = [
    ("US", "United States", &[], "NA"),
    ("UK", "United Kingdom", &[], "EMEA"),
    ("DACH", "DACH", &["Germany", "Austria", "Switzerland"], "EMEA"),
    ("FR", "France", &[], "EMEA"),
    ("JP", "Japan", &[], "APAC"),
    ("MX", "Mexico", &[], "LATAM"),
];

/// Name, code, and true for family-friendly brands.
pub(super) const BRANDS: [(&str, &str, bool); 5] = [
    ("Disney", "DIS", true),
    ("Marvel", "MVL", false),
    ("ESPN", "ESPN", false),
    ("Pixar", "PXR", true),
    ("National Geographic", "NGC", false),
];

/// Name, brand, market, budget, status, and the flight as days from today.
const fn plan(
    name: &'static str,
    brand: &'static str,
    market: &'static str,
    budget: (&'static str, &'static str),
    status: CampaignStatus,
    flight: Option<(i64, i64)>,
    tickets: &'static [Planned],
) -> Plan {
    Plan { name, brand, market, budget, status, flight, tickets }
}

/// The campaigns, the oldest first.
#[rustfmt::skip] // A table is read by its rows.
pub(super) const CAMPAIGNS: [Plan; 12] = [
    plan("Polar Night", "NGC", "UK", ("60000", "GBP"), Completed, Some((-60, -20)), &[]),
    plan("Elio Teaser", "PXR", "US", ("150000", "USD"), Active, Some((-10, 40)), &[
        (Meta, "", Payload::Family("1200.00"), Live),
        (Meta, "Retarget", Payload::Traffic("800.00"), Live),
        (Tiktok, "", Payload::Views("900.00"), Live),
    ]),
    plan("Moana Launch", "DIS", "US", ("400000", "USD"), Active, Some((-5, 45)), &[
        (Meta, "", Payload::Family("2500.00"), Live),
        (Meta, "Trailer2", Payload::Family("1500.00"), Checked),
        (Tiktok, "", Payload::Views("1500.00"), Live),
        (Tiktok, "Duet", Payload::Views("750.00"), Checked),
    ]),
    plan("Avengers: Encore", "MVL", "US", ("900000", "USD"), Active, Some((0, 60)), &[
        (Meta, "", Payload::Tree("40.00"), Live),
        (Meta, "IMAX", Payload::Traffic("5000.00"), Checked),
        (Tiktok, "", Payload::Views("4000.00"), Live),
        (Tiktok, "Quiz", Payload::Traffic("2000.00"), Drafted),
    ]),
    plan("Encanto – Été", "DIS", "FR", ("80000", "EUR"), Draft, Some((20, 60)), &[
        (Meta, "", Payload::Blocked("150000.00"), Checked),
        (Tiktok, "", Payload::Views("600.00"), Checked),
    ]),
    plan("Champions Night", "ESPN", "DACH", ("120000", "EUR"), Draft, None, &[
        (Tiktok, "", Payload::Unfinished, Drafted),
        (Meta, "", Payload::Unfinished, Checked),
        (Meta, "Final", Payload::Traffic("3000.00"), Drafted),
    ]),
    plan("Matchday Live", "ESPN", "MX", ("2400000", "MXN"), Active, Some((-2, 28)), &[
        (Meta, "", Payload::Traffic("18000.00"), Live),
        (Tiktok, "", Payload::Views("25000.00"), Live),
    ]),
    plan("Spider-Verse Tokyo", "MVL", "JP", ("30000000", "JPY"), Active, Some((-1, 30)), &[
        (Meta, "", Payload::Traffic("250000"), Checked),
        (Tiktok, "", Payload::Views("300000"), Drafted),
    ]),
    plan("Wild Oceans", "NGC", "DACH", ("95000", "EUR"), Paused, Some((-15, 30)), &[
        (Meta, "", Payload::Traffic("1100.00"), Live),
        (Tiktok, "", Payload::Views("700.00"), Checked),
    ]),
    plan("Inside Out Holidays", "PXR", "UK", ("70000", "GBP"), Active, Some((5, 40)), &[
        (Meta, "", Payload::Blocked("900.00"), Checked),
        (Tiktok, "", Payload::Views("800.00"), Checked),
    ]),
    plan("Thor: Winter", "MVL", "UK", ("115000", "GBP"), Draft, Some((30, 75)), &[
        (Meta, "", Payload::Traffic("1400.00"), Drafted),
        (Tiktok, "", Payload::Views("1000.00"), Drafted),
    ]),
    plan("Año Nuevo", "DIS", "MX", ("1500000", "MXN"), Draft, Some((25, 50)), &[]),
];
