//! The URL of a database or a broker. It may contain a password, which is never printed.

use std::{
    fmt,
    path::{Path, PathBuf},
};

use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};
use url::Url;

/// The replacement for a password, and for a query, which may contain one too.
const HIDDEN: &str = "***";

/// The characters that a path in a SQLite URL must escape.
const IN_PATH: &AsciiSet = &CONTROLS.add(b'%').add(b'?').add(b'#');

/// The kind of service behind a URL.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Engine {
    /// A file, or memory.
    Sqlite,
    /// PostgreSQL.
    Postgres,
    /// Redis.
    Redis,
}

/// The URL of a database or a broker. Its `Debug` and `Display` print no password.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct ConnectionUrl {
    text: String,
    engine: Engine,
}

impl ConnectionUrl {
    /// Reads a URL; none if its service is unknown.
    pub(super) fn parse(text: &str) -> Option<Self> {
        if let Some(file) = text.strip_prefix("sqlite:") {
            return Self::sqlite(file);
        }
        let url = Url::parse(text).ok()?;
        let engine = match url.scheme() {
            "postgres" | "postgresql" => Engine::Postgres,
            "redis" | "rediss" => Engine::Redis,
            _ => return None,
        };
        let names_database = url.path().len() > 1;
        // An "@" after the host means a password whose "/" or "#" was not percent-encoded.
        let misread = behind_the_host(&url).contains('@');
        let fits =
            !misread && (engine == Engine::Redis && url.has_host() || engine == Engine::Postgres && names_database);
        fits.then(|| Self { text: text.to_owned(), engine })
    }

    /// The URL of a file.
    pub(super) fn sqlite_file(path: &Path) -> Option<Self> {
        let path = utf8_percent_encode(path.to_str()?, IN_PATH);
        Some(Self { text: format!("sqlite://{path}"), engine: Engine::Sqlite })
    }

    /// The service behind it.
    pub(crate) fn engine(&self) -> Engine {
        self.engine
    }

    /// The URL with its password; only for the place that connects.
    pub(crate) fn reveal(&self) -> &str {
        &self.text
    }

    /// The file of a SQLite database; none for one in memory, or of another kind.
    pub(crate) fn sqlite_path(&self) -> Option<PathBuf> {
        let rest = self.text.strip_prefix("sqlite:")?;
        let path = rest.strip_prefix("//").unwrap_or(rest).split('?').next()?;
        if path == ":memory:" {
            return None;
        }
        percent_decode_str(path).decode_utf8().ok().map(|path| PathBuf::from(path.as_ref()))
    }

    fn sqlite(file: &str) -> Option<Self> {
        // Four slashes are SQLAlchemy's way to write an absolute path.
        let file = if file.starts_with("////") { &file[1..] } else { file };
        let name = file.strip_prefix("//").unwrap_or(file).split('?').next()?;
        let is_file = !name.is_empty() && !name.ends_with('/') && !name.contains('\u{FFFD}');
        is_file.then(|| Self { text: format!("sqlite:{file}"), engine: Engine::Sqlite })
    }
}

impl fmt::Display for ConnectionUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(redact(&self.text).as_deref().unwrap_or(HIDDEN))
    }
}

impl fmt::Debug for ConnectionUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

/// Returns `text` without a possible password; none if the password cannot be recognised.
pub(super) fn redact(text: &str) -> Option<String> {
    if !text.contains(['@', '?', ':']) || text.starts_with("sqlite:") {
        return Some(text.to_owned());
    }
    let mut url = Url::parse(text).ok()?;
    // Without an authority everything after the scheme is "path": `user:password@host`, where the scheme is missing.
    if !url.has_host() && url.path().contains(['@', ':']) || behind_the_host(&url).contains('@') {
        return None;
    }
    if url.password().is_some() {
        url.set_password(Some(HIDDEN)).ok()?;
    }
    if url.query().is_some() {
        url.set_query(Some(HIDDEN));
    }
    Some(url.to_string())
}

