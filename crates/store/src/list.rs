//! Lists: one page of a filtered, sorted table, by offset or behind a cursor, with the total.

mod cursor;
mod filtered;
mod page;
mod search;
pub(crate) mod total;

use crate::Result;

pub use cursor::Cursor;
pub(crate) use filtered::Filtered;
pub(crate) use page::{page, page_with};
pub(crate) use search::{folded, folded_contains, might_contain, name_contains};

/// Which page of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListQuery {
    /// Rows at most.
    pub limit: u64,
    /// Where the page begins.
    pub position: Position,
    /// The field to sort by; none for the newest first.
    pub sort: Option<(String, SortOrder)>,
}

impl Default for ListQuery {
    fn default() -> Self {
        Self { limit: 100, position: Position::Skip(0), sort: None }
    }
}

/// Where a page begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Position {
    /// After so many rows.
    Skip(u64),
    /// Behind the row that the cursor names; costs the same however deep the page lies.
    After(Cursor),
}

/// Which way a list is sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SortOrder {
    /// Smallest first.
    Ascending,
    /// Largest first.
    Descending,
}

/// One page, and how it goes on.
#[derive(Debug, Clone, PartialEq)]
pub struct Listed<T> {
    /// The rows.
    pub items: Vec<T>,
    /// How many rows the filters let through in all. Above 10,000 it may be some seconds old.
    pub total: u64,
    /// The cursor of the next page; none on the last.
    pub next: Option<Cursor>,
}

impl<T> Listed<T> {
    /// The same page of something else.
    pub fn try_map<U>(self, map: impl FnMut(T) -> Result<U>) -> Result<Listed<U>> {
        Ok(Listed {
            items: self.items.into_iter().map(map).collect::<Result<_>>()?,
            total: self.total,
            next: self.next,
        })
    }
}
