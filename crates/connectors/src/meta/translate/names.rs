//! Names: the ticket's for the campaign, and below it ones that no other object of the ticket has.

use std::collections::BTreeMap;

use domain::Violation;

use crate::schema::Node;

/// The longest name of an ad set, in characters. Meta Marketing API, ad-account/adsets.
const LONGEST: usize = 400;

/// Hands out names and notes which were given out twice.
#[derive(Default)]
pub(super) struct Names {
    /// Each name, and where it came from.
    given: BTreeMap<String, String>,
    violations: Vec<Violation>,
}

impl Names {
    /// `<parent>_<token>`: the token is what letters and digits the configured name has, or `otherwise`.
    pub(super) fn below(&mut self, parent: &str, configured: &Node<'_>, otherwise: &str) -> String {
        let token: String = configured.text().unwrap_or_default().chars().filter(char::is_ascii_alphanumeric).collect();
        let name = format!("{parent}_{}", if token.is_empty() { otherwise } else { &token });
        let length = name.chars().count();
        if length > LONGEST {
            self.violations.push(
                configured
                    .violation(format!("The name {name} has {length} characters; Meta takes {LONGEST}."))
                    .suggest("Use a shorter name."),
            );
        }
        if let Some(other) = self.given.insert(name.clone(), configured.pointer().to_owned()) {
            self.violations.push(
                configured
                    .violation(format!(
                        "The name {name} is also that of {other}; names tell our objects apart on Meta."
                    ))
                    .suggest("Use another name; only its letters and digits count."),
            );
        }
        name
    }

    /// What was wrong with names.
    pub(super) fn violations(self) -> Vec<Violation> {
        self.violations
    }
}
