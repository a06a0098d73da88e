//! An append-only file of JSON lines, one for each change. A line reaches the operating system before the change is
//! answered, so killing the process loses nothing that was answered.

use std::collections::BTreeMap;
use std::fs::{File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::Object;
use crate::Platform;

/// A line as it is written.
#[derive(Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Entry<'a> {
    /// The object in its current state.
    Put(&'a Object),
    /// The loss of all earlier objects; the next ids follow these.
    Reset(&'a BTreeMap<Platform, u64>),
}

/// The same line as it is read.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Line {
    Put(Box<Object>),
    Reset(BTreeMap<Platform, u64>),
}

#[derive(Debug)]
pub(super) struct Journal {
    file: File,
    /// The length of the file's intact part.
    length: u64,
}

impl Journal {
    /// Opens the file and hands every line to `apply`. A last line that a crash cut off was never answered: it is
    /// removed, so that the next line does not join it. A broken line anywhere else is an error.
    pub(super) fn open(path: &Path, mut apply: impl FnMut(Line)) -> io::Result<Self> {
        if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            std::fs::create_dir_all(folder)?;
        }
        let mut file = OpenOptions::new().read(true).write(true).create(true).truncate(false).mode(0o600).open(path)?;
        let mut content = Vec::new();
        file.read_to_end(&mut content)?;

        let mut good = 0;
        for (index, line) in content.split_inclusive(|byte| *byte == b'\n').enumerate() {
            let is_last = good + line.len() == content.len();
            match serde_json::from_slice(line) {
                Ok(parsed) if line.ends_with(b"\n") => apply(parsed),
                _ if is_last => break,
                Ok(_) => break,
                Err(cause) => {
                    let place = format!("{}, line {}: {cause}", path.display(), index + 1);
                    return Err(io::Error::new(io::ErrorKind::InvalidData, place));
                }
            }
            good += line.len();
        }
        let end = u64::try_from(good).map_err(io::Error::other)?;
        file.set_len(end)?;
        file.seek(SeekFrom::Start(end))?;
        Ok(Self { file, length: end })
    }

    /// Appends one line with a single write. A line that did not fit (a full disk) is removed, so that the next line
    /// does not join its rest.
    pub(super) fn append(&mut self, entry: &Entry<'_>) -> io::Result<()> {
        let mut text = serde_json::to_vec(entry)?;
        text.push(b'\n');
        let written = self.file.write_all(&text).and_then(|()| self.file.flush());
        match written {
            Ok(()) => {
                self.length += u64::try_from(text.len()).map_err(io::Error::other)?;
                Ok(())
            }
            Err(cause) => {
                self.file.set_len(self.length)?;
                self.file.seek(SeekFrom::Start(self.length))?;
                Err(cause)
            }
        }
    }
}
