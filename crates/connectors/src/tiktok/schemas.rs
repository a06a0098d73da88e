//! `payload_config` as data: the files of `schema/`, and the one JSON Schema that they make for each request type and
//! objective. The published schema and the checks of a ticket are composed here, from the same parts.

mod compose;
mod data;
mod parts;

use domain::RequestType;
use domain::Word as _;
use serde_json::Value;

use crate::rules::{Condition, Objective, SchemaSource, Tier};

use super::settings::Flow;

pub(super) use compose::is_for;
pub(super) use data::{Level, ad, ad_group, campaign, combinations, goals, objectives, successor};

/// The schemas and conditions of a connector with this flow.
pub(super) struct TiktokSchemas(pub(super) Flow);

impl TiktokSchemas {
    fn flow_of(&self, objective: &str) -> Flow {
        Flow::of(self.0, objective)
    }
}

impl SchemaSource for TiktokSchemas {
    fn objectives(&self) -> Vec<Objective> {
        objectives().map(Some).collect()
    }

    fn published(&self, request: RequestType, objective: Objective) -> Value {
        match objective {
            Some(objective) => compose::published(request, objective, self.flow_of(objective)),
            None => data::change(request.as_str()),
        }
    }

    fn checked(&self, request: RequestType, objective: Objective) -> Value {
        match objective {
            Some(objective) => compose::fields(request, objective, self.flow_of(objective)),
            None => data::change(request.as_str()),
        }
    }

    fn conditions(&self, _request: RequestType, objective: Objective, tier: Tier) -> Vec<&'static Condition> {
        let level = match tier {
            Tier::Campaign => campaign(),
            Tier::AdGroup => ad_group(),
            Tier::Ad => ad(),
        };
        objective.map_or_else(Vec::new, |objective| level.conditions_for(objective, self.flow_of(objective)).collect())
    }
}
