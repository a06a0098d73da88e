//! Lists: the page that is asked for, the rows that pass, and the answer. Doors read them from a request, the store carries
//! them out, and all speak of these types. Begin with `resources.rs`.

mod resource;
mod resources;
mod value;

pub use resource::{Filter, Matching, Parameter, Resource};
pub use resources::{
    BrandFilter, CampaignFilter, ChannelFilter, DeploymentFilter, EventFilter, JobFilter, MarketFilter, TicketFilter,
};
pub use value::{Code, Criterion, Filterable, Kind, Value, Wanted, WordSet};

/// The page of a list that is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListQuery {
    /// Matching at most.
    pub limit: u64,
    /// The start of the page.
    pub position: Position,
    /// The field to sort by; none for the newest first.
    pub sort: Option<(String, SortOrder)>,
}

impl Default for ListQuery {
    fn default() -> Self {
        Self { limit: 100, position: Position::Skip(0), sort: None }
    }
}

/// The beginning of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Position {
    /// After this number of rows.
    Skip(u64),
    /// After the row of the cursor; costs the same for every page.
    After(Cursor),
}

/// The last row of a page, as opaque text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cursor(pub String);

/// The direction of a list's order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SortOrder {
    /// Smallest first.
    Ascending,
    /// Largest first.
    Descending,
}

/// One page, and the way to the next.
#[derive(Debug, Clone, PartialEq)]
pub struct Listed<T> {
    /// The rows.
    pub items: Vec<T>,
    /// The number of rows that pass the filters in all. Above 10,000 it may be some seconds old.
    pub total: u64,
    /// The cursor of the next page; none on the last.
    pub next: Option<Cursor>,
}

impl<T> Listed<T> {
    /// The same page with converted rows.
    pub fn map<U>(self, map: impl FnMut(T) -> U) -> Listed<U> {
        Listed { items: self.items.into_iter().map(map).collect(), total: self.total, next: self.next }
    }

    /// The same page of something else, where each row can be made into it.
    pub fn try_map<U, E>(self, map: impl FnMut(T) -> Result<U, E>) -> Result<Listed<U>, E> {
        let items = self.items.into_iter().map(map).collect::<Result<_, E>>()?;
        Ok(Listed { items, total: self.total, next: self.next })
    }
}
