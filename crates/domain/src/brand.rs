//! Brands: the owners of campaigns.

use crate::{BrandId, Timestamp, Version, Violation, text::Field};

/// An advertiser's brand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Brand {
    /// Identity.
    pub id: BrandId,
    /// The name for people.
    pub name: String,
    /// Unique, upper case: the brand's part of a name.
    pub internal_code: String,
    /// True if brand safety must keep it off sensitive interests and inventory.
    pub family_friendly: bool,
    /// The time of its creation.
    pub created_at: Timestamp,
    /// The time of its last change.
    pub updated_at: Timestamp,
    /// The number of its changes.
    pub version: Version,
}

/// Reads a brand's internal code: `[A-Za-z0-9_]{1,20}`, stored upper case.
pub fn parse_internal_code(code: &str) -> Result<String, Violation> {
    crate::market::parse_registry_code(code, "internal_code", 20)
}

const NAME: Field = Field::line("/name", "The brand's name", 200);

/// Reads a brand's name for people.
pub fn parse_name(name: &str) -> Result<String, Violation> {
    NAME.read(name)
}
