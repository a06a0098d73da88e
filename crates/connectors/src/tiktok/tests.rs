//! Whole tickets through the connector: every payload as a snapshot, every rule with its sentence, every fact.

mod changes;
mod client;
mod contract;
mod facts;
mod payloads;
mod rules;
mod schemas;
mod world;

pub(super) use world::{World, settings};