fn behind_the_host(url: &Url) -> String {
    format!("{}{}{}", url.path(), url.query().unwrap_or_default(), url.fragment().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_never_prints() {
        let url = ConnectionUrl::parse("postgres://me:s3cret@db:5432/ads?sslpassword=s3cret").unwrap();
        assert_eq!(format!("{url} {url:?}"), "postgres://me:***@db:5432/ads?*** postgres://me:***@db:5432/ads?***");
        assert!(url.reveal().contains("s3cret"));
        let redis = ConnectionUrl::parse("redis://:s3cret@127.0.0.1/0").unwrap();
        assert_eq!((redis.to_string().as_str(), redis.engine()), ("redis://:***@127.0.0.1/0", Engine::Redis));
        let tls = ConnectionUrl::parse("rediss://me:s3cret@redis.example.com:6380/1").unwrap();
        assert_eq!(tls.engine(), Engine::Redis);
        assert_eq!(format!("{tls} {tls:?}").matches("rediss://me:***@redis.example.com:6380/1").count(), 2);
        assert!(tls.reveal().starts_with("rediss://") && tls.reveal().contains("s3cret"));
    }

    #[test]
    fn a_wrong_url_is_shown_only_where_it_surely_holds_no_password() {
        assert_eq!(redact("mysql://me:s3cret@db/ads").as_deref(), Some("mysql://me:***@db/ads"));
        assert_eq!(redact("nonsense").as_deref(), Some("nonsense"));
        for text in [
            "me:s3cret@db/ads",
            "postgres://me:s3/cret@db/ads",
            "postgres://me:3#cret@db/ads",
            "postgres://me:3/cret@db/ads",
        ] {
            assert_eq!(redact(text), None, "{text}");
            assert_eq!(ConnectionUrl::parse(text), None, "{text}");
        }
    }

    #[test]
    fn sqlite_takes_relative_and_absolute_paths_and_memory() {
        let path = |text: &str| ConnectionUrl::parse(text).unwrap().sqlite_path();
        assert_eq!(path("sqlite://data/x.db"), Some(PathBuf::from("data/x.db")));
        assert_eq!(path("sqlite:///srv/x.db"), Some(PathBuf::from("/srv/x.db")));
        assert_eq!(path("sqlite:////srv/x.db"), Some(PathBuf::from("/srv/x.db")));
        assert_eq!(path("sqlite:x.db?mode=ro"), Some(PathBuf::from("x.db")));
        assert_eq!(path("sqlite::memory:"), None);
        assert_eq!(ConnectionUrl::parse("sqlite://"), None);
        assert_eq!(ConnectionUrl::parse("sqlite:///srv/"), None);
    }

    #[test]
    fn any_path_survives_the_way_into_a_url() {
        let path = Path::new("/srv/50% off?/é #1.db");
        assert_eq!(ConnectionUrl::sqlite_file(path).unwrap().sqlite_path().as_deref(), Some(path));
    }

    #[test]
    fn postgres_names_its_database() {
        assert_eq!(ConnectionUrl::parse("postgresql://bench@127.0.0.1:5432/x").unwrap().engine(), Engine::Postgres);
        assert!(ConnectionUrl::parse("postgres:///ads?host=/run/postgresql").is_some());
        assert_eq!(ConnectionUrl::parse("postgres://me@db"), None);
        assert_eq!(ConnectionUrl::parse("mysql://me@db/x"), None);
    }

    #[test]
    fn redis_names_its_host_with_tls_or_without() {
        for url in ["redis://127.0.0.1", "redis://127.0.0.1:6379/0", "rediss://127.0.0.1:6380"] {
            assert_eq!(ConnectionUrl::parse(url).unwrap().engine(), Engine::Redis, "{url}");
        }
        for url in ["redis:", "rediss:///0", "redisss://127.0.0.1"] {
            assert_eq!(ConnectionUrl::parse(url), None, "{url}");
        }
    }
}
