//! The sources of settings: flags, environment and file, as text.

use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
};

use super::{ConfigError, problem::Problem};

/// The default file, which is read if it exists.
const FILE: &str = "omnitraffick.toml";

/// A setting given as a flag.
#[derive(Debug, Clone)]
pub(crate) struct Flag {
    /// The setting's key: `server.listen`.
    pub(crate) key: &'static str,
    /// The flag as a person types it: `--listen`.
    pub(crate) name: &'static str,
    /// The flag's value.
    pub(crate) value: String,
}

/// A file of settings.
#[derive(Debug, Clone)]
pub(crate) struct ConfigFile {
    /// Its path, for messages.
    pub(crate) path: PathBuf,
    /// Its content.
    pub(crate) text: String,
}

/// All sources of settings.
// No `Debug`: the environment and the file contain secrets.
#[derive(Clone, Default)]
pub(crate) struct Sources {
    /// Flags; they override everything.
    pub(crate) flags: Vec<Flag>,
    /// The environment.
    pub(crate) environment: BTreeMap<String, String>,
    /// The file, if there is one.
    pub(crate) file: Option<ConfigFile>,
}

impl Sources {
    /// The sources of this process: its environment, and the file that `config` names or the default one.
    pub(crate) fn of_process(config: Option<&Path>, flags: Vec<Flag>) -> Result<Self, ConfigError> {
        let environment = std::env::vars_os()
            // A value that is not UTF-8 becomes one that its setting refuses, so that it is not silently ignored.
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
