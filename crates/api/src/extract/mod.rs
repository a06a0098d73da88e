//! The extractors of handlers; each refuses with a problem.

mod amount;
mod body;
mod caller;
mod id;
mod if_match;
mod page;
mod patience;
mod query;
mod resource;
mod shape;

pub(crate) use amount::Amount;
pub(crate) use body::{Body, Change, Fixed, given};
pub(crate) use caller::Caller;
pub(crate) use id::Id;
pub(crate) use if_match::IfMatch;
pub(crate) use page::Page;
pub(crate) use patience::Patience;
pub(crate) use query::{PlainQuery, Query, list_of};
pub(crate) use resource::{Filters, ListOf, PlainFilters, summary};
