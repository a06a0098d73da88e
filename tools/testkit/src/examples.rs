//! The examples in each platform's folder: configurations that it takes, and answers that it gives. Tests find them by the
//! platform's key, so that a new platform needs no registration here.

use std::path::PathBuf;

use connectors::Descriptor;
use domain::PlatformId;
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::{Map, Value};

/// A documented answer to a request that creates a campaign, and its meaning.
#[derive(Debug, Deserialize)]
pub struct ExampleAnswer {
    /// The outcome's word: `throttled`.
    pub outcome: String,
    /// The HTTP status.
    pub status: u16,
    /// The body.
    pub body: Value,
}

/// The folder of a platform in `crates/connectors/src`.
pub fn folder(platform: PlatformId) -> PathBuf {
    let sources = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../crates/connectors/src"));
    sources.join(platform.key())
}

fn example<T: DeserializeOwned>(platform: PlatformId, name: &str) -> T {
    let path = folder(platform).join("examples").join(name);
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The answers that a platform documents, one for each outcome.
pub fn example_answers(platform: PlatformId) -> Vec<ExampleAnswer> {
    example(platform, "answers.json")
}

/// The smallest configuration of a campaign that a platform accepts.
pub fn smallest_config(platform: PlatformId) -> Map<String, Value> {
    example(platform, "smallest.json")
}

/// The configuration of a whole tree: so many ad sets (ad groups) with so many ads each. The example has one of each.
pub fn tree_config(platform: PlatformId, ad_sets: usize, ads_each: usize) -> Map<String, Value> {
    let mut config: Map<String, Value> = example(platform, "tree.json");
    let parts = Descriptor::of(platform).unwrap().parts;
    let part = parts.iter().find(|part| config.contains_key(**part)).unwrap();
    let list = config[*part].as_array_mut().unwrap();
    let mut ad_set = list.remove(0);
    let ad = ad_set["ads"][0].clone();
    ad_set["ads"] = vec![ad; ads_each].into();
    *list = vec![ad_set; ad_sets];
    config
}
