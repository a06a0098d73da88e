//! The master data: markets, brands and channels.

mod brands;
mod channels;
mod markets;

pub use brands::{BrandChange, NewBrand};
pub use channels::{ChannelChange, NewChannel};
pub use markets::{MarketChange, NewMarket};

/// `1 campaign refers`, `12 campaigns refer`.
pub(crate) fn refers(count: u64, what: &str) -> String {
    if count == 1 { format!("1 {what} refers") } else { format!("{count} {what}s refer") }
}
