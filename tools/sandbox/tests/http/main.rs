//! The sandbox as its callers meet it. Rules are tested through the router; everything that has to do with
//! connections, over a real socket.

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
