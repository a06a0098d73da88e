//! `TikTok`'s currencies: minimum budgets and precision. Source: reference page 1737585839634433.

use std::{collections::BTreeMap, sync::LazyLock};

use domain::{Currency, Money, Violation, money::MICROS, qa::Located};
use serde::Deserialize;
use serde_json::Value;

use crate::amounts::{amount_text, decimal_text};

/// The file `schema/currencies.json`.
#[derive(Debug, Default, Deserialize)]
struct Currencies {
    campaign_daily_minimum: i64,
    ad_group_daily_minimum: i64,
    shop_daily_minimum: i64,
    daily_maximum_exclusive: i64,
    /// Currencies by the factor that the amounts above are multiplied with.
    ratios: BTreeMap<i64, Vec<String>>,
    integers_only: Vec<String>,
}

// The file is part of the program, and a test reads it: an unreadable one cannot get here.
static CURRENCIES: LazyLock<Currencies> =
    LazyLock::new(|| serde_json::from_str(include_str!("../schema/currencies.json")).unwrap_or_default());

/// Whose budget it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Level {
    /// A campaign's.
    Campaign,
    /// An ad group's.
    AdGroup,
}

/// What a daily budget may be: from the first on, below the second.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Range {
    /// The least.
    pub(super) least: Money,
    /// The first that is too much.
    pub(super) too_much: Money,
}

/// The range of daily budgets; none for a currency that the table lacks.
pub(super) fn daily_range(currency: Currency, level: Level, shop: bool) -> Option<Range> {
    let table = &*CURRENCIES;
    let ratio = table.ratios.iter().find(|(_, codes)| codes.iter().any(|code| code == currency.code()))?.0;
    let base = match level {
        _ if shop => table.shop_daily_minimum,
        Level::Campaign => table.campaign_daily_minimum,
        Level::AdGroup => table.ad_group_daily_minimum,
    };
    let money = |units: i64| Some(Money::of_micros(units.checked_mul(*ratio)?.checked_mul(MICROS)?, currency));
    Some(Range { least: money(base)?, too_much: money(table.daily_maximum_exclusive)? })
}

/// Reads an amount in units of the currency, as precise as `TikTok` takes it; the violation points to the amount.
pub(in crate::tiktok) fn read_amount(amount: &Located<&Value>, currency: Currency) -> Result<Money, Violation> {
    let at = |violation: Violation| Violation { pointer: amount.pointer.clone(), ..violation };
    let text = decimal_text(amount.value).unwrap_or_default();
    let money = Money::parse(&text, currency).map_err(at)?;
    let whole_only = CURRENCIES.integers_only.iter().any(|code| code == currency.code());
    let places = if whole_only { 0 } else { 2 };
    if money.to_units(places).is_err() {
        let (problem, fix) = if whole_only {
            (
                format!("{} has decimals, but TikTok takes whole {currency} only.", amount_text(money)),
                "Use a whole number.",
            )
        } else {
            (
                format!("{} is finer than 0.01 {currency}, which is as fine as TikTok takes it.", amount_text(money)),
                "Use two decimal places.",
            )
        };
        return Err(Violation::at(amount.pointer.clone(), problem).suggest(fix));
    }
    Ok(money)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn least(code: &str, level: Level) -> String {
        amount_text(daily_range(Currency::parse(code).unwrap(), level, false).unwrap().least)
    }

    #[test]
    fn minimums_follow_the_ratio() {
        assert_eq!(least("JPY", Level::AdGroup), "2,000 JPY");
        assert_eq!(least("USD", Level::Campaign), "50 USD");
        assert_eq!(least("VND", Level::Campaign), "500,000 VND");
        assert_eq!(least("PLN", Level::AdGroup), "80 PLN");
        assert_eq!(least("KRW", Level::Campaign), "50,000 KRW");
        let shop = daily_range(Currency::USD, Level::AdGroup, true).unwrap();
        assert_eq!((amount_text(shop.least), amount_text(shop.too_much)), ("10 USD".into(), "10,000,000 USD".into()));
        assert_eq!(daily_range(Currency::parse("BHD").unwrap(), Level::Campaign, false), None);
    }

    #[test]
    fn precision_follows_the_currency() {
        let read =
            |value: Value, code: &str| read_amount(&Located::at("/budget", &value), Currency::parse(code).unwrap());
        assert!(read(json!("50.55"), "USD").is_ok());
        assert!(read(json!(50.55), "COP").is_ok(), "COP and CRC have decimals on TikTok");
        assert_eq!(read(json!("50.555"), "USD").unwrap_err().pointer, "/budget");
        for code in ["JPY", "KRW", "HUF", "CLP", "ISK", "IDR", "TWD", "PYG", "VND"] {
            assert!(read(json!("5000.5"), code).is_err(), "{code}");
            assert!(read(json!(5000), code).is_ok(), "{code}");
        }
    }
}
