//! Markets: the use cases.

use domain::{
    Campaign, CountryCode, Market, MarketId, Version, Violation, Violations,
    event::Actor,
    list::{CampaignFilter, ListQuery, Listed, MarketFilter, TicketFilter},
    market,
};
use store::{StoreError, Tx};

use super::refers;
use crate::{
    App, AppError, Result,
    app::{expect_version, or_not_found},
};

/// A new market.
#[derive(Debug, Clone)]
pub struct NewMarket {
    /// Its code.
    pub code: String,
    /// A country's name or code, or the name of a group.
    pub country: String,
    /// The countries of a group.
    pub countries: Vec<String>,
    /// The sales region.
    pub region: String,
}

/// Changes of a market.
#[derive(Debug, Clone, Default)]
pub struct MarketChange {
    /// Its code. Names of existing campaigns keep the old one.
    pub code: Option<String>,
    /// A country's name or code, or the name of a group.
    pub country: Option<String>,
    /// The countries of a group.
    pub countries: Option<Vec<String>>,
    /// The sales region.
    pub region: Option<String>,
}

impl App {
    /// A page of markets.
    pub async fn list_markets(&self, filter: &MarketFilter, query: &ListQuery) -> Result<Listed<Market>> {
        Ok(store::page(self.store(), filter, query).await?)
    }

    /// One market.
    pub async fn market(&self, id: MarketId) -> Result<Market> {
        or_not_found(store::get(self.store().reader(), id).await, "market", id)
    }

    /// Creates a market.
    pub async fn create_market(&self, actor: &Actor, new: NewMarket) -> Result<Market> {
        let mut violations = Violations::default();
        let code = violations.take(market::parse_code(&new.code));
        let country = violations.take(market::parse_country(&new.country));
        let region = violations.take(market::parse_region(&new.region));
        let countries = market::parse_countries(&new.country, &new.countries)
            .map_err(|wrong| violations.0.extend(wrong.0))
            .unwrap_or_default();
        let now = self.now();
        let market = violations.none_or(|| Market {
            id: self.new_id(),
            code: code.unwrap_or_default(),
            country: country.unwrap_or_default(),
            country_code: countries.0,
            countries: countries.1,
            region: region.unwrap_or_default(),
            created_at: now,
            updated_at: now,
            version: 1,
        })?;
        let tx = self.store().begin().await?;
        expect_no_channel(&tx, &market.code).await?;
        self.record_new(&tx, actor, &market).await.map_err(|error| taken(error, &market))?;
        tx.commit().await?;
        Ok(market)
    }

    /// Changes a market. If its countries change, its tickets that had passed QA are sent back.
    pub async fn change_market(
        &self,
        actor: &Actor,
        id: MarketId,
        change: MarketChange,
        expected: Option<Version>,
    ) -> Result<Market> {
        let tx = self.store().begin().await?;
        let before: Market = or_not_found(store::get(tx.connection(), id).await, "market", id)?;
        expect_version(expected, before.version, "The market")?;
        let mut after = before.clone();
        let mut violations = Violations::default();
        // A code from before it was forbidden may stay.
        if let Some(code) = change.code.filter(|code| !code.eq_ignore_ascii_case(&before.code)) {
            after.code = violations.take(market::parse_code(&code)).unwrap_or_default();
        }
        if change.country.is_some() || change.countries.is_some() {
            let country = change.country.unwrap_or_else(|| before.country.clone());
            let countries = change.countries.unwrap_or_else(|| match CountryCode::resolve(&country) {
                Ok(_) => Vec::new(),
                // A group keeps its members while only its name changes.
                Err(_) => before.countries.iter().map(ToString::to_string).collect(),
            });
            match market::parse_countries(&country, &countries) {
                Ok((code, members)) => (after.country_code, after.countries) = (code, members),
                Err(wrong) => violations.0.extend(wrong.0),
            }
            after.country = violations.take(market::parse_country(&country)).unwrap_or_default();
        }
        if let Some(region) = change.region {
            after.region = violations.take(market::parse_region(&region)).unwrap_or_default();
        }
        violations.none_or(|| ())?;
        if after.code != before.code {
            expect_no_channel(&tx, &after.code).await?;
        }
        after.updated_at = self.now();
        after.version += 1;
        self.record_change(&tx, actor, &before, &after).await.map_err(|error| taken(error, &after))?;
        if after.all_countries() != before.all_countries() {
            self.send_back(&tx, &TicketFilter { market_id: Some(id), ..TicketFilter::default() }, "its market changed")
                .await?;
        }
        tx.commit().await?;
        Ok(after)
    }

    /// Deletes a market that no campaign refers to.
    pub async fn delete_market(&self, actor: &Actor, id: MarketId, expected: Option<Version>) -> Result<()> {
        let tx = self.store().begin().await?;
        let market: Market = or_not_found(store::get(tx.connection(), id).await, "market", id)?;
        expect_version(expected, market.version, "The market")?;
        let filter = CampaignFilter { market_id: Some(id), ..CampaignFilter::default() };
        let campaigns = store::count::<Campaign>(tx.connection(), &filter).await?;
        let refused = || {
            AppError::Conflict(format!(
                "{} to the market {}, so it stays.",
                refers(campaigns.max(1), "campaign"),
                market.code
            ))
        };
        if campaigns > 0 {
            return Err(refused());
        }
        self.record_end(&tx, actor, id, &market).await.map_err(|error| match error {
            StoreError::Referenced => refused(),
            other => other.into(),
        })?;
        tx.commit().await?;
        Ok(())
    }
}

/// A market's code must not be a channel's part of names: names would be hard to read.
async fn expect_no_channel(tx: &Tx, code: &str) -> Result<()> {
    let codes = store::registry::channels(tx.connection()).await?;
    match codes.iter().find(|(part, _)| part == code) {
        Some((part, _)) => Err(market::is_channel(code, part).into()),
        None => Ok(()),
    }
}

fn taken(error: StoreError, market: &Market) -> AppError {
    match error {
        StoreError::Taken(_) => AppError::Taken(
            Violation::at("/code", format!("There is a market with the code {} already.", market.code))
                .suggest("Choose another code, or change that market."),
        ),
        other => other.into(),
    }
}
