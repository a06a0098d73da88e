//! Every payload for every objective, as it goes out.

mod support;

mod campaigns;
mod changes;
mod client;
mod facts;
mod rules;
mod schemas;
mod trees;
