//! Faults that are injected on purpose, by rules that a seed makes reproducible. `rule.rs` defines the rules,
//! `engine.rs` decides which request is hit, `apply.rs` spoils its answer.

mod apply;
mod engine;
mod rng;
mod rule;

pub(crate) use apply::{Spoilt, altered, reaches_platform, spoil};
pub(crate) use engine::{Active, Faults, Target};
pub(crate) use rng::mix;
pub(crate) use rule::Change;
pub use rule::{FaultKind, Rule};
