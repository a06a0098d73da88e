use std::{collections::BTreeSet, path::Path, time::Duration};

use connectors::PLATFORMS;
use domain::PlatformId;

use super::{catalog::SETTINGS, connection_url::Engine, layers::DEFAULTS, sources::ConfigFile, *};

#[derive(Default)]
struct Given(Sources);

impl Given {
    fn variable(mut self, name: &str, value: &str) -> Self {
        self.0.environment.insert(name.to_owned(), value.to_owned());
        self
    }

    fn file(mut self, text: &str) -> Self {
        self.0.file = Some(ConfigFile { path: "omnitraffick.toml".into(), text: text.to_owned() });
        self
    }

    fn flag(mut self, key: &'static str, name: &'static str, value: &str) -> Self {
        self.0.flags.push(Flag { key, name, value: value.to_owned() });
        self
    }

    fn load(&self) -> Settings {
        Settings::load(&self.0).unwrap()
    }

    fn error(&self) -> String {
        Settings::load(&self.0).unwrap_err().to_string()
    }
}

fn platform(settings: &Settings, id: PlatformId) -> &Platform {
    settings.platforms().iter().find(|platform| platform.descriptor().id == id).unwrap()
}

/// The typed settings of a platform, as they print.
fn own(settings: &Settings, id: PlatformId) -> String {
    format!("{:?}", platform(settings, id).settings())
}

#[test]
fn without_anything_there_is_a_default_for_everything() {
    let settings = Given::default().load();
    assert_eq!(settings.server.listen.to_string(), "127.0.0.1:8000");
    assert_eq!(settings.sandbox_listen.to_string(), "127.0.0.1:9000");
    assert_eq!(settings.database.url.sqlite_path().as_deref(), Some(Path::new("./data/omnitraffick.db")));
    assert_eq!(settings.broker, Broker::InProcess);
    assert_eq!((settings.worker.concurrency, settings.worker.prefetch, settings.worker.max_retries), (64, 1, 5));
    assert_eq!(
        (settings.worker.http_timeout, settings.worker.lease),
        (Duration::from_secs(30), Duration::from_secs(45))
    );
    for platform in settings.platforms() {
        let written_for = platform.descriptor().api_version;
        assert_eq!((platform.settings().common().api_version.as_str(), platform.is_configured()), (written_for, false));
    }
    assert!(own(&settings, PlatformId::Tiktok).contains("campaign_flow: Manual"));
}

#[test]
fn flags_win_over_the_environment_over_the_file_over_the_defaults() {
    let given = Given::default().file("[server]\nlisten = \"127.0.0.1:1\"\nbody_limit = 4096");
    assert_eq!(given.load().server.listen.port(), 1);
    let given = given.variable("LISTEN", "127.0.0.1:2");
    assert_eq!(given.load().server.listen.port(), 2);
    let given = given.flag("server.listen", "--listen", "127.0.0.1:3");
    assert_eq!((given.load().server.listen.port(), given.load().server.body_limit), (3, 4096));
}

#[test]
fn an_empty_variable_is_unset() {
    let settings = Given::default().variable("META_ACCESS_TOKEN", "").variable("BROKER_URL", " ").load();
    assert_eq!(platform(&settings, PlatformId::Meta).settings().common().access_token, None);
    assert_eq!(settings.broker, Broker::InProcess);
}

#[test]
fn a_wrong_value_names_its_setting_its_origin_itself_and_what_is_allowed() {
    let wanted = "The configuration is wrong: worker.concurrency is \"many\" (from the environment, WORKER_CONCURRENCY). \
                  It must be a whole number from 1 to 256.";
    assert_eq!(Given::default().variable("WORKER_CONCURRENCY", "many").error(), wanted);
    let flag = Given::default().flag("server.listen", "--listen", "8000").error();
    assert!(
        flag.contains("server.listen is \"8000\" (from the flag --listen). It must be an address and a port"),
        "{flag}"
    );
    let file = Given::default().file("[log]\nformat = [\"json\"]").error();
    assert!(
        file.contains("log.format is \"json\" (from omnitraffick.toml). It must be one value, not a list"),
        "{file}"
    );
}

