//! Reads a file of settings: turns its TOML into settings and values, and refuses unknown keys.

use std::collections::BTreeMap;

use toml::{Table, Value};

use super::{
    catalog::{self, Setting},
    layers::Raw,
    problem::Problem,
};

/// The settings in `text`, and the errors in the rest. `name` is the file's name for messages.
pub(super) fn read(name: &str, text: &str) -> (BTreeMap<&'static str, Raw>, Vec<Problem>) {
    let mut found = BTreeMap::new();
    let mut problems = Vec::new();
    match text.parse::<Table>() {
        Ok(table) => walk(name, "", table, &mut found, &mut problems),
        Err(error) => problems.push(not_toml(name, text, &error)),
    }
    (found, problems)
}

fn walk(name: &str, section: &str, table: Table, found: &mut BTreeMap<&'static str, Raw>, problems: &mut Vec<Problem>) {
    for (key, value) in table {
        let path = if section.is_empty() { key } else { format!("{section}.{key}") };
        match (catalog::find(&path), value) {
            (Some(setting), value) => match raw(value) {
                Some(raw) => drop(found.insert(setting.key, raw)),
                None => problems.push(not_a_value(name, setting)),
            },
            (None, Value::Table(inner)) if section.is_empty() && catalog::is_section(&path) => {
                walk(name, &path, inner, found, problems);
            }
            (None, _) => problems.push(unknown(name, &path)),
        }
    }
}

/// A value as text, so that one parser for each setting serves files, variables and flags.
fn raw(value: Value) -> Option<Raw> {
    match value {
        Value::Array(values) => values.into_iter().map(scalar).collect::<Option<_>>().map(Raw::Many),
        value => scalar(value).map(Raw::One),
    }
}

fn scalar(value: Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text),
        Value::Integer(number) => Some(number.to_string()),
        Value::Float(number) => Some(number.to_string()),
        Value::Boolean(yes) => Some(yes.to_string()),
        Value::Datetime(moment) => Some(moment.to_string()),
        Value::Array(_) | Value::Table(_) => None,
    }
}

fn unknown(name: &str, path: &str) -> Problem {
    if catalog::is_section(path) {
        return Problem::new(format!(
            "In {name}, {path} is no setting but a section: write [{path}] and its settings below."
        ));
    }
    let help = match catalog::nearest(path) {
        Some(key) => format!("Did you mean {key}?"),
        None => "config/default.toml in the sources lists all settings, and settings.toml of each platform its own."
            .to_owned(),
    };
    Problem::new(format!("In {name}, {path} is no setting. {help}"))
}

fn not_a_value(name: &str, setting: &Setting) -> Problem {
    Problem::new(format!("In {name}, {} must be a plain value, not a table.", setting.key))
}

/// Only the parser's message and the line's number: the line itself may contain a secret.
fn not_toml(name: &str, text: &str, error: &toml::de::Error) -> Problem {
    let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
    let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
    Problem::new(format!("{name} is not valid TOML; line {line}: {}.", error.message().trim_end_matches('.')))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems(text: &str) -> String {
        let (_, problems) = read("my.toml", text);
        problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn a_setting_may_be_of_any_plain_type() {
        let (found, problems) =
            read("my.toml", "data_dir = \"x\"\n[worker]\nconcurrency = 8\n[server]\nallowed_hosts = [\"a\", \"b\"]");
        assert_eq!(problems, []);
        assert_eq!(found["data_dir"], Raw::One("x".to_owned()));
        assert_eq!(found["worker.concurrency"], Raw::One("8".to_owned()));
        assert_eq!(found["server.allowed_hosts"], Raw::Many(vec!["a".to_owned(), "b".to_owned()]));
    }

    #[test]
    fn what_is_no_setting_is_refused_with_the_nearest_one() {
        assert_eq!(
            problems("[worker]\nconcurency = 8"),
            "In my.toml, worker.concurency is no setting. Did you mean worker.concurrency?"
        );
        assert_eq!(problems("listen = \"x\""), "In my.toml, listen is no setting. Did you mean server.listen?");
        assert!(problems("[redis]\nfoo = 1").contains("redis is no setting. config/default.toml in the sources"));
        assert!(problems("worker = 4").contains("write [worker]"));
        assert!(problems("[data_dir]\nx = 1").contains("data_dir must be a plain value"));
    }

    #[test]
    fn broken_toml_is_located_without_repeating_it() {
        let text = "[meta]\naccess_token = \"EAAB-very-secret\nad_account_id = 1";
        let problems = problems(text);
        assert!(problems.starts_with("my.toml is not valid TOML; line 2: "), "{problems}");
        assert!(!problems.contains("very-secret"), "{problems}");
    }
}
