//! The descriptor of a resource's list, and the macro that makes it and the resource's filter of one declaration.

use super::value::{Kind, Wanted};
use crate::Violation;

/// A resource that is listed: everything that the doors, the use cases and the store know of its list.
#[derive(Debug, Clone, Copy)]
pub struct Resource {
    /// Its name in the API's paths: `brands`.
    pub name: &'static str,
    /// The parameters that filter it, in the order in which they are documented.
    pub parameters: &'static [Parameter],
    /// The fields that it can be sorted by, besides `created_at`, and the stored field of each.
    pub sortable: &'static [(&'static str, &'static str)],
}

impl Resource {
    /// The texts that its search looks at, where they are kept a second time in the form in which they are searched.
    pub fn searched_texts(&self) -> &'static [&'static str] {
        self.parameters.iter().find_map(|parameter| parameter.matching.texts()).unwrap_or_default()
    }
}

/// A parameter that filters a list.
#[derive(Debug, Clone, Copy)]
pub struct Parameter {
    /// Its name.
    pub name: &'static str,
    /// Its documentation.
    pub help: &'static str,
    /// The kind of its text.
    pub kind: Kind,
    /// The rows that pass.
    pub matching: Matching,
}

/// The comparison that a row must pass, by the names of stored fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Matching {
    /// The field has the value, or one of the values.
    Equal(&'static str),
    /// The field, which holds a generated name or other ASCII, contains the text in any case.
    NameContains(&'static str),
    /// One of these fields contains the text, in any case and form of letters.
    TextContains(&'static [&'static str]),
    /// The resource's own repository compares, because that takes more than one field of the row.
    ByRepository,
}

impl Matching {
    fn texts(self) -> Option<&'static [&'static str]> {
        match self {
            Self::TextContains(texts) => Some(texts),
            _ => None,
        }
    }
}

/// A filter of a resource's list.
pub trait Filter: Default + Send + Sync {
    /// The resource.
    const RESOURCE: Resource;

    /// Reads a parameter into its field. A name that is none of the resource's changes nothing.
    fn read(&mut self, parameter: &str, text: &str) -> Result<(), Violation>;

    /// The values that each parameter asks for, in the order of the resource's parameters; none where any will do.
    fn wanted(&self) -> Vec<Option<Wanted>>;

    /// The parameters that ask for something, with what they ask for.
    fn criteria(&self) -> impl Iterator<Item = (&'static Parameter, Wanted)> {
        let parameters = Self::RESOURCE.parameters.iter();
        parameters.zip(self.wanted()).filter_map(|(parameter, wanted)| Some((parameter, wanted?)))
    }
}

/// Makes a filter and its resource's descriptor of one declaration: the name of the resource, the fields that its list can be
/// sorted by, and the parameters, each with its documentation and its type. `as` gives a parameter another name than its
/// field, `in` names another stored field to sort by, and `=>` says how rows are compared where it is not by the stored field of
/// the same name.
macro_rules! resource {
    (
        $(#[$doc:meta])*
        $filter:ident of $resource:literal, sorted by [$($sort:ident $(in $stored:ident)?),* $(,)?] {$(
            #[doc = $help:literal]
            $field:ident $(as $name:literal)?: $type:ty $(=> $matching:expr)?
        ),+ $(,)?}
    ) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Default, PartialEq, Eq)]
        pub struct $filter {$(
            #[doc = $help]
            pub $field: $type,
        )+}

        impl Filter for $filter {
            const RESOURCE: Resource = Resource {
                name: $resource,
                parameters: &[$(
                    Parameter {
                        name: resource!(@either stringify!($field) $(, $name)?),
                        help: $help.trim_ascii(),
                        kind: <$type as Criterion>::KIND,
                        matching: resource!(@either Matching::Equal(stringify!($field)) $(, $matching)?),
                    },
                )+],
                sortable: &[$((stringify!($sort), resource!(@either stringify!($sort) $(, stringify!($stored))?)),)*],
            };

            fn read(&mut self, parameter: &str, text: &str) -> Result<(), Violation> {
                $(if parameter == resource!(@either stringify!($field) $(, $name)?) {
                    self.$field = Criterion::read(parameter, text)?;
                })+
                Ok(())
            }

            fn wanted(&self) -> Vec<Option<Wanted>> {
                vec![$(self.$field.wanted()),+]
            }
        }
    };
    (@either $usual:expr) => { $usual };
    (@either $usual:expr, $given:expr) => { $given };
}

pub(super) use resource;