#[test]
fn all_that_is_wrong_is_said_at_once() {
    let error = Given::default()
        .file("[worker]\nmax_retries = -1\nconcurency = 8")
        .variable("DATABASE_URL", "mysql://me:s3cret@db/ads")
        .variable("LOG_LEVEL", "inof")
        .variable("DATA_DIR", "\u{FFFD}")
        .error();
    assert!(error.starts_with("The configuration is wrong in 5 places:\n  - "), "{error}");
    for word in [
        "worker.max_retries is \"-1\"",
        "Did you mean worker.concurrency?",
        "mysql://me:***@db",
        "log.level",
        "data_dir",
    ] {
        assert!(error.contains(word), "{word} is missing: {error}");
    }
}

#[test]
fn a_secret_is_in_no_message_and_no_debug_output() {
    let error = Given::default().variable("META_ACCESS_TOKEN", "EAAB very secret").error();
    assert!(error.contains("meta.access_token (from the environment, META_ACCESS_TOKEN)"), "{error}");
    assert!(!error.contains("very"), "{error}");
    let error = Given::default().variable("DATABASE_URL", "postgres://me:s3/cret@db/ads").error();
    assert!(error.contains("database.url") && !error.contains("cret@"), "{error}");

    let settings = Given::default()
        .variable("TIKTOK_ACCESS_TOKEN", "t0p-s3cret")
        .variable("DATABASE_URL", "postgres://me:s3cret@db/ads")
        .variable("BROKER_URL", "redis://:s3cret@queue/0")
        .load();
    assert!(!format!("{settings:#?}").contains("s3cret"), "{settings:#?}");
}

#[test]
fn a_claim_outlasts_a_request_and_the_hard_limit_the_soft_one() {
    let lease = Given::default().variable("WORKER_HTTP_TIMEOUT_S", "40").error();
    assert!(
        lease.contains("worker.lease_s is \"45\" (its default). It must be more than worker.http_timeout_s"),
        "{lease}"
    );
    assert!(lease.contains("at least 46"), "{lease}");
    let fits = Given::default().variable("WORKER_HTTP_TIMEOUT_S", "40").variable("WORKER_LEASE_S", "46");
    assert_eq!(fits.load().worker.lease, Duration::from_secs(46));
    let limits = Given::default().variable("WORKER_HARD_TIME_LIMIT_S", "20").error();
    assert!(limits.starts_with("The configuration is wrong in 2 places:"), "{limits}");
}

#[test]
fn the_broker_is_the_database_where_that_is_postgres() {
    let postgres = Given::default().variable("DATABASE_URL", "postgresql://bench@127.0.0.1:5432/ads");
    let settings = postgres.load();
    assert_eq!(settings.broker, Broker::Postgres(settings.database.url.clone()));
    assert_eq!(settings.database.url.engine(), Engine::Postgres);
    let redis = postgres.variable("BROKER_URL", "redis://127.0.0.1/0").load();
    assert!(matches!(redis.broker, Broker::Redis(_)));
    let tls = Given::default().variable("BROKER_URL", "rediss://127.0.0.1:6380/0").load();
    assert!(matches!(tls.broker, Broker::Redis(url) if url.reveal().starts_with("rediss://")));
    assert!(Given::default().variable("BROKER_URL", "sqlite://x").error().contains("redis://user:password@host:port"));
}

