//! The schedule of an ad group (docs/platforms.md 2.4, 2.5).

use jiff::{SignedDuration, Timestamp};

use super::budget::{self, DAY, DYNAMIC, Level, TOTAL};
use super::enums::{BUDGET_MODES, SCHEDULE_TYPES};
use super::error::{Refusal, Result};
use super::input::Input;
use super::time;
use crate::Object;

/// The longest time that a start may lie in the past.
const LATEST_START: SignedDuration = SignedDuration::from_hours(12);

#[derive(Clone, Copy, Debug)]
pub(super) struct Schedule {
    pub(super) open_ended: bool,
    start: Timestamp,
    end: Option<Timestamp>,
}

impl Schedule {
    pub(super) fn read(input: &Input, now: Timestamp) -> Result<Self> {
        let kind = input.required_one_of("schedule_type", SCHEDULE_TYPES)?;
        let moment = |key: &str, text: &str| {
            time::parse(text).ok_or_else(|| Refusal::typed(key, "datetime. Expected YYYY-MM-DD HH:MM:SS"))
        };
        let start = moment("schedule_start_time", &input.required("schedule_start_time")?)?;
        if now.duration_since(start) > LATEST_START {
            return Err(Refusal::invalid("schedule_start_time: Must not be more than 12 hours in the past."));
        }
        let open_ended = kind == "SCHEDULE_FROM_NOW";
        let end = match input.text("schedule_end_time")? {
            None if open_ended => None,
            None => return Err(Refusal::missing("schedule_end_time")),
            Some(text) => Some(moment("schedule_end_time", &text)?),
        };
        if !open_ended && end.is_some_and(|end| end <= start || end <= now) {
            return Err(Refusal::invalid("schedule_end_time: Must be later than the start time and than now."));
        }
        dayparting(input)?;
        Ok(Self { open_ended, start, end })
    }

    /// The number of days, including started ones.
    fn days(self) -> i64 {
        let hours = self.end.map_or(24, |end| end.duration_since(self.start).as_hours());
        (hours + 23).max(24) / 24
    }
}

/// 48 half hours for each of seven days.
fn dayparting(input: &Input) -> Result<()> {
    match input.text("dayparting")? {
        Some(slots) if slots.len() != 336 || slots.bytes().any(|slot| slot != b'0' && slot != b'1') => {
            Err(Refusal::invalid("dayparting: Must be 336 characters of 0 and 1."))
        }
        _ => Ok(()),
    }
}

/// The ad group's own budget; ignored under campaign budget optimisation.
pub(super) fn budget(input: &Input, campaign: &Object, schedule: Schedule, currency: &str) -> Result<()> {
    if campaign.fields.get("budget_optimize_on").is_some_and(|on| on == true) {
        return Ok(());
    }
    let mode = input.required_one_of("budget_mode", BUDGET_MODES)?;
    let amount = input.number("budget")?.ok_or_else(|| Refusal::missing("budget"))?;
    if ![TOTAL, DAY, DYNAMIC].contains(&mode.as_str()) {
        return Err(Refusal::invalid("budget_mode: An ad group needs a budget of its own."));
    }
    let total = mode == TOTAL;
    if total && campaign.text("budget_mode") == Some(DAY) {
        return Err(Refusal::invalid(
            "budget_mode: BUDGET_MODE_TOTAL is not supported when the campaign's budget mode is BUDGET_MODE_DAY.",
        ));
    }
    if total && schedule.open_ended {
        return Err(Refusal::invalid("schedule_type: BUDGET_MODE_TOTAL needs SCHEDULE_START_END."));
    }
    budget::check(Level::AdGroup, amount, if total { schedule.days() } else { 1 }, currency)
}
