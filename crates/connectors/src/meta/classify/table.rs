//! Meta's error codes and their meanings. Marketing API, error-reference and the error tables of the create edges.
//!
//! Two of Meta's classes are split by the subject of a refusal. An invalid token, a permission or an account concerns
//! every ticket: it parks the account. A missing object or a feature that is not open to us concerns only this ticket:
//! it is refused.

use std::time::Duration;

use domain::deployment::Scope;

/// The meaning of a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    /// Too many calls.
    Throttle {
        /// The subject of the limit.
        scope: Scope,
        /// Its documented duration.
        wait: Wait,
    },
    /// The token, a permission or the account is invalid.
    Unauthorized,
    /// A create may have happened.
    Ambiguous,
    /// Certainly not done; worth another try.
    Again,
    /// Never accepted in this form.
    Refused,
}

/// The documented duration of a throttle; the headers may have a longer one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wait {
    /// Only in the headers.
    Unsaid,
    /// This time, if the headers have none.
    Otherwise(Duration),
    /// At least this time, even if the headers have other limits.
    AtLeast(Duration),
}

use Meaning::{Again, Ambiguous, Refused, Unauthorized};

struct Row {
    /// First and last code; [`ANY`] for errors that Meta reports with several codes.
    codes: (i64, i64),
    /// None for every subcode without a row of its own.
    subcode: Option<i64>,
    meaning: Meaning,
}

const ANY: (i64, i64) = (i64::MIN, i64::MAX);

/// The first matching row counts, so subcodes come before their codes.
const TABLE: &[Row] = &[
    // Meta names these as codes in one place and as subcodes in others.
    code_or_subcode(1_404_078, account(Wait::AtLeast(HOUR))), // the user is blocked from the action for a time
    code_or_subcode(2_859_015, account(Wait::AtLeast(HOUR))),
    code_or_subcode(3_910_001, Unauthorized), // the ad account is disabled or has a billing problem
    code_or_subcode(1_404_163, Refused),      // not allowed to advertise
    code_or_subcode(2_490_427, Refused),      // the ad was rejected
    code_or_subcode(2_490_468, Refused),
    code_or_subcode(2_708_008, Refused), // political authorisation is missing: only political ads are concerned
    code_or_subcode(3_858_152, Refused), // the DSA beneficiary or payor is missing
    code_or_subcode(3_858_550, Refused), // a regional identity is missing
    with(1, 99, Refused),                // the API is unknown for these parameters
    code(1, Ambiguous),                  // unknown error
    code(2, Ambiguous),                  // service unavailable
    code(3, Refused),                    // the app lacks the capability: a feature, not the account
    code(4, platform()),                 // app-level call limit
    code(10, Unauthorized),              // permission missing or revoked
    with(17, 2_446_079, account(Wait::Otherwise(FIVE_MINUTES))),
    with(17, 1_885_172, account(Wait::AtLeast(DAY))), // the account's spend limit was changed too often
    code(17, account(Wait::Unsaid)),
    code(32, platform()),          // page-level limit
    code(100, Refused),            // invalid parameter, the missing object of 100/33 included
    code(102, Unauthorized),       // session
    code(104, Unauthorized),       // signature
    code(105, Unauthorized),       // proof
    code(190, Unauthorized),       // token expired, revoked, password changed, checkpoint
    with(200, 1_870_034, Refused), // custom-audience terms not accepted: only such audiences are concerned
    Row { codes: (200, 299), subcode: None, meaning: Unauthorized },
    code(300, Again), // edit failed
    code(341, platform()),
    code(368, Refused),                                 // judged abusive
    code(500, Refused),                                 // banned content
    code(506, Refused),                                 // duplicate post
    with(613, 1_487_632, account(Wait::AtLeast(HOUR))), // an ad set's budget was changed more than four times in an hour
    // More ads than the account's spend allows: only spending ends it, so there is no hurry to try again.
    with(613, 1_487_225, account(Wait::AtLeast(HOUR))),
    with(613, 5_044_001, account(Wait::AtLeast(SECOND))), // more than 100 mutations a second
    code(613, account(Wait::Unsaid)),
    code(801, Refused),                                                             // duplicate
    code(900, Unauthorized),                                                        // no such app
    code(2_500, Refused),                                                           // unparsable query or path
    code(2_635, Refused),                                                           // the API version is gone
    code(2_641, Refused),                                                           // restricted location
    code(2_695, Refused),                                                           // iOS 14 ad set limit
    code(3_018, Refused),                                                           // date range too old
    Row { codes: (80_000, 80_014), subcode: None, meaning: account(Wait::Unsaid) }, // business-use-case limits
];

const SECOND: Duration = Duration::from_secs(1);
const FIVE_MINUTES: Duration = Duration::from_mins(5);
const HOUR: Duration = Duration::from_hours(1);
const DAY: Duration = Duration::from_hours(24);

/// The meaning of a code with its subcode; none if the table has no row.
pub(super) fn meaning(code: i64, subcode: Option<i64>) -> Option<Meaning> {
    TABLE.iter().find(|row| row.fits(code, subcode)).map(|row| row.meaning)
}

impl Row {
    fn fits(&self, code: i64, subcode: Option<i64>) -> bool {
        if self.codes == ANY {
            return self.subcode == Some(code) || self.subcode == subcode;
        }
        (self.codes.0..=self.codes.1).contains(&code) && (self.subcode.is_none() || self.subcode == subcode)
    }
}

const fn code(code: i64, meaning: Meaning) -> Row {
    Row { codes: (code, code), subcode: None, meaning }
}

const fn with(code: i64, subcode: i64, meaning: Meaning) -> Row {
    Row { codes: (code, code), subcode: Some(subcode), meaning }
}

const fn code_or_subcode(number: i64, meaning: Meaning) -> Row {
    Row { codes: ANY, subcode: Some(number), meaning }
}

const fn account(wait: Wait) -> Meaning {
    Meaning::Throttle { scope: Scope::Account, wait }
}

const fn platform() -> Meaning {
    Meaning::Throttle { scope: Scope::Platform, wait: Wait::Unsaid }
}
