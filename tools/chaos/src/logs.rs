//! Facts that only the logs contain: panics of single tasks, and deadlocks in the database.

use std::{fs, path::Path};

/// The facts from the logs.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Told {
    /// The first line of each panic, with the log's name.
    pub(crate) panics: Vec<String>,
    /// The number of deadlocks that PostgreSQL resolved. Each costs a second, but no object and no deployment.
    pub(crate) deadlocks: usize,
}

/// Reads all logs of a folder.
pub(crate) fn read(folder: &Path) -> Told {
    let mut told = Told::default();
    for file in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = file.path();
        if path.extension().is_none_or(|extension| extension != "log") {
            continue;
        }
        let name = file.file_name().to_string_lossy().into_owned();
        let log = fs::read(path).unwrap_or_default();
        let log = String::from_utf8_lossy(&log);
        told.panics
            .extend(log.lines().filter(|line| line.contains("panicked at")).map(|line| format!("{name}: {line}")));
        told.deadlocks += log.lines().filter(|line| line.ends_with("ERROR:  deadlock detected")).count();
    }
    told
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn panics_and_deadlocks_are_found() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("worker-1.log"), "{}\nthread 'main' panicked at x.rs:1:2:\n").unwrap();
        fs::write(folder.path().join("postgres.log"), "UTC [1] ERROR:  deadlock detected\nUTC [1] LOG:  x\n").unwrap();
        fs::write(folder.path().join("sandbox.jsonl"), "panicked at").unwrap();
        let expected = Told { panics: vec!["worker-1.log: thread 'main' panicked at x.rs:1:2:".into()], deadlocks: 1 };
        assert_eq!(read(folder.path()), expected);
    }
}
