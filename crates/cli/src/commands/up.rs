//! `up`: everything in one process, on the embedded default.

use std::{net::SocketAddr, process::ExitCode};

use tokio::sync::watch;

use super::{Ended, demo};
use crate::{
    brokers::Role, cli::ListenSetting, config::Settings, console, database, listen, lock::DataLock, parts, running,
};

pub(super) async fn run(settings: &Settings, with_demo: bool) -> Ended {
    let note = format!("listening on {}", settings.server.listen);
    let _lock = DataLock::acquire(&settings.data_dir, &note)?;
    let listener = listen::bind(settings.server.listen, ListenSetting::Server)?;
    // The sandbox outlives the worker, because it answers the worker's last requests.
    let (stop_sandbox, sandbox_stops) = watch::channel(false);

    let mut sandbox = None;
    let mut sandbox_address = None;
    if settings.platforms().iter().any(|platform| !platform.is_configured()) {
        let listener = listen::bind(settings.sandbox_listen, ListenSetting::SandboxOfUp)?;
        sandbox_address = Some(listener.local_addr()?);
        let journal = Some(settings.data_dir.join("sandbox.jsonl"));
        let opened = sandbox::Sandbox::open(sandbox::Settings { journal, ..sandbox::Settings::default() })?;
        sandbox = Some(tokio::spawn(running::sandbox(opened, listener, sandbox_stops)));
    }

    let store = database::open(settings).await?;
    let parts = parts::application(settings, Role::All, store, sandbox_address)?;
    let _presence = parts::take_over(settings, &parts.app).await?;
    if with_demo {
        demo::load(&parts.app).await?;
    }
    let worker = running::worker(settings, &parts);
    announce(settings, listener.local_addr()?, sandbox_address);

    let stops = running::stop_when_asked();
    let ((), served) = tokio::join!(
        async {
            running::stopped(stops.clone()).await;
            worker.stop(settings.server.shutdown_timeout).await;
        },
        running::serve(settings, parts.app.clone(), listener, stops.clone())
    );
    served?;
    let _ = stop_sandbox.send(true);
    if let Some(sandbox) = sandbox {
        sandbox.await??;
    }
    Ok(ExitCode::SUCCESS)
}

fn announce(settings: &Settings, address: SocketAddr, sandbox: Option<SocketAddr>) {
    console::say(&format!("OmniTraffick is up at http://{address}"));
    if webapp::files().is_empty() {
        console::say("  web app            not in this binary; `make build` builds one with it");
    }
    console::say(&format!("  interactive docs   http://{address}/docs/"));
    for platform in settings.platforms() {
        let place = match sandbox {
            Some(sandbox) if !platform.is_configured() => format!("sandbox at http://{sandbox}"),
            _ => platform.base().to_owned(),
        };
        console::say(&format!("  {:<18} {place}", platform.descriptor().id.display_name()));
    }
    console::say(&format!("  data               {}", settings.data_dir.display()));
}
