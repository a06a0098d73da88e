//! Lists of tickets, and of their deployments, equal a plain filter over all of them, in every order; on both
//! databases.
#![expect(clippy::unwrap_used, reason = "in tests, a panic is the report")]

mod deployments;
mod pages;
mod search;
mod world;
