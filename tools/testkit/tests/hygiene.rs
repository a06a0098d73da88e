//! Checks of the files themselves: no file mentions the machine that it was written on or a package registry's host (both
//! differ for each reader), every cited section of `docs/platforms.md` exists, and every dependency is used.
#![expect(clippy::unwrap_used, reason = "in tests, a panic is the report")]

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

/// The texts that no file may mention, in halves so that this file does not contain them either.
const FOREIGN: &[(&str, &str)] = &[
    ("/wor", "k/"),
    ("/hom", "e/"),
    ("/roo", "t/"),
    ("/User", "s/"),
    ("static.crates", ".io"),
    ("index.crates", ".io"),
    ("registry.npm", "js.org"),
    ("deb.deb", "ian.org"),
    ("files.python", "hosted.org"),
];

/// Folders with generated files; in a worktree of git, `.git` is a file.
const MADE: &[&str] = &[".git", "target", "data", "node_modules", "out", ".next", "test-results"];

/// Files that a package manager writes; they always name registries.
const LOCKS: &[&str] = &["Cargo.lock", "package-lock.json"];

#[test]
fn no_file_knows_the_machine_it_was_written_on() {
    let (root, files) = (root(), files(root()));
    assert!(files.len() > 50, "only {} files were found below {}", files.len(), root.display());

    let foreign: Vec<String> = FOREIGN.iter().map(|(one, other)| format!("{one}{other}")).collect();
    let mut wrong = Vec::new();
    for file in files {
        // Files that are no text are skipped.
        let Ok(text) = fs::read_to_string(&file) else { continue };
        for (number, line) in text.lines().enumerate() {
            if let Some(word) = foreign.iter().find(|word| line.contains(word.as_str())) {
                wrong.push(format!("{}:{}: {word}", file.strip_prefix(root).unwrap().display(), number + 1));
            }
        }
    }
    assert!(wrong.is_empty(), "\nThese lines are true on one machine only:\n{}\n", wrong.join("\n"));
}

#[test]
fn every_cited_fact_about_the_platforms_exists() {
    let facts = fs::read_to_string(root().join("docs/platforms.md")).unwrap();
    let sections: BTreeSet<&str> = facts
        .lines()
        .filter_map(|line| line.strip_prefix("## ").or_else(|| line.strip_prefix("### ")))
        .filter_map(|heading| heading.split(' ').next())
        .map(|number| number.trim_end_matches('.'))
        .collect();
    assert!(sections.contains("1.10") && sections.contains("2.11"), "{sections:?}");

    let mut cited = 0;
    let mut wrong = Vec::new();
    for file in files(root()).iter().filter(|file| is_rust(file)) {
        let text = prose(&fs::read_to_string(file).unwrap());
        for (at, citation) in text.match_indices("platforms.md ") {
            for section in numbers(&text[at + citation.len()..]) {
                cited += 1;
                if !sections.contains(section) {
                    wrong.push(format!("{}: {section}", file.strip_prefix(root()).unwrap().display()));
                }
            }
        }
    }
    assert!(cited > 50, "only {cited} citations were found");
    assert!(wrong.is_empty(), "\ndocs/platforms.md has no such section:\n{}\n", wrong.join("\n"));
}

#[test]
fn every_dependency_is_used() {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let mut unused: BTreeSet<String> = dependencies(&manifest, "workspace.dependencies").map(str::to_owned).collect();
    let mut wrong = Vec::new();
    for manifest in files(root()).iter().filter(|file| file.ends_with("Cargo.toml")) {
        let text = fs::read_to_string(manifest).unwrap();
        let folder = manifest.parent().unwrap();
        for (section, place) in [("dependencies", "src"), ("dev-dependencies", "."), ("build-dependencies", "build")] {
            let code = code_below(&folder.join(place));
            for name in dependencies(&text, section) {
                unused.remove(name);
                if !names(&code, &name.replace('-', "_")) {
                    wrong.push(format!("{}: {name}", manifest.strip_prefix(root()).unwrap().display()));
                }
            }
        }
    }
    wrong.extend(unused.iter().map(|name| format!("Cargo.toml: {name}")));
    assert!(wrong.is_empty(), "\nThese dependencies are not used:\n{}\n", wrong.join("\n"));
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap()
}

fn is_rust(file: &Path) -> bool {
    file.extension().is_some_and(|extension| extension == "rs")
}

/// The text of a file as one line, without the marks of comments.
fn prose(text: &str) -> String {
    let lines: Vec<&str> = text.lines().map(|line| line.trim_start().trim_start_matches(['/', '!']).trim()).collect();
    lines.join(" ")
}

/// The section numbers at the beginning of a text: `1.3`, `1.7 and 1.13`, `2.1, 2.10`.
fn numbers(text: &str) -> impl Iterator<Item = &str> {
    text.split(' ')
        .filter(|word| !matches!(*word, "to" | "and"))
        .map(|word| word.trim_matches(|letter: char| !letter.is_ascii_digit()))
        .take_while(|number| !number.is_empty())
}

/// The names in a section of a manifest.
fn dependencies<'a>(manifest: &'a str, section: &str) -> impl Iterator<Item = &'a str> {
    let header = format!("[{section}]");
    manifest
        .lines()
        .skip_while(move |line| *line != header)
        .skip(1)
        .take_while(|line| !line.starts_with('['))
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split([' ', '.', '=']).next())
        .filter(|name| !name.is_empty())
}

/// All code in a folder, without the lines that are comments.
fn code_below(folder: &Path) -> String {
    let mut code = String::new();
    for file in files(folder).iter().filter(|file| is_rust(file)) {
        let text = fs::read_to_string(file).unwrap();
        for line in text.lines().map(str::trim_start).filter(|line| !line.starts_with("//")) {
            code.push_str(line);
            code.push('\n');
        }
    }
    code
}

/// Returns true if the code imports this crate, or has a path that begins with it.
fn names(code: &str, krate: &str) -> bool {
    code.match_indices(krate).any(|(at, _)| {
        let (before, after) = (&code[..at], &code[at + krate.len()..]);
        let begins = !before.ends_with(|letter: char| letter.is_alphanumeric() || letter == '_' || letter == ':');
        begins && (after.starts_with("::") || (before.ends_with("use ") && after.starts_with([';', ' '])))
    })
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    collect(folder, &mut files);
    files
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries {
        let entry = entry.unwrap();
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let kind = entry.file_type().unwrap();
        if MADE.contains(&name.as_ref()) {
            continue;
        }
        if kind.is_dir() {
            collect(&entry.path(), files);
        } else if kind.is_file() && !LOCKS.contains(&name.as_ref()) {
            files.push(entry.path());
        }
    }
}
