//! The evidence at the end of a run, gathered from the API and from the platforms.

use std::{sync::Arc, time::Duration};

use serde_json::Value;
use tokio::time::{Instant, sleep};

use crate::{Result, api::Api, cluster::Cluster, faults, feed::Reader};

/// The time that the live feed may lag behind the log after the chaos has ended.
const FEED_PATIENCE: Duration = Duration::from_secs(20);

/// The evidence at the end of a run.
#[derive(Debug, Default)]
pub(crate) struct Evidence {
    /// The ids of the tickets whose deployment was accepted.
    pub(crate) accepted: Vec<String>,
    /// Every ticket, as the API returns it.
    pub(crate) tickets: Vec<Value>,
    /// Every deployment with its steps, as the API returns it.
    pub(crate) deployments: Vec<Value>,
    /// Every object on the platforms.
    pub(crate) objects: Vec<Value>,
    /// The position and the id of every event in the log.
    pub(crate) events: Vec<(i64, String)>,
    /// The same, as each server's reader has seen it.
    pub(crate) feeds: Vec<Vec<(i64, String)>>,
}

/// Waits until no deployment is active any more, or until the deadline.
pub(crate) async fn wait_until_idle(api: &Arc<Api>, deadline: Instant) -> Result<()> {
    while Instant::now() < deadline {
        let active = api.get("/api/v1/deployments?status=PENDING,STARTED,RETRY&limit=1").await?;
        if active.total == 0 {
            break;
        }
        sleep(Duration::from_millis(200)).await;
    }
    Ok(())
}

/// Gathers everything. No deployment may be active.
pub(crate) async fn gather(
    api: &Arc<Api>,
    cluster: &Cluster,
    readers: &[Reader],
    accepted: Vec<String>,
) -> Result<Evidence> {
    let events = api.events().await?;
    let last = events.last().map_or(0, |(seq, _)| *seq);
    let patience = Instant::now() + FEED_PATIENCE;
    while readers.iter().any(|reader| reader.last() < last) && Instant::now() < patience {
        sleep(Duration::from_millis(50)).await;
    }
    Ok(Evidence {
        accepted,
        tickets: api.all("/api/v1/tickets").await?,
        deployments: api.deployments().await?,
        objects: faults::objects(cluster.sandbox).await?,
        events,
        feeds: readers.iter().map(Reader::seen).collect(),
    })
}
