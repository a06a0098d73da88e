//! The sandbox from a caller's point of view. Rules are tested through the router, connections over a real socket.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "what goes wrong in a helper fails the test")]

mod checklist;
mod client;
mod control;
mod faults;
mod journal;
mod meta_create;
mod meta_objects;
mod quotas;
mod tiktok_ads;
mod tiktok_create;
mod tiktok_objects;
