//! Brands: the use cases.

use domain::{
    Brand, BrandId, Campaign, Version, Violation, Violations, brand,
    event::Actor,
    list::{BrandFilter, CampaignFilter, ListQuery, Listed, TicketFilter},
};
use store::StoreError;

use super::refers;
use crate::{
    App, AppError, Result,
    app::{expect_version, or_not_found},
};

/// A new brand.
#[derive(Debug, Clone)]
pub struct NewBrand {
    /// The name for people.
    pub name: String,
    /// Its code.
    pub internal_code: String,
    /// True if brand safety must keep it off sensitive interests and inventory.
    pub family_friendly: bool,
}

/// Changes of a brand.
#[derive(Debug, Clone, Default)]
pub struct BrandChange {
    /// The name for people.
    pub name: Option<String>,
    /// Its code. Names of existing campaigns keep the old one.
    pub internal_code: Option<String>,
    /// True if brand safety must keep it off sensitive interests and inventory.
    pub family_friendly: Option<bool>,
}

impl App {
    /// A page of brands.
    pub async fn list_brands(&self, filter: &BrandFilter, query: &ListQuery) -> Result<Listed<Brand>> {
        Ok(store::page(self.store(), filter, query).await?)
    }

    /// One brand.
    pub async fn brand(&self, id: BrandId) -> Result<Brand> {
        or_not_found(store::get(self.store().reader(), id).await, "brand", id)
    }

    /// Creates a brand.
    pub async fn create_brand(&self, actor: &Actor, new: NewBrand) -> Result<Brand> {
        let mut violations = Violations::default();
        let code = violations.take(brand::parse_internal_code(&new.internal_code));
        let name = violations.take(brand::parse_name(&new.name));
        let now = self.now();
        let brand = violations.none_or(|| Brand {
            id: self.new_id(),
            name: name.unwrap_or_default(),
            internal_code: code.unwrap_or_default(),
            family_friendly: new.family_friendly,
            created_at: now,
            updated_at: now,
            version: 1,
        })?;
        let tx = self.store().begin().await?;
        self.record_new(&tx, actor, &brand).await.map_err(|error| taken(error, &brand))?;
        tx.commit().await?;
        Ok(brand)
    }

    /// Changes a brand. If its family-friendliness changes, its tickets that had passed QA are sent back.
    pub async fn change_brand(
        &self,
        actor: &Actor,
        id: BrandId,
        change: BrandChange,
        expected: Option<Version>,
    ) -> Result<Brand> {
        let tx = self.store().begin().await?;
        let before: Brand = or_not_found(store::get(tx.connection(), id).await, "brand", id)?;
        expect_version(expected, before.version, "The brand")?;
        let mut after = before.clone();
        let mut violations = Violations::default();
        // A code from before it was forbidden may stay.
        if let Some(code) = change.internal_code.filter(|code| !code.eq_ignore_ascii_case(&before.internal_code)) {
            after.internal_code = violations.take(brand::parse_internal_code(&code)).unwrap_or_default();
        }
        if let Some(name) = &change.name {
            after.name = violations.take(brand::parse_name(name)).unwrap_or_default();
        }
        violations.none_or(|| ())?;
        after.family_friendly = change.family_friendly.unwrap_or(after.family_friendly);
        after.updated_at = self.now();
        after.version += 1;
        self.record_change(&tx, actor, &before, &after).await.map_err(|error| taken(error, &after))?;
        if after.family_friendly != before.family_friendly {
            self.send_back(&tx, &TicketFilter { brand_id: Some(id), ..TicketFilter::default() }, "its brand changed")
                .await?;
        }
        tx.commit().await?;
        Ok(after)
    }

    /// Deletes a brand that no campaign refers to.
    pub async fn delete_brand(&self, actor: &Actor, id: BrandId, expected: Option<Version>) -> Result<()> {
        let tx = self.store().begin().await?;
        let brand: Brand = or_not_found(store::get(tx.connection(), id).await, "brand", id)?;
        expect_version(expected, brand.version, "The brand")?;
        let filter = CampaignFilter { brand_id: Some(id), ..CampaignFilter::default() };
        let campaigns = store::count::<Campaign>(tx.connection(), &filter).await?;
        let refused = || {
            AppError::Conflict(format!(
                "{} to the brand {}, so it stays.",
                refers(campaigns.max(1), "campaign"),
                brand.internal_code
            ))
        };
        if campaigns > 0 {
            return Err(refused());
        }
        self.record_end(&tx, actor, id, &brand).await.map_err(|error| match error {
            StoreError::Referenced => refused(),
            other => other.into(),
        })?;
        tx.commit().await?;
        Ok(())
    }
}

fn taken(error: StoreError, brand: &Brand) -> AppError {
    match error {
        StoreError::Taken(_) => AppError::Taken(
            Violation::at("/internal_code", format!("There is a brand with the code {} already.", brand.internal_code))
                .suggest("Choose another code, or change that brand."),
        ),
        other => other.into(),
    }
}
