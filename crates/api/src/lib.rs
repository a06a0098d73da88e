//! The HTTP door: routes, bodies, problem documents, OpenAPI, the live feed. A handler extracts, calls one use case of `app`
//! and converts; it decides nothing. Begin with `server.rs`, then `routes/markets.rs`.

mod answer;
mod bodies;
mod compress;
mod constant;
mod docs;
mod drain_body;
mod extract;
mod guard;
mod health;
mod home;
mod large;
mod live;
mod metrics;
mod negotiate;
mod outer;
mod problem;
mod routes;
mod serve;
mod server;
mod state;
mod web;
mod words;
mod ws;

pub use docs::openapi;
pub use problem::Problem;
pub use serve::{Limits, serve};
pub use server::{Options, router};
pub use state::ApiState;
pub use web::{WebApp, WebFile};
