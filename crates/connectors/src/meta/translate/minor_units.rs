//! Amounts as Meta takes them: whole minor units by Meta's own table, which is not ISO 4217's.

use domain::{Currency, Money, Violation};

use crate::schema::Node;

/// The currencies whose minor unit is the unit itself; every other currency has hundredths, BHD and JOD included.
/// Meta Marketing API, currencies.
const OFFSET_ONE: [&str; 11] = ["CLP", "COP", "CRC", "HUF", "ISK", "IDR", "JPY", "KRW", "PYG", "TWD", "VND"];

/// The whole minor units of a money amount.
fn of_money(money: Money) -> Result<i64, Violation> {
    let decimals = if OFFSET_ONE.contains(&money.currency.code()) { 0 } else { 2 };
    money.to_units(decimals).map_err(|error| {
        let advice = if decimals == 0 { "Use a whole amount." } else { "Use at most two decimal places." };
        Violation::at("", format!("{error}.")).suggest(advice)
    })
}

/// The whole minor units of a configured amount; none where there is none, or it is wrong, which is noted.
pub(in crate::meta) fn of_node(node: &Node<'_>, currency: Currency, violations: &mut Vec<Violation>) -> Option<i64> {
    let units =
        node.amount(currency)?.and_then(|money| of_money(money).map_err(|violation| violation.below(node.pointer())));
    units.map_err(|violation| push_once(violations, violation)).ok()
}

/// The schema or another field may have said it of the same place already.
fn push_once(violations: &mut Vec<Violation>, violation: Violation) {
    if !violations.iter().any(|known| known.pointer == violation.pointer) {
        violations.push(violation);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn units(amount: &str, code: &str) -> Result<i64, Violation> {
        of_money(Money::parse(amount, Currency::parse(code).unwrap()).unwrap())
    }

    #[test]
    fn meta_has_its_own_table_of_minor_units() {
        for code in OFFSET_ONE {
            assert_eq!(units("1500", code), Ok(1_500), "{code}");
            assert!(units("1500.5", code).is_err(), "{code} has no minor unit at Meta");
        }
        for code in ["USD", "EUR", "BHD", "JOD", "KWD"] {
            assert_eq!(units("15.25", code), Ok(1_525), "{code}");
            assert!(units("1.234", code).is_err(), "{code} has two places at Meta");
        }
        // ISO 4217 gives these two places; Meta takes whole units.
        assert_eq!(units("20000", "COP"), Ok(20_000));
    }
}
