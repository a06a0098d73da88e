//! Names from their parts.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::sanitize::{Sanitized, campaign_token};
use crate::{Violation, Violations};

/// The parts of a name.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct NameParts {
    /// The brand's code.
    pub brand: String,
    /// The market's code.
    pub market: String,
    /// The channel's token, or [`super::MULTI`].
    pub channel: String,
    /// The year.
    pub year: i16,
    /// The campaign's name, letters and digits only, with the ticket's variant appended.
    pub campaign: String,
}

impl NameParts {
    /// The parts of a new name, with the replaced and dropped letters of the typed campaign name. Codes and channel are
    /// upper-cased.
    pub fn new(
        brand: &str,
        market: &str,
        channel: &str,
        year: i16,
        typed: &str,
    ) -> Result<(Self, Sanitized), Violations> {
        let mut violations = Violations::default();
        if !(2000..=2099).contains(&year) {
            violations.push(
                Violation::at("/year", format!("{year} cannot be the year of a campaign."))
                    .suggest("Use a year from 2000 to 2099."),
            );
        }
        let sanitized = violations.take(campaign_token(typed));
        match sanitized {
            Some(sanitized) if violations.0.is_empty() => Ok((
                Self {
                    brand: brand.to_ascii_uppercase(),
                    market: market.to_ascii_uppercase(),
                    channel: channel.to_ascii_uppercase(),
                    year,
                    campaign: sanitized.token.clone(),
                },
                sanitized,
            )),
            _ => Err(violations),
        }
    }

    /// The parts of the same campaign on a channel.
    #[must_use]
    pub fn with_channel(&self, token: &str) -> Self {
        Self { channel: token.to_owned(), ..self.clone() }
    }

    /// The same parts with a variant appended to the campaign's part.
    #[must_use]
    pub fn with_variant(&self, variant: &str) -> Self {
        Self { campaign: format!("{}{variant}", self.campaign), ..self.clone() }
    }
}

impl fmt::Display for NameParts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}_{}_{}_{:04}_{}", self.brand, self.market, self.channel, self.year, self.campaign)
    }
}
