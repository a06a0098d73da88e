//! The real binary: killed, suspended, asked to stop, and searched for secrets.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "in tests, a panic is the report")]

mod common;
mod crash;
mod crash_points;
mod database;
mod disk_full;
mod jobs;
mod many;
mod secrets;
