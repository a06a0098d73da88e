//! Lists: one page of a filtered, sorted table, by offset or behind a cursor, with the total. A page is asked for in the words
//! of `domain::list`.

mod cursor;
mod described;
mod filtered;
mod page;
mod search;
pub(crate) mod total;

pub(crate) use described::{filtered, sortable, with_folded};
pub(crate) use filtered::Filtered;
pub(crate) use page::{page, page_with};
pub(crate) use search::{folded, folded_contains, might_contain, name_contains};
