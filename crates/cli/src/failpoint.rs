//! Crashes on purpose: `OMNITRAFFICK_CRASH_AT=after_send` or `after_send@ad_set_2` ends a process of a debug build like
//! `kill -9` the first time that it reaches that point. For tests of crash recovery; a release build does not contain
//! it.

use std::{sync::Arc, time::Duration};

use app::{Failpoint, Failpoints};
use async_trait::async_trait;
use strum::VariantNames;

/// The variable that names the point.
const VARIABLE: &str = "OMNITRAFFICK_CRASH_AT";

/// The time that a sent request has to arrive.
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

/// The failpoint of this process, if any.
pub(crate) fn failpoints() -> Result<Option<Arc<dyn Failpoints>>, String> {
    if !cfg!(debug_assertions) {
        return Ok(None);
    }
    let Some(text) = std::env::var(VARIABLE).ok().filter(|text| !text.is_empty()) else { return Ok(None) };
    let (point, step) = text.split_once('@').map_or((text.as_str(), None), |(point, step)| (point, Some(step)));
    let point = point.parse().map_err(|_| {
        format!("{VARIABLE} is {text:?}; it must begin with one of {}.", Failpoint::VARIANTS.join(", "))
    })?;
    tracing::warn!("this process dies at {text}, because {VARIABLE} says so");
    Ok(Some(Arc::new(CrashAt { point, step: step.map(str::to_owned) })))
}
