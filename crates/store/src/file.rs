//! The file of a SQLite database: nobody else may read it, and its deletion or truncation under a running process is
//! noticed.

use std::{
    fs::{self, File, Metadata, OpenOptions, Permissions},
    io::{self, ErrorKind},
    os::unix::fs::{MetadataExt, OpenOptionsExt, PermissionsExt},
    path::{Path, PathBuf},
    sync::{Arc, OnceLock},
};

use crate::{Result, StoreError, error::unreachable};

/// Readable and writable only by its owner.
const OWNER_ONLY: u32 = 0o600;

/// A database's file.
#[derive(Debug, Clone)]
pub(crate) struct DatabaseFile {
    path: PathBuf,
    /// Device and inode of the file that was opened.
    opened: Arc<OnceLock<(u64, u64)>>,
}

impl DatabaseFile {
    /// Creates the file unless it exists, and removes others' rights to it. SQLite gives its journal the same rights.
    pub(crate) fn create(path: &Path) -> Result<Self> {
        let this = Self { path: path.to_owned(), opened: Arc::default() };
        let file = OpenOptions::new().write(true).create(true).truncate(false).mode(OWNER_ONLY).open(path);
        let file = file.map_err(|error| this.cannot_be_opened(&error))?;
        let mode = file.metadata().map_err(|error| this.cannot_be_opened(&error))?.permissions().mode();
        if mode & 0o077 != 0 {
            this.close_to_others(&file);
        }
        Ok(this)
    }

    /// Remembers the opened file.
    pub(crate) fn remember(&self) -> Result<()> {
        let found = fs::metadata(&self.path).map_err(|error| self.cannot_be_opened(&error))?;
        let _ = self.opened.set(identity(&found));
        Ok(())
    }

    /// Checks that the path still leads to the opened file, and that it is not empty.
    pub(crate) fn check(&self) -> Result<()> {
        let wrong = match fs::metadata(&self.path) {
            Err(error) if error.kind() == ErrorKind::NotFound => "was deleted".to_owned(),
            Err(error) => format!("cannot be looked at ({error})"),
            Ok(found) if self.opened.get().is_some_and(|opened| *opened != identity(&found)) => {
                "was replaced by another file".to_owned()
            }
            Ok(found) if found.len() == 0 => "was emptied".to_owned(),
            Ok(_) => return Ok(()),
        };
        Err(StoreError::FileGone(format!(
            "the database file {} {wrong} while it is in use: stop the process, put the file back, then start it again",
            self.path.display()
        )))
    }

    fn close_to_others(&self, file: &File) {
        let log = |path: &Path, error: io::Error| {
            tracing::warn!("others on this machine may read {}, and that cannot be changed: {error}", path.display());
        };
        if let Err(error) = file.set_permissions(Permissions::from_mode(OWNER_ONLY)) {
            log(&self.path, error);
        }
        for suffix in ["-wal", "-shm"] {
            let mut name = self.path.clone().into_os_string();
            name.push(suffix);
            let journal = PathBuf::from(name);
            match fs::set_permissions(&journal, Permissions::from_mode(OWNER_ONLY)) {
                Err(error) if error.kind() != ErrorKind::NotFound => log(&journal, error),
                _ => {}
            }
        }
    }

    fn cannot_be_opened(&self, error: &io::Error) -> StoreError {
        unreachable(&format!("the database file {} cannot be opened: {error}", self.path.display()))
    }
}

fn identity(file: &Metadata) -> (u64, u64) {
    (file.dev(), file.ino())
}
