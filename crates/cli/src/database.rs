//! Opens the database: at once, or as soon as it can be reached.

use std::{fs, os::unix::fs::DirBuilderExt, path::Path, time::Duration};

use store::{Options, Store, StoreError};
use tokio::sync::watch;
use tracing::warn;

use crate::{config::Settings, console, running};

type Error = Box<dyn std::error::Error + Send + Sync>;

/// The first and the longest pause before a server is tried again.
const PAUSES: [Duration; 2] = [Duration::from_secs(1), Duration::from_secs(30)];

/// Opens the database and migrates its schema. A server that cannot be reached is an error within seconds.
pub(crate) async fn open(settings: &Settings) -> Result<Store, Error> {
    try_open(settings).await?.map_err(|error| explain(settings, &error).into())
}

/// The same for a process that runs for long: it reports a server that cannot be reached, and tries again with growing
/// pauses. None if the process is asked to stop meanwhile.
pub(crate) async fn open_when_reachable(
    settings: &Settings,
    stop: watch::Receiver<bool>,
) -> Result<Option<Store>, Error> {
    tokio::select! {
        opened = keep_trying(settings) => opened.map(Some),
        () = running::stopped(stop) => Ok(None),
    }
}

async fn keep_trying(settings: &Settings) -> Result<Store, Error> {
    let mut pause = PAUSES[0];
    let mut told = String::new();
    loop {
        let sentence = match try_open(settings).await? {
            Ok(store) => return Ok(store),
            // A file that cannot be opened stays so until somebody changes it.
            Err(error @ StoreError::Unavailable(_)) if settings.database.url.sqlite_path().is_none() => {
                explain(settings, &error)
            }
            Err(error) => return Err(explain(settings, &error).into()),
        };
        if sentence == told {
            warn!("{sentence} It is tried again in {} s.", pause.as_secs());
        } else {
            // For the person who started it, even if the log is off.
            console::complain(&format!("{sentence} It is tried again until it answers."));
        }
        told = sentence;
        tokio::time::sleep(pause).await;
        pause = (pause * 2).min(PAUSES[1]);
    }
}

async fn try_open(settings: &Settings) -> Result<Result<Store, StoreError>, Error> {
    let database = &settings.database;
    if let Some(folder) = database.url.sqlite_path().as_deref().and_then(Path::parent) {
        private_folder(folder).map_err(|error| format!("The folder {} cannot be made: {error}.", folder.display()))?;
    }
    let mut options = Options::new(database.url.reveal());
    options.max_connections = database.max_connections;
    let store = match Store::open(&options).await {
        Ok(store) => store,
        Err(error) => return Ok(Err(error)),
    };
    Ok(store.migrate().await.map(|()| store))
}

/// Creates a folder that only its owner may enter, unless it exists.
pub(crate) fn private_folder(folder: &Path) -> std::io::Result<()> {
    if folder.as_os_str().is_empty() || folder.is_dir() {
        return Ok(());
    }
    fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)
}

fn explain(settings: &Settings, error: &StoreError) -> String {
    format!("The database {} cannot be used: {error}.", settings.database.url)
}
