//! No file of the project mentions the machine that it was written on, or a package registry's host: both differ for
//! each reader.
#![expect(clippy::unwrap_used, reason = "in tests, a panic is the report")]

use std::{
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
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap();
    let mut files = Vec::new();
    collect(root, &mut files);
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

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
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
