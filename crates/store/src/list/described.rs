//! A resource's descriptor in the terms of its table: stored fields are columns.

use domain::list::{Filter, Matching, Resource, Value, Wanted};
use sea_orm::{ActiveModelTrait, ActiveValue, EntityTrait, IdenStatic, Iterable};

use super::{Filtered, folded, folded_contains, name_contains};
use crate::{Result, convert};

/// The column of the texts that a search compares, in the form in which it compares them.
const FOLDED: &str = "folded";

/// The fields that a list can be sorted by, with their columns.
pub(crate) fn sortable<E: EntityTrait>(resource: &Resource) -> Result<Vec<(&'static str, E::Column)>> {
    resource.sortable.iter().map(|(field, stored)| Ok((*field, column::<E>(stored)?))).collect()
}

/// The rows that pass the filter, but for what the resource's own repository compares.
pub(crate) fn filtered<E: EntityTrait>(filter: &impl Filter) -> Result<Filtered<E>> {
    filter.criteria().try_fold(Filtered::all(), |rows, (parameter, wanted)| {
        Ok(match (parameter.matching, wanted) {
            (Matching::Equal(field), Wanted::One(value)) => rows.equal(column::<E>(field)?, Some(sql(value))),
            (Matching::Equal(field), Wanted::AnyOf(words)) => rows.any_of(column::<E>(field)?, words),
            (Matching::NameContains(field), Wanted::One(Value::Text(text))) => {
                rows.and(name_contains(column::<E>(field)?, &text))
            }
            (Matching::TextContains(_), Wanted::One(Value::Text(text))) => {
                rows.and(folded_contains(column::<E>(FOLDED)?, &text))
            }
            (Matching::ByRepository, _) => rows,
            (Matching::NameContains(_) | Matching::TextContains(_), other) => {
                return Err(convert::corrupt(format!("{} cannot contain {other:?}", parameter.name)));
            }
        })
    })
}

/// The row with the texts that its resource's search compares, each on a line of the column for them.
pub(crate) fn with_folded<A: ActiveModelTrait>(mut row: A, resource: &Resource) -> Result<A> {
    let mut texts = Vec::new();
    for field in resource.searched_texts() {
        match row.get(column::<A::Entity>(field)?) {
            ActiveValue::Set(sea_orm::Value::String(text)) => texts.extend(text),
            _ => return Err(convert::corrupt(format!("{field} of {} is not a text to be written", resource.name))),
        }
    }
    row.try_set(column::<A::Entity>(FOLDED)?, folded(&texts).into())?;
    Ok(row)
}

fn column<E: EntityTrait>(field: &str) -> Result<E::Column> {
    let found = E::Column::iter().find(|column| column.as_str() == field);
    found.ok_or_else(|| convert::corrupt(format!("{} has no column {field}", E::default().as_str())))
}

fn sql(value: Value) -> sea_orm::Value {
    match value {
        Value::Text(text) => text.into(),
        Value::Word(word) => word.into(),
        Value::Flag(flag) => flag.into(),
        Value::Number(number) => number.into(),
        Value::Id(id) => id.into(),
    }
}

#[cfg(test)]
mod tests {
    use domain::list::{
        BrandFilter, CampaignFilter, ChannelFilter, DeploymentFilter, EventFilter, JobFilter, MarketFilter,
        TicketFilter,
    };

    use super::*;
    use crate::entity;

    fn check<E: EntityTrait>(resource: &Resource) {
        sortable::<E>(resource).unwrap();
        for parameter in resource.parameters {
            let fields = match parameter.matching {
                Matching::Equal(field) | Matching::NameContains(field) => vec![field],
                Matching::TextContains(fields) => [fields, &[FOLDED]].concat(),
                Matching::ByRepository => Vec::new(),
            };
            for field in fields {
                column::<E>(field).unwrap();
            }
        }
    }

    #[test]
    fn every_stored_field_of_a_descriptor_is_a_column() {
        check::<entity::market::Entity>(&MarketFilter::RESOURCE);
        check::<entity::brand::Entity>(&BrandFilter::RESOURCE);
        check::<entity::channel::Entity>(&ChannelFilter::RESOURCE);
        check::<entity::campaign::Entity>(&CampaignFilter::RESOURCE);
        check::<entity::ticket::Entity>(&TicketFilter::RESOURCE);
        check::<entity::deployment::Entity>(&DeploymentFilter::RESOURCE);
        check::<entity::job::Entity>(&JobFilter::RESOURCE);
        check::<entity::event::Entity>(&EventFilter::RESOURCE);
    }

    #[test]
    fn lists_without_a_repository_of_their_own_are_described_wholly() {
        let resources =
            [MarketFilter::RESOURCE, BrandFilter::RESOURCE, ChannelFilter::RESOURCE, CampaignFilter::RESOURCE];
        for parameter in resources.iter().flat_map(|resource| resource.parameters) {
            assert_ne!(parameter.matching, Matching::ByRepository, "{}", parameter.name);
        }
    }
}
