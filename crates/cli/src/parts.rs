//! Settings to parts: the database, the platforms, the engine.

use std::{net::SocketAddr, sync::Arc};

use app::{App, Engine, Parts, Rng};
use connectors::{PlatformSettings, Registry, http::HttpClient};
use domain::{Secret, deployment::RetryPolicy};
use store::Store;
use tracing::info;
use worker::{EventBell, Hints, Queue};

use crate::{
    brokers::{self, Brokers, Role},
    config::{Platform, Settings},
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
    let platforms = settings.platforms().iter().map(|platform| connector(platform, sandbox));
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

/// The settings of a platform's connector; those of the sandbox where the platform is not configured.
fn connector(platform: &Platform, sandbox: Option<SocketAddr>) -> Box<dyn PlatformSettings> {
    let mut settings = platform.settings().boxed();
    if let Some(address) = sandbox
        && !platform.is_configured()
    {
        let common = settings.common_mut();
        common.base_url = format!("http://{address}");
        // Any token works there; a missing one would be refused, as on the platforms.
        common.access_token = Some(Secret::new("sandbox-token"));
        common.default_account.get_or_insert_with(|| platform.descriptor().account.in_sandbox.to_owned());
        common.sandbox = true;
    }
    settings
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
