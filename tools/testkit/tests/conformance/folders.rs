//! Every platform's folder has the same files, so that knowing one is knowing all.

use std::path::Path;

use connectors::PLATFORMS;

/// The files of a platform. Each may have a folder of its name beside it.
const FILES: [&str; 11] = [
    "classify.rs",
    "client.rs",
    "config.rs",
    "facts.rs",
    "mod.rs",
    "rules.rs",
    "schemas.rs",
    "settings.rs",
    "tests.rs",
    "translate.rs",
    "wire.rs",
];

#[test]
fn every_folder_has_the_same_files() {
    for platform in PLATFORMS.map(|descriptor| descriptor.id) {
        let entries = std::fs::read_dir(testkit::folder(platform)).unwrap();
        let mut sources: Vec<String> = entries
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .filter(|name| Path::new(name).extension().is_some_and(|ending| ending == "rs"))
            .collect();
        sources.sort();
        assert_eq!(sources, FILES, "{platform}");
        for data in ["settings.toml", "schema", "fixtures", "examples"] {
            assert!(testkit::folder(platform).join(data).exists(), "{platform} has no {data}");
        }
    }
}
