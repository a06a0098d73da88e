//! Every payload for every objective, as it goes out.

mod campaigns;
mod changes;
mod client;
mod facts;
mod rules;
mod schemas;
mod trees;
mod world;
