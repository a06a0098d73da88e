//! Dying on purpose: `OMNITRAFFICK_CRASH_AT=after_send` or `after_send@ad_set_2` makes a process of a debug build end as by
//! `kill -9` the first time that it reaches that moment. For the tests of what crashes leave behind; a release build has no
//! such thing.

use std::{sync::Arc, time::Duration};

use app::{Failpoint, Failpoints};
use async_trait::async_trait;

/// The variable that says where.
const VARIABLE: &str = "OMNITRAFFICK_CRASH_AT";

/// How long a request that has left is given to arrive.
const ARRIVAL: Duration = Duration::from_millis(200);

struct CrashAt {
    point: Failpoint,
    step: Option<String>,
}

#[async_trait]
impl Failpoints for CrashAt {
    async fn reached(&self, point: Failpoint, step: &str) {
        if point != self.point || self.step.as_deref().is_some_and(|wanted| wanted != step) {
            return;
        }
        if point == Failpoint::AfterSend {
            tokio::time::sleep(ARRIVAL).await;
        }
        std::process::abort();
    }
}

/// Where this process is to die, if at all.
pub(crate) fn failpoints() -> Result<Option<Arc<dyn Failpoints>>, String> {
    if !cfg!(debug_assertions) {
        return Ok(None);
    }
    let Some(text) = std::env::var(VARIABLE).ok().filter(|text| !text.is_empty()) else { return Ok(None) };
    let (point, step) = text.split_once('@').map_or((text.as_str(), None), |(point, step)| (point, Some(step)));
    let point = Failpoint::from_text(point).ok_or_else(|| {
        let known = Failpoint::ALL.map(Failpoint::as_str).join(", ");
        format!("{VARIABLE} is {text:?}; it must begin with one of {known}.")
    })?;
    tracing::warn!("this process dies at {text}, because {VARIABLE} says so");
    Ok(Some(Arc::new(CrashAt { point, step: step.map(str::to_owned) })))
}
