//! The tables as SeaORM sees them; `migration/` is the truth about their constraints.
#![expect(missing_docs, reason = "the columns are described in the migration and the domain types")]

pub mod account;
pub mod attempt;
pub mod brand;
pub mod campaign;
pub mod channel;
pub mod deployment;
pub mod deployment_step;
pub mod event;
pub mod hold;
pub mod job;
pub mod job_item;
pub mod market;
pub mod outage;
pub mod qa_policy;
pub mod ticket;
pub mod worker;
