//! The values that lists are filtered by, and how each is read from a parameter's text.

use strum::VariantNames;
use uuid::Uuid;

use crate::{
    BrandId, CampaignId, CampaignStatus, ChannelId, MarketId, PlatformId, RequestType, TicketId, TicketStatus,
    Violation,
    deployment::DeploymentStatus,
    job::{JobKind, JobStatus},
};

/// The kind of a parameter's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Any text.
    Text,
    /// `true` or `false`.
    Flag,
    /// A whole number.
    Number,
    /// A UUID.
    Id,
    /// One word of the set of that name.
    Word(&'static str),
    /// Words of one set, separated by commas.
    Words,
}

/// A value that rows are compared with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A text.
    Text(String),
    /// A word of a closed set.
    Word(&'static str),
    /// True or false.
    Flag(bool),
    /// A whole number.
    Number(i64),
    /// An id.
    Id(Uuid),
}

/// The values of which a row must have one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    /// This one.
    One(Value),
    /// Any of these words; never empty.
    AnyOf(Vec<&'static str>),
}

/// A field of a filter: a value, several values, or none where any will do.
pub trait Criterion: Sized {
    /// The kind of its parameter.
    const KIND: Kind;

    /// The criterion that a parameter's text asks for.
    fn read(parameter: &str, text: &str) -> Result<Self, Violation>;

    /// The values that it asks for; none where any will do.
    fn wanted(&self) -> Option<Wanted>;
}

/// A value that a criterion can ask for.
pub trait Filterable: Sized {
    /// The kind of its text.
    const KIND: Kind;

    /// The value of that text, or the reason why it has none.
    fn read(text: &str) -> Result<Self, String>;

    /// The value to compare rows with.
    fn value(&self) -> Value;
}

impl<T: Filterable> Criterion for Option<T> {
    const KIND: Kind = T::KIND;

    fn read(parameter: &str, text: &str) -> Result<Self, Violation> {
        T::read(text)
            .map(Some)
            .map_err(|why| Violation::at(parameter, format!("The query parameter {parameter:?} is not valid: {why}.")))
    }

    fn wanted(&self) -> Option<Wanted> {
        self.as_ref().map(|value| Wanted::One(value.value()))
    }
}

impl<T: WordSet> Criterion for Vec<T> {
    const KIND: Kind = Kind::Words;

    fn read(parameter: &str, text: &str) -> Result<Self, Violation> {
        let words = text.split(',').map(str::trim).filter(|word| !word.is_empty());
        words
            .map(|word| {
                T::from_word(word).ok_or_else(|| {
                    let known = T::words().join(", ");
                    Violation::at(parameter, format!("{word:?} is not a {parameter}."))
                        .suggest(format!("Use one or more of {known}, separated by commas."))
                })
            })
            .collect()
    }

    fn wanted(&self) -> Option<Wanted> {
        let words: Vec<&'static str> = self.iter().map(|word| word.word()).collect();
        (!words.is_empty()).then_some(Wanted::AnyOf(words))
    }
}

/// A code, which is kept in upper case and asked for in any.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Code(String);

impl From<&str> for Code {
    fn from(text: &str) -> Self {
        Self(text.to_ascii_uppercase())
    }
}

impl Filterable for Code {
    const KIND: Kind = Kind::Text;

    fn read(text: &str) -> Result<Self, String> {
        Ok(text.into())
    }

    fn value(&self) -> Value {
        Value::Text(self.0.clone())
    }
}

impl Filterable for String {
    const KIND: Kind = Kind::Text;

    fn read(text: &str) -> Result<Self, String> {
        Ok(text.to_owned())
    }

    fn value(&self) -> Value {
        Value::Text(self.clone())
    }
}

impl Filterable for bool {
    const KIND: Kind = Kind::Flag;

    fn read(text: &str) -> Result<Self, String> {
        text.parse().map_err(|error: std::str::ParseBoolError| error.to_string())
    }

    fn value(&self) -> Value {
        Value::Flag(*self)
    }
}

impl Filterable for i64 {
    const KIND: Kind = Kind::Number;

    fn read(text: &str) -> Result<Self, String> {
        text.parse().map_err(|error: std::num::ParseIntError| error.to_string())
    }

    fn value(&self) -> Value {
        Value::Number(*self)
    }
}

macro_rules! ids {
    ($($id:ident),+) => {$(
        impl Filterable for $id {
            const KIND: Kind = Kind::Id;

            fn read(text: &str) -> Result<Self, String> {
                text.parse().map_err(|error: uuid::Error| format!("UUID parsing failed: {error}"))
            }

            fn value(&self) -> Value {
                Value::Id(self.0)
            }
        }
    )+};
}

ids!(BrandId, CampaignId, ChannelId, MarketId, TicketId);

/// A word of a closed set.
pub trait WordSet: Copy + 'static {
    /// The name of the set, as the API calls it.
    const SET: &'static str;

    /// Every word of the set.
    fn words() -> Vec<&'static str>;

    /// The word.
    fn word(self) -> &'static str;

    /// The value of that word.
    fn from_word(word: &str) -> Option<Self>;
}

impl<T: WordSet> Filterable for T {
    const KIND: Kind = Kind::Word(T::SET);

    fn read(text: &str) -> Result<Self, String> {
        T::from_word(text).ok_or_else(|| {
            let known = T::words().join("`, `");
            format!("unknown variant `{text}`, expected one of `{known}`")
        })
    }

    fn value(&self) -> Value {
        Value::Word(self.word())
    }
}

macro_rules! words {
    ($($set:ident),+ $(,)?) => {$(
        impl WordSet for $set {
            const SET: &'static str = stringify!($set);

            fn words() -> Vec<&'static str> {
                <Self as VariantNames>::VARIANTS.to_vec()
            }

            fn word(self) -> &'static str {
                self.into()
            }

            fn from_word(word: &str) -> Option<Self> {
                word.parse().ok()
            }
        }
    )+};
}

words! { CampaignStatus, RequestType, TicketStatus, DeploymentStatus, JobStatus, JobKind }

impl WordSet for PlatformId {
    const SET: &'static str = "PlatformId";

    fn words() -> Vec<&'static str> {
        Self::VARIANTS.to_vec()
    }

    fn word(self) -> &'static str {
        self.key()
    }

    fn from_word(word: &str) -> Option<Self> {
        Self::from_name(word)
    }
}
