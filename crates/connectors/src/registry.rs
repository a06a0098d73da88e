//! The platforms that have a connector: one line each.

use std::{collections::BTreeMap, sync::Arc};

use domain::PlatformId;

use crate::{Connector, ConnectorSettings, http::HttpClient, meta, tiktok};

/// Every connector, by platform.
#[derive(Clone)]
pub struct Registry(Arc<BTreeMap<PlatformId, Connector>>);

impl Registry {
    /// Connectors for the platforms that have settings.
    pub fn new(settings: impl IntoIterator<Item = (PlatformId, ConnectorSettings)>, http: &HttpClient) -> Self {
        Self(Arc::new(
            settings
                .into_iter()
                .map(|(platform, settings)| {
                    let connector = match platform {
                        PlatformId::Meta => meta::connector(settings, http.clone()),
                        PlatformId::Tiktok => tiktok::connector(settings, http.clone()),
                    };
                    (platform, connector)
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
