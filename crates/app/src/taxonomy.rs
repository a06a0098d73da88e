//! Names: previews and checks.

use domain::{
    Brand, BrandId, Channel, ChannelId, Market, MarketId, Violation, Violations,
    taxonomy::{self, MULTI, NameParts, ParseFailure, Reading, Registry, Sanitized, channel_token},
};
use store::registry::Codes;

use crate::{
    App, AppError, Result,
    campaigns::{add_new, unknown},
};

/// The parts of a name to preview. Brand, market and channel by id or by code.
#[derive(Debug, Clone, Default)]
pub struct PreviewRequest {
    /// The brand.
    pub brand_id: Option<BrandId>,
    /// Or its code.
    pub brand_code: Option<String>,
    /// The market.
    pub market_id: Option<MarketId>,
    /// Or its code.
    pub market_code: Option<String>,
    /// The channel; none for a campaign that spans channels.
    pub channel_id: Option<ChannelId>,
    /// Or its platform's name.
    pub channel: Option<String>,
    /// The year; by default the current one (UTC).
    pub year: Option<i16>,
    /// The typed name.
    pub campaign_name: String,
    /// A ticket's variant.
    pub variant: Option<String>,
}

/// A future name.
#[derive(Debug, Clone)]
pub struct NamePreview {
    /// The name.
    pub name: String,
    /// Its parts.
    pub parts: NameParts,
    /// The typed name in the form of a name's part, with the replaced and dropped letters.
    pub sanitized: Sanitized,
    /// True if a campaign or ticket has the name already.
    pub taken: bool,
}

impl App {
    /// The name of these parts.
    pub async fn preview_name(&self, request: PreviewRequest) -> Result<NamePreview> {
        let reader = self.store().reader();
        let mut violations = Violations::default();
        let brand = match (request.brand_id, &request.brand_code) {
            (Some(id), _) => store::find::<Brand>(reader, id).await?.map(|brand| brand.internal_code).or_else(|| {
                violations.push(unknown("/brand_id", "brand", id));
                None
            }),
            (None, Some(code)) => violations
                .take(domain::brand::parse_internal_code(code).map_err(|violation| at(violation, "/brand_code"))),
            (None, None) => None,
        };
        let market = match (request.market_id, &request.market_code) {
            (Some(id), _) => store::find::<Market>(reader, id).await?.map(|market| market.code).or_else(|| {
                violations.push(unknown("/market_id", "market", id));
                None
            }),
            (None, Some(code)) => {
                violations.take(domain::market::parse_code(code).map_err(|violation| at(violation, "/market_code")))
            }
            (None, None) => None,
        };
        let channel = match (request.channel_id, &request.channel) {
            (Some(id), _) => {
                if let Some(channel) = store::find::<Channel>(reader, id).await? {
                    Some(channel.token()?)
                } else {
                    violations.push(unknown("/channel_id", "channel", id));
                    None
                }
            }
            (None, Some(name)) if !name.eq_ignore_ascii_case(MULTI) => {
                match store::channels::find_by_name(reader, name).await? {
                    Some(channel) => Some(channel.token()?),
                    None => violations.take(channel_token(name).map_err(|violation| at(violation, "/channel"))),
                }
            }
            (None, _) => Some(MULTI.to_owned()),
        };
        if brand.is_none() && request.brand_id.is_none() && request.brand_code.is_none() {
            violations.push(
                Violation::at("/brand_id", "A name begins with a brand.").suggest("Give brand_id or brand_code."),
            );
        }
        if market.is_none() && request.market_id.is_none() && request.market_code.is_none() {
            violations.push(
                Violation::at("/market_id", "A name's second part is a market.")
                    .suggest("Give market_id or market_code."),
            );
        }
        let variant =
            request.variant.as_deref().and_then(|variant| violations.take(domain::ticket::parse_variant(variant)));
        let year = request.year.unwrap_or_else(|| domain::utc_date(self.now()).year());
        violations.take(domain::campaign::parse_campaign_name(&request.campaign_name));
        let made = NameParts::new(
            brand.as_deref().unwrap_or("X"),
            market.as_deref().unwrap_or("X"),
            channel.as_deref().unwrap_or(MULTI),
            year,
            &request.campaign_name,
        )
        .map_err(|wrong| add_new(&mut violations, wrong))
        .ok();
        let (Some((parts, sanitized)), true) = (made, violations.0.is_empty()) else {
            return Err(AppError::Invalid(violations));
        };
        let parts = variant.map_or_else(|| parts.clone(), |variant| parts.with_variant(&variant));
        let name = parts.to_string();
        let taken = store::campaigns::is_taken(reader, &name).await?
            || store::tickets::find_by_name(reader, &name).await?.is_some();
        Ok(NamePreview { name, parts, sanitized, taken })
    }

    /// Reads names against everything that is registered.
    pub async fn validate_names(&self, names: &[String]) -> Result<Vec<Result<Reading, ParseFailure>>> {
        let registry = registry_of(store::registry::codes(self.store().reader()).await?);
        let read = || names.iter().map(|name| taxonomy::parse(name, &registry)).collect();
        Ok(self.aside(names.len() > FEW_NAMES, read).await)
    }
}

/// The number of names that are read in some milliseconds.
const FEW_NAMES: usize = 100;

fn at(violation: Violation, pointer: &str) -> Violation {
    Violation { pointer: pointer.to_owned(), ..violation }
}

/// The registry of the codes: the current ones, and the former ones in older names.
pub(crate) fn registry_of(codes: Codes) -> Registry {
    let mut registry = Registry::default();
    for (code, id) in codes.brands {
        registry.add_brand(&code, id);
    }
    for (code, id) in codes.markets {
        registry.add_market(&code, id);
    }
    for (part, id) in codes.channels {
        registry.add_channel(&part, id);
    }
    for (code, id) in codes.brands_in_names {
        registry.add_former_brand(&code, id);
    }
    for (code, id) in codes.markets_in_names {
        registry.add_former_market(&code, id);
    }
    registry
}
