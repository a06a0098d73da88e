//! Gives the sections their settings and collects the errors.

use std::collections::BTreeSet;

use super::{
    catalog,
    layers::{Given, Layers, Raw},
    problem::Problem,
};

/// A setting was invalid; the reader has recorded the error.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Noted;

/// A setting or section, unless it was invalid.
pub(super) type Read<T> = Result<T, Noted>;

/// The result of a parser. An error completes "It must be …".
pub(super) type Parsed<T> = Result<T, String>;

/// Reads settings from the layers.
#[derive(Debug)]
pub(super) struct Reader<'a> {
    layers: &'a Layers,
    problems: Vec<Problem>,
    asked: BTreeSet<&'static str>,
}

impl<'a> Reader<'a> {
    /// A reader without errors so far.
    pub(super) fn new(layers: &'a Layers) -> Self {
        Self { layers, problems: Vec::new(), asked: BTreeSet::new() }
    }

    /// A setting that may be unset.
    pub(super) fn optional<T>(&mut self, key: &'static str, parse: impl FnOnce(&str) -> Parsed<T>) -> Read<Option<T>> {
        let Some(given) = self.given(key) else {
            return Ok(None);
        };
        match &given.raw {
            Raw::One(text) => parse(text.trim()).map(Some).map_err(|allowed| self.note(key, text, given, &allowed)),
            Raw::Many(texts) => Err(self.note(key, &texts.join(", "), given, "one value, not a list")),
        }
    }

    /// A setting that has a default.
    pub(super) fn required<T>(&mut self, key: &'static str, parse: impl FnOnce(&str) -> Parsed<T>) -> Read<T> {
        let read = self.optional(key, parse)?;
        read.ok_or_else(|| {
            self.problems.push(Problem::new(format!("{key} is not set.")));
            Noted
        })
    }

    /// A list: an array in a file, separated by commas elsewhere.
    pub(super) fn list<T>(&mut self, key: &'static str, parse: impl Fn(&str) -> Parsed<T>) -> Read<Vec<T>> {
        let Some(given) = self.given(key) else {
            return Ok(Vec::new());
        };
        let texts: Vec<&str> = match &given.raw {
            Raw::One(text) => text.split(',').map(str::trim).filter(|text| !text.is_empty()).collect(),
            Raw::Many(texts) => texts.iter().map(|text| text.trim()).collect(),
        };
        texts.into_iter().map(|text| parse(text).map_err(|allowed| self.note(key, text, given, &allowed))).collect()
    }

    /// Records that a value, allowed by itself, does not fit another one. `allowed` completes "It must be …".
    pub(super) fn refuse(&mut self, key: &'static str, allowed: &str) -> Noted {
        match self.given(key) {
            Some(Given { raw: Raw::One(text), origin }) => {
                if let Some(setting) = catalog::find(key) {
                    self.problems.push(Problem::value(setting, origin, text, allowed));
                }
            }
            _ => self.problems.push(Problem::new(format!("{key} must be {allowed}."))),
        }
        Noted
    }

    /// Notes that the settings of a section, each allowed by itself, do not make a whole.
    pub(super) fn note_section(&mut self, section: &str, problem: &str) -> Noted {
        self.problems.push(Problem::new(format!("[{section}] cannot be used: {problem}.")));
        Noted
    }

    /// All recorded errors.
    pub(super) fn into_problems(self) -> Vec<Problem> {
        self.problems
    }

    /// The settings that were read.
    #[cfg(test)]
    pub(super) fn asked(&self) -> &BTreeSet<&'static str> {
        &self.asked
    }

    fn given(&mut self, key: &'static str) -> Option<&'a Given> {
        self.asked.insert(key);
        self.layers.get(key)
    }

    fn note(&mut self, key: &'static str, text: &str, given: &Given, allowed: &str) -> Noted {
        if let Some(setting) = catalog::find(key) {
            self.problems.push(Problem::value(setting, &given.origin, text, allowed));
        }
        Noted
    }
}
