//! When ad groups run.

use domain::{Timestamp, Violation, qa::Located};

use crate::times::{utc_text, utc_time};

use super::{
    super::{config::Scope, settings::Flow},
    Plan, Report,
};

/// The latest start and end that Smart+ takes (reference page 1843314887930946), in seconds since 1970.
const SMART_PLUS_LATEST: [(&str, i64); 2] =
    [("schedule_start_time", 1_830_297_600), ("schedule_end_time", 2_145_916_800)];

pub(super) fn check(plan: &Plan<'_>, report: &mut Report) {
    for group in &plan.groups {
        let mut read = |field: &str| match time(&group.scope, field)? {
            Ok(time) => Some(time),
            Err(violation) => {
                report.violation(violation);
                None
            }
        };
        let (start, end) = (read("schedule_start_time"), read("schedule_end_time"));
        if let (Some(start), Some(end)) = (&start, &end)
            && end.value <= start.value
        {
            let problem = format!("It ends ({}) before it starts ({}).", utc_text(end.value), utc_text(start.value));
            report.violation(Violation::at(&end.pointer, problem).suggest("Use a later end."));
        }
        if plan.flow == Flow::SmartPlus {
            for (field, latest) in SMART_PLUS_LATEST {
                if let Some(Ok(time)) = time(&group.scope, field)
                    && time.value.as_second() > latest
                {
                    let latest = Timestamp::from_second(latest).map(utc_text).unwrap_or_default();
                    report.violation(
                        Violation::at(&time.pointer, format!("Smart+ takes no time after {latest}."))
                            .suggest("Use an earlier one."),
                    );
                }
            }
        }
    }
}

/// A time of an ad group; none where it is not set, or is no text.
pub(in crate::tiktok) fn time(scope: &Scope<'_>, field: &str) -> Option<Result<Located<Timestamp>, Violation>> {
    let given = scope.get(field)?;
    let text = given.value.as_str()?;
    Some(match utc_time(text) {
        Ok(time) => Ok(Located::at(given.pointer, time)),
        Err(violation) => Err(Violation { pointer: given.pointer, ..violation }),
    })
}
