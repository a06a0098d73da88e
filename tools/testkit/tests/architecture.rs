//! The arrows of ARCHITECTURE.md, held against what cargo knows: who may depend on whom, and which crate may use the
//! libraries that reach the outside world. Dependencies of tests are free, but for those of the sandbox.
#![expect(clippy::unwrap_used, reason = "in tests, a panic is the report")]

use std::{collections::BTreeMap, env, fs, path::Path, process::Command};

use serde_json::Value;

/// For each crate of ours, the crates of ours that it may depend on.
const ARROWS: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("store", &["domain"]),
    ("connectors", &["domain"]),
    ("app", &["domain", "store", "connectors"]),
    ("worker", &["domain", "store", "connectors", "app"]),
    // It asks use cases, which answer with types of their own: neither tables nor platforms show in a body.
    ("api", &["domain", "app"]),
    // Written from the platforms' documents alone, so that it does not repeat our mistakes.
    ("sandbox", &[]),
    // Files, not code: the crates that serve them need no new build when they change.
    ("webapp", &[]),
    ("omnitraffick", &["domain", "store", "connectors", "app", "worker", "api", "sandbox", "webapp"]),
    // For tests and measurements; no shipped crate depends on them.
    ("testkit", &["domain", "store", "connectors", "app", "worker", "api", "sandbox"]),
    ("bench", &["domain", "store", "connectors"]),
    // Uses the product only through its processes and its API.
    ("chaos", &[]),
    ("simulate", &["domain"]),
];

/// For each restricted library, the crates of ours that may use it.
const KEPT: &[(&str, &[&str])] = &[
    ("axum", &["api", "sandbox", "testkit"]),
    ("utoipa-axum", &["api"]),
    ("utoipa-swagger-ui", &["api"]),
    ("brotli", &["webapp"]),
    ("flate2", &["webapp"]),
    ("sea-orm", &["store"]),
    ("sea-orm-migration", &["store"]),
    ("reqwest", &["connectors"]),
    // Library crates receive values: only binaries read settings, parse arguments and set up the log.
    ("clap", &["omnitraffick", "chaos", "simulate"]),
    ("toml", &["omnitraffick"]),
    ("tracing-subscriber", &["omnitraffick"]),
];

/// The libraries that `domain` may never use: it performs no I/O and draws no random number.
const IMPURE: &[&str] = &["tokio", "async-trait", "rand", "futures-util", "tracing"];

/// A crate of ours and its dependencies.
struct Member {
    name: String,
    /// Name and kind: `normal`, `build` or `dev`.
    dependencies: Vec<(String, String)>,
}

impl Member {
    fn shipped(&self) -> impl Iterator<Item = &str> {
        self.dependencies.iter().filter(|(_, kind)| kind != "dev").map(|(name, _)| name.as_str())
    }
}

fn members() -> Vec<Member> {
    let cargo = env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let output = Command::new(cargo)
        .args(["metadata", "--format-version", "1", "--no-deps", "--offline"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    assert!(output.status.success(), "cargo metadata: {}", String::from_utf8_lossy(&output.stderr));
    let metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
    let text = |value: &Value| value.as_str().unwrap_or("normal").to_owned();
    let of = |package: &Value| Member {
        name: text(&package["name"]),
        dependencies: package["dependencies"]
            .as_array()
            .unwrap()
            .iter()
            .map(|dependency| (text(&dependency["name"]), text(&dependency["kind"])))
            .collect(),
    };
    metadata["packages"].as_array().unwrap().iter().map(of).collect()
}

/// Fails with all wrong arrows at once.
fn assert_none(wrong: &[String]) {
    assert!(wrong.is_empty(), "\n{}\nSee ARCHITECTURE.md; a change of it begins there.\n", wrong.join("\n"));
}

#[test]
fn arrows_point_down_only() {
    let arrows: BTreeMap<_, _> = ARROWS.iter().copied().collect();
    let mut wrong = Vec::new();
    for member in members() {
        let Some(allowed) = arrows.get(member.name.as_str()) else {
            wrong.push(format!("{} has no place in this test's table.", member.name));
            continue;
        };
        for other in member.shipped().filter(|other| arrows.contains_key(other) && !allowed.contains(other)) {
            let allowed = if allowed.is_empty() { "none of ours".to_owned() } else { allowed.join(", ") };
            wrong.push(format!("{} -> {other}: {} may depend on {allowed}.", member.name, member.name));
        }
    }
    assert_none(&wrong);
}

#[test]
fn the_outside_world_is_reached_by_few() {
    let mut wrong = Vec::new();
    for member in members() {
        for (library, keepers) in KEPT {
            if member.shipped().any(|name| name == *library) && !keepers.contains(&member.name.as_str()) {
                wrong.push(format!("{} -> {library}: only {} may use it.", member.name, keepers.join(", ")));
            }
        }
    }
    assert_none(&wrong);
}

#[test]
fn the_domain_is_pure() {
    let members = members();
    let domain = members.iter().find(|member| member.name == "domain").unwrap();
    let wrong: Vec<_> = domain
        .shipped()
        .filter(|name| IMPURE.contains(name))
        .map(|name| format!("domain -> {name}: it performs no I/O, reads no clock and draws no random number."))
        .collect();
    assert_none(&wrong);
}

#[test]
fn the_sandbox_knows_nothing_of_ours_even_in_its_tests() {
    let members = members();
    let sandbox = members.iter().find(|member| member.name == "sandbox").unwrap();
    let wrong: Vec<_> = sandbox
        .dependencies
        .iter()
        .filter(|(name, _)| members.iter().any(|member| member.name == *name))
        .map(|(name, kind)| format!("sandbox -> {name} ({kind}): it is written from the platforms' documents alone."))
        .collect();
    assert_none(&wrong);
}

/// The rows of the database and the connectors are parts of the application. A door that held one of them would know its
/// types without naming them, and no arrow would tell.
#[test]
fn the_api_asks_use_cases_and_never_for_the_parts_of_the_application() {
    let mut wrong = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("../../crates/api/src")];
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let text = fs::read_to_string(&path).unwrap();
            let parts = [".store()", ".connectors()"].into_iter().filter(|part| text.contains(part));
            wrong.extend(parts.map(|part| format!("{} has {part}.", path.display())));
        }
    }
    assert_none(&wrong);
}
