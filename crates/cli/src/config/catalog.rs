//! The list of settings: their names in a file and in the environment, and the part of a value that may be shown. A
//! test compares this list with the defaults. A platform's descriptor names its settings.

use std::sync::LazyLock;

use connectors::{PLATFORMS, descriptor::Kind};

/// The part of a wrong value that a message may repeat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shown {
    /// All of it.
    Whole,
    /// Everything except a possible password.
    AsUrl,
    /// Nothing.
    Never,
}

/// A setting.
#[derive(Debug, Clone, Copy)]
pub(super) struct Setting {
    /// Section and name in a file: `server.listen`.
    pub(super) key: &'static str,
    /// Name in the environment.
    pub(super) variable: &'static str,
    /// The part of a value that messages may repeat.
    pub(super) shown: Shown,
}

/// Every setting, in the order of the defaults: ours, then those of each platform.
pub(super) static SETTINGS: LazyLock<Vec<Setting>> = LazyLock::new(|| {
    OURS.iter().copied().chain(PLATFORMS.iter().flat_map(|of| of.settings).map(of_platform)).collect()
});

/// The settings of `config/default.toml`, in its order.
const OURS: &[Setting] = &[
    plain("data_dir", "DATA_DIR"),
    plain("server.listen", "LISTEN"),
    plain("server.allowed_hosts", "SERVER_ALLOWED_HOSTS"),
    plain("server.body_limit", "SERVER_BODY_LIMIT"),
    plain("server.request_timeout_s", "SERVER_REQUEST_TIMEOUT_S"),
    plain("server.max_connections", "SERVER_MAX_CONNECTIONS"),
    plain("server.max_connections_per_client", "SERVER_MAX_CONNECTIONS_PER_CLIENT"),
    plain("server.header_timeout_s", "SERVER_HEADER_TIMEOUT_S"),
    plain("server.idle_timeout_s", "SERVER_IDLE_TIMEOUT_S"),
    plain("server.shutdown_timeout_s", "SERVER_SHUTDOWN_TIMEOUT_S"),
    url("database.url", "DATABASE_URL"),
    plain("database.max_connections", "DATABASE_MAX_CONNECTIONS"),
    url("broker.url", "BROKER_URL"),
    plain("log.format", "LOG_FORMAT"),
    plain("log.level", "LOG_LEVEL"),
    plain("worker.concurrency", "WORKER_CONCURRENCY"),
    plain("worker.per_account", "WORKER_PER_ACCOUNT"),
    plain("worker.prefetch", "WORKER_PREFETCH"),
    plain("worker.max_retries", "WORKER_MAX_RETRIES"),
    plain("worker.retry_delay_s", "WORKER_RETRY_DELAY_S"),
    plain("worker.hard_time_limit_s", "WORKER_HARD_TIME_LIMIT_S"),
    plain("worker.soft_time_limit_s", "WORKER_SOFT_TIME_LIMIT_S"),
    plain("worker.http_timeout_s", "WORKER_HTTP_TIMEOUT_S"),
    plain("worker.lease_s", "WORKER_LEASE_S"),
    plain("worker.read_back", "WORKER_READ_BACK"),
    plain("worker.longest_wait_s", "WORKER_LONGEST_WAIT_S"),
    plain("sandbox.listen", "SANDBOX_LISTEN"),
    plain("platforms.allow_plain_http", "PLATFORMS_ALLOW_PLAIN_HTTP"),
];

/// The setting with a key.
pub(super) fn find(key: &str) -> Option<&'static Setting> {
    SETTINGS.iter().find(|setting| setting.key == key)
}

/// Returns true if a file may have such a section.
pub(super) fn is_section(name: &str) -> bool {
    SETTINGS.iter().any(|setting| setting.key.split_once('.').is_some_and(|(section, _)| section == name))
}

/// The most likely key for a misspelt one.
pub(super) fn nearest(key: &str) -> Option<&'static str> {
    // Below this, a suggestion confuses more than it helps.
    const LIKELY: f64 = 0.6;
    let name = key.rsplit('.').next().unwrap_or(key);
    let likeness = |known: &'static str| {
        let whole = strsim::normalized_damerau_levenshtein(key, known);
        let known_name = known.rsplit('.').next().unwrap_or(known);
        // A setting in the wrong section is a more likely mistake than another name in that section.
        if name == known_name { whole.max(0.9) } else { whole }
    };
    // In reverse, because `max_by` takes the last of equals: the server's setting is more likely than the sandbox's.
    SETTINGS
        .iter()
        .rev()
        .map(|setting| (likeness(setting.key), setting.key))
        .filter(|(likeness, _)| *likeness >= LIKELY)
        .max_by(|(one, _), (other, _)| one.total_cmp(other))
        .map(|(_, key)| key)
}

const fn plain(key: &'static str, variable: &'static str) -> Setting {
    Setting { key, variable, shown: Shown::Whole }
}

const fn url(key: &'static str, variable: &'static str) -> Setting {
    Setting { key, variable, shown: Shown::AsUrl }
}

fn of_platform(setting: &'static connectors::descriptor::Setting) -> Setting {
    let shown = match setting.kind {
        Kind::ApiBase => Shown::AsUrl,
        Kind::Token | Kind::Secret => Shown::Never,
        Kind::ApiVersion | Kind::Account | Kind::Choice(_) | Kind::Words | Kind::Flag => Shown::Whole,
    };
    Setting { key: setting.key, variable: setting.variable, shown }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_misspelt_or_misplaced_setting_is_recognized() {
        assert_eq!(nearest("worker.concurency"), Some("worker.concurrency"));
        assert_eq!(nearest("wroker.concurrency"), Some("worker.concurrency"));
        assert_eq!(nearest("request_timeout_s"), Some("server.request_timeout_s"));
        assert_eq!(nearest("server.colour"), None);
    }

    #[test]
    fn no_two_settings_share_a_name() {
        for (n, setting) in SETTINGS.iter().enumerate() {
            for other in &SETTINGS[n + 1..] {
                assert!(setting.key != other.key && setting.variable != other.variable, "{setting:?} and {other:?}");
            }
        }
    }
}
