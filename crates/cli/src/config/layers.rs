//! The layers: the first layer that has a setting wins.

use std::collections::BTreeMap;

use connectors::PLATFORMS;

use super::{
    catalog::SETTINGS,
    file,
    problem::{Origin, Problem},
    sources::Sources,
};

/// Every setting but those of the platforms, with its default and a sentence.
pub(super) const DEFAULTS: &str = include_str!("../../../../config/default.toml");

/// A value in its written form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Raw {
    /// One value.
    One(String),
    /// A list in a file.
    Many(Vec<String>),
}

/// A value and its source.
#[derive(Debug, Clone)]
pub(super) struct Given {
    pub(super) raw: Raw,
    pub(super) origin: Origin,
}

/// The value of each setting that has one.
#[derive(Debug, Default)]
pub(super) struct Layers(BTreeMap<&'static str, Given>);

impl Layers {
    /// Merges the layers. Errors in a file are reported; its valid settings still count.
    pub(super) fn merge(sources: &Sources) -> (Self, Vec<Problem>) {
        let mut layers = Self::default();
        let mut problems = layers.lay_file("config/default.toml", DEFAULTS, &Origin::Default);
        for platform in PLATFORMS {
            problems.extend(layers.lay_file("settings.toml", platform.defaults, &Origin::Default));
        }
        if let Some(file) = &sources.file {
            let name = file.path.display().to_string();
            problems.extend(layers.lay_file(&name, &file.text, &Origin::File(file.path.clone())));
        }
        for setting in SETTINGS.iter() {
            // An empty variable means "unset", as for shells and service managers.
            if let Some(value) = sources.environment.get(setting.variable).filter(|value| !value.trim().is_empty()) {
                layers.lay(setting.key, Raw::One(value.clone()), Origin::Variable(setting.variable));
            }
        }
        for flag in &sources.flags {
            layers.lay(flag.key, Raw::One(flag.value.clone()), Origin::Flag(flag.name));
        }
        (layers, problems)
    }

    /// The value of a setting.
    pub(super) fn get(&self, key: &str) -> Option<&Given> {
        self.0.get(key)
    }

    fn lay_file(&mut self, name: &str, text: &str, origin: &Origin) -> Vec<Problem> {
        let (found, problems) = file::read(name, text);
        for (key, raw) in found {
            self.lay(key, raw, origin.clone());
        }
        problems
    }

    fn lay(&mut self, key: &'static str, raw: Raw, origin: Origin) {
        self.0.insert(key, Given { raw, origin });
    }
}
