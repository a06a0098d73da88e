//! What the process was given: flags, environment and file, as text.

use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
};

use super::{ConfigError, problem::Problem};

/// The file that is read when `--config` names none and it is there.
const FILE: &str = "omnitraffick.toml";

/// A setting given as a flag.
#[derive(Debug, Clone)]
pub(crate) struct Flag {
    /// The setting's key: `server.listen`.
    pub(crate) key: &'static str,
    /// The flag as a person types it: `--listen`.
    pub(crate) name: &'static str,
    /// What stands behind it.
    pub(crate) value: String,
}

/// A file of settings.
#[derive(Debug, Clone)]
pub(crate) struct ConfigFile {
    /// Where it is, for messages.
    pub(crate) path: PathBuf,
    /// What is in it.
    pub(crate) text: String,
}

/// All that settings are read from.
// No `Debug`: the environment and the file hold secrets.
#[derive(Clone, Default)]
pub(crate) struct Sources {
    /// Flags; they win.
    pub(crate) flags: Vec<Flag>,
    /// The environment.
    pub(crate) environment: BTreeMap<String, String>,
    /// The file, if there is one.
    pub(crate) file: Option<ConfigFile>,
}

impl Sources {
    /// What this process was given: its environment, and the file that `config` names or the working directory has.
    pub(crate) fn of_process(config: Option<&Path>, flags: Vec<Flag>) -> Result<Self, ConfigError> {
        let environment = std::env::vars_os()
            // What is not UTF-8 becomes a value that its setting refuses, rather than one that is silently ignored.
            .map(|(name, value)| (name.to_string_lossy().into_owned(), value.to_string_lossy().into_owned()))
            .collect();
        Ok(Self { flags, environment, file: read_file(config)? })
    }
}

fn read_file(config: Option<&Path>) -> Result<Option<ConfigFile>, ConfigError> {
    let path = config.unwrap_or(Path::new(FILE));
    match fs::read_to_string(path) {
        Ok(text) => Ok(Some(ConfigFile { path: path.to_owned(), text })),
        Err(error) if error.kind() == io::ErrorKind::NotFound && config.is_none() => Ok(None),
        Err(error) => {
            let named = if config.is_some() { ", which --config names," } else { "" };
            Err(Problem::new(format!("The file {}{named} cannot be read: {error}.", path.display())).into())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_was_named_must_be_there() {
        let folder = tempfile::tempdir().unwrap();
        let missing = folder.path().join("mine.toml");
        let error = Sources::of_process(Some(&missing), Vec::new()).map(|_| ()).unwrap_err().to_string();
        assert!(error.contains("mine.toml, which --config names, cannot be read"), "{error}");
        fs::write(&missing, "data_dir = \"x\"").unwrap();
        assert!(Sources::of_process(Some(&missing), Vec::new()).unwrap().file.is_some());
    }
}
