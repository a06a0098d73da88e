//! The database fails at any statement, in any way: nothing is created twice, nothing accepted is lost, and nothing is
//! reported as done that is not.
#![expect(clippy::unwrap_used, reason = "in tests, a panic is the report")]

mod breaker;
mod chaos;
mod each_statement;
mod lasting;
