//! Settings to parts: the database, the platforms, the engine.

use std::{net::SocketAddr, sync::Arc};

use app::{App, Engine, Parts, Rng};
use connectors::{ConnectorSettings, Registry, http::HttpClient};
use domain::{PlatformId, Secret, deployment::RetryPolicy};
use store::Store;
use tracing::info;
use worker::{EventBell, Hints, Queue};

use crate::{
    brokers::{self, Brokers, Role},
    config::Settings,
    lock::Presence,
    system::{SystemClock, SystemRng},
};

type Error = Box<dyn std::error::Error + Send + Sync>;

/// Registers as a user of the database that drives deployments, and takes over the claims of dead processes at once. On
/// PostgreSQL, and if other processes use a SQLite file, leases expire by themselves. Keep the result while the process
/// works.
pub(crate) async fn take_over(settings: &Settings, app: &App) -> Result<Option<Presence>, Error> {
    let Some(path) = settings.database.url.sqlite_path() else { return Ok(None) };
    let mut presence = Presence::come(&path)?;
    if presence.is_alone() {
        let released = app.release_all_leases().await?;
        if released > 0 {
            info!(released, "{released} deployments were in flight when the last process ended; they continue now");
        }
        presence.share()?;
    }
    Ok(Some(presence))
}

/// A process's application and the parts that its worker needs.
pub(crate) struct Assembled {
    pub(crate) app: App,
    pub(crate) hints: Arc<dyn Hints>,
    pub(crate) queue: Arc<Queue>,
    /// Rings as long as it exists.
    _bell: Option<EventBell>,
}

/// Puts the application together. `sandbox` is the sandbox's address, for platforms that are not configured.
pub(crate) fn application(
    settings: &Settings,
    role: Role,
    store: Store,
    sandbox: Option<SocketAddr>,
) -> Result<Assembled, Error> {
    let http = HttpClient::new(settings.worker.http_timeout)?;
    let platforms = PlatformId::ALL.map(|platform| (platform, connector(settings, platform, sandbox)));
    let rng: Arc<dyn Rng> = Arc::new(SystemRng);
    let Brokers { broker, hints, queue } = brokers::brokers(settings, role, &rng)?;
    let bell = brokers::event_bell(settings, role, store.append_signal(), &rng)?;
    let app = App::new(Parts {
        store,
        connectors: Registry::new(platforms, &http),
        broker,
        clock: Arc::new(SystemClock::default()),
        rng,
        engine: engine(settings),
        failpoints: crate::failpoint::failpoints()?,
    });
    Ok(Assembled { app, hints, queue, _bell: bell })
}

fn connector(settings: &Settings, platform: PlatformId, sandbox: Option<SocketAddr>) -> ConnectorSettings {
    let platform_settings = settings.platform(platform);
    let live = ConnectorSettings {
        base_url: platform_settings.base().to_owned(),
        api_version: platform_settings.api_version.clone(),
        access_token: platform_settings.access_token.clone(),
        default_account: platform_settings.account.clone(),
        sandbox: false,
        options: platform_settings.options.clone(),
    };
    match sandbox {
        Some(address) if !platform_settings.is_configured() => {
            ConnectorSettings {
                base_url: format!("http://{address}"),
                // Any token works there; a missing one would be refused, as on the platforms.
                access_token: Some(Secret::new("sandbox-token")),
                default_account: Some(live.default_account.unwrap_or_else(|| sandbox_account(platform).to_owned())),
                sandbox: true,
                ..live
            }
        }
        _ => live,
    }
}

/// The sandbox's account of a ticket that names none.
fn sandbox_account(platform: PlatformId) -> &'static str {
    match platform {
        PlatformId::Meta => "1234567890",
        PlatformId::Tiktok => "7000000000000000001",
    }
}

fn engine(settings: &Settings) -> Engine {
    let worker = &settings.worker;
    let usual = RetryPolicy::default();
    Engine {
        retry: RetryPolicy {
            max_retries: worker.max_retries,
            unauthorized_base: worker.retry_delay,
            longest_wait: worker.longest_wait,
            unheard_horizon: worker.lease,
            ..usual
        },
        lease: worker.lease,
        http_timeout: worker.http_timeout,
        soft_time_limit: worker.soft_time_limit,
        hard_time_limit: worker.hard_time_limit,
        read_back: worker.read_back,
    }
}
