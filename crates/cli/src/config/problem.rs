//! Errors in a configuration, as sentences that say what to change.

use std::{fmt, path::PathBuf};

use super::{
    catalog::{Setting, Shown},
    connection_url,
};

/// The source of a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Origin {
    /// `config/default.toml`.
    Default,
    /// A file of the operator's.
    File(PathBuf),
    /// A variable of the environment.
    Variable(&'static str),
    /// A flag of the command.
    Flag(&'static str),
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Default => f.write_str("its default"),
            Self::File(path) => write!(f, "from {}", path.display()),
            Self::Variable(name) => write!(f, "from the environment, {name}"),
            Self::Flag(name) => write!(f, "from the flag {name}"),
        }
    }
}

/// One error, as a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Problem(String);

impl Problem {
    /// A complete sentence.
    pub(super) fn new(sentence: impl Into<String>) -> Self {
        Self(sentence.into())
    }

    /// A value that is not allowed. `allowed` completes "It must be …".
    pub(super) fn value(setting: &Setting, origin: &Origin, value: &str, allowed: &str) -> Self {
        let key = setting.key;
        let shown = match setting.shown {
            Shown::Whole => Some(format!("{value:?}")),
            Shown::AsUrl => connection_url::redact(value).map(|value| format!("{value:?}")),
            Shown::Never => None,
        };
        let sentence = match shown {
            Some(shown) => format!("{key} is {shown} ({origin}). It must be {allowed}."),
            None => {
                format!("{key} ({origin}) has a wrong value, not shown as it may hold a secret. It must be {allowed}.")
            }
        };
        Self(sentence)
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// All errors in a configuration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ConfigError(Vec<Problem>);

impl ConfigError {
    /// At least one problem.
    pub(super) fn new(problems: Vec<Problem>) -> Self {
        Self(problems)
    }
}

impl From<Problem> for ConfigError {
    fn from(problem: Problem) -> Self {
        Self(vec![problem])
    }
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.as_slice() {
            [one] => write!(f, "The configuration is wrong: {one}"),
            many => {
                write!(f, "The configuration is wrong in {} places:", many.len())?;
                many.iter().try_for_each(|problem| write!(f, "\n  - {problem}"))
            }
        }
    }
}

impl std::error::Error for ConfigError {}
