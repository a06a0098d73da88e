//! Everything that runs until it is asked to stop: the server, the worker, the sandbox.

use std::{future::Future, time::Duration};

use app::{App, LiveFeed};
use tokio::{net::TcpListener, sync::watch};
use worker::{Identity, JobRunner, Worker};

use crate::{config::Settings, open_files, parts::Assembled};

type Error = Box<dyn std::error::Error + Send + Sync>;

/// The pause between two reads of the event log for the live feed when nobody reports growth.
const FEED_INTERVAL: Duration = Duration::from_millis(100);

/// Serves the API and runs jobs until `stop` turns true; then open requests may finish within the set time.
pub(crate) async fn serve(
    settings: &Settings,
    app: App,
    listener: TcpListener,
    stop: watch::Receiver<bool>,
) -> Result<(), Error> {
    let feed = LiveFeed::start(app.clone(), FEED_INTERVAL);
    let jobs = JobRunner::start(&app);
    let state = api::ApiState::new(app, feed.safe(), stop.clone());
    let options = api::Options {
        allowed_hosts: settings.server.allowed_hosts.clone(),
        body_limit: settings.server.body_limit,
        request_timeout: settings.server.request_timeout,
        web: web_app(),
    };
    let limits = settings.server.limits;
    let limits = api::Limits { max_connections: open_files::raised(limits.max_connections), ..limits };
    let serving = api::serve(listener, api::router(state, options), limits, stopped(stop.clone()));
    let patience = settings.server.shutdown_timeout;
    let stops = stop.clone();
    let jobs = tokio::spawn(async move {
        stopped(stops).await;
        jobs.stop(patience).await;
    });
    until_patience_ends(serving, stop, patience).await?;
    Ok(jobs.await?)
}

/// The web app in this binary, if it was built before the binary.
fn web_app() -> api::WebApp {
    let files = webapp::files().iter().map(|file| api::WebFile {
        path: file.path,
        content_type: file.content_type,
        hash: file.hash,
        policy: file.policy,
        plain: file.plain,
        gzip: file.gzip,
        brotli: file.brotli,
    });
    files.collect()
}

/// Runs a sandbox until `stop` turns true.
pub(crate) async fn sandbox(
    sandbox: sandbox::Sandbox,
    listener: TcpListener,
    stop: watch::Receiver<bool>,
) -> Result<(), Error> {
    Ok(sandbox::serve(listener, sandbox, stopped(stop)).await?)
}

/// Starts a worker.
pub(crate) fn worker(settings: &Settings, parts: &Assembled) -> Worker {
    let identity = Identity {
        name: format!("{}/{}", host_name(), std::process::id()),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        broker: settings.broker.kind().to_owned(),
    };
    let worker_settings = worker::Settings {
        concurrency: settings.worker.concurrency,
        per_account: settings.worker.per_account,
        identity,
        ..worker::Settings::default()
    };
    Worker::start(&parts.app, &parts.queue, parts.hints.clone(), &worker_settings)
}

/// This machine's name.
fn host_name() -> String {
    std::fs::read_to_string("/proc/sys/kernel/hostname")
        .map(|name| name.trim().to_owned())
        .ok()
        .filter(|name| !name.is_empty())
        .unwrap_or_else(|| "localhost".to_owned())
}

/// Ends when `stop` turns true.
pub(crate) async fn stopped(mut stop: watch::Receiver<bool>) {
    // A sender that is gone has stopped too.
    let _ = stop.wait_for(|stops| *stops).await.map(|_| ());
}

/// A connection that never ends must not keep the process.
async fn until_patience_ends(
    serving: impl Future<Output = std::io::Result<()>>,
    stop: watch::Receiver<bool>,
    patience: Duration,
) -> Result<(), Error> {
    tokio::select! {
        ended = serving => Ok(ended?),
        () = async { stopped(stop).await; tokio::time::sleep(patience).await } => Ok(()),
    }
}

/// Turns true when the process is asked to stop. Call it before anything slow, so that no signal is missed.
pub(crate) fn stop_when_asked() -> watch::Receiver<bool> {
    let (stop, stops) = watch::channel(false);
    tokio::spawn(async move {
        crate::signals::asked_to_stop().await;
        tracing::info!("asked to stop: no new work is claimed, and work in flight finishes");
        let _ = stop.send(true);
    });
    stops
}
