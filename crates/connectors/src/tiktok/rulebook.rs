//! `payload_config` as data: the files of `schema/`, and the one JSON Schema that they make for each request type and
//! objective. What is published and what a ticket is checked against are composed here, from the same parts.

mod check;
mod compose;
mod data;
mod parts;

use std::{collections::BTreeMap, sync::OnceLock};

use domain::{RequestType, schema::Schema};

use crate::PayloadSchema;

use super::options::Flow;

pub(super) use check::{Rule, Weight};
pub(super) use compose::is_for;
pub(super) use data::{Level, ad, ad_group, campaign, combinations, goals, objectives, successor};

/// Every rulebook, compiled when it is first asked for: a process that translates three kinds of tickets pays for three.
pub(super) struct Rulebooks {
    flow: Flow,
    books: BTreeMap<Key, OnceLock<Result<Rulebook, String>>>,
}

/// A request type's word, and the objective of those that create.
type Key = (&'static str, Option<&'static str>);

/// What holds for one request type and objective.
pub(super) struct Rulebook {
    /// Fields, types and values. Conditions are checked one by one instead, for the sake of their sentences.
    pub(super) fields: Schema,
    /// Conditions of the campaign.
    pub(super) campaign: Vec<Rule>,
    /// Conditions of each ad group, with the campaign's fields and the defaults in it.
    pub(super) ad_group: Vec<Rule>,
    /// Conditions of each ad, with its ad group under `ad_group`.
    pub(super) ad: Vec<Rule>,
}

impl Rulebooks {
    /// Rulebooks for tickets of a connector with this flow.
    pub(super) fn new(flow: Flow) -> Self {
        Self { flow, books: keys().map(|(request, of)| ((request.as_str(), of), OnceLock::new())).collect() }
    }

    /// The rulebook of a request type and objective; a sentence where there is none.
    pub(super) fn get(&self, request: RequestType, objective: Option<&str>) -> Result<&Rulebook, String> {
        let (key, cell) = self
            .books
            .iter()
            .find(|((name, of), _)| *name == request.as_str() && *of == objective)
            .ok_or_else(|| "There is no schema for this objective.".to_owned())?;
        cell.get_or_init(|| compile(request, key.1, self.flow)).as_ref().map_err(Clone::clone)
    }

    /// The schemas to publish.
    pub(super) fn published(&self) -> Vec<PayloadSchema> {
        keys()
            .map(|(request, objective)| {
                let flow = objective.map_or(self.flow, |objective| Flow::of(self.flow, objective));
                PayloadSchema {
                    request_type: request.as_str(),
                    objective: objective.map(str::to_owned),
                    schema: compose::published(request, objective, flow),
                }
            })
            .collect()
    }
}

fn keys() -> impl Iterator<Item = (RequestType, Option<&'static str>)> {
    RequestType::ALL.into_iter().flat_map(|request| {
        let objectives: Vec<_> = if request.creates() { objectives().map(Some).collect() } else { vec![None] };
        objectives.into_iter().map(move |objective| (request, objective))
    })
}

fn compile(request: RequestType, objective: Option<&str>, flow: Flow) -> Result<Rulebook, String> {
    let flow = objective.map_or(flow, |objective| Flow::of(flow, objective));
    let rules = |level: &'static data::Level| match objective {
        Some(objective) => level.conditions_for(objective, flow).map(Rule::compile).collect(),
        None => Ok(Vec::new()),
    };
    Ok(Rulebook {
        fields: Schema::compile(&compose::fields(request, objective, flow)).map_err(|error| error.to_string())?,
        campaign: rules(campaign())?,
        ad_group: rules(ad_group())?,
        ad: rules(ad())?,
    })
}

#[cfg(test)]
mod tests;
