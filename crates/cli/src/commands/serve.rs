//! `serve` and `worker`: the parts for production.

use std::process::ExitCode;

use worker::JobRunner;

use super::Ended;
use crate::{brokers::Role, cli::ListenSetting, config::Settings, console, database, listen, parts, running};

pub(super) async fn serve(settings: &Settings) -> Ended {
    let listener = listen::bind(settings.server.listen, ListenSetting::Server)?;
    let stops = running::stop_when_asked();
    let opened = database::open_when_reachable(settings, stops.clone()).await?;
    let Some(store) = opened else { return Ok(ExitCode::SUCCESS) };
    let parts = parts::application(settings, Role::Server, store, None)?;
    console::say(&format!("OmniTraffick's API is up at http://{}", listener.local_addr()?));
    running::serve(settings, parts.app.clone(), listener, stops).await?;
    Ok(ExitCode::SUCCESS)
}

pub(super) async fn worker(settings: &Settings) -> Ended {
    let stops = running::stop_when_asked();
    let opened = database::open_when_reachable(settings, stops.clone()).await?;
    let Some(store) = opened else { return Ok(ExitCode::SUCCESS) };
    let parts = parts::application(settings, Role::Worker, store, None)?;
    let _presence = parts::take_over(settings, &parts.app).await?;
    let worker = running::worker(settings, &parts);
    let jobs = JobRunner::start(&parts.app);
    console::say(&format!("A worker is at work on {}", settings.database.url));
    running::stopped(stops).await;
    let patience = settings.server.shutdown_timeout;
    tokio::join!(worker.stop(patience), jobs.stop(patience));
    Ok(ExitCode::SUCCESS)
}
