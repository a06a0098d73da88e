//! `[log]`: the log's content and format.

use tracing::level_filters::LevelFilter;
use tracing_subscriber::filter::Targets;

use super::{
    parse,
    reader::{Parsed, Read, Reader},
};

/// Our own crates; the others log warnings and errors only.
const OURS: [&str; 8] = ["api", "app", "connectors", "domain", "omnitraffick", "sandbox", "store", "worker"];

/// The format of a log line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    /// For people.
    Pretty,
    /// For machines: one object per line.
    Json,
}

/// The log.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Log {
    /// The format of a line.
    pub(crate) format: Format,
    /// The targets and levels that are logged.
    pub(crate) filter: Targets,
}

impl Log {
    pub(super) fn read(reader: &mut Reader<'_>) -> Read<Self> {
        let format =
            reader.required("log.format", parse::one_of(&[("pretty", Format::Pretty), ("json", Format::Json)]));
        let filter = reader.required("log.level", filter);
        Ok(Self { format: format?, filter: filter? })
    }
}

fn filter(text: &str) -> Parsed<Targets> {
    // A single word sets the level of our own crates: `debug` does not mean every packet of every library.
    if let Some(ours) = level(text) {
        let others = ours.min(LevelFilter::WARN);
        return Ok(Targets::new().with_default(others).with_targets(OURS.map(|name| (name, ours))));
    }
    let wrong = || "error, warn, info, debug, trace or off, or a list such as warn,app=debug,sqlx=info".to_owned();
    text.split(',').try_fold(Targets::new(), |targets, directive| {
        let directive = directive.trim();
        match directive.split_once('=') {
            Some((target, word)) if !target.is_empty() => {
                Ok(targets.with_target(target, level(word).ok_or_else(wrong)?))
            }
            // Strictly a level: a misspelt one would otherwise count as the name of a crate.
            _ => Ok(targets.with_default(level(directive).ok_or_else(wrong)?)),
        }
    })
}

fn level(word: &str) -> Option<LevelFilter> {
    // Its own parser also accepts numbers and the empty string.
    let known = ["off", "error", "warn", "info", "debug", "trace"];
    known.contains(&word.to_ascii_lowercase().as_str()).then(|| word.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use tracing::Level;

    use super::*;

    #[test]
    fn one_word_is_about_us() {
        let debug = filter("debug").unwrap();
        assert!(debug.would_enable("worker::sweeper", &Level::DEBUG));
        assert!(!debug.would_enable("sqlx::query", &Level::INFO) && debug.would_enable("sqlx::query", &Level::WARN));
        let error = filter("error").unwrap();
        assert!(!error.would_enable("sqlx::query", &Level::WARN) && !error.would_enable("api", &Level::WARN));
    }

    #[test]
    fn a_list_is_taken_as_it_stands() {
        let list = filter("error, app=trace,sqlx::query=info").unwrap();
        assert!(list.would_enable("app::tickets", &Level::TRACE) && list.would_enable("sqlx::query", &Level::INFO));
        assert!(!list.would_enable("api", &Level::WARN));
        for wrong in ["inof", "app", "app=inof", "=info", "", "3", "info,"] {
            assert!(filter(wrong).is_err(), "{wrong:?}");
        }
    }
}
