//! The connectors of the platforms that are configured.

use std::{collections::BTreeMap, sync::Arc};

use domain::PlatformId;

use crate::{Connector, PlatformSettings, http::HttpClient};

/// Every connector, by platform.
#[derive(Clone)]
pub struct Registry(Arc<BTreeMap<PlatformId, Connector>>);

impl Registry {
    /// Connectors for the platforms that have settings.
    pub fn new(settings: impl IntoIterator<Item = Box<dyn PlatformSettings>>, http: &HttpClient) -> Self {
        let settings: Vec<Box<dyn PlatformSettings>> = settings.into_iter().collect();
        // One platform may send another's token back, when both are behind one proxy.
        let http = http.redacting(settings.iter().flat_map(|settings| settings.secrets()));
        let connector =
            |settings: Box<dyn PlatformSettings>| (settings.descriptor().id, settings.connector(http.clone()));
        Self(Arc::new(settings.into_iter().map(connector).collect()))
    }

    /// The connector of a platform.
    pub fn get(&self, platform: PlatformId) -> Option<&Connector> {
        self.0.get(&platform)
    }

    /// All connectors.
    pub fn iter(&self) -> impl Iterator<Item = &Connector> {
        self.0.values()
    }
}
