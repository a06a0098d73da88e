//! One `up` for each data directory, and the processes that use a SQLite file. The locks belong to the operating system
//! and end with their holders; a suspended process keeps its own.

use std::{
    fmt,
    fs::{File, OpenOptions, TryLockError},
    io::{self, Read, Seek, Write},
    os::unix::fs::OpenOptionsExt,
    path::{Path, PathBuf},
};

use crate::database::private_folder;

/// The file in the data directory.
const FILE: &str = "omnitraffick.lock";

/// Holds the data directory until it is dropped.
#[derive(Debug)]
pub(crate) struct DataLock {
    _file: File,
}

impl DataLock {
    /// Takes the data directory and creates it if needed. `note` tells a second process what is running: "listening on
    /// 127.0.0.1:8000".
    pub(crate) fn acquire(data_dir: &Path, note: &str) -> Result<Self, LockError> {
        let fails = |reason| LockError { data_dir: data_dir.to_owned(), reason };
        private_folder(data_dir).map_err(|error| fails(Reason::Io(error)))?;
        let path = data_dir.join(FILE);
        // Not truncated: until we have the lock, the file describes its holder.
        let open = OpenOptions::new().read(true).write(true).create(true).truncate(false).mode(0o600).open(path);
        let mut file = open.map_err(|error| fails(Reason::Io(error)))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(fails(Reason::Held(holder(&mut file)))),
            Err(TryLockError::Error(error)) => return Err(fails(Reason::Io(error))),
        }
        introduce(&mut file, note).map_err(|error| fails(Reason::Io(error)))?;
        Ok(Self { _file: file })
    }
}

fn introduce(file: &mut File, note: &str) -> io::Result<()> {
    file.set_len(0)?;
    file.rewind()?;
    writeln!(file, "process {}, {note}", std::process::id())
}

fn holder(file: &mut File) -> Option<String> {
    // A hand-written or foreign file must not fill the screen.
    const LONGEST: u64 = 200;
    let mut text = String::new();
    file.take(LONGEST).read_to_string(&mut text).ok()?;
    let line = text.lines().next()?.trim();
    (!line.is_empty()).then(|| line.to_owned())
}

/// Shows other processes that this one uses a SQLite file. The first process knows that it is alone and that earlier
/// lease holders are dead; later ones cannot know that.
#[derive(Debug)]
pub(crate) struct Presence {
    file: File,
    alone: bool,
}

impl Presence {
    /// Opens the presence for the database at `path`. A process that is alone blocks others until [`Presence::share`].
    pub(crate) fn come(path: &Path) -> io::Result<Self> {
        let mut name = path.as_os_str().to_owned();
        name.push("-presence");
        let file = OpenOptions::new().read(true).write(true).create(true).truncate(false).mode(0o600).open(name)?;
        match file.try_lock() {
            Ok(()) => Ok(Self { file, alone: true }),
            Err(TryLockError::WouldBlock) => {
                file.lock_shared()?;
                Ok(Self { file, alone: false })
            }
            Err(TryLockError::Error(error)) => Err(error),
        }
    }

    /// Returns true if no other process uses the database.
    pub(crate) fn is_alone(&self) -> bool {
        self.alone
    }

    /// Allows other processes.
    pub(crate) fn share(&mut self) -> io::Result<()> {
        if self.alone {
            self.file.unlock()?;
            self.file.lock_shared()?;
            self.alone = false;
        }
        Ok(())
    }
}

/// The reason why the data directory is taken, as a sentence that says what to do.
#[derive(Debug)]
pub(crate) struct LockError {
    data_dir: PathBuf,
    reason: Reason,
}

#[derive(Debug)]
enum Reason {
    Held(Option<String>),
    Io(io::Error),
}

impl fmt::Display for LockError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let data_dir = self.data_dir.display();
        let instead = "choose another folder with --data-dir, DATA_DIR or data_dir";
        match &self.reason {
            Reason::Held(Some(holder)) => {
                write!(
                    f,
                    "The data directory {data_dir} is in use by another `omnitraffick up` ({holder}). Stop that one, or {instead}."
                )
            }
            Reason::Held(None) => {
                write!(
                    f,
                    "The data directory {data_dir} is in use by another `omnitraffick up`. Stop that one, or {instead}."
                )
            }
            Reason::Io(error) => {
                write!(f, "The data directory {data_dir} cannot be used: {error}. Fix that, or {instead}.")
            }
        }
    }
}

impl std::error::Error for LockError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.reason {
            Reason::Held(_) => None,
            Reason::Io(error) => Some(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn the_second_learns_who_is_first_and_gets_in_after_it() {
        let folder = tempfile::tempdir().unwrap();
        let data_dir = folder.path().join("not/there/yet");
        let first = DataLock::acquire(&data_dir, "listening on 127.0.0.1:8000").unwrap();
        let error = DataLock::acquire(&data_dir, "").unwrap_err().to_string();
        let wanted = format!("(process {}, listening on 127.0.0.1:8000)", std::process::id());
        assert!(error.contains(&wanted) && error.contains("--data-dir"), "{error}");
        drop(first);
        DataLock::acquire(&data_dir, "x").unwrap();
    }

    #[test]
    fn only_the_first_to_come_to_a_database_is_alone() {
        let folder = tempfile::tempdir().unwrap();
        let database = folder.path().join("shared.db");
        let mut first = Presence::come(&database).unwrap();
        assert!(first.is_alone());
        first.share().unwrap();
        let second = Presence::come(&database).unwrap();
        assert!(!second.is_alone());
        drop(first);
        assert!(!Presence::come(&database).unwrap().is_alone(), "the second is still there");
        drop(second);
        assert!(Presence::come(&database).unwrap().is_alone());
    }

    #[test]
    fn what_a_dead_process_left_behind_is_no_obstacle() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join(FILE), "process 1, listening on a very long address").unwrap();
        let _lock = DataLock::acquire(folder.path(), "x").unwrap();
        let text = fs::read_to_string(folder.path().join(FILE)).unwrap();
        assert_eq!(text, format!("process {}, x\n", std::process::id()));
    }

    #[test]
    fn a_file_in_the_place_of_the_folder_is_explained() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("data");
        fs::write(&file, "").unwrap();
        let error = DataLock::acquire(&file, "x").unwrap_err().to_string();
        assert!(error.contains("cannot be used"), "{error}");
    }
}
