//! The suite that every platform passes. It goes over the registry: a new platform is covered without a line here.
#![expect(clippy::unwrap_used, reason = "in tests, a panic is the report")]

mod answers;
mod descriptors;
mod folders;
mod sandbox;
mod schemas;
mod world;
