//! A flight starts before it ends, not in the past, and within the campaign's dates (whole days, UTC). A start at any
//! time of today is accepted, because planners mean that by "today". An object of a completed campaign can still be
//! paused.

use super::{Candidate, Finding, Policy, Rule, error};
use crate::{
    Date, RequestType, Timestamp,
    qa::{Flight, Located},
    utc_date,
};

pub(super) const RULE: Rule = Rule {
    code: "flight",
    purpose: "Flights start before they end, not in the past, within the campaign's dates.",
    check,
};

fn check(candidate: &Candidate<'_>, _: &Policy) -> Vec<Finding> {
    let mut findings = Vec::new();
    let today = utc_date(candidate.now);
    if let Some(end) = candidate.campaign.end_date
        && end < today
        && candidate.ticket.request_type != RequestType::Pause
    {
        findings.push(
            error("flight-campaign-over", "/campaign_id", format!("The campaign ended on {end}."))
                .suggest("Move the campaign's end_date, or plan a new campaign."),
        );
    }
    for flight in &candidate.facts.flights {
        check_flight(flight, candidate, today, &mut findings);
    }
    findings
}

fn check_flight(flight: &Flight, candidate: &Candidate<'_>, today: Date, findings: &mut Vec<Finding>) {
    if let (Some(start), Some(end)) = (&flight.start, &flight.end)
        && end.value <= start.value
    {
        findings.push(
            error(
                "flight-order",
                &end.pointer,
                format!("The flight ends at {}, which is not after its start at {}.", end.value, start.value),
            )
            .suggest("Use a later end."),
        );
    }
    if let Some(Located { pointer, value }) = &flight.start
        && utc_date(*value) < today
    {
        findings.push(
            error("flight-past", pointer, format!("The flight starts at {value}, which is in the past."))
                .suggest(format!("Use {today} or later.")),
        );
    }
    if let Some(Located { pointer, value }) = &flight.end
        && *value <= candidate.now
    {
        findings.push(
            error("flight-past", pointer, format!("The flight ends at {value}, which is in the past."))
                .suggest("Use a later end."),
        );
    }
    let (first, last) = (candidate.campaign.start_date, candidate.campaign.end_date);
    for moment in [&flight.start, &flight.end].into_iter().flatten() {
        let day = last_day(moment.value, flight.end.as_ref() == Some(moment));
        let early = first.filter(|first| day < *first);
        let late = last.filter(|last| day > *last);
        if let Some(bound) = early.or(late) {
            let side = if early.is_some() { "before the campaign starts" } else { "after the campaign ends" };
            findings.push(
                error("flight-outside-campaign", &moment.pointer, format!("{} is {side}, on {bound}.", moment.value))
                    .suggest("Keep the flight within the campaign's dates, or move those."),
            );
        }
    }
}

/// An end at midnight belongs to the previous day: the flight runs until the end of that day.
fn last_day(moment: Timestamp, is_end: bool) -> Date {
    let moment =
        if is_end { moment.checked_sub(jiff::SignedDuration::from_nanos(1)).unwrap_or(moment) } else { moment };
    utc_date(moment)
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{Fixture, at};
    use crate::{
        RequestType,
        qa::{Flight, Located},
    };

    fn flying(start: &str, end: &str) -> Fixture {
        let mut fixture = Fixture::default();
        fixture.campaign.start_date = Some("2026-03-01".parse().unwrap());
        fixture.campaign.end_date = Some("2026-03-31".parse().unwrap());
        fixture.facts.flights = vec![Flight {
            start: Some(Located::at("/payload_config/start_time", at(start))),
            end: Some(Located::at("/payload_config/end_time", at(end))),
        }];
        fixture
    }

    fn codes(fixture: &Fixture) -> Vec<String> {
        fixture.codes().into_iter().map(|(code, _)| code).collect()
    }

    #[test]
    fn a_flight_within_its_campaign_passes_up_to_the_last_midnight() {
        assert_eq!(codes(&flying("2026-03-02T00:00:00Z", "2026-04-01T00:00:00Z")), [""; 0]);
    }

    #[test]
    fn each_wrong_date_is_told() {
        assert_eq!(codes(&flying("2026-03-20T00:00:00Z", "2026-03-20T00:00:00Z")), ["flight-order"]);
        assert_eq!(codes(&flying("2026-03-01T23:59:59Z", "2026-03-20T00:00:00Z")), ["flight-past"]);
        assert_eq!(codes(&flying("2026-03-20T00:00:00Z", "2026-04-02T00:00:00Z")), ["flight-outside-campaign"]);
        let all = codes(&flying("2026-02-20T00:00:00Z", "2026-02-10T00:00:00Z"));
        assert_eq!(
            all,
            ["flight-order", "flight-past", "flight-past", "flight-outside-campaign", "flight-outside-campaign"]
        );
    }

    #[test]
    fn a_campaign_that_is_over_takes_no_ticket() {
        let mut fixture = Fixture::default();
        fixture.campaign.end_date = Some("2026-03-01".parse().unwrap());
        assert_eq!(codes(&fixture), ["flight-campaign-over"]);
        fixture.campaign.end_date = Some("2026-03-02".parse().unwrap());
        assert_eq!(codes(&fixture), [""; 0], "today is its last day");
    }

    #[test]
    fn what_runs_on_in_a_campaign_that_is_over_can_be_paused() {
        let mut fixture = Fixture::default();
        fixture.campaign.end_date = Some("2026-03-01".parse().unwrap());
        fixture.ticket.request_type = RequestType::Pause;
        assert_eq!(codes(&fixture), [""; 0]);
    }
}
