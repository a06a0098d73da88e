//! Lists: one page of a filtered, sorted table, by offset or after a cursor, with the total.

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

/// The page of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListQuery {
    /// The most rows.
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

/// The start of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Position {
    /// After this number of rows.
    Skip(u64),
    /// After the row of the cursor; costs the same for every page.
    After(Cursor),
}

/// The direction of a list's order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SortOrder {
    /// Smallest first.
    Ascending,
    /// Largest first.
    Descending,
}

/// One page, and the cursor of the next one.
#[derive(Debug, Clone, PartialEq)]
pub struct Listed<T> {
    /// The rows.
    pub items: Vec<T>,
    /// The number of rows that match the filters. Above 10,000 it may be some seconds old.
    pub total: u64,
    /// The cursor of the next page; none on the last.
    pub next: Option<Cursor>,
}

impl<T> Listed<T> {
    /// The same page with converted rows.
    pub fn try_map<U>(self, map: impl FnMut(T) -> Result<U>) -> Result<Listed<U>> {
        Ok(Listed {
            items: self.items.into_iter().map(map).collect::<Result<_>>()?,
            total: self.total,
            next: self.next,
        })
    }
}
