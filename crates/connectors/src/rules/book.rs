//! The schemas and conditions of every request type and objective, compiled when they are first asked for: a process that
//! translates three kinds of tickets pays for three.

use domain::Word as _;
use std::sync::OnceLock;
use strum::IntoEnumIterator as _;

use domain::{RequestType, Violation, schema::Schema};
use serde_json::Value;

use crate::{PayloadSchema, schema::PAYLOAD};

use super::{Condition, condition::Compiled};

/// An objective that a schema is for; none where it is for all.
pub(crate) type Objective = Option<&'static str>;

/// A level of a campaign's tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tier {
    /// The campaign.
    Campaign,
    /// An ad set or ad group, with the campaign's fields and the defaults in it.
    AdGroup,
    /// An ad.
    Ad,
}

/// A platform's schemas and conditions, as data.
pub(crate) trait SchemaSource: Send + Sync + 'static {
    /// The objectives that requests which create have a schema for. Requests that change have one for all.
    fn objectives(&self) -> Vec<Objective>;

    /// The schema as it is published.
    fn published(&self, request: RequestType, objective: Objective) -> Value;

    /// The part of it that is checked as a whole. Conditions are checked one by one instead, for the sake of their sentences.
    fn checked(&self, request: RequestType, objective: Objective) -> Value {
        self.published(request, objective)
    }

    /// The conditions of a level.
    fn conditions(&self, _request: RequestType, _objective: Objective, _tier: Tier) -> Vec<&'static Condition> {
        Vec::new()
    }
}

/// Every schema and condition of a platform.
pub(crate) struct Books<S> {
    source: S,
    entries: Vec<Entry>,
}

struct Entry {
    request: RequestType,
    objective: Objective,
    book: OnceLock<Result<Book, String>>,
}

/// The compiled schema and conditions of one request type and objective.
pub(crate) struct Book {
    fields: Schema,
    tiers: [Vec<Compiled>; 3],
}

impl<S: SchemaSource> Books<S> {
    /// The books of a source; none is compiled yet.
    pub(crate) fn new(source: S) -> Self {
        let entry = |(request, objective)| Entry { request, objective, book: OnceLock::new() };
        let entries = keys(&source).map(entry).collect();
        Self { source, entries }
    }

    /// The book of a request type and objective. An objective without one has the book for all objectives, if there is one.
    pub(crate) fn get(&self, request: RequestType, objective: Option<&str>) -> Result<&Book, Violation> {
        let of = |objective: Option<&str>| {
            self.entries.iter().find(|entry| entry.request == request && entry.objective == objective)
        };
        let entry = of(objective)
            .or_else(|| of(None))
            .ok_or_else(|| Violation::at("/request_type", format!("{} is not supported here.", request.as_str())))?;
        entry
            .book
            .get_or_init(|| Book::compile(&self.source, request, entry.objective))
            .as_ref()
            .map_err(|error| Violation::at(PAYLOAD, format!("It cannot be checked: {error}.")))
    }

    /// The schemas to publish.
    pub(crate) fn published(&self) -> Vec<PayloadSchema> {
        keys(&self.source)
            .map(|(request, objective)| PayloadSchema {
                request_type: request.as_str(),
                objective: objective.map(str::to_owned),
                schema: self.source.published(request, objective),
            })
            .collect()
    }
}

fn keys(source: &impl SchemaSource) -> impl Iterator<Item = (RequestType, Objective)> {
    let objectives = source.objectives();
    RequestType::iter().flat_map(move |request| {
        let of_request = if request.creates() { objectives.clone() } else { vec![None] };
        of_request.into_iter().map(move |objective| (request, objective))
    })
}

impl Book {
    fn compile(source: &impl SchemaSource, request: RequestType, objective: Objective) -> Result<Self, String> {
        let conditions = |tier| {
            source.conditions(request, objective, tier).into_iter().map(Compiled::of).collect::<Result<Vec<_>, _>>()
        };
        Ok(Self {
            fields: Schema::compile(&source.checked(request, objective)).map_err(|error| error.to_string())?,
            tiers: [conditions(Tier::Campaign)?, conditions(Tier::AdGroup)?, conditions(Tier::Ad)?],
        })
    }

    /// The violations of the schema, at pointers from the configuration's root.
    pub(crate) fn check(&self, config: &Value) -> Vec<Violation> {
        self.fields.check(config)
    }

    /// The conditions of a level.
    pub(crate) fn conditions(&self, tier: Tier) -> &[Compiled] {
        let [campaign, ad_group, ad] = &self.tiers;
        match tier {
            Tier::Campaign => campaign,
            Tier::AdGroup => ad_group,
            Tier::Ad => ad,
        }
    }
}
