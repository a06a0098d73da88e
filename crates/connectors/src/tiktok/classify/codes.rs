//! The only table of `TikTok`'s return codes. Source: reference page 1737172488964097 (72 codes, 2026-08-13).

use domain::deployment::Scope;

/// The meaning of a code for a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    /// Some items failed: the list of them decides.
    Partial,
    /// Too many calls, of the account or of the whole app.
    Throttled(Scope),
    /// Token, permission or advertiser: an operator must act, and no ticket of the account can continue.
    Unauthorized,
    /// It is never accepted in this form.
    Refused,
    /// Certainly not accepted, but later it will be.
    TryLater,
    /// A creation may have happened.
    Ambiguous,
}

/// Codes of one meaning.
pub(super) struct Row {
    first: i64,
    last: i64,
    /// Their meaning for a request.
    pub(super) meaning: Meaning,
    /// The message if `TikTok` has none.
    pub(super) words: &'static str,
}

const fn row(first: i64, last: i64, meaning: Meaning, words: &'static str) -> Row {
    Row { first, last, meaning, words }
}

/// Rows are in order of their codes; the first matching one counts.
#[rustfmt::skip]
pub(super) const ROWS: &[Row] = &[
    row(20001, 20001, Meaning::Partial, "Some items failed."),
    row(40000, 40000, Meaning::Refused, "The parameters are not valid."),
    // The advertiser has not authorised the app, or the token lacks a scope.
    row(40001, 40001, Meaning::Unauthorized, "The token has no permission for this."),
    row(40002, 40002, Meaning::Refused, "The parameters are not valid."),
    row(40006, 40006, Meaning::Refused, "Version and domain do not match."),
    row(40007, 40007, Meaning::Refused, "The object does not exist."),
    row(40008, 40009, Meaning::Refused, "It does not exist in TikTok's sandbox."),
    row(40010, 40010, Meaning::Refused, "Version and domain do not match."),
    row(40011, 40011, Meaning::Refused, "There are too many ids."),
    row(40013, 40014, Meaning::Refused, "It does not exist in TikTok's sandbox."),
    // Limits of the app, which all its advertisers share.
    row(40016, 40016, Meaning::Throttled(Scope::Platform), "Too many requests of this app."),
    // The first request may have succeeded: TikTok does not document its answer to a repeated `request_id`.
    row(40050, 40050, Meaning::Ambiguous, "The same request was made before."),
    row(40051, 40051, Meaning::Refused, "Version and domain do not match."),
    row(40052, 40052, Meaning::Refused, "The material exists already."),
    row(40053, 40053, Meaning::Refused, "The video id is not valid."),
    row(40065, 40065, Meaning::Refused, "Ages 13 to 17 cannot be targeted here."),
    row(40100, 40100, Meaning::Throttled(Scope::Platform), "Too many requests of this app."),
    row(40101, 40101, Meaning::Unauthorized, "The token's parameter is not valid."),
    row(40102, 40102, Meaning::Unauthorized, "The access token has expired."),
    row(40103, 40103, Meaning::Unauthorized, "The refresh token has expired."),
    row(40104, 40104, Meaning::Unauthorized, "The access token is empty."),
    row(40105, 40105, Meaning::Unauthorized, "The access token is wrong or was revoked."),
    row(40106, 40106, Meaning::Unauthorized, "The app's authorisation is not valid."),
    row(40107, 40107, Meaning::Unauthorized, "The refresh token is not valid."),
    row(40108, 40110, Meaning::Unauthorized, "The app's authorisation is not valid."),
    row(40112, 40112, Meaning::Unauthorized, "The app's authorisation is not valid."),
    row(40113, 40113, Meaning::Unauthorized, "TikTok has blocked the app."),
    row(40115, 40117, Meaning::Unauthorized, "The app's authorisation is not valid."),
    // One feature is closed to the app or advertiser, such as Smart+; everything else of the account continues.
    row(40118, 40118, Meaning::Refused, "The app or advertiser is not on the allow-list of this feature."),
    // The developer's company and the advertiser's do not match: nothing of the account can continue.
    row(40119, 40119, Meaning::Unauthorized, "The developer's company and the advertiser's do not match."),
    // Creator marketplace only, which we do not use: the request is wrong, not the token.
    row(40121, 40122, Meaning::Refused, "It is open to the creator marketplace only."),
    // The developer's profile or permission is incomplete: an operator must act.
    row(40124, 40125, Meaning::Unauthorized, "The developer's profile or permission is incomplete."),
    // One field, and one advertiser, too often.
    row(40132, 40133, Meaning::Throttled(Scope::Account), "Too many requests for this advertiser."),
    row(40200, 40201, Meaning::TryLater, "The task is not ready."),
    row(40202, 40202, Meaning::Ambiguous, "Someone else was changing the same object."),
    // The advertiser is missing, deleted, or another than the object's.
    row(40300, 40301, Meaning::Unauthorized, "The advertiser does not exist or does not match."),
    row(40502, 40502, Meaning::Refused, "The ad group holds as many ads as it can."),
    row(40700, 40700, Meaning::Ambiguous, "TikTok's own validation failed."),
    row(40900, 40900, Meaning::Refused, "The file cannot be used."),
    row(40901, 40901, Meaning::TryLater, "The video is still being processed."),
    row(40902, 40915, Meaning::Refused, "The file cannot be used."),
    // Our own address is refused: no ticket can continue before an operator acts.
    row(41000, 41000, Meaning::Unauthorized, "TikTok does not serve the country of our IP address."),
    row(41001, 41002, Meaning::Refused, "The interface or a field of it was retired."),
    row(50000, 50000, Meaning::Ambiguous, "TikTok had an error of its own."),
    row(50002, 50002, Meaning::Ambiguous, "TikTok had an error of its own."),
    row(51305, 51305, Meaning::Ambiguous, "TikTok had an error of its own."),
    row(60001, 60001, Meaning::TryLater, "TikTok is under maintenance."),
];

/// The number of codes in the table.
#[cfg(test)]
pub(super) fn listed() -> i64 {
    ROWS.iter().map(|row| row.last - row.first + 1).sum()
}

/// Returns true if the table has a code.
#[cfg(test)]
pub(super) fn is_listed(code: i64) -> bool {
    ROWS.iter().any(|row| (row.first..=row.last).contains(&code))
}

/// Codes outside of the table: 4xxxx are errors of the request in `TikTok`'s numbering; all others have unknown
/// meanings.
const UNLISTED_REQUEST: Row = row(40000, 49999, Meaning::Refused, "TikTok refused the request.");
const UNLISTED: Row =
    row(i64::MIN, i64::MAX, Meaning::Ambiguous, "TikTok answered with a code that it does not document.");

/// The row of a code.
pub(super) fn row_of(code: i64) -> &'static Row {
    ROWS.iter()
        .chain([&UNLISTED_REQUEST, &UNLISTED])
        .find(|row| (row.first..=row.last).contains(&code))
        .unwrap_or(&UNLISTED)
}
