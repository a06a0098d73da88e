//! The use cases of OmniTraffick: one file per family, one public function per use case, and the only place that opens a
//! transaction. It decides nothing about campaigns (see `domain`) and stores nothing itself (see `store`).
//! Begin with `tickets/qa.rs`, then `deployments/request.rs` and `deployments/drive.rs`.

mod app;
mod aside;
mod campaigns;
mod catalog;
pub mod deployments;
mod error;
pub mod events;
mod failpoint;
mod feed;
pub mod jobs;
pub mod operate;
pub mod platforms;
mod policy;
pub mod ports;
mod snapshot;
mod taxonomy;
pub mod tickets;

pub use app::{App, Engine, Parts};
pub use campaigns::{CampaignChange, CampaignUsage, NewCampaign, TicketCount};
pub use catalog::{BrandChange, ChannelChange, MarketChange, NewBrand, NewChannel, NewMarket};
pub use error::{AppError, DatabaseFailure};
pub use failpoint::{Failpoint, Failpoints};
pub use feed::LiveFeed;
pub use jobs::Bulk;
pub use ports::{Broker, BrokerHealth, Clock, Rng};
pub use taxonomy::{NamePreview, PreviewRequest};
pub use tickets::{NewTicket, TicketChange};

/// The result of a use case.
pub type Result<T, E = AppError> = std::result::Result<T, E>;