#[test]
fn a_platform_with_an_address_or_a_token_is_called_for_real() {
    let settings = Given::default()
        .variable("META_API_BASE", "http://127.0.0.1:18703/")
        .variable("META_API_VERSION", "v18.0")
        .variable("TIKTOK_ACCESS_TOKEN", "token")
        .load();
    let (meta, tiktok) = (platform(&settings, PlatformId::Meta), platform(&settings, PlatformId::Tiktok));
    assert_eq!(
        (meta.is_configured(), meta.base(), meta.settings().common().api_version.as_str()),
        (true, "http://127.0.0.1:18703", "v18.0")
    );
    assert_eq!((tiktok.is_configured(), tiktok.base()), (true, "https://business-api.tiktok.com"));
}

#[test]
fn a_token_does_not_cross_a_network_in_the_clear() {
    let elsewhere = || Given::default().variable("META_API_BASE", "http://10.0.0.5:8080");
    let error = elsewhere().error();
    assert!(
        error.contains("meta.api_base is \"http://10.0.0.5:8080") && error.contains("platforms.allow_plain_http"),
        "{error}"
    );
    assert!(elsewhere().variable("PLATFORMS_ALLOW_PLAIN_HTTP", "false").error().contains("https"));
    let allowed = elsewhere().variable("PLATFORMS_ALLOW_PLAIN_HTTP", "true").load();
    assert_eq!(platform(&allowed, PlatformId::Meta).base(), "http://10.0.0.5:8080");
    assert!(Given::default().variable("PLATFORMS_ALLOW_PLAIN_HTTP", "yes").error().contains("true or false"));
    Given::default().variable("TIKTOK_API_BASE", "http://[::1]:9000").load();
}

#[test]
fn a_list_is_an_array_or_separated_by_commas() {
    let file = Given::default().file("[server]\nallowed_hosts = [\"a.example\", \"b.example\"]").load();
    let variable = Given::default().variable("SERVER_ALLOWED_HOSTS", "a.example, b.example").load();
    assert_eq!(file.server.allowed_hosts, variable.server.allowed_hosts);
    let flow = Given::default().variable("TIKTOK_MANUAL_FLOW_ENDS", "traffic,REACH").load();
    assert!(own(&flow, PlatformId::Tiktok).contains("manual_flow_ends: [\"TRAFFIC\", \"REACH\"]"));
    let defaults = Given::default().variable("META_DSA_DEFAULTS", "true").load();
    assert!(own(&defaults, PlatformId::Meta).contains("dsa_defaults: true"));
}

#[test]
fn every_setting_is_read() {
    let (layers, problems) = Layers::merge(&Sources::default());
    assert_eq!(problems, []);
    let mut reader = Reader::new(&layers);
    Settings::read(&mut reader).unwrap();
    let known: BTreeSet<_> = SETTINGS.iter().map(|setting| setting.key).collect();
    assert_eq!(reader.asked(), &known);
}

/// `config/default.toml` and the platforms' `settings.toml` contain each setting of the catalog, commented out if it has no
/// default, right below a sentence that ends with its name in the environment; and nothing else.
#[test]
fn the_defaults_document_every_setting() {
    let mut section = String::new();
    let mut comment = String::new();
    let mut documented = Vec::new();
    for line in std::iter::once(DEFAULTS).chain(PLATFORMS.map(|platform| platform.defaults)).flat_map(str::lines) {
        if let Some(name) = line.strip_prefix('[') {
            section = format!("{}.", name.trim_end_matches(']'));
        } else if line.is_empty() {
            comment.clear();
        } else if let Some((name, _)) = line.trim_start_matches("# ").split_once(" = ") {
            let key = format!("{section}{name}");
            let setting = catalog::find(&key).unwrap_or_else(|| panic!("{key} is in default.toml but no setting"));
            assert!(
                comment.contains(&format!(". [{}]", setting.variable)),
                "{key}: a sentence and [{}]: {comment}",
                setting.variable
            );
            documented.push(setting.key);
            comment.clear();
        } else {
            comment.push_str(line);
        }
    }
    assert_eq!(documented, SETTINGS.iter().map(|setting| setting.key).collect::<Vec<_>>());
}
