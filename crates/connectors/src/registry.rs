//! The platforms that have a connector: one line each.

use std::{collections::BTreeMap, sync::Arc};

use domain::PlatformId;

use crate::{Connector, ConnectorSettings, bounds::Bounded, http::HttpClient, meta, tiktok};

/// Every connector, by platform.
#[derive(Clone)]
pub struct Registry(Arc<BTreeMap<PlatformId, Connector>>);

impl Registry {
    /// Connectors for the platforms that have settings.
    pub fn new(settings: impl IntoIterator<Item = (PlatformId, ConnectorSettings)>, http: &HttpClient) -> Self {
        let settings: Vec<(PlatformId, ConnectorSettings)> = settings.into_iter().collect();
        // One platform may send another's token back, when both are behind one proxy.
        let http = http.redacting(settings.iter().filter_map(|(_, settings)| settings.access_token.as_ref()));
        Self(Arc::new(
            settings
                .into_iter()
                .map(|(platform, settings)| {
                    let connector = match platform {
                        PlatformId::Meta => meta::connector(settings, http.clone()),
                        PlatformId::Tiktok => tiktok::connector(settings, http.clone()),
                    };
                    let client = Box::new(Bounded::new(connector.client));
                    (platform, Connector { client, ..connector })
                })
                .collect(),
        ))
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
